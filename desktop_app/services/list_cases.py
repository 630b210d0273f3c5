"""List the cases on file."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.interview.draft import Draft
from desktop_app.interview.routing import route
from desktop_app.interview.setting import Setting
from desktop_app.services.resume_case import draft_on_file
from desktop_app.storage.household import Household
from desktop_app.storage.rule_pack import RulePack


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCase:
    """A case on file: `answered` of `asked` questions are done; `draft` holds the answers that count."""

    id: int
    changed_at: datetime
    draft: Draft
    answered: int
    asked: int

    @property
    def complete(self) -> bool:
        """Whether it has been walked to the end."""
        return self.answered == self.asked


def list_cases(household: Household, rulebook: RulePack) -> tuple[ListedCase, ...]:
    """All cases as they stand today, the one last worked on first. Raises Problem where the records cannot be read."""
    today = datetime.now().astimezone().date()
    setting = Setting(rulebook, today)
    listed = []
    for kept in household.cases():
        way = route(draft_on_file(kept, rulebook, today), setting)
        answered = sum(question.answer(way.draft) is not None for question in way.questions)
        listed.append(
            ListedCase(
                id=kept.id,
                changed_at=kept.changed_at,
                draft=way.draft,
                answered=answered,
                asked=len(way.questions),
            )
        )
    return tuple(listed)
