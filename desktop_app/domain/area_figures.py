"""All figures of a place, each with what other sources state, and what is not known there."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.area_sheet import Disagreement
from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import FigureName, Gap
from desktop_app.domain.listing import ListedFigure
from desktop_app.domain.person import Scheme
from desktop_app.domain.region import RegionMatch


@dataclass(frozen=True, slots=True)
class WeighedFigure:
    """A figure that counts for somebody, with what other sources state and which of them is used, and why."""

    listed: ListedFigure
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Unstated:
    """What is not written for a kind of care: the figures borrowed from outpatient care, and those nobody knows."""

    scheme: Scheme
    kind: CareKind
    as_outpatient: tuple[FigureName, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """The figures of a place in force on a day, by scheme, kind of care and figure, and what is missing."""

    place: RegionMatch
    on: date
    figures: tuple[WeighedFigure, ...]
    unstated: tuple[Unstated, ...]
