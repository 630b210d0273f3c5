"""A question of the call script as a page shows it."""

from dataclasses import dataclass, replace

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.message import message
from desktop_app.domain.outcome import Ask
from desktop_app.interview.heard import told_text
from desktop_app.render.views.citations import NO_BADGE, Bibliography, Statement
from desktop_app.render.words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the telephone, what this program assumed meanwhile, what the answer is worth, and the answer.

    The question names its sources but has no grade: only what is assumed can be more or less certain.
    """

    text: Statement
    assumed: Statement | None
    worth: str = ""
    answer: str = ""


def question_view(ask: Ask, cite: Bibliography, words: Words) -> Question:
    """A question as a page shows it; `cite` numbers its sources."""
    assumed = None
    if ask.assumed is not None:
        assumed = cite.figure(words.text(message("paper.ask.assumed", value=ask.assumed)), ask.provenance)
    asked = cite.statement(Reasoned(ask.question, ask.facts))
    return Question(replace(asked, badge=NO_BADGE), assumed, _worth(ask, words), _answer(ask, words))


def _worth(ask: Ask, words: Words) -> str:
    """By how much the answer narrows what comes back, or that without it there is no amount."""
    if ask.narrows:
        return words.text(message("paper.ask.narrows", by=ask.narrows))
    missing = ask.figure is not None and ask.assumed is None and not ask.facts
    return words.text(message("paper.ask.missing")) if missing else ""


def _answer(ask: Ask, words: Words) -> str:
    """What somebody was told, by whom and when."""
    if ask.heard is None:
        return ""
    told = told_text(ask.heard)
    return words.text(message("paper.ask.told", text=ask.heard.text, told=told)) if told else ask.heard.text
