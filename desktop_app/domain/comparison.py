"""Two pooling areas side by side: the same figure for the same person in both."""

from dataclasses import dataclass
from fractions import Fraction

from desktop_app.domain.care import FilingType
from desktop_app.domain.figure import Factor, Figure, FigureName, Gap, Points
from desktop_app.domain.region import PoolingArea

AnyFigure = Figure[object] | Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFigure:
    """One figure in both areas. `away`: for care in another province; then `filing` is what is filed, None nothing."""

    name: FigureName
    left: AnyFigure
    right: AnyFigure
    away: bool = False
    filing: FilingType | None = None

    @property
    def differs(self) -> bool:
        """Whether the two are not the same: another value, another range, or known in one area only."""
        return _said(self.left) != _said(self.right)

    @property
    def known_once(self) -> bool:
        """Whether only one of the areas has it."""
        return isinstance(self.left, Gap) != isinstance(self.right, Gap)


@dataclass(frozen=True, slots=True)
class ComparedAreas:
    """Two areas and their figures, in the order of the calculation."""

    left: PoolingArea
    right: PoolingArea
    figures: tuple[ComparedFigure, ...]


def _said(figure: AnyFigure) -> object:
    """What a figure comes to; nothing less, in points or as a factor, is one thing."""
    if isinstance(figure, Gap):
        return None
    return tuple("nothing less" if part in _NOTHING_LESS else part for part in (figure.value, figure.low, figure.high))


_NOTHING_LESS = (Points(Fraction(0)), Factor(Fraction(1)))
