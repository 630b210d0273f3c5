"""Step 4: the ratio of a band."""

from fractions import Fraction

import pytest

from desktop_app.domain.figure import Adjustment, Factor, OwnRatio, Points, Segment
from desktop_app.rules.estimate.schedule import effective_bands, shifted
from tests.rules.estimate.sums import percent, yuan


def paid_ratio(local: Fraction, bonus: Fraction, own_share: Fraction, elsewhere: Adjustment | None) -> Fraction:
    """The ratio at which the only band of a schedule is paid."""
    (band,), _ = effective_bands((Segment(None, local),), bonus, own_share, elsewhere)
    return band.ratio


@pytest.mark.parametrize(
    ("local", "bonus", "own_share", "elsewhere", "paid"),
    [
        (80, 0, 100, None, "80"),
        (80, 5, 100, None, "85"),
        (85, 0, 60, None, "91"),  # 1 − 15 % × 0.6
        (80, 0, 100, Points(percent(10)), "70"),
        (80, 0, 100, Factor(percent(90)), "72"),
        (80, 5, 100, OwnRatio(percent(60)), "60"),
        (85, 5, 60, Points(percent(10)), "84"),  # 90 → 1 − 10 % × 0.6 = 94 → 84
        (97, 5, 100, None, "100"),
        (97, 5, 100, Points(percent(10)), "92"),  # clamped at the end only
        (10, 0, 100, Points(percent(20)), "0"),
    ],
)
def test_bonus_own_share_elsewhere_in_this_order(
    local: int, bonus: int, own_share: int, elsewhere: Adjustment | None, paid: str
) -> None:
    """R7: bonus first, then the factor on the own share, then the reduction; one clamp at the end."""
    assert paid_ratio(percent(local), percent(bonus), percent(own_share), elsewhere) == percent(paid)


def test_a_local_zero_stays_zero() -> None:
    """Nobody gets a bonus on what is not paid at all (R8)."""
    assert paid_ratio(Fraction(0), percent(5), percent(60), Factor(percent(90))) == 0


def test_a_ratio_of_its_own_replaces_even_a_zero() -> None:
    """R8: elsewhere 50 % although the local ratio is 0."""
    assert paid_ratio(Fraction(0), percent(5), percent(60), OwnRatio(percent(50))) == percent(50)


def test_ratios_are_not_rounded() -> None:
    """0.905 × 0.9 = 0.8145, not 0.815."""
    assert paid_ratio(percent("90.5"), Fraction(0), Fraction(1), Factor(percent(90))) == percent("81.45")


def test_bands_seen_from_where_the_year_stands() -> None:
    """At 28,000 the band to 30,000 has 2,000 left, the one to 40,000 still 12,000."""
    bands = tuple(Segment(upper, percent(85)) for upper in (yuan(20000), yuan(30000), yuan(40000), None))
    assert [band.upper for band in shifted(bands, yuan(28000))] == [0, yuan(2000), yuan(12000), None]


def test_the_bands_at_home_know_no_reduction() -> None:
    """80 and 97 % with 5 points more: 85 and 100 at home; elsewhere 10 points less than 85 and 102, not than 100."""
    bands = (Segment(yuan(10000), percent(80)), Segment(None, percent(97)))
    paid, local = effective_bands(bands, percent(5), Fraction(1), Points(percent(10)))
    assert [(band.upper, band.ratio) for band in paid] == [(yuan(10000), percent(75)), (None, percent(92))]
    assert [(band.upper, band.ratio) for band in local] == [(yuan(10000), percent(85)), (None, Fraction(1))]
