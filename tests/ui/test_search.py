"""The search over everything by keyboard: opened from anywhere, walked with the arrow keys, left with Escape."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextBrowser, QWidget

from desktop_app.domain.found import Found, FoundKind
from desktop_app.storage.rule_pack import RulePack
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page_list import ABOUT, ESTIMATOR, HELP, HOME, RULEBOOK, all_pages
from desktop_app.ui.pages.help import HelpPage
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.roles import Look
from desktop_app.ui.search.destinations import destination
from desktop_app.ui.search.overlay import SearchOverlay
from tests.gallery.search_screens import open_search, type_into
from tests.gallery.shell_screens import at, open_missing, open_slowly
from tests.gallery.studio import Screen, settle, standing, wait_until

CHINESE = Preferences("zh_CN", 100, Look.LIGHT)


@pytest.fixture
def window(pack_file: Path) -> Iterator[MainWindow]:
    """The window on its first page, with the rulebook open."""
    with standing(Screen(name="search", arrange=at(HOME)), pack=pack_file, preferences=CHINESE) as (window, _):
        window.activateWindow()
        yield window


def marked(window: MainWindow) -> list[str]:
    """The pages the rail marks."""
    return [button.id for button in window.rail.buttons.values() if button.isChecked()]


def shown(overlay: SearchOverlay) -> list[str]:
    """Headings and titles on the list, in order."""
    rows = (overlay.list.rows.row(overlay.list.rows.index(place, 0)) for place in range(overlay.list.rows.rowCount()))
    return [row.title if isinstance(row, Found) else str(row) for row in rows]


def is_open(window: MainWindow) -> bool:
    """Whether the search is on screen."""
    return any(overlay.isVisible() for overlay in window.findChildren(SearchOverlay))


def test_keys_alone_lead_from_any_page_to_an_answer(window: MainWindow, qapp: QApplication) -> None:
    """Ctrl+K, two syllables, one row down past the heading, Enter: the help page on filing is open."""
    window.show_page(ABOUT)
    QTest.keySequence(window, "Ctrl+K")
    overlay = open_search(window)
    assert overlay.field.hasFocus()
    QTest.keyClicks(overlay.field, "beian")
    assert shown(overlay)[:4] == ["地方", "北安市", "帮助", "什么是备案，怎么办"]
    QTest.keyClick(overlay.field, Qt.Key.Key_Down)
    assert overlay.list.current is not None
    assert overlay.list.current.target == "filing"
    QTest.keyClick(overlay.field, Qt.Key.Key_Return)
    qapp.processEvents()
    assert not is_open(window)
    assert marked(window) == [HELP]
    assert isinstance(window.page, HelpPage)
    assert window.page.remembered() == {"page": "topic/filing"}


def test_escape_gives_the_keyboard_back(window: MainWindow) -> None:
    """What one stood on before is what one stands on after, and the page is the same."""
    window.show_page(ESTIMATOR)
    settle()
    field = window.findChild(QWidget, "total")
    assert isinstance(field, QWidget)
    field.setFocus()
    QTest.keySequence(window, "Ctrl+K")
    QTest.keyClicks(open_search(window).field, "ty")
    QTest.keyClick(open_search(window).field, Qt.Key.Key_Escape)
    assert not is_open(window)
    assert field.hasFocus()
    assert marked(window) == [ESTIMATOR]


def test_the_tabulator_stays_on_the_search(window: MainWindow) -> None:
    """From the field to Close and back; Enter on Close leaves."""
    overlay = open_search(window)
    for stop in (overlay.leave, overlay.field, overlay.leave):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert stop.hasFocus()
    QTest.keyClick(overlay.leave, Qt.Key.Key_Return)
    assert not is_open(window)


def test_walking_stops_at_both_ends(window: MainWindow) -> None:
    """Up from the first find stays there, Page Down comes to the last; headings are never stood on."""
    overlay = open_search(window)
    type_into(overlay, "断缴")
    first = overlay.list.current
    QTest.keyClick(overlay.field, Qt.Key.Key_Up)
    assert overlay.list.current is first
    for _ in range(5):
        QTest.keyClick(overlay.field, Qt.Key.Key_PageDown)
        assert overlay.list.current is not None
    last = overlay.list.current
    assert last is not None
    assert last.title == shown(overlay)[-1]


def test_a_screen_reader_hears_where_one_stands(window: MainWindow) -> None:
    """The field keeps the keyboard and describes the find; where there is none it says so."""
    overlay = open_search(window)
    type_into(overlay, "高血压")
    assert overlay.field.accessibleDescription() == "高血压 高血压病、高血压合并症"
    overlay.field.clear()
    type_into(overlay, "zzzz")
    assert overlay.field.accessibleDescription() == "没有找到“zzzz”。汉字、拼音、拼音首字母都可以。"
    assert overlay.list.current is None
    QTest.keyClick(overlay.field, Qt.Key.Key_Return)
    assert is_open(window)


@pytest.mark.parametrize(("query", "page", "said"), [
    ("小店区", RULEBOOK, "太原市"),
    ("二档", HELP, "二档"),
    ("乙肝", HELP, "门诊慢特病怎么办"),
    ("S1-04", RULEBOOK, "资讯文章二"),
])  # fmt: skip
def test_each_kind_leads_somewhere(window: MainWindow, query: str, page: str, said: str) -> None:
    """A county to its pooling area's figures, a term and a disease to help, a statement to its article."""
    overlay = open_search(window)
    type_into(overlay, query)
    QTest.keyClick(overlay.field, Qt.Key.Key_Return)
    assert marked(window) == [page]
    wait_until(lambda: said in "\n".join(words_on(window.page)), f"{said} never came up")


def words_on(page: QWidget | None) -> Iterator[str]:
    """Everything that can be read on a page: labels, fields and rich text."""
    assert page is not None
    for part in page.findChildren(QWidget):
        if part.isVisibleTo(page):
            if isinstance(part, QLabel | QLineEdit):
                yield part.text()
            elif isinstance(part, QTextBrowser):
                yield part.toPlainText()


def test_the_box_on_the_first_page_opens_it(window: MainWindow) -> None:
    """By mouse and by keyboard."""
    box = window.findChild(QWidget, "search_box")
    assert isinstance(box, QWidget)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert is_open(window)
    QTest.keyClick(open_search(window).field, Qt.Key.Key_Escape)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert is_open(window)


def test_it_opens_once(window: MainWindow) -> None:
    """Ctrl+K again goes back to the field."""
    overlay = open_search(window)
    overlay.leave.setFocus()
    QTest.keySequence(window, "Ctrl+K")
    assert len([each for each in window.findChildren(SearchOverlay) if each.isVisible()]) == 1
    assert overlay.field.hasFocus()


def test_the_mouse_chooses_and_leaves(window: MainWindow, qapp: QApplication) -> None:
    """A click on a find opens it; one beside the panel leaves, one on the panel does not."""
    overlay = open_search(window)
    QTest.mouseClick(overlay.panel, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert is_open(window)
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not is_open(window)
    overlay = open_search(window)
    type_into(overlay, "急诊")
    settle()
    row = overlay.list.visualRect(overlay.list.currentIndex()).center()
    QTest.mouseClick(overlay.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    qapp.processEvents()
    assert marked(window) == [HELP]


def test_pages_are_found_by_their_names(window: MainWindow, qapp: QApplication) -> None:
    """Whoever types 测算 is led to the estimator."""
    overlay = open_search(window)
    type_into(overlay, "测算")
    assert shown(overlay)[:2] == ["页面", "报销测算"]
    QTest.keyClick(overlay.field, Qt.Key.Key_Return)
    qapp.processEvents()
    assert marked(window) == [ESTIMATOR]


def test_every_page_goes_by_other_words(rulebook: RulePack) -> None:
    """Each page one can search for has words people would type, with their pinyin; the first page is where one is."""
    known = {word.target for word in rulebook.search_words() if word.kind is FoundKind.PAGE}
    assert known == {entry.id for entry in all_pages()} - {HOME}


def test_it_answers_as_soon_as_the_rulebook_is_open(pack_file: Path) -> None:
    """Typed before that, it says so and answers by itself."""
    slow = Screen(name="slow", arrange=at(HOME), opener=open_slowly, waits=False)
    with standing(slow, pack=pack_file, preferences=CHINESE) as (window, _):
        window.search()
        overlay = window.searching.overlay
        assert overlay is not None
        QTest.keyClicks(overlay.field, "ty")
        assert overlay.says.text() == "正在打开规则库……"
        wait_until(lambda: window.searching.ready, "the search was never ready")
        assert "太原市" in shown(overlay)


def test_enter_waits_for_the_answer(pack_file: Path) -> None:
    """Whoever types and presses Enter before the rulebook is open is taken there once it is."""
    slow = Screen(name="slow", arrange=at(HOME), opener=open_slowly, waits=False)
    with standing(slow, pack=pack_file, preferences=CHINESE) as (window, _):
        window.search()
        overlay = window.searching.overlay
        assert overlay is not None
        QTest.keyClicks(overlay.field, "taiyuan")
        QTest.keyClick(overlay.field, Qt.Key.Key_Return)
        wait_until(lambda: not is_open(window), "the answer never came")
        assert marked(window) == [RULEBOOK]


def test_without_a_rulebook_it_says_what_is_wrong(pack_file: Path) -> None:
    """The sentence of the first page stands on the search too."""
    missing = Screen(name="missing", arrange=at(HOME), opener=open_missing)
    with standing(missing, pack=pack_file, preferences=CHINESE) as (window, _):
        window.search()
        overlay = window.searching.overlay
        assert overlay is not None
        QTest.keyClicks(overlay.field, "ty")
        assert overlay.says.text().startswith("找不到规则库")


def test_another_language_closes_it(window: MainWindow) -> None:
    """The pages are built anew; the next search answers in the new language."""
    open_search(window)
    window.choose(Preferences("en", 100, Look.LIGHT))
    wait_until(lambda: not is_open(window), "the search stayed open")
    overlay = open_search(window)
    type_into(overlay, "断缴")
    assert shown(overlay)[:2] == ["Help", "When insurance was interrupted"]
    window.choose(CHINESE)
    settle()


def test_every_kind_has_a_destination() -> None:
    """Nothing is found that leads nowhere."""
    targets = {kind: destination(Found(kind=kind, title="", detail="", target="x")) for kind in FoundKind}
    assert targets == {
        FoundKind.REGION: (RULEBOOK, "area/x"),
        FoundKind.DISEASE: (HELP, "special_diseases"),
        FoundKind.TOPIC: (HELP, "x"),
        FoundKind.TERM: (HELP, "glossary/x"),
        FoundKind.PAGE: ("x", ""),
        FoundKind.STATEMENT: (RULEBOOK, "article/x"),
    }
