"""Which questions are asked, given the answers: smart answers in one pass, from the first question to the last."""

from dataclasses import dataclass

from desktop_app.domain.message import Message
from desktop_app.interview.draft import NOT_KNOWN, Answer, Draft
from desktop_app.interview.question import Choice, Input, Question
from desktop_app.interview.questions import QUESTIONS
from desktop_app.interview.setting import Setting


@dataclass(frozen=True, slots=True)
class Route:
    """The questions asked on this way, in order, and a draft with the valid answers to just these."""

    questions: tuple[Question, ...]
    draft: Draft

    def __contains__(self, id: str) -> bool:
        return any(question.id == id for question in self.questions)


def route(draft: Draft, setting: Setting) -> Route:
    """The way these answers lead. Each question is judged by the answers before it, and by nothing after it."""
    asked: list[Question] = []
    so_far = Draft(carried=draft.carried)
    for question in QUESTIONS:
        if not question.relevant(so_far, setting):
            continue
        asked.append(question)
        answer = question.answer(draft)
        if answer is not None and is_valid(question, answer, so_far, setting):
            so_far = question.answering(so_far, answer)
    return Route(tuple(asked), so_far)


def choices(question: Question, draft: Draft, setting: Setting) -> tuple[Choice | str, ...]:
    """What can be chosen here, given the answers before; tiers are the insured region's own names."""
    if question.input is Input.TIER:
        return setting.tiers(draft.insured_region, draft.scheme, draft.status)
    return tuple(choice for choice in question.choices if question.offered(draft, choice))


def is_valid(question: Question, answer: Answer, draft: Draft, setting: Setting) -> bool:
    """Whether `answer` agrees with the answers before it; that time has passed does not take it away."""
    if answer is NOT_KNOWN:
        return question.allows_unknown(draft, setting)
    if question.input is Input.CHOICE and answer not in choices(question, draft, setting):
        return False
    return question.fits(draft, answer, setting) is None


def objection(question: Question, answer: Answer, draft: Draft, setting: Setting) -> Message | None:
    """What is wrong with this answer, today included; None when it can be taken."""
    if answer is NOT_KNOWN:
        return None
    return question.fits(draft, answer, setting) or question.timely(draft, answer, setting)


def before(question: Question, draft: Draft, setting: Setting) -> Draft:
    """The draft as `question` sees it: the valid answers to what is asked before it."""
    way = route(draft, setting)
    seen = Draft(carried=draft.carried)
    for earlier in way.questions:
        if earlier is question:
            break
        seen = earlier.answering(seen, earlier.answer(way.draft))
    return seen
