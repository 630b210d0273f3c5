"""Every colour of the program by the part it plays: the only place where a colour is written down."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Look(StrEnum):
    """The looks to choose from; `system` follows the desktop between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The colours of one look, `#RRGGBB`. A `…_weak` colour is a ground: `text` and its own colour are readable on it.

    `edge` outlines what can be operated (3:1 against its ground), `border` only divides. The `part_…` colours belong
    to the parts of a bill, from the basic fund to cash out of catalogue.
    """

    background: str
    surface: str
    hover: str
    text: str
    muted: str
    border: str
    edge: str
    primary: str
    primary_strong: str
    on_primary: str
    primary_weak: str
    warning: str
    warning_weak: str
    danger: str
    danger_weak: str
    good: str
    good_weak: str
    info: str
    info_weak: str
    yours: str
    focus: str
    part_basic: str
    part_supplement: str
    part_critical: str
    part_assistance: str
    part_account: str
    part_cash_in: str
    part_cash_out: str


LIGHT: Final = Roles(
    background="#F6F8FA",
    surface="#FFFFFF",
    hover="#EEF2F5",
    text="#1B2733",
    muted="#55656F",
    border="#D5DDE5",
    edge="#83919C",
    primary="#0B6E69",
    primary_strong="#085551",
    on_primary="#FFFFFF",
    primary_weak="#E3F2F0",
    warning="#9A4A06",
    warning_weak="#FDF3E7",
    danger="#B3261E",
    danger_weak="#FCEEED",
    good="#1B7F4B",
    good_weak="#EAF6EF",
    info="#1F5FA8",
    info_weak="#EAF2FB",
    yours="#6A3FA0",
    focus="#1F5FA8",
    part_basic="#0B6E69",
    part_supplement="#3F9D92",
    part_critical="#7AB8E0",
    part_assistance="#8E7CC3",
    part_account="#E8C66A",
    part_cash_in="#D9A441",
    part_cash_out="#B9C4CE",
)

DARK: Final = Roles(
    background="#12181F",
    surface="#1B232C",
    hover="#26303B",
    text="#E8EEF4",
    muted="#A9B6C2",
    border="#33404C",
    edge="#72828F",
    primary="#4FC3B8",
    primary_strong="#7AD8CF",
    on_primary="#06201E",
    primary_weak="#17353A",
    warning="#F0B46A",
    warning_weak="#33291B",
    danger="#FF9A91",
    danger_weak="#3A2224",
    good="#6FCF97",
    good_weak="#1A3327",
    info="#8AB8F2",
    info_weak="#1C2D42",
    yours="#C9ABEE",
    focus="#8AB8F2",
    part_basic="#4FC3B8",
    part_supplement="#2F8F86",
    part_critical="#5B9BD0",
    part_assistance="#9D8BD6",
    part_account="#E8CF8A",
    part_cash_in="#D9A441",
    part_cash_out="#7B8894",
)

CONTRAST: Final = Roles(
    background="#000000",
    surface="#000000",
    hover="#2B2B2B",
    text="#FFFFFF",
    muted="#FFFFFF",
    border="#FFFFFF",
    edge="#FFFFFF",
    primary="#FFE600",
    primary_strong="#FFF27A",
    on_primary="#000000",
    primary_weak="#2E2A00",
    warning="#FFC04D",
    warning_weak="#2E1F00",
    danger="#FF9C9C",
    danger_weak="#3D0A0A",
    good="#8CFF8C",
    good_weak="#062B06",
    info="#8FE3FF",
    info_weak="#00283D",
    yours="#E6C2FF",
    focus="#00FFFF",
    part_basic="#FFE600",
    part_supplement="#B3A100",
    part_critical="#8FE3FF",
    part_assistance="#E6C2FF",
    part_account="#FFFFFF",
    part_cash_in="#FF9C4D",
    part_cash_out="#9E9E9E",
)
