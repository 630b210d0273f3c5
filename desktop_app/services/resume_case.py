"""Go on with a case where it was left."""

import json
from dataclasses import replace
from datetime import date

from desktop_app.errors import Problem
from desktop_app.interview.draft import NOTHING_CARRIED, Carried, Draft
from desktop_app.interview.kept import draft_from
from desktop_app.interview.opened import draft_of
from desktop_app.interview.progress import Progress, resume
from desktop_app.interview.setting import Setting
from desktop_app.services.save_answer import CaseOnFile
from desktop_app.storage.household import Household, KeptCase
from desktop_app.storage.rule_pack import RulePack


def resume_case(household: Household, case_id: int, rulebook: RulePack, today: date) -> tuple[CaseOnFile, Progress]:
    """The case with all its answers, on the page it was left on or at what has become open since.

    Raises Problem where there is no such case or the records cannot be read.
    """
    kept = household.case(case_id)
    draft = draft_on_file(kept, rulebook, today)
    on_file = CaseOnFile(id=kept.id, page=kept.page, saved=kept.answers, opened_from=kept.opened_from)
    return on_file, resume(draft, kept.page, Setting(rulebook, today))


def draft_on_file(kept: KeptCase, rulebook: RulePack, today: date) -> Draft:
    """The answers of a kept case, with what the case file it was opened from brought along."""
    return replace(draft_from(kept.answers), carried=_carried(kept.opened_from, rulebook, today))


def _carried(opened_from: str | None, rulebook: RulePack, today: date) -> Carried:
    """What the case file stated and the wizard does not ask; nothing where this edition cannot read it any more."""
    if opened_from is None:
        return NOTHING_CARRIED
    from desktop_app.storage.case_file import parse_case

    try:
        return draft_of(parse_case(json.loads(opened_from), rulebook, today)).carried
    except Problem:
        return NOTHING_CARRIED
