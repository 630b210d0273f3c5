"""What may have been reckoned otherwise: deductible, reduction elsewhere, ratio, funds paid later, the account's turn.

Nothing is looked up; a figure is either plain by itself or read off the slip.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.domain.figure import BY_ADMISSION, AccountOrder, DeductibleBasis, Factor, Points, Segment
from desktop_app.domain.message import Message, Parameter, message
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.person import Scheme
from desktop_app.domain.slip import Cause, Slip, SlipLine
from desktop_app.rules.estimate.terms import NONE, WHOLE, Terms
from desktop_app.rules.slip.percents import HUNDREDTH, ROUND, whole_percents
from desktop_app.rules.slip.split_otherwise import split_otherwise
from desktop_app.rules.slip.supposing import Change, Supposition, World, with_admission, with_terms, with_used

MOST_ADMISSIONS: Final = 4
CAUTIOUS_POINTS: Final = 30
"""Reductions beyond this many percentage points are unheard of (the nation asks for at most 20, N-066)."""
DEDUCTIBLE_STEP, HIGHEST_DEDUCTIBLE = Fen(50_00), Fen(5_000_00)


def reckoned_otherwise(world: World, slip: Slip) -> Iterator[Supposition]:
    """Every step that may have been reckoned otherwise, in the order of the settlement."""
    yield from split_otherwise(world, slip)
    yield from deductible_otherwise(world, slip)
    yield from _elsewhere(world)
    yield from _ratio(world, slip)
    yield from _bonus(world)
    yield from _funds(world, slip)
    yield from _account(world, slip)


def _said(cause: Cause, **parameters: Parameter) -> Message:
    return message(f"slip.cause.{cause.value}", **parameters)


def _terms(cause: Cause, otherwise: Callable[[Terms], Terms], **parameters: Parameter) -> Supposition:
    return Supposition(cause=cause, said=_said(cause, **parameters), change=with_terms(otherwise))


# --- the deductible -------------------------------------------------------------------------------------------------


def deductible_otherwise(world: World, slip: Slip) -> Iterator[Supposition]:
    """Another stay's deductible, none, the whole of it again, or another amount."""
    here = world.here
    if here.terms.deductible_basis in BY_ADMISSION:
        for admission in range(1, MOST_ADMISSIONS + 1):
            if admission != here.care.admission:
                said = _said(Cause.ADMISSION, admission=admission)
                yield Supposition(cause=Cause.ADMISSION, said=said, change=with_admission(admission))
    if here.due.deductible:
        yield _terms(Cause.DEDUCTIBLE_USED, lambda terms: _deductible_of(terms, ZERO))
    if here.used.deductible_paid and here.terms.deductible_basis is DeductibleBasis.ANNUAL:
        change = with_used(lambda used: replace(used, deductible_paid=ZERO))
        cause = Cause.DEDUCTIBLE_NOT_COUNTED
        yield Supposition(cause=cause, said=_said(cause, paid=here.used.deductible_paid), change=change)
    yield from _other_deductibles(slip)


def _other_deductibles(slip: Slip) -> Iterator[Supposition]:
    """The deductible that the slip states; where it states none, a round amount."""
    stated = slip.amount(SlipLine.DEDUCTIBLE)
    if stated is not None:
        yield _other_deductible(stated, frozenset({SlipLine.DEDUCTIBLE}), rank=0)
        return
    for amount in range(DEDUCTIBLE_STEP, HIGHEST_DEDUCTIBLE + 1, DEDUCTIBLE_STEP):
        rank = next(place for place, step in enumerate((500_00, 100_00, 50_00), 1) if amount % step == 0)
        yield _other_deductible(Fen(amount), frozenset({SlipLine.BASIC_FUND}), rank=rank)


def _other_deductible(amount: Fen, reads: frozenset[SlipLine], *, rank: int) -> Supposition:
    said = _said(Cause.OTHER_DEDUCTIBLE, amount=amount)
    change = with_terms(lambda terms: _deductible_of(terms, amount))
    return Supposition(cause=Cause.OTHER_DEDUCTIBLE, said=said, change=change, reads=reads, rank=rank)


def _deductible_of(terms: Terms, amount: Fen) -> Terms:
    """The figures with this deductible, whatever the year has paid."""
    basis = DeductibleBasis.PER_VISIT
    return replace(terms, deductible=(amount,), elsewhere_deductible=None, deductible_basis=basis)


# --- the ratio ------------------------------------------------------------------------------------------------------


def _elsewhere(world: World) -> Iterator[Supposition]:
    """No reduction for care elsewhere, or another one: points, a factor, a share paid first."""
    terms = world.here.terms
    if terms.elsewhere is not None or terms.elsewhere_first_pay or terms.elsewhere_deductible is not None:
        said = _said(Cause.NO_REDUCTION)
        yield Supposition(cause=Cause.NO_REDUCTION, said=said, change=with_terms(_as_at_home))
    for percent, rank in whole_percents(CAUTIOUS_POINTS):
        share = percent * HUNDREDTH
        points = message("estimate.figure.points_less", value=share)
        yield _reduced(Points(share), points, rank)
        factor = message("estimate.figure.factor", value=WHOLE - share)
        yield _reduced(Factor(WHOLE - share), factor, rank + len(ROUND))
        said = _said(Cause.FIRST_PAY, ratio=share)
        yield Supposition(cause=Cause.FIRST_PAY, said=said, change=_paid_first(share), rank=rank)


def _paid_first(share: Fraction) -> Change:
    return with_terms(lambda terms: replace(terms, elsewhere_first_pay=share))


def _reduced(elsewhere: Points | Factor, said: Message, rank: int) -> Supposition:
    return Supposition(
        cause=Cause.OTHER_REDUCTION,
        said=_said(Cause.OTHER_REDUCTION, form=said),
        change=with_terms(lambda terms: replace(terms, elsewhere=elsewhere)),
        rank=rank,
    )


def _as_at_home(terms: Terms) -> Terms:
    return replace(terms, elsewhere=None, elsewhere_first_pay=NONE, elsewhere_deductible=None)


def _ratio(world: World, slip: Slip) -> Iterator[Supposition]:
    """Another ratio where there is only one: that which the slip's own lines come to, in per cent or tenths of it."""
    terms, paid = world.here.terms, slip.amount(SlipLine.BASIC_FUND)
    base = world.settled.opening.base - world.settled.opening.deductible
    if len(terms.ratio.segments) != 1 or not paid or base <= 0:
        return
    for parts, rank in ((20, 0), (100, 1), (1000, 2)):
        ratio = Fraction(round(Fraction(paid, base) * parts), parts)
        local = _local_ratio(terms, ratio)
        if 0 < local <= 1:
            said = _said(Cause.OTHER_RATIO, ratio=ratio, local=local)
            reads = frozenset({SlipLine.BASIC_FUND})
            yield Supposition(cause=Cause.OTHER_RATIO, said=said, change=_local(local), reads=reads, rank=rank)


def _local(ratio: Fraction) -> Change:
    return with_terms(lambda terms: replace(terms, ratio=replace(terms.ratio, segments=(Segment(None, ratio),))))


def _local_ratio(terms: Terms, paid: Fraction) -> Fraction:
    """The local ratio that comes to `paid` after reduction, own-share factor and bonus."""
    if isinstance(terms.elsewhere, Points):
        paid += terms.elsewhere.value
    elif isinstance(terms.elsewhere, Factor) and terms.elsewhere.value:
        paid /= terms.elsewhere.value
    if terms.own_share_factor:
        paid = WHOLE - (WHOLE - paid) / terms.own_share_factor
    return paid - terms.bonus


def _bonus(world: World) -> Iterator[Supposition]:
    """The retirees' points or their share of what others pay left out."""
    terms = world.here.terms
    if terms.bonus or terms.own_share_factor != WHOLE:
        yield _terms(Cause.RETIRED_BONUS, lambda terms: replace(terms, bonus=NONE, own_share_factor=WHOLE))


# --- funds and account ----------------------------------------------------------------------------------------------


def _funds(world: World, slip: Slip) -> Iterator[Supposition]:
    """A fund that pays later, on a slip of its own; the basic fund's yearly cap used up."""
    terms, settled = world.here.terms, world.settled
    if settled.closing.critical.paid:
        yield _terms(Cause.CRITICAL_LATER, lambda terms: replace(terms, critical=None))
    if settled.supplement:
        yield _terms(Cause.SUPPLEMENT_LATER, lambda terms: replace(terms, supplement=None))
    if settled.closing.assistance:
        yield _terms(Cause.ASSISTANCE_LATER, lambda terms: replace(terms, assistance=None))
    paid = slip.amount(SlipLine.BASIC_FUND)
    if terms.cap is not None and paid is not None and paid < min(settled.basic.due, terms.cap):
        used = Fen(terms.cap - paid)
        yield Supposition(
            cause=Cause.CAP_REACHED,
            said=_said(Cause.CAP_REACHED, cap=terms.cap, used=used, left=paid),
            change=with_used(lambda before: replace(before, basic_fund_paid=used)),
            reads=frozenset({SlipLine.BASIC_FUND}),
        )


def _account(world: World, slip: Slip) -> Iterator[Supposition]:
    here = world.here
    if here.person.scheme is not Scheme.EMPLOYEE:
        return
    for cause, order in ((Cause.ACCOUNT_FIRST, AccountOrder.FIRST), (Cause.ACCOUNT_LAST, AccountOrder.LAST)):
        if here.due.balance and here.terms.account_order is not order:
            yield Supposition(cause=cause, said=_said(cause), change=_in_order(order))
    paid = slip.amount(SlipLine.PERSONAL_ACCOUNT)
    if paid is not None and paid != world.settled.account:
        change = with_used(lambda used: replace(used, personal_account_balance=paid))
        cause = Cause.ACCOUNT_BALANCE
        yield Supposition(cause=cause, said=_said(cause, paid=paid), change=change)


def _in_order(order: AccountOrder) -> Change:
    return with_terms(lambda terms: replace(terms, account_order=order))
