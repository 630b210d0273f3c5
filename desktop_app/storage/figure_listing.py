"""All figures written for a place, in the order in which a person reads them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import lru_cache
from operator import itemgetter
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
_DIMENSIONS: Final = list(Dimension)
_PLACE_OF_VALUE: Final = {value: place for place, value in enumerate([*Level, *Status])}
_KEPT: Final = 64
"""How many places' figures stay in memory; those of the nation and a province are read once for all their areas."""

_ABOUT_FILING: Final = frozenset({"channel", "filing", "materials", "person_type", "validity"})
"""What is said on these topics contradicts a rule, never a figure: who must file says nothing of how much is paid."""

_NUMBER: Final = re.compile(r"[NSLR]-?\d[\d-]*")
"""A fact's number in a note."""

_Order = tuple[object, ...]


class FigureListing:
    """Where the figures of a place are listed, those of its province and the nation that hold there among them."""

    def __init__(self, engine: Engine, facts: FactShelf) -> None:
        self._rows = FigureRows(engine)
        self._facts = facts
        self._written_for = lru_cache(_KEPT)(self._read)
        self._listed_for = lru_cache(_KEPT)(self._list)

    def of_place(self, lineage: Sequence[str]) -> tuple[ListedFigure, ...]:
        """By scheme, kind of care and figure; in each the most specific place first, then by condition and by day.

        `lineage` runs from a place over its pooling area and province to CN.
        """
        return self._listed_for(tuple(lineage))

    def everywhere(self) -> tuple[ListedFigure, ...]:
        """Every figure of every place, place by place; without what disagrees, which depends on who asks."""
        ordered = sorted((self._listed(rule) for rule in self._rows.everything()), key=_region_and_order)
        return tuple(listed for _, _, listed in ordered)

    def _list(self, lineage: tuple[str, ...]) -> tuple[ListedFigure, ...]:
        layers = (self._written_for(region) for region in lineage)
        figures = [((what, near, how), one) for near, layer in enumerate(layers) for what, how, one in layer]
        figures.sort(key=itemgetter(0))
        others = {number: self._others(number, lineage) for number in {_fact(listed) for _, listed in figures}}
        stated: defaultdict[str | None, set[FigureName]] = defaultdict(set)
        for _, listed in figures:
            for number in (_fact(listed), *_NUMBER.findall(listed.figure.provenance.note)):
                stated[number].add(listed.name)
        return tuple(_with_disagreements(listed, others[_fact(listed)], stated) for _, listed in figures)

    def _read(self, region: str) -> tuple[tuple[_Order, _Order, ListedFigure], ...]:
        """The figures written for one region, each with its place in the order before and after that of the region."""
        return tuple(self._listed(rule) for rule in self._rows.written_for((region,)))

    def _listed(self, rule: FigureRule) -> tuple[_Order, _Order, ListedFigure]:
        spread, ages, start = rule.spread, rule.conditions.ages, rule.backing.period.start or date.min
        asked = [(dimension, _ranked(values)) for dimension, values in rule.conditions.allowed.items()]
        asked.sort(key=_dimension)
        listed = ListedFigure(
            region=rule.region,
            scheme=rule.scheme,
            kind=rule.kind,
            name=rule.figure,
            conditions=tuple(Condition(dimension, tuple(value for _, value in ranked)) for dimension, ranked in asked),
            ages=None if ages == EVERY_AGE else AgeSpan(ages.start, ages.under),
            figure=Figure(spread.value, spread.low, spread.high, self._rows.provenance(rule.backing)),
            disagreements=(),
        )
        what = (_SCHEMES.index(rule.scheme), _KINDS.index(rule.kind), _FIGURES.index(rule.figure))
        return what, (asked, ages.start, start), listed

    def _others(self, number: str | None, lineage: tuple[str, ...]) -> tuple[Fact, ...]:
        """The facts that state otherwise than the one a figure rests on, as far as they may be shown there."""
        fact = self._facts.fact(number, lineage) if number else None
        others = (self._facts.fact(other, lineage) for other in (fact.disagrees_with if fact else ()))
        return tuple(other for other in others if other is not None)


def _fact(listed: ListedFigure) -> str | None:
    return listed.figure.provenance.fact


def _with_disagreements(
    listed: ListedFigure, others: tuple[Fact, ...], stated: Mapping[str | None, Set[FigureName]]
) -> ListedFigure:
    """The figure with the others that are about it: a fact may contradict another in one of the things both say.

    What a fact is about show the figures that rest on it, and those whose notes name it.
    """
    about_it = tuple(
        other
        for other in others
        if other.topic not in _ABOUT_FILING and (other.number not in stated or listed.name in stated[other.number])
    )
    return replace(listed, disagreements=about_it) if about_it else listed


def _region_and_order(listed: tuple[_Order, _Order, ListedFigure]) -> _Order:
    what, how, figure = listed
    return (figure.region, what, how)


def _dimension(asked: tuple[Dimension, object]) -> int:
    return _DIMENSIONS.index(asked[0])


def _ranked(values: frozenset[str]) -> list[tuple[int, str]]:
    """Levels and statuses from the lowest up, everything else by its name."""
    return sorted((_PLACE_OF_VALUE.get(value, 0), value) for value in values)
