"""A line of a checklist: a box to tick, what it is, and a line about it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox

from desktop_app.ui import theme
from desktop_app.ui.widgets.two_lines import RowButton, TwoLines, two_lines

_EDGE, _BOX, _AFTER, _ABOVE = 6, 22, 12, 10
_TICK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))


class CheckRow(RowButton, QCheckBox):
    """A tickable row; `id` is stable, so that its tick can be kept. `toggled` tells of a change."""

    def __init__(self, id: str, title: str, detail: str = "", *, ticked: bool = False) -> None:
        super().__init__(title)
        self.id = id
        self.setChecked(ticked)
        self.be_a_row(detail)

    def words(self) -> TwoLines:
        """What is to be ticked and the line about it."""
        return two_lines(self, self.detail, title_size=theme.BODY, detail_size=14, bold=bool(self.detail))

    def margins(self) -> tuple[int, int, int]:
        """The box at the left."""
        return _EDGE + theme.current().px(_BOX) + _AFTER, _EDGE, _ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the box, its tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(self, painter)
        self._paint_box(painter)
        self.words().paint(painter, self.words_place(), "text")

    def _paint_box(self, painter: QPainter) -> None:
        worn, words, side = theme.current(), self.words(), theme.current().px(_BOX)
        top = (self.height() - words.height(self.words_place().width())) / 2
        box = QRectF(_EDGE, top + (words.first_line - side) / 2, side, side)
        painter.setPen(QPen(worn.color("primary"), 2))
        painter.setBrush(worn.color("primary" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if self.isChecked():
            painter.setPen(QPen(worn.color("on_primary"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK]))


def paint_row_ground(row: RowButton, painter: QPainter) -> None:
    """Shows focus by a ring and the pointer by a ground, on rows that have no frame of their own."""
    worn = theme.current()
    if row.hasFocus():
        painter.setPen(QPen(worn.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif row.underMouse() and row.isEnabled():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.color("hover"))
    else:
        return
    painter.drawRoundedRect(QRectF(row.rect()).adjusted(1, 1, -1, -1), 6, 6)
