"""Amounts between two ends, added up against what was used; each end is taken from where it can only be nearer."""

from collections.abc import Iterable

from desktop_app.domain.figure import Gap
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.year import Limit

NOTHING = Interval(ZERO, ZERO, ZERO)


def left_of(limit: Limit, used: Interval) -> Limit:
    """What is left up to a limit, never below 0: the least is the lowest limit after the most was used."""
    return Limit(_left(limit.low, used.high), _left(limit.likely, used.likely), _left(limit.high, used.low))


def used_of(limit: Limit, used: Interval) -> Interval:
    """What counts as used, never more than the limit itself."""
    return Interval(_within(limit.low, used.low), _within(limit.likely, used.likely), _within(limit.high, used.high))


def once(gaps: Iterable[Gap], others: Iterable[Gap]) -> tuple[Gap, ...]:
    """All gaps, each once."""
    return tuple(dict.fromkeys((*gaps, *others)))


def _left(end: Fen | None, used: Fen) -> Fen | None:
    return None if end is None else Fen(max(end - used, 0))


def _within(end: Fen | None, used: Fen) -> Fen:
    return used if end is None else min(end, used)
