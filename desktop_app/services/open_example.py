"""Open one of the sample cases in the wizard, as if it happened now."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from desktop_app.domain.case import Case, Episode
from desktop_app.interview.kept import kept_answers
from desktop_app.interview.opened import draft_of
from desktop_app.interview.progress import Page, Progress, resume
from desktop_app.interview.setting import Setting
from desktop_app.paths import examples_dir
from desktop_app.services.save_answer import CaseOnFile
from desktop_app.storage.case_file import case_document, read_case
from desktop_app.storage.rule_pack import RulePack


def example_files() -> tuple[Path, ...]:
    """The sample cases, in the order of their numbers."""
    return tuple(sorted(examples_dir().glob("*.yaml")))


def open_example(path: Path, rulebook: RulePack, today: date) -> tuple[CaseOnFile, Progress]:
    """The sample's answers, from the page of answers on; its days lie as far from today as from its own day.

    It is kept on file as soon as somebody changes an answer.

    Raises Problem for a file that is no case file.
    """
    case = moved_to(read_case(path, rulebook, today), today)
    progress = resume(draft_of(case), Page.CHECK, Setting(rulebook, today))
    opened_from = json.dumps(case_document(case), ensure_ascii=False)
    return CaseOnFile(opened_from=opened_from, saved=kept_answers(progress.draft)), progress


def moved_to(case: Case, today: date) -> Case:
    """The case as it would be if its own day were `today`."""
    by = today - case.today
    return replace(case, today=today, episodes=tuple(_moved(episode, by) for episode in case.episodes))


def _moved(episode: Episode, by: timedelta) -> Episode:
    care, record = episode.care, episode.care.filing_record
    if record is not None:
        record = replace(record, start=record.start + by, until=record.until + by if record.until else None)
    admitted_on = care.admitted_on + by if care.admitted_on else None
    return replace(episode, care=replace(care, date=care.date + by, admitted_on=admitted_on, filing_record=record))
