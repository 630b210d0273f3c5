"""Answers that are typed: numbers, amounts, days, places; each may also be I don't know."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.money import Fen
from desktop_app.interview import answers
from desktop_app.interview.draft import NOT_KNOWN, Answer, FilingPeriod
from desktop_app.ui import theme
from desktop_app.ui.interview.answer_field import UNKNOWN, AnswerField, Asking, cards_of, chosen_or_first
from desktop_app.ui.widgets.choice_card import Choice, ChoiceGroup
from desktop_app.ui.widgets.entered_field import CountField, DateField, MoneyField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.region_field import Place, RegionField


class TypedField(AnswerField):
    """Rows to type into, and below them a card for I don't know; typing takes the card back."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.rows: dict[str, FormRow] = {}
        self.instead: ChoiceGroup | None = None

    def add_row(
        self, name: str, field: LineField, label: str, *, description: str = "", widest: int = 360
    ) -> QHBoxLayout:
        """A row at most `widest` pixels wide at 100 % text; what was typed into it is kept under `name`."""
        row = FormRow(label, field, description=description)
        row.setMaximumWidth(theme.current().px(widest))
        field.setObjectName(f"answer_{name}")
        self.rows[name] = row
        field.edited.connect(self._typing)
        field.editingFinished.connect(lambda: row.show_error(field.problem()))
        line = QHBoxLayout()
        line.addWidget(row, 1)
        line.addStretch(0)
        return line

    def offer_instead(self, *others: Choice) -> None:
        """Adds the cards that answer without typing: `others`, and I don't know where that is an answer."""
        cards = (*others, *self.asking.unknown_cards())
        if cards:
            self.instead = cards_of(cards, name=self.asking.title)
            self.instead.chosen.connect(self._choose_instead)
            self.column.addWidget(self.instead)

    @property
    def chosen_instead(self) -> str | None:
        """Which card is chosen, None where something is typed."""
        return self.instead.value if self.instead else None

    def value(self) -> Answer | None:
        """I don't know, another card, or what was typed."""
        if self.chosen_instead == UNKNOWN:
            return NOT_KNOWN
        return self.value_instead(self.chosen_instead) if self.chosen_instead else self.typed_value()

    def value_instead(self, card: str) -> Answer | None:
        """What a card of one's own stands for."""
        raise NotImplementedError

    def typed_value(self) -> Answer | None:
        """What was typed."""
        raise NotImplementedError

    def put_value(self, answer: Answer) -> None:
        """Shows an answer other than I don't know."""
        raise NotImplementedError

    def show_answer(self, answer: Answer) -> None:
        """Fills the rows, or marks the card."""
        if answer is NOT_KNOWN:
            if self.instead:
                self.instead.choose(UNKNOWN)
        else:
            self.put_value(answer)

    def problem(self) -> str:
        """What is wrong in the first wrong row, said beside it too."""
        if self.chosen_instead:
            return ""
        sentences = [(row, _line(row).problem()) for row in self.rows.values()]
        for row, sentence in sentences:
            row.show_error(sentence)
        return next((sentence for _, sentence in sentences if sentence), "")

    def show_objection(self, sentence: str) -> bool:
        """Says it beside the last row that holds something."""
        filled = [row for row in self.rows.values() if _line(row).text().strip()] or list(self.rows.values())
        filled[-1].show_error(sentence)
        _line(filled[-1]).setFocus()
        return True

    def typed(self) -> dict[str, str]:
        """What stands in the rows."""
        return {name: _line(row).remembered() for name, row in self.rows.items() if _line(row).text().strip()}

    def put_typed(self, typed: dict[str, str]) -> None:
        """Puts it back, with what is wrong about it."""
        for name, text in typed.items():
            if name in self.rows:
                _line(self.rows[name]).put_back(text)
        self.problem()

    def first(self) -> QWidget:
        """The card that is chosen, else the first row."""
        if self.instead and self.chosen_instead:
            return chosen_or_first(self.instead)
        return next(iter(self.rows.values())).field

    def _typing(self) -> None:
        if self.instead:
            self.instead.choose(None)
        for row in self.rows.values():
            row.show_error("")
        self.edited.emit()

    def _choose_instead(self) -> None:
        for row in self.rows.values():
            row.show_error("")
        self.edited.emit()
        self.decided.emit()


class NumberField(TypedField):
    """An age, or the number of a stay."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        question = asking.question
        unit = asking.say("field.years") if question.id == "age" else ""
        self._field = CountField(asking.words, question.lowest, question.highest, unit=unit)
        self.column.addLayout(self.add_row(question.id, self._field, asking.say(f"field.{question.id}")))
        self.offer_instead()

    def typed_value(self) -> Answer | None:
        """The number."""
        return self._field.count()

    def put_value(self, answer: Answer) -> None:
        """Shows the number."""
        self._field.setText(str(answer))


class AmountField(TypedField):
    """An amount in yuan."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._field = MoneyField(asking.words)
        id = asking.question.id
        self.column.addLayout(self.add_row(id, self._field, asking.say(f"field.{id}")))
        self.offer_instead()

    def typed_value(self) -> Answer | None:
        """The amount in fen."""
        return self._field.amount()

    def put_value(self, answer: Answer) -> None:
        """Shows the amount."""
        self._field.show_amount(Fen(answer) if isinstance(answer, int) else None)


class DayField(TypedField):
    """A day."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._field = DateField(asking.words, today=asking.setting.today)
        id = asking.question.id
        self.column.addLayout(self.add_row(id, self._field, asking.say(f"field.{id}")))
        self.offer_instead()

    def typed_value(self) -> Answer | None:
        """The day."""
        return self._field.day()

    def put_value(self, answer: Answer) -> None:
        """Shows the day."""
        self._field.show_day(answer if isinstance(answer, date) else None)


class PeriodField(TypedField):
    """From one day to another, or without an end."""

    _OPEN = "open_end"

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._start = DateField(asking.words, today=asking.setting.today)
        self._until = DateField(asking.words, today=asking.setting.today)
        for name, field in (("start", self._start), ("until", self._until)):
            self.column.addLayout(self.add_row(name, field, asking.say(f"field.{name}")))
        self.offer_instead(Choice(self._OPEN, asking.say("field.open_end"), "", "infinity"))

    def value_instead(self, card: str) -> Answer | None:  # noqa: ARG002 -- there is one such card
        """From the first day on, without an end."""
        start = self._start.day()
        return FilingPeriod(start, None) if start else None

    def typed_value(self) -> Answer | None:
        """The period, once both days are there."""
        start, until = self._start.day(), self._until.day()
        return FilingPeriod(start, until) if start and until else None

    def put_value(self, answer: Answer) -> None:
        """Shows both days, or the first and the card."""
        if isinstance(answer, FilingPeriod):
            self._start.show_day(answer.start)
            self._until.show_day(answer.until)
            if answer.until is None and self.instead:
                self.instead.choose(self._OPEN)

    def _typing(self) -> None:
        """The first day goes with the card for no end, the last day does not."""
        keeps = self.chosen_instead == self._OPEN and not self._until.hasFocus()
        super()._typing()
        if keeps and self.instead:
            self.instead.choose(self._OPEN)


class PlaceField(TypedField):
    """A place to find by typing; for a filing, the place of care as a card of its own."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        id = asking.question.id
        self._field = RegionField(asking.search, placeholder=asking.say("field.place_hint"))
        self.column.addLayout(self.add_row(id, self._field, asking.say(f"field.{id}"), widest=560))
        self._care = asking.seen.care_region if id == "filing_region" else None
        if self._care:
            name = answers.place_name(self._care, asking.setting)
            self.offer_instead(Choice(self._care, asking.say("field.same_place", name=name), "", "map-pin"))
        else:
            self.offer_instead()

    def value_instead(self, card: str) -> Answer | None:
        """The place of care."""
        return card

    def typed_value(self) -> Answer | None:
        """The place's code."""
        return self._field.code

    def put_value(self, answer: Answer) -> None:
        """Shows the place."""
        if self.instead and answer == self._care:
            self.instead.choose(str(answer))
        else:
            self._field.show_place(Place(str(answer), answers.place_name(str(answer), self.asking.setting)))

    def problem(self) -> str:
        """A place that is not on the list, or none at all."""
        found = super().problem()
        if found or self.chosen_instead or self._field.code:
            return found
        return self.asking.say("wrong.place_missing")


def _line(row: FormRow) -> LineField:
    """The row's field, which is a line of text in all of these."""
    field = row.field
    if not isinstance(field, LineField):
        raise TypeError(f"{field!r} is no line of text")
    return field
