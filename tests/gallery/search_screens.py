"""The screens of the search over everything: empty, with finds of several kinds, with none."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.main_window import SMALLEST_SIZE, MainWindow
from desktop_app.ui.page_list import HOME
from desktop_app.ui.search.overlay import SearchOverlay
from tests.gallery.studio import Arrange, Screen, wait_until


def open_search(window: MainWindow) -> SearchOverlay:
    """Opens the search and waits until it can answer."""
    window.search()
    wait_until(lambda: window.searching.ready, "the search was never ready")
    overlay = window.searching.overlay
    assert overlay is not None
    return overlay


def type_into(overlay: SearchOverlay, query: str) -> None:
    """Types letter by letter; Chinese arrives at once, as from an input method."""
    if query.isascii():
        QTest.keyClicks(overlay.field, query)
        return
    said = QInputMethodEvent()
    said.setCommitString(query)
    QApplication.sendEvent(overlay.field, said)


def searched(query: str) -> Arrange:
    """Opens the search on the home page and types."""

    def arrange(window: MainWindow) -> QWidget | None:
        window.show_page(HOME)
        overlay = open_search(window)
        type_into(overlay, query)
        return None

    return arrange


SCREENS = (
    Screen(name="search-empty", arrange=searched("")),
    Screen(name="search-beian", arrange=searched("beian")),
    Screen(name="search-pressure", arrange=searched("高血压")),
    Screen(name="search-emergency", arrange=searched("急诊")),
    Screen(name="search-card", arrange=searched("卡丢")),
    Screen(name="search-nothing", arrange=searched("zzzz")),
    Screen(name="search-small", arrange=searched("备案"), size=SMALLEST_SIZE),
)
