"""Where a local find took the place of a figure of the dataset: both, side by side, as `data/figures/finds.csv`.

    PYTHONPATH=packaging python -m convert_figures.comparable FACTS data/figures --on 2026-11-21

The range is the one the conversion would have given the dataset's figure. How many of them hold what was found says how
far the ranges of places about which nothing was found can be trusted. Reductions elsewhere are not among them: their
range is the nation's.
"""

import argparse
import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from convert_figures.blocks import blocks_of, populations_of
from convert_figures.dataset import read_areas
from convert_figures.judgement import read_judgement
from convert_figures.local_finds import LocalFinds, rules_in
from convert_figures.pooling import places_of
from convert_figures.written import block_document
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.storage.figure_finds import FILE, UNBOUNDED, FindEntry, comparable
from desktop_app.storage.figure_rule import EVERY_AGE, Answers, FigureRule

_TOLD_APART: Final = {Dimension.LEVEL, Dimension.STATUS}
"""Finds for a tier, a disease, an age … are about others than the dataset's figure."""

Row = tuple[str, ...]


def main() -> None:
    """Writes the list."""
    parser = argparse.ArgumentParser(prog="convert_figures.comparable", description=__doc__)
    parser.add_argument("facts", type=Path)
    parser.add_argument("figures", type=Path, help="data/figures")
    parser.add_argument("--on", type=date.fromisoformat, required=True, help="the day the facts were last checked")
    asked = parser.parse_args()
    rows = sorted(set(rows_of(asked.facts, asked.figures, asked.on)))
    with (asked.figures / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FindEntry.model_fields)
        writer.writerows(rows)


def rows_of(facts: Path, figures: Path, on: date) -> Iterator[Row]:
    """One row for each number of a find, area, kind, level and status that the dataset has a figure for as well."""
    finds = LocalFinds.read(figures)
    for rule in _dataset_rules(facts):
        if on in rule.backing.period and rule.figure is not FigureName.ELSEWHERE:
            for answers, find in finds.instead_of(rule, on):
                if set(find.conditions.allowed) <= _TOLD_APART and find.conditions.ages == EVERY_AGE:
                    yield from _rows(rule, answers, find)


def _dataset_rules(facts: Path) -> Iterator[FigureRule]:
    """Every rule the dataset's figures make, whether something better was found or not."""
    judgement = read_judgement(facts)
    files = [list(read_areas(file)) for file in sorted((facts / "regions").glob("*.json"))]
    populations = populations_of((area for areas in files for area in areas), judgement)
    for areas in files:
        for area, region in places_of(areas):
            for block in blocks_of(area, judgement, populations):
                yield from rules_in(block_document(replace(block, region=region)))


def _rows(rule: FigureRule, answers: Answers, find: FigureRule) -> Iterator[Row]:
    low, high = dict(comparable(rule.spread.low)), dict(comparable(rule.spread.high))
    conditions = [_answer(dimension, rule, answers, find) for dimension in (Dimension.LEVEL, Dimension.STATUS)]
    place = (rule.region, rule.scheme.value, rule.kind.value if rule.kind else "", *conditions, rule.figure.value)
    for part, value in comparable(find.spread.value):
        if part in low and part in high:
            numbers = (_text(number) for number in (value, low[part], high[part]))
            yield (*place, part, *numbers, find.backing.fact or "")


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


if __name__ == "__main__":
    main()
