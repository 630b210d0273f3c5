"""What a figure can say survives the way into the pack and back, and ranges are laid over each other without loss."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    Factor,
    FigureName,
    Origin,
    OwnRatio,
    Points,
    Schedule,
    Segment,
    SegmentBasis,
    Share,
    Supplement,
    Tier,
)
from desktop_app.domain.money import Fen, Rounding
from desktop_app.storage.figure_hull import hull
from desktop_app.storage.figure_values import FigureValue, Spread, decode, encode, exact_spread

HALF, TENTH, NINE = Fraction(1, 2), Fraction(1, 10), Fraction(9, 10)


def fen(*amounts: int) -> tuple[Fen, ...]:
    """Amounts in fen."""
    return tuple(Fen(amount) for amount in amounts)


def critical(deductible: int, *, loss: bool = False) -> CriticalIllness:
    """Half from the deductible to 50,000 fen, nine tenths above."""
    return CriticalIllness(
        deductible=Fen(deductible),
        tiers=(Tier(Fen(0), Fen(50_000), HALF), Tier(Fen(50_000), None, NINE)),
        origin=Origin.ZERO,
        cap=None,
        counts_deductible=True,
        counts_elsewhere_loss=loss,
    )


def bands(low: Fraction, high: Fraction) -> Schedule:
    """Two bands by the year, from zero."""
    segments = (Segment(Fen(3_000_000), low), Segment(None, high))
    return Schedule(segments=segments, origin=Origin.ZERO, basis=SegmentBasis.YEAR)


def banded(value: FigureValue) -> list[tuple[int | None, int]]:
    """Upper bounds in fen and ratios in whole per cent."""
    assert isinstance(value, Schedule)
    return [(segment.upper, int(segment.ratio * 100)) for segment in value.segments]


def flat(ratio: Fraction) -> Schedule:
    """A plain ratio."""
    return Schedule(segments=(Segment(None, ratio),))


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        (FigureName.DEDUCTIBLE, (Fen(130_000), Fen(65_000))),
        (FigureName.DEDUCTIBLE_BASIS, DeductibleBasis.PER_ADMISSION),
        (FigureName.RATIO, bands(HALF, NINE)),
        (FigureName.BONUS, Fraction(895, 10_000)),
        (FigureName.CAP, Fen(261_960)),
        (FigureName.CAP, None),
        (FigureName.ELSEWHERE, Points(TENTH)),
        (FigureName.ELSEWHERE, Factor(NINE)),
        (FigureName.ELSEWHERE, OwnRatio(HALF)),
        (FigureName.ELSEWHERE, Share(NINE)),
        (FigureName.ELSEWHERE, None),
        (FigureName.ELSEWHERE_DEDUCTIBLE, None),
        (FigureName.ELSEWHERE_DEDUCTIBLE, (Fen(240_000),)),
        (FigureName.SUPPLEMENT, Supplement(NINE, None)),
        (FigureName.CRITICAL, critical(3_040_400, loss=True)),
        (FigureName.ASSISTANCE, AssistanceTerms(Fen(0), HALF, Fen(5_000_000))),
        (FigureName.ACCOUNT_ORDER, AccountOrder.FIRST),
        (FigureName.ROUNDING, Rounding.HALF_EVEN),
    ],
)
def test_every_value_comes_back_as_it_went(figure: FigureName, value: FigureValue) -> None:
    """Through the pack's JSON, exact to the last fraction."""
    assert decode(figure, encode(exact_spread(value))) == exact_spread(value)


def test_a_range_comes_back_as_it_went() -> None:
    """Three values, and a share of the local ratio between two bounds in points."""
    for figure, spread in (
        (FigureName.CAP, Spread(Fen(5), Fen(3), None)),
        (FigureName.ELSEWHERE, Spread(Share(NINE), Points(Fraction(0)), Points(TENTH))),
    ):
        assert decode(figure, encode(spread)) == spread


def test_json_holds_no_floats() -> None:
    """Ratios are written as fractions."""
    assert encode(exact_spread(Fraction(895, 1000))) == '["179/200"]'


# -- ranges over several possibilities


def test_the_likely_value_stays_and_the_range_holds_all() -> None:
    """Deductibles by stay are compared stay by stay, the last repeating; no cap lies above every cap."""
    stays = hull([exact_spread(fen(800, 400)), exact_spread(fen(300, 150, 0))])
    assert stays == Spread(fen(800, 400, 400), fen(300, 150, 0), fen(800, 400, 400))
    assert hull([exact_spread(Fen(5)), exact_spread(None), Spread(Fen(4), Fen(3), Fen(6))]) == Spread(
        Fen(5), Fen(3), None
    )


def test_a_plain_ratio_fills_every_band() -> None:
    """A level paid 80 % throughout beside one paid 50 % and, above 30,000 yuan, 90 %."""
    both = hull([exact_spread(bands(HALF, NINE)), exact_spread(flat(Fraction(8, 10)))])
    assert both is not None
    assert both.value == bands(HALF, NINE)
    assert both.low == bands(HALF, Fraction(8, 10))
    assert both.high == bands(Fraction(8, 10), NINE)


def test_bands_with_other_bounds_are_cut_where_either_ends() -> None:
    """Tianjin: 85 %, above 120,000 yuan 80 %; the retired 90 %, above 180,000 yuan 80 %."""
    working, retired = (
        Schedule(segments=(Segment(Fen(bound), ratio), Segment(None, Fraction(8, 10))), origin=Origin.ZERO)
        for bound, ratio in ((12_000_000, Fraction(85, 100)), (18_000_000, NINE))
    )
    both = hull([exact_spread(working), exact_spread(retired)])
    assert both is not None
    assert banded(both.value) == [(12_000_000, 85), (18_000_000, 80), (None, 80)]
    assert banded(both.low) == [(12_000_000, 85), (18_000_000, 80), (None, 80)]
    assert banded(both.high) == [(12_000_000, 90), (18_000_000, 90), (None, 80)]


def test_no_reduction_is_one_of_nothing() -> None:
    """Beside points it is 0 points, beside a factor the factor 1."""
    assert hull([exact_spread(None), exact_spread(Points(TENTH))]) == Spread(
        Points(Fraction(0)), Points(Fraction(0)), Points(TENTH)
    )
    assert hull([exact_spread(Factor(NINE)), exact_spread(None)]) == Spread(
        Factor(NINE), Factor(NINE), Factor(Fraction(1))
    )


def test_shares_beside_points_are_bounded_in_points() -> None:
    """Nothing off with a long-term filing; else nine tenths are left, up to 10 points, or 7 tenths, up to 20."""
    settled, referred, own = (
        exact_spread(Points(Fraction(0))),
        Spread(Share(NINE), Points(Fraction(0)), Points(TENTH)),
        Spread(Share(Fraction(7, 10)), Points(Fraction(0)), Points(Fraction(2, 10))),
    )
    assert hull([settled, referred, own]) == Spread(Points(Fraction(0)), Points(Fraction(0)), Points(Fraction(2, 10)))
    assert hull([own, exact_spread(None)]) == own
    assert hull([referred, exact_spread(OwnRatio(HALF))]) is None


def test_flags_and_amounts_of_critical_illness_insurance_are_ranged_too() -> None:
    """The lower deductible, and the loss elsewhere possibly counted."""
    both = hull([exact_spread(critical(100)), exact_spread(critical(50, loss=True))])
    assert both == Spread(critical(100), critical(50), critical(100, loss=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Points(TENTH), Factor(NINE)),
        (DeductibleBasis.ANNUAL, DeductibleBasis.PER_VISIT),
        (Supplement(NINE, None), None),
        (bands(HALF, NINE), replace(bands(HALF, NINE), basis=SegmentBasis.STAY)),
    ],
)
def test_what_cannot_be_laid_over_each_other_is_no_range(one: FigureValue, other: FigureValue) -> None:
    """Different forms, bands counted from elsewhere: better ask than guess."""
    assert hull([exact_spread(one), exact_spread(other)]) is None
