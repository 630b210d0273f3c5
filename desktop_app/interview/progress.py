"""Where somebody stands in the interview, and what each move does: answer, back, forward, jump, resume.

A move gives a new Progress; the old one stays what it was. No move takes away an answer that is still asked and valid.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.interview.draft import Answer, Draft
from desktop_app.interview.question import Question, Step
from desktop_app.interview.questions import BY_ID, QUESTIONS
from desktop_app.interview.routing import Route, before, is_valid, objection, route
from desktop_app.interview.setting import Setting


class Page(StrEnum):
    """The pages that are no questions: the emergency card, the answers to check, the verdicts, the checklist."""

    EMERGENCY = "emergency"
    CHECK = "check"
    VERDICTS = "verdicts"
    CHECKLIST = "checklist"


LAST_PAGES: Final = (Page.CHECK, Page.VERDICTS, Page.CHECKLIST)
_LAST_STEPS: Final = (Step.CHECK, Step.VERDICTS, Step.CHECKLIST)

EMPTY: Final = Draft()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All answers ever given that are still good for something, and the page on screen (a question's id or a Page).

    `checking`: the person came from the page of answers to change one of them and goes back there.
    """

    draft: Draft = EMPTY
    at: str = QUESTIONS[0].id
    checking: bool = False

    @property
    def question(self) -> Question | None:
        """The question on screen, None on the other pages."""
        return BY_ID.get(self.at)


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of the list on the left: whether it is asked at all, complete, on screen, and where a click leads."""

    step: Step
    asked: tuple[Question, ...]
    complete: bool
    current: bool
    target: str | None


def answer(progress: Progress, given: Answer, setting: Setting) -> Progress:
    """Takes the answer to the question on screen and goes on. Raises Problem when the answer cannot be taken."""
    return forward(note(progress, given, setting), setting)


def note(progress: Progress, given: Answer, setting: Setting) -> Progress:
    """Takes the answer and stays on the page. Raises Problem when the answer cannot be taken."""
    question = _asked_now(progress)
    seen = before(question, progress.draft, setting)
    wrong = objection(question, given, seen, setting)
    if wrong is None and not is_valid(question, given, seen, setting):
        wrong = message("interview.wrong.choice")
    if wrong:
        raise Problem(wrong)
    return replace(progress, draft=_without_spoilt(question.answering(progress.draft, given), setting))


def forward(progress: Progress, setting: Setting) -> Progress:
    """The next page; after a correction, the page of answers again, unless the correction raised a new question."""
    way = route(progress.draft, setting)
    if progress.checking and progress.question:
        target = _first_open(way, setting)
        if target != Page.CHECK and progress.at == target:
            return progress
        return replace(progress, at=target, checking=target != Page.CHECK)
    return replace(progress, at=_neighbour(way, progress.at, setting, step=1))


def back(progress: Progress, setting: Setting) -> Progress:
    """The page before; every answer stays."""
    at = _neighbour(route(progress.draft, setting), progress.at, setting, step=-1)
    return replace(progress, at=at, checking=False)


def jump(progress: Progress, at: str, setting: Setting) -> Progress:
    """To a page that has already been reached; anything further leads to the first open question."""
    reachable = _pages(route(progress.draft, setting), setting)
    checking = progress.at in LAST_PAGES and at in BY_ID
    return replace(progress, at=at if at in reachable else reachable[-1], checking=checking)


def resume(draft: Draft, at: str, setting: Setting) -> Progress:
    """Where a case was left: the page it was on, or the first question that has become open since."""
    return jump(Progress(draft=draft), at, setting)


def stops(progress: Progress, setting: Setting) -> tuple[Stop, ...]:
    """The steps for the list on the left."""
    way = route(progress.draft, setting)
    reachable = _pages(way, setting)
    return tuple(_stop(step, progress, way, reachable) for step in Step)


def _asked_now(progress: Progress) -> Question:
    if progress.question is None:
        raise ValueError(f"no question is asked on the page {progress.at}")
    return progress.question


def _without_spoilt(draft: Draft, setting: Setting) -> Draft:
    """Takes out answers that contradict earlier ones. Those not asked for just now stay, in case they are again."""
    way = route(draft, setting)
    for question in way.questions:
        if question.answer(way.draft) is None:
            draft = question.answering(draft, None)
    return draft


def _first_open(way: Route, setting: Setting) -> str:
    """The first question without an answer that can be used today, else the page of answers."""
    seen = Draft(carried=way.draft.carried)
    for question in way.questions:
        given = question.answer(way.draft)
        if given is None or objection(question, given, seen, setting):
            return question.id
        seen = question.answering(seen, given)
    return Page.CHECK


def _pages(way: Route, setting: Setting) -> list[str]:
    """The pages that can be opened, in order: up to the first open question, or all."""
    pages: list[str] = []
    last = _first_open(way, setting)
    for question in way.questions:
        pages.append(question.id)
        if question.id == last:
            return pages
        if question.id == "danger" and way.draft.danger:
            pages.append(Page.EMERGENCY)
    return [*pages, *LAST_PAGES]


def _neighbour(way: Route, at: str, setting: Setting, *, step: int) -> str:
    pages = _pages(way, setting)
    if at not in pages:
        return pages[-1]
    return pages[min(max(pages.index(at) + step, 0), len(pages) - 1)]


def _stop(step: Step, progress: Progress, way: Route, reachable: list[str]) -> Stop:
    asked = tuple(question for question in way.questions if question.step is step)
    pages = [question.id for question in asked] or [step.value]
    here = _step_of(progress)
    if step in _LAST_STEPS:
        complete = here in _LAST_STEPS and _LAST_STEPS.index(step) < _LAST_STEPS.index(here)
    else:
        complete = bool(asked) and all(page in reachable[:-1] for page in pages)
    target = next((page for page in pages if page in reachable), None)
    return Stop(step, asked, complete, here is step, target)


def _step_of(progress: Progress) -> Step:
    if progress.question:
        return progress.question.step
    return Step.WHO if progress.at == Page.EMERGENCY else Step(progress.at)
