"""Articles, two areas compared, and the country, in words."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from desktop_app.domain.comparison import ComparedAreas, ComparedFigure
from desktop_app.domain.coverage import Coverage, CoverageKind
from desktop_app.domain.evidence import Article, Evidence
from desktop_app.domain.figure import FigureName
from desktop_app.domain.person import Scheme
from desktop_app.domain.read_article import ReadArticle, ReadStatement
from desktop_app.domain.region import Province
from desktop_app.render.views.article_view import article_view
from desktop_app.render.views.comparison_view import comparison_view
from desktop_app.render.views.country_view import grade_of, legend, province_views
from desktop_app.render.words import Words
from tests.render.conftest import words_of
from tests.render.views.sheets import AREA, DECIDED, GAP, ONE_YEAR, OTHER, PAPER, UNDECIDED, VALID, Shelf, ratio


@pytest.fixture
def chinese() -> Words:
    """The Chinese words."""
    return words_of("zh_CN")


def test_an_article_says_what_is_used_and_what_is_doubted(chinese: Words) -> None:
    """Four statements: used; doubted and not used; used although doubted; only read."""
    read = ReadArticle(
        Article(PAPER, (VALID, ONE_YEAR)),
        (
            ReadStatement(VALID, True, (DECIDED,)),
            ReadStatement(ONE_YEAR, False, (DECIDED,)),
            ReadStatement(VALID, True, (UNDECIDED,)),
            ReadStatement(VALID, False, ()),
        ),
    )
    view = article_view(read, Shelf(), chinese)
    assert [statement.word for statement in view.statements] == ["用到了", "有疑问，不用", "用到了，有疑问", "只供阅读"]
    assert [statement.doubted for statement in view.statements] == [False, True, True, False]
    assert view.summary == "共 4 条说法：2 条用到了，2 条有疑问。"
    assert view.statements[1].note == "与文件不符"
    assert view.statements[1].against[0].why == "证据更可靠"
    assert view.statements[0].subject == "备案"


def test_two_areas_say_where_they_differ(chinese: Words) -> None:
    """The same, different, known in one only; a gap says whom to ask; away from home the filing is named."""
    high, low = ratio(Fraction(82, 100)), ratio(Fraction(8, 10))
    compared = ComparedAreas(
        AREA,
        OTHER,
        (
            ComparedFigure(name=FigureName.RATIO, left=high, right=high),
            ComparedFigure(name=FigureName.RATIO, left=high, right=low, away=True),
            ComparedFigure(name=FigureName.CAP, left=GAP, right=low),
        ),
    )
    view = comparison_view(compared, Shelf(), chinese)
    assert (view.left, view.right) == ("太原市", "深圳市")
    assert [row.verdict for row in view.rows] == ["相同", "不同", "只有一方有"]
    assert view.summary == "3 项里有 2 项不同。"
    assert view.rows[1].title == "支付比例（跨省，没有备案）"
    assert (view.rows[1].left.value, view.rows[1].right.value) == ("82%", "80%")
    assert (view.rows[2].left.value, view.rows[2].left.remark) == ("没有可靠的数字", "问 0351-12393")
    assert view.rows[2].left.badge.word == ""
    assert view.rows[2].right.badge.word == "官方"


@pytest.mark.parametrize(("counts", "grade"), [
    ({"official": 2, "reported": 1, "gap": 1}, "official"),  # 2 of 4 reach it: half is enough
    ({"official": 1, "reported": 1, "typical": 2}, "reported"),  # 1 + 1 of 4
    ({"official": 1, "reported": 1, "typical": 3}, "typical"),  # 2 of 5 are less than half, 5 of 5 are not
    ({"typical": 1, "gap": 2}, "gap"),
    ({}, "gap"),
])  # fmt: skip
def test_a_province_is_graded_by_what_half_of_its_figures_reach(counts: dict[str, int], grade: str) -> None:
    """The better grades count towards the lesser ones; where there is nothing, there is a gap."""
    assert grade_of(Counter(counts)) == grade


def test_a_tile_says_it_all_in_a_sentence(chinese: Words) -> None:
    """One area, three figures: two reported, one missing."""
    kinds = {CoverageKind.INPATIENT: Evidence.REPORTED, CoverageKind.OUTPATIENT: Evidence.REPORTED}
    found = [Coverage(AREA.code, Scheme.EMPLOYEE, kind, evidence) for kind, evidence in kinds.items()]
    found.append(Coverage(AREA.code, Scheme.EMPLOYEE, CoverageKind.ELSEWHERE, None))
    [tile] = province_views([Province("140000", "山西省", "山西", (AREA,))], found, chinese)
    assert (tile.name, tile.letter, tile.grade) == ("山西", "公", "reported")
    assert tile.sentence == (
        "山西省：公开资料。1 个统筹地区，职工和居民、住院门诊大病异地各算一项："
        "官方 0 项，公开资料 2 项，通行口径 0 项，没有数字 1 项。"
    )


def test_the_legend_has_a_letter_and_a_word_for_each_grade(chinese: Words) -> None:
    """Nothing is said by colour alone."""
    assert [said for _, said in legend(chinese)] == ["官 官方", "公 公开资料", "通 通行口径", "缺 没有数字"]
