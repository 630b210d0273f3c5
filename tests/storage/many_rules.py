"""Rule packs of many times the rules, to see what a lookup costs in them."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

_COPIES: Final = "WITH RECURSIVE copies (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM copies WHERE n < :more)"

_OTHER_PLACES: Final = {
    "source": {"id": "n || '-' || id"},
    "fact": {"number": "number || '-' || n", "source": "n || '-' || source"},
    "fact_place": {"place": "place || '-' || n", "fact": "fact || '-' || n"},
    "figure": {
        "id": "id + n * (SELECT max(id) FROM figure)",
        "region": "region || '-' || n",
        "backing": "backing + n * (SELECT max(id) FROM figure_backing)",
    },
    "figure_backing": {
        "id": "id + n * (SELECT max(id) FROM figure_backing)",
        "source": "n || '-' || source",
        "fact": "fact || '-' || n",
    },
    "policy": {
        "id": "id + n * (SELECT max(id) FROM policy)",
        "region": "region || '-' || n",
        "fact": "fact || '-' || n",
    },
}
_HISTORY: Final = {
    "figure": {
        "id": "id + n * (SELECT max(id) FROM figure)",
        "start": "printf('%04d-01-01', 1000 + n)",
        "until": "printf('%04d-01-01', 1001 + n)",
    }
}


def with_other_places(pack: Path, out: Path, times: int) -> None:
    """`times` as many rules: every figure, decision rule, fact and source again, for places nobody asks about."""
    _multiply(pack, out, times, _OTHER_PLACES)


def with_history(pack: Path, out: Path, times: int) -> None:
    """`times` as many figures: every one has been written before, for a year long ago."""
    _multiply(pack, out, times, _HISTORY)


def _multiply(pack: Path, out: Path, times: int, changed: Mapping[str, Mapping[str, str]]) -> None:
    """Writes these tables `times` over; `changed` says what the n-th copy of a row has instead."""
    shutil.copy(pack, out)
    with closing(sqlite3.connect(out)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        for table, instead in changed.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            values = ", ".join(instead.get(name, name) for name in names)
            copies = f"{_COPIES} INSERT INTO {table} SELECT {values} FROM {table}, copies"
            connection.execute(copies, {"more": times - 1})
        connection.commit()
