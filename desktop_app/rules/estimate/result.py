"""What the calculation of one episode comes to, before anybody asks how it came about."""

from typing import NamedTuple

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.message import Message
from desktop_app.domain.outcome import Amounts, Interval
from desktop_app.rules.estimate.episode import Settled
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.gaps import Known, known_amounts
from desktop_app.rules.estimate.reckoning import Reckoning


class Result(NamedTuple):
    """One episode with its settlement, what of it is known, and the interval of the fund total (None with a gap).

    `ends` are the counters before the episode, `used_then` those after it (None with a gap).
    """

    here: Reckoning
    settled: Settled
    known: Known
    fund_total: Interval | None
    ends: Counters
    used_then: YearToDate | None
    warnings: tuple[Message, ...]

    @property
    def amounts(self) -> Amounts:
        """The amounts, None for those that a gap leaves unknown."""
        return known_amounts(self.here, self.settled, self.known.until)
