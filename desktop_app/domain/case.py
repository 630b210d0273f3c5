"""One person's case: what the case file, the wizard and the estimator's form all describe."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.bill import NOTHING_USED, Bill, YearToDate
from desktop_app.domain.care import Care
from desktop_app.domain.person import Person


@dataclass(frozen=True, slots=True)
class Episode:
    """One stay or visit with its bill; a plan may do without the bill."""

    care: Care
    bill: Bill | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A whole case on a given day.

    `episodes` has one entry unless the case file lists several; they run in order of date (R21).
    """

    today: date
    person: Person
    episodes: tuple[Episode, ...]
    several: bool = False
    year_to_date: YearToDate = NOTHING_USED
    figures: EnteredFigures | None = None
