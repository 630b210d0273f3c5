"""Which of the figures written for an area count there, which are replaced by closer ones, and what is missing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from desktop_app.domain.area_sheet import Replaced
from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import FigureName, Gap
from desktop_app.domain.listing import ListedFigure
from desktop_app.rules.estimate.figure_table import figure_of

_FIGURES: Final = list(FigureName)


def for_kind(listed: Iterable[ListedFigure], kind: CareKind, on: date) -> list[ListedFigure]:
    """The figures in force that may count for this kind of care, in the order of the calculation.

    Emergency outpatient care falls back on ordinary outpatient care, as the lookup does.
    """
    kinds = {None, kind} | ({CareKind.OUTPATIENT} if kind is CareKind.EMERGENCY_OUTPATIENT else set())
    here = [figure for figure in listed if figure.kind in kinds and figure.in_force(on)]
    return sorted(here, key=lambda figure: _FIGURES.index(figure.name))


def used_and_replaced(
    figures: Sequence[ListedFigure], lineage: Sequence[str]
) -> tuple[tuple[ListedFigure, ...], tuple[Replaced, ...]]:
    """The figures that count for somebody, and those in whose place another counts for everybody."""
    used: list[ListedFigure] = []
    replaced: list[Replaced] = []
    for figure in figures:
        by = next((other for other in figures if _outranks(other, figure, lineage) and _covers(other, figure)), None)
        if by is None:
            used.append(figure)
        else:
            replaced.append(Replaced(figure, by))
    return tuple(used), tuple(replaced)


def missing(found: Benefits, figures: Iterable[ListedFigure]) -> tuple[Gap, ...]:
    """The gaps of figures about which nothing at all is written; what is written for others is listed instead."""
    written = {figure.name for figure in figures}
    gaps = (figure_of(found, name) for name in FigureName if name not in written)
    return tuple(gap for gap in gaps if isinstance(gap, Gap))


def _outranks(one: ListedFigure, other: ListedFigure, lineage: Sequence[str]) -> bool:
    """Whether the lookup prefers `one` where both hold: written for a closer place, then with more conditions."""
    if one.name is not other.name or one is other:
        return False
    nearness = lineage.index(one.region) - lineage.index(other.region)
    return nearness < 0 or (nearness == 0 and _specificity(one) > _specificity(other))


def _specificity(figure: ListedFigure) -> int:
    return len(figure.conditions) + (figure.ages is not None) + (figure.kind is not None)


def _covers(one: ListedFigure, other: ListedFigure) -> bool:
    """Whether `one` holds in every case in which `other` does."""
    asked = {condition.dimension: set(condition.values) for condition in other.conditions}
    by_conditions = all(
        condition.dimension in asked and asked[condition.dimension] <= set(condition.values)
        for condition in one.conditions
    )
    by_age = one.ages is None or one.ages == other.ages
    by_kind = one.kind is None or one.kind is other.kind or other.kind is None
    return by_conditions and by_age and by_kind
