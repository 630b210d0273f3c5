"""Open a case file in the wizard: a sample, or a case somebody wrote down."""

import json
from datetime import date
from pathlib import Path

from desktop_app.interview.opened import draft_of
from desktop_app.interview.progress import Page, Progress, resume
from desktop_app.interview.setting import Setting
from desktop_app.services.save_answer import CaseOnFile
from desktop_app.storage.case_file import case_document, read_case
from desktop_app.storage.rule_pack import RulePack


def open_case_file(path: Path, rulebook: RulePack, today: date) -> tuple[CaseOnFile, Progress]:
    """The case in a file as answers to look through, starting at the page of answers; a case of its own, not yet saved.

    Raises Problem for a file that is no case file, or that describes several stays.
    """
    case = read_case(path, rulebook, today)
    progress = resume(draft_of(case), Page.CHECK, Setting(rulebook, today))
    return CaseOnFile(opened_from=json.dumps(case_document(case), ensure_ascii=False)), progress
