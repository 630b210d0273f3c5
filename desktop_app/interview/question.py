"""What a question is: declared once; pages, review, help and storage follow from the declaration."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from desktop_app.domain.message import Message
from desktop_app.interview.draft import Answer, Draft
from desktop_app.interview.setting import Setting


class Step(StrEnum):
    """The stretches of the way, in order; the questions lie in the first six."""

    WHO = "who"
    INSURED_WHERE = "insured_where"
    CARE_WHERE = "care_where"
    WHY = "why"
    WHAT_CARE = "what_care"
    WHEN = "when"
    CHECK = "check"
    VERDICTS = "verdicts"
    CHECKLIST = "checklist"


ASKED_STEPS: Final = frozenset({Step.WHO, Step.INSURED_WHERE, Step.CARE_WHERE, Step.WHY, Step.WHAT_CARE, Step.WHEN})
"""The steps that consist of questions."""


class Input(StrEnum):
    """How an answer is given."""

    CHOICE = "choice"
    TIER = "tier"
    COUNT = "count"
    AMOUNT = "amount"
    DAY = "day"
    PERIOD = "period"
    PLACE = "place"
    DISEASE = "disease"
    BILL = "bill"


CHOSEN: Final = frozenset({Input.CHOICE, Input.TIER, Input.DISEASE})
"""The answers that are chosen, not typed."""

Choice = Enum | bool
"""Something to choose: a member of one of the field's enums, or yes and no."""

Relevance = Callable[[Draft, Setting], bool]
Offer = Callable[[Draft, Choice], bool]
Check = Callable[[Draft, Answer, Setting], Message | None]


def always(_draft: Draft, _: Setting) -> bool:
    """For a question whose answer can always change something."""
    return True


def no_objection(_draft: Draft, _answer: Answer, _: Setting) -> Message | None:
    """For a question that takes any answer of the right kind."""
    return None


def offered_to_all(_draft: Draft, _: Choice) -> bool:
    """For a choice that makes sense whatever was answered before."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `id` is also the field of the draft it fills and its key in `words/*/questions.toml`.

    `relevant` sees the answers to earlier questions only. `fits` objects to an answer that contradicts earlier ones;
    `timely` to one that does not agree with today's date, which an answer may do by merely growing old.
    `lowest` and `highest` bound a count. `headline` answers are shown under the step in the list on the left.
    """

    id: str
    step: Step
    input: Input
    choices: Sequence[Choice] = ()
    allows_unknown: Relevance = always
    relevant: Relevance = always
    offered: Offer = offered_to_all
    fits: Check = no_objection
    timely: Check = no_objection
    lowest: int = 0
    highest: int = 0
    headline: bool = False

    def answer(self, draft: Draft) -> Answer | None:
        """What the draft says to this question."""
        return draft.answer(self.id)

    def answering(self, draft: Draft, answer: Answer | None) -> Draft:
        """The draft with this question answered so, or with its answer taken out."""
        return draft.answering(self.id, answer)
