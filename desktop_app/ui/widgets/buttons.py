"""Buttons in three weights: one primary per page, secondary for the other ways on, quiet for the rest."""

from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.ui import theme
from desktop_app.ui.widgets.worded_button import WordedButton

Kind = Literal["primary", "secondary", "quiet"]
_ROLES: Final[dict[str, str]] = {"primary": "on_primary", "secondary": "text", "quiet": "primary"}


class Button(WordedButton):
    """A button at least 40 pixels high. `trailing` puts the icon behind the words (onwards) instead of before them."""

    def __init__(
        self, text: str, kind: Kind = "secondary", *, icon_name: str | None = None, trailing: bool = False
    ) -> None:
        super().__init__(text, icon_name=icon_name, trailing=trailing)
        self._kind = kind
        self.side_room = 14 if kind == "quiet" else 22
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def role(self) -> str:
        """By weight; muted while it cannot be pressed."""
        return _ROLES[self._kind] if self.isEnabled() else "muted"


def primary_button(text: str, icon_name: str | None = None, *, trailing: bool = False) -> Button:
    """The page's main way on."""
    return Button(text, "primary", icon_name=icon_name, trailing=trailing)


def secondary_button(text: str, icon_name: str | None = None, *, trailing: bool = False) -> Button:
    """Another way on, or back."""
    return Button(text, "secondary", icon_name=icon_name, trailing=trailing)


def quiet_button(text: str, icon_name: str | None = None) -> Button:
    """Something that may be done, and need not be."""
    return Button(text, "quiet", icon_name=icon_name)


class LinkButton(QPushButton):
    """A way to another page that reads as a link and is pressed as a button."""

    def __init__(self, text: str, *, tone: str = "plain") -> None:
        super().__init__(text)
        self.setProperty("tone", tone)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Just its words, at the height of a comfortable target."""
        font = QFont(self.font())
        font.setPixelSize(theme.current().px(theme.BODY))
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + 14, theme.current().px(theme.TARGET) + 4)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()
