"""The year's counters after all bills so far, each with its ends, as far as no gap hides it."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.figure import Gap
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.person import Person, Scheme
from desktop_app.rules.estimate.carried import counters_after, new_year
from desktop_app.rules.estimate.episode import settle, used_after
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.gaps import STAGES, Stage, has_gaps, what_is_known
from desktop_app.rules.estimate.narrowing import open_figures
from desktop_app.rules.estimate.reckoning import Reckoning, reckoning
from desktop_app.rules.estimate.spread import spread
from desktop_app.rules.estimate.year import extremes

KNOWN_FROM: Final[dict[str, Stage]] = {
    "deductible_paid": Stage.DEDUCTIBLE,
    "basic_fund_paid": Stage.BASIC,
    "supplement_paid": Stage.SUPPLEMENT,
    "critical_out_of_pocket": Stage.CRITICAL,
    "critical_paid": Stage.CRITICAL,
    "assistance_paid": Stage.ASSISTANCE,
    "personal_account_balance": Stage.ACCOUNT,
}
"""The step of the calculation at which each counter grows."""


class YearSoFar(NamedTuple):
    """The counters at the likely figures, their ends, and the gaps of the year's bills.

    Counters that grow at the step `until` or later are not known; they stand there as if every gap were neutral.
    """

    used: YearToDate
    ends: Counters
    until: Stage = Stage.COMPLETE
    gaps: tuple[Gap, ...] = ()

    def span(self, counter: str) -> Interval | None:
        """Lowest, likely and highest of a counter; None where a gap hides it."""
        if self.until <= KNOWN_FROM[counter]:
            return None
        likely, least, most = (getattr(each, counter) for each in (self.used, self.ends.least, self.ends.most))
        return Interval(Fen(min(least, likely)), likely, Fen(max(most, likely)))

    def hiding(self, counter: str) -> tuple[Gap, ...]:
        """The gaps that hide a counter; none where it is known."""
        if self.until > KNOWN_FROM[counter]:
            return ()
        return tuple(gap for gap in self.gaps if STAGES[gap.figure] <= KNOWN_FROM[counter]) or self.gaps


def year_so_far(before: YearToDate, stays: Iterable[Reckoning], on: date) -> YearSoFar:
    """The counters of the year of `on` after these stays, which are in order of date and not after it."""
    so_far = YearSoFar(before, Counters(before, before))
    previous: Reckoning | None = None
    for here in stays:
        if previous and here.care.date.year != previous.care.date.year:
            so_far = _on_new_year(so_far, before, here.person)
        so_far, previous = _after(here, so_far), here
    if previous and on.year != previous.care.date.year:
        return _on_new_year(so_far, before, previous.person)
    return so_far


def _after(before: Reckoning, so_far: YearSoFar) -> YearSoFar:
    """The counters after one more bill. An account that pays first and is not known leaves every later step unknown."""
    here = reckoning(before.person, before.care, before.bill, so_far.used, before.benefits, before.joined)
    settled = settle(here.bill, here.due)
    until, gaps = so_far.until, so_far.gaps
    if has_gaps(here):
        known = what_is_known(here, [settled, *extremes(here, so_far.ends)])
        until, gaps = min(until, known.until), tuple(dict.fromkeys((*gaps, *known.gaps)))
    if so_far.until <= Stage.ACCOUNT and here.due.account_first and _has_account(here.person):
        until = min(until, Stage.ACCOUNT_ORDER)
    used = used_after(so_far.used, settled)
    if so_far.ends.least == so_far.ends.most and not open_figures(here):
        return YearSoFar(used, Counters(used, used), until, gaps)
    return YearSoFar(used, counters_after(here.bill, so_far.ends, spread(here, so_far.ends)), until, gaps)


def _on_new_year(so_far: YearSoFar, before: YearToDate, person: Person) -> YearSoFar:
    """All counters at 0 and the account as it was; a gap of last year still hides what is left in it."""
    used = YearToDate(personal_account_balance=so_far.used.personal_account_balance)
    hidden = so_far.until <= Stage.ACCOUNT and before.personal_account_balance > 0
    if not hidden or not _has_account(person):
        return YearSoFar(used, new_year(so_far.ends))
    return YearSoFar(used, new_year(so_far.ends), Stage.ACCOUNT, so_far.gaps)


def _has_account(person: Person) -> bool:
    return person.scheme is Scheme.EMPLOYEE
