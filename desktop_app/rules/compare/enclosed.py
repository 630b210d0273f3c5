"""Numbers that are known only to lie between two ends, with how they follow each unknown figure.

Interval arithmetic with derivatives: every result encloses every value its parts may take, and its slopes enclose every
slope. Ends are whole multiples of 10**-12, rounded outwards: ratios and what comes of them are mostly exact, nothing is
lost, and no float comes near money.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

ONE: Final = 10**12
BEYOND: Final = 1 << 200
"""A slope nobody can tell, where a payment leaps."""


class Span(NamedTuple):
    """From the lower to the higher end, in units of 10**-12."""

    low: int
    high: int


Slopes = Mapping[int, Span]
"""By how much a number moves with each unknown figure, by the figure's index; those it does not follow are left out."""

FLAT: Final[Slopes] = {}
STILL: Final = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A number between `low` and `high`, in units of 10**-12, and its slopes."""

    low: int
    high: int
    slopes: Slopes

    def __add__(self, other: "Enclosed") -> "Enclosed":
        return Enclosed(self.low + other.low, self.high + other.high, _summed(self.slopes, other.slopes))

    def __sub__(self, other: "Enclosed") -> "Enclosed":
        slopes = {at: Span(-high, -low) for at, (low, high) in other.slopes.items()} if other.slopes else FLAT
        return Enclosed(self.low - other.high, self.high - other.low, _summed(self.slopes, slopes))

    def __mul__(self, other: "Enclosed") -> "Enclosed":
        low, high = _product(self.low, self.high, other.low, other.high)
        return Enclosed(low, high, _summed(_scaled(self.slopes, other), _scaled(other.slopes, self)))

    def over(self, ratio: "Enclosed") -> "Enclosed":
        """Divided by `ratio`, which must lie above 0."""
        low, high = _inverse(ratio.low, ratio.high)
        square = _product(low, high, low, high)
        slopes = {at: _product(-square[1], -square[0], *slope) for at, slope in ratio.slopes.items()}
        return self * Enclosed(low, high, slopes)


def whole(amount: int) -> Enclosed:
    """An amount of whole fen."""
    return Enclosed(amount * ONE, amount * ONE, FLAT)


def between(low: Fraction | int, high: Fraction | int) -> Span:
    """The span of two exact numbers, rounded outwards."""
    return Span(low.numerator * ONE // low.denominator, -(-high.numerator * ONE // high.denominator))


def number(value: Fraction | int) -> Enclosed:
    """One exact number."""
    return Enclosed(*between(value, value), FLAT)


def least(one: Enclosed, other: Enclosed) -> Enclosed:
    """The smaller of two; where it is open which that is, both slopes are possible."""
    if one.high <= other.low:
        return one
    if other.high <= one.low:
        return other
    return Enclosed(min(one.low, other.low), min(one.high, other.high), _either(one.slopes, other.slopes))


def most(one: Enclosed, other: Enclosed) -> Enclosed:
    """The larger of two."""
    if one.low >= other.high:
        return one
    if other.low >= one.high:
        return other
    return Enclosed(max(one.low, other.low), max(one.high, other.high), _either(one.slopes, other.slopes))


def leaping(one: Enclosed, other: Enclosed, deciding: Iterable[int]) -> Enclosed:
    """Either of two, whichever the figures `deciding` turn out to ask for: between them the number leaps."""
    slopes = dict(_either(one.slopes, other.slopes)) | {at: Span(-BEYOND, BEYOND) for at in deciding}
    return Enclosed(min(one.low, other.low), max(one.high, other.high), slopes)


NOUGHT: Final = whole(0)
UNIT: Final = whole(1)


def above(number: Enclosed) -> Enclosed:
    """The number, or 0 where it would be less."""
    return most(number, NOUGHT)


def _product(a: int, b: int, c: int, d: int) -> Span:
    """The span of the products of a..b and c..d."""
    if a >= 0 and c >= 0:
        return Span(a * c // ONE, -(-b * d // ONE))
    products = (a * c, a * d, b * c, b * d)
    return Span(min(products) // ONE, -(-max(products) // ONE))


def _inverse(low: int, high: int) -> Span:
    return Span(ONE * ONE // high, -(-ONE * ONE // low))


def _scaled(slopes: Slopes, by: Enclosed) -> Slopes:
    if not slopes:
        return FLAT
    return {at: _product(slope.low, slope.high, by.low, by.high) for at, slope in slopes.items()}


def _summed(one: Slopes, other: Slopes) -> Slopes:
    if not one or not other:
        return one or other
    total = dict(one)
    for at, (low, high) in other.items():
        mine = total.get(at, STILL)
        total[at] = Span(mine.low + low, mine.high + high)
    return total


def _either(one: Slopes, other: Slopes) -> Slopes:
    """The slopes of both, and everything between."""
    both = {}
    for at in one.keys() | other.keys():
        mine, theirs = one.get(at, STILL), other.get(at, STILL)
        both[at] = Span(min(mine.low, theirs.low), max(mine.high, theirs.high))
    return both
