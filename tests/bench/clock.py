"""Taking times so that they can be compared: processor time, medians, and what machine it was."""

from __future__ import annotations

import os
import platform
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ParamSpec

Row = tuple[str, str, str]
"""What was measured, what came out, what is aimed at."""


P = ParamSpec("P")


def milliseconds(action: Callable[P, object], *arguments: P.args, **named: P.kwargs) -> float:
    """The processor time an action takes: what a clock shows where nothing else runs, and steadier where it does."""
    start = time.process_time()
    action(*arguments, **named)
    return 1000 * (time.process_time() - start)


def median(times: Iterable[float]) -> float:
    """The middle one."""
    return statistics.median(times)


def worst_tenth(times: Iterable[float]) -> float:
    """The time within which nine in ten are done."""
    return statistics.quantiles(times, n=10)[-1]


def print_table(rows: Sequence[Row]) -> None:
    """Prints what was measured, under a line that says where."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    print(f"{_processor()}, {os.cpu_count()} cores{load}; {versions}; processor time\n")
    print("| | measured | aim |")
    print("|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
