"""How wide the ranges are: widened step by step until nine in ten of what was found lies inside."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from convert_figures.blocks import populations_of
from convert_figures.comparable import Row
from convert_figures.local_finds import LocalFinds
from convert_figures.populations import STEPS, Populations
from convert_figures.widening import Trial, trials, until_enough, write_trials

from tests.packaging.dataset_at_hand import area, judged, numbers, same, scheme

ON = date(2026, 11, 21)


def found(value: str, low: str = "10", high: str | None = "20", place: str = "140100") -> Row:
    """A find beside a range, both plain numbers; no high end is a cap that is none."""
    return Row((place,), Fraction(value), Fraction(low), None if high is None else Fraction(high), "L1")


def trial(step: str, inside: int, outside: int) -> Trial:
    """A step with so many finds inside its ranges, and so many outside."""
    rows = [found("15", place=f"in {number}") for number in range(inside)]
    rows += [found("25", place=f"out {number}") for number in range(outside)]
    return Trial(step, Populations(STEPS[step]), frozenset(rows))


def test_the_steps_leave_out_less_and_less() -> None:
    """A tenth at either end, a twentieth, a fortieth, a hundredth, nothing."""
    assert [(step, f"{tail:f}") for step, tail in STEPS.items()] == [
        ("tenth", "0.1"), ("twentieth", "0.05"), ("fortieth", "0.025"), ("hundredth", "0.01"), ("everything", "0"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "inside"),
    [
        (found("10"), True),
        (found("20"), True),
        (found("20.01"), False),
        (found("9.99"), False),
        (found("1000", high=None), True),
    ],
)
def test_a_find_at_either_end_is_inside(row: Row, inside: bool) -> None:
    """From 10 to 20, both among them; without a high end everything above."""
    assert row.is_inside is inside


@pytest.mark.parametrize(("inside", "outside", "enough"), [(9, 1, True), (89, 11, False), (90, 10, True), (0, 0, True)])
def test_nine_in_ten_are_enough(inside: int, outside: int, enough: bool) -> None:
    """89 of 100 are not; and nothing speaks for a wider range where nothing was found."""
    assert trial("tenth", inside, outside).is_enough is enough


def test_widening_ends_with_the_first_step_that_is_enough() -> None:
    """The third of four holds 9 of 10; the fourth is never tried."""

    def every() -> Iterator[Trial]:
        yield trial("tenth", 7, 3)
        yield trial("twentieth", 8, 2)
        yield trial("fortieth", 9, 1)
        pytest.fail("the fourth step is not needed")

    assert [one.step for one in until_enough(every())] == ["tenth", "twentieth", "fortieth"]


def test_what_came_of_each_step_is_kept(tmp_path: Path) -> None:
    """Its percentiles, how many finds were compared, how many lay inside."""
    write_trials(tmp_path / "spread.csv", [trial("tenth", 8, 2), trial("twentieth", 9, 1)])
    assert (tmp_path / "spread.csv").read_text(encoding="utf-8").splitlines() == [
        "step,low,high,compared,inside",
        "tenth,0.1,0.9,10,8",
        "twentieth,0.05,0.95,10,9",
    ]


def test_a_wider_step_reaches_further() -> None:
    """Of twenty figures 10, 20 … 200: the 2nd to the 18th, the 1st to the 19th, all of them."""
    reach = {}
    for step in ("tenth", "twentieth", "everything"):
        populations = Populations(STEPS[step])
        for value in range(10, 210, 10):
            populations.add(("cap",), "140000", Decimal(value))
        reach[step] = numbers(populations.around(Decimal(100), ("cap",), "140000"))
    assert reach == {"tenth": ["20", "180"], "twentieth": ["10", "190"], "everything": ["10", "200"]}


def test_a_find_outside_the_narrow_range_widens_it(tmp_path: Path) -> None:
    """Twenty cities pay 61 %, 62 % … 80 % of stays; for the first one 0.795 is found, which 62 % to 78 % does not hold.

    The 19th of twenty figures is 79 %, the last 80 %: only the range that leaves out less than a twentieth holds it.
    """
    cities = [
        area(tmp_path, f"14{number:02}00", employee=scheme(inpatient={"levels": same([500, 0.6 + number / 100, 0])}))
        for number in range(1, 21)
    ]
    finds = tmp_path / "finds"
    finds.mkdir()
    (finds / "140000-shanxi.yaml").write_text(
        'province: "140000"\nblocks:\n- {region: "140100", scheme: employee, kind: inpatient, source: notice, '
        "evidence: reported, from: 2020-01-01, figures: [{figure: ratio, value: 0.795}]}\n",
        encoding="utf-8",
    )
    judgement = judged("individual", *(city.listed for city in cities))
    tried = list(until_enough(trials([cities], judgement, LocalFinds.read(finds), ON)))
    assert [(one.step, len(one.rows), one.inside) for one in tried] == [
        ("tenth", 1, 0), ("twentieth", 1, 0), ("fortieth", 1, 1),
    ]  # fmt: skip
    [row] = tried[-1].rows
    assert (row.low, row.high) == (Fraction(61, 100), Fraction(80, 100))
    key = ("employee", "inpatient", "ratio", "level3")
    assert populations_of(cities, judgement).around(Decimal("0.7"), key, "140000") == (Decimal("0.62"), Decimal("0.78"))
