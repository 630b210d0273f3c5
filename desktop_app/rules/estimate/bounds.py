"""The interval of what the funds pay together: it encloses every result the unknown figures allow, rounding included.

The payment follows most figures in one direction, so the worst and the best entitlement give its ends exactly. Two
things do not: the basic fund's cap where a supplement takes over at another ratio, and the figures behind the local
ratio where the loss elsewhere does not count for critical-illness insurance. Those are enclosed step by step.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, floor
from typing import Final

from desktop_app.domain.bill import Bill
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.rules.estimate.basic_fund import BandPart
from desktop_app.rules.estimate.entitlement import Entitlement
from desktop_app.rules.estimate.episode import basic_fund, close_settlement, local_fund, open_settlement, settle
from desktop_app.rules.estimate.spread import Spread, aligned
from desktop_app.rules.estimate.supplement import pay_supplement
from desktop_app.rules.estimate.terms import NONE

CAP_LOOSE: Final = 2
"""What rounding may add between two bends of the payment as the basic cap moves, in fen."""


def fund_total_interval(bill: Bill, likely: Fen, ends: Spread) -> Interval:
    """Lowest, likely and highest payment of all funds together."""
    if ends.worst == ends.best:
        return Interval(likely, likely, likely)
    low, high = _end(bill, ends, worst=True), _end(bill, ends, worst=False)
    return Interval(Fen(min(max(low, 0), likely)), likely, Fen(max(min(high, bill.total), likely)))


def _end(bill: Bill, ends: Spread, *, worst: bool) -> int:
    """The lowest or the highest payment, with what the rounding may add on that side."""
    near, far = (ends.worst, ends.best) if worst else (ends.best, ends.worst)
    if not _critical_may_pay(bill, ends):
        return _plain_end(bill, near, far, worst=worst, loose=ends.bands_loose)
    if ends.reduced and not near.counts_elsewhere_loss:
        end = _end_with_loss(bill, ends, near, far, worst=worst)
    else:
        end = _plain_end(bill, near, far, worst=worst, loose=ends.loose)
    if not worst:
        return end
    # Critical-illness insurance never takes anything away.
    return max(end, _plain_end(bill, replace(near, tiers=()), far, worst=True, loose=ends.bands_loose))


def _plain_end(bill: Bill, near: Entitlement, far: Entitlement, *, worst: bool, loose: int) -> int:
    """An end of the payment that follows every figure but the basic cap in one direction."""
    caps = set(_caps_between(bill, near, far))
    totals = [settle(bill, replace(near, year_left=cap)).fund_total for cap in caps]
    loose += CAP_LOOSE if len(caps) > 1 else 0
    return min(totals) - loose if worst else max(totals) + loose


def _critical_may_pay(bill: Bill, ends: Spread) -> bool:
    """Whether the whole of what is eligible could reach a tier of critical-illness insurance that pays."""
    eligible = open_settlement(bill, ends.best).split.eligible
    return any(tier.ratio and tier.lower < eligible for tier in ends.best.tiers)


def _end_with_loss(bill: Bill, ends: Spread, near: Entitlement, far: Entitlement, *, worst: bool) -> int:
    """An end of the payment with its parts bound one by one, and what rounding may add.

    It grows with what the basic fund pays here and falls with what it would pay at home. Both follow the local ratio
    and the deductible; only where one of them certainly outweighs the other are both taken from the same end. The cap
    is the same for both: as it rises the payment bends where either is paid in full.
    """
    ratio, deductible = _ratio_outweighs(ends), _deductible_outweighs(ends, near)
    home = replace(
        near,
        local_bands=near.local_bands if ratio else far.local_bands,
        deductible=near.deductible if deductible else far.deductible,
        visit_left=far.visit_left,
    )
    caps = set(_caps_with_loss(bill, near, far, home))
    totals = [_with_loss(bill, replace(near, year_left=cap), replace(home, year_left=cap)) for cap in caps]
    moved = (ratio and near.local_bands != far.local_bands) or (deductible and near.deductible != far.deductible)
    loose = ends.loose + (2 * len(near.bands) + len(near.tiers) + 2 if moved else 0)
    loose += CAP_LOOSE + len(near.tiers) if len(caps) > 1 else 0
    return min(totals) - loose if worst else max(totals) + loose


def _with_loss(bill: Bill, near: Entitlement, home: Entitlement) -> Fen:
    """The payment where the basic fund at home is reckoned for itself."""
    opening = open_settlement(bill, near)
    basic = basic_fund(opening, near)
    supplement = pay_supplement(basic.overflow, near.supplement.ratio, near.supplement.cap, near.rounding)
    local = local_fund(open_settlement(bill, home), home).paid
    closing = close_settlement(opening, near, basic.paid, supplement, local)
    return Fen(basic.paid + supplement + closing.critical.paid + closing.assistance)


def _caps_with_loss(bill: Bill, near: Entitlement, far: Entitlement, home: Entitlement) -> Iterator[Fen | None]:
    """The yearly caps at which the payment may be lowest or highest where the loss is kept out."""
    yield near.year_left
    if near.year_left == far.year_left:
        return
    here, there = basic_fund(open_settlement(bill, near), near), local_fund(open_settlement(bill, home), home)
    limits = [cap for cap in (near.year_left, far.year_left) if cap is not None]
    if max(here.due, there.due) <= min(limits):
        return
    yield far.year_left
    yield from _caps_between(bill, near, far)
    for full in (here, there):
        if full.due > min(limits) and (len(limits) == 1 or full.due < max(limits)):
            yield full.due


def _ratio_outweighs(ends: Spread) -> bool:
    """Whether a higher local ratio certainly pays more: what it adds here is more than what its loss takes away."""
    return ends.slope >= max((tier.ratio for tier in ends.best.tiers), default=NONE)


def _deductible_outweighs(ends: Spread, near: Entitlement) -> bool:
    """Whether a higher deductible certainly pays less."""
    if not near.counts_deductible:
        return True
    if not aligned(ends.worst.bands, ends.best.local_bands):
        return False
    share = max((tier.ratio for tier in ends.best.tiers), default=NONE)
    pairs = zip(ends.worst.bands, ends.best.local_bands, strict=True)
    return all(paid.ratio >= share * local.ratio for paid, local in pairs)


def _caps_between(bill: Bill, near: Entitlement, far: Entitlement) -> Iterator[Fen | None]:
    """The yearly caps at which the payment may be lowest or highest: the ends, and where it bends in between.

    Without a supplement a higher cap never pays less, so the near end will do; so it will where none is reached.
    """
    yield near.year_left
    if near.year_left == far.year_left or not near.supplement.ratio:
        return
    basic = basic_fund(open_settlement(bill, near), near)
    limits = [Fen(basic.due + 1) if cap is None else cap for cap in (near.year_left, far.year_left)]
    if basic.due <= min(limits):
        return
    yield far.year_left
    for bend in _bends(basic.parts, near):
        if min(limits) < bend < max(limits):
            yield Fen(bend)


def _bends(parts: tuple[BandPart, ...], near: Entitlement) -> Iterator[int]:
    """Where the payment bends as the cap rises: at the end of a band, at the cap per visit, at the supplement's cap."""
    if near.visit_left is not None:
        yield from (near.visit_left - 1, near.visit_left)
    supplement, paid = near.supplement, 0
    beyond: int = sum(part.base for part in parts if part.ratio)
    for part in parts:
        if supplement.cap is not None and part.ratio:
            bend = paid + part.ratio * (beyond - supplement.cap / supplement.ratio)
            yield from (floor(bend), ceil(bend))
            beyond -= part.base
        paid += part.due
        yield from (paid - 1, paid, paid + 1)
