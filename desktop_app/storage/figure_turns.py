"""When figures change: the days and ages between which everybody asking for the same place gets the same answer."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from sqlalchemy import Engine, bindparam, select

from desktop_app.domain.person import Scheme
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.figure_rule import decode_conditions
from desktop_app.storage.figure_tables import FigureRow

T = TypeVar("T", int, date)
KEPT: Final = 4096
"""How many places stay known; each is a handful of days and ages."""

_TURNS: Final = (
    select(FigureRow.start, FigureRow.until, FigureRow.conditions)
    .where(FigureRow.region.in_(bindparam("regions", expanding=True)), FigureRow.scheme == bindparam("scheme"))
    .distinct()
)


class Turns(NamedTuple):
    """The days on which some figure of a place begins or ends, and the ages that some figure tells apart."""

    days: tuple[date, ...]
    ages: tuple[int, ...]


class FigureTurns:
    """Knows which questions have the same figures for an answer."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turns = lru_cache(KEPT)(self._read)

    def alike(self, query: BenefitQuery, lineage: tuple[str, ...]) -> BenefitQuery:
        """The question that stands for all those between the same days and ages."""
        turns = self._turns(lineage, query.scheme)
        age = None if query.age is None else _last(turns.ages, query.age, 0)
        return query._replace(on=_last(turns.days, query.on, date.min), age=age)

    def _read(self, regions: tuple[str, ...], scheme: Scheme) -> Turns:
        with self._engine.connect() as connection:
            rows = connection.execute(_TURNS, {"regions": regions, "scheme": scheme.value}).all()
        days = {day for row in rows for day in (row.start, row.until)}
        spans = [decode_conditions(text).ages for text in {row.conditions for row in rows}]
        ages = {age for span in spans for age in (span.start, span.under) if age is not None}
        return Turns(tuple(sorted(days)), tuple(sorted(ages)))


def _last(turns: Sequence[T], reached: T, first: T) -> T:
    """The last turn that has been reached, `first` before all of them."""
    place = bisect_right(turns, reached)
    return turns[place - 1] if place else first
