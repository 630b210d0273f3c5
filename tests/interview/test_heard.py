"""What is heard on the telephone replaces the rulebook's figure, exactly."""

from fractions import Fraction

import pytest

from desktop_app.domain.figure import FigureName, Points, Schedule, Segment
from desktop_app.domain.money import Fen
from desktop_app.errors import Problem
from desktop_app.interview.heard import Unit, case_as_heard, unit_of
from tests.interview.test_draft import MOTHER_CASE


def test_a_ratio_and_a_deductible_are_taken_over() -> None:
    """65 per cent above 800 yuan, ten points less elsewhere: three figures of one's own, everything else as before."""
    heard = {FigureName.RATIO: "65%", FigureName.DEDUCTIBLE: "800", FigureName.ELSEWHERE: "10"}
    case = case_as_heard(MOTHER_CASE, heard)
    assert case.figures is not None
    assert case.figures.present == frozenset(heard)
    assert case.figures.ratio == Schedule(segments=(Segment(None, Fraction(65, 100)),))
    assert case.figures.deductible == (Fen(800_00),)
    assert case.figures.elsewhere == Points(Fraction(1, 10))
    assert case.person == MOTHER_CASE.person


def test_the_share_of_class_b_goes_into_the_bill() -> None:
    """Class B belongs to the bill."""
    bill = case_as_heard(MOTHER_CASE, {FigureName.CLASS_B_RATIO: "10"}).episodes[0].bill
    assert bill is not None
    assert bill.class_b_ratio == Fraction(1, 10)


def test_nothing_heard_changes_nothing() -> None:
    """An empty script leaves the case as it is, and so does what cannot be told in one number."""
    assert case_as_heard(MOTHER_CASE, {}) == MOTHER_CASE
    assert case_as_heard(MOTHER_CASE, {FigureName.CRITICAL: "they pay half"}) == MOTHER_CASE
    assert unit_of(FigureName.CRITICAL) is None
    assert unit_of(None) is None
    assert unit_of(FigureName.DEDUCTIBLE) is Unit.YUAN


def test_what_is_no_figure_is_refused() -> None:
    """Words where a number belongs are said so, and nothing is guessed from them."""
    with pytest.raises(Problem):
        case_as_heard(MOTHER_CASE, {FigureName.RATIO: "about sixty"})
