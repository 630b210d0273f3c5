"""Save a case as it stands after an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from desktop_app.interview.kept import kept_answers
from desktop_app.interview.progress import Progress
from desktop_app.storage.household import Household


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOnFile:
    """What of a case is on disk for certain. `opened_from`: its case file, as JSON.

    `id` None: nothing yet; then `saved` are answers that need no keeping as long as nobody changes them.
    """

    id: int | None = None
    page: str = ""
    saved: Mapping[str, str] = field(default_factory=dict)
    opened_from: str | None = None


def save_answer(household: Household, on_file: CaseOnFile, progress: Progress) -> CaseOnFile:
    """Puts on disk what has changed since `on_file`: answers given, answers withdrawn, the page.

    Raises Problem where that fails. Hand in the same `on_file` next time, and what failed is saved along with the rest.
    """
    answers = kept_answers(progress.draft)
    if on_file.saved == answers and (on_file.id is None or on_file.page == progress.at):
        return on_file
    now = datetime.now(UTC)
    case_id = on_file.id
    if case_id is None:
        case_id = household.begin_case(progress.at, now=now, given=answers, opened_from=on_file.opened_from)
    else:
        given = {question: text for question, text in answers.items() if on_file.saved.get(question) != text}
        withdrawn = [question for question in on_file.saved if question not in answers]
        household.save(case_id, progress.at, given=given, withdrawn=withdrawn, now=now)
    return replace(on_file, id=case_id, page=progress.at, saved=answers)
