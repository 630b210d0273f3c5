"""Tables of cases for tests, and the command run on them."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from desktop_app.cli import run

ROOT: Final = Path(__file__).resolve().parents[2]
TODAY: Final = date(2026, 11, 21)
BASE: Final = {
    "person.scheme": "employee",
    "care.kind": "inpatient",
    "care.date": "2026-06-15",
    "bill.total": "10000",
    "figures.deductible": "1000",
    "figures.ratio": "0.8",
}
"""The smallest row there is: (10000 − 1000) × 0.8 = 7200 comes back."""


def yidi_batch(*arguments: str | Path, language: str = "en") -> int:
    """`yidi batch` in this process; returns the exit code."""
    return run(["batch", *map(str, arguments), "--lang", language], lambda: TODAY)


def batch_process(*arguments: str | Path) -> "subprocess.Popen[str]":
    """`yidi batch` as a process of its own."""
    command = [sys.executable, "-m", "desktop_app", "batch", *map(str, arguments), "--lang", "en"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, encoding="utf-8", env=dict(os.environ))


def write_table(
    file: Path, rows: Sequence[Mapping[str, str]], *, encoding: str = "utf-8-sig", headings: Sequence[str] = ()
) -> Path:
    """A table whose columns are the keys of its rows; a row without one of them has an empty cell there."""
    columns = list(headings) or list(dict.fromkeys(key for row in rows for key in row))
    with file.open("w", encoding=encoding, newline="") as text:
        table = csv.DictWriter(text, columns, restval="")
        table.writeheader()
        table.writerows(rows)
    return file


def read_table(file: Path) -> list[dict[str, str]]:
    """The rows of an output by heading."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text, strict=True))


def flat(document: Mapping[str, Any], above: str = "") -> dict[str, str]:
    """A case file as the cells of a row."""
    cells: dict[str, str] = {}
    for key, value in document.items():
        if isinstance(value, Mapping) and value:
            cells |= flat(value, f"{above}{key}.")
        else:
            cells[f"{above}{key}"] = str(value) if isinstance(value, str | Decimal) else as_json(value)
    return cells


def as_json(value: object) -> str:
    """A value as JSON on one line; decimals as text, so that no digit is lost."""
    return json.dumps(value, ensure_ascii=False, default=str)


def many_rows(count: int) -> list[dict[str, str]]:
    """Rows of every sort: exact and refused ones, names with quotation marks and line breaks, bills all different."""
    sorts: list[dict[str, str]] = [
        {"姓名": "张三"},
        {"姓名": '李"四",\n二行', "person.status": "retired"},
        {"姓名": "=1+1", "bill.class_b": "500", "bill.class_b_ratio": "0.1"},
        {"姓名": "王五", "bill.total": "-3"},
        {"姓名": "", "figures.deductible": "[1300, 650]", "care.admission": "2"},
    ]
    return [
        {"姓名": "", **BASE, "bill.total": f"{1000 + 7 * number}.{number % 100:02d}", **sorts[number % len(sorts)]}
        for number in range(count)
    ]
