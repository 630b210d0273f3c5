"""How long a keystroke of the search over everything takes."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from desktop_app.paths import resources_dir
from desktop_app.render.words import Words
from desktop_app.services.search_everything import EverythingSearch
from desktop_app.storage.compile_pack import build
from desktop_app.storage.rule_pack import RulePack

DATA = Path(__file__).resolve().parents[2] / "data"
TYPED = ("b", "be", "bei", "beian", "备", "备案", "住院", "s", "shi", "shan", "太", "太原", "报销", "1", "14", "gxy")


def measure(rounds: int) -> None:
    """Prints how long the index takes to build, and the median and worst of all keystrokes."""
    with tempfile.TemporaryDirectory(prefix="yidi-bench-") as folder:
        build(DATA, Path(folder) / "rules.sqlite")
        with RulePack.open(Path(folder) / "rules.sqlite") as rulebook:
            _measure(EverythingSearch(rulebook, Words("zh_CN", resources_dir() / "words")), rounds)


def _measure(search: EverythingSearch, rounds: int) -> None:
    print(f"index built in {_milliseconds(search, 'a'):.0f} ms")
    times = {query: statistics.median(_milliseconds(search, query) for _ in range(rounds)) for query in TYPED}
    worst = max(times, key=lambda query: times[query])
    median = statistics.median(times.values())
    print(f"keystroke: median {median:.2f} ms, worst {times[worst]:.2f} ms ({worst}); aim: under 3 ms")


def _milliseconds(search: EverythingSearch, query: str) -> float:
    start = time.perf_counter()
    search.find(query)
    return 1000 * (time.perf_counter() - start)
