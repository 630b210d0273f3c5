"""What every way of answering has in common, and the cards to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.message import Parameter, message
from desktop_app.interview import answers
from desktop_app.interview.draft import NOT_KNOWN, Answer, Draft
from desktop_app.interview.question import Question
from desktop_app.interview.routing import choices
from desktop_app.interview.setting import Setting
from desktop_app.render.words import Words
from desktop_app.ui import theme
from desktop_app.ui.interview.pictures import picture
from desktop_app.ui.widgets.choice_card import Choice, ChoiceGroup
from desktop_app.ui.widgets.region_field import Search

UNKNOWN: Final = NOT_KNOWN.value
"""The value of the card that says I don't know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as it is asked: the answers before it, where and when, in which words, and how places are found."""

    question: Question
    seen: Draft
    setting: Setting
    words: Words
    search: Search

    def say(self, id: str, **parameters: Parameter) -> str:
        """The words with this id in `interview.toml`."""
        return self.words.text(message(f"interview.{id}", **parameters))

    @property
    def title(self) -> str:
        """The question itself."""
        return self.words.text(answers.title(self.question, self.seen, self.setting))

    @property
    def why(self) -> str:
        """Why it is asked."""
        return self.words.text(answers.why_asked(self.question, self.seen, self.setting))

    @property
    def allows_unknown(self) -> bool:
        """Whether I don't know is an answer here."""
        return self.question.allows_unknown(self.seen, self.setting)

    def card(self, choice: object) -> Choice:
        """A choice as it stands on its card."""
        value = choice if isinstance(choice, str | bool) else NOT_KNOWN
        key = answers.choice_key(value)
        note = answers.note(self.question, value, self.seen, self.setting)
        return Choice(
            key,
            self.words.text(answers.label(self.question, value, self.seen, self.setting)),
            self.words.text(note) if note.id in self.words else "",
            picture(self.question.id, key),
        )

    def unknown_cards(self) -> tuple[Choice, ...]:
        """The card that says I don't know, where that is an answer."""
        return (self.card(NOT_KNOWN),) if self.allows_unknown else ()


class AnswerField(QWidget):
    """A way of answering. `edited` tells of every change, `decided` of a choice that stands as soon as it is made."""

    edited = Signal()
    decided = Signal()

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.asking = asking
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.GAP)

    def value(self) -> Answer | None:
        """The answer; None while there is none, or what was typed is wrong."""
        raise NotImplementedError

    def problem(self) -> str:
        """What is wrong with what was typed; empty where nothing is."""
        return ""

    def show_answer(self, answer: Answer) -> None:
        """Shows an answer given before."""
        raise NotImplementedError

    def show_objection(self, sentence: str) -> bool:  # noqa: ARG002 -- fields that have a place for it take it
        """Says beside its field what is wrong with the answer; False where there is no better place than below."""
        return False

    def typed(self) -> dict[str, str]:
        """What was typed and is no answer yet, so that it is not lost."""
        return {}

    def put_typed(self, typed: dict[str, str]) -> None:
        """Puts it back."""

    def first(self) -> QWidget:
        """Where the keyboard starts."""
        raise NotImplementedError

    def press(self, number: int) -> bool:  # noqa: ARG002 -- fields with cards take it
        """Chooses the card of this number; False where there is none."""
        return False


class ChoiceField(AnswerField):
    """Large cards, one of which is the answer."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        offered = choices(asking.question, asking.seen, asking.setting)
        self._values = {answers.choice_key(choice): choice for choice in offered}
        cards = (*map(asking.card, offered), *asking.unknown_cards())
        self.group = cards_of(cards, name=asking.title)
        self.group.chosen.connect(lambda _value: self.edited.emit())
        self.group.chosen.connect(lambda _value: self.decided.emit())
        self.column.addWidget(self.group)

    def value(self) -> Answer | None:
        """What is chosen."""
        if self.group.value == UNKNOWN:
            return NOT_KNOWN
        chosen = self._values.get(self.group.value or "")
        return chosen if isinstance(chosen, str | bool) else None

    def show_answer(self, answer: Answer) -> None:
        """Marks the card."""
        self.group.choose(answers.choice_key(answer) if isinstance(answer, str | bool) else UNKNOWN)

    def first(self) -> QWidget:
        """The card that is chosen, else the first."""
        return chosen_or_first(self.group)

    def press(self, number: int) -> bool:
        """Chooses the card of this number."""
        return press_card(self.group, number)


def cards_of(cards: Sequence[Choice], *, name: str, value: str | None = None) -> ChoiceGroup:
    """Cards to choose from."""
    return ChoiceGroup(cards, name=name, value=value)


def chosen_or_first(group: ChoiceGroup) -> QWidget:
    """The card that is chosen, else the first."""
    return next((card for card in group.cards if card.isChecked()), group.cards[0])


def press_card(group: ChoiceGroup, number: int) -> bool:
    """Chooses the card of this number, counted from one."""
    if not 1 <= number <= len(group.cards):
        return False
    card = group.cards[number - 1]
    card.setFocus()
    card.click()
    return True
