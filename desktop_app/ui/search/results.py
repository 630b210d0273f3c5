"""What was found, in groups: a heading for each kind, and a row with icon, title and detail for each find."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.found import Found, FoundKind
from desktop_app.ui import icons, theme
from desktop_app.ui.search.destinations import ICONS
from desktop_app.ui.widgets.two_lines import TwoLines

_EDGE, _ICON, _AFTER, _ABOVE = 12, 20, 14, 8
_HEADING_ABOVE, _HEADING_BELOW = 14, 4
_ROUND: Final = 6

Index = QModelIndex | QPersistentModelIndex
Row = Found | str
"""A find, or the heading of a group."""


def grouped(found: Sequence[Found], headings: dict[FoundKind, str]) -> list[Row]:
    """The finds by kind under their headings; the kind of the best find comes first, each in its own order."""
    rows: list[Row] = []
    for kind in dict.fromkeys(each.kind for each in found):
        rows.append(headings[kind])
        rows.extend(each for each in found if each.kind is kind)
    return rows


class FoundModel(QStandardItemModel):
    """The rows; headings can be neither chosen nor stood on."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Shows these rows instead."""
        self.clear()
        self._rows = rows
        for row in rows:
            item = QStandardItem(f"{row.title} {row.detail}".strip() if isinstance(row, Found) else row)
            item.setEditable(False)
            if not isinstance(row, Found):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.appendRow(item)

    def row(self, index: Index) -> Row | None:
        """What stands there."""
        return self._rows[index.row()] if index.isValid() else None


class FoundList(QListView):
    """The rows on screen. `chosen` carries the find; the keyboard stays in the field and walks from there."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("found")
        self.rows = FoundModel()
        self.setModel(self.rows)
        self.setItemDelegate(_FoundDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("What was found"))
        self.clicked.connect(self._choose)

    @property
    def current(self) -> Found | None:
        """The find one stands on."""
        row = self.rows.row(self.currentIndex())
        return row if isinstance(row, Found) else None

    def show_rows(self, rows: list[Row]) -> None:
        """Shows what was found, standing on the first."""
        self.rows.show_rows(rows)
        self.walk(1)
        self.scrollToTop()

    def walk(self, steps: int) -> None:
        """Goes so many finds down, or up; at either end it goes no further."""
        places = [place for place, row in enumerate(self._all()) if isinstance(row, Found)]
        if not places:
            return
        here = self.currentIndex().row()
        at = places.index(here) + steps if here in places else 0
        self.setCurrentIndex(self.rows.index(places[min(max(at, 0), len(places) - 1)], 0))
        if self.currentIndex().row() == places[0]:
            self.scrollToTop()

    def wanted_height(self) -> int:
        """Room for all rows."""
        return sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount())) + 2 * self.frameWidth()

    def _all(self) -> list[Row | None]:
        return [self.rows.row(self.rows.index(place, 0)) for place in range(self.rows.rowCount())]

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if isinstance(row, Found):
            self.chosen.emit(row)


class _FoundDelegate(QStyledItemDelegate):
    """Measures and draws the rows; the one that is stood on has a frame, not only a colour."""

    def __init__(self, view: FoundList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of all lines at the width of the list."""
        row, worn, width = self._view.rows.row(index), theme.current(), self._view.viewport().width()
        if isinstance(row, Found):
            words = _words(row, option.font).height(width - _left() - _EDGE)
            return QSize(width, max(worn.px(theme.TARGET), words + 2 * _ABOVE))
        return QSize(width, worn.px(theme.SMALL) + worn.px(theme.UNIT) + _HEADING_ABOVE + _HEADING_BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a heading, or a find on its ground."""
        row, worn = self._view.rows.row(index), theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect
        if isinstance(row, Found):
            self._paint_ground(painter, place, option.state)
            side = worn.px(_ICON)
            icon = QRect(place.left() + _EDGE, place.top() + (place.height() - side) // 2, side, side)
            icons.paint(painter, ICONS[row.kind], icon, worn.color("primary"))
            words = place.adjusted(_left(), 0, -_EDGE, 0)
            _words(row, option.font).paint(painter, words, "text")
        elif row:
            painter.setFont(_font(option.font, theme.SMALL, bold=True))
            painter.setPen(worn.color("muted"))
            at = place.adjusted(_EDGE, _HEADING_ABOVE, 0, -_HEADING_BELOW)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        worn, ground = theme.current(), QRectF(place).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(worn.color("primary"), 2))
            painter.setBrush(worn.color("primary_weak"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(worn.color("hover"))
        else:
            return
        painter.drawRoundedRect(ground, _ROUND, _ROUND)


def _left() -> int:
    return _EDGE + theme.current().px(_ICON) + _AFTER


def _words(found: Found, font: QFont) -> TwoLines:
    """A statement is a sentence and reads as one; everything else has a name."""
    bold = found.kind is not FoundKind.STATEMENT
    title, detail = _font(font, theme.BODY, bold=bold), _font(font, theme.SMALL, bold=False)
    return TwoLines(found.title, found.detail, title, detail)


def _font(font: QFont, size: int, *, bold: bool) -> QFont:
    made = QFont(font)
    made.setPixelSize(theme.current().px(size))
    made.setBold(bold)
    return made
