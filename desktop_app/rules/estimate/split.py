"""Step 1: the bill split into what insurance looks at and what it does not (政策范围内费用)."""

from fractions import Fraction
from typing import NamedTuple

from desktop_app.domain.bill import Bill
from desktop_app.domain.money import Fen, Rounding, rounded, share_of


class Split(NamedTuple):
    """The parts of a bill, in fen: what class B takes first (先行自付), what care elsewhere takes first, the rest."""

    prior_self_pay: Fen
    in_scope: Fen
    first_pay: Fen
    eligible: Fen


def split_bill(bill: Bill, class_b_ratio: Fraction, first_pay: Fraction) -> Split:
    """The bill split by the person's share of class B and the first-pay share for care elsewhere.

    Both are rounded half-up, once each (R2); no fund, counter or account touches them (R3).
    """
    prior = _prior_self_pay(bill, class_b_ratio)
    in_scope = Fen(bill.total - bill.out_of_catalogue - bill.over_limit - prior)
    first = share_of(in_scope, first_pay, Rounding.HALF_UP)
    return Split(prior, in_scope, first, Fen(in_scope - first))


def _prior_self_pay(bill: Bill, class_b_ratio: Fraction) -> Fen:
    """The person's share of class B; shares of several ratios are added up exactly before the one rounding."""
    if not bill.own_ratio_parts:
        return share_of(bill.class_b, class_b_ratio, Rounding.HALF_UP)
    shares = bill.class_b_without_ratio * class_b_ratio + sum(part.amount * part.ratio for part in bill.own_ratio_parts)
    return rounded(shares, Rounding.HALF_UP)
