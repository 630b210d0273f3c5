"""The ranges the dataset alone would give hold at least nine in ten of what was found, by a rule and not by hand."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Final

from desktop_app.storage.rule_pack import RulePack

FIGURES: Final = Path(__file__).parents[2] / "data" / "figures"
UNBOUNDED: Final = Decimal("Infinity")


def table(name: str) -> list[dict[str, str]]:
    """The lines of a list beside the figures."""
    with (FIGURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> Decimal:
    """An amount or a ratio; no cap lies above every other."""
    return UNBOUNDED if text == "none" else Decimal(text)


def test_nine_in_ten_finds_lie_in_the_datasets_ranges(rulebook: RulePack) -> None:
    """Counted anew from the list, line by line; the pack says the same of itself."""
    finds = table("finds.csv")
    inside = [number(find["low"]) <= number(find["value"]) <= number(find["high"]) for find in finds]
    assert len(finds) > 1000
    assert sum(inside) * 10 >= len(finds) * 9
    calibration = rulebook.calibration()
    assert (calibration.compared, calibration.foreseen) == (len(finds), sum(inside))
    assert calibration.shipped * 10 >= calibration.compared * 9


def test_the_range_is_the_narrowest_step_that_is_enough() -> None:
    """Steps were tried in their order; all but the last hold fewer than nine in ten; the list is that of the last."""
    tried = [(line["step"], line["low"], line["high"]) for line in table("spread.csv")]
    counts = [(int(line["inside"]), int(line["compared"])) for line in table("spread.csv")]
    steps = [("tenth", "0.1", "0.9"), ("twentieth", "0.05", "0.95"), ("fortieth", "0.025", "0.975")]
    assert 1 <= len(tried) <= 3
    assert tried == steps[: len(tried)]
    *before, (inside, compared) = counts
    assert all(some * 10 < every * 9 for some, every in before)
    assert inside * 10 >= compared * 9
    finds = table("finds.csv")
    held = [number(find["low"]) <= number(find["value"]) <= number(find["high"]) for find in finds]
    assert (inside, compared) == (sum(held), len(finds))
