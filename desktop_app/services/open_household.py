"""Open the family's own records."""

from datetime import UTC, datetime
from pathlib import Path

from desktop_app.paths import backups_dir, household_file
from desktop_app.storage.household import Household


def open_household(path: Path | None = None) -> Household:
    """The records in the data folder (or at `path`), made, checked and brought up to date as needed.

    Raises Problem with one sentence where they are damaged, in use, too new, or cannot be written.
    """
    return Household.open(path or household_file(), backups=backups_dir(), now=datetime.now(UTC))
