"""Figures as the rulebook keeps them, for reading, comparing and correcting rather than for calculating."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Fact
from desktop_app.domain.figure import Dimension, Figure, FigureName
from desktop_app.domain.person import Scheme


@dataclass(frozen=True, slots=True)
class Condition:
    """One of these values is asked for: a level, a status, a type of filing …, as `data/figures` writes them."""

    dimension: Dimension
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgeSpan:
    """From an age up to, not including, another; None has no upper end."""

    start: int
    under: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFigure:
    """One figure of the rulebook: for whom it is written, what it says with its range, and what stands behind it.

    `region` is the place it is written for: a county, a pooling area, a province or CN. `kind` None holds for every
    kind of care, `ages` None for every age. A reduction elsewhere may be a `Share`. `disagreements` are facts that
    state otherwise.
    """

    region: str
    scheme: Scheme
    kind: CareKind | None
    name: FigureName
    conditions: tuple[Condition, ...]
    ages: AgeSpan | None
    figure: Figure[object]
    disagreements: tuple[Fact, ...]

    def in_force(self, on: date) -> bool:
        """Whether it holds on this day."""
        return on in self.figure.provenance.period

    def is_stale(self, on: date) -> bool:
        """Whether it holds on this day but was last known to be in force more than three years before."""
        return self.in_force(on) and self.figure.provenance.is_stale(on)
