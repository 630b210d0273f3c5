"""How long the wizard takes from an answer to the next question, the answer on disk, without painting anything."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.interview import progress as interview
from desktop_app.interview.draft import Answer
from desktop_app.interview.progress import Page, Progress
from desktop_app.interview.setting import Setting
from desktop_app.services.save_answer import CaseOnFile, save_answer
from desktop_app.storage.compile_pack import build
from desktop_app.storage.household import Household
from desktop_app.storage.rule_pack import RulePack
from tests.bench.building import DATA
from tests.bench.clock import median, milliseconds, print_table
from tests.interview.places import SETTING
from tests.interview.samples import SAMPLES


def measure(rounds: int) -> None:
    """Prints the median and the slowest step of all sample people's walks through the wizard."""
    with tempfile.TemporaryDirectory(prefix="yidi-bench-") as folder:
        build(DATA, Path(folder) / "rules.sqlite")
        with RulePack.open(Path(folder) / "rules.sqlite") as rulebook:
            setting = Setting(rulebook, SETTING.today)
            household = Household.open(
                Path(folder) / "household.sqlite", backups=Path(folder) / "backups", now=datetime.now(UTC)
            )
            by_step = [
                median(times)
                for answers in SAMPLES.values()
                for times in zip(*(_steps(answers, setting, household) for _ in range(rounds)), strict=True)
            ]
    print_table(
        [
            (f"from an answer to the next question ({len(by_step)} steps)", f"{median(by_step):.2f} ms", "< 5 ms"),
            ("the slowest of them", f"{max(by_step):.2f} ms", "< 5 ms"),
        ]
    )


def _steps(answers: dict[str, Answer], setting: Setting, household: Household) -> Iterator[float]:
    """The milliseconds of every step of one person, in a case of their own."""
    here, on_file = Progress(), CaseOnFile()

    def step() -> None:
        nonlocal here, on_file
        if here.at == Page.EMERGENCY:
            here = interview.forward(here, setting)
        else:
            here = interview.answer(here, answers[here.at], setting)
        on_file = save_answer(household, on_file, here)
        interview.stops(here, setting)

    while here.at in answers or here.at == Page.EMERGENCY:
        yield milliseconds(step)
