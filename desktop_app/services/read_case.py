"""Read a case from a file."""

from datetime import date
from pathlib import Path

from desktop_app.domain.case import Case
from desktop_app.rules.rulebook import RuleBook
from desktop_app.storage import case_file


def read_case(path: Path, rulebook: RuleBook, today: date) -> Case:
    """The case in a JSON or YAML file. Raises Problem for everything the case file's form does not allow."""
    return case_file.read_case(path, rulebook, today)
