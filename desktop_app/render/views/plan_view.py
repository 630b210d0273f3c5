"""The plan as a page shows it: verdicts, why, what to bring, where to go, by when, what to ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.advice import (
    FilingAdvice,
    FilingVerdict,
    LocalCategory,
    Material,
    Moment,
    Reasoned,
    SettlementAdvice,
    SettlementVerdict,
)
from desktop_app.domain.care import FilingType
from desktop_app.domain.message import message
from desktop_app.domain.outcome import CheckItem, Deadline, Plan
from desktop_app.render.views.citations import Bibliography, Statement
from desktop_app.render.views.question_view import Question, question_view
from desktop_app.render.words import Words, day_text
from desktop_app.rules.ask import OPEN
from desktop_app.rules.validity import LATE

_FILING_TONES = {
    FilingVerdict.NOT_NEEDED: "good",
    FilingVerdict.DEEMED: "good",
    FilingVerdict.VALID: "good",
    FilingVerdict.ADVISED: "primary",
    FilingVerdict.NEEDED: "primary",
}
_SETTLEMENT_TONES = {
    SettlementVerdict.DIRECT: "good",
    SettlementVerdict.DIRECT_IF: "primary",
    SettlementVerdict.PERSONAL_ACCOUNT: "primary",
    SettlementVerdict.NOT_COVERED: "danger",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An answer in one sentence. `tone` is the colour role; the sentence itself says everything."""

    label: str
    headline: str
    tone: str
    why: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper to bring, and what may stand in for it; `optional` where it helps but is not asked for."""

    name: Statement
    optional: bool
    alternatives: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What to do at one moment of the way."""

    when: str
    steps: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: the day in words, or that no day can be told; `caution` where the day is only our careful reading."""

    day: str
    what: Statement
    caution: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line with a box."""

    text: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The manual claim: which papers, where, by when. `expected` when it is the way, not only the way out."""

    expected: bool
    papers: tuple[Paper, ...]
    where: Statement
    deadline: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """Everything a plan says apart from money.

    `questions` are those to ask first, `more_questions` those for whoever has the patience; `lines` whom to ring.
    """

    filing: Verdict
    settlement: Verdict
    warnings: tuple[Statement, ...]
    materials: tuple[Paper, ...]
    channels: tuple[Statement, ...]
    filing_terms: tuple[tuple[str, Statement], ...]
    conditions: tuple[Statement, ...]
    route: tuple[Stretch, ...]
    bring: tuple[Paper, ...]
    if_it_fails: tuple[Statement, ...]
    claim: Claim | None
    checklist: tuple[Tick, ...]
    deadlines: tuple[Due, ...]
    questions: tuple[Question, ...]
    more_questions: tuple[Question, ...]
    lines: tuple[str, ...]


def plan_view(plan: Plan, cite: Bibliography, words: Words) -> PlanView:
    """The plan in words; `cite` numbers the sources in reading order."""
    filing, settlement = plan.filing, plan.settlement
    return PlanView(
        filing=_filing_verdict(filing, cite, words),
        settlement=_settlement_verdict(settlement, cite, words),
        warnings=_statements(plan.warnings, cite),
        materials=papers(filing.materials, cite, words),
        channels=_statements(filing.channels, cite),
        filing_terms=tuple(_filing_terms(filing, cite, words)),
        conditions=_statements(settlement.conditions, cite),
        route=_route(settlement, cite, words),
        bring=papers(settlement.bring, cite, words),
        if_it_fails=_statements(settlement.if_it_fails, cite),
        claim=_claim(settlement, cite, words),
        checklist=tuple(_tick(item, words) for item in plan.checklist),
        deadlines=tuple(_due(deadline, cite, words) for deadline in plan.deadlines),
        questions=tuple(question_view(ask, cite, words) for ask in plan.ask[:OPEN]),
        more_questions=tuple(question_view(ask, cite, words) for ask in plan.ask[OPEN:]),
        lines=tuple(dict.fromkeys(ask.line for ask in plan.ask if ask.line)),
    )


def papers(materials: Iterable[Material], cite: Bibliography, words: Words) -> tuple[Paper, ...]:
    """Materials with their alternatives below them; an alternative to something not listed stands alone."""
    listed = tuple(materials)
    ids = {material.id for material in listed}
    stand_in = [material for material in listed if material.instead_of in ids]
    return tuple(
        Paper(
            name=_material(material, cite, words),
            optional=not material.required,
            alternatives=tuple(_material(other, cite, words) for other in stand_in if other.instead_of == material.id),
        )
        for material in listed
        if material not in stand_in
    )


def filing_headline(filing: FilingAdvice, words: Words) -> str:
    """The filing verdict in one sentence, with the type where there is one."""
    return filing_sentence(filing.verdict, filing.type, words)


def filing_sentence(verdict: FilingVerdict, type: FilingType | None, words: Words) -> str:
    """A filing verdict in one sentence, with the type where there is one."""
    if type is not None and f"paper.filing.{verdict}.typed" in words:
        return words.text(message(f"paper.filing.{verdict}.typed", type=message(f"terms.type.{type}")))
    return words.text(message(f"paper.filing.{verdict}.plain"))


def settlement_headline(settlement: SettlementAdvice, words: Words) -> str:
    """The settlement verdict in one sentence."""
    return settlement_sentence(settlement.verdict, words)


def settlement_sentence(verdict: SettlementVerdict, words: Words) -> str:
    """A settlement verdict in one sentence."""
    return words.text(message(f"paper.settlement.{verdict}"))


def _filing_verdict(filing: FilingAdvice, cite: Bibliography, words: Words) -> Verdict:
    return Verdict(
        label=words.text(message("paper.heading.filing")),
        headline=filing_headline(filing, words),
        tone=_FILING_TONES.get(filing.verdict, "warning"),
        why=_statements(filing.why, cite),
    )


def _settlement_verdict(settlement: SettlementAdvice, cite: Bibliography, words: Words) -> Verdict:
    return Verdict(
        label=words.text(message("paper.heading.settlement")),
        headline=settlement_headline(settlement, words),
        tone=_SETTLEMENT_TONES.get(settlement.verdict, "warning"),
        why=_statements(settlement.why, cite),
    )


def _filing_terms(filing: FilingAdvice, cite: Bibliography, words: Words) -> Iterable[tuple[str, Statement]]:
    """Review time, first day, validity, changes and the region's own category, each under its label."""
    said: list[tuple[str, Statement]] = []
    if filing.local_category is not None:
        category = filing.local_category
        said.append(("local_category", cite.resting_on(_category(category, words), category.facts)))
    if filing.review_time is not None:
        said.append(("review_time", cite.statement(filing.review_time)))
    if filing.effective_from is not None:
        start = "start_late" if filing.verdict in LATE else "start"
        said.append(("effective_from", cite.plain(message(f"paper.filing.{start}", day=filing.effective_from))))
    if filing.validity is not None:
        said.append(("validity", cite.statement(Reasoned(filing.validity.text, filing.validity.facts))))
    if filing.change_rule is not None:
        said.append(("change_rule", cite.statement(filing.change_rule)))
    return ((words.text(message(f"paper.term.{key}")), statement) for key, statement in said)


def _category(category: LocalCategory, words: Words) -> str:
    name = words.text(category.name)
    if category.number is None:
        return name
    return words.text(message("paper.filing.category", number=category.number, name=name))


def _route(settlement: SettlementAdvice, cite: Bibliography, words: Words) -> tuple[Stretch, ...]:
    stretches = []
    for moment in Moment:
        steps = tuple(cite.statement(step.do) for step in settlement.steps if step.when is moment)
        if steps:
            stretches.append(Stretch(words.text(message(f"paper.moment.{moment}")), steps))
    return tuple(stretches)


def _claim(settlement: SettlementAdvice, cite: Bibliography, words: Words) -> Claim | None:
    claim = settlement.claim
    if claim is None:
        return None
    return Claim(
        expected=settlement.verdict is SettlementVerdict.MANUAL,
        papers=papers(claim.papers, cite, words),
        where=cite.statement(claim.where),
        deadline=cite.statement(claim.deadline),
    )


def _tick(item: CheckItem, words: Words) -> Tick:
    due = words.text(message("paper.checklist.due", day=item.due)) if item.due else ""
    return Tick(words.text(item.text), due)


def _due(deadline: Deadline, cite: Bibliography, words: Words) -> Due:
    day = day_text(deadline.day, words.language) if deadline.day else words.text(message("paper.deadline.no_day"))
    caution = "" if deadline.firm else words.text(message("paper.deadline.not_firm"))
    return Due(day, cite.statement(Reasoned(deadline.what, deadline.facts)), caution)


def _statements(said: Iterable[Reasoned], cite: Bibliography) -> tuple[Statement, ...]:
    return tuple(cite.statement(each) for each in said)


def _material(material: Material, cite: Bibliography, words: Words) -> Statement:
    return cite.resting_on(words.text(material.name), material.facts)
