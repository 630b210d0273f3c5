"""What one route pays more than another, over the same unknown figures: worked by hand, and nothing lies outside."""

import statistics
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import NOTHING_USED
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import Figure, FigureName, OwnRatio, Points, Supplement, exactly
from desktop_app.domain.message import message
from desktop_app.domain.money import Rounding
from desktop_app.domain.outcome import Interval
from desktop_app.rules.compare.sides import Side, difference
from desktop_app.rules.estimate.episode import settle
from desktop_app.rules.estimate.figure_table import AnyFigure, figure_of, with_figures
from desktop_app.rules.estimate.reckoning import reckoning
from desktop_app.rules.estimate.year import estimate_case
from tests.rulebooks import TYPICAL, DictRuleBook
from tests.rules.estimate.boxes import Box, Dice, dice
from tests.rules.estimate.sums import (
    DAY,
    EMPLOYEE,
    RESIDENT,
    benefits,
    bill,
    critical,
    exact,
    flat,
    percent,
    ranged,
    yuan,
)

CARE = Care(kind=CareKind.INPATIENT, date=DAY)
SAMPLES = 12
ELSEWHERE = (FigureName.ELSEWHERE, FigureName.ELSEWHERE_DEDUCTIBLE, FigureName.ELSEWHERE_FIRST_PAY)


def side(figures: Benefits, box: Box) -> Side:
    """One route with these figures, for the person, the year and the first bill of the box."""
    person = replace(box.person, insured_region="140100")
    case = Case(today=DAY, person=person, episodes=(Episode(CARE, box.bills[0]),), year_to_date=box.used)
    (estimate,) = estimate_case(case, DictRuleBook(figures))
    return Side(case, figures, estimate)


def compared(one: Benefits, other: Benefits, total: int = 10_000, *, resident: bool = False) -> Interval:
    """What the other figures pay more on one stay of so many yuan."""
    box = Box(one, RESIDENT if resident else EMPLOYEE, NOTHING_USED, (bill(total),))
    found = difference(side(one, box), side(other, box))
    assert found is not None
    return found.interval


def ends(interval: Interval) -> tuple[int, int, int]:
    """Lowest, likely, highest."""
    return (interval.low, interval.likely, interval.high)


def test_an_unknown_figure_that_both_share_makes_no_range() -> None:
    """70 to 90 % here and there, 10 points less on one side: 1,000 of 10,000 whatever the ratio turns out to be."""
    ratio = ranged(flat(70), flat(80), flat(90))
    found = compared(benefits(ratio=ratio, elsewhere=exact(Points(percent(10)))), benefits(ratio=ratio))
    assert ends(found) == (yuan(1000), yuan(1000), yuan(1000))


def test_a_reduction_that_may_be_nothing_is_never_more() -> None:
    """80 % at home against 80 % less 0 to 20 points, likely 10: never less, at most 2,000 more."""
    ratio = exact(flat(80))
    away = benefits(ratio=ratio, elsewhere=ranged(Points(percent(0)), Points(percent(10)), Points(percent(20))))
    assert ends(compared(away, benefits(ratio=ratio))) == (0, yuan(1000), yuan(2000))
    assert ends(compared(benefits(ratio=ratio), away)) == (yuan(-2000), yuan(-1000), 0)


def test_the_most_may_lie_where_no_corner_is() -> None:
    """Ratio 20 to 90 %, likely 30: at home up to a cap of 6,000; away 40 points less, without a cap.

    20 %: 2,000 − 0. 30 %: 3,000 − 0. 40 to 60 %: 4,000 − 0 up to 6,000 − 2,000, the most.
    90 %: 6,000 − 5,000, the least.
    """
    ratio = ranged(flat(20), flat(30), flat(90))
    away = benefits(ratio=ratio, elsewhere=exact(Points(percent(40))))
    low, likely, high = ends(compared(away, benefits(ratio=ratio, cap=exact(yuan(6000)))))
    assert likely == yuan(3000)
    assert yuan("999.80") <= low <= yuan(1000)
    assert yuan(4000) <= high <= yuan("4000.20")


def test_figures_of_two_documents_are_not_the_same() -> None:
    """70 to 90 % by one document and 70 to 90 % by another: 2,000 either way."""
    mine, theirs = ranged(flat(70), flat(80), flat(90)), ranged(flat(70), flat(80), flat(90))
    assert isinstance(theirs, Figure)
    theirs = replace(theirs, provenance=replace(TYPICAL, fact="L1"))
    assert ends(compared(benefits(ratio=mine), benefits(ratio=theirs))) == (yuan(-2000), 0, yuan(2000))


def test_a_range_over_open_answers_is_not_what_holds_for_one_of_them() -> None:
    """0 to 20 points less, as it was filed or not, against 0 to 20 points less where it was not: 2,000 either way.

    Where both leave the same answer open it is one unknown, and where both are for one answer, too.
    """
    for_one = ranged(Points(percent(0)), Points(percent(20)), Points(percent(20)))
    assert isinstance(for_one, Figure)
    remark = message("figures.remark.range", answers=(message("figures.answer.filing"),))
    for_any = replace(for_one, provenance=replace(TYPICAL, remarks=(remark,)))
    other_level = message("figures.remark.stands_in", level="level3_top", used="level3")
    stands_in = replace(for_one, provenance=replace(TYPICAL, remarks=(other_level,)))
    unfiled, open_, near = (benefits(ratio=exact(flat(80)), elsewhere=each) for each in (for_one, for_any, stands_in))
    assert ends(compared(open_, unfiled)) == (yuan(-2000), 0, yuan(2000))
    assert ends(compared(open_, open_)) == ends(compared(unfiled, near)) == (0, 0, 0)


def test_a_lower_deductible_and_a_higher_ratio_never_pay_less() -> None:
    """Level 2: 75 to 82 % above 200 to 600, against 53 to 68 % above 800: never less, whatever the unknown cap."""
    cap = ranged(yuan(1000), yuan(5000), None)
    level3 = benefits(ratio=ranged(flat(53), flat(53), flat(68)), deductible=exact((yuan(800),)), cap=cap)
    level2 = benefits(
        ratio=ranged(flat(75), flat(75), flat(82)), deductible=ranged((yuan(200),), (yuan(200),), (yuan(600),)), cap=cap
    )
    assert compared(level3, level2).low >= 0


def test_an_unknown_cap_on_both_sides() -> None:
    """Cap 1,000 to 9,000 on both; 60 % less 10 points: nothing at the smallest cap, 1,000 where neither reaches it."""
    cap = ranged(yuan(1000), yuan(5500), yuan(9000))
    away = benefits(ratio=exact(flat(60)), elsewhere=exact(Points(percent(10))), cap=cap)
    low, likely, high = ends(compared(away, benefits(ratio=exact(flat(60)), cap=cap)))
    assert (low, likely) == (0, yuan(500))
    assert yuan(1000) <= high <= yuan("1000.10")


def test_what_the_supplement_makes_of_an_unknown_cap() -> None:
    """60 % to a cap of 1,000 to 9,000; only the other route has a supplement of 90 %.

    It adds 0.9 × (10,000 − cap ÷ 0.6): 7,500 at 1,000, nothing from 6,000 on.
    """
    cap = ranged(yuan(1000), yuan(3000), yuan(9000))
    one = benefits(ratio=exact(flat(60)), cap=cap)
    other = benefits(ratio=exact(flat(60)), cap=cap, supplement=exact(Supplement(percent(90), None)))
    low, likely, high = ends(compared(one, other))
    assert likely == yuan(4500)
    assert yuan("-0.20") <= low <= 0
    assert yuan(7500) <= high <= yuan("7500.20")


def test_a_reduction_can_pay_back_where_the_loss_does_not_count() -> None:
    """50 % elsewhere whatever the local ratio of 60 to 80 %, the loss kept out of critical illness at 60 %.

    Away 5,000 + (10,000 − local) × 60 %: 7,400 or 6,200. At home local + (10,000 − local) × 60 %: 8,400 or 9,200.
    """
    terms = exact(critical(0, (0, None, 60), counts_elsewhere_loss=False))
    ratio = ranged(flat(60), flat(60), flat(80))
    away = benefits(ratio=ratio, critical=terms, elsewhere=exact(OwnRatio(percent(50))))
    found = compared(away, benefits(ratio=ratio, critical=terms), resident=True)
    low, likely, high = ends(found)
    assert likely == yuan(1000)
    assert yuan("999.90") <= low <= yuan(1000)
    assert yuan(3000) <= high <= yuan("3000.10")


@pytest.mark.parametrize("rounding", Rounding)
def test_the_same_figures_throughout_make_no_difference(rounding: Rounding) -> None:
    """However a fen is rounded, and however little is known: the same is the same."""
    figures = benefits(ratio=ranged(flat(33), flat(50), flat(67)), rounding=exact(rounding))
    assert ends(compared(figures, figures, 33)) == (0, 0, 0)


def other_route(box: Box, roll: Dice) -> Benefits:
    """Another route through the same box: reductions of its own, or none, or other figures altogether."""
    strange = roll.box().benefits
    changed: dict[int, dict[FigureName, AnyFigure]] = {
        0: {},
        1: {FigureName.ELSEWHERE: exactly(None, TYPICAL)},
        2: {name: figure_of(strange, name) for name in ELSEWHERE},
        3: {name: figure_of(strange, name) for name in FigureName if name is not FigureName.CLASS_B_RATIO},
    }
    return with_figures(box.benefits, changed[box.bills[0].total % 4])


def inside(roll: Dice, *routes: Benefits) -> list[Benefits]:
    """Exact figures somewhere inside, a figure the routes share at the same value in all of them."""
    drawn: dict[tuple[FigureName, AnyFigure], AnyFigure] = {}
    found = []
    for route in routes:
        chosen = {}
        for name in FigureName:
            figure = figure_of(route, name)
            if (name, figure) not in drawn:
                drawn[name, figure] = figure_of(roll.inside(Box(route, EMPLOYEE, NOTHING_USED, ())), name)
            chosen[name] = drawn[name, figure]
        found.append(with_figures(route, chosen))
    return found


def paid(box: Box, figures: Benefits) -> int:
    """What the funds pay together with exact figures."""
    return settle(box.bills[0], reckoning(box.person, CARE, box.bills[0], box.used, figures).due).fund_total


@settings(max_examples=80, deadline=None)
@given(dice(0.4))
def test_nothing_inside_the_box_falls_outside_the_difference(roll: Dice) -> None:
    """Whatever the unknown figures turn out to be, ends and kinks among them, the difference lies where it was said."""
    box = roll.box()
    other = other_route(box, roll)
    found = difference(side(box.benefits, box), side(other, box))
    assert found is not None
    for _ in range(SAMPLES):
        mine, theirs = inside(roll, box.benefits, other)
        assert found.interval.low <= paid(box, theirs) - paid(box, mine) <= found.interval.high


def test_the_difference_is_mostly_tight() -> None:
    """Forty samples of a box fill nearly all of its difference in the median where one figure in five is a range."""
    shares = []
    for seed in range(200):
        roll = Dice(Random(seed), 0.2)
        box = roll.box()
        other = other_route(box, roll)
        found = difference(side(box.benefits, box), side(other, box))
        assert found is not None
        width = found.interval.high - found.interval.low
        pairs = (inside(roll, box.benefits, other) for _ in range(40))
        seen = [found.interval.likely, *(paid(box, theirs) - paid(box, mine) for mine, theirs in pairs)]
        if width > 20:
            shares.append((max(seen) - min(seen)) / width)
    assert len(shares) > 30
    assert statistics.median(shares) > 0.95
