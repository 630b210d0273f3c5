"""A row of the home page: a case that was begun, with how far it has come."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from desktop_app.ui import icons, theme
from desktop_app.ui.left_off import LeftOff
from desktop_app.ui.widgets.two_lines import RowButton, TwoLines, two_lines

_EDGE, _RING, _AFTER, _CHEVRON, _ABOVE = 20, 52, 20, 20, 14
_ROUND = 360 * 16


class LeftOffRow(RowButton, QPushButton):
    """A card to press in order to go on."""

    least_height = 76

    def __init__(self, left: LeftOff) -> None:
        super().__init__(left.title)
        self._left = left
        self.be_a_row(" · ".join(part for part in (left.detail, left.note) if part))

    def words(self) -> TwoLines:
        """What was begun and where it stands."""
        return two_lines(self, self.detail, title_size=theme.STRONG, detail_size=14)

    def margins(self) -> tuple[int, int, int]:
        """The ring at the left, the chevron at the right."""
        worn = theme.current()
        return _EDGE + worn.px(_RING) + _AFTER, worn.px(_CHEVRON) + 2 * _EDGE, _ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the card, the ring, the words and the chevron."""
        painter, worn = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 3 if self.hasFocus() else worn.line
        painter.setPen(QPen(worn.color("focus" if self.hasFocus() else "border"), thick))
        painter.setBrush(worn.color("hover" if self.underMouse() else "surface"))
        inset = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.RADIUS, theme.RADIUS)
        self._paint_ring(painter)
        self.words().paint(painter, self.words_place(), "text")
        side = worn.px(_CHEVRON)
        place = QRect(self.width() - _EDGE - side, (self.height() - side) // 2, side, side)
        icons.paint(painter, "chevron-right", place, worn.color("text"))

    def _paint_ring(self, painter: QPainter) -> None:
        worn, side = theme.current(), theme.current().px(_RING)
        ring = QRectF(_EDGE, (self.height() - side) / 2, side, side).adjusted(3, 3, -3, -3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(worn.color("border"), 5))
        painter.drawEllipse(ring)
        painter.setPen(QPen(worn.color("primary"), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        done = _ROUND * self._left.answered // max(self._left.asked, 1)
        painter.drawArc(ring, _ROUND // 4, -done)
        font = QFont(self.font())
        font.setPixelSize(worn.px(12))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(worn.color("text"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, f"{self._left.answered}/{self._left.asked}")
