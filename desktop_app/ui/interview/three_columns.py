"""Steps, question and help side by side; where room gets short, help and then the steps go below the question."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme

_STEPS, _HELP, _GAP = 190, 236, 32
_WIDE, _MIDDLE = 880, 600
"""The widths in pixels, at 100 % text, from which all three and two of the columns stand side by side."""


class Arrangement(IntEnum):
    """How many columns stand side by side."""

    ONE = 1
    TWO = 2
    THREE = 3


class ThreeColumns(QWidget):
    """The middle is exchanged from page to page, the sides stay. `rearranged` tells that the columns have moved."""

    rearranged = Signal()

    def __init__(self, steps: QWidget, help: QWidget) -> None:
        super().__init__()
        self._steps, self._help = steps, help
        self._middle = QWidget()
        self._holder = QVBoxLayout(self._middle)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(theme.ROOM)
        self.arrangement: Arrangement | None = None
        for part in (self._middle, help, steps):
            part.setParent(self)
        self._arrange(Arrangement.THREE)

    def show_help(self, shown: bool) -> None:
        """Shows or hides the help; without it the middle takes its room."""
        self._help.setVisible(shown)
        self._grid.activate()

    def show_middle(self, view: QWidget) -> None:
        """Puts another view in the middle. The one before stays until `give_up_the_one_before`: it has the keyboard."""
        self._holder.addWidget(view)
        view.show()  # now, not at the layout's leisure: only what is shown can take the keyboard

    def give_up_the_one_before(self) -> None:
        """Gives up every view but the last, once the keyboard has moved on to that."""
        while self._holder.count() > 1:
            before = self._holder.takeAt(0)
            widget = before.widget() if before else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def room_beside_middle(self) -> tuple[int, int]:
        """How far the middle stands from the left and from the right edge, in pixels."""
        worn = theme.current()
        left = 0 if self.arrangement is Arrangement.ONE else worn.px(_STEPS) + _GAP
        beside = self.arrangement is Arrangement.THREE and not self._help.isHidden()
        return left, worn.px(_HELP) + _GAP if beside else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearranges the columns at the widths where words would be squeezed."""
        super().resizeEvent(event)
        width, worn = event.size().width(), theme.current()
        if width >= worn.px(_WIDE):
            self._arrange(Arrangement.THREE)
        else:
            self._arrange(Arrangement.TWO if width >= worn.px(_MIDDLE) else Arrangement.ONE)

    def _arrange(self, wanted: Arrangement) -> None:
        worn = theme.current()
        side = wanted != Arrangement.ONE
        self._steps.setMinimumWidth(worn.px(_STEPS) if side else 0)
        self._steps.setMaximumWidth(worn.px(_STEPS) if side else 16_777_215)
        three = wanted is Arrangement.THREE
        self._help.setMinimumWidth(worn.px(_HELP) if three else 0)
        self._help.setMaximumWidth(worn.px(_HELP) if three else 16_777_215)
        if wanted == self.arrangement:
            return
        self.arrangement = wanted
        for part in (self._middle, self._help, self._steps):
            self._grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        if wanted is Arrangement.ONE:
            for row, part in enumerate((self._middle, self._help, self._steps)):
                self._grid.addWidget(part, row, 0, top)
        else:
            self._grid.addWidget(self._steps, 0, 0, 2, 1, top)
            self._grid.addWidget(self._middle, 0, 1, top)
            self._grid.addWidget(self._help, 0 if three else 1, 2 if three else 1, top)
        for column in range(3):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(0 if wanted is Arrangement.ONE else 1, 1)
        self.rearranged.emit()
