"""The year's counters after all bills so far, each with its ends, as far as no gap hides it."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple, Self

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.figure import Gap
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.person import Person, Scheme
from desktop_app.rules.estimate.apart import Sort, Used, YearUsed, kept_apart, sort_of
from desktop_app.rules.estimate.episode import settle
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.gaps import STAGES, Stage, has_gaps, what_is_known
from desktop_app.rules.estimate.reckoning import Reckoning, reckoning
from desktop_app.rules.estimate.year import extremes, used_with

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

NO_SORT: Final[Mapping[Sort, Stage]] = MappingProxyType({})
NOTHING_APART: Final[Mapping[str, Stage]] = MappingProxyType({})


class YearSoFar(NamedTuple):
    """What the year has used, as some care meets it (`met`), and the gaps of the year's bills.

    Counters that grow at the step `until` or later are not known; they stand there as if every gap were neutral. For
    those that a sort of care keeps to itself (`apart`) only the gaps of its own bills count (`by_sort`).
    """

    year: YearUsed
    met: Used
    until: Stage = Stage.COMPLETE
    gaps: tuple[Gap, ...] = ()
    by_sort: Mapping[Sort, Stage] = NO_SORT
    apart: Mapping[str, Stage] = NOTHING_APART

    @property
    def used(self) -> YearToDate:
        """The counters at the likely figures."""
        return self.met.likely

    @property
    def ends(self) -> Counters:
        """The least and the most they may be."""
        return self.met.ends

    def met_by(self, here: Reckoning) -> Self:
        """The same as this care meets it."""
        own = self.by_sort.get(sort_of(here.care.kind), Stage.COMPLETE)
        apart = dict.fromkeys(kept_apart(here.benefits), own)
        return self._replace(met=self.year.met_by(here.care.kind, here.benefits), apart=apart)

    def span(self, counter: str) -> Interval | None:
        """Lowest, likely and highest of a counter; None where a gap hides it."""
        if self._until(counter) <= KNOWN_FROM[counter]:
            return None
        likely, least, most = (getattr(each, counter) for each in (self.used, self.ends.least, self.ends.most))
        return Interval(Fen(min(least, likely)), likely, Fen(max(most, likely)))

    def hiding(self, counter: str) -> tuple[Gap, ...]:
        """The gaps that hide a counter; none where it is known."""
        if self._until(counter) > KNOWN_FROM[counter]:
            return ()
        return tuple(gap for gap in self.gaps if STAGES[gap.figure] <= KNOWN_FROM[counter]) or self.gaps

    def _until(self, counter: str) -> Stage:
        return self.apart.get(counter, self.until)


def year_so_far(before: YearToDate, stays: Iterable[Reckoning], on: date) -> YearSoFar:
    """The counters of the year of `on` after these stays, which are in order of date and not after it."""
    so_far = _whole(YearUsed.exactly(before))
    previous: Reckoning | None = None
    for here in stays:
        if previous and here.care.date.year != previous.care.date.year:
            so_far = _on_new_year(so_far, before, here.person)
        so_far, previous = _after(here, so_far.met_by(here)), here
    if previous and on.year != previous.care.date.year:
        return _on_new_year(so_far, before, previous.person)
    return so_far


def _after(before: Reckoning, so_far: YearSoFar) -> YearSoFar:
    """The counters after one more bill. An account that pays first and is not known leaves every later step unknown."""
    here = reckoning(before.person, before.care, before.bill, so_far.used, before.benefits, before.joined)
    settled, sort = settle(here.bill, here.due), sort_of(here.care.kind)
    until, gaps = Stage.COMPLETE, so_far.gaps
    if has_gaps(here):
        known = what_is_known(here, [settled, *extremes(here, so_far.ends)])
        until, gaps = known.until, tuple(dict.fromkeys((*gaps, *known.gaps)))
    if so_far.until <= Stage.ACCOUNT and here.due.account_first and _has_account(here.person):
        until = min(until, Stage.ACCOUNT_ORDER)
    by_sort = {**so_far.by_sort, sort: min(until, so_far.by_sort.get(sort, Stage.COMPLETE))}
    year = used_with(so_far.year, here, so_far.ends, settled)
    return _whole(year, min(until, so_far.until), gaps, by_sort)


def _whole(
    year: YearUsed,
    until: Stage = Stage.COMPLETE,
    gaps: tuple[Gap, ...] = (),
    by_sort: Mapping[Sort, Stage] = NO_SORT,
) -> YearSoFar:
    """The counters of all care of the year."""
    return YearSoFar(year, year.whole, until, gaps, by_sort)


def _on_new_year(so_far: YearSoFar, before: YearToDate, person: Person) -> YearSoFar:
    """All counters at 0 and the account as it was; a gap of last year still hides what is left in it."""
    year = so_far.year.on_new_year()
    hidden = so_far.until <= Stage.ACCOUNT and before.personal_account_balance > 0
    if not hidden or not _has_account(person):
        return _whole(year)
    return _whole(year, Stage.ACCOUNT, so_far.gaps)


def _has_account(person: Person) -> bool:
    return person.scheme is Scheme.EMPLOYEE
