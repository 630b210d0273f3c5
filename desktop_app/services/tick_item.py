"""Tick a line of the checklist."""

from datetime import UTC, datetime

from desktop_app.storage.household import Household


def tick_item(household: Household, case_id: int, item: str, *, done: bool) -> None:
    """Keeps whether a line of the checklist is done. Raises Problem where that fails."""
    household.tick(case_id, item, done=done, now=datetime.now(UTC))
