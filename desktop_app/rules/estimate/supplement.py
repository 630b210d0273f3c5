"""Step 6: the employees' large-amount supplement (职工大额补助) on what overflows the basic cap."""

from fractions import Fraction

from desktop_app.domain.money import ZERO, Fen, Rounding, rounded


def pay_supplement(overflow: Fraction, ratio: Fraction, left: Fen | None, rounding: Rounding) -> Fen:
    """The supplement's payment on the exact base `overflow` (R9), rounded once (R5), to what is left of its own cap."""
    if not overflow:
        return ZERO
    due = rounded(overflow * ratio, rounding)
    return due if left is None else min(due, left)
