"""Answers as large cards to choose from: radio buttons to keyboard and screen reader, cards to the eye."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from desktop_app.ui import icons, theme
from desktop_app.ui.widgets.two_lines import RowButton, TwoLines, two_lines

_SIDE, _ICON, _DOT, _BESIDE, _ABOVE = 20, 24, 22, 16, 14


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it stands for, its words, a line of explanation, and an icon."""

    value: str
    title: str
    detail: str = ""
    icon: str | None = None


class ChoiceCard(RowButton, QRadioButton):
    """One answer as a card. Arrow keys move between the cards of a group and choose, the space bar chooses too."""

    least_height = 60

    def __init__(self, choice: Choice) -> None:
        super().__init__(choice.title)
        self.choice = choice
        self.be_a_row(choice.detail)

    def words(self) -> TwoLines:
        """The answer and its line of explanation."""
        return two_lines(self, self.detail, title_size=theme.STRONG, detail_size=14)

    def margins(self) -> tuple[int, int, int]:
        """The icon at the left, the mark of the choice at the right."""
        worn = theme.current()
        left = _SIDE + (worn.px(_ICON) + _BESIDE if self.choice.icon else 0)
        return left, _SIDE + worn.px(_DOT) + _BESIDE, _ABOVE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chooses the card an arrow leads to; Qt does so only once one of the group is chosen."""
        super().keyPressEvent(event)
        reached = QApplication.focusWidget()
        if reached is not self and isinstance(reached, ChoiceCard) and not reached.isChecked():
            reached.click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws ground, icon, words and the mark that shows what is chosen."""
        painter, role = QPainter(self), "primary" if self.isChecked() else "text"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self.choice.icon:
            side = theme.current().px(_ICON)
            place = QRect(_SIDE, (self.height() - side) // 2, side, side)
            icons.paint(painter, self.choice.icon, place, theme.current().color(role))
        self.words().paint(painter, self.words_place(), role)
        self._paint_dot(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        worn, chosen = theme.current(), self.isChecked()
        thick = 3 if self.hasFocus() else 2 if chosen else worn.line
        edge = "focus" if self.hasFocus() else "primary" if chosen else "border"
        ground = "primary_weak" if chosen else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(worn.color(edge), thick))
        painter.setBrush(worn.color(ground))
        inset = thick / 2
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(place, theme.RADIUS, theme.RADIUS)

    def _paint_dot(self, painter: QPainter) -> None:
        worn, side = theme.current(), theme.current().px(_DOT)
        outer = QRectF(self.width() - _SIDE - side, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(worn.color("primary" if self.isChecked() else "edge"), 2))
        painter.setBrush(worn.color("surface"))
        painter.drawEllipse(outer.adjusted(1, 1, -1, -1))
        if self.isChecked():
            inner = side * 0.26
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.color("primary"))
            painter.drawEllipse(outer.adjusted(inner, inner, -inner, -inner))


class ChoiceGroup(QWidget):
    """A question's answers, one of which may be chosen. `chosen` carries its value."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], *, name: str, value: str | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._group = QButtonGroup(self)
        self.cards = tuple(ChoiceCard(choice) for choice in choices)
        for card in self.cards:
            column.addWidget(card)
            self._group.addButton(card)
        self.choose(value)
        self._group.buttonClicked.connect(self._tell)

    @property
    def value(self) -> str | None:
        """What is chosen, or None."""
        return next((card.choice.value for card in self.cards if card.isChecked()), None)

    def choose(self, value: str | None) -> None:
        """Chooses without telling anyone; None chooses nothing."""
        self._group.setExclusive(False)
        for card in self.cards:
            card.setChecked(card.choice.value == value)
        self._group.setExclusive(True)

    def _tell(self) -> None:
        value = self.value
        if value is not None:
            self.chosen.emit(value)
