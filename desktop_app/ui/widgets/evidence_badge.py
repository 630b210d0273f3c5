"""The evidence badge: a word in a capsule, so that the grade is never said by colour alone."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.evidence import Evidence
from desktop_app.ui import theme

ROLES: Final = {
    Evidence.OFFICIAL: "good",
    Evidence.REPORTED: "info",
    Evidence.TYPICAL: "warning",
    Evidence.YOURS: "yours",
}


class Capsule(QWidget):
    """A word in a capsule; `role` colours its outline."""

    def __init__(self, role: str, word: str) -> None:
        super().__init__()
        self._role, self.word = role, word
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The word on the badge."""
        return self.word

    def sizeHint(self) -> QSize:
        """Room for the word and the round ends."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.word) + metrics.height() + 4, metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the capsule and the word."""
        painter, worn = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn.color(self._role), worn.line))
        painter.setBrush(worn.color("surface"))
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.word)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current().px(theme.SMALL))
        return font


class EvidenceBadge(Capsule):
    """The grade of a figure or a fact, in the word the reader's language has for it."""

    def __init__(self, evidence: Evidence, word: str) -> None:
        super().__init__(ROLES[evidence], word)
