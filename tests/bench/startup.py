"""How long until the window is on screen and answers, and how much memory it takes; beside a bare PySide6 window.

Both are started in turn on an Xvfb of their own, each time as a new process. The clock starts before the process does.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = ("bare", "yidi")
MEASURES = {
    "mapped": ("first mapped window", "ms", "1.8"),
    "answers": ("home page answers", "ms", "4"),
    "memory": ("memory after one second", "MB", "2.5"),
    "loaded": ("rulebook open (behind the home page)", "ms", ""),
}


def measure(rounds: int) -> None:
    """Prints the medians of `rounds` starts of each as a table."""
    with _screen() as display, tempfile.TemporaryDirectory(prefix="yidi-bench-") as folder:
        environment = _environment(display, Path(folder))
        for subject in SUBJECTS:
            _start(subject, environment)  # the first start of each fills the caches
        found = [{subject: _start(subject, environment) for subject in SUBJECTS} for _ in range(rounds)]
    medians = {
        subject: {name: statistics.median(each[subject].get(name, 0) for each in found) for name in MEASURES}
        for subject in SUBJECTS
    }
    _print_table(medians, rounds)


def _start(subject: str, environment: dict[str, str]) -> dict[str, float]:
    command = [sys.executable, "-P", "-m", f"tests.bench.{subject}_window", str(time.monotonic())]
    told = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, encoding="utf-8")
    measured: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return measured


def _environment(display: str, folder: Path) -> dict[str, str]:
    inherited = {
        name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
    }
    return inherited | {
        "DISPLAY": display,
        "PYTHONPATH": str(ROOT),
        "YIDI_DATA_DIR": str(folder / "records"),
        "XDG_RUNTIME_DIR": str(folder),
    }


def _print_table(medians: dict[str, dict[str, float]], rounds: int) -> None:
    print(f"medians of {rounds} starts each, in turn; {os.cpu_count()} cores\n")
    print("| | bare window | Yidi | ratio | aim |")
    print("|---|---|---|---|---|")
    for name, (label, unit, aim) in MEASURES.items():
        bare, yidi = (medians[subject][name] for subject in SUBJECTS)
        ratio = f"{yidi / bare:.2f}" if bare else "–"
        bare_text = f"{bare:.0f} {unit}" if bare else "–"
        print(f"| {label} | {bare_text} | {yidi:.0f} {unit} | {ratio} | {'≤ ' + aim if aim else '–'} |")


@contextmanager
def _screen() -> Iterator[str]:
    server = shutil.which("Xvfb")
    if not server:
        sys.exit("Xvfb is missing; ./test.sh installs it")
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        process.terminate()
        process.wait(timeout=10)
