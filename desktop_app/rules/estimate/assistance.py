"""Step 8: medical assistance (医疗救助) on the eligible personal payment that is left."""

from desktop_app.domain.figure import AssistanceTerms
from desktop_app.domain.money import Fen, Rounding, share_of


def pay_assistance(left: AssistanceTerms, personal: Fen, rounding: Rounding) -> Fen:
    """Assistance on what is left above its deductible, to what is left of its cap.

    The deductible is taken from each episode (R16).
    """
    due = share_of(max(personal - left.deductible, 0), left.ratio, rounding)
    return due if left.cap is None else min(due, left.cap)
