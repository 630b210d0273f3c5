"""The disease: those settled across provinces as cards, any other by its name."""

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.interview.draft import NOT_KNOWN, Answer
from desktop_app.ui.interview.answer_field import (
    UNKNOWN,
    AnswerField,
    Asking,
    cards_of,
    chosen_or_first,
    press_card,
)
from desktop_app.ui.widgets.choice_card import Choice
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField

_OTHER: Final = "other"


class DiseaseField(AnswerField):
    """A card per disease; the card for another one opens a line to write it on."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._names = [disease.name for disease in asking.setting.places.chronic_diseases()]
        other = Choice(_OTHER, asking.say("field.disease_other"), asking.say("field.disease_other_note"), "file-text")
        cards = (*(Choice(name, name, "", "heart-pulse") for name in self._names), other, *asking.unknown_cards())
        self._group = cards_of(cards, name=asking.title)
        self._group.chosen.connect(self._choose)
        self._line = LineField()
        self._line.setObjectName("answer_disease")
        self._line.edited.connect(self.edited)
        self._row = FormRow(asking.say("field.disease"), self._line)
        self._row.setVisible(False)
        self.column.addWidget(self._group)
        self.column.addWidget(self._row)

    def value(self) -> Answer | None:
        """The disease by its name."""
        chosen = self._group.value
        if chosen == UNKNOWN:
            return NOT_KNOWN
        return (self._line.text().strip() or None) if chosen == _OTHER else chosen

    def show_answer(self, answer: Answer) -> None:
        """Marks its card, or writes the name of another disease."""
        if answer is NOT_KNOWN:
            self._group.choose(UNKNOWN)
        elif answer in self._names:
            self._group.choose(str(answer))
        else:
            self._group.choose(_OTHER)
            self._line.setText(str(answer))
        self._row.setVisible(self._group.value == _OTHER)

    def typed(self) -> dict[str, str]:
        """The name on the line."""
        return {"other": self._line.text()} if self._group.value == _OTHER and self._line.text() else {}

    def put_typed(self, typed: dict[str, str]) -> None:
        """Puts the name back on the line."""
        if "other" in typed:
            self.show_answer(typed["other"])

    def first(self) -> QWidget:
        """The line where another disease is to be named, else the card."""
        return self._line if self._group.value == _OTHER else chosen_or_first(self._group)

    def press(self, number: int) -> bool:
        """Chooses the card of this number."""
        return press_card(self._group, number)

    def _choose(self, value: str) -> None:
        self._row.setVisible(value == _OTHER)
        self.edited.emit()
        if value == _OTHER:
            self._line.setFocus()
        else:
            self.decided.emit()
