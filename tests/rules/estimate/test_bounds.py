"""The interval of the fund total: examples worked by hand, and that nothing inside a box ever falls outside."""

import statistics
from random import Random

from hypothesis import given, settings

from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.figure import (
    DeductibleBasis,
    Factor,
    FigureName,
    Origin,
    OwnRatio,
    Points,
    Supplement,
)
from desktop_app.domain.outcome import Estimate
from desktop_app.domain.person import Person
from desktop_app.rules.estimate.bounds import fund_total_interval
from desktop_app.rules.estimate.carried import counters_after
from desktop_app.rules.estimate.episode import settle, used_after
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.figure_table import AnyFigure
from desktop_app.rules.estimate.reckoning import reckoning
from desktop_app.rules.estimate.spread import spread
from tests.rules.estimate.boxes import Box, Dice, dice
from tests.rules.estimate.sums import (
    DAY,
    EMPLOYEE,
    RESIDENT,
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

CARE = Care(kind=CareKind.INPATIENT, date=DAY)
SAMPLES = 12


def ends(estimate: Estimate) -> tuple[int, int, int]:
    """Lowest, likely, highest."""
    assert estimate.fund_total is not None
    return (estimate.fund_total.low, estimate.fund_total.likely, estimate.fund_total.high)


def one(person: Person = EMPLOYEE, total: int = 10000, **figures: AnyFigure) -> Estimate:
    """The estimate of one stay; 60 % without a deductible unless said otherwise."""
    (found,) = estimated(benefits(**{"ratio": exact(flat(60)), **figures}), stay(total), person=person)
    return found


def test_an_unknown_deductible() -> None:
    """10,000 at 60 % above 400 to 1,000, likely 500: 5,400, 5,700, 5,760. Knowing it closes the range of 360."""
    found = one(deductible=ranged((yuan(400),), (yuan(500),), (yuan(1000),)))
    assert ends(found) == (yuan(5400), yuan(5700), yuan(5760))
    assert (found.narrowing, found.narrowed_by) == (FigureName.DEDUCTIBLE, yuan(360))


def test_an_unknown_ratio() -> None:
    """55 to 70 %, likely 60 %, of 10,000."""
    assert ends(one(ratio=ranged(flat(55), flat(60), flat(70)))) == (yuan(5500), yuan(6000), yuan(7000))


def test_points_less_elsewhere() -> None:
    """60 % less 0 to 20 points, likely 15."""
    found = one(elsewhere=ranged(Points(percent(0)), Points(percent(15)), Points(percent(20))))
    assert ends(found) == (yuan(4000), yuan(4500), yuan(6000))


def test_the_question_that_narrows_most_is_asked() -> None:
    """The ratio (45 to 70 %) makes 2,500, the deductible (0 to 100) only some 70: ask for the ratio."""
    found = one(ratio=ranged(flat(45), flat(60), flat(70)), deductible=ranged((yuan(0),), (yuan(50),), (yuan(100),)))
    assert found.narrowing is FigureName.RATIO


def test_a_figure_that_cannot_matter_makes_no_range() -> None:
    """A cap between 50,000 and 100,000 does not touch a bill of 10,000."""
    found = one(cap=ranged(yuan(50000), yuan(70000), yuan(100000)))
    assert ends(found) == (yuan(6000), yuan(6000), yuan(6000))
    assert found.narrowing is None


def test_what_cannot_be_reached_leaves_the_ends_on_the_fen() -> None:
    """55 to 70 % of 10,000; a cap of 50,000 or more and insurance above 20,000 or more stay out of the sum."""
    found = one(
        ratio=ranged(flat(55), flat(60), flat(70)),
        cap=ranged(yuan(50000), yuan(70000), yuan(100000)),
        supplement=exact(Supplement(percent(90), None)),
        critical=ranged(*(critical(above, (0, None, 60), origin=Origin.DEDUCTIBLE) for above in (20000, 25000, 30000))),
    )
    assert ends(found) == (yuan(5500), yuan(6000), yuan(7000))


def test_insurance_that_pays_nothing_at_the_least_takes_nothing_away() -> None:
    """Its deductible is 3,000 to 6,000: at the least 55 % of 10,000, as no fund ever takes anything back."""
    found = one(
        ratio=ranged(flat(55), flat(60), flat(70)),
        critical=ranged(*(critical(above, (0, None, 60), origin=Origin.DEDUCTIBLE) for above in (3000, 5000, 6000))),
    )
    assert ends(found)[0] == yuan(5500)


def test_a_cap_without_a_highest_value() -> None:
    """3,000 or more, likely 5,000, perhaps none at all: 3,000, 5,000, 6,000."""
    assert ends(one(cap=ranged(yuan(3000), yuan(5000), None))) == (yuan(3000), yuan(5000), yuan(6000))


def test_a_higher_cap_can_pay_less() -> None:
    """The supplement pays 90 % of what overflows a fund of 60 %, so the lower cap pays more.

    Cap 1,000: 1,000 + (10,000 − 1,000 ÷ 0.6) × 0.9 = 8,500. Cap 5,000: 5,000 + 1,666.67 × 0.9 = 6,500.
    At 6,000 nothing overflows: 6,000, the least of all.
    """
    found = one(cap=ranged(yuan(1000), yuan(5000), yuan(9000)), supplement=exact(Supplement(percent(90), None)))
    low, likely, high = ends(found)
    assert likely == yuan(6500)
    assert yuan(8500) <= high <= yuan("8500.05")
    assert yuan("5999.95") <= low <= yuan(6000)


def test_the_payment_may_be_highest_in_between() -> None:
    """The supplement stops at 2,700, which it reaches where 3,000 overflow: at a cap of 4,200.

    There 4,200 + 2,700 = 6,900; at 1,000 only 3,700, at 9,000 only 6,000.
    """
    found = one(
        cap=ranged(yuan(1000), yuan(5000), yuan(9000)),
        supplement=exact(Supplement(percent(90), yuan(2700))),
    )
    assert yuan(6900) <= ends(found)[2] <= yuan("6900.05")


def test_a_local_ratio_can_work_the_wrong_way_round() -> None:
    """50 % elsewhere whatever the local ratio; what is lost against 60 to 80 % does not count at 60 %.

    5,000 of the fund; (10,000 − 6,000) × 60 % = 2,400 on top at 60 %, (10,000 − 8,000) × 60 % = 1,200 at 80 %.
    """
    found = one(
        person=RESIDENT,
        ratio=ranged(flat(60), flat(60), flat(80)),
        elsewhere=exact(OwnRatio(percent(50))),
        critical=exact(critical(0, (0, None, 60), counts_elsewhere_loss=False)),
    )
    assert ends(found) == (yuan(6200), yuan(7400), yuan(7400))


def test_an_unknown_cap_is_the_same_here_and_at_home() -> None:
    """200,000 at 80 %, less 20 points; what is lost does not count, 60 % of what does; the cap is 100,000 to 350,000.

    Cap 100,000: paid in full here and at home, nothing is lost: 100,000 + 60 % of 100,000 = 160,000.
    Cap 120,000: 120,000 + 60 % of 80,000 = 168,000, the most.
    Cap 160,000 or more: 120,000 here, 160,000 at home, 40,000 count: 120,000 + 24,000 = 144,000, the least.
    """
    found = one(
        total=200_000,
        ratio=exact(flat(80)),
        elsewhere=exact(Points(percent(20))),
        cap=ranged(yuan(100_000), yuan(250_000), yuan(350_000)),
        critical=exact(critical(0, (0, None, 60), counts_elsewhere_loss=False)),
    )
    low, likely, high = ends(found)
    assert yuan("143999.90") <= low <= likely == yuan(144_000)
    assert yuan(168_000) <= high <= yuan("168000.10")


def test_a_higher_deductible_can_pay_more() -> None:
    """Half of 80 % elsewhere, the loss not counting, critical illness at 60 %.

    Deductible 0: 4,000 + (10,000 − 8,000) × 60 % = 5,200. Deductible 5,000: 2,000 + (10,000 − 4,000) × 60 % = 5,600.
    """
    found = one(
        person=RESIDENT,
        ratio=exact(flat(80)),
        deductible=ranged((yuan(0),), (yuan(0),), (yuan(5000),)),
        elsewhere=exact(Factor(percent(50))),
        critical=exact(critical(0, (0, None, 60), counts_elsewhere_loss=False)),
    )
    low, likely, high = ends(found)
    assert likely == yuan(5200)
    assert high >= yuan(5600)
    assert low <= yuan(5200)


def test_points_with_a_loss_that_does_not_count_stay_tight() -> None:
    """60 to 70 % less 20 points: what the ratio adds (all of it) outweighs the loss at 50 %.

    40 %: 4,000 + (10,000 − 6,000) × 50 % = 6,000. 50 %: 5,000 + 3,000 × 50 % = 6,500. Rounding may add a few fen.
    """
    found = one(
        person=RESIDENT,
        ratio=ranged(flat(60), flat(60), flat(70)),
        elsewhere=exact(Points(percent(20))),
        critical=exact(critical(0, (0, None, 50), counts_elsewhere_loss=False)),
    )
    low, likely, high = ends(found)
    assert likely == yuan(6000)
    assert yuan("5999.90") <= low <= yuan(6000)
    assert yuan(6500) <= high <= yuan("6500.10")


def test_the_year_carries_what_is_not_known() -> None:
    """A yearly deductible of 400 to 1,000: the second stay may find any of it unpaid or none.

    First stay of 600: 0 to 120 of the fund. Second of 10,000: with 400 nothing is left (6,000), with 1,000 still 400.
    """
    figures = benefits(
        ratio=exact(flat(60)),
        deductible=ranged((yuan(400),), (yuan(500),), (yuan(1000),)),
        deductible_basis=exact(DeductibleBasis.ANNUAL),
    )
    first, second = estimated(figures, stay(600), stay(10000))
    assert ends(first) == (0, yuan(60), yuan(120))
    low, likely, high = ends(second)
    assert (likely, high) == (yuan(6000), yuan(6000))
    assert low <= yuan(5760)


def test_exact_figures_leave_no_width() -> None:
    """Nothing is open: three times the same."""
    found = one(critical=exact(critical(1000, (0, None, 60), origin=Origin.DEDUCTIBLE)), person=RESIDENT)
    assert len(set(ends(found))) == 1


def totals_inside(box: Box, roll: Dice) -> list[int]:
    """The fund totals of the episodes with figures somewhere inside the box, the counters carried on."""
    figures, before, found = roll.inside(box), box.used, []
    for paid in box.bills:
        here = reckoning(box.person, CARE, paid, before, figures)
        done = settle(paid, here.due)
        found.append(int(done.fund_total))
        before = used_after(before, done)
    return found


@settings(max_examples=150, deadline=None)
@given(dice())
def test_nothing_inside_the_box_falls_outside_the_interval(roll: Dice) -> None:
    """Whatever the unknown figures turn out to be, every episode of the year lies within its interval."""
    box = roll.box()
    likely, carried, intervals = box.used, Counters(box.used, box.used), []
    for paid in box.bills:
        here = reckoning(box.person, CARE, paid, likely, box.benefits)
        done = settle(paid, here.due)
        found = spread(here, carried)
        intervals.append(fund_total_interval(paid, done.fund_total, found))
        likely, carried = used_after(likely, done), counters_after(paid, carried, found)
    for _ in range(SAMPLES):
        for interval, total in zip(intervals, totals_inside(box, roll), strict=True):
            assert interval.low <= total <= interval.high


def widths(box: Box, roll: Dice) -> tuple[int, int]:
    """How wide the interval of the first bill is, and how far apart its samples lie."""
    here = reckoning(box.person, CARE, box.bills[0], box.used, box.benefits)
    likely = settle(box.bills[0], here.due).fund_total
    interval = fund_total_interval(box.bills[0], likely, spread(here, Counters(box.used, box.used)))
    seen = [likely, *(totals_inside(box, roll)[0] for _ in range(40))]
    return interval.high - interval.low, max(seen) - min(seen)


def test_the_interval_is_mostly_tight() -> None:
    """Forty samples of a box fill nine tenths of its interval in the median: little is given away for safety."""
    rolls = [Dice(Random(seed), 0.5) for seed in range(300)]
    measured = [widths(roll.box(), roll) for roll in rolls]
    shares = [seen / width for width, seen in measured if width]
    assert len(shares) > 200
    assert statistics.median(shares) > 0.9
