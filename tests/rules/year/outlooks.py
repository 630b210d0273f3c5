"""The year of somebody insured in Taiyuan whose rulebook holds a test's own figures."""

from datetime import date

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import YearToDate
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.person import Person
from desktop_app.domain.year import CapLeft, Fund, Limit, YearOutlook
from desktop_app.rules.year.outlook import year_outlook
from tests.rulebooks import DictRuleBook
from tests.rules.estimate.sums import EMPLOYEE, UNUSED, yuan

TODAY = date(2026, 11, 21)


def outlook(
    figures: Benefits,
    *episodes: Episode,
    person: Person = EMPLOYEE,
    before: YearToDate = UNUSED,
    today: date = TODAY,
    next_total: Fen | None = None,
) -> YearOutlook:
    """The outlook after these episodes."""
    who = Person(scheme=person.scheme, insured_region="140100", status=person.status, assistance=person.assistance)
    case = Case(today=today, person=who, episodes=episodes, several=True, year_to_date=before)
    return year_outlook(case, DictRuleBook(figures), next_total)


def cap(found: YearOutlook, fund: Fund) -> CapLeft:
    """What is left of one fund's cap."""
    return next(each for each in found.caps if each.fund is fund)


def known(amount: str | int) -> Interval:
    """An amount in yuan that is known."""
    return Interval(yuan(amount), yuan(amount), yuan(amount))


def between(low: str | int, likely: str | int, high: str | int) -> Interval:
    """An amount in yuan with its ends."""
    return Interval(yuan(low), yuan(likely), yuan(high))


def limit(amount: str | int) -> Limit:
    """A limit in yuan that is known."""
    return Limit(yuan(amount), yuan(amount), yuan(amount))
