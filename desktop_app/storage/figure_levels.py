"""The higher the hospital's level, the dearer and the worse paid: deductibles rise with it, ratios fall.

Compared are likely values, of deductibles the first stay's: what a yearly limit leaves of later ones may well fall.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations, groupby
from typing import Final

from desktop_app.domain.care import Level
from desktop_app.domain.figure import Dimension, FigureName, Schedule
from desktop_app.domain.message import message
from desktop_app.storage.data_text import Build
from desktop_app.storage.figure_rule import Conditions, FigureRule, encode_conditions
from desktop_app.storage.figure_text import PlacedRule
from desktop_app.storage.figure_values import FigureValue

_RISING: Final = (Level.COMMUNITY, Level.LEVEL1, Level.LEVEL2, Level.LEVEL3, Level.LEVEL3_TOP)
_RANKS: Final = {level.value: rank for rank, level in enumerate(_RISING)}
_BY_LEVEL: Final = (FigureName.DEDUCTIBLE, FigureName.RATIO)


def check_levels(placed: Iterable[PlacedRule], build: Build) -> None:
    """Notes two levels of one place that stand the wrong way round, unless one of them says `not_monotone`.

    A `not_monotone` for levels that stand as they should is noted as well.
    """
    everything = list(placed)
    inverted = list(_inverted(everything))
    for one, other in inverted:
        if one.not_monotone is None and other.not_monotone is None:
            _note(one, other, build)
    needed = {one.place for pair in inverted for one in pair}
    for one in {one.place: one for one in everything if one.not_monotone is not None}.values():
        if one.place not in needed:
            one.problem(build, "not_monotone", one.not_monotone, message("figures.data.monotone"))


def _inverted(placed: Iterable[PlacedRule]) -> Iterator[tuple[PlacedRule, PlacedRule]]:
    by_level = [one for one in placed if Dimension.LEVEL in one.rule.conditions.allowed]
    unpaid = {(_home(one), level) for one in by_level if _pays_nothing(one.rule) for level in _levels(one.rule)}
    compared = [one for one in by_level if one.rule.figure in _BY_LEVEL]
    for (home, _), group in groupby(sorted(compared, key=_topic), key=_topic):
        paid = [(one, [level for level in _levels(one.rule) if (home, level) not in unpaid]) for one in group]
        for (one, levels), (other, others) in combinations(paid, 2):
            meet = one.rule.backing.period.overlaps(other.rule.backing.period)
            lower, higher = one.rule.spread.value, other.rule.spread.value
            if meet and (
                (_any_under(levels, others) and _is_worse(lower, higher))
                or (_any_under(others, levels) and _is_worse(higher, lower))
            ):
                yield one, other


def _home(placed: PlacedRule) -> tuple[str, ...]:
    """What two levels share that are compared: everything but the level."""
    rule = placed.rule
    others = dict(rule.conditions.allowed)
    others.pop(Dimension.LEVEL, None)
    conditions = encode_conditions(Conditions(others, rule.conditions.ages))
    return rule.region, rule.scheme.value, rule.kind.value if rule.kind else "", conditions


def _topic(placed: PlacedRule) -> tuple[tuple[str, ...], str]:
    return _home(placed), placed.rule.figure.value


def _levels(rule: FigureRule) -> list[str]:
    return sorted(rule.conditions.allowed[Dimension.LEVEL], key=_RANKS.__getitem__)


def _pays_nothing(rule: FigureRule) -> bool:
    """Whether nothing is paid there: then the deductible means nothing."""
    value = rule.spread.value
    return isinstance(value, Schedule) and not any(segment.ratio for segment in value.segments)


def _any_under(levels: list[str], others: list[str]) -> bool:
    return bool(levels and others) and _RANKS[levels[0]] < _RANKS[others[-1]]


def _is_worse(one: FigureValue, other: FigureValue) -> bool:
    """Whether the first deductible is higher, or the ratio of some band lower, than the other's."""
    match one, other:
        case tuple(), tuple():
            return one[0] > other[0]
        case Schedule(), Schedule():
            bounds = {segment.upper for schedule in (one, other) for segment in schedule.segments}
            return any(_ratio(one, bound) < _ratio(other, bound) for bound in bounds)
        case _:
            return False


def _ratio(schedule: Schedule, upper: int | None) -> Fraction:
    """The ratio of the band that ends at `upper` or holds it."""
    return next(
        segment.ratio
        for segment in schedule.segments
        if segment.upper is None or (upper is not None and upper <= segment.upper)
    )


def _note(one: PlacedRule, other: PlacedRule, build: Build) -> None:
    earlier, later = sorted((one, other), key=lambda placed: (placed.file.name, placed.line))
    place = f"{earlier.file.name}:{earlier.line}"
    levels = tuple(_levels(later.rule))
    wrong = message("figures.data.level", figure=later.rule.figure.value, levels=levels, place=place)
    later.problem(build, "level", ", ".join(levels), wrong)
