"""Step 1 from an itemised bill: lines put where the catalogue puts them, added up, and paid for."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.bill import Bill, BillLine, ClassBPart, ItemClass
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.case import Episode
from desktop_app.domain.figure import FigureName
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval, StepName
from desktop_app.errors import Problem
from desktop_app.rules.estimate.lines import bill_of_lines
from desktop_app.rules.estimate.split import split_bill
from desktop_app.rules.estimate.terms import Terms
from tests.rules.estimate.redo import redone
from tests.rules.estimate.sums import DAY, benefits, estimated, exact, flat, gap, percent, ranged, settled, yuan

NONE = Fraction(0)
A, B, C = ItemClass.A, ItemClass.B, ItemClass.C


def item(
    kind: ItemClass,
    price: str | int,
    quantity: str | int = 1,
    *,
    limit: str | int | None = None,
    own: str | int | None = None,
) -> BillLine:
    """A line in yuan and per cent."""
    return BillLine(
        item_class=kind,
        price=yuan(price),
        quantity=Fraction(quantity),
        price_limit=None if limit is None else yuan(limit),
        self_pay_ratio=None if own is None else percent(own),
    )


def sums(bill: Bill) -> tuple[Fen, Fen, Fen, Fen]:
    """Total, out of catalogue, class B, over the limit."""
    return bill.total, bill.out_of_catalogue, bill.class_b, bill.over_limit


def test_class_a_counts_whole() -> None:
    """Three bed days at 50: 150, all of it eligible."""
    bill = bill_of_lines([item(A, 50, 3)])
    assert sums(bill) == (yuan(150), 0, 0, 0)
    assert split_bill(bill, NONE, NONE).eligible == yuan(150)


def test_class_c_is_out_of_the_catalogue() -> None:
    """50 of class C: nothing eligible; a limit of 20 beside it changes nothing."""
    for bill in (bill_of_lines([item(C, 50)]), bill_of_lines([item(C, 50, limit=20, own=100)])):
        assert sums(bill) == (yuan(50), yuan(50), 0, 0)
        assert split_bill(bill, NONE, NONE).eligible == 0


def test_what_exceeds_the_price_limit_is_the_persons_own() -> None:
    """Two at 120 with a limit of 100 each: 240 charged, 40 over; class B then takes 15 % of 200 = 30, leaving 170."""
    bill = bill_of_lines([item(B, 120, 2, limit=100, own=15)])
    split = split_bill(bill, NONE, NONE)
    assert sums(bill) == (yuan(240), 0, yuan(200), yuan(40))
    assert (split.prior_self_pay, split.eligible) == (yuan(30), yuan(170))


def test_a_price_below_its_limit_is_not_lifted_to_it() -> None:
    """80 with a limit of 100: 80 counts, nothing is over."""
    assert sums(bill_of_lines([item(A, 80, limit=100)])) == (yuan(80), 0, 0, 0)


def test_each_class_b_item_has_its_own_share() -> None:
    """1,000 at 5 %, 2,000 at 10 %, 500 at 20 %: 50 + 200 + 100 = 350 first."""
    bill = bill_of_lines([item(B, 1000, own=5), item(B, 2000, own=10), item(B, 500, own=20)])
    assert split_bill(bill, percent(99), NONE).prior_self_pay == yuan(350)


def test_items_without_a_share_of_their_own_go_by_the_bills() -> None:
    """1,000 at its own 5 %, 3,000 at the bill's 10 %: 50 + 300."""
    bill = bill_of_lines([item(B, 1000, own=5), item(B, 3000)], percent(10))
    assert (bill.class_b_without_ratio, bill.own_ratio_parts) == (yuan(3000), (ClassBPart(yuan(1000), percent(5)),))
    assert split_bill(bill, percent(10), NONE).prior_self_pay == yuan(350)


def test_shares_are_rounded_once_for_the_bill() -> None:
    """0.05 at 10 % and 0.05 at 30 %: 0.005 + 0.015 = 0.02. Rounded line by line it would be 0.01 + 0.02 = 0.03."""
    bill = bill_of_lines([item(B, "0.05", own=10), item(B, "0.05", own=30)])
    assert split_bill(bill, NONE, NONE).prior_self_pay == yuan("0.02")


def test_half_a_fen_of_several_shares_goes_up() -> None:
    """0.05 at 10 % and 0.10 at 20 %: 0.005 + 0.02 = 0.025, half-up 0.03."""
    bill = bill_of_lines([item(B, "0.05", own=10), item(B, "0.10", own=20)])
    assert split_bill(bill, NONE, NONE).prior_self_pay == yuan("0.03")


@pytest.mark.parametrize(("quantity", "charge"), [("1/2", "16.67"), ("0.25", "8.33"), ("1.5", "50.00")])
def test_part_of_an_item_comes_to_whole_fen(quantity: str, charge: str) -> None:
    """33.33 × 1/2 = 16.665 goes up, × 0.25 = 8.3325 down, × 1.5 = 49.995 up."""
    assert bill_of_lines([item(A, "33.33", quantity)]).total == yuan(charge)


def test_the_limit_of_half_an_item_is_half_the_limit() -> None:
    """Half of 30 with a limit of 20: 15 charged, 10 within the limit, 5 over."""
    assert sums(bill_of_lines([item(A, 30, "0.5", limit=20)])) == (yuan(15), 0, 0, yuan(5))


def test_a_limit_of_nothing_leaves_nothing() -> None:
    """An item of class B the fund pays nothing for: all of it over the limit, no part of class B."""
    bill = bill_of_lines([item(B, 30, limit=0, own=10)])
    assert (sums(bill), bill.own_ratio_parts) == ((yuan(30), 0, 0, yuan(30)), ())


def test_no_lines_are_no_bill() -> None:
    """Nothing charged, nothing to pay."""
    assert sums(bill_of_lines([])) == (0, 0, 0, 0)


def test_an_itemised_bill_is_paid_like_its_sums() -> None:
    """150 A, 240 B with 40 over and 30 first, 50 C: (440 − 50 − 40 − 30 − 100) × 80 % = 176; 264 in cash."""
    bill = bill_of_lines([item(A, 50, 3), item(B, 120, 2, limit=100, own=15), item(C, 50)])
    found = settled(bill, Terms(ratio=flat(80), deductible=(yuan(100),)))
    assert (found.fund_total, found.cash) == (yuan(176), yuan(264))


def test_lines_are_kept_as_long_as_the_sums_are() -> None:
    """A form that shows sums gives the lines back with them; another total is another bill."""
    listed = bill_of_lines([item(B, 100, own=5), item(B, 50)])
    typed = Bill(total=yuan(150), class_b=yuan(150), class_b_ratio=percent(10))
    assert typed.keeping_rest_of(listed) == bill_of_lines(listed.lines, percent(10))
    longer = Bill(total=yuan(160), class_b=yuan(150))
    assert longer.keeping_rest_of(listed) == longer


LINES = st.builds(
    BillLine,
    item_class=st.sampled_from(ItemClass),
    price=st.integers(0, 10**6).map(Fen),
    quantity=st.fractions(Fraction(1, 10), 50, max_denominator=10),
    price_limit=st.none() | st.integers(0, 10**6).map(Fen),
    self_pay_ratio=st.none() | st.fractions(0, 1, max_denominator=100),
)


@given(st.lists(LINES, max_size=12), st.fractions(0, 1, max_denominator=20))
def test_lines_are_conserved_to_the_fen(lines: list[BillLine], ratio: Fraction) -> None:
    """The four parts and the eligible rest make up the bill, whatever the lines and whatever their order."""
    bill = bill_of_lines(lines, ratio)
    split = split_bill(bill, ratio, NONE)
    assert bill.out_of_catalogue + bill.over_limit + split.prior_self_pay + split.eligible == bill.total
    assert min(bill.out_of_catalogue, bill.over_limit, split.prior_self_pay, split.eligible) >= 0
    backwards = bill_of_lines(lines[::-1], ratio)
    assert (sums(backwards), backwards.own_ratio_parts) == (sums(bill), bill.own_ratio_parts)


@given(st.lists(LINES, max_size=12), st.fractions(0, 1, max_denominator=20))
def test_lines_at_one_ratio_come_to_what_their_sum_comes_to(lines: list[BillLine], ratio: Fraction) -> None:
    """Without ratios of their own the lines say no more than the sums."""
    listed = bill_of_lines([replace(line, self_pay_ratio=None) for line in lines], ratio)
    total, outside, class_b, over = sums(listed)
    summed = Bill(total=total, out_of_catalogue=outside, class_b=class_b, class_b_ratio=ratio, over_limit=over)
    assert split_bill(listed, ratio, NONE) == split_bill(summed, ratio, NONE)


def itemised(*lines: BillLine) -> Episode:
    """A stay with an itemised bill."""
    return Episode(Care(kind=CareKind.INPATIENT, date=DAY), bill_of_lines(lines))


def test_the_regions_share_is_needed_only_for_items_without_one() -> None:
    """Nobody knows the region's share: fine while every item brings its own, refused once one does not."""
    known = benefits(ratio=exact(flat(80)), class_b_ratio=gap(FigureName.CLASS_B_RATIO))
    [estimate] = estimated(known, itemised(item(B, 100, own=10)))
    assert estimate.amounts.fund_total == yuan(72)
    with pytest.raises(Problem) as refused:
        estimated(known, itemised(item(B, 100, own=10), item(B, 50)))
    assert dict(refused.value.message.parameters)["value"] == yuan(50)


def test_the_line_of_several_shares_can_be_redone() -> None:
    """Three shares in one line of the sum, the region's last: 5 + 20 + 15 = 40; and what stands behind it is shown."""
    known = benefits(ratio=exact(flat(80)), class_b_ratio=exact(percent(10)))
    [estimate] = estimated(known, itemised(item(B, 100, own=5), item(B, 100, own=20), item(B, 150)))
    [step] = [step for step in estimate.trace if step.name is StepName.PRIOR_SELF_PAY]
    said: dict[str, Any] = dict(step.how.parameters)
    shares = [dict(part.parameters)["ratio"] for part in said["parts"]]
    assert (step.amount, shares) == (yuan(40), [percent(5), percent(20), percent(10)])
    assert redone(step) == yuan(40)
    assert FigureName.CLASS_B_RATIO in {used.name for used in estimate.figures}


def test_an_open_share_of_the_region_moves_only_the_rest() -> None:
    """100 at its own 10 %, 100 at 5 to 15 %: 10 + 5 … 15 first, so 80 % of 185 … 175 is paid."""
    known = benefits(ratio=exact(flat(80)), class_b_ratio=ranged(percent(5), percent(10), percent(15)))
    [estimate] = estimated(known, itemised(item(B, 100, own=10), item(B, 100)))
    assert estimate.fund_total == Interval(yuan(140), yuan(144), yuan(148))


def test_a_limit_is_rounded_half_up_like_the_line() -> None:
    """Half a piece at 1.00 with a limit of 0.05: 0.50, of which 0.025, so 0.03, counts; half of 0.01 is a fen."""
    line = BillLine(item_class=ItemClass.A, price=Fen(100), quantity=Fraction(1, 2), price_limit=Fen(5))
    found = bill_of_lines([line])
    assert (found.total, found.over_limit) == (50, 47)
    assert bill_of_lines([replace(line, price=Fen(1), price_limit=None)]).total == 1
