"""Answers as text, the way they are kept: one line each, readable by eye, exact both ways."""

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum

from desktop_app.domain.bill import Bill
from desktop_app.interview.answers import choice_key
from desktop_app.interview.draft import NOT_KNOWN, Answer, Draft, FilingPeriod, NotKnown
from desktop_app.interview.kept_bill import bill_from_text, bill_text
from desktop_app.interview.question import Input, Question
from desktop_app.interview.questions import QUESTIONS


def kept_answers(draft: Draft) -> dict[str, str]:
    """Every answer of the draft as text, by question; what an opened case carried along is not an answer."""
    answers = {question.id: question.answer(draft) for question in QUESTIONS}
    return {id: as_text(answer) for id, answer in answers.items() if answer is not None}


def draft_from(kept: Mapping[str, str]) -> Draft:
    """The draft these texts describe. A question or text this edition does not know is left out, and so asked again."""
    draft = Draft()
    for question in QUESTIONS:
        if question.id in kept:
            draft = question.answering(draft, from_text(question, kept[question.id]))
    return draft


def as_text(answer: Answer) -> str:
    """One answer as text: a key, a number, an ISO day, or JSON for what has parts."""
    match answer:
        case FilingPeriod(start, until):
            return json.dumps([start.isoformat(), until.isoformat() if until else None])
        case Bill():
            return bill_text(answer)
        case bool() | Enum():
            return choice_key(answer)
        case date():
            return answer.isoformat()
        case _:
            return str(answer)


def from_text(question: Question, text: str) -> Answer | None:
    """The answer that `text` stands for, or None where it stands for nothing this question knows."""
    if text == NOT_KNOWN.value:
        return NOT_KNOWN
    try:
        return _read(question, text)
    except (ValueError, KeyError, TypeError, AttributeError, ZeroDivisionError):
        return None


def _read(question: Question, text: str) -> Answer | None:
    match question.input:
        case Input.CHOICE:
            return _choice(question, text)
        case Input.COUNT | Input.AMOUNT:
            return int(text)
        case Input.DAY:
            return date.fromisoformat(text)
        case Input.PERIOD:
            start, until = json.loads(text)
            return FilingPeriod(date.fromisoformat(start), date.fromisoformat(until) if until else None)
        case Input.BILL:
            return bill_from_text(text)
        case _:
            return text


def _choice(question: Question, text: str) -> Answer | None:
    for choice in question.choices:
        if choice_key(choice) == text and isinstance(choice, bool | str | NotKnown):
            return choice
    return None
