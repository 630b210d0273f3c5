"""How long the rule pack takes to open and to answer, as it ships and with a hundred times the rules.

Two packs are made of a hundred times the rules: one with other places, one with a long past at the same places. What is
asked of each is asked of the shipped one in the same breath, so that the ratios hold on a busy machine as well.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.care import CareKind
from desktop_app.domain.person import Scheme
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.compile_pack import build
from desktop_app.storage.rule_pack import RulePack
from tests.bench.building import DATA
from tests.bench.clock import Row, median, milliseconds, print_table
from tests.storage.many_rules import with_history, with_other_places

TIMES = 100
ON = date(2026, 11, 21)
BEIJING = "110000"
OPENINGS = 20
"""How often a pack is opened again in each round; a single one is too short to measure."""

FIRST_OPENING = """
import sys
from pathlib import Path
from desktop_app.storage.rule_pack import RulePack
from tests.bench.clock import milliseconds
print(milliseconds(lambda: RulePack.open(Path(sys.argv[1]))))
"""

P = TypeVar("P")
Ask = Callable[[RulePack, str], object]


def measure(rounds: int) -> None:
    """Prints what opening and lookups cost in the shipped pack, and the ratios to it of the two large ones."""
    with tempfile.TemporaryDirectory(prefix="yidi-bench-") as folder:
        shipped, large = Path(folder) / "rules.sqlite", Path(folder) / "large.sqlite"
        build(DATA, shipped)
        rows = list(_alone(shipped, rounds))
        for multiply, what in ((with_other_places, "places"), (with_history, "past")):
            multiply(shipped, large, TIMES)
            rows += _beside(shipped, large, f"{TIMES} times the rules ({what})", rounds)
    print_table(rows)


def _alone(pack: Path, rounds: int) -> Iterator[Row]:
    yield "opening the pack, first in its process", f"{_first_openings([pack], rounds)[0]:.1f} ms", "< 20 ms"
    for name, ask in _LOOKUPS.items():
        yield name, f"{_lookups([pack], ask, rounds)[0]:.2f} ms", "< 1 ms"


def _beside(shipped: Path, large: Path, what: str, rounds: int) -> Iterator[Row]:
    small, big = _first_openings([shipped, large], rounds)
    yield f"{what}: opening, first in its process", f"× {big / small:.2f}", "× 1"
    small, big = _openings([shipped, large], rounds)
    yield f"{what}: opening again", f"× {big / small:.2f}", "× 1"
    for name, ask in _LOOKUPS.items():
        if what.endswith("(places)") or ask is _benefits:  # all figures of a place with a long past are a long list
            small, big = _lookups([shipped, large], ask, rounds)
            yield f"{what}: {name}", f"× {big / small:.2f} ({big:.2f} ms)", "≤ × 1.5"


def _first_openings(packs: list[Path], rounds: int) -> list[float]:
    """The medians over new processes, which have imported everything and opened nothing."""
    root = Path(__file__).resolve().parents[2]

    def open_first(pack: Path) -> float:
        return float(subprocess.check_output([sys.executable, "-c", FIRST_OPENING, str(pack)], cwd=root, text=True))

    return [median(each) for each in _in_turn(packs, [open_first] * rounds)]


def _openings(packs: list[Path], rounds: int) -> list[float]:
    def open_again(pack: Path) -> float:
        return milliseconds(lambda: RulePack.open(pack).close())

    return [median(each) for each in _in_turn(packs, [open_again] * rounds * OPENINGS)]


def _lookups(packs: list[Path], ask: Ask, rounds: int) -> list[float]:
    """The medians over all pooling areas, each asked about for the first time since the pack was opened.

    Of the times an area takes in so many newly opened packs the shortest counts: the others were disturbed.
    """
    times = [_first_lookups(packs, ask) for _ in range(rounds)]
    return [median(map(min, zip(*each, strict=True))) for each in zip(*times, strict=True)]


def _first_lookups(packs: list[Path], ask: Ask) -> list[list[float]]:
    opened = [RulePack.open(pack) for pack in packs]
    areas = [area.code for province in opened[0].provinces() for area in province.areas]
    times = _in_turn(opened, [partial(_asked, ask, area) for area in areas])
    for pack in opened:
        pack.close()
    return times


def _asked(ask: Ask, area: str, pack: RulePack) -> float:
    return milliseconds(ask, pack, area)


def _in_turn(packs: Sequence[P], takes: Sequence[Callable[[P], float]]) -> list[list[float]]:
    """What each pack takes, the packs in turn and now the one, now the other first."""
    times: list[list[float]] = [[] for _ in packs]
    for number, take in enumerate(takes):
        for which in range(len(packs))[:: -1 if number % 2 else 1]:
            times[which].append(take(packs[which]))
    return times


def _benefits(pack: RulePack, area: str) -> object:
    return pack.benefits(
        BenefitQuery(
            insured_region=area,
            scheme=Scheme.RESIDENT,
            kind=CareKind.INPATIENT,
            on=ON,
            care_region=BEIJING,
        )
    )


def _every_figure(pack: RulePack, area: str) -> object:
    return pack.figures(area)


_LOOKUPS: dict[str, Ask] = {
    "all figures of a stay elsewhere": _benefits,
    "everything the rulebook has on an area": _every_figure,
}
