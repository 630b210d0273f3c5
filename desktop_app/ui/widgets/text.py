"""Words on a page, by the part they play; sizes and colours come from the style sheet."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

Part = Literal[
    "title", "heading", "strong", "label", "body", "muted", "small", "figure", "beside_figure", "error", "accent", "sum"
]


class Text(QLabel):
    """A piece of plain text that wraps. Nothing in it is read as markup, so names and quotes may hold any character."""

    def __init__(self, text: str = "", part: Part = "body", *, wraps: bool = True) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", part)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
            self.setMinimumWidth(1)

    def sizeHint(self) -> QSize:
        """One line, where there is room for it."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics = self.fontMetrics()
        lines = self.text().split("\n")
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2
        return QSize(width, max(metrics.height() * len(lines), 1))

    def play(self, part: Part) -> None:
        """Gives the text another part to play."""
        self.setProperty("type", part)
        self.style().unpolish(self)
        self.style().polish(self)


def selectable(text: Text) -> Text:
    """Lets a document number or a telephone number be marked and copied, with the mouse or the keyboard."""
    flag = Qt.TextInteractionFlag
    text.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
    return text


class Divider(QFrame):
    """A hairline between rows; a strong one above a sum."""

    def __init__(self, *, strong: bool = False) -> None:
        super().__init__()
        self.setProperty("weight", "strong" if strong else "hair")
