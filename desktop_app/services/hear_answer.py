"""Write down what was said on the telephone."""

from datetime import UTC, datetime

from desktop_app.domain.heard import Heard
from desktop_app.storage.household import Household


def hear_answer(household: Household, case_id: int, question: str, heard: Heard) -> None:
    """Keeps what stands in a blank of the call script. Raises Problem where that fails."""
    household.hear(case_id, question, heard, now=datetime.now(UTC))
