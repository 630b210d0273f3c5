"""Answer one case twice and say what moved: under another rulebook, or had the care been on another day."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.answer_changes import AnswerChanges
from desktop_app.domain.case import Case
from desktop_app.rules.answer_changes import answer, answer_changes, first_day, on_another_day
from desktop_app.rules.rulebook import Edition, RuleBook
from desktop_app.services.opened_rules import opened_rules


class SinceRules(NamedTuple):
    """What one rulebook answers differently from another, and which two they are."""

    changes: AnswerChanges
    before: Edition
    after: Edition


def since_rules(case: Case, before: Path, rulebook: RuleBook) -> SinceRules:
    """What `rulebook` answers differently from the one at `before`, a pack or a folder of facts.

    Raises Problem for a path that is neither, and where the case cannot be answered under one of them.
    """
    with opened_rules(before) as older:
        old, edition = answer(case, older), older.edition()
    return SinceRules(answer_changes(old, answer(case, rulebook)), edition, rulebook.edition())


def on_day(case: Case, day: date, rulebook: RuleBook) -> AnswerChanges:
    """What moved between the day of the care and `day`, from the earlier to the later of the two.

    Everything else in the case is as many days earlier or later. Raises Problem where one of the days has no answer.
    """
    one, other = answer(case, rulebook), answer(on_another_day(case, day), rulebook)
    return answer_changes(one, other) if first_day(case) <= day else answer_changes(other, one)
