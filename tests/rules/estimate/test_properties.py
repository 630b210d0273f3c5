"""What holds of every settlement, whatever the figures."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.figure import DeductibleBasis, OwnRatio, SegmentBasis
from desktop_app.domain.money import Fen, Rounding, rounded, share_of
from desktop_app.domain.person import Person
from desktop_app.rules.estimate.entitlement import claimant, entitlement
from desktop_app.rules.estimate.episode import Settled, settle, used_after
from desktop_app.rules.estimate.terms import Terms, likely_terms
from tests.rules.estimate.boxes import Dice, dice

EXAMPLES = settings(max_examples=200, deadline=None)


def rolled(roll: Dice) -> tuple[Bill, Terms, Person, YearToDate]:
    """A bill, exact figures, a person and what the year has used."""
    box = roll.box()
    return box.bills[0], likely_terms(box.benefits), box.person, box.used


def settled(bill: Bill, terms: Terms, person: Person, used: YearToDate) -> Settled:
    """The settlement."""
    return settle(bill, entitlement(terms, claimant(person, 1), used))


@EXAMPLES
@given(dice(0))
def test_the_bill_is_conserved_to_the_fen(roll: Dice) -> None:
    """Funds, account and cash add up to the bill, and none of them is less than nothing."""
    bill, terms, person, used = rolled(roll)
    found = settled(bill, terms, person, used)
    funds = (found.basic.paid, found.supplement, found.closing.critical.paid, found.closing.assistance)
    assert sum(funds) + found.account + found.cash == bill.total
    assert min(*funds, found.account, found.cash) >= 0


@EXAMPLES
@given(dice(0))
def test_no_fund_pays_above_its_cap_or_its_base(roll: Dice) -> None:
    """Each stays within what its cap has left and within the expenses it looks at."""
    bill, terms, person, used = rolled(roll)
    found = settled(bill, terms, person, used)
    base = found.opening.base
    caps = [
        (terms.cap, used.basic_fund_paid, found.basic.paid),
        (terms.cap_per_visit, 0, found.basic.paid),
        (terms.supplement.cap if terms.supplement else None, used.supplement_paid, found.supplement),
        (terms.critical.cap if terms.critical else None, used.critical_paid, found.closing.critical.paid),
        (terms.assistance.cap if terms.assistance else None, used.assistance_paid, found.closing.assistance),
    ]
    assert [paid for cap, before, paid in caps if cap is not None and paid > max(cap - before, 0)] == []
    assert found.basic.paid + found.opening.deductible <= base
    assert found.fund_total <= base
    assert found.account <= used.personal_account_balance
    assert found.account + found.fund_total <= found.opening.split.eligible


@EXAMPLES
@given(dice(0), st.integers(1, 5000))
def test_a_larger_bill_never_pays_less(roll: Dice, more: int) -> None:
    """Whatever is added to the eligible part of a bill, the funds pay at least as much."""
    bill, terms, person, used = rolled(roll)
    larger = replace(bill, total=Fen(bill.total + more))
    assert settled(larger, terms, person, used).fund_total >= settled(bill, terms, person, used).fund_total


@EXAMPLES
@given(dice(0), st.integers(0, 100))
def test_what_is_outside_the_catalogue_changes_nothing_else(roll: Dice, more: int) -> None:
    """Expenses that insurance does not look at are paid in cash, to the fen."""
    bill, terms, person, used = rolled(roll)
    wider = replace(bill, total=Fen(bill.total + more), out_of_catalogue=Fen(bill.out_of_catalogue + more))
    before, after = settled(bill, terms, person, used), settled(wider, terms, person, used)
    assert (after.fund_total, after.account, after.cash) == (before.fund_total, before.account, before.cash + more)


@EXAMPLES
@given(dice(0), st.integers(0, 100))
def test_two_bills_pay_what_one_would_where_the_rule_is_yearly(roll: Dice, percent: int) -> None:
    """A yearly deductible, bands through the year: splitting the year's bills moves roundings only.

    A ratio of its own elsewhere may pay one band better and another worse than at home; what is lost is never below 0
    for each bill (R14), so there one bill may count otherwise than two.
    """
    bill, terms, person, used = rolled(roll)
    yearly = replace(
        terms,
        deductible_basis=DeductibleBasis.ANNUAL,
        ratio=replace(terms.ratio, basis=SegmentBasis.YEAR),
        cap=None,
        cap_per_visit=None,
        elsewhere=None if isinstance(terms.elsewhere, OwnRatio) else terms.elsewhere,
        elsewhere_first_pay=Fraction(0),
        assistance=None,
    )
    whole = replace(bill, class_b=Fen(0))
    part = Fen(whole.total * percent // 100)
    outside = Fen(min(whole.out_of_catalogue, part))
    first = Bill(total=part, out_of_catalogue=outside)
    second = Bill(total=Fen(whole.total - part), out_of_catalogue=Fen(whole.out_of_catalogue - outside))
    one = settled(whole, yearly, person, used)
    earlier = settled(first, yearly, person, used)
    later = settled(second, yearly, person, used_after(used, earlier))
    roundings = 2 * (len(yearly.ratio.segments) + len(yearly.critical.tiers if yearly.critical else ()) + 2)
    assert abs(earlier.fund_total + later.fund_total - one.fund_total) <= roundings


@given(st.integers(0, 10**9), st.fractions(0, 1, max_denominator=10_000), st.sampled_from(list(Rounding)))
def test_a_share_is_rounded_as_named(base: int, ratio: Fraction, rounding: Rounding) -> None:
    """Less than a fen from the exact share, on the side the rounding names; half-even as Python's own `round`."""
    share, exact = share_of(base, ratio, rounding), base * ratio
    assert abs(share - exact) < 1
    if rounding is Rounding.DOWN:
        assert share <= exact
    elif rounding is Rounding.HALF_UP:
        assert -Fraction(1, 2) < share - exact <= Fraction(1, 2)
    else:
        assert share == round(exact)
    assert rounded(exact, rounding) == share
