"""The ranges the dataset alone would give hold at least nine in ten of what was found, by a rule and not by hand."""

import csv
from collections import defaultdict
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
    assert sum(one.compared for one in calibration) == len(finds)
    assert sum(one.foreseen for one in calibration) == sum(inside)
    assert sum(one.shipped for one in calibration) * 10 >= len(finds) * 9


THAT_NO_STEP_IS_ENOUGH_FOR: Final = {("inpatient", "cap")}
"""Of 101 finds eleven lie outside whatever the step: employees' caps that the dataset gives together with another."""


def test_nine_in_ten_finds_of_each_figure_lie_in_the_datasets_ranges(rulebook: RulePack) -> None:
    """Figure by figure, not only for all of them together."""
    short = {
        (one.kind.value, one.figure.value) for one in rulebook.calibration() if one.foreseen * 10 < one.compared * 9
    }
    assert short == THAT_NO_STEP_IS_ENOUGH_FOR


STEPS: Final = [
    ("tenth", "0.1", "0.9"),
    ("twentieth", "0.05", "0.95"),
    ("fortieth", "0.025", "0.975"),
    ("hundredth", "0.01", "0.99"),
    ("everything", "0", "1"),
]


def test_the_range_is_the_narrowest_step_that_is_enough() -> None:
    """Steps were tried in their order, by all figures and then by those that fell short, and none after enough."""
    tried = defaultdict[str, list[dict[str, str]]](list)
    for line in table("spread.csv"):
        tried[line["figures"]].append(line)
    together = tried.pop("every figure")
    assert [(line["step"], line["low"], line["high"]) for line in together] == STEPS[: len(together)]
    for name, lines in {"every figure": together, **tried}.items():
        steps = [(line["step"], line["low"], line["high"]) for line in lines]
        first = 0 if lines is together else len(together)
        assert steps == STEPS[first : first + len(lines)], name
        *before, last = [int(line["inside"]) * 10 >= int(line["compared"]) * 9 for line in lines]
        assert not any(before), name
        assert last is (tuple(name.split()) not in THAT_NO_STEP_IS_ENOUGH_FOR), name


def test_the_list_is_that_of_the_steps_in_force() -> None:
    """Ratios of stays at the step they went on to; caps of stays, widened in vain, where all figures stopped."""
    held = {
        figure: [
            number(find["low"]) <= number(find["value"]) <= number(find["high"])
            for find in table("finds.csv")
            if (find["kind"], find["figure"]) == ("inpatient", figure)
        ]
        for figure in ("ratio", "cap")
    }
    ratio, cap = ([line for line in table("spread.csv") if line["figures"] == f"inpatient {name}"] for name in held)
    assert (sum(held["ratio"]), len(held["ratio"])) == (int(ratio[-1]["inside"]), int(ratio[-1]["compared"]))
    assert sum(held["cap"]) <= min(int(line["inside"]) for line in cap)
