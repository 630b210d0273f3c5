"""The rulebook page: found by typing, walked by keyboard, read as it is, and told what one was told oneself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.page import Desk
from desktop_app.ui.rulebook.article_panel import StatementRow
from desktop_app.ui.rulebook.compare_panel import ComparedRowView
from desktop_app.ui.rulebook.rulebook_page import RulebookPage
from desktop_app.ui.rulebook.tile_places import tile_places
from tests.gallery.rulebook_screens import COMPARED, TAIYUAN
from tests.ui.rulebook_steps import RESIDENTS, area, marks, said

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def page(qtbot: QtBot, own_desk: Desk) -> RulebookPage:
    """The rulebook page as it opens for the first time, the country read."""
    page = RulebookPage(own_desk)
    qtbot.addWidget(page)
    page.resize(984, 780)
    page.show()
    qtbot.waitUntil(lambda: bool(page.country.map.tiles))
    return page


def test_every_province_has_a_tile_with_a_letter_and_a_sentence(page: RulebookPage) -> None:
    """Thirty-two tiles, none on another; each says its grade by letter, and all of it in name and tooltip."""
    assert len(set(tile_places().values())) == 32
    tiles = page.country.map.tiles
    assert len(tiles) == 32
    for tile in tiles.values():
        assert tile.province.letter in {"官", "公", "通", "缺"}
        assert tile.accessibleName() == tile.toolTip()
        assert tile.province.grade == "gap" or any(
            word in tile.accessibleName() for word in ("官方。", "公开资料。", "通行口径。")
        )


def test_the_map_is_walked_by_keyboard(page: RulebookPage) -> None:
    """Arrow keys go to the neighbour on the map, the space bar unfolds the province in the tree."""
    tiles = page.country.map.tiles
    tiles["110000"].setFocus()
    QTest.keyClick(tiles["110000"], Qt.Key.Key_Left)
    assert tiles["140000"].hasFocus()
    QTest.keyClick(tiles["140000"], Qt.Key.Key_Down)
    assert tiles["410000"].hasFocus()
    QTest.keyClick(tiles["410000"], Qt.Key.Key_Space)
    assert page.country.tree.currentIndex().data() == "河南省"
    assert page.country.tree.isExpanded(page.country.tree.currentIndex())
    assert page.country.about.text() == tiles["410000"].accessibleName()


def test_an_area_is_opened_from_the_tree_by_keyboard(qtbot: QtBot, page: RulebookPage) -> None:
    """Down to Shanxi, unfolded with the right arrow, and its first area opened with Enter."""
    tree = page.country.tree
    tree.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(tree, key)
    assert tree.currentIndex().data() == "太原市"
    QTest.keyClick(tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.area.cards))
    assert page.tabs.tabText(page.tabs.currentIndex()) == "一个地区"
    assert "太原市" in said(page.area)


def test_an_area_is_found_by_pinyin(qtbot: QtBot, page: RulebookPage) -> None:
    """Typed into the search, chosen from the list, shown; the field is free again."""
    search = page.country.search
    search.setFocus()
    QTest.keyClicks(search, "kunshan")
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.area.cards))
    texts = said(page.area)
    assert "昆山市" in texts
    assert any("归苏州市统筹" in text for text in texts)
    assert search.text() == ""


def test_every_figure_stands_with_its_ground(qtbot: QtBot, page: RulebookPage) -> None:
    """Every block of figures has a word for its evidence, the day it holds from, and its source."""
    for card in area(qtbot, page, TAIYUAN).values():
        for block in card.section.blocks:
            assert block.badge.word in {"官方", "公开资料", "通行口径"}
            assert block.days
            assert block.source
            assert not block.link or ".gov.cn/" in block.link
        shown = marks(card)
        assert all(block.badge.word in shown for block in card.section.blocks)
        assert all(mark in shown for block in card.section.blocks for mark in block.marks)


def test_a_figure_nobody_has_says_whom_to_ask(qtbot: QtBot, page: RulebookPage) -> None:
    """A gap is told as one, with the question and the area's own line."""
    card = area(qtbot, page, TAIYUAN)["class_b_ratio"]
    assert any(text.startswith("问 0351-12393") for text in said(card))
    assert marks(card) == []


def test_disagreements_name_the_one_used(qtbot: QtBot, page: RulebookPage) -> None:
    """That a long-term filing in Shanxi lasts a year stands beside what is used instead, and why."""
    area(qtbot, page, TAIYUAN)
    texts = said(page.area)
    assert any("长期备案有效一年" in text for text in texts)
    assert "采用这一条：证据更可靠。" in texts
    assert {"采用", "另一种说法"} <= set(marks(page.area))


def test_a_place_that_is_no_area_is_one_sentence(qtbot: QtBot, page: RulebookPage) -> None:
    """An unknown place is said beside the field; nothing typed is lost."""
    page.put_back({"tab": "area"})
    field = page.area.filter.places["area"]
    field.setText("乌有市")
    page.area.load()
    assert "乌有市" in page.area.filter.rows["area"].error.text()
    assert field.text() == "乌有市"
    qtbot.wait(0)


def test_two_areas_side_by_side(qtbot: QtBot, page: RulebookPage) -> None:
    """Every figure says by a word whether the two differ."""
    page.put_back(COMPARED)
    qtbot.waitUntil(lambda: page.compare.is_shown)
    rows = page.compare.findChildren(ComparedRowView)
    words = {row.accessibleName().rsplit(": ", 1)[1] for row in rows}
    assert words <= {"相同", "不同", "只有一方有"}
    assert {"太原市", "深圳市"} <= set(said(page.compare))
    [ratio] = [row for row in rows if row.accessibleName().startswith("支付比例")]
    assert marks(ratio)[0] == "不同"


def test_the_articles_say_what_is_doubted(qtbot: QtBot, page: RulebookPage) -> None:
    """The third article: a doubted statement stands above the stronger one; the filter shows doubted ones alone."""
    page.put_back({"tab": "articles", "article": "article-3"})
    qtbot.waitUntil(lambda: page.articles.is_read)
    everything = page.articles.findChildren(StatementRow)
    [doubted] = [row for row in everything if "递申请表" in row.accessibleName()]
    assert "有疑问，不用" in marks(doubted)
    assert "采用这一条：证据更可靠。" in said(doubted)
    page.articles.which.setFocus()
    QTest.keyClick(page.articles.which, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(visible(page)) < len(everything))
    assert all("有疑问" in row.accessibleName() for row in visible(page))
    assert not any(".json" in text or "/" in text.split(" ")[0] for text in said(page.articles.list))


def visible(page: RulebookPage) -> list[StatementRow]:
    """The statements on screen."""
    return [row for row in page.articles.findChildren(StatementRow) if row.isVisible()]


def test_without_records_no_figure_is_asked_for(qtbot: QtBot, desk: Desk) -> None:
    """Where nothing can be kept, the page shows everything and offers no form."""
    page = RulebookPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert all(card.button is None for card in area(qtbot, page, TAIYUAN).values())


def test_the_page_comes_back_as_it_was_left(qtbot: QtBot, page: RulebookPage) -> None:
    """Tab, area, scheme and kind are put back; the day is the next start's own."""
    area(qtbot, page, RESIDENTS)
    kept = page.remembered()
    assert {name: kept[name] for name in RESIDENTS} == RESIDENTS
    assert "area_day" not in kept
    page.open_at("area/320500")
    qtbot.waitUntil(lambda: "苏州市" in said(page.area))


def test_it_says_that_it_reads_while_it_does(qtbot: QtBot, page: RulebookPage) -> None:
    """An area that was asked for is being read: nobody is told to choose one."""
    page.open_at("area/140100")
    assert said(page.area)[-1] == "正在读规则库……"
    qtbot.waitUntil(lambda: bool(page.area.cards) and "正在读规则库……" not in said(page.area))
    qtbot.waitUntil(page.area.updatesEnabled)
