"""How a chart looks: colours by role, width and type size; and the colours of paper."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FONT_FAMILY: Final = "Yidi Sans SC"
"""The bundled font's family."""

PAPER: Final[Mapping[str, str]] = {
    "surface": "#FFFFFF",
    "text": "#16202A",
    "muted": "#4A5963",
    "border": "#C3CDD6",
    "edge": "#6B7983",
    "primary": "#0B6E69",
    "on_primary": "#FFFFFF",
    "primary_weak": "#E8F3F1",
    "warning": "#8A4205",
    "warning_weak": "#FCF2E6",
    "danger": "#A3211A",
    "danger_weak": "#FBECEB",
    "good": "#17703F",
    "good_weak": "#EAF6EF",
    "info": "#1F5FA8",
    "info_weak": "#EAF2FB",
    "yours": "#6A3FA0",
    "part_basic": "#0B6E69",
    "part_supplement": "#4FA79C",
    "part_critical": "#7AB8E0",
    "part_assistance": "#8E7CC3",
    "part_account": "#E8C66A",
    "part_cash_in": "#D9A441",
    "part_cash_out": "#C4CDD5",
}
"""The roles in print: white ground, near-black text, and no two neighbouring parts of a bill equally dark in grey."""

_STRAIGHT_UP_TO: Final = 0.04045
_WIDE_FROM: Final = "\u2000"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """Colours by role (the theme's or PAPER), the width to fill and the size of type, in pixels."""

    roles: Mapping[str, str]
    width: int = 640
    text: int = 13
    family: str = FONT_FAMILY

    @property
    def line(self) -> int:
        """The height of a line of text."""
        return self.text * 3 // 2

    def ink_on(self, role: str) -> str:
        """The one of the two text colours that reads better on this role's colour."""
        inks = (self.roles["text"], self.roles["surface"])
        return max(inks, key=lambda ink: contrast(ink, self.roles[role]))

    def width_of(self, text: str) -> int:
        """About how wide a text runs, on the generous side; a renderer without fonts cannot measure."""
        ems = sum(100 if character > _WIDE_FROM else 62 for character in text)
        return ems * self.text // 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A finished chart with its size in pixels; `title` says in words what it shows."""

    svg: str
    width: int
    height: int
    title: str

    @property
    def data_uri(self) -> str:
        """The chart as an address that carries it: pages with charts stay in one file."""
        return "data:image/svg+xml;base64," + b64encode(self.svg.encode()).decode()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#RRGGBB`, from 1 to 21 (WCAG 2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """A part of an sRGB colour as light, 0 to 1."""
    return part / 12.92 if part <= _STRAIGHT_UP_TO else ((part + 0.055) / 1.055) ** 2.4
