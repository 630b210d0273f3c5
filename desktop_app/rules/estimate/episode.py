"""One settlement from bill to cash, and what it leaves of the year: the plain inner function of the estimate."""

from fractions import Fraction
from typing import NamedTuple

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.figure import Segment
from desktop_app.domain.money import ZERO, Fen
from desktop_app.rules.estimate.assistance import pay_assistance
from desktop_app.rules.estimate.basic_fund import NOTHING, BasicFund, band_parts, pay_basic
from desktop_app.rules.estimate.critical import NO_CRITICAL, Critical, pay_critical
from desktop_app.rules.estimate.entitlement import NO_ASSISTANCE, Entitlement
from desktop_app.rules.estimate.split import Split, split_bill
from desktop_app.rules.estimate.supplement import pay_supplement


class Opening(NamedTuple):
    """What comes before any fund: the bill split, the account where it pays first, and the deductible."""

    split: Split
    account_first: Fen
    base: Fen
    deductible: Fen


class Closing(NamedTuple):
    """What comes after the basic fund and the supplement."""

    loss: Fen
    counted: Fen
    critical: Critical
    assistance: Fen


class Settled(NamedTuple):
    """A settlement with the parts of every step; `local` is the basic fund without the reduction elsewhere, or None."""

    bill: Bill
    opening: Opening
    basic: BasicFund
    local: BasicFund | None
    supplement: Fen
    closing: Closing
    fund_total: Fen
    account: Fen
    cash: Fen


def settle(bill: Bill, due: Entitlement) -> Settled:
    """The settlement of `bill`: every fund in turn, the account, and the rest in cash; conserved to the fen."""
    return settle_opened(bill, open_settlement(bill, due), due)


def settle_opened(bill: Bill, opening: Opening, due: Entitlement) -> Settled:
    """The same where the bill has been opened already, by an entitlement that differs in caps or tiers at most."""
    basic = basic_fund(opening, due)
    supplement = pay_supplement(basic.overflow, due.supplement.ratio, due.supplement.cap, due.rounding)
    local = local_fund(opening, due) if loss_matters(due) else None
    closing = close_settlement(opening, due, basic.paid, supplement, basic.paid if local is None else local.paid)
    fund_total = Fen(basic.paid + supplement + closing.critical.paid + closing.assistance)
    account = opening.account_first if due.account_first else min(due.balance, Fen(opening.base - fund_total))
    return Settled(
        bill, opening, basic, local, supplement, closing, fund_total, account, Fen(bill.total - fund_total - account)
    )


def open_settlement(bill: Bill, due: Entitlement) -> Opening:
    """The bill up to the deductible. An account that pays first takes its part before every fund (R15)."""
    split = split_bill(bill, due.class_b_ratio, due.first_pay)
    account = min(split.eligible, due.balance) if due.account_first else ZERO
    base = Fen(split.eligible - account)
    return Opening(split, account, base, min(base, due.deductible))


def basic_fund(opening: Opening, due: Entitlement) -> BasicFund:
    """The basic fund's payment (step 5)."""
    return _fund(opening, due, due.bands, due.supplement.ratio)


def local_fund(opening: Opening, due: Entitlement) -> BasicFund:
    """What the basic fund would pay with the same deductible and caps, but without the reduction elsewhere (R14)."""
    return _fund(opening, due, due.local_bands, NOTHING)


def loss_matters(due: Entitlement) -> bool:
    """Whether what is lost through the reduction elsewhere is kept out of critical-illness insurance."""
    return not due.counts_elsewhere_loss and due.bands != due.local_bands


def close_settlement(opening: Opening, due: Entitlement, basic: Fen, supplement: Fen, local: Fen) -> Closing:
    """Critical-illness insurance and assistance (steps 7 and 8) after `basic` and `supplement`.

    `local` is what the basic fund would have paid without the reduction elsewhere.
    """
    personal = opening.base - basic - supplement
    loss = ZERO if due.counts_elsewhere_loss else Fen(max(local - basic, 0))
    counted = _counted(Fen(personal - loss), opening, due)
    critical = pay_critical(due.tiers, counted, due.critical_left, due.rounding) if due.tiers else NO_CRITICAL
    assistance = ZERO
    if due.assistance is not NO_ASSISTANCE:
        assistance = pay_assistance(due.assistance, Fen(personal - critical.paid), due.rounding)
    return Closing(loss, counted, critical, assistance)


def _counted(personal: Fen, opening: Opening, due: Entitlement) -> Fen:
    """What of the personal payment counts for critical-illness insurance (R14)."""
    if not due.counts_for_critical:
        return ZERO
    return Fen(max(personal - (0 if due.counts_deductible else opening.deductible), 0))


def used_after(used: YearToDate, settled: Settled) -> YearToDate:
    """The year's counters after a settlement; both counters of the deductible grow whatever its basis (R6)."""
    opening, closing = settled.opening, settled.closing
    return YearToDate(
        deductible_paid=Fen(used.deductible_paid + opening.deductible),
        basic_fund_paid=Fen(used.basic_fund_paid + settled.basic.paid),
        supplement_paid=Fen(used.supplement_paid + settled.supplement),
        above_deductible=Fen(used.above_deductible + opening.base - opening.deductible),
        critical_out_of_pocket=Fen(used.critical_out_of_pocket + closing.counted),
        critical_paid=Fen(used.critical_paid + closing.critical.paid),
        assistance_paid=Fen(used.assistance_paid + closing.assistance),
        personal_account_balance=Fen(used.personal_account_balance - settled.account),
    )


def _fund(opening: Opening, due: Entitlement, bands: tuple[Segment, ...], supplement: Fraction) -> BasicFund:
    """The bands lie above the deductible, or hold it in the first of them."""
    start = opening.deductible if due.from_zero else ZERO
    stop = opening.base if due.from_zero else Fen(opening.base - opening.deductible)
    parts = band_parts(bands, start, stop, due.rounding)
    return pay_basic(parts, year_left=due.year_left, visit_left=due.visit_left, supplement=supplement)
