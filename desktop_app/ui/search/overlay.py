"""The search above the page: type, walk with the arrow keys, Enter opens, Escape leaves."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.found import Found, FoundKind
from desktop_app.ui import icons, theme
from desktop_app.ui.search.results import FoundList, grouped
from desktop_app.ui.widgets.buttons import quiet_button
from desktop_app.ui.widgets.text import Text

_WIDEST, _FROM_TOP, _VEIL = 680, 56, 0.86
_GLASS, _BESIDE_GLASS = 18, 12
_PAGE: Final = 5
_WALK: Final[dict[int, int]] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class SearchOverlay(QWidget):
    """Covers what it is opened over with a veil. `typed` asks for finds, `chosen` carries one; it closes by itself."""

    typed = Signal(str)
    chosen = Signal(object)
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("search")
        self.setAccessibleName(self.tr("Search"))
        self._over = over
        self._before: QWidget | None = over.window().focusWidget()
        self._entered = False
        self._headings = self._name_kinds()
        self.field = _SearchField()
        self.field.setObjectName("search_field")
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setPlaceholderText(self.tr("A place, a disease, a question"))
        self.field.textEdited.connect(self._forget_enter)
        self.field.textEdited.connect(self.typed)
        self.field.installEventFilter(self)
        self.leave = quiet_button(self.tr("Close"))
        self.leave.clicked.connect(self.close_search)
        self.list = FoundList()
        self.list.chosen.connect(self._choose)
        self.says = Text(self._hint(), "muted")
        self._lay_out()
        over.installEventFilter(self)
        self._fill()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_found(self, found: Sequence[Found]) -> None:
        """Shows what was found for what stands in the field."""
        self.list.show_rows(grouped(found, self._headings))
        query = self.field.text().strip()
        nothing = self.tr("Nothing found for “%1”. Chinese, pinyin and initials will do.").replace("%1", query)
        self.say("" if found else nothing if query else self._hint())
        self.list.scrollToTop()
        self._tell()
        if self._entered and self.list.current is not None:
            self._choose(self.list.current)

    def say(self, sentence: str) -> None:
        """Says a sentence in the place of finds."""
        self.says.setText(sentence)
        self.says.setVisible(bool(sentence))
        self._fit()

    def close_search(self) -> None:
        """Leaves, and gives the keyboard back to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walks, opens and leaves from the field; stays as large as what it covers."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self._fill()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: ARG002, N802 -- Qt's own name; there are two stops
        """Keeps the tabulator on the search: from the field to Close and back."""
        stop = self.leave if self.field.hasFocus() else self.field
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves from anywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """A click beside the panel leaves."""
        self.close_search()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws a veil over the page."""
        veil = theme.current().color("background")
        veil.setAlphaF(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def _lay_out(self) -> None:
        self.panel = _Panel()
        self._column, head = QVBoxLayout(self.panel), QHBoxLayout()
        column = self._column
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.UNIT)
        head.setSpacing(theme.UNIT)
        head.addWidget(self.field, 1)
        head.addWidget(self.leave)
        column.addLayout(head)
        self.says.setContentsMargins(12, 4, 12, 8)
        column.addWidget(self.says)
        column.addWidget(self.list, 1)
        self.panel.setParent(self)

    def _fill(self) -> None:
        self.setGeometry(self._over.rect())
        self._fit()

    def _fit(self) -> None:
        """The panel in the middle at the top, as high as what was found, and never beyond the window."""
        worn = theme.current()
        width = min(worn.px(_WIDEST), self.width() - 2 * theme.ROOM)
        top = min(_FROM_TOP, self.height() // 12)
        self.list.setVisible(self.list.rows.rowCount() > 0)
        self.panel.setGeometry((self.width() - width) // 2, top, width, self.height() - 2 * top)
        self._column.activate()
        self.list.doItemsLayout()
        surplus = self.list.height() - self.list.wanted_height() if self.list.isVisibleTo(self) else 0
        height = self.panel.height() - surplus if self.list.isVisibleTo(self) else self.panel.sizeHint().height()
        self.panel.resize(width, min(height, self.height() - 2 * top))

    def _press(self, key: Qt.Key) -> bool:
        """What the field leaves to the list."""
        if key in _WALK:
            self.list.walk(_WALK[key])
            self._tell()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._entered = self.list.current is None
            if self.list.current is not None:
                self._choose(self.list.current)
        elif key == Qt.Key.Key_Escape:
            self.close_search()
        else:
            return False
        return True

    def _forget_enter(self) -> None:
        """Enter opens the best find for what stood in the field, even where the answer comes later."""
        self._entered = False

    def _choose(self, found: Found) -> None:
        self._before = None
        self.chosen.emit(found)
        self.close_search()

    def _tell(self) -> None:
        """Tells assistive technology on which find one stands: the keyboard stays in the field."""
        found = self.list.current
        self.field.setAccessibleDescription(f"{found.title} {found.detail}".strip() if found else self.says.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))

    def _hint(self) -> str:
        return self.tr("Chinese, pinyin or initials: two characters will do. For example ty for Taiyuan.")

    def _name_kinds(self) -> dict[FoundKind, str]:
        return {
            FoundKind.REGION: self.tr("Places"),
            FoundKind.DISEASE: self.tr("Diseases"),
            FoundKind.TOPIC: self.tr("Help"),
            FoundKind.TERM: self.tr("Terms"),
            FoundKind.PAGE: self.tr("Pages"),
            FoundKind.STATEMENT: self.tr("What the articles say"),
        }


class _SearchField(QLineEdit):
    """A line with a glass in front that grows with the text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the glass before the text."""
        side = theme.current().px(_GLASS)
        self.setTextMargins(side + _BESIDE_GLASS, 0, 0, 0)
        super().paintEvent(event)
        place = QRect(_BESIDE_GLASS, (self.height() - side) // 2, side, side)
        icons.paint(QPainter(self), "search", place, theme.current().color("muted"))


class _Panel(QFrame):
    """The white card; a click on it is no click beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keeps the click to itself."""
        event.accept()
