"""Buttons in three weights: one primary per page, secondary for the other ways on, quiet for the rest."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.ui import theme
from desktop_app.ui.icons import icon

Kind = Literal["primary", "secondary", "quiet"]
_ROLES: dict[Kind, str] = {"primary": "on_primary", "secondary": "text", "quiet": "primary"}


class Button(QPushButton):
    """A button at least 40 pixels high. `trailing` puts the icon behind the words (onwards) instead of before them."""

    def __init__(
        self, text: str, kind: Kind = "secondary", *, icon_name: str | None = None, trailing: bool = False
    ) -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if icon_name:
            self.setIcon(icon(icon_name, _ROLES[kind]))
        if trailing:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def sizeHint(self) -> QSize:
        """As wide as the words need in bold, whatever the style sheet measured."""
        hint = super().sizeHint()
        return QSize(hint.width() + theme.UNIT, hint.height())


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
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
