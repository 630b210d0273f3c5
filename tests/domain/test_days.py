"""Days: stretches of time, the same day months later, working days, and when a figure counts as stale."""

from datetime import date

import pytest

from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.period import PLAUSIBLE, Period, months_after, workdays_after

JUNE = Period(date(2026, 6, 1), date(2026, 7, 1))


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2026, 5, 31), False),
        (date(2026, 6, 1), True),  # the first day is in force
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),  # the day of the next rule is not
    ],
)
def test_a_period_holds_its_first_day_and_not_its_end(day: date, inside: bool) -> None:
    """Half-open, so that two rules never both hold."""
    assert (day in JUNE) is inside


def test_an_open_end_holds_everything_on_its_side() -> None:
    """None is no bound."""
    assert date(1900, 1, 1) in Period(None, date(2026, 7, 1))
    assert date(2090, 1, 1) in Period(date(2026, 6, 1), None)
    assert date(2026, 5, 31) not in Period(date(2026, 6, 1), None)
    assert date(2026, 7, 1) not in Period(None, date(2026, 7, 1))


@pytest.mark.parametrize(
    ("other", "overlap"),
    [
        (Period(date(2026, 7, 1), date(2026, 8, 1)), False),  # the next month
        (Period(date(2026, 5, 1), date(2026, 6, 1)), False),  # the month before
        (Period(date(2026, 6, 30), date(2026, 8, 1)), True),
        (Period(date(2026, 5, 1), date(2026, 6, 2)), True),
        (Period(None, date(2026, 6, 1)), False),
        (Period(None, date(2026, 6, 2)), True),
        (Period(date(2026, 7, 1), None), False),
        (Period(date(2026, 6, 30), None), True),
        (Period(), True),
    ],
)
def test_periods_overlap_where_they_share_a_day(other: Period, overlap: bool) -> None:
    """Whichever is asked."""
    assert JUNE.overlaps(other) is overlap
    assert other.overlaps(JUNE) is overlap


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 11, 10), 3, date(2027, 2, 10)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 1), 1, date(2026, 12, 1)),
        (date(2026, 3, 31), 12, date(2027, 3, 31)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
    ],
)
def test_months_later_is_the_same_day_or_the_last(day: date, months: int, later: date) -> None:
    """31 January and a month is the end of February."""
    assert months_after(day, months) == later


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # a Friday: Monday
        (date(2026, 11, 19), 1, date(2026, 11, 20)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # from a Saturday
        (date(2026, 11, 22), 5, date(2026, 11, 27)),  # from a Sunday to the Friday
        (date(2026, 11, 20), 5, date(2026, 11, 27)),
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
    ],
)
def test_working_days_skip_saturday_and_sunday(day: date, count: int, later: date) -> None:
    """The day itself is not counted."""
    assert workdays_after(day, count) == later


def test_plausible_days_are_those_of_this_century() -> None:
    """A rule or a stay outside it is a slip of the pen."""
    inside = [day in PLAUSIBLE for day in (date(1999, 12, 31), date(2000, 1, 1), date(2099, 12, 31), date(2100, 1, 1))]
    assert inside == [False, True, True, False]


@pytest.mark.parametrize(
    ("start", "confirmed", "on", "stale"),
    [
        (date(2023, 6, 15), None, date(2026, 6, 15), False),  # three years to the day
        (date(2023, 6, 15), None, date(2026, 6, 16), True),
        (date(2020, 1, 1), date(2023, 6, 15), date(2026, 6, 15), False),  # looked at since
        (date(2025, 1, 1), date(2020, 1, 1), date(2026, 6, 16), False),  # a look before it began says nothing
        (None, date(2023, 6, 15), date(2026, 6, 16), True),
        (None, None, date(2099, 1, 1), False),  # nobody has noted when
    ],
)
def test_a_figure_is_stale_after_three_years(start: date | None, confirmed: date | None, on: date, stale: bool) -> None:
    """Counted from when it was last known to be in force."""
    figure = Provenance(evidence=Evidence.REPORTED, period=Period(start), confirmed=confirmed)
    assert figure.is_stale(on) is stale
