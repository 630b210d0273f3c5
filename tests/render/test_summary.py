"""The summary as HTML: whole, in one file, citing what it says, and telling nobody's name."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import FigureName, Gap
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Plan, StepName
from desktop_app.render.environment import Pages
from desktop_app.render.summary import file_name, summary_html, summary_sheet, summary_view
from desktop_app.render.views.case_view import case_rows, place_name
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.money_view import sum_lines
from desktop_app.render.views.plan_view import papers
from desktop_app.render.words import Words
from tests.render.conftest import words_of
from tests.render.samples import SmallLibrary, a_case, a_filing, a_plan, an_estimate, says, some_money

CHINESE = words_of("zh_CN")
LIBRARY = SmallLibrary()


class Addresses(HTMLParser):
    """Collects every address a page refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes href and src of a tag."""
        self.found += [(tag, value or "") for key, value in attrs if key in {"href", "src"}]


def html(case: Case | None = None, plan: Plan | None = None, words: Words = CHINESE) -> str:
    """The sample summary."""
    return summary_html(case or a_case(), plan or a_plan(some_money()), LIBRARY, words)


def test_it_is_one_file_without_outside_resources(words: Words) -> None:
    """Pictures are carried inside; the only addresses outside are those of official sites, as links."""
    reader = Addresses()
    reader.feed(html(words=words))
    assert {tag for tag, _ in reader.found} == {"a", "img"}
    for tag, address in reader.found:
        expected = "https://www.nhsa.gov.cn/" if tag == "a" else "data:image/svg+xml;base64,"
        assert address.startswith(expected)
    assert "<script" not in html(words=words)


def test_every_picture_is_said_in_words(words: Words) -> None:
    """A reader without pictures, or with grey paper, loses nothing."""
    pictures = re.findall(r"<img [^>]*>", html(words=words))
    assert pictures
    assert all(re.search(r'alt="[^"]+"', picture) for picture in pictures)


def test_the_case_on_one_look() -> None:
    """Who, where, why, when, as entered; what is normal or not known takes no line."""
    rows = {row.label: row.value for row in case_rows(a_case(), LIBRARY, CHINESE)}
    assert rows == {
        "参保地": "山西省太原市",
        "参保人": "城乡居民医保，老年居民，68岁",
        "就医地": "北京市",
        "看什么": "住院，三级医院",
        "为什么去": "在那里长期居住",
        "到哪一步了": "还没去",
        "日期": "2026年12月3日住院，预计2026年12月13日出院",
        "备案情况": "还没有备案",
        "总费用": "¥50,000.00",
    }


def test_a_place_is_named_with_what_it_lies_in() -> None:
    """A city with its province, a municipality alone, nothing for a code nobody knows."""
    assert place_name(LIBRARY, "140100") == "山西省太原市"
    assert place_name(LIBRARY, "110000") == "北京市"
    assert place_name(LIBRARY, "999999") == ""
    assert place_name(LIBRARY, None) == ""


def test_a_statement_is_shown_no_better_than_its_weakest_fact() -> None:
    """N-064 is reported, N-054 only typical: together typical, with the numbers of both sources."""
    cite = Bibliography(LIBRARY, "140100", CHINESE)
    alone = cite.statement(Reasoned(says("甲"), ("N-064",)))
    together = cite.statement(Reasoned(says("乙"), ("N-064", "N-054")))
    assert (alone.badge.word, alone.numbers) == ("公开资料", (1,))
    assert (together.badge.word, together.numbers) == ("通行口径", (1, 2))


def test_a_figure_says_that_nobody_has_checked_it_of_late() -> None:
    """An unchecked figure, three years old: both words stand behind the sum; a fresh one says nothing more."""
    cite = Bibliography(LIBRARY, "140100", CHINESE)
    stale = message("figures.remark.stale", day=date(2020, 1, 1))
    doubtful = Provenance(evidence=Evidence.REPORTED, unchecked=True, remarks=(stale,))
    assert cite.figure("800.00", doubtful).text == "800.00 · 未核对 · 三年没有核实"
    assert cite.figure("800.00", Provenance(evidence=Evidence.REPORTED)).text == "800.00"


def test_a_statement_without_facts_has_no_badge() -> None:
    """Common sense is not dressed up as policy; a fact that may not be shown counts for nothing."""
    cite = Bibliography(LIBRARY, "140100", CHINESE)
    for facts in ((), ("N-999",)):
        said = cite.statement(Reasoned(says("甲"), facts))
        assert (said.badge.word, said.numbers) == ("", ())
    assert cite.entries() == ()


def test_one_document_under_two_grades_is_listed_twice() -> None:
    """Official for one statement, reported for another: no line shows the better word for both."""
    cite = Bibliography(LIBRARY, "140100", CHINESE)
    cite.statement(Reasoned(says("甲"), ("N-100", "N-018")))
    assert [(entry.title, entry.badge.word, entry.facts) for entry in cite.entries()] == [
        ("江苏省异地就医经办服务规程", "官方", "N-100"),
        ("江苏省异地就医经办服务规程", "公开资料", "N-018"),
    ]


def test_what_sources_say_against_a_fact_is_said() -> None:
    """N-045 (valid until changed) is contradicted by S4-27 (one year): shown with its words and its grade, once."""
    cite = Bibliography(LIBRARY, "140100", CHINESE)
    against = cite.disagreements(("N-045", "N-064", "N-045", "N-999"))
    assert [(other.text, other.badge.word) for other in against] == [
        ("S4-27（资讯文章四：山西异地就医）：称山西长期备案有效一年。", "通行口径")
    ]


def test_what_the_page_rests_on_itself_is_not_listed_against_it() -> None:
    """S4-27 is one of the page's own statements already, with its source."""
    cite = Bibliography(LIBRARY, "140100", CHINESE)
    cite.statement(Reasoned(says("甲"), ("N-045", "S4-27")))
    assert cite.disagreements(("N-045",)) == ()


def test_the_users_own_figure_has_its_word_and_no_source() -> None:
    """您的, and nothing to look up."""
    cite = Bibliography(LIBRARY, "140100", CHINESE)
    own = cite.figure("63.5%", Provenance(evidence=Evidence.YOURS))
    assert (own.badge.word, own.numbers) == ("您的", ())


def test_alternatives_stand_below_the_paper_they_replace() -> None:
    """The commitment letter is an "or" under the proof of residence, not a fourth paper to bring."""
    listed = papers(a_filing().materials, Bibliography(LIBRARY, "140100", CHINESE), CHINESE)
    assert [(paper.name.text, [other.text for other in paper.alternatives]) for paper in listed] == [
        ("身份凭证：医保码、身份证、社保卡任选一样", []),
        ("备案登记表（网上办时由页面代替）", []),
        ("居住证明，如居住证", ["个人承诺书"]),
    ]


def test_an_alternative_to_a_paper_not_listed_stands_alone() -> None:
    """Nothing is lost because what it replaces is not there."""
    letter = a_filing().materials[3]
    listed = papers((letter,), Bibliography(LIBRARY, "140100", CHINESE), CHINESE)
    assert [(paper.name.text, paper.optional) for paper in listed] == [("个人承诺书", True)]


def test_the_sum_can_be_added_up_again() -> None:
    """What is taken off is negative, sums are marked, and lines of nothing are left out."""
    lines = sum_lines(an_estimate(), Bibliography(LIBRARY, "140100", CHINESE), CHINESE)
    assert [(line.name, line.amount, line.weight) for line in lines] == [
        ("总费用", "¥50,000.00", "sum"),
        ("减 目录外自费", "−¥4,000.00", "part"),
        ("减 乙类先行自付", "−¥1,000.00", "part"),
        ("政策范围内费用", "¥45,000.00", "sum"),
        ("减 起付线", "−¥1,000.00", "part"),
        ("按比例支付", "¥27,940.00", "detail"),
        ("统筹基金付", "¥27,940.00", "part"),
        ("大病保险付", "¥2,360.00", "part"),
        ("基金一共付", "¥30,300.00", "sum"),
        ("自己付现金", "¥19,700.00", "sum"),
    ]


def test_every_step_and_figure_of_an_estimate_has_a_name(pages: Pages) -> None:
    """Whatever the engine puts into a trace can be printed."""
    for step in StepName:
        assert pages.label(f"paper.step.{step}")
    for figure in FigureName:
        assert pages.label(f"estimate.figure_name.{figure}")


def test_a_missing_figure_is_said_with_whom_to_ask(words: Words) -> None:
    """A gap gives no amount, but what is missing and the line to call."""
    gap = Gap(FigureName.RATIO, says("没有这个比例"), says("问报多少"), "0351-12393")
    estimate = replace(an_estimate(), gaps=(gap,), fund_total=None, actual_ratio=None, trace=(), narrows=())
    page = html(plan=a_plan(replace(some_money(), as_is=estimate)), words=words)
    assert "没有这个比例 问报多少 <b>0351-12393</b>" in page
    assert words.text(says("¥30,300.00")) not in page


def test_an_old_rulebook_and_a_wrong_clock_are_said() -> None:
    """The edition is of 21 November 2026: a year and a day later it is old, a day before it the clock is wrong."""
    pages = Pages(CHINESE)
    for today, expected in (
        (date(2026, 11, 21), ""),
        (date(2027, 11, 21), ""),
        (date(2027, 11, 22), "已经超过一年"),
        (date(2026, 11, 20), "电脑的日期早于规则库"),
    ):
        view = summary_view(replace(a_case(), today=today), a_plan(), LIBRARY, pages)
        assert expected in view.stale
        assert bool(view.stale) is bool(expected)


def test_the_file_name_says_what_and_when_but_not_who(words: Words) -> None:
    """A date, and no place, age or illness."""
    name = file_name(date(2026, 11, 21), words)
    assert "2026-11-21" in name
    assert name.endswith(".pdf")
    assert not re.search("太原|北京|68|居民", name)


def test_the_disclaimer_is_on_every_page_and_twice_in_the_text(words: Words) -> None:
    """At the top, at the end and at the foot: not official software, the insured region decides."""
    sheet = summary_sheet(a_case(), a_plan(), LIBRARY, words)
    pages, page = Pages(words), unescape(sheet.html)
    assert pages.label("paper.foot.disclaimer") == sheet.foot
    assert pages.label("paper.notice.text", place="山西省太原市") in page
    assert pages.label("paper.disclaimer.text") in page


def test_what_a_case_says_cannot_change_the_page() -> None:
    """A disease typed with markup in it is printed as typed."""
    care = replace(a_case().episodes[0].care, disease="<script>糖尿病")
    episode = replace(a_case().episodes[0], care=care)
    page = html(case=replace(a_case(), episodes=(episode,)))
    assert "&lt;script&gt;糖尿病" in page
    assert "<script" not in page


def test_a_bill_of_nothing_is_still_a_plan() -> None:
    """Zero yuan: no bar, no share, no division by zero."""
    nothing = dict.fromkeys(("total", "basic_fund", "critical_fund", "cash", "out_of_catalogue"), Fen(0))
    estimate = replace(an_estimate(), amounts=replace(an_estimate().amounts, **nothing), actual_ratio=None)
    page = html(plan=a_plan(replace(some_money(), as_is=estimate)))
    assert "这张账单谁来付" not in page
