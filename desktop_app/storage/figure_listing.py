"""All figures written for a place, in the order in which a person reads them."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from sqlalchemy import Engine

from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.evidence import Fact
from desktop_app.domain.figure import Dimension, Figure, FigureName
from desktop_app.domain.listing import AgeSpan, Condition, ListedFigure
from desktop_app.domain.person import Scheme, Status
from desktop_app.storage.fact_shelf import FactShelf
from desktop_app.storage.figure_rows import FigureRows
from desktop_app.storage.figure_rule import EVERY_AGE, FigureRule

_SCHEMES: Final = list(Scheme)
_KINDS: Final[list[CareKind | None]] = [*CareKind, None]
_FIGURES: Final = list(FigureName)
_PLACE_OF_VALUE: Final = {value: place for place, value in enumerate([*Level, *Status])}
_KEPT: Final = 8
"""How many places' listings stay in memory: two are compared, a few looked through."""


class FigureListing:
    """Where the figures of a place are listed, those of its province and the nation that hold there among them."""

    def __init__(self, engine: Engine, facts: FactShelf) -> None:
        self._rows = FigureRows(engine)
        self._facts = facts
        self._kept = lru_cache(_KEPT)(self._list)

    def of_place(self, lineage: Sequence[str]) -> tuple[ListedFigure, ...]:
        """By scheme, kind of care and figure; in each the most specific place first, then by condition and by day.

        `lineage` runs from a place over its pooling area and province to CN.
        """
        return self._kept(tuple(lineage))

    def everywhere(self) -> tuple[ListedFigure, ...]:
        """Every figure of every place, place by place; without what disagrees, which depends on who asks."""
        rules = self._rows.everything()
        places = tuple(sorted({rule.region for rule in rules}))
        rules.sort(key=lambda rule: (rule.region, _order(rule, places)))
        return tuple(self._listed(rule) for rule in rules)

    def _list(self, lineage: tuple[str, ...]) -> tuple[ListedFigure, ...]:
        rules = sorted(self._rows.written_for(lineage), key=lambda rule: _order(rule, lineage))
        return tuple(self._listed(rule, self._disagreements(rule.backing.fact, lineage)) for rule in rules)

    def _listed(self, rule: FigureRule, disagreements: tuple[Fact, ...] = ()) -> ListedFigure:
        spread, ages = rule.spread, rule.conditions.ages
        allowed = rule.conditions.allowed
        return ListedFigure(
            region=rule.region,
            scheme=rule.scheme,
            kind=rule.kind,
            name=rule.figure,
            conditions=tuple(
                Condition(dimension, _sorted(allowed[dimension])) for dimension in Dimension if dimension in allowed
            ),
            ages=None if ages == EVERY_AGE else AgeSpan(ages.start, ages.under),
            figure=Figure(spread.value, spread.low, spread.high, self._rows.provenance(rule.backing)),
            disagreements=disagreements,
        )

    def _disagreements(self, number: str | None, lineage: tuple[str, ...]) -> tuple[Fact, ...]:
        """The facts that state otherwise than the one a figure rests on, as far as they may be shown there."""
        fact = self._facts.fact(number, lineage) if number else None
        others = (self._facts.fact(other, lineage) for other in (fact.disagrees_with if fact else ()))
        return tuple(other for other in others if other is not None)


def _order(rule: FigureRule, lineage: tuple[str, ...]) -> tuple[object, ...]:
    allowed = rule.conditions.allowed
    conditions = tuple((name.value, _ranked(allowed[name])) for name in Dimension if name in allowed)
    return (
        _SCHEMES.index(rule.scheme),
        _KINDS.index(rule.kind),
        _FIGURES.index(rule.figure),
        lineage.index(rule.region),
        conditions,
        rule.conditions.ages.start,
        rule.backing.period.start or date.min,
    )


def _ranked(values: frozenset[str]) -> list[tuple[int, str]]:
    """Levels and statuses from the lowest up, everything else by its name."""
    return sorted((_PLACE_OF_VALUE.get(value, 0), value) for value in values)


def _sorted(values: frozenset[str]) -> tuple[str, ...]:
    return tuple(value for _, value in _ranked(values))
