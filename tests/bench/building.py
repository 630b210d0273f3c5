"""How long the rule pack takes to build from text, how large it is, and whether it is the same twice."""

from __future__ import annotations

import tempfile
from pathlib import Path

from desktop_app.storage.compile_pack import build
from tests.bench.clock import median, milliseconds, print_table

DATA = Path(__file__).resolve().parents[2] / "data"


def measure(rounds: int) -> None:
    """Prints the median time of `rounds` builds (two at least), and the size of the pack."""
    with tempfile.TemporaryDirectory(prefix="yidi-bench-") as folder:
        packs = [Path(folder) / f"{number}.sqlite" for number in range(max(2, rounds))]
        times = [milliseconds(build, DATA, pack) for pack in packs]
        size = packs[0].stat().st_size
        same = len({pack.read_bytes() for pack in packs}) == 1
    print_table(
        [
            ("building the pack from text", f"{median(times) / 1000:.1f} s", "< 15 s"),
            (f"the same bytes each time ({len(packs)} builds)", "yes" if same else "NO", "yes"),
            ("size of the pack", f"{size / 1_000_000:.1f} MB", "< 8 MB"),
        ]
    )
