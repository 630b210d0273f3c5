"""Walks the interview the way a person does: one answer after another, without a window."""

from collections.abc import Iterator

from desktop_app.interview import progress as interview
from desktop_app.interview.draft import Answer
from desktop_app.interview.progress import Progress
from tests.interview.places import SETTING


def walked(answers: dict[str, Answer], start: Progress | None = None) -> Progress:
    """Answers each question from `answers` as it comes up, until one comes up that is not in there."""
    here = start or Progress()
    while True:
        if here.at == interview.Page.EMERGENCY:
            here = interview.forward(here, SETTING)
        elif here.at in answers:
            here = interview.answer(here, answers[here.at], SETTING)
        else:
            return here


def asked(answers: dict[str, Answer]) -> list[str]:
    """The pages one sees with these answers, in order, up to the first without an answer."""
    return list(_pages(answers))


def _pages(answers: dict[str, Answer]) -> Iterator[str]:
    here = Progress()
    yield here.at
    while here.at in answers or here.at == interview.Page.EMERGENCY:
        given = answers.get(here.at)
        here = interview.forward(here, SETTING) if given is None else interview.answer(here, given, SETTING)
        yield here.at
