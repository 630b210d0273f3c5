"""How wide the ranges are: widened step by step until nine in ten of what was found lies inside them.

A step leaves out the same share of the areas' own figures at either end. `data/figures/spread.csv` keeps every step
that was tried, with how many of the finds beside which the dataset has a figure (`comparable.py`) lay inside the ranges
of that step; its last line is the step in force.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from convert_figures.blocks import populations_of
from convert_figures.comparable import Row, rows_of
from convert_figures.dataset import Area
from convert_figures.judgement import Judgement
from convert_figures.local_finds import LocalFinds
from convert_figures.populations import STEPS, Populations

FILE: Final = "spread.csv"
_HEADER: Final = ("step", "low", "high", "compared", "inside")


@dataclass(frozen=True, slots=True)
class Trial:
    """A step with the spreads it makes, and the finds beside the ranges that follow."""

    step: str
    populations: Populations
    rows: frozenset[Row]

    @property
    def inside(self) -> int:
        """How many finds lie inside."""
        return sum(row.is_inside for row in self.rows)

    @property
    def is_enough(self) -> bool:
        """Whether nine in ten do; where nothing was found nothing speaks for a wider range."""
        return self.inside * 10 >= len(self.rows) * 9


def trials(provinces: Sequence[Sequence[Area]], judgement: Judgement, finds: LocalFinds, on: date) -> Iterator[Trial]:
    """Every step, narrowest range first, with what was found for that day."""
    for step, tail in STEPS.items():
        populations = populations_of((area for areas in provinces for area in areas), judgement, tail)
        yield Trial(step, populations, rows_of(provinces, judgement, populations, finds, on))


def until_enough(every: Iterable[Trial]) -> Iterator[Trial]:
    """The trials up to the first that is enough."""
    for trial in every:
        yield trial
        if trial.is_enough:
            return


def write_trials(file: Path, tried: Iterable[Trial]) -> None:
    """Keeps what came of them: the percentiles of each step, how many finds were compared, how many lay inside."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(_HEADER)
        for trial in tried:
            tail = STEPS[trial.step]
            writer.writerow((trial.step, f"{tail:f}", f"{1 - tail:f}", len(trial.rows), trial.inside))
