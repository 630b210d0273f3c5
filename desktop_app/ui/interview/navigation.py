"""The bar below the page: back, save and leave, next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.interview.say import Say
from desktop_app.ui.widgets.button_row import ButtonRow
from desktop_app.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from desktop_app.ui.widgets.text import Text


class Navigation(QWidget):
    """The same three buttons on every page, in the same place."""

    backed = Signal()
    left = Signal()
    went_on = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.UNIT)
        self.back = secondary_button(say("button.back"), "chevron-left")
        self.leave = quiet_button(say("button.leave"))
        self.next = primary_button(say("button.next"), "chevron-right", trailing=True)
        self._hint = Text("", "small")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(ButtonRow([self.back, self.leave], [self.next]))
        self._column.addWidget(self._hint)
        self.back.clicked.connect(self.backed)
        self.leave.clicked.connect(self.left)
        self.next.clicked.connect(self.went_on)
        self.stand_beside(0, 0)

    def offer(self, *, back: bool, next: str | None, hint: str = "") -> None:
        """What can be done here: whether there is a way back, and what the way on is called (None: there is none)."""
        self.back.setVisible(back)
        self.next.setVisible(next is not None)
        if next is not None:
            self.next.setText(next)
            self.next.setAccessibleName(next)
            self.next.updateGeometry()
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def stand_beside(self, left: int, right: int) -> None:
        """Keeps the buttons under what they belong to."""
        margin = theme.MARGIN
        self._column.setContentsMargins(margin + left, theme.UNIT, margin + right, theme.ROOM)
