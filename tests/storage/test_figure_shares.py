"""The lookup of what care elsewhere loses, where the dataset states a share of the local ratio."""

from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.domain.figure import (
    Factor,
    Points,
)
from desktop_app.domain.person import Status
from tests.storage.figures_at_hand import asked, block, book, bounds, known, stay


@pytest.mark.parametrize(
    ("share", "ratio", "points"),
    [("0.9", "0.80", Fraction(8, 100)), ("0.9", "0.895", Fraction(895, 10_000)), ("0.7", "0.80", Fraction(20, 100)),
     ("1", "0.80", Fraction(0))],
)  # fmt: skip
def test_a_share_of_the_local_ratio_becomes_points(tmp_path: Path, share: str, ratio: str, points: Fraction) -> None:
    """0.9 of 0.80 takes 8 points off, 0.9 of 0.895 8.95; 0.7 of 0.80 would take 24, more than the nation allows: 20."""
    figures = book(
        tmp_path,
        block(f"""
        figure: ratio, value: {ratio}
        figure: elsewhere, value: {{share: {share}}}, low: {{points: 0}}, high: {{points: 0.2}}
    """),
    )
    elsewhere = asked(figures, stay(care_region="510100")).elsewhere
    assert bounds(elsewhere) == (Points(Fraction(0)), Points(points), Points(Fraction(2, 10)))


def test_a_share_without_a_ratio_takes_the_most_the_nation_allows(tmp_path: Path) -> None:
    """Nobody knows of what it is nine tenths; the careful reading is the bound."""
    figures = book(tmp_path, block("figure: elsewhere, value: {share: 0.9}, low: {points: 0}, high: {points: 0.1}"))
    elsewhere = asked(figures, stay(care_region="510100")).elsewhere
    assert bounds(elsewhere) == (Points(Fraction(0)), Points(Fraction(1, 10)), Points(Fraction(1, 10)))


def test_a_share_counts_the_bonus_as_well(tmp_path: Path) -> None:
    """A retired person has 85 % at home: a tenth of it is 8.5 points."""
    figures = book(
        tmp_path,
        block("""
        figure: ratio, value: 0.80
        figure: bonus, status: retired, value: 0.05
        figure: elsewhere, value: {share: 0.9}, low: {points: 0}, high: {points: 0.1}
    """),
    )
    found = asked(figures, stay(care_region="510100", status=Status.RETIRED))
    assert known(found.elsewhere).value == Points(Fraction(85, 1000))


def test_a_factor_stays_a_factor(tmp_path: Path) -> None:
    """A region's own form is not translated."""
    figures = book(tmp_path, block("figure: ratio, value: 0.80\nfigure: elsewhere, value: {factor: 0.8}"))
    assert known(asked(figures, stay(care_region="510100")).elsewhere).value == Factor(Fraction(8, 10))
