"""Check a settlement slip against the estimate of its case."""

from pathlib import Path

from desktop_app.domain.case import Case
from desktop_app.domain.slip import Slip, SlipCheck
from desktop_app.rules.rulebook import RuleBook
from desktop_app.rules.slip.check import check
from desktop_app.storage import slip_file


def read_slip(path: Path) -> Slip:
    """The slip in a JSON or YAML file. Raises Problem for everything that cannot stand on a slip."""
    return slip_file.read_slip(path)


def check_slip(case: Case, slip: Slip, rulebook: RuleBook, *, number: int | None = None) -> SlipCheck:
    """The slip line by line, what explains it, what to ask; for the n-th episode by date, else the last.

    Raises Problem for a slip that cannot be one, an episode there is not, and for what an estimate refuses.
    """
    return check(case, slip_file.checked_slip(slip), rulebook, number=number)
