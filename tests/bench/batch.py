"""How many rows a second `yidi batch` takes from CSV to CSV on one core, and how much memory, for ever more rows."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.clock import Row, print_table

ROOT = Path(__file__).resolve().parents[2]
SIZES = (10_000, 100_000)
MEASURED = """
import json, re, sys, time
from datetime import date
from pathlib import Path
from desktop_app.services.estimate_batch import Batch, Tally, estimate_batch
from desktop_app.services.late_rulebook import late_rulebook
from desktop_app.services.open_rulebook import open_rulebook
source, output = map(Path, sys.argv[1:])
batch = Batch(cases=source, output=output, today=date(2026, 11, 21), language="zh_CN")
start, tally = time.process_time(), Tally()
estimate_batch(batch, late_rulebook(open_rulebook), tally, lambda: None)
taken = time.process_time() - start
told = Path("/proc/self/status")
peak = int(re.search(r"VmHWM:\\s+(\\d+)", told.read_text())[1]) / 1000 if told.is_file() else 0
print(json.dumps({"rows": tally.rows / taken, "errors": tally.errors, "memory": peak}))
"""
EMPLOYER = ("employee", "inpatient")
PLACES = ("140100", "110000", "310000", "440300", "320100", "330100", "510100", "420100")
FIGURES = {
    "figures.deductible": ("[1300, 650]", "800", "[1000, 700, 400]", "1200"),
    "figures.segments": ("[[30000, 0.85], [40000, 0.90], [null, 0.95]]", "[[null, 0.85]]"),
    "figures.segment_origin": ("zero", "deductible"),
    "figures.cap": ("100000", "250000", "500000"),
    "figures.elsewhere.kind": ("points", "factor"),
    "figures.elsewhere.value": ("0.1", "0.9"),
    "figures.supplement.ratio": ("0.8", "0.9"),
}
NEUTRAL = {
    "figures.segment_basis": "stay",
    "figures.deductible_basis": "per_admission",
    "figures.bonus": "0",
    "figures.own_share_factor": "1",
    "figures.cap_per_visit": "null",
    "figures.elsewhere_deductible": "null",
    "figures.elsewhere_first_pay": "0",
    "figures.critical": "null",
    "figures.assistance": "null",
    "figures.account_order": "last",
    "figures.rounding": "half_up",
}
SETS = 12
"""How many sets of figures the rows draw on, as employees of one firm are insured in so many places."""


def measure(rounds: int) -> None:
    """Prints rows a second and memory for each size; all rows differ in person, day, place and bill."""
    with tempfile.TemporaryDirectory(prefix="yidi-bench-") as folder:
        print_table(list(_rows(Path(folder), rounds)))


def _rows(folder: Path, rounds: int) -> Iterator[Row]:
    for figures, entered in (("exact figures of their own", True), ("the rulebook's figures, mostly ranges", False)):
        peaks = []
        for size in SIZES:
            table = folder / f"{size}.csv"
            _write(table, size, entered=entered)
            runs = [_run(table, folder) for _ in range(max(1, rounds * SIZES[0] // size))]
            best = max(runs, key=lambda one: one["rows"])
            peaks.append(best["memory"])
            yield f"{size:,} rows with {figures}", f"{best['rows']:,.0f} rows a second", "≥ 8,000"
        told = f"× {peaks[-1] / peaks[0]:.2f} ({peaks[-1]:.0f} MB)"
        yield "memory of the larger to that of the smaller", told, "× 1"


def _run(table: Path, folder: Path) -> dict[str, float]:
    output = folder / "out.csv"
    output.unlink(missing_ok=True)
    command = [sys.executable, "-c", MEASURED, str(table), str(output)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    measured: dict[str, float] = json.loads(told.stdout)
    if measured["errors"]:
        raise SystemExit(f"{measured['errors']} rows were refused")
    return measured


def _write(table: Path, size: int, *, entered: bool) -> None:
    draw = random.Random(2026)
    sets = [{**NEUTRAL, **{key: draw.choice(values) for key, values in FIGURES.items()}} for _ in range(SETS)]
    with table.open("w", encoding="utf-8-sig", newline="") as text:
        rows = csv.writer(text)
        for number in range(size):
            row = _row(draw, number) | (draw.choice(sets) if entered else {})
            if not number:
                rows.writerow(row)
            rows.writerow(row.values())


def _row(draw: random.Random, number: int) -> dict[str, str]:
    total = draw.randint(1_000_00, 300_000_00)
    return {
        "姓名": f"员工{number}",
        "person.scheme": "employee",
        "person.status": draw.choice(("working", "retired")),
        "person.age": str(draw.randint(20, 80)),
        "person.insured_region": draw.choice(PLACES[:-2]),
        "care.kind": "inpatient",
        "care.level": draw.choice(("level1", "level2", "level3")),
        "care.date": f"2026-{draw.randint(1, 11):02}-{draw.randint(1, 28):02}",
        "care.region": draw.choice(PLACES[-2:]),
        "care.reason": draw.choice(("referral", "self_chosen")),
        "care.filing": draw.choice(("filed", "none")),
        "bill.total": _yuan(total),
        "bill.out_of_catalogue": _yuan(draw.randint(0, total // 5)),
        "bill.class_b": _yuan(draw.randint(0, total // 5)),
        "bill.class_b_ratio": "0.1",
    }


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"
