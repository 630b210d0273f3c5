"""Two routes settled over the same unknown figures: their difference, and the figure that keeps it open."""

from typing import NamedTuple

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.case import Case
from desktop_app.domain.figure import FigureName
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Estimate, Interval
from desktop_app.rules.compare.difference import lowest_difference, widest
from desktop_app.rules.compare.favour import never_less
from desktop_app.rules.compare.stay import Stay, ceiling, stay_of
from desktop_app.rules.compare.unknowns import Unknowns


class Side(NamedTuple):
    """One route: the case as it would be, its figures and its estimate."""

    case: Case
    benefits: Benefits
    estimate: Estimate


class Difference(NamedTuple):
    """What the other route's funds pay more, and where its sign is open the figure that sways it most."""

    interval: Interval
    open_figure: FigureName | None


def difference(one: Side, other: Side) -> Difference | None:
    """What `other` pays more than `one` whatever the figures turn out to be; None where a gap stands in the way.

    A figure that both read in the same document is the same in both.
    """
    mine, theirs = one.estimate.fund_total, other.estimate.fund_total
    if mine is None or theirs is None:
        return None
    likely = Fen(theirs.likely - mine.likely)
    if mine.exact and theirs.exact:
        return Difference(Interval(likely, likely, likely), None)
    unknowns = Unknowns(_ceiling(one))
    first, second = _stay(one, unknowns), _stay(other, unknowns)
    if first == second:
        return Difference(Interval(likely, likely, likely), None)
    box = unknowns.box()
    low = max(lowest_difference(first, second, box), theirs.low - mine.high)
    high = min(-lowest_difference(second, first, box), theirs.high - mine.low)
    if never_less(first, second, box):
        low = max(low, 0)
    if never_less(second, first, box):
        high = min(high, 0)
    at = widest(first, second, box, unknowns.likely()) if low <= 0 <= high else None
    interval = Interval(Fen(min(low, likely)), likely, Fen(max(high, likely)))
    return Difference(interval, None if at is None else unknowns.name(at))


def _stay(side: Side, unknowns: Unknowns) -> Stay:
    episode = side.case.episodes[0]
    if episode.bill is None:
        raise ValueError("a route without a bill cannot be settled")
    case = side.case
    return stay_of(episode.bill, case.person, case.year_to_date, side.benefits, care=episode.care, all=unknowns)


def _ceiling(side: Side) -> int:
    bill = side.case.episodes[0].bill
    return ceiling(bill, side.case.year_to_date) if bill else 0
