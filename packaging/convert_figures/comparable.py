"""Where a local find took the place of a figure of the dataset: both, side by side, as `data/figures/finds.csv`.

The range is the one the conversion would have given the dataset's figure. How many of them hold what was found says how
far the ranges of places about which nothing was found can be trusted. Reductions elsewhere are not among them: their
range is the nation's.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from convert_figures.blocks import blocks_of
from convert_figures.dataset import Area
from convert_figures.judgement import Judgement
from convert_figures.local_finds import LocalFinds, rules_in
from convert_figures.pooling import places_of
from convert_figures.populations import Group, Populations
from convert_figures.written import block_document
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.storage.figure_finds import UNBOUNDED, FindEntry, comparable, is_between
from desktop_app.storage.figure_rule import EVERY_AGE, Answers, FigureRule

_CATASTROPHIC: Final = {FigureName.SUPPLEMENT, FigureName.CRITICAL}
_TOLD_APART: Final = {Dimension.LEVEL, Dimension.STATUS}
"""Finds for a tier, a disease, an age … are about others than the dataset's figure."""


@dataclass(frozen=True, slots=True)
class Row:
    """A number of a find for an area, kind, level and status, with the dataset's range for the same."""

    place: tuple[str, ...]
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    fact: str

    @property
    def is_inside(self) -> bool:
        """Whether the range holds what was found."""
        return is_between(self.value, self.low, self.high)

    @property
    def group(self) -> Group:
        """What its range is widened with."""
        _, _, kind, _, _, figure, _ = self.place
        return group_of_rule(FigureName(figure), kind)

    @property
    def written(self) -> tuple[str, ...]:
        """The row as the list has it."""
        return (*self.place, *(_text(number) for number in (self.value, self.low, self.high)), self.fact)


def group_of_rule(figure: FigureName, kind: str) -> Group:
    """What the range of a rule for this kind of care is widened with."""
    return "catastrophic" if figure in _CATASTROPHIC else kind, figure.value


def write_rows(file: Path, rows: Iterable[Row]) -> None:
    """Writes the list."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(FindEntry.model_fields)
        writer.writerows(sorted(row.written for row in rows))


def rows_of(
    provinces: Iterable[Sequence[Area]],
    judgement: Judgement,
    populations: Populations,
    finds: LocalFinds,
    on: date,
    only: Collection[Group] = (),
) -> frozenset[Row]:
    """One row for each number of a find of which the dataset speaks as well, on this day; of these groups if named."""
    return frozenset(
        row
        for rule in _dataset_rules(provinces, judgement, populations)
        if on in rule.backing.period and rule.figure is not FigureName.ELSEWHERE
        if not only or group_of_rule(rule.figure, rule.kind.value if rule.kind else "") in only
        for answers, find in finds.instead_of(rule, on)
        if set(find.conditions.allowed) <= _TOLD_APART and find.conditions.ages == EVERY_AGE
        for row in _rows(rule, answers, find)
    )


def _dataset_rules(
    provinces: Iterable[Sequence[Area]], judgement: Judgement, populations: Populations
) -> Iterator[FigureRule]:
    """Every rule the dataset's figures make, whether something better was found or not."""
    for areas in provinces:
        for area, region in places_of(areas):
            for block in blocks_of(area, judgement, populations):
                yield from rules_in(block_document(replace(block, region=region)))


def _rows(rule: FigureRule, answers: Answers, find: FigureRule) -> Iterator[Row]:
    low, high = dict(comparable(rule.spread.low)), dict(comparable(rule.spread.high))
    conditions = [_answer(dimension, rule, answers, find) for dimension in (Dimension.LEVEL, Dimension.STATUS)]
    place = (rule.region, rule.scheme.value, rule.kind.value if rule.kind else "", *conditions, rule.figure.value)
    for part, value in comparable(find.spread.value):
        if part in low and part in high:
            yield Row((*place, part), value, low[part], high[part], find.backing.fact or "")


def _answer(dimension: Dimension, rule: FigureRule, answers: Answers, find: FigureRule) -> str:
    """The level or status for which the two are compared, empty where neither tells them apart."""
    if dimension not in rule.conditions.allowed and dimension not in find.conditions.allowed:
        return ""
    [value] = answers.values[dimension]
    return value


def _text(number: Fraction | None) -> str:
    """A number exactly: amounts and ratios here have a finite decimal."""
    if number is None:
        return UNBOUNDED
    return f"{Decimal(number.numerator) / number.denominator:f}"
