"""How wide the ranges are: widened step by step until nine in ten of what was found lies inside them.

A step leaves out the same share of the areas' own figures at either end. First all figures take their steps together;
then figures of a kind of which fewer than nine in ten lie inside go on by themselves, unless no step is enough for
them: widened in vain they would only say less. `data/figures/spread.csv` keeps every step that was tried, with how many
of the finds beside which the dataset has a figure (`comparable.py`) lay inside the ranges of that step; in force are
the last step of all figures, and the last of a kind where it is enough.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from convert_figures.blocks import populations_of
from convert_figures.comparable import Row, rows_of
from convert_figures.dataset import Area
from convert_figures.judgement import Judgement
from convert_figures.local_finds import LocalFinds
from convert_figures.populations import STEPS, Group, Populations

FILE: Final = "spread.csv"
EVERY_FIGURE: Final = "every figure"
_HEADER: Final = ("figures", "step", "low", "high", "compared", "inside")


@dataclass(frozen=True, slots=True)
class Trial:
    """A step with the spreads it makes, and the finds beside the ranges that follow; `figures` None are all."""

    step: str
    populations: Populations
    rows: frozenset[Row]
    figures: Group | None = None

    @property
    def inside(self) -> int:
        """How many finds lie inside."""
        return sum(row.is_inside for row in self.rows)

    @property
    def is_enough(self) -> bool:
        """Whether nine in ten do; where nothing was found nothing speaks for a wider range."""
        return self.inside * 10 >= len(self.rows) * 9

    def of(self, group: Group) -> "Trial":
        """What it says of one kind of figures."""
        return replace(self, rows=frozenset(row for row in self.rows if row.group == group), figures=group)

    def short(self) -> list["Trial"]:
        """The kinds of figures of which fewer than nine in ten finds lie inside."""
        groups = [self.of(group) for group in sorted({row.group for row in self.rows})]
        return [one for one in groups if not one.is_enough]


@dataclass(frozen=True, slots=True)
class Widening:
    """Everything that is compared, and with what."""

    provinces: Sequence[Sequence[Area]]
    judgement: Judgement
    finds: LocalFinds
    on: date

    def trials(self) -> Iterator[Trial]:
        """Every step of all figures together, narrowest range first, with what was found for that day."""
        for step in STEPS:
            areas = (area for province in self.provinces for area in province)
            populations = populations_of(areas, self.judgement, step)
            rows = rows_of(self.provinces, self.judgement, populations, self.finds, self.on)
            yield Trial(step, populations, rows)

    def further(self, reached: Trial) -> Iterator[Trial]:
        """The steps one kind of figures takes by itself, from the one it has reached together with all others."""
        steps = list(STEPS)
        assert reached.figures is not None  # only a kind of figures goes further
        for step in steps[steps.index(reached.step) + 1 :]:
            populations = replace(reached.populations, wider={reached.figures: step})
            rows = rows_of(
                self.provinces, self.judgement, populations, self.finds, self.on, frozenset({reached.figures})
            )
            yield Trial(step, populations, rows, reached.figures)


def until_enough(every: Iterable[Trial]) -> Iterator[Trial]:
    """The trials up to the first that is enough."""
    for trial in every:
        yield trial
        if trial.is_enough:
            return


def widened(widening: Widening) -> list[Trial]:
    """The trials of all figures, then those of the kinds that fell short, and at the end what is in force."""
    together = list(until_enough(widening.trials()))
    reached = together[-1]
    apart = [list(until_enough(widening.further(short))) for short in reached.short()]
    lasts = {trials[-1].figures: trials[-1] for trials in apart if trials and trials[-1].is_enough}
    rows = frozenset(row for row in reached.rows if row.group not in lasts)
    wider = {group: last.step for group, last in lasts.items() if group}
    in_force = Trial(
        reached.step,
        replace(reached.populations, wider=wider),
        rows.union(*(last.rows for last in lasts.values())),
    )
    return [*together, *(trial for trials in apart for trial in trials), in_force]


def write_trials(file: Path, tried: Iterable[Trial]) -> None:
    """Keeps what came of them: the percentiles of each step, how many finds were compared, how many lay inside."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(_HEADER)
        for trial in tried:
            figures = " ".join(trial.figures) if trial.figures else EVERY_FIGURE
            tail = STEPS[trial.step]
            writer.writerow((figures, trial.step, f"{tail:f}", f"{1 - tail:f}", len(trial.rows), trial.inside))
