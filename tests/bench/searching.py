"""How long a keystroke of the search over everything takes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from desktop_app.paths import resources_dir
from desktop_app.render.words import Words
from desktop_app.services.search_everything import EverythingSearch
from desktop_app.storage.compile_pack import build
from desktop_app.storage.rule_pack import RulePack
from tests.bench.building import DATA
from tests.bench.clock import Row, median, milliseconds, print_table, worst_tenth

PLACES = ("t", "ta", "太", "太原", "tai yuan", "s", "shi", "shan", "14")
DISEASES = ("糖", "糖尿病", "tnb", "gxy")
HELP = ("b", "be", "beian", "备", "备案", "住院", "报销", "1")


def measure(rounds: int) -> None:
    """Prints how long the index takes to build, and the median and worst of all keystrokes."""
    with tempfile.TemporaryDirectory(prefix="yidi-bench-") as folder:
        build(DATA, Path(folder) / "rules.sqlite")
        with RulePack.open(Path(folder) / "rules.sqlite") as rulebook:
            print_table(list(_rows(EverythingSearch(rulebook, Words("zh_CN", resources_dir() / "words")), rounds)))


def _rows(search: EverythingSearch, rounds: int) -> list[Row]:
    built = milliseconds(search.prepare)
    times = {typed: [milliseconds(search.find, typed) for _ in range(rounds)] for typed in (*PLACES, *DISEASES, *HELP)}
    medians = {typed: median(taken) for typed, taken in times.items()}
    slowest = max(medians, key=lambda typed: medians[typed])
    every = [time for taken in times.values() for time in taken]
    return [
        ("search index, once, in the background", f"{built:.0f} ms", "–"),
        (f"a keystroke, median of {len(times)} beginnings of words", f"{median(medians.values()):.2f} ms", "< 3 ms"),
        ("nine keystrokes in ten", f"{worst_tenth(every):.2f} ms", "< 3 ms"),
        (f"the slowest ({slowest})", f"{medians[slowest]:.2f} ms", "< 3 ms"),
    ]
