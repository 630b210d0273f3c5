"""A banner: one answer, warning or problem in a sentence, with what can be done about it."""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop_app.ui import theme
from desktop_app.ui.icons import IconView
from desktop_app.ui.widgets.text import Text

Tone = Literal["good", "primary", "info", "warning", "danger"]
_ICONS: Final[dict[Tone, str]] = {
    "good": "shield-check",
    "primary": "shield-check",
    "info": "info",
    "warning": "triangle-alert",
    "danger": "triangle-alert",
}


class Banner(QFrame):
    """Headline, a line or two below it, and perhaps a button. The icon and the words say what the colour says."""

    def __init__(
        self, tone: Tone, headline: str, text: str = "", *, icon: str | None = None, action: QPushButton | None = None
    ) -> None:
        super().__init__()
        self.setProperty("tone", tone)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(f"{headline} {text}".strip())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.ROOM, theme.GAP, theme.ROOM, theme.GAP)
        self._row.setSpacing(theme.GAP)
        large = bool(text)
        self._row.addWidget(IconView(icon or _ICONS[tone], tone, size=32 if large else 24))
        words = QVBoxLayout()
        words.setSpacing(4)
        self.headline = Text(headline, "heading" if large else "strong")
        self.headline.setObjectName("headline")
        words.addWidget(self.headline)
        self.text = Text(text)
        words.addWidget(self.text)
        self._row.addLayout(words, 1)
        self.text.setVisible(large)
        if action:
            self._row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
