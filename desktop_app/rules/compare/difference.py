"""What one route pays more than another, over the same unknown figures: enclosed by branch and bound.

Each step takes the box of unknown figures whose bound is lowest. A figure in which the difference only rises, or only
falls, throughout the box is put at the end that matters; what remains is bounded by its values and by its slopes, and
halved. It stops near a difference that some figures do give, or after enough boxes: the bound holds either way.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count
from typing import Final, NamedTuple

from desktop_app.domain.money import Fen, Rounding
from desktop_app.rules.compare.enclosed import ONE, Enclosed, Span
from desktop_app.rules.compare.payment import HALF, Enclosure
from desktop_app.rules.compare.stay import Stay, alike
from desktop_app.rules.compare.unknowns import Box

MOST_BOXES: Final = 4
"""So many boxes are halved for one end of a difference: more would cost more time than they take off it."""

NEAR: Final = 10 * ONE
"""A bound within ten fen of a difference that occurs is near enough."""

_UNREACHED: Final = 1


class Bounded(NamedTuple):
    """A box with the lowest the difference may be in it, and one that occurs in it, in units of 10**-12 fen."""

    bound: int
    occurs: int
    box: Box
    cut: int | None


def lowest_difference(one: Stay, other: Stay, box: Box) -> Fen:
    """A bound below everything that `other` may pay more than `one`, tight where few figures pull both ways."""
    order, first = count(), _bounded(one, other, box)
    waiting, occurs = [(first.bound, next(order), first)], first.occurs
    for _ in range(MOST_BOXES):
        bound, _, piece = waiting[0]
        if piece.cut is None or bound >= occurs - NEAR:
            break
        heappop(waiting)
        for half in _halves(piece.box, piece.cut):
            found = _bounded(one, other, half)
            occurs = min(occurs, found.occurs)
            heappush(waiting, (found.bound, next(order), found))
    return Fen(-(-waiting[0][0] // ONE))


def widest(one: Stay, other: Stay, box: Box, likely: Box) -> int | None:
    """The unknown figure that sways the difference most while all others are as is likely; None where none does."""

    def swing(at: int) -> int:
        alone = _difference(one, other, (*likely[:at], box[at], *likely[at + 1 :]))[0]
        return alone.high - alone.low

    return max(range(len(box)), key=swing, default=None)


def _bounded(one: Stay, other: Stay, box: Box) -> Bounded:
    """The box with its lowest difference, as far as values and slopes tell."""
    while True:
        difference, loose = _difference(one, other, box)
        moved = _moved(box, difference)
        if moved == box:
            break
        box = moved
    if not difference.slopes:
        return Bounded(difference.low - loose, difference.high + loose, box, None)
    corner = _corner(box, difference)
    there, loose_there = _difference(one, other, corner)
    by_slopes = there.low - sum(_falls(box, difference))
    cut = max(difference.slopes, key=lambda at: _swing(box[at], difference.slopes[at]))
    return Bounded(max(difference.low, by_slopes) - loose, there.high + loose_there, box, cut)


def _difference(one: Stay, other: Stay, box: Box) -> tuple[Enclosed, int]:
    """What `other` pays more in this box, and by how much rounding may change it, in units of 10**-12 fen."""
    if alike(one, other):
        both = Enclosure(one, other, box).payment()
        total, halves = both.total, both.loose
        found = _narrower(total.more, total.theirs - total.mine)
    else:
        mine, theirs = Enclosure(one, one, box).payment(), Enclosure(other, other, box).payment()
        found, halves = theirs.total.theirs - mine.total.mine, (mine.loose[0], theirs.loose[1])
    loose = sum(halves)
    units = (_rounded_once(stay) for stay in (one, other))
    return found, loose - _UNREACHED if halves == tuple(units) else loose


def _rounded_once(stay: Stay) -> int | None:
    """By how much one rounded payment may be off at most, where two of them never are both; None where they may be."""
    rounding = stay.terms.rounding
    return None if rounding is Rounding.HALF_EVEN else ONE if rounding is Rounding.DOWN else HALF


def _narrower(one: Enclosed, other: Enclosed) -> Enclosed:
    """What two enclosures of one number leave together."""
    slopes = {
        at: Span(max(one.slopes[at].low, other.slopes[at].low), min(one.slopes[at].high, other.slopes[at].high))
        for at in one.slopes.keys() & other.slopes.keys()
    }
    return Enclosed(max(one.low, other.low), min(one.high, other.high), slopes)


def _moved(box: Box, difference: Enclosed) -> Box:
    """The box with every figure at its worse end in which the difference moves one way only."""
    moved = list(box)
    for at, slope in difference.slopes.items():
        if slope.low >= 0:
            moved[at] = Span(box[at].low, box[at].low)
        elif slope.high <= 0:
            moved[at] = Span(box[at].high, box[at].high)
    return tuple(moved)


def _corner(box: Box, difference: Enclosed) -> Box:
    """The corner where the difference is likely to be lowest."""
    corner = list(box)
    for at, slope in difference.slopes.items():
        end = box[at].low if -slope.low <= slope.high else box[at].high
        corner[at] = Span(end, end)
    return tuple(corner)


def _falls(box: Box, difference: Enclosed) -> Iterator[int]:
    """By how much at most the difference falls, figure by figure, on the way from that corner."""
    for at, slope in difference.slopes.items():
        steepest = min(-slope.low, slope.high)
        yield -(-max(steepest, 0) * (box[at].high - box[at].low) // ONE)


def _swing(span: Span, slope: Span) -> int:
    return max(-slope.low, slope.high) * (span.high - span.low)


def _halves(box: Box, at: int) -> Iterator[Box]:
    low, high = box[at]
    middle = (low + high) // 2
    for half in (Span(low, middle), Span(middle, high)):
        yield (*box[:at], half, *box[at + 1 :])
