"""The look of everything: roles, sizes, and the one style sheet made from them.

Distances keep to an 8-pixel grid and do not grow with the text; type and what is pressed do.
"""

from dataclasses import asdict, dataclass
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.paths import resources_dir
from desktop_app.ui.roles import CONTRAST, DARK, LIGHT, Look, Roles

TEXT_PERCENTS: Final = (100, 125, 150)
"""Text sizes in per cent: standard, large, extra large."""

SMALL, BODY, STRONG, HEADING, TITLE, FIGURE = 13, 15, 17, 20, 28, 44
"""Type sizes in pixels at 100 %: badges, text, emphasised text, headings, page titles, the one big figure."""

TARGET = 40
"""The least height of whatever can be pressed, in pixels at 100 %."""

UNIT, GAP, ROOM, MARGIN = 8, 16, 24, 40
"""Distances in pixels: the grid, between cards, inside cards, around a page."""

RADIUS, FIELD_RADIUS = 10, 8
"""Corner radii in pixels: cards; fields and buttons."""

_QSS = "style.qss"


@dataclass(frozen=True, slots=True)
class Theme:
    """One look at one text size."""

    roles: Roles
    percent: int = 100

    def px(self, size: int) -> int:
        """A size that grows with the text, in pixels."""
        return (size * self.percent + 50) // 100

    def color(self, role: str) -> QColor:
        """The colour that plays this role. Raises AttributeError for an unknown role."""
        return QColor(getattr(self.roles, role))

    @property
    def line(self) -> int:
        """How thick an outline is, in pixels: thin, except where contrast is the point."""
        return 2 if self.roles is CONTRAST else 1

    def style_sheet(self) -> str:
        """The program's one style sheet with this theme's roles and sizes filled in."""
        sizes = {"small": SMALL, "body": BODY, "strong": STRONG, "heading": HEADING, "title": TITLE, "figure": FIGURE}
        values: dict[str, object] = {f"type_{name}": self.px(size) for name, size in sizes.items()}
        values |= asdict(self.roles)
        values |= {"target": self.px(TARGET), "line": self.line, "radius": RADIUS, "field_radius": FIELD_RADIUS}
        values |= {"icon": self.px(20), "bar": self.px(12), "bar_handle": self.px(6) // 2}
        return Template((resources_dir() / _QSS).read_text(encoding="utf-8")).substitute(values)


def theme_for(look: Look, percent: int = 100) -> Theme:
    """The theme for a chosen look and text size."""
    if look is Look.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        look = Look.DARK if dark else Look.LIGHT
    return Theme({Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}[look], percent)


_worn = Theme(LIGHT)


def current() -> Theme:
    """The theme the application wears now. Painting code asks each time, so that a change shows at the next paint."""
    return _worn


def wear(app: QApplication, theme: Theme) -> None:
    """Dresses the whole application, windows already open included."""
    global _worn  # noqa: PLW0603 -- as with the palette and the font, Qt has one application and it wears one theme
    _worn = theme
    font = app.font()
    font.setPixelSize(theme.px(BODY))
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setStyleSheet(theme.style_sheet())


def _palette(theme: Theme) -> QPalette:
    """What Qt's own painting needs: rich text, selections, links, placeholders."""
    role = QPalette.ColorRole
    roles = {
        role.Window: "background",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "background",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "danger",
        role.Highlight: "primary",
        role.HighlightedText: "on_primary",
        role.Link: "primary",
        role.LinkVisited: "primary",
        role.PlaceholderText: "muted",
        role.ToolTipBase: "text",
        role.ToolTipText: "surface",
        role.Accent: "primary",
        role.Light: "surface",
        role.Midlight: "hover",
        role.Mid: "border",
        role.Dark: "edge",
        role.Shadow: "edge",
    }
    palette = QPalette()
    for part, name in roles.items():
        palette.setColor(part, theme.color(name))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, theme.color("muted"))
    return palette
