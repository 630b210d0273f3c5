"""Words on a page, by the part they play; sizes and colours come from the style sheet."""

import re
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

Part = Literal[
    "title", "heading", "strong", "label", "body", "muted", "small", "figure", "beside_figure", "error", "accent", "sum"
]

_BREAK: Final = "\u200b"
_UNBROKEN: Final = re.compile(r"[!-,.0-~]{21,}")
"""What a line cannot be broken in, like the long number at the end of an address, is broken after so many letters."""
_EVERY: Final = 10


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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies what is marked as it is written, without the places where a line may be broken."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Puts what is marked on the clipboard, as it is written."""
        QGuiApplication.clipboard().setText(self.selectedText().replace(_BREAK, ""))

    def play(self, part: Part) -> None:
        """Gives the text another part to play."""
        self.setProperty("type", part)
        self.style().unpolish(self)
        self.style().polish(self)


def selectable(text: Text) -> Text:
    """Lets a document number or an address be marked and copied, with the mouse or the keyboard; none is cut off."""
    flag = Qt.TextInteractionFlag
    text.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
    words = _UNBROKEN.sub(_broken, text.text())
    if words != text.text():
        text.setText(words)
        copy = QAction(QCoreApplication.translate("Text", "Copy"), text)  # Qt's own would copy the breaks too
        copy.triggered.connect(text.copy)
        text.addAction(copy)
        text.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return text


def _broken(run: re.Match[str]) -> str:
    return _BREAK.join(run[0][start : start + _EVERY] for start in range(0, len(run[0]), _EVERY))


class Divider(QFrame):
    """A hairline between rows; a strong one above a sum."""

    def __init__(self, *, strong: bool = False) -> None:
        super().__init__()
        self.setProperty("weight", "strong" if strong else "hair")
