"""What the calculation of one episode comes to, before anybody asks how it came about."""

from typing import NamedTuple

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.message import Message
from desktop_app.domain.outcome import Amounts, Interval
from desktop_app.rules.estimate.apart import YearUsed
from desktop_app.rules.estimate.episode import Settled, used_after
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.gaps import Known, known_amounts
from desktop_app.rules.estimate.reckoning import Reckoning


class Result(NamedTuple):
    """One episode with its settlement, what of it is known, and the interval of the fund total (None with a gap).

    `ends` are the counters it met, `before` what the year had used until then.
    """

    here: Reckoning
    settled: Settled
    known: Known
    fund_total: Interval | None
    ends: Counters
    before: YearUsed
    warnings: tuple[Message, ...]

    @property
    def amounts(self) -> Amounts:
        """The amounts, None for those that a gap leaves unknown."""
        return known_amounts(self.here, self.settled, self.known.until)

    @property
    def used_then(self) -> YearToDate | None:
        """The year's counters after the episode; None with a gap, also with one of earlier care."""
        if self.known.gaps or not self.before.complete:
            return None
        return self.before.likely_after(self.here.used, used_after(self.here.used, self.settled))
