"""A better figure never pays less, but for the exceptions that estimator.md names; each of those shown by a sum.

"Better" allows for the fen that each fund rounds: a share more here may be a fen less there.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.figure import Factor, OwnRatio, Points, Supplement
from desktop_app.domain.money import Fen
from desktop_app.rules.estimate.terms import Terms, likely_terms
from tests.rules.estimate.boxes import Dice, dice
from tests.rules.estimate.sums import RESIDENT, bill, critical, flat, percent, settled, yuan

Better = Callable[[Terms, int], Terms | None]
"""The same figures with one of them better by so many hundredths; None where there is nothing to better."""


def lower_deductible(terms: Terms, by: int) -> Terms:
    """A deductible for every stay, lower by a share."""
    return replace(terms, deductible=tuple(Fen(each * (100 - by) // 100) for each in terms.deductible))


def higher_ratio(terms: Terms, by: int) -> Terms:
    """Every band's ratio nearer to the whole."""
    segments = tuple(replace(each, ratio=_nearer(each.ratio, by)) for each in terms.ratio.segments)
    return replace(terms, ratio=replace(terms.ratio, segments=segments))


def higher_bonus(terms: Terms, by: int) -> Terms:
    """More points on top."""
    return replace(terms, bonus=terms.bonus + Fraction(by, 100))


def smaller_own_share(terms: Terms, by: int) -> Terms:
    """A smaller factor on the person's own share."""
    return replace(terms, own_share_factor=terms.own_share_factor * Fraction(100 - by, 100))


def higher_cap(terms: Terms, by: int) -> Terms | None:
    """More room in the year."""
    return None if terms.cap is None else replace(terms, cap=Fen(terms.cap * (100 + by) // 100))


def higher_cap_per_visit(terms: Terms, by: int) -> Terms | None:
    """More room for a visit."""
    cap = terms.cap_per_visit
    return None if cap is None else replace(terms, cap_per_visit=Fen(cap * (100 + by) // 100))


def fewer_points_off(terms: Terms, by: int) -> Terms | None:
    """A smaller reduction elsewhere."""
    if not isinstance(terms.elsewhere, Points):
        return None
    return replace(terms, elsewhere=Points(terms.elsewhere.value * Fraction(100 - by, 100)))


def larger_factor(terms: Terms, by: int) -> Terms | None:
    """The factor elsewhere nearer to the whole."""
    if not isinstance(terms.elsewhere, Factor):
        return None
    return replace(terms, elsewhere=Factor(_nearer(terms.elsewhere.value, by)))


def smaller_first_pay(terms: Terms, by: int) -> Terms:
    """A smaller share to be paid first elsewhere."""
    return replace(terms, elsewhere_first_pay=terms.elsewhere_first_pay * Fraction(100 - by, 100))


def smaller_own_part_of_class_b(terms: Terms, by: int) -> Terms:
    """A smaller own part of class B."""
    return replace(terms, class_b_ratio=terms.class_b_ratio * Fraction(100 - by, 100))


def better_supplement(terms: Terms, by: int) -> Terms | None:
    """A supplement with a higher ratio."""
    plan = terms.supplement
    return None if plan is None else replace(terms, supplement=replace(plan, ratio=_nearer(plan.ratio, by)))


def better_critical(terms: Terms, by: int) -> Terms | None:
    """Critical-illness insurance with higher ratios."""
    plan = terms.critical
    if plan is None:
        return None
    tiers = tuple(replace(tier, ratio=_nearer(tier.ratio, by)) for tier in plan.tiers)
    return replace(terms, critical=replace(plan, tiers=tiers))


def better_assistance(terms: Terms, by: int) -> Terms | None:
    """Assistance from a lower deductible on, at a higher ratio."""
    plan = terms.assistance
    if plan is None:
        return None
    lower = Fen(plan.deductible * (100 - by) // 100)
    return replace(terms, assistance=replace(plan, ratio=_nearer(plan.ratio, by), deductible=lower))


def _nearer(ratio: Fraction, by: int) -> Fraction:
    return ratio + (1 - ratio) * Fraction(by, 100)


BETTER: list[Better] = [
    lower_deductible,
    higher_ratio,
    higher_bonus,
    smaller_own_share,
    higher_cap,
    higher_cap_per_visit,
    fewer_points_off,
    larger_factor,
    smaller_first_pay,
    smaller_own_part_of_class_b,
    better_supplement,
    better_critical,
    better_assistance,
]


LOCAL = {lower_deductible, higher_ratio, higher_bonus, smaller_own_share, higher_cap, higher_cap_per_visit}
"""What is the fund's payment at home made of, and so the loss elsewhere too."""


def excepted(better: Better, terms: Terms) -> bool:
    """The exceptions of estimator.md: a cap beside a supplement; the payment at home where the loss is not counted.

    And one that nobody meets in life: a factor on the own share of a ratio above the whole, clamped only after it (R7).
    """
    if better is higher_cap and terms.supplement is not None:
        return True
    if better is smaller_own_share and any(each.ratio + terms.bonus > 1 for each in terms.ratio.segments):
        return True
    uncounted = terms.critical is not None and not terms.critical.counts_elsewhere_loss
    return better in LOCAL and uncounted and terms.elsewhere is not None


@pytest.mark.parametrize("better", BETTER)
@settings(max_examples=300, deadline=None)
@given(roll=dice(0), by=st.integers(1, 100))
def test_a_better_figure_never_pays_less(better: Better, roll: Dice, by: int) -> None:
    """Whatever the other figures are, the funds together pay as much; the exceptions stand below."""
    box = roll.box()
    terms = likely_terms(box.benefits)
    improved = better(terms, by)
    if improved is None or excepted(better, terms):
        return
    one, other = (
        settled(box.bills[0], each, person=box.person, before=box.used).fund_total for each in (terms, improved)
    )
    roundings = 2 * (len(terms.ratio.segments) + len(terms.critical.tiers if terms.critical else ()) + 2)
    assert other >= one - roundings


@pytest.mark.parametrize(("cap", "paid"), [(10000, 82000), (20000, 74000)])
def test_a_higher_cap_pays_less_where_the_supplement_pays_more(cap: int, paid: int) -> None:
    """100,000 at 50 %, supplement 90 %: 10,000 + 80,000 × 90 %; 20,000 + 60,000 × 90 %."""
    terms = Terms(ratio=flat(50), cap=yuan(cap), supplement=Supplement(percent(90), None))
    assert settled(bill(100000), terms).fund_total == yuan(paid)


@pytest.mark.parametrize(("local", "paid"), [(60, 82000), (90, 58000)])
def test_a_higher_local_ratio_pays_less_where_the_loss_elsewhere_is_not_counted(local: int, paid: int) -> None:
    """100,000 elsewhere at 50 % of its own, critical illness 80 % of what counts.

    60 % at home: 10,000 are lost, 100,000 − 50,000 − 10,000 = 40,000 count, 50,000 + 32,000. 90 %: 40,000 are lost,
    10,000 count, 50,000 + 8,000.
    """
    insurance = critical(0, (0, None, 80), counts_elsewhere_loss=False)
    terms = Terms(ratio=flat(local), elsewhere=OwnRatio(percent(50)), critical=insurance)
    assert settled(bill(100000), terms, person=RESIDENT).fund_total == yuan(paid)
