"""The year's counters from one episode to the next, with the least and the most they may be."""

from math import ceil
from typing import NamedTuple

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.money import ZERO, Fen
from desktop_app.rules.estimate.assistance import pay_assistance
from desktop_app.rules.estimate.critical import pay_critical
from desktop_app.rules.estimate.entitlement import Entitlement
from desktop_app.rules.estimate.episode import Opening, basic_fund, local_fund, open_settlement
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.spread import Spread
from desktop_app.rules.estimate.supplement import pay_supplement


class Span(NamedTuple):
    """The least and the most an amount may be, in fen."""

    least: Fen
    most: Fen


def counters_after(bill: Bill, used: Counters, ends: Spread) -> Counters:
    """The counters after an episode, each enclosed on its own."""
    worst, best = ends.worst, ends.best
    small = _with_base_of(best, worst)
    large = _with_base_of(worst, best)
    least, most = open_settlement(bill, worst), open_settlement(bill, best)
    deductible = Span(open_settlement(bill, small).deductible, open_settlement(bill, large).deductible)
    basic = _within(basic_fund(least, worst).paid, basic_fund(most, best).paid, ends.loose)
    supplement = _within(_supplement(least, worst, best), _supplement(most, best, worst), ends.loose)
    counted = _counted(bill, ends, deductible, basic)
    critical = _within(
        pay_critical(worst.tiers, counted.least, worst.critical_left, worst.rounding).paid,
        pay_critical(best.tiers, counted.most, best.critical_left, best.rounding).paid,
        ends.loose,
    )
    rest = Span(
        Fen(max(least.base - basic.most - supplement.most - critical.most, 0)),
        Fen(max(most.base - basic.least - supplement.least - critical.least, 0)),
    )
    assistance = Span(
        pay_assistance(worst.assistance, rest.least, worst.rounding),
        pay_assistance(best.assistance, rest.most, best.rounding),
    )
    above = Span(Fen(least.base - least.deductible), Fen(most.base - most.deductible))
    balance = _balance(used, ends, least, most, Span(Fen(max(rest.least - assistance.most, 0)), rest.most))
    return Counters(
        *(
            YearToDate(
                deductible_paid=Fen(before.deductible_paid + deductible[end]),
                basic_fund_paid=Fen(before.basic_fund_paid + basic[end]),
                supplement_paid=Fen(before.supplement_paid + supplement[end]),
                above_deductible=Fen(before.above_deductible + above[end]),
                critical_out_of_pocket=Fen(before.critical_out_of_pocket + counted[end]),
                critical_paid=Fen(before.critical_paid + critical[end]),
                assistance_paid=Fen(before.assistance_paid + assistance[end]),
                personal_account_balance=balance[end],
            )
            for end, before in enumerate(used)
        )
    )


def _within(least: int, most: int, loose: int) -> Span:
    """The span with what rounding may add; no amount is below 0."""
    return Span(Fen(max(least - loose, 0)), Fen(max(most + loose, 0)))


def _with_base_of(terms: Entitlement, base: Entitlement) -> Entitlement:
    """The entitlement `terms` on the expenses that `base` leaves eligible."""
    return terms._replace(class_b_ratio=base.class_b_ratio, first_pay=base.first_pay, balance=base.balance)


def _supplement(opening: Opening, near: Entitlement, far: Entitlement) -> Fen:
    """The supplement at one end; a higher basic cap leaves it less, so the cap is taken from the other end."""
    overflow = basic_fund(opening, near._replace(year_left=far.year_left)).overflow
    return pay_supplement(overflow, near.supplement.ratio, near.supplement.cap, near.rounding)


def _counted(bill: Bill, ends: Spread, deductible: Span, basic: Span) -> Span:
    """What counts for critical-illness insurance: least on a small base paid well, most on a large one paid badly."""
    worst, best = ends.worst, ends.best
    if not best.counts_for_critical:
        return Span(ZERO, ZERO)
    small, large = _with_base_of(best, worst), _with_base_of(worst, best)
    little, much = open_settlement(bill, small), open_settlement(bill, large)
    least = little.base - basic_fund(little, small).paid - _supplement(little, small, worst)
    most = much.base - basic_fund(much, large).paid - _supplement(much, large, best)
    if not worst.counts_deductible:
        least -= deductible.most
    if not best.counts_deductible:
        most -= deductible.least
    if not worst.counts_elsewhere_loss:
        home = local_fund(open_settlement(bill, best), best).paid
        least -= max(home - basic.least, 0)
    return _within(least, most, ends.loose + _overflow_jump(best))


def _overflow_jump(best: Entitlement) -> int:
    """How many fen the supplement may leap when a payment that fitted by its rounding no longer fits (R10)."""
    ratios = [band.ratio for band in best.bands if band.ratio]
    if best.year_left is None or not best.supplement.ratio or not ratios:
        return 0
    return ceil(2 * best.supplement.ratio / min(ratios))


def _balance(used: Counters, ends: Spread, least: Opening, most: Opening, personal: Span) -> Span:
    """What the account still holds: what it had less the eligible part it pays, before or after the funds."""
    had = Span(used.least.personal_account_balance, used.most.personal_account_balance)
    if not ends.worst.balance:
        return had
    if ends.worst.account_first:
        personal = Span(least.split.eligible, most.split.eligible)
    return Span(Fen(max(had.least - personal.most, 0)), Fen(max(had.most - personal.least, 0)))


def new_year(used: Counters) -> Counters:
    """The counters on 1 January: all at 0, the account as it was (R21)."""
    return Counters(*(YearToDate(personal_account_balance=each.personal_account_balance) for each in used))
