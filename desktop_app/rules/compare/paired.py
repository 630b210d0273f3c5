"""A number of two routes at once: what it is in one, in the other, and by how much it is more in the other.

The difference is carried from step to step, so that what both routes share never widens it: a cap or a lesser of two
numbers differs at most by as much as what goes into it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop_app.rules.compare import enclosed
from desktop_app.rules.compare.enclosed import Enclosed, Slopes


@dataclass(frozen=True, slots=True)
class Paired:
    """`mine` in the one route, `theirs` in the other, `more` is theirs less mine."""

    mine: Enclosed
    theirs: Enclosed
    more: Enclosed

    @property
    def low(self) -> int:
        """The lowest it is in either."""
        return min(self.mine.low, self.theirs.low)

    @property
    def high(self) -> int:
        """The highest it is in either."""
        return max(self.mine.high, self.theirs.high)

    @property
    def slopes(self) -> Slopes:
        """The figures it follows in either."""
        return {**self.mine.slopes, **self.theirs.slopes}

    def __add__(self, other: "Paired") -> "Paired":
        return Paired(self.mine + other.mine, self.theirs + other.theirs, self.more + other.more)

    def __sub__(self, other: "Paired") -> "Paired":
        return Paired(self.mine - other.mine, self.theirs - other.theirs, self.more - other.more)

    def __mul__(self, other: "Paired") -> "Paired":
        more = self.theirs * other.more + self.more * other.mine
        return Paired(self.mine * other.mine, self.theirs * other.theirs, more)

    def over(self, ratio: "Paired") -> "Paired":
        """Divided by `ratio`, which must lie above 0."""
        mine = self.mine.over(ratio.mine)
        return Paired(mine, self.theirs.over(ratio.theirs), (self.more - mine * ratio.more).over(ratio.theirs))


def pair(mine: Enclosed, theirs: Enclosed, *, same: bool = False) -> Paired:
    """One number of each route; `same` where it is one and the same, known or not."""
    return Paired(mine, theirs, enclosed.NOUGHT if same or mine is theirs else theirs - mine)


def whole(amount: int) -> Paired:
    """An amount of whole fen in both."""
    both = enclosed.whole(amount)
    return Paired(both, both, enclosed.NOUGHT)


def least(one: Paired, other: Paired) -> Paired:
    """The smaller of two in each route."""
    mine, theirs = enclosed.least(one.mine, other.mine), enclosed.least(one.theirs, other.theirs)
    return _chosen(mine, theirs, one, other)


def most(one: Paired, other: Paired) -> Paired:
    """The larger of two in each route."""
    mine, theirs = enclosed.most(one.mine, other.mine), enclosed.most(one.theirs, other.theirs)
    return _chosen(mine, theirs, one, other)


def leaping(one: Paired, other: Paired, deciding: Iterable[int]) -> Paired:
    """Either of two in each route, whichever the figures `deciding` turn out to ask for."""
    figures = tuple(deciding)
    mine = enclosed.leaping(one.mine, other.mine, figures)
    theirs = enclosed.leaping(one.theirs, other.theirs, figures)
    return Paired(mine, theirs, theirs - mine)


NOUGHT: Final = whole(0)
UNIT: Final = whole(1)


def above(number: Paired) -> Paired:
    """The number, or 0 where it would be less."""
    return most(number, NOUGHT)


def _chosen(mine: Enclosed, theirs: Enclosed, one: Paired, other: Paired) -> Paired:
    """The lesser or larger in both routes: between the differences of the two, wherever either may be chosen."""
    if mine is one.mine and theirs is one.theirs:
        return one
    if mine is other.mine and theirs is other.theirs:
        return other
    apart = theirs - mine
    low, high = min(one.more.low, other.more.low), max(one.more.high, other.more.high)
    return Paired(mine, theirs, Enclosed(max(apart.low, low), min(apart.high, high), apart.slopes))
