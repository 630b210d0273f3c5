"""What the gaps of earlier episodes leave unknown of the year, and how far that reaches into later care.

A visit nobody can work out hides what its sort of care has left. Of another sort it touches only what all care shares:
the supplement, critical-illness insurance, assistance and the account.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.figure import Gap
from desktop_app.rules.estimate.apart import Sort, all_apart, sort_of
from desktop_app.rules.estimate.episode import Settled
from desktop_app.rules.estimate.gaps import Known, Stage, pays, reaches
from desktop_app.rules.estimate.reckoning import Reckoning

SHARED: Final = (Stage.SUPPLEMENT, Stage.CRITICAL, Stage.ASSISTANCE, Stage.ACCOUNT)


@dataclass(frozen=True, slots=True)
class Hidden:
    """The gaps, the sorts of care they hide, and the steps shared by all care that may have moved unseen."""

    gaps: tuple[Gap, ...] = ()
    sorts: frozenset[Sort] = frozenset()
    stages: frozenset[Stage] = frozenset()

    def until(self, here: Reckoning, possible: Sequence[Settled]) -> Stage:
        """The first step of this episode that is not known for it; `possible` are the settlements it may come to."""
        if not self.gaps:
            return Stage.COMPLETE
        account_first = Stage.ACCOUNT in self.stages and here.due.account_first and pays(Stage.ACCOUNT, here)
        if sort_of(here.care.kind) in self.sorts or not all_apart(here.benefits) or account_first:
            return Stage.DEDUCTIBLE
        touched = (stage for stage in SHARED if stage in self.stages and pays(stage, here))
        return min((_touched(stage, possible) for stage in touched), default=Stage.COMPLETE)

    def hides(self, here: Reckoning, known: Known) -> bool:
        """Whether what this episode leaves its own sort of care is not known either."""
        own = any(gap not in self.gaps for gap in known.gaps)
        return own or sort_of(here.care.kind) in self.sorts or known.until <= Stage.BASIC

    def after(self, here: Reckoning, known: Known) -> "Hidden":
        """What is hidden after this episode, of which so much is known."""
        moved = {stage for stage in SHARED if pays(stage, here)}
        if not self.hides(here, known):
            return Hidden(self.gaps, self.sorts, self.stages | {stage for stage in moved if stage >= known.until})
        gaps = tuple(dict.fromkeys((*self.gaps, *known.gaps)))
        return Hidden(gaps, self.sorts | {sort_of(here.care.kind)}, self.stages | moved)

    def on_new_year(self, *, account: bool) -> "Hidden":
        """Nothing but what is left in the account, where there is one."""
        return Hidden(self.gaps, stages=frozenset({Stage.ACCOUNT})) if self.gaps and account else Hidden()


def _touched(stage: Stage, possible: Sequence[Settled]) -> Stage:
    """The step where it may pay at all; cash cannot be told where the account is not known."""
    if stage is Stage.ACCOUNT:
        return Stage.TOTAL
    return stage if any(reaches(stage, settled) for settled in possible) else Stage.COMPLETE
