"""Half-open stretches of time and the calendar arithmetic that deadlines need."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day in force up to, not including, `until`; None is an open end."""

    start: date | None = None
    until: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.until is None or day < self.until)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        starts_in_time = other.until is None or self.start is None or self.start < other.until
        return starts_in_time and (self.until is None or other.start is None or other.start < self.until)


ALWAYS = Period()
PLAUSIBLE = Period(date(2000, 1, 1), date(2100, 1, 1))
"""Before 2000 no rule of settlement elsewhere existed; a day outside this century is a slip of the pen."""


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def workdays_after(day: date, count: int) -> date:
    """The `count`-th weekday after `day`. Public holidays are not known here: the true day may lie later."""
    end = day
    while count:
        end += timedelta(days=1)
        count -= end.weekday() not in _WEEKEND
    return end


def workdays_before(day: date, count: int) -> date:
    """The `count`-th weekday before `day`. Public holidays are not known here: the true day may lie earlier."""
    start = day
    while count:
        start -= timedelta(days=1)
        count -= start.weekday() not in _WEEKEND
    return start


_WEEKEND = {5, 6}
