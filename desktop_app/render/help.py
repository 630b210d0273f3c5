"""Help pages: one beside each question of the wizard, the topics of the help page, the emergency card, the glossary.

Every policy statement on them is wrapped in `says("N-…")`: it carries the badge of the facts it rests on, and it is
left out where none of them may be shown for the insured region.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop_app.domain.region import relation_between
from desktop_app.domain.term import Term
from desktop_app.interview.draft import Draft, NotKnown
from desktop_app.render.environment import Pages
from desktop_app.render.library import HelpLibrary
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.words import Words

TOPICS: Final = (
    "filing",
    "types",
    "papers",
    "direct_settlement",
    "choosing_institution",
    "special_diseases",
    "childbirth",
    "emergency",
    "manual_claim",
    "catalogue",
    "estimate",
    "year",
    "slip",
    "batch",
    "relatives",
    "shared_balance",
    "lost_card",
    "interrupted",
    "paying_years",
    "hotline",
    "contradictions",
    "evidence",
    "privacy",
    "limits",
)
"""The topics of the help page, in its order; each is the page `topic/<id>`."""

EMERGENCY_CARD: Final = "card/emergency"

_ANSWERS: Final = ("scheme", "tier", "status", "age", "reason", "kind", "level", "stage", "filing", "disease")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpContext:
    """What help knows of the person: names of pooling areas, and answers by their ids; empty where unknown."""

    library: HelpLibrary
    insured_region: str | None = None
    insured: str = ""
    insured_province: str = ""
    care: str = ""
    relation: str = ""
    hotline: str = ""
    scheme: str = ""
    tier: str = ""
    status: str = ""
    age: str = ""
    reason: str = ""
    kind: str = ""
    level: str = ""
    stage: str = ""
    filing: str = ""
    disease: str = ""


def help_context(library: HelpLibrary, draft: Draft | None = None) -> HelpContext:
    """What can be said to this person; without answers, what can be said to everybody."""
    if draft is None:
        return HelpContext(library=library)
    answers = {name: _spoken(draft.answer(name)) for name in _ANSWERS}
    insured = library.pooling_area(draft.insured_region) if draft.insured_region else None
    care = library.pooling_area(draft.care_region) if draft.care_region else None
    return HelpContext(
        library=library,
        insured_region=draft.insured_region,
        insured=insured.name if insured else "",
        insured_province=insured.province if insured else "",
        care=care.name if care else "",
        relation=relation_between(insured, care) if insured and care else "",
        hotline=(insured.hotline or "") if insured else "",
        **answers,
    )


def help_page(topic: str, context: HelpContext, words: Words) -> str:
    """The page `question/<id>`, `topic/<id>`, `card/emergency`, `glossary` or `glossary/<term>` as HTML for rich text.

    A page that does not exist or is broken says so in one sentence. Links: `glossary:<term>` and `help:<page>`.
    """
    pages, cite = Pages(words), Bibliography(context.library, context.insured_region, words)
    kind, _, id = topic.partition("/")
    if kind == "glossary":
        terms = _terms(context.library, id)
        return pages.page("help/glossary.html.j2", terms=terms, term=_link("glossary"), single=bool(id))
    return pages.page(
        f"help/{words.language}/{kind}/{id}.html.j2",
        you=context,
        says=_says(pages, cite),
        section=_section(cite),
        term=_link("glossary"),
        page=_link("help"),
        sources=cite.entries,
    )


def topic_title(topic: str, words: Words) -> str:
    """The title of one of TOPICS, for the list beside the page."""
    return Pages(words).label(f"help.topic.{topic}")


def help_style(roles: Mapping[str, str], words: Words) -> str:
    """The style sheet for the viewer (`QTextDocument.setDefaultStyleSheet`), made from the theme's roles."""
    return Pages(words).render("help/style.css.j2", roles=roles)


def _says(pages: Pages, cite: Bibliography) -> Callable[..., str]:
    """The caller of `{% call says("N-…") %}…{% endcall %}`: the statement with its badge, or nothing."""
    from markupsafe import Markup

    def says(*numbers: str, caller: Callable[[], str]) -> str:
        said = cite.resting_on("", numbers)
        if not said.numbers:
            return ""
        return Markup(pages.render("help/statement.html.j2", text=caller(), said=said))

    return says


def _section(cite: Bibliography) -> Callable[..., str]:
    """The caller of `{% call section("title", "S4-09") %}…{% endcall %}`: a heading with what follows.

    Nothing, where none of the facts named may be shown, or nothing is said.
    """
    from markupsafe import Markup

    def section(title: str, *numbers: str, caller: Callable[[], str]) -> str:
        if numbers and not cite.may_rest_on(numbers):
            return ""
        said = caller()
        return Markup("<h3>{}</h3>\n{}").format(title, said) if said.strip() else ""

    return section


def _link(scheme: str) -> Callable[..., str]:
    """`term("备案")` or `page("topic/filing", "…")` in a template: a link that the help page follows."""
    from markupsafe import Markup

    def link(target: str, shown: str = "") -> str:
        return Markup('<a href="{}:{}">{}</a>').format(scheme, target, shown or target)

    return link


def _spoken(answer: object) -> str:
    if answer is None or isinstance(answer, NotKnown):
        return ""
    return str(answer.value) if isinstance(answer, Enum) else str(answer)


def _terms(library: HelpLibrary, name: str) -> tuple[Term, ...]:
    return tuple(term for term in library.terms() if name in {"", term.name})
