"""Help: a page for every question and topic, in both languages, each policy statement resting on a fact."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.domain.care import CareKind, Reason
from desktop_app.domain.message import message
from desktop_app.domain.person import Scheme, Status
from desktop_app.interview.draft import NOT_KNOWN, CareStage, Draft
from desktop_app.interview.questions import QUESTIONS
from desktop_app.paths import resources_dir
from desktop_app.render.charts.style import PAPER
from desktop_app.render.help import EMERGENCY_CARD, TOPICS, help_context, help_page, help_style, topic_title
from desktop_app.render.words import LANGUAGES, Language, Words
from desktop_app.storage.rule_pack import RulePack
from tests.render.conftest import words_of
from tests.render.samples import SmallLibrary

FOLDER = resources_dir() / "templates" / "help"
PAGES = [
    *(f"question/{question.id}" for question in QUESTIONS),
    *(f"topic/{topic}" for topic in TOPICS),
    EMERGENCY_CARD,
]
RESTING = re.compile(r"\{% call says\(([^)]*)\) %\}(.*?)\{% endcall %\}", re.DOTALL)
ANYWHERE = [None, *(f"{province}0000" for province in range(11, 66)), "350200", "410100", "440100", "440300", "210100"]
BADGES = {"zh_CN": ("官方", "公开资料", "通行口径"), "en": ("Official", "Reported", "Typical")}

MOTHER = Draft(
    insured_region="140100",
    care_region="110000",
    scheme=Scheme.RESIDENT,
    status=Status.ELDERLY,
    age=68,
    reason=Reason.LONG_TERM_RESIDENCE,
    kind=CareKind.INPATIENT,
    stage=CareStage.PLANNING,
)
TIER_TWO = Draft(insured_region="440300", care_region="510100", scheme=Scheme.EMPLOYEE, tier="tier2")
SUZHOU = Draft(insured_region="320500", care_region="320100", scheme=Scheme.EMPLOYEE, reason=NOT_KNOWN)
GUANGZHOU = Draft(insured_region="440100", care_region="440300")
DRAFTS = [None, Draft(), MOTHER, TIER_TWO, SUZHOU, GUANGZHOU]


def templates(language: Language) -> Iterator[tuple[str, str]]:
    """Every help template of a language, by its name, with its text."""
    for file in sorted((FOLDER / language).rglob("*.j2")):
        yield file.relative_to(FOLDER / language).as_posix(), file.read_text(encoding="utf-8")


def plain(html: str) -> str:
    """The text of a page without its tags."""
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_made_for_everybody(
    page: str, words: Words, rulebook: RulePack, caplog: pytest.LogCaptureFixture
) -> None:
    """No answers yet, or those of four different people: each page renders, has a heading, and nothing is broken."""
    for draft in DRAFTS:
        html = help_page(page, help_context(rulebook, draft), words)
        assert re.search(r"<h2>\s*\S", html)
        assert len(plain(html)) > 30
        assert "{{" not in html
    assert caplog.records == []


def test_every_page_belongs_to_a_question_or_topic(language: Language) -> None:
    """There is no template that nothing opens."""
    assert {name.removesuffix(".html.j2") for name, _ in templates(language)} == set(PAGES)


def test_every_statement_rests_on_facts_that_exist(language: Language, rulebook: RulePack) -> None:
    """The numbers in `says(…)` are numbers of the rulebook, shown in the fact's own region."""
    for name, text in templates(language):
        statements = RESTING.findall(text)
        assert text.count("{% call says") == len(statements), name
        for numbers, _ in statements:
            cited = re.findall(r'"([^"]+)"', numbers)
            assert cited, name
            for number in cited:
                assert any(rulebook.fact(number, region) for region in ANYWHERE), (name, number)


def test_no_number_stands_outside_a_statement(language: Language) -> None:
    """An amount, a share, a day or a count is policy: it stands inside `says(…)`; telephone numbers may stand alone."""
    for name, text in templates(language):
        outside = RESTING.sub("", text)
        outside = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]+>", "", outside, flags=re.DOTALL)
        assert set(re.findall(r"\d+", outside)) <= {"120", "12393", "12333"}, name


def test_both_languages_rest_on_the_same_facts() -> None:
    """What is said in English is what is said in Chinese: the same numbers in the same order on every page."""
    chinese, english = (dict(templates(language)) for language in LANGUAGES)
    for name, text in chinese.items():
        assert [n for n, _ in RESTING.findall(text)] == [n for n, _ in RESTING.findall(english[name])], name


@pytest.mark.parametrize("page", PAGES)
def test_a_statement_carries_the_word_for_its_evidence(page: str, words: Words, rulebook: RulePack) -> None:
    """Behind each statement stands its badge and the number of its source, and the source is listed below."""
    html = help_page(page, help_context(rulebook, MOTHER), words)
    said = re.findall(r'<p>[^\n]*<span class="(\w+)">〔(.+?)〕</span><span class="note">\[([\d,]+)\]</span></p>', html)
    for _, word, numbers in said:
        assert word in BADGES[words.language]
        for number in numbers.split(","):
            assert f'<p class="foot">[{number}] ' in html


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str, words: Words, rulebook: RulePack) -> None:
    """To a term of the glossary or to a page of help, and never out of the program."""
    terms = {term.name for term in rulebook.terms()}
    html = help_page(page, help_context(rulebook, MOTHER), words)
    for scheme, target in re.findall(r'href="([^:"]*):([^"]*)"', html):
        assert target in {"glossary": terms, "help": set(PAGES)}[scheme]


def test_the_persons_own_facts_are_in_it(rulebook: RulePack) -> None:
    """The mother insured in Taiyuan and treated in Beijing reads the names of both, and her own line."""
    words, context = words_of("zh_CN"), help_context(rulebook, MOTHER)
    assert "长期住在北京市的人，备案以后在那里看病，支付比例和在太原市一样，不降。" in plain(
        help_page("question/reason", context, words)
    )
    assert "太原市的医保热线：0351-12393" in plain(help_page("topic/hotline", context, words))


def test_what_holds_elsewhere_is_not_said_here(rulebook: RulePack) -> None:
    """Jiangsu's rule on commitment letters is told in Suzhou as official, and not told in Taiyuan at all."""
    words = words_of("zh_CN")
    suzhou = plain(help_page("question/filing_papers", help_context(rulebook, SUZHOU), words))
    taiyuan = plain(help_page("question/filing_papers", help_context(rulebook, MOTHER), words))
    assert re.search(r"满半年才能变更或取消；交了证明的，随时可以。\s*〔官方〕", suzhou)
    assert "江苏：" not in taiyuan
    assert "广州：" not in taiyuan


def test_shenzhens_tiers_are_explained_to_the_insured_of_shenzhen(rulebook: RulePack) -> None:
    """Tier two must choose one institution; nobody else is told so."""
    words = words_of("zh_CN")
    assert "社康" in help_page("question/tier", help_context(rulebook, TIER_TWO), words)
    assert "社康" not in help_page("question/tier", help_context(rulebook, MOTHER), words)


def test_names_are_escaped() -> None:
    """A name with markup in it is shown as it is, not obeyed."""
    words = words_of("zh_CN")
    hostile = replace(help_context(SmallLibrary()), insured="<b>太原")
    html = help_page("topic/manual_claim", hostile, words)
    assert "&lt;b&gt;太原" in html
    assert "<b>太原" not in html


def test_a_page_that_is_not_there_says_so(language: Language, caplog: pytest.LogCaptureFixture) -> None:
    """One calm sentence on the page, the reason in the log."""
    words = words_of(language)
    html = help_page("topic/no-such-page", help_context(SmallLibrary()), words)
    assert words.text(message("paper.broken.title")) in html
    assert "no-such-page" in caplog.text


def test_the_glossary_shows_one_term_or_all(rulebook: RulePack, language: Language) -> None:
    """One term with what to see with it; all seventy-five; or that there is no such term."""
    words, context = words_of(language), help_context(rulebook)
    one = help_page("glossary/备案", context, words)
    assert {"zh_CN": "去外地看病前", "en": "before going, where one will be treated"}[language] in one
    assert 'href="glossary:补备案"' in one
    assert one.count("<h3>") == 1
    assert help_page("glossary", context, words).count("<h3>") == 75
    assert "<h3>" not in help_page("glossary/没有的词", context, words)


def test_topics_have_titles(words: Words) -> None:
    """Each topic of the list has a name, and no two the same."""
    assert len({topic_title(topic, words) for topic in TOPICS}) == len(TOPICS)


def test_the_style_sheet_takes_its_colours_from_the_roles(words: Words) -> None:
    """Another theme gives other colours; none is written into the template."""
    roles = dict.fromkeys(PAPER, "#123456")
    assert set(re.findall(r"#\w+", help_style(roles, words))) == {"#123456"}
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b", (FOLDER / "style.css.j2").read_text(encoding="utf-8"))


def test_a_section_without_statements_is_left_out(rulebook: RulePack) -> None:
    """Zhengzhou's fixed amounts have a heading in Zhengzhou; in Taiyuan neither amounts nor heading are shown."""
    words = words_of("zh_CN")
    zhengzhou = plain(help_page("topic/childbirth", help_context(rulebook, Draft(insured_region="410100")), words))
    taiyuan = plain(help_page("topic/childbirth", help_context(rulebook, MOTHER), words))
    assert "定额的地方" in zhengzhou
    assert "定额 1200 元" in zhengzhou
    assert "定额" not in taiyuan
    assert "新生儿" in taiyuan
