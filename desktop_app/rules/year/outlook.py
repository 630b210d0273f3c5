"""The outlook: where the year stands after its bills, and the same stay once more, now or after New Year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import STAYS, Care, FilingState
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import Gap
from desktop_app.domain.message import Message, message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.person import Scheme
from desktop_app.domain.year import NextStay, Supposed, YearOutlook
from desktop_app.errors import Problem
from desktop_app.rules.estimate.explained import explained
from desktop_app.rules.estimate.result import Result
from desktop_app.rules.estimate.year import results
from desktop_app.rules.rulebook import RuleBook
from desktop_app.rules.year.caps import caps_left
from desktop_app.rules.year.counters import year_so_far
from desktop_app.rules.year.critical_start import critical_start
from desktop_app.rules.year.deductible import deductible_left
from desktop_app.rules.year.difference import personal_difference

MIXED_CARE: Final = "estimate.warning.mixed_care"


def year_outlook(case: Case, rulebook: RuleBook, next_total: Fen | None = None) -> YearOutlook:
    """What the bills of a case leave of the year, and what another stay would cost.

    The other stay is like the last episode: same place, kind, level, reason and filing, and the same bill, or one over
    `next_total` that is eligible as a whole. An episode that comes last and has no bill is itself that stay. It ends
    today, or with the last episode where that lies ahead; after New Year, on 1 January.

    Raises Problem without any bill and amount, and where only an insured region could give the figures.
    """
    episodes = sorted(case.episodes, key=lambda each: each.care.date)
    billed = replace(case, episodes=tuple(each for each in episodes if each.bill is not None), several=True)
    last, bill = episodes[-1], _next_bill(episodes[-1].bill, next_total)
    on = max(case.today, last.care.date)
    so_far = list(results(billed, rulebook))
    now = _appended(billed, Episode(_again(billed, last, on), bill), rulebook)
    after = _appended(_without_bills_anew(billed), Episode(_again(billed, last, _new_year(on)), bill), rulebook)
    counters = year_so_far(case.year_to_date, (each.here for each in so_far), on).met_by(now.here)
    here = now.here._replace(used=counters.used)
    of_this_year = [each for each in so_far if each.here.care.date.year == on.year]
    return YearOutlook(
        on=on,
        bills=len(of_this_year),
        billed=Fen(sum(each.here.bill.total for each in of_this_year)),
        deductible=deductible_left(here, counters),
        caps=tuple(caps_left(here, counters)),
        critical=critical_start(here, counters),
        balance=counters.span("personal_account_balance") if _has_account(case) else None,
        balance_gaps=_balance_gaps(case, counters.hiding("personal_account_balance")),
        supposed=Supposed.LAST_BILL if next_total is None else Supposed.GIVEN,
        now=_stay(now),
        after=_stay(after),
        difference=_difference(billed, so_far, now, after),
        notes=(*_notes(last.care, on), *(each for each in now.warnings if each.id == MIXED_CARE)),
    )


def _next_bill(last: Bill | None, total: Fen | None) -> Bill:
    if total is not None:
        return Bill(total=total)
    if last is None:
        raise Problem(message("problems.missing", key="bill"))
    return replace(last, funds_paid=None)


def _new_year(on: date) -> date:
    return date(on.year + 1, 1, 1)


def _again(case: Case, last: Episode, day: date) -> Care:
    """The care of the last episode once more, ending on `day`. A filing made late for it is there in time this once."""
    filing = FilingState.FILED if last.care.filing is FilingState.LATE else last.care.filing
    admission = _admission(case, last, day)
    return replace(last.care, date=day, admitted_on=None, filing=filing, joined=False, admission=admission)


def _admission(case: Case, last: Episode, day: date) -> int:
    """Which stay of its year it would be: the one after all that the case lists or counts."""
    if last.care.kind not in STAYS:
        return last.care.admission
    if last.bill is None and last.care.date.year == day.year:
        return last.care.admission
    cares = [each.care for each in case.episodes if each.care.date.year == day.year and each.care.kind in STAYS]
    return max(max((care.admission for care in cares), default=0), sum(not care.joined for care in cares)) + 1


def _appended(case: Case, episode: Episode, rulebook: RuleBook) -> Result:
    """The result of one more episode after all others."""
    *_, last = results(replace(case, episodes=(*case.episodes, episode)), rulebook)
    return last


def _without_bills_anew(case: Case) -> Case:
    """A case without bills as New Year leaves it: the account alone (R21). With bills the estimate itself forgets."""
    if case.episodes:
        return case
    return replace(case, year_to_date=YearToDate(personal_account_balance=case.year_to_date.personal_account_balance))


def _stay(result: Result) -> NextStay:
    return NextStay(care=result.here.care, bill=result.here.bill, estimate=explained(result))


def _difference(case: Case, so_far: list[Result], now: Result, after: Result) -> Interval | None:
    if now.fund_total is None or after.fund_total is None:
        return None
    return personal_difference(case.year_to_date, [each.here for each in so_far], now.here, after.here)


def _balance_gaps(case: Case, hiding: tuple[Gap, ...]) -> tuple[Gap, ...]:
    return hiding if _has_account(case) else ()


def _has_account(case: Case) -> bool:
    return case.person.scheme is Scheme.EMPLOYEE and case.year_to_date.personal_account_balance > 0


def _notes(care: Care, on: date) -> Iterator[Message]:
    """What else the comparison rests on."""
    record = care.filing_record
    if record and record.until and care.filing is not FilingState.NONE and on <= record.until < _new_year(on):
        yield message("year.note.filing_ends", day=record.until)
    if care.emergency:
        yield message("year.note.emergency")
