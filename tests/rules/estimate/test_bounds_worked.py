"""The ends of what all funds pay together, each worked by hand, with the fen that are added for rounding."""

from typing import Any

import pytest

from desktop_app.domain.figure import Factor, Points, Supplement
from desktop_app.rules.estimate.figure_table import AnyFigure
from tests.rules.estimate.sums import (
    banded,
    benefits,
    critical,
    estimated,
    exact,
    flat,
    percent,
    ranged,
    stay,
    yuan,
)

Ends = tuple[int, int, int]


def ends(total: int = 10000, **figures: AnyFigure) -> Ends:
    """Lowest, likely and highest payment on one bill of so many yuan."""
    (found,) = estimated(benefits(**figures), stay(total))
    assert found.fund_total is not None
    return (found.fund_total.low, found.fund_total.likely, found.fund_total.high)


def amounts(low: str | int, likely: str | int, high: str | int) -> Ends:
    """The three in yuan."""
    return (yuan(low), yuan(likely), yuan(high))


def cap(low: int, likely: int, high: int | None) -> AnyFigure:
    """A yearly cap known as a range; None is no cap."""
    return ranged(yuan(low), yuan(likely), None if high is None else yuan(high))


def supplement(ratio: int, limit: int | None = None) -> AnyFigure:
    """So many per cent of what overflows."""
    return exact(Supplement(percent(ratio), None if limit is None else yuan(limit)))


# --- a cap where a supplement takes over ----------------------------------------------------------------------------


def test_a_supplement_that_pays_better_makes_a_higher_cap_pay_less() -> None:
    """10,000 at 50 % under a cap c of 3,000 to 6,000, 80 % beyond: c + 80 % × (10,000 − 2c) = 8,000 − 0.6 c.

    At 3,000 6,200; at 4,000 5,600; from 5,000 on, where nothing overflows, 5,000. Two fen for the rounding in between.
    """
    found = ends(ratio=exact(flat(50)), cap=cap(3000, 4000, 6000), supplement=supplement(80))
    assert found == amounts("4999.98", 5600, "6200.02")
    # Without an end it is the same.
    found = ends(ratio=exact(flat(50)), cap=cap(3000, 4000, None), supplement=supplement(80))
    assert found == amounts("4999.98", 5600, "6200.02")


def test_the_least_may_lie_at_the_end_of_a_band() -> None:
    """5,000 at 40 %, 5,000 at 90 %, 60 % beyond a cap of 1,000 to 6,000, likely 3,000.

    At 1,000: 2,500 fit, 1,000 + 60 % × 7,500 = 5,500. At 2,000, the first band's end: 2,000 + 60 % × 5,000 = 5,000.
    At 3,000: 1,111.11 more fit, 3,000 + 2,333.33. At 6,000: 4,444.44 more fit, 6,000 + 60 % × 555.56 = 6,333.33.
    """
    found = ends(ratio=exact(banded((5000, 40), (None, 90))), cap=cap(1000, 3000, 6000), supplement=supplement(60))
    assert found == amounts("4999.98", "5333.33", "6333.35")


def test_the_most_may_lie_where_the_supplement_reaches_its_own_cap() -> None:
    """10,000 at 40 %, 60 % beyond up to 5,000, cap 0 to 2,000, likely 1,000.

    5,000 are 60 % of 8,333.33, which overflow under a cap of 666.67: 5,666.67 together. At 0 and at 2,000 it is 5,000,
    at 1,000 1,000 + 60 % × 7,500 = 5,500.
    """
    found = ends(ratio=exact(flat(40)), cap=cap(0, 1000, 2000), supplement=supplement(60, 5000))
    assert found == amounts("4999.98", 5500, "5666.69")


def test_the_supplement_may_reach_its_cap_in_a_later_band() -> None:
    """5,000 at 50 %, 5,000 at 40 %, 60 % beyond up to 1,800, cap 2,600 to 4,500, likely 4,000.

    1,800 are 60 % of 3,000: 2,000 of the second band fit, under a cap of 2,500 + 800 = 3,300: 5,100 together.
    At 2,600: 4,400. At 4,500: 4,500. At 4,000: 3,750 fit, 4,000 + 60 % × 1,250 = 4,750.
    """
    found = ends(
        ratio=exact(banded((5000, 50), (None, 40))), cap=cap(2600, 4000, 4500), supplement=supplement(60, 1800)
    )
    assert found == amounts("4399.98", 4750, "5100.02")


def test_a_band_that_pays_nothing_neither_fits_nor_overflows() -> None:
    """6,000: 1,000 at 0 %, 5,000 at 40 %, 60 % beyond up to 1,800, cap 500 to 1,500, likely 1,000.

    Under 800 2,000 fit and 3,000 overflow: 2,600. At 500: 2,300. At 1,500: 3,750 fit, 1,500 + 750. At 1,000: 2,500.
    """
    figures: dict[str, Any] = {"ratio": exact(banded((1000, 0), (None, 40))), "supplement": supplement(60, 1800)}
    assert ends(6000, **figures, cap=cap(500, 1000, 1500)) == amounts("2249.98", 2500, "2600.02")


def test_a_cap_per_visit_ends_the_supplement() -> None:
    """10,000 at 50 %, at most 3,000 a visit: a yearly cap below that leaves a supplement, one from there on none (R11).

    80 % beyond 2,000: 2,000 + 4,800; 2,500 + 4,000; from 3,000 on 3,000. With 30 % the most lies a fen below 3,000:
    2,999.99 + 30 % × 4,000.02 = 4,200.00; at 2,500 2,500 + 1,500.
    """
    figures: dict[str, Any] = {
        "ratio": exact(flat(50)),
        "cap_per_visit": exact(yuan(3000)),
        "cap": cap(2000, 2500, 4000),
    }
    assert ends(**figures, supplement=supplement(80)) == amounts("2999.98", 6500, "6800.02")
    assert ends(**figures, supplement=supplement(30)) == amounts("2999.98", 4000, "4200.02")


def test_a_cap_that_is_not_reached_makes_no_range() -> None:
    """5,000 are due under a cap of 5,000 to 8,000; a fen less at the least, and two fen of rounding are added."""
    figures: dict[str, Any] = {"ratio": exact(flat(50)), "supplement": supplement(80)}
    assert ends(**figures, cap=cap(6000, 7000, 8000)) == amounts(5000, 5000, 5000)
    assert ends(**figures, cap=cap(5000, 7000, 8000)) == amounts(5000, 5000, 5000)
    # Without a supplement a higher cap simply pays more.
    assert ends(ratio=exact(flat(50)), cap=cap(3000, 4000, 6000)) == amounts(3000, 4000, 5000)


# --- a share of what others pay -------------------------------------------------------------------------------------


def test_a_factor_on_the_own_share_works_the_other_way_round_above_one() -> None:
    """60 %: half to 70 % of the 40 % leave 72 to 80 %. 90 + 20 %: the 10 % above one are halved, or 70 % of them stay.

    Less 10 points that is 95, 96, 97 %.
    """
    factor = ranged(percent(50), percent(60), percent(70))
    assert ends(ratio=exact(flat(60)), own_share_factor=factor) == amounts(7200, 7600, 8000)
    above = ends(
        ratio=exact(flat(90)), bonus=exact(percent(20)), own_share_factor=factor, elsewhere=exact(Points(percent(10)))
    )
    assert above == amounts(9500, 9600, 9700)


# --- a loss elsewhere that does not count ---------------------------------------------------------------------------


def no_loss(ratio: int | str, *, counts_deductible: bool = True) -> AnyFigure:
    """So many per cent of what counts, from the first fen; the loss elsewhere is kept out."""
    terms = critical(0, (0, None, ratio), counts_elsewhere_loss=False, counts_deductible=counts_deductible)
    return exact(terms)


SIXTY_TO_80 = ranged(flat(60), flat(70), flat(80))


def test_an_unknown_reduction_under_a_known_ratio() -> None:
    """70 % less 10 to 20 points, likely 15; half of what is left but for the loss: 3,000 whatever the points.

    5,000 + 1,500; 5,500 + 1,500; 6,000 + 1,500.
    """
    points = ranged(Points(percent(10)), Points(percent(15)), Points(percent(20)))
    assert ends(ratio=exact(flat(70)), elsewhere=points, critical=no_loss(50)) == amounts(6500, 7000, 7500)


def test_an_unknown_ratio_under_known_points() -> None:
    """60 to 80 % less 10 points: each loses 1,000. 5,000 + 2,000; 6,000 + 1,500; 7,000 + 1,000.

    Where the ratio moves here and at home, two fen a band, one a tier and two more are added: five.
    """
    found = ends(ratio=SIXTY_TO_80, elsewhere=exact(Points(percent(10))), critical=no_loss(50))
    assert found == amounts("6999.95", 7500, "8000.05")


@pytest.mark.parametrize(
    ("factor", "found"),
    [
        # 3,000 … 4,000 are paid here. The least: 3,000 and, with 8,000 at home, 60 % of 2,000; the most: 4,000 and,
        # with 6,000 at home, 60 % of 4,000; likely 3,500 and 60 % of 3,000.
        (50, amounts(4200, 5300, 6400)),
        # Six tenths of the ratio move the payment just as much as 60 % of the loss: 3,600 + 2,400 = 4,800 + 1,200.
        (60, amounts("5999.95", 6000, "6000.05")),
    ],
)
def test_a_factor_follows_the_ratio_in_part(factor: int, found: Ends) -> None:
    """60 to 80 % by a factor: from the tier's ratio on, both ends may be taken from the same ratio."""
    assert ends(ratio=SIXTY_TO_80, elsewhere=exact(Factor(percent(factor))), critical=no_loss(60)) == found


DEDUCTIBLE = ranged((yuan(500),), (yuan(1000),), (yuan(2000),))
TWENTY_OFF = exact(Points(percent(20)))


def test_a_deductible_that_does_not_count_always_pays_less() -> None:
    """70 − 20 % above D; neither D nor the loss of 20 % × (10,000 − D) counts, 80 % of the rest are paid.

    50 % × (10,000 − D) + 80 % × (3,000 − 0.3 D) = 7,400 − 0.74 D: 5,920 above 2,000, 6,660 above 1,000, 7,030 above
    500. Two fen for the band, one for the tier and two more.
    """
    figures: dict[str, Any] = {"ratio": exact(flat(70)), "elsewhere": TWENTY_OFF, "deductible": DEDUCTIBLE}
    found = ends(**figures, critical=no_loss(80, counts_deductible=False))
    assert found == amounts("5919.95", 6660, "7030.05")


def test_a_deductible_that_counts_pays_less_where_it_outweighs_its_loss() -> None:
    """The same at 50 % of what counts: half of 70 % is less than the 50 % paid, so both are taken from one end.

    4,000 paid, 5,600 at home: half of 4,400. 4,500 and 6,300: half of 3,700. 4,750 and 6,650: half of 3,350.
    """
    figures: dict[str, Any] = {"ratio": exact(flat(70)), "elsewhere": TWENTY_OFF, "deductible": DEDUCTIBLE}
    assert ends(**figures, critical=no_loss(50)) == amounts("6199.95", 6350, "6425.05")


def test_where_it_may_not_outweigh_its_loss_opposite_ends_are_taken() -> None:
    """At 80 % of what counts: 80 % × 70 % are more than the 50 % paid.

    4,000 paid, 6,650 at home above 500: 10,000 − 4,000 − 2,650 = 3,350, so 4,000 + 2,680. 4,750 paid, 5,600 at home
    above 2,000: 10,000 − 4,750 − 850 = 4,400, so 4,750 + 3,520. Likely 4,500 and 6,300: 3,700, so 4,500 + 2,960.
    """
    figures: dict[str, Any] = {"ratio": exact(flat(70)), "elsewhere": TWENTY_OFF, "deductible": DEDUCTIBLE}
    assert ends(**figures, critical=no_loss(80)) == amounts(6680, 7460, 8270)


def test_every_band_must_outweigh_the_loss() -> None:
    """5,000 at 70, then 90 %, each less 20 points: 75 % × 70 % are more than 50 %, 75 % × 90 % less than 70 %.

    So opposite ends. Above 2,000: 2,500 + 3,000 × 70 % = 4,600 paid; above 500: 2,500 + 4,500 × 70 % = 5,650.
    At home above 500: 3,500 + 4,050 = 7,550; above 2,000: 3,500 + 2,700 = 6,200.
    The least: 10,000 − 4,600 − 2,950 = 2,450, so 4,600 + 1,837.50. The most: 10,000 − 5,650 − 550 = 3,800, so 5,650 +
    2,850. Likely above 1,000: 5,300 paid, 7,100 at home: 2,900, so 5,300 + 2,175.
    """
    figures: dict[str, Any] = {
        "ratio": exact(banded((5000, 70), (None, 90))),
        "elsewhere": TWENTY_OFF,
        "deductible": DEDUCTIBLE,
    }
    assert ends(**figures, critical=no_loss(75)) == amounts("6437.50", 7475, 8500)


def test_just_as_much_outweighs() -> None:
    """80 − 40 %: the 40 % paid are just half of the 80 %. 3,200, 3,600, 3,800 are paid, 6,400, 7,200, 7,600 at home.

    Half of 3,600, 2,800, 2,400 on top: 5,000 each time.
    """
    figures: dict[str, Any] = {
        "ratio": exact(flat(80)),
        "elsewhere": exact(Points(percent(40))),
        "deductible": DEDUCTIBLE,
    }
    assert ends(**figures, critical=no_loss(50)) == amounts("4999.95", 5000, "5000.05")


def test_critical_illness_insurance_never_takes_away() -> None:
    """60 to 80 % by a tenth: 600 … 800 are paid. With all of what counts paid, the least is what the basic fund pays.

    At home 8,000 against 600 here leave 10,000 − 600 − 7,400 = 2,000 at the least: 2,600; never less than 600.
    """
    found = ends(ratio=SIXTY_TO_80, elsewhere=exact(Factor(percent(10))), critical=no_loss(100))
    assert found == amounts(2600, 3700, 4800)


def test_what_critical_illness_insurance_cannot_reach_is_left_out() -> None:
    """It begins at 10,000, which is all there is: 60 to 80 % and nothing else."""
    terms = exact(critical(10000, (10000, None, 50), counts_elsewhere_loss=False))
    figures: dict[str, Any] = {"ratio": SIXTY_TO_80, "elsewhere": exact(Points(percent(10)))}
    assert ends(**figures, critical=terms) == amounts(5000, 6000, 7000)
