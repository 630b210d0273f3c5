"""The charts: every fen of the bill is on them, and everything is said in words too."""

import re
from dataclasses import asdict, replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Alternative, Amounts, Interval, MoneyAdvice
from desktop_app.domain.routes import Route, Standing
from desktop_app.render.charts.badge import badges
from desktop_app.render.charts.bill_bar import BillPart, bill_bar, bill_parts
from desktop_app.render.charts.route_bars import route_bars
from desktop_app.render.charts.style import PAPER, Chart, ChartStyle, contrast
from desktop_app.render.environment import Pages
from desktop_app.ui.roles import CONTRAST, DARK, LIGHT
from tests.render.conftest import words_of
from tests.render.samples import AMOUNTS, an_exact_interval, says, some_money

SVG = "{http://www.w3.org/2000/svg}"
STYLE = ChartStyle(roles=PAPER, width=640, text=13)
TINY = {"svg", "title", "line", "text", "path", "rect"}
YUAN = re.compile(r"¥([\d,]+)\.(\d\d)")

some_fen = st.integers(min_value=0, max_value=10_000_000).map(Fen)


def texts(chart: Chart) -> list[str]:
    """Every text on a chart, from top to bottom as the template writes them."""
    return ["".join(node.itertext()) for node in ElementTree.fromstring(chart.svg).iter(f"{SVG}text")]


def legend(chart: Chart) -> int:
    """The sum of the amounts in the legend, in fen: those that stand alone in their text."""
    amounts = [YUAN.fullmatch(text) for text in texts(chart)]
    return sum(int(found[1].replace(",", "") + found[2]) for found in amounts if found)


def edges_of(path: str) -> tuple[int, int]:
    """The left and the right edge of a slice, from its outline."""
    across = [int(x) for x in re.findall(r"(?:M|H|0 0 1 )(\d+)", path)]
    return min(across), max(across)


def amounts_of(*parts: Fen) -> Amounts:
    """A bill made of its seven parts: basic, supplement, critical, assistance, account, cash in, cash out."""
    basic, supplement, critical, assistance, account, cash_in, cash_out = parts
    return replace(
        AMOUNTS,
        total=Fen(sum(parts)),
        out_of_catalogue=cash_out,
        basic_fund=basic,
        supplement_fund=supplement,
        critical_fund=critical,
        assistance_fund=assistance,
        personal_account=account,
        cash=Fen(cash_in + cash_out),
    )


def test_the_parts_of_the_drawn_example_add_up_to_its_bill() -> None:
    """27,940.00 + 2,360.00 + 15,700.00 + 4,000.00 = 50,000.00; over a price limit counts as out of catalogue."""
    assert bill_parts(AMOUNTS) == {
        BillPart.BASIC: 2_794_000,
        BillPart.SUPPLEMENT: 0,
        BillPart.CRITICAL: 236_000,
        BillPart.ASSISTANCE: 0,
        BillPart.ACCOUNT: 0,
        BillPart.CASH_IN: 1_570_000,
        BillPart.CASH_OUT: 400_000,
    }
    over = replace(AMOUNTS, out_of_catalogue=Fen(300_000), over_limit=Fen(100_000))
    assert bill_parts(over) == bill_parts(AMOUNTS)


def test_a_bill_with_an_unknown_part_has_no_bar(pages: Pages) -> None:
    """A gap in one fund leaves the whole picture out, rather than a picture with a hole."""
    gap = replace(AMOUNTS, critical_fund=None, fund_total=None, cash=None)
    assert bill_parts(gap) is None
    assert bill_bar(gap, pages, STYLE) is None


def test_a_bill_of_nothing_has_no_bar(pages: Pages) -> None:
    """Zero yuan cannot be divided."""
    assert bill_bar(amounts_of(*[Fen(0)] * 7), pages, STYLE) is None


def test_the_legend_names_each_part_once_with_its_amount() -> None:
    """The drawn example, word by word; parts of nothing are left out."""
    chart = bill_bar(AMOUNTS, Pages(words_of("zh_CN")), STYLE)
    assert chart is not None
    said = texts(chart)
    for expected in ("统筹基金", "¥27,940.00", "大病保险", "¥2,360.00", "¥15,700.00", "¥4,000.00"):
        assert said.count(expected) == 1
    assert "医保基金付 ¥30,300.00" in said
    assert "您自己付 ¥19,700.00" in said
    assert "医疗救助" not in said
    assert "个人账户" not in said
    assert "统筹基金 ¥27,940.00" in chart.title


def test_every_part_has_a_number_in_the_bar_and_in_the_legend() -> None:
    """Nothing is said by colour alone: the same number stands on the slice and beside its name."""
    chart = bill_bar(AMOUNTS, Pages(words_of("zh_CN")), STYLE)
    assert chart is not None
    assert [text for text in texts(chart) if text.isdigit()] == ["1", "1", "2", "2", "3", "3", "4", "4"]


@settings(deadline=None)
@given(parts=st.tuples(*[some_fen] * 7), width=st.integers(min_value=240, max_value=1200))
def test_the_bar_shows_the_whole_bill_whatever_it_is(parts: tuple[Fen, ...], width: int) -> None:
    """The legend adds up to the total, no slice is too narrow for its number, and together they fill the width."""
    chart = bill_bar(amounts_of(*parts), Pages(words_of("zh_CN")), replace(STYLE, width=width))
    if chart is None:
        assert sum(parts) == 0
        return
    assert legend(chart) == sum(parts)
    edges = [edges_of(node.attrib["d"]) for node in ElementTree.fromstring(chart.svg).iter(f"{SVG}path")]
    assert all(right - left >= 14 for left, right in edges)
    assert all(0 <= after - before <= 3 for (_, before), (after, _) in pairwise(edges))
    assert (edges[0][0], edges[-1][1]) == (0, width)


def test_routes_say_the_difference_in_words(pages: Pages) -> None:
    """Better and worse are said with their yuan; what is uncertain is said to be so."""
    chart = route_bars(some_money(), pages, STYLE)
    assert chart is not None
    said = " ".join(texts(chart))
    for amount in ("¥1,200.00", "¥2,600.00", "¥1,400.00", "¥6,800.00"):
        assert amount in said
    assert pages.label("paper.difference.cannot_tell", less=1_210_000, more=70_000) in said


def test_the_best_route_is_marked_when_it_is_certain(pages: Pages) -> None:
    """Filing pays at least 31,300.00, more than the case as it is and than the 31,000.00 any other may reach."""
    chart = route_bars(some_money(), pages, STYLE)
    assert chart is not None
    assert [text for text in texts(chart) if "✓" in text] == [
        f"{pages.label('paper.route.file_long_term')} ✓ {pages.label('paper.difference.best')}"
    ]


def test_two_better_routes_whose_ranges_overlap_leave_the_best_open(pages: Pages) -> None:
    """Both beat the case as it is; which beats the other cannot be told, so neither is called best."""
    better = some_money().alternatives[0]
    other = replace(better, route=Route.REFERRAL, fund_total=Interval(Fen(3_380_000), Fen(3_400_000), Fen(3_500_000)))
    chart = route_bars(MoneyAdvice(as_is=some_money().as_is, alternatives=(better, other)), pages, STYLE)
    assert chart is not None
    assert not [text for text in texts(chart) if "✓" in text]


def test_of_two_better_routes_that_pay_the_same_the_first_is_marked(pages: Pages) -> None:
    """Filing and going home both pay 32,850.00: the route listed first is as good as any."""
    better = replace(some_money().alternatives[0], fund_total=an_exact_interval(32_850))
    home = replace(better, route=Route.AT_HOME)
    chart = route_bars(MoneyAdvice(as_is=some_money().as_is, alternatives=(better, home)), pages, STYLE)
    assert chart is not None
    assert [text for text in texts(chart) if "✓" in text] == [
        f"{pages.label('paper.route.file_long_term')} ✓ {pages.label('paper.difference.best')}"
    ]


@pytest.mark.parametrize("route", [Route.NOT_FILED, Route.LEVEL2, Route.LEVEL3])
def test_money_never_urges_another_level_or_not_to_file(pages: Pages, route: Route) -> None:
    """However much more it pays: the doctors choose the level, and filing is never given up for money."""
    tempting = replace(some_money().alternatives[0], route=route)
    chart = route_bars(MoneyAdvice(as_is=some_money().as_is, alternatives=(tempting,)), pages, STYLE)
    assert chart is not None
    assert not [text for text in texts(chart) if "✓" in text]


def test_the_chart_stays_calm(pages: Pages) -> None:
    """Under each bar stands how the route compares and nothing else: what it takes is told elsewhere."""
    needing = replace(some_money().alternatives[0], needs=says("12月3日以前办好"))
    chart = route_bars(MoneyAdvice(as_is=some_money().as_is, alternatives=(needing,)), pages, STYLE)
    assert chart is not None
    assert "12月3日以前办好" not in texts(chart)
    assert pages.label("paper.difference.better.range", low=120_000, high=260_000) in texts(chart)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 70_000, "不会比现在少，最多能多 ¥700.00"),
        (-5, 70_000, "不会比现在少，最多能多 ¥700.00"),
        (-6, 70_000, "还说不准：可能比现在少 ¥0.06，也可能多 ¥700.00"),
        (-70_000, 0, "不会比现在多，最多会少 ¥700.00"),
        (-3, 2, "和现在一样"),
    ],
)
def test_a_difference_that_goes_one_way_only_says_so(low: int, high: int, said: str) -> None:
    """Never less, or never more, but for the five fen that rounding may make: known although the sign is not."""
    ends = Interval(Fen(low), Fen(0), Fen(high))
    open_ended = replace(some_money().alternatives[2], difference=ends)
    money = MoneyAdvice(as_is=some_money().as_is, alternatives=(open_ended,))
    chart = route_bars(money, Pages(words_of("zh_CN")), STYLE)
    assert chart is not None
    assert said in texts(chart)


def test_the_case_as_it_is_may_be_the_best(pages: Pages) -> None:
    """Where every other route certainly pays less, the present one is marked."""
    worse = some_money().alternatives[1:2]
    chart = route_bars(MoneyAdvice(as_is=some_money().as_is, alternatives=worse), pages, STYLE)
    assert chart is not None
    assert [text for text in texts(chart) if "✓" in text] == [
        f"{pages.label('paper.route.as_is')} ✓ {pages.label('paper.difference.best')}"
    ]


def test_a_route_without_amount_has_no_bar_but_a_sentence(pages: Pages) -> None:
    """What cannot be computed is said, not drawn as nothing."""
    unknown = Alternative(
        route=Route.REFERRAL, fund_total=None, difference=None, standing=Standing.CANNOT_TELL, evidence=None
    )
    chart = route_bars(MoneyAdvice(as_is=some_money().as_is, alternatives=(unknown,)), pages, STYLE)
    assert chart is not None
    assert pages.label("paper.money.unknown") in texts(chart)
    assert pages.label("paper.difference.unknown") in texts(chart)


def test_an_exact_difference_is_one_amount(pages: Pages) -> None:
    """A difference known to the fen is not shown as a range of itself."""
    exact = replace(some_money().alternatives[0], difference=Interval(Fen(120_000), Fen(120_000), Fen(120_000)))
    chart = route_bars(MoneyAdvice(as_is=some_money().as_is, alternatives=(exact,)), pages, STYLE)
    assert chart is not None
    assert pages.label("paper.difference.better.exact", low=120_000) in texts(chart)


def test_nothing_to_compare_draws_nothing(pages: Pages) -> None:
    """No other route, or no amount of one's own: no chart."""
    assert route_bars(MoneyAdvice(as_is=some_money().as_is, alternatives=()), pages, STYLE) is None
    unknown = replace(some_money().as_is, fund_total=None)
    assert route_bars(MoneyAdvice(as_is=unknown, alternatives=some_money().alternatives), pages, STYLE) is None
    exact = replace(some_money().as_is, fund_total=an_exact_interval(30_300))
    assert route_bars(MoneyAdvice(as_is=exact, alternatives=some_money().alternatives), pages, STYLE)


@pytest.mark.parametrize("width", [320, 640, 960])
@pytest.mark.usefixtures("qapp")
def test_charts_keep_to_svg_tiny_and_qt_draws_them(pages: Pages, width: int) -> None:
    """Only elements that Qt's renderer knows, no empty attribute, and the size the chart says it has."""
    style = replace(STYLE, width=width)
    charts = [bill_bar(AMOUNTS, pages, style), route_bars(some_money(), pages, style), *badges(pages, style).values()]
    for chart in charts:
        assert chart is not None
        root = ElementTree.fromstring(chart.svg)
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= TINY
        drawn = QSvgRenderer(QByteArray(chart.svg.encode()))
        assert drawn.isValid()
        assert (drawn.defaultSize().width(), drawn.defaultSize().height()) == (chart.width, chart.height)


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21, a colour on itself 1, and #767676 on white the well-known 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#0B6E69", "#0B6E69") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("part", BillPart)
def test_the_number_on_each_slice_can_be_read(part: BillPart) -> None:
    """At least 4.5 on paper; on screen at least 3, enough for a bold number whose name stands in the legend."""
    for roles, least in ((PAPER, 4.5), (asdict(LIGHT), 3), (asdict(DARK), 3), (asdict(CONTRAST), 4.5)):
        ink = ChartStyle(roles=roles).ink_on(f"part_{part}")
        assert contrast(ink, roles[f"part_{part}"]) >= least


@pytest.mark.parametrize("role", ["text", "muted", "primary", "warning", "danger", "good", "info", "yours"])
def test_text_on_paper_can_be_read(role: str) -> None:
    """At least 4.5 on white and on each tinted ground."""
    for ground in ("surface", "primary_weak", "good_weak", "warning_weak", "danger_weak"):
        assert contrast(PAPER[role], PAPER[ground]) >= 4.5


def test_badges_carry_the_word_of_their_grade() -> None:
    """官方 · 公开资料 · 通行口径 · 您的, and four different colours."""
    made = badges(Pages(words_of("zh_CN")), STYLE)
    assert {grade: chart.title for grade, chart in made.items()} == {
        "official": "官方",
        "reported": "公开资料",
        "typical": "通行口径",
        "yours": "您的",
    }
    assert len({re.findall(r"#\w{6}", chart.svg)[0] for chart in made.values()}) == 4
