"""A line to type into, with its unit standing at the right inside the frame."""

from typing import Protocol

from PySide6.QtCore import QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui import theme

_INSET = 12


class Field(Protocol):
    """What a form asks of each of its fields. `edited` tells of every change a person makes."""

    edited: SignalInstance

    def problem(self) -> str:
        """What is wrong with what stands in the field, in a sentence; empty where nothing is."""

    def remembered(self) -> str:
        """What stands in the field, so that it can be put back."""

    def put_back(self, text: str) -> None:
        """Puts back what `remembered` gave, without telling anyone."""


class LineField(QLineEdit):
    """A field for a line of text."""

    edited = Signal()

    def __init__(self, *, unit: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.unit = unit
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(lambda _text: self.edited.emit())

    def problem(self) -> str:
        """Nothing can be wrong with a plain line."""
        return ""

    def remembered(self) -> str:
        """The text as typed."""
        return self.text()

    def put_back(self, text: str) -> None:
        """Shows the text again."""
        self.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the unit behind the text."""
        width = self.fontMetrics().horizontalAdvance(self.unit)
        self.setTextMargins(0, 0, width + _INSET if width else 0, 0)
        super().paintEvent(event)
        if width:
            painter = QPainter(self)
            painter.setPen(theme.current().color("muted"))
            place = QRect(0, 0, self.width() - _INSET, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.unit)
