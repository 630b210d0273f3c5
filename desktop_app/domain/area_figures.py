"""All figures of a place, each with what other sources state."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.area_sheet import Disagreement
from desktop_app.domain.listing import ListedFigure
from desktop_app.domain.region import RegionMatch


@dataclass(frozen=True, slots=True)
class WeighedFigure:
    """A figure that counts for somebody, with what other sources state and which of them is used, and why."""

    listed: ListedFigure
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """The figures of a place in force on a day, by scheme, kind of care and figure."""

    place: RegionMatch
    on: date
    figures: tuple[WeighedFigure, ...]
