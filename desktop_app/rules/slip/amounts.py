"""A settlement as a slip would print it."""

from collections.abc import Iterator, Mapping

from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Amounts
from desktop_app.domain.slip import TOLERANCE, Slip, SlipLine

Printed = Mapping[SlipLine, Fen | None]
"""The amount of every line; None where a gap leaves it unknown."""


def readings(amounts: Amounts) -> Iterator[Printed]:
    """The ways in which slips print these amounts.

    They differ only where a share is paid first for care elsewhere: it stands apart, inside what lies within the
    policy (N-093), or with what class B takes first.
    """
    printed: dict[SlipLine, Fen | None] = {line: getattr(amounts, line.value) for line in SlipLine}
    yield printed
    first, eligible, prior = amounts.elsewhere_first_pay, amounts.eligible, amounts.prior_self_pay
    if first and eligible is not None and prior is not None:
        yield printed | {SlipLine.ELIGIBLE: Fen(eligible + first)}
        yield printed | {SlipLine.PRIOR_SELF_PAY: Fen(prior + first)}


def nearest(amounts: Amounts, slip: Slip) -> Printed:
    """The way of printing that leaves the fewest lines of the slip apart."""
    return min(readings(amounts), key=lambda printed: len(apart(printed, slip)))


def apart(printed: Printed, slip: Slip) -> frozenset[SlipLine]:
    """The lines on which the slip differs by more than the tolerance, or that are not known."""
    return frozenset(line for line, stated in slip.stated if not agree(stated, printed[line]))


def agree(stated: Fen, amount: Fen | None) -> bool:
    """Whether two amounts are the same but for the rounding of single lines."""
    return amount is not None and abs(stated - amount) <= TOLERANCE


def same(one: Fen | None, other: Fen | None) -> bool:
    """Whether two amounts of an estimate are the same but for that, or both unknown."""
    return other is None if one is None else agree(one, other)
