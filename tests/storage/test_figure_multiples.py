"""Figures that multiply: the deductible elsewhere as a multiple of the local one, the factor on the person's share."""

from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import FilingType, Level
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Figure, FigureName, Gap
from desktop_app.domain.money import Fen
from tests.storage.figures_at_hand import asked, compiled, shelf, stay

HEAD = """\
province: "140000"
blocks:
- region: "140100"
  scheme: employee
  kind: inpatient
  source: notice
  evidence: reported
  from: 2025-01-01
  figures:
"""


def found(folder: Path, *entries: str, level: Level = Level.LEVEL3) -> Benefits:
    """What these entries tell somebody who is referred to Chengdu."""
    figures = shelf(folder, p140000=HEAD + "".join(f"  - {{{one}}}\n" for one in entries))
    return asked(figures, stay(level=level, care_region="510100", filing_type=FilingType.REFERRAL))


def amounts(figure: Figure[tuple[Fen, ...] | None] | Gap) -> tuple[object, object, object]:
    """Lowest, likely, highest in fen."""
    assert isinstance(figure, Figure)
    return figure.low, figure.value, figure.high


def test_a_multiple_of_the_local_deductible_is_given_in_yuan(tmp_path: Path) -> None:
    """1.5 times 700, then 350: 1,050, then 525. Where it may not be raised the local amounts are the lowest."""
    benefits = found(
        tmp_path,
        "figure: deductible, value: [700, 350], low: [600, 300], high: [700, 350]",
        "figure: elsewhere_deductible, value: {times: 1.5}, low: {times: 1}, high: {times: 1.5}",
    )
    assert amounts(benefits.elsewhere_deductible) == ((60_000, 30_000), (105_000, 52_500), (105_000, 52_500))


def test_a_multiple_is_rounded_to_the_fen(tmp_path: Path) -> None:
    """1.3 times 100.05 yuan is 130.065, which is 130.07."""
    benefits = found(tmp_path, "figure: deductible, value: 100.05", "figure: elsewhere_deductible, value: {times: 1.3}")
    assert amounts(benefits.elsewhere_deductible)[1] == (13_007,)


def test_a_multiple_is_graded_no_better_than_what_it_multiplies(tmp_path: Path) -> None:
    """A reported factor on a typical amount that nobody checked: typical, and unchecked."""
    benefits = found(
        tmp_path,
        "figure: deductible, value: 700, evidence: typical, unchecked: true",
        "figure: elsewhere_deductible, value: {times: 1.5}",
    )
    assert isinstance(benefits.elsewhere_deductible, Figure)
    ground = benefits.elsewhere_deductible.provenance
    assert (ground.evidence, ground.unchecked) == (Evidence.TYPICAL, True)


def test_a_multiple_of_nothing_known_is_a_gap(tmp_path: Path) -> None:
    """Without the local deductible nobody knows what half as much again is."""
    benefits = found(tmp_path, "figure: elsewhere_deductible, value: {times: 1.5}")
    assert isinstance(benefits.elsewhere_deductible, Gap)
    assert benefits.elsewhere_deductible.figure is FigureName.ELSEWHERE_DEDUCTIBLE


def test_at_an_unknown_level_it_lies_between_the_levels(tmp_path: Path) -> None:
    """Raised by half at level 3 (800), left alone at level 1 (200): likely 1,200, at least 200."""
    benefits = found(
        tmp_path,
        "figure: deductible, level: [level1, level2], value: 200",
        "figure: deductible, level: level3, value: 800",
        "figure: elsewhere_deductible, level: [level1, level2], value: null",
        "figure: elsewhere_deductible, level: level3, value: {times: 1.5}",
        level=Level.UNKNOWN,
    )
    assert amounts(benefits.elsewhere_deductible) == ((20_000,), (120_000,), (120_000,))


def test_a_factor_on_the_own_share_may_raise_it(tmp_path: Path) -> None:
    """Harbin takes 1.3 times the person's share after a referral."""
    benefits = found(tmp_path, "figure: own_share_factor, filing: referral, value: 1.3, low: 1, high: 1.6")
    assert isinstance(benefits.own_share_factor, Figure)
    assert benefits.own_share_factor.value == Fraction(13, 10)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("figure: elsewhere_deductible, value: {times: 150}", "{times: 150}"),
        ("figure: elsewhere_deductible, value: {factor: 1.5}", "{factor: 1.5}"),
        ("figure: deductible, value: {times: 1.5}", "{times: 1.5}"),
        ("figure: own_share_factor, value: 130", "130"),
        ("figure: ratio, value: 1.3", "1.3"),
    ],
)
def test_what_is_no_factor_is_refused(tmp_path: Path, text: str, value: str) -> None:
    """150 for 1.5, another word for times, a multiple of nothing, a ratio above one."""
    _, problems = compiled(tmp_path, p140000=f"{HEAD}  - {{{text}}}\n")
    assert [(one.line, one.field, one.value) for one in problems] == [(10, "value", value)]
