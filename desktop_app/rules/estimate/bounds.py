"""The interval of what the funds pay together: it encloses every result the unknown figures allow, rounding included.

The payment follows most figures in one direction, so the worst and the best entitlement give its ends exactly. Two
things do not: the basic fund's cap where a supplement takes over at another ratio, and the figures behind the local
ratio where the loss elsewhere does not count for critical-illness insurance. Those are enclosed step by step.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Final, NamedTuple

from desktop_app.domain.bill import Bill
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.rules.estimate.basic_fund import BandPart, BasicFund
from desktop_app.rules.estimate.entitlement import Entitlement
from desktop_app.rules.estimate.episode import (
    Opening,
    basic_fund,
    close_settlement,
    local_fund,
    open_settlement,
    settle_opened,
)
from desktop_app.rules.estimate.spread import Spread
from desktop_app.rules.estimate.supplement import pay_supplement

CAP_LOOSE: Final = 2
"""What rounding may add between two bends of the payment as the basic cap moves, in fen."""


class Side(NamedTuple):
    """One side of the interval: the entitlement at its end, that at the other end, and the bill opened by the first."""

    near: Entitlement
    far: Entitlement
    worst: bool
    opening: Opening


def fund_total_interval(bill: Bill, likely: Fen, ends: Spread) -> Interval:
    """Lowest, likely and highest payment of all funds together."""
    if ends.worst == ends.best:
        return Interval(likely, likely, likely)
    worst = Side(ends.worst, ends.best, worst=True, opening=open_settlement(bill, ends.worst))
    best = Side(ends.best, ends.worst, worst=False, opening=open_settlement(bill, ends.best))
    if _critical_may_pay(best):
        low, high = _end(bill, ends, worst), _end(bill, ends, best)
    else:
        low, high = (_plain_end(bill, side, ends.bands_loose) for side in (worst, best))
    return Interval(Fen(min(max(low, 0), likely)), likely, Fen(max(min(high, bill.total), likely)))


def _critical_may_pay(best: Side) -> bool:
    """Whether the whole of what is eligible could reach a tier of critical-illness insurance that pays."""
    eligible = best.opening.split.eligible
    return any(tier.lower < eligible and tier.ratio for tier in best.near.tiers)


def _end(bill: Bill, ends: Spread, side: Side) -> int:
    """The lowest or the highest payment with critical-illness insurance, which never takes anything away.

    So the lowest is no lower than without it; where its rounding adds nothing that is so by itself.
    """
    if ends.reduced and not side.near.counts_elsewhere_loss:
        end = _end_with_loss(bill, ends, side)
    else:
        end = _plain_end(bill, side, ends.loose)
        if not ends.tiers_loose:
            return end
    if not side.worst:
        return end
    without = side._replace(near=side.near._replace(tiers=()))
    return max(end, _plain_end(bill, without, ends.bands_loose))


def _plain_end(bill: Bill, side: Side, loose: int) -> int:
    """An end of the payment that follows every figure but the basic cap in one direction."""
    settled = settle_opened(bill, side.opening, side.near)
    others = (side.near._replace(year_left=cap) for cap in set(_other_caps(side, settled.basic)))
    totals = [settled.fund_total, *(settle_opened(bill, side.opening, other).fund_total for other in others)]
    return _loosened(side, totals, loose, CAP_LOOSE)


def _loosened(side: Side, totals: Sequence[Fen], loose: int, loose_by_caps: int) -> int:
    """The outermost of the payments, with what rounding may add on that side; more where several caps are tried."""
    if len(totals) > 1:
        loose += loose_by_caps
    return min(totals) - loose if side.worst else max(totals) + loose


def _end_with_loss(bill: Bill, ends: Spread, side: Side) -> int:
    """An end of the payment with its parts bound one by one, and what rounding may add.

    It grows with what the basic fund pays here and falls with what it would pay at home. Both follow the local ratio
    and the deductible; only where one of them certainly outweighs the other are both taken from the same end. The cap
    is the same for both: as it rises the payment bends where either is paid in full.
    """
    near, far, opening = side.near, side.far, side.opening
    ratio, deductible = ends.ratio_outweighs, ends.deductible_outweighs or not near.counts_deductible
    home = near._replace(
        local_bands=near.local_bands if ratio else far.local_bands,
        deductible=near.deductible if deductible else far.deductible,
        visit_left=far.visit_left,
    )
    opened = open_settlement(bill, home)
    basic, local = basic_fund(opening, near), local_fund(opened, home)
    totals = [_with_loss(opening, near, basic, local)]
    for cap in set(_caps_with_loss(side, basic, local)):
        here, there = near._replace(year_left=cap), home._replace(year_left=cap)
        totals.append(_with_loss(opening, here, basic_fund(opening, here), local_fund(opened, there)))
    moved = (ratio and near.local_bands != far.local_bands) or (deductible and near.deductible != far.deductible)
    loose = ends.loose + (2 * len(near.bands) + len(near.tiers) + 2 if moved else 0)
    return _loosened(side, totals, loose, CAP_LOOSE + len(near.tiers))


def _with_loss(opening: Opening, near: Entitlement, basic: BasicFund, local: BasicFund) -> Fen:
    """The payment where the basic fund at home is reckoned for itself."""
    supplement = pay_supplement(basic.overflow, near.supplement.ratio, near.supplement.cap, near.rounding)
    closing = close_settlement(opening, near, basic.paid, supplement, local.paid)
    return Fen(basic.paid + supplement + closing.critical.paid + closing.assistance)


def _caps_with_loss(side: Side, basic: BasicFund, local: BasicFund) -> Iterator[Fen | None]:
    """The other yearly caps at which the payment may be lowest or highest where the loss is kept out."""
    if side.near.year_left == side.far.year_left:
        return
    limits = [cap for cap in (side.near.year_left, side.far.year_left) if cap is not None]
    if max(basic.due, local.due) <= min(limits):
        return
    yield side.far.year_left
    yield from _other_caps(side, basic)
    for full in (basic, local):
        if full.due > min(limits) and (len(limits) == 1 or full.due < max(limits)):
            yield full.due


def _other_caps(side: Side, basic: BasicFund) -> Iterator[Fen | None]:
    """The other yearly caps at which the payment may be lowest or highest: the far end, and where it bends in between.

    Without a supplement a higher cap never pays less, so the near end will do; so it will where none is reached.
    """
    near, far = side.near, side.far
    if near.year_left == far.year_left or not near.supplement.ratio:
        return
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
