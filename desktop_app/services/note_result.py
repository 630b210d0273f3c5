"""Note what was answered to a case on file, and notice what a newer rulebook answers differently."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.answer_changes import Gist, Move
from desktop_app.domain.case import Case
from desktop_app.domain.outcome import Plan
from desktop_app.domain.own_figure import OwnFigure
from desktop_app.rules.answer_changes import gist_of
from desktop_app.rules.plan import make_plan
from desktop_app.rules.rulebook import Edition, RuleBook
from desktop_app.storage.case_document import case_document
from desktop_app.storage.household import Household
from desktop_app.storage.own_figure_rows import columns_of
from desktop_app.storage.result_rows import KeptResult


@dataclass(frozen=True, slots=True)
class NewEdition:
    """A case was answered by an older rulebook: which, which answers now, and the answer in short, then and now."""

    editions: Move[Edition]
    gists: Move[Gist]

    @property
    def nothing(self) -> bool:
        """Whether both answer the same."""
        return self.gists.before == self.gists.after


def note_result(household: Household, case_id: int, case: Case, plan: Plan, rulebook: RuleBook) -> NewEdition | None:
    """Keeps the answer in short; where an older rulebook answered the same case, what moved since.

    What moved is told again each time until `accept_result`; where nothing did, once. Only the rulebook makes the
    difference: the day on which the case was answered before counts for both. Raises Problem where the records fail.
    """
    result = _result(household, case, plan, rulebook)
    kept = household.result(case_id)
    if kept is None or kept.asked != result.asked or kept.edition == result.edition:
        if kept is None or replace(kept, answered_on=result.answered_on) != result:
            household.keep_result(case_id, result)
        return None
    then = make_plan(replace(case, today=kept.answered_on), rulebook)
    moved = NewEdition(Move(kept.edition, result.edition), Move(kept.gist, gist_of(then)))
    if moved.nothing:
        household.keep_result(case_id, result)
    return moved


def accept_result(household: Household, case_id: int, case: Case, plan: Plan, rulebook: RuleBook) -> None:
    """Keeps the answer of the rulebook in use: what moved has been read. Raises Problem where the records fail."""
    household.keep_result(case_id, _result(household, case, plan, rulebook))


def _result(household: Household, case: Case, plan: Plan, rulebook: RuleBook) -> KeptResult:
    asked = _asked(case, household.own_figures())
    return KeptResult(asked=asked, edition=rulebook.edition(), answered_on=case.today, gist=gist_of(plan))


def _asked(case: Case, own: Sequence[OwnFigure]) -> str:
    """A fingerprint of all that was asked, own figures included, but for the day; nobody can read the case from it."""
    document = {key: value for key, value in case_document(case).items() if key != "today"}
    figures = [{key: str(value) for key, value in columns_of(figure).items()} for figure in own]
    return hashlib.sha256(json.dumps([document, figures], ensure_ascii=False, sort_keys=True).encode()).hexdigest()
