"""The lookup where an answer is missing: a range over what it may be, likely as is most usual, or a question."""

from fractions import Fraction
from pathlib import Path

from desktop_app.domain.care import FilingType, Level, Reason
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import (
    Gap,
    Points,
    Segment,
)
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Scheme, Status
from tests.storage.figures_at_hand import asked, block, book, bounds, known, plain, stay


def test_an_unknown_level_gives_a_range_around_level_3(tmp_path: Path) -> None:
    """Likely as at level 3, between the lowest and the highest of all levels, and only common practice."""
    figures = book(
        tmp_path,
        block(
            """
        figure: deductible, level: level1, value: [300, 150, 0]
        figure: deductible, level: level2, value: [500, 250, 0]
        figure: deductible, level: level3, value: [800, 400], low: 700, high: [900, 450]
        figure: ratio, level: level1, value: 0.90
        figure: ratio, level: [level2, level3], value: [[40000, 0.82], [null, 0.88]]
    """.replace("low: 700", "low: [700, 350]")
        ),
    )
    found = asked(figures, stay(level=Level.UNKNOWN))
    assert bounds(found.deductible) == ((30_000, 15_000, 0), (80_000, 40_000, 40_000), (90_000, 45_000, 45_000))
    low, likely, high = (schedule.segments for schedule in bounds(found.ratio))
    assert likely == (Segment(Fen(4_000_000), Fraction(82, 100)), Segment(None, Fraction(88, 100)))
    assert low == likely
    assert high == (Segment(Fen(4_000_000), Fraction(90, 100)), Segment(None, Fraction(90, 100)))
    ground = known(found.deductible).provenance
    assert ground.evidence is Evidence.TYPICAL
    assert ground.remarks == (message("figures.remark.range", answers=(message("figures.answer.level"),)),)


def test_an_unknown_status_makes_the_bonus_of_the_retired_possible(tmp_path: Path) -> None:
    """Working or retired: the bonus is nothing or five points, likely nothing."""
    figures = book(tmp_path, block("figure: ratio, value: 0.82\nfigure: bonus, status: retired, value: 0.05"))
    assert bounds(asked(figures, stay(status=None)).bonus) == (Fraction(0), Fraction(0), Fraction(5, 100))
    assert bounds(asked(figures, stay()).bonus) == (Fraction(0),) * 3
    assert bounds(asked(figures, stay(status=Status.RETIRED)).bonus) == (Fraction(5, 100),) * 3


def test_an_unknown_filing_gives_a_range_over_what_it_may_be(tmp_path: Path) -> None:
    """Filed for a referral 10 points less, unfiled 20: between them where nobody knows, likely unfiled."""
    figures = book(
        tmp_path,
        block(
            """
        figure: elsewhere, relation: cross_province, filing: referral, value: {points: 0.10}
        figure: elsewhere, relation: cross_province, filing: unfiled, value: {points: 0.20}
    """
        ),
    )
    away = stay(care_region="110000", reason=Reason.REFERRAL, filings=(None, FilingType.REFERRAL))
    low, likely, high = bounds(asked(figures, away).elsewhere)
    assert (low, likely, high) == (Points(Fraction(1, 10)), Points(Fraction(1, 5)), Points(Fraction(1, 5)))
    ground = known(asked(figures, away).elsewhere).provenance
    assert ground.remarks == (message("figures.remark.range", answers=(message("figures.answer.filing"),)),)


def test_an_unknown_age_gives_a_range_of_the_ages_the_status_allows(tmp_path: Path) -> None:
    """An adult's age may be on either side of 60, an elderly person's is not under it."""
    figures = book(
        tmp_path,
        block(
            """
        figure: ratio, age: {under: 60}, value: 0.60
        figure: ratio, age: {from: 60}, value: 0.70
    """,
            scheme="resident",
        ),
    )
    adult = stay(scheme=Scheme.RESIDENT, status=Status.ADULT, age=None)
    assert bounds(asked(figures, adult).ratio) == plain(60, 60, 70)
    elderly = stay(scheme=Scheme.RESIDENT, status=Status.ELDERLY, age=None)
    assert bounds(asked(figures, elderly).ratio) == plain(70, 70, 70)


def test_answers_too_far_apart_are_asked_for(tmp_path: Path) -> None:
    """Points in one tier, a factor in the other: no range holds both, so the tier is asked."""
    figures = book(
        tmp_path,
        block("""
        figure: elsewhere, tier: tier1, value: {points: 0.1}
        figure: elsewhere, tier: tier2, value: {factor: 0.8}
    """),
    )
    found = asked(figures, stay(care_region="510100"))
    assert isinstance(found.elsewhere, Gap)
    assert found.elsewhere.why == message(
        "figures.gap.varies", figure=message("figures.name.elsewhere"), answers=(message("figures.answer.tier"),)
    )
