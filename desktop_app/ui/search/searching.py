"""Opens the search over a window, and answers it: the index is built once, away from the window."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.ui.background import Background
from desktop_app.ui.opened import Opened
from desktop_app.ui.page import PageEntry

if TYPE_CHECKING:
    from desktop_app.domain.found import Found
    from desktop_app.services.search_everything import EverythingSearch
    from desktop_app.ui.search.overlay import SearchOverlay

_AT_REST = 400
"""Milliseconds after the rulebook was opened, when the first page has read what it needs."""


class Searching(QObject):
    """`chosen` carries the page to show and the subject to open it at."""

    chosen = Signal(str, str)

    def __init__(self, background: Background, entries: Sequence[PageEntry]) -> None:
        super().__init__(background)
        self._background, self._entries = background, tuple(entries)
        self._opened: Opened | None = None
        self._preparing: Opened | None = None
        self._problem = ""
        self._search: EverythingSearch | None = None
        self.overlay: SearchOverlay | None = None

    @property
    def ready(self) -> bool:
        """Whether it can answer."""
        return self._search is not None

    def take_opened(self, opened: Opened) -> None:
        """The rulebook, or the same in another language; what was built before does not count any more."""
        self._opened, self._search = opened, None
        QTimer.singleShot(0 if self._is_open() else _AT_REST, self, self._prepare)

    def take_problem(self, problem: str) -> None:
        """There is no rulebook: what is wrong and how to mend it."""
        self._problem = problem

    def open_over(self, covered: QWidget) -> None:
        """Opens the search, or goes back to its field where it is open."""
        if self.overlay is not None and self._is_open():
            self.overlay.field.setFocus()
            return
        from desktop_app.ui.search.overlay import SearchOverlay

        self.overlay = SearchOverlay(covered)
        self.overlay.typed.connect(self._find)
        self.overlay.chosen.connect(self._go)
        self._prepare()

    def _is_open(self) -> bool:
        return self.overlay is not None and isValid(self.overlay) and self.overlay.isVisible()

    def _prepare(self) -> None:
        opened = self._opened
        if opened is None or opened is self._preparing:
            return
        self._preparing = opened
        from desktop_app.services.search_everything import EverythingSearch
        from desktop_app.ui.search.destinations import pages_to_find

        search = EverythingSearch(opened.rulebook, opened.words, pages_to_find(self._entries))
        self._background.run(search.prepare, owner=self, done=lambda built: self._take_search(built, opened))

    def _take_search(self, search: "EverythingSearch", opened: Opened) -> None:
        if opened is not self._opened:
            return
        self._search = search
        if self.overlay is not None and self._is_open() and self.overlay.field.text():
            self._find(self.overlay.field.text())

    def _find(self, query: str) -> None:
        if self.overlay is None:
            return
        if self._search is None:
            self.overlay.say(self._problem or self.tr("Opening the rulebook …"))
            return
        self.overlay.show_found(self._search.find(query))

    def _go(self, found: "Found") -> None:
        from desktop_app.ui.search.destinations import destination

        self.chosen.emit(*destination(found))
