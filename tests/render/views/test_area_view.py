"""An area in words: values, grounds, marks, gaps, disagreements, and the person's own figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import FigureName, Schedule, Segment
from desktop_app.domain.own_figure import Informant, OwnFigure
from desktop_app.domain.person import Scheme
from desktop_app.render.views.area_view import AreaView, FigureSection, area_view
from desktop_app.render.words import Words
from tests.render.conftest import words_of
from tests.render.views.sheets import DECIDED, UNDECIDED, Shelf, deductible, listed, ratio, sheet

RATIO = listed(FigureName.RATIO, ratio(Fraction(82, 100)), "level3")
UNCHECKED = listed(FigureName.RATIO, ratio(Fraction(86, 100), low=Fraction(8, 10)), "level2")
STAYS = listed(FigureName.DEDUCTIBLE, deductible(800, 400, 0), "level3")
OWN = OwnFigure(
    area="140100",
    scheme=Scheme.EMPLOYEE,
    kind=CareKind.INPATIENT,
    name=FigureName.RATIO,
    value=Schedule(segments=(Segment(None, Fraction(17, 20)),)),
    told_by=Informant.COUNTER,
    told_on=date(2026, 11, 20),
    conditions=RATIO.conditions,
)


@pytest.fixture
def chinese() -> Words:
    """The Chinese words."""
    return words_of("zh_CN")


def section(view: AreaView, name: FigureName) -> FigureSection:
    """What is said about one figure."""
    [found] = [section for section in view.sections if section.name is name]
    return found


def test_a_figure_says_value_day_and_source(chinese: Words) -> None:
    """An official ratio: 82 %, from the first of 2024, with title, number, issuer, day and link of the document."""
    [block] = section(area_view(sheet(RATIO), (), Shelf(), chinese), FigureName.RATIO).blocks
    assert [(line.when, line.value) for line in block.lines] == [("三级医院", "82%")]
    assert (block.badge.word, block.marks) == ("官方", ())
    assert block.days == "2024年1月1日起"
    assert block.source == "办法 · 并医保〔2024〕1号 · 太原市医保局 · 2024-01-02"
    assert block.link == "https://ybj.taiyuan.gov.cn/1"


def test_figures_on_different_grounds_stand_apart(chinese: Words) -> None:
    """One checked, one not: two blocks, the second with its range and marked as not checked."""
    first, second = section(area_view(sheet(RATIO, UNCHECKED), (), Shelf(), chinese), FigureName.RATIO).blocks
    assert [line.value for line in first.lines] == ["82%"]
    assert [line.value for line in second.lines] == ["86%（可能 80% 到 86%）"]
    assert second.badge.word == "公开资料"
    assert second.marks == ("未核对",)
    assert second.link == ""


def test_three_years_without_news_are_marked(chinese: Words) -> None:
    """Known to hold on 1 January 2024: marked from 2 January 2027 on, and not on the first."""
    for on, marks in ((date(2027, 1, 1), ()), (date(2027, 1, 2), ("三年没有核实",))):
        [block] = section(area_view(sheet(RATIO, on=on), (), Shelf(), chinese), FigureName.RATIO).blocks
        assert block.marks == marks


def test_a_figure_borrowed_from_another_kind_of_care_says_so(chinese: Words) -> None:
    """Asked for a drugstore, answered with a figure of another kind."""
    borrowed = replace(sheet(RATIO), kind=CareKind.DRUGSTORE)
    [block] = section(area_view(borrowed, (), Shelf(), chinese), FigureName.RATIO).blocks
    assert block.marks == ("借用普通门诊的数字",)


def test_stays_are_counted(chinese: Words) -> None:
    """800, 400, nothing: each stay by its number, the last for all that follow."""
    [block] = section(area_view(sheet(STAYS), (), Shelf(), chinese), FigureName.DEDUCTIBLE).blocks
    assert block.lines[0].value == "第 1 次 ¥800.00，第 2 次 ¥400.00，第 3 次起 ¥0.00"


def test_a_province_s_figure_says_whose_it_is(chinese: Words) -> None:
    """A figure of the whole country stands as that."""
    national = listed(FigureName.RATIO, ratio(Fraction(82, 100)), "level3", region="CN")
    [block] = section(area_view(sheet(national), (), Shelf(), chinese), FigureName.RATIO).blocks
    assert block.written_for == "全国口径"


def test_a_gap_asks_until_one_has_a_figure_of_ones_own(chinese: Words) -> None:
    """Nothing is known of the cap: why, and what to ask. Once it was told, the question is gone."""
    gap = section(area_view(sheet(), (), Shelf(), chinese), FigureName.CAP)
    assert (gap.blocks, gap.gap, gap.ask) == ((), "没有可靠的数字", "请填这一项。")
    told = replace(OWN, name=FigureName.CAP, value=None)
    answered = section(area_view(sheet(), (told,), Shelf(), chinese), FigureName.CAP)
    assert (answered.gap, answered.ask) == ("", "")
    assert answered.own[0].value == "不封顶"


def test_a_figure_of_ones_own_says_who_told_it_and_when(chinese: Words) -> None:
    """Beside the rulebook's 82 % stands one's own 85 %, for the same case."""
    view = section(area_view(sheet(RATIO), (OWN,), Shelf(), chinese), FigureName.RATIO)
    [line] = view.own
    assert (line.when, line.value, line.told) == ("三级医院", "85%", "2026年11月20日，医保经办窗口")
    assert view.blocks


def test_a_disagreement_names_the_one_used_and_why(chinese: Words) -> None:
    """The official statement is used; where nothing tells which is right, it says that."""
    [against] = area_view(sheet(), (), Shelf(), chinese).disagreements
    assert (against.used.number, against.other.number, against.why) == ("L1", "S4-27", "证据更可靠")
    open_ = replace(sheet(), disagreements=(UNDECIDED,))
    [against] = area_view(open_, (), Shelf(), chinese).disagreements
    assert not against.decided
    assert against.why == "分不出哪一条更可靠，请以参保地 12393 的答复为准。"
    assert DECIDED.used.number == "L1"


def test_the_head_names_place_province_and_line(chinese: Words) -> None:
    """Taiyuan in Shanxi with its hotline, and its own rules by subject."""
    view = area_view(sheet(), (), Shelf(), chinese)
    assert (view.title, view.within, view.hotline) == ("太原市", "山西省", "0351-12393")
    assert [(group.title, [fact.number for fact in group.facts]) for group in view.facts] == [("备案", ["L1"])]


def test_english_titles_begin_with_a_capital() -> None:
    """A figure's name heads its card."""
    view = area_view(sheet(RATIO, STAYS), (), Shelf(), words_of("en"))
    assert all(section.title[0].isupper() for section in view.sections)
