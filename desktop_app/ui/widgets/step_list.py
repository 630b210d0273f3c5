"""The steps of the wizard with the answers given so far; each step that has been reached can be gone back to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.card import emptied
from desktop_app.ui.widgets.check_row import paint_row_ground
from desktop_app.ui.widgets.two_lines import RowButton, TwoLines, two_lines

_EDGE, _CIRCLE, _AFTER, _ABOVE = 6, 24, 12, 7
_TICK = ((0.27, 0.52), (0.44, 0.68), (0.74, 0.34))


class StepState(StrEnum):
    """Answered, the one on screen, reached before but not complete, or still to come."""

    DONE = "done"
    HERE = "here"
    REACHED = "reached"
    AHEAD = "ahead"


_ROLES = {
    StepState.HERE: "primary",
    StepState.DONE: "text",
    StepState.REACHED: "text",
    StepState.AHEAD: "muted",
}


@dataclass(frozen=True, slots=True)
class WizardStep:
    """One step: its id, title, the answer in a few words, and how far it is."""

    id: str
    title: str
    answer: str = ""
    state: StepState = StepState.AHEAD


class StepList(QWidget):
    """The steps from top to bottom. `visited` carries the id of the step that was pressed."""

    visited = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.rows: tuple[StepRow, ...] = ()

    def show_steps(self, steps: Sequence[WizardStep]) -> None:
        """Shows these steps instead of those before; the keyboard stays on the step it was on."""
        focused = next((row.step.id for row in self.rows if row.hasFocus()), None)
        emptied(self._column)
        self.rows = tuple(StepRow(number, step) for number, step in enumerate(steps, 1))
        for row in self.rows:
            self._column.addWidget(row)
            row.clicked.connect(lambda _checked=False, id=row.step.id: self.visited.emit(id))
            if row.step.id == focused and row.isEnabled():
                row.setFocus()
        self._column.addStretch(1)


class StepRow(RowButton, QPushButton):
    """One step of the list: its number or a tick, its title, and the answer given."""

    def __init__(self, number: int, step: WizardStep) -> None:
        super().__init__(step.title)
        self.step, self._number = step, number
        self.setEnabled(step.state is not StepState.AHEAD)
        self.be_a_row(step.answer)
        self.setAccessibleName(f"{number} {step.title}")

    def words(self) -> TwoLines:
        """The title and the answer."""
        here = self.step.state is StepState.HERE
        return two_lines(self, self.detail, title_size=theme.BODY, detail_size=theme.SMALL, bold=here)

    def margins(self) -> tuple[int, int, int]:
        """The circle at the left."""
        return _EDGE + theme.current().px(_CIRCLE) + _AFTER, _EDGE, _ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the circle with its number or tick, the title and the answer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(self, painter)
        self.words().paint(painter, self.words_place(), _ROLES[self.step.state])
        self._paint_circle(painter)

    def _paint_circle(self, painter: QPainter) -> None:
        worn, words, side = theme.current(), self.words(), theme.current().px(_CIRCLE)
        top = (self.height() - words.height(self.words_place().width())) / 2
        circle = QRectF(_EDGE, top + (words.first_line - side) / 2, side, side)
        done, here = self.step.state is StepState.DONE, self.step.state is StepState.HERE
        painter.setPen(QPen(worn.color("primary" if done or here else "edge"), 1.5))
        painter.setBrush(worn.color("primary" if done else "surface"))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if done:
            painter.setPen(QPen(worn.color("on_primary"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(QPolygonF([QPointF(circle.x() + x * side, circle.y() + y * side) for x, y in _TICK]))
            return
        font = words.detail_font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(worn.color("primary" if here else "muted"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
