"""The bill as it may have been split otherwise: by the hospital's catalogue, by another share, item by item."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from desktop_app.domain.bill import Bill, ClassBPart, ItemClass
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen, Rounding, share_of
from desktop_app.domain.slip import Cause, Slip, SlipLine
from desktop_app.rules.estimate.lines import within_limit
from desktop_app.rules.estimate.terms import WHOLE
from desktop_app.rules.slip.percents import HUNDREDTH, whole_percents
from desktop_app.rules.slip.supposing import Change, Supposition, World, with_bill, with_terms

HIGHEST_SHARE = 50
"""No region lets class B take more than half first."""


def split_otherwise(world: World, slip: Slip) -> Iterator[Supposition]:
    """The bill as the slip splits it; another share of class B; the share of every item rounded by itself."""
    bill = bill_on_slip(world, slip)
    if bill is not None:
        cause = Cause.OTHER_BILL if bill.total != world.here.bill.total else Cause.CATALOGUE
        reads = frozenset({SlipLine.TOTAL, SlipLine.OUT_OF_CATALOGUE, SlipLine.OVER_LIMIT, SlipLine.PRIOR_SELF_PAY})
        said = message(f"slip.cause.{cause.value}", total=bill.total)
        yield Supposition(cause=cause, said=said, change=with_bill(bill), reads=reads | {SlipLine.ELIGIBLE})
    yield from _class_b(world)
    yield from _rounded_lines(world)


def bill_on_slip(world: World, slip: Slip) -> Bill | None:
    """The bill with the parts that the slip states; None where they do not add up or nothing is stated."""
    bill, split = world.here.bill, world.settled.opening.split
    total = _or(slip.amount(SlipLine.TOTAL), bill.total)
    outside = _or(slip.amount(SlipLine.OUT_OF_CATALOGUE), bill.out_of_catalogue)
    over = _or(slip.amount(SlipLine.OVER_LIMIT), bill.over_limit)
    prior, eligible = slip.amount(SlipLine.PRIOR_SELF_PAY), slip.amount(SlipLine.ELIGIBLE)
    if prior is None:
        prior = split.prior_self_pay if eligible is None else Fen(total - outside - over - eligible)
    if (total, outside, over, prior) == (bill.total, bill.out_of_catalogue, bill.over_limit, split.prior_self_pay):
        return None
    if prior < 0 or outside + over + prior > total:
        return None
    parts = (ClassBPart(prior, WHOLE),) if prior else ()
    return Bill(total=total, out_of_catalogue=outside, over_limit=over, class_b=prior, own_ratio_parts=parts)


def _or(stated: Fen | None, otherwise: Fen) -> Fen:
    return otherwise if stated is None else stated


def _class_b(world: World) -> Iterator[Supposition]:
    """Another share of class B paid first, in whole per cent, the rounder ones first."""
    if not world.here.bill.class_b_without_ratio:
        return
    for percent, rank in whole_percents(HIGHEST_SHARE):
        ratio = percent * HUNDREDTH
        said = message("slip.cause.class_b_ratio", ratio=ratio)
        yield Supposition(cause=Cause.CLASS_B_RATIO, said=said, change=_share_first(ratio), rank=rank)


def _share_first(ratio: Fraction) -> Change:
    return with_terms(lambda terms: replace(terms, class_b_ratio=ratio))


def _rounded_lines(world: World) -> Iterator[Supposition]:
    """The share of each item of class B rounded by itself, as hospitals do."""
    bill, ratio = world.here.bill, world.here.terms.class_b_ratio
    shares = [
        share_of(within_limit(line), ratio if line.self_pay_ratio is None else line.self_pay_ratio, Rounding.HALF_UP)
        for line in bill.lines
        if line.item_class is ItemClass.B
    ]
    prior = Fen(sum(shares))
    if prior:
        rounded = replace(bill, class_b=prior, own_ratio_parts=(ClassBPart(prior, WHOLE),), lines=())
        said = message("slip.cause.rounded_lines", count=len(shares))
        yield Supposition(cause=Cause.ROUNDED_LINES, said=said, change=with_bill(rounded))
