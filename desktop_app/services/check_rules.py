"""Check the facts as text without writing anything."""

from pathlib import Path

from desktop_app.services.build_rules import facts_folder
from desktop_app.storage.compile_pack import Findings, check


def check_rules(data: Path | None = None) -> Findings:
    """Everything that is wrong with `data` (the checkout's own), by file and line. Raises Problem where it is not."""
    return check(facts_folder(data))
