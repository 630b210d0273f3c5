"""What is heard on the telephone replaces the rulebook's figure, exactly, and says who told it and when."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.domain.case import Case
from desktop_app.domain.figure import FigureName, Points, Schedule, Segment, Supplement
from desktop_app.domain.heard import Heard
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.own_figure import Informant
from desktop_app.errors import Problem
from desktop_app.interview.heard import Unit, case_as_heard, told_in_parts, unit_of, value_heard
from tests.interview.test_draft import MOTHER_CASE

TOLD = Heard("", Informant.HOTLINE, date(2026, 11, 20))


def heard(texts: Mapping[FigureName, str]) -> Case:
    """The mother's case with these figures told by the hotline."""
    return case_as_heard(MOTHER_CASE, {name: (value_heard(name, text), TOLD) for name, text in texts.items()})


def test_a_ratio_and_a_deductible_are_taken_over() -> None:
    """65 per cent above 800 yuan, ten points less elsewhere: three figures of one's own, everything else as before."""
    texts = {FigureName.RATIO: "65%", FigureName.DEDUCTIBLE: "800", FigureName.ELSEWHERE: "10"}
    case = heard(texts)
    assert case.figures is not None
    assert case.figures.present == frozenset(texts)
    assert case.figures.ratio == Schedule(segments=(Segment(None, Fraction(65, 100)),))
    assert case.figures.deductible == (Fen(800_00),)
    assert case.figures.elsewhere == Points(Fraction(1, 10))
    assert case.person == MOTHER_CASE.person


def test_a_figure_of_several_parts_is_taken_over_with_who_told_it() -> None:
    """Ninety per cent up to 300,000 yuan, by the hotline on 20 November."""
    supplement = Supplement(Fraction(9, 10), Fen(300_000_00))
    case = case_as_heard(MOTHER_CASE, {FigureName.SUPPLEMENT: (supplement, TOLD)})
    assert case.figures is not None
    assert case.figures.supplement == supplement
    by = message("rulebook_page.informant.hotline")
    assert case.figures.told == (
        (FigureName.SUPPLEMENT, message("rulebook_page.own.told", day=date(2026, 11, 20), by=by)),
    )


def test_a_figure_told_again_is_noted_once() -> None:
    """The last answer counts, and so does who gave it; without office and day nothing is noted."""
    once = heard({FigureName.RATIO: "65%"})
    again = case_as_heard(once, {FigureName.RATIO: (value_heard(FigureName.RATIO, "70"), Heard("70"))})
    assert again.figures is not None
    assert again.figures.ratio == Schedule(segments=(Segment(None, Fraction(7, 10)),))
    assert again.figures.told == ()


def test_the_share_of_class_b_goes_into_the_bill() -> None:
    """Class B belongs to the bill."""
    bill = heard({FigureName.CLASS_B_RATIO: "10"}).episodes[0].bill
    assert bill is not None
    assert bill.class_b_ratio == Fraction(1, 10)


def test_nothing_heard_changes_nothing() -> None:
    """An empty script leaves the case as it is."""
    assert case_as_heard(MOTHER_CASE, {}) == MOTHER_CASE


def test_every_figure_knows_how_it_is_told() -> None:
    """In one number, in parts, or, as how a fund rounds, not at all."""
    assert unit_of(FigureName.DEDUCTIBLE) is Unit.YUAN
    assert unit_of(FigureName.CRITICAL) is None
    assert unit_of(None) is None
    assert told_in_parts(FigureName.CRITICAL)
    assert told_in_parts(FigureName.ELSEWHERE)
    assert not told_in_parts(FigureName.RATIO)
    assert not told_in_parts(FigureName.ROUNDING)
    assert not told_in_parts(None)


def test_what_is_no_figure_is_refused() -> None:
    """Words where a number belongs are said so, and nothing is guessed from them."""
    with pytest.raises(Problem):
        value_heard(FigureName.RATIO, "about sixty")
