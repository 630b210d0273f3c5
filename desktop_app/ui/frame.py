"""What stands in the main window: the rail, the page, and above it what has to be said about the program itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.page import Page, PageEntry
from desktop_app.ui.rail import Rail
from desktop_app.ui.widgets.card import emptied


class Frame(QWidget):
    """Holds the pages that were built; what stands in for a page is given up as soon as it is left."""

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.rail = Rail(entries)
        self._stack = QStackedWidget()
        self._notices = QVBoxLayout()
        beside, row = QVBoxLayout(), QHBoxLayout(self)
        for layout in (beside, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        beside.addLayout(self._notices)
        beside.addWidget(self._stack, 1)
        row.addWidget(self.rail)
        row.addLayout(beside, 1)

    @property
    def page(self) -> QWidget | None:
        """What is shown now."""
        return self._stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Shows a page. The keyboard goes there too, unless it is walking through the rail."""
        before = self.page
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if not self.rail.isAncestorOf(self.window().focusWidget()):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None and before is not page and not isinstance(before, Page):
            self._stack.removeWidget(before)
            before.deleteLater()

    def notify(self, notice: QWidget) -> None:
        """Puts a notice above the page, in place of the one before."""
        emptied(self._notices)
        self._notices.addWidget(notice)

    def focus(self, name: str) -> None:
        """Puts the keyboard on the control of this name, if there is one on the page."""
        found = self._stack.findChild(QWidget, name) if name else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
