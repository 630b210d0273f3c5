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
from convert_figures.populations import STEPS, Populations, group_of
from convert_figures.widening import Trial, Widening, until_enough, widened, write_trials

from tests.packaging.dataset_at_hand import area, judged, numbers, same, scheme

ON = date(2026, 11, 21)
CAP = ("employee", "inpatient", "cap")


def found(value: str, low: str = "10", high: str | None = "20", place: str = "140100") -> Row:
    """A find beside a range, both plain numbers; no high end is a cap that is none."""
    where = (place, "employee", "inpatient", "level3", "", "ratio", "")
    return Row(where, Fraction(value), Fraction(low), None if high is None else Fraction(high), "L1")


def trial(step: str, inside: int, outside: int) -> Trial:
    """A step with so many finds inside its ranges, and so many outside."""
    rows = [found("15", place=f"in {number}") for number in range(inside)]
    rows += [found("25", place=f"out {number}") for number in range(outside)]
    return Trial(step, Populations(step), frozenset(rows))


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
    """Of which figures, its percentiles, how many finds were compared, how many lay inside."""
    stays = trial("twentieth", 9, 1).of(("inpatient", "ratio"))
    write_trials(tmp_path / "spread.csv", [trial("tenth", 8, 2), stays])
    assert (tmp_path / "spread.csv").read_text(encoding="utf-8").splitlines() == [
        "figures,step,low,high,compared,inside",
        "every figure,tenth,0.1,0.9,10,8",
        "inpatient ratio,twentieth,0.05,0.95,10,9",
    ]


def test_a_wider_step_reaches_further() -> None:
    """Of twenty figures 10, 20 … 200: the 2nd to the 18th, the 1st to the 19th, all of them."""
    reach = {}
    for step in ("tenth", "twentieth", "everything"):
        populations = Populations(step)
        for value in range(10, 210, 10):
            populations.add(CAP, "140000", Decimal(value))
        reach[step] = numbers(populations.around(Decimal(100), CAP, "140000"))
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
    *tried, in_force = widened(Widening([cities], judgement, LocalFinds.read(finds), ON))
    assert [(one.step, len(one.rows), one.inside) for one in tried] == [
        ("tenth", 1, 0), ("twentieth", 1, 0), ("fortieth", 1, 1),
    ]  # fmt: skip
    [row] = in_force.rows
    assert (row.low, row.high) == (Fraction(61, 100), Fraction(80, 100))
    key = ("employee", "inpatient", "ratio", "level3")
    assert populations_of(cities, judgement).around(Decimal("0.7"), key, "140000") == (Decimal("0.62"), Decimal("0.78"))


@pytest.mark.parametrize(
    ("key", "group"),
    [
        (("employee", "inpatient", "ratio", "level3"), ("inpatient", "ratio")),
        (("resident", "inpatient", "ratio", "level1"), ("inpatient", "ratio")),
        (("employee", "outpatient", "cap_retired"), ("outpatient", "cap")),
        (("resident", "catastrophic", "deductible"), ("catastrophic", "critical")),
        (("employee", "catastrophic", "supplement_cap"), ("catastrophic", "supplement")),
    ],
)
def test_figures_of_a_kind_are_widened_together(key: tuple[str, ...], group: tuple[str, str]) -> None:
    """Levels, schemes and the terms of one insurance share their steps."""
    assert group_of(key) == group


@pytest.fixture
def falling_short(tmp_path: Path) -> Widening:
    """Forty cities pay 61 % … 100 % of stays up to 10,000, 20,000 … 400,000 yuan, 200 deducted.

    For twenty of them 200 is found, for one 0.995; the cap found for the first is higher than anybody's.
    """
    cities = [
        area(
            tmp_path,
            f"14{number:02}00",
            employee=scheme(
                inpatient={"levels": same([200, (60 + number) / 100, 0]), "cap": 10_000 * number},
                catastrophic={"cap": 95_000},
            ),
        )
        for number in range(1, 41)
    ]
    agreeing = [
        f'- {{region: "14{number:02}00", scheme: employee, kind: inpatient, source: notice, evidence: reported, '
        "from: 2020-01-01, figures: [{figure: deductible, value: 200}]}"
        for number in range(1, 21)
    ]
    against = (
        '- {region: "140100", scheme: employee, kind: inpatient, source: notice, evidence: reported, '
        "from: 2020-01-01, figures: [{figure: ratio, value: 0.995}, {figure: cap, value: 900000}]}"
    )
    finds = tmp_path / "finds"
    finds.mkdir()
    text = "\n".join(['province: "140000"', "blocks:", *agreeing, against, ""])
    (finds / "140000-shanxi.yaml").write_text(text, encoding="utf-8")
    judgement = judged("individual", *(city.listed for city in cities))
    return Widening([cities], judgement, LocalFinds.read(finds), ON)


def test_a_kind_that_falls_short_goes_on_by_itself(falling_short: Widening) -> None:
    """All together nine in ten lie inside at once, of the ratios none: only 61 % to 100 % hold 99.5 %.

    No step holds the cap, which keeps the narrow one: of 10,000 … 400,000 the 4th to the 36th.
    """
    *tried, in_force = widened(falling_short)
    by_kind = {trial.figures: trial for trial in tried}
    assert by_kind.keys() == {None, ("inpatient", "cap"), ("inpatient", "ratio")}
    assert by_kind[None].step == "tenth"
    assert by_kind["inpatient", "ratio"].step == "hundredth"
    assert by_kind["inpatient", "cap"].step == "everything"
    assert in_force.populations.wider == {("inpatient", "ratio"): "hundredth"}
    ranges = {row.place[5]: (row.low, row.high) for row in in_force.rows}
    assert ranges["ratio"] == (Fraction(61, 100), Fraction(1))
    assert ranges["cap"] == (Fraction(10_000), Fraction(360_000))
    assert in_force.inside == len(in_force.rows) - 1
