"""Fields whose text becomes a value, or one sentence that says what is wrong with it."""

from datetime import date
from fractions import Fraction

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent

from desktop_app.domain.money import Fen, yuan_text
from desktop_app.errors import Problem
from desktop_app.interview.entry import count_entered, day_entered, percent_entered, quantity_entered, yuan_entered
from desktop_app.render.words import Words, day_text
from desktop_app.ui.icons import icon
from desktop_app.ui.widgets.calendar_popup import CalendarPopup
from desktop_app.ui.widgets.line_field import LineField


class EnteredField(LineField):
    """What is typed is read by `read`; what it objects to is said in the words given. An empty field is no mistake."""

    def __init__(self, words: Words, *, unit: str = "", placeholder: str = "") -> None:
        super().__init__(unit=unit, placeholder=placeholder)
        self._words = words
        self.editingFinished.connect(self._write_out)

    def read(self, text: str) -> object:
        """The value of a text. Raises Problem."""
        raise NotImplementedError

    def written(self) -> str:
        """What stands in the field once the person moves on: the value written out neatly."""
        return self.text()

    def problem(self) -> str:
        """What is wrong with the text, with the value as typed."""
        try:
            self._value()
        except Problem as problem:
            return self._words.text(problem.message)
        return ""

    def put_back(self, text: str) -> None:
        """Shows the text again, neatly."""
        self.setText(text)
        self._write_out()

    def _value(self) -> object:
        return self.read(self.text()) if self.text().strip() else None

    def _known(self) -> object:
        try:
            return self._value()
        except Problem:
            return None

    def _write_out(self) -> None:
        if self._known() is not None:
            self.setText(self.written())


class MoneyField(EnteredField):
    """A field for an amount in yuan: exact to the fen, never a float."""

    def __init__(self, words: Words, *, placeholder: str = "") -> None:
        super().__init__(words, placeholder=placeholder)
        self.unit = self.tr("yuan")

    def read(self, text: str) -> Fen:
        """50000, 50,000.00, ¥50000, full-width digits too."""
        return yuan_entered(text)

    def amount(self) -> Fen | None:
        """The amount; None while the field is empty or wrong."""
        known = self._known()
        return Fen(known) if isinstance(known, int) else None

    def show_amount(self, amount: Fen | None) -> None:
        """Shows an amount; None empties the field."""
        self.setText("" if amount is None else grouped(amount))

    def written(self) -> str:
        """With thousands set apart and two places."""
        amount = self.amount()
        return self.text() if amount is None else grouped(amount)


class CountField(EnteredField):
    """A field for a whole number between two bounds: an age, the number of a stay."""

    def __init__(self, words: Words, lowest: int, highest: int, *, unit: str = "", placeholder: str = "") -> None:
        super().__init__(words, unit=unit, placeholder=placeholder)
        self._lowest, self._highest = lowest, highest

    def read(self, text: str) -> int:
        """The number."""
        return count_entered(text, self._lowest, self._highest)

    def count(self) -> int | None:
        """The number; None while the field is empty or wrong."""
        known = self._known()
        return known if isinstance(known, int) else None


class PercentField(EnteredField):
    """A field for a share in per cent."""

    def __init__(self, words: Words, *, placeholder: str = "") -> None:
        super().__init__(words, unit="%", placeholder=placeholder)

    def read(self, text: str) -> Fraction:
        """The share, exactly."""
        return percent_entered(text)

    def share(self) -> Fraction | None:
        """The share; None while the field is empty or wrong."""
        known = self._known()
        return known if isinstance(known, Fraction) else None


class QuantityField(EnteredField):
    """A field for how many of an item."""

    def read(self, text: str) -> Fraction:
        """The quantity, exactly."""
        return quantity_entered(text)

    def quantity(self) -> Fraction | None:
        """The quantity; None while the field is empty or wrong."""
        known = self._known()
        return known if isinstance(known, Fraction) else None


class DateField(EnteredField):
    """A field for a day. Alt and the down arrow, or the button inside, open the calendar."""

    def __init__(self, words: Words, *, today: date, placeholder: str = "") -> None:
        super().__init__(words, placeholder=placeholder)
        self._today = today
        action = QAction(icon("calendar", "muted"), self.tr("Open the calendar"), self)
        action.triggered.connect(self.open_calendar)
        self.addAction(action, LineField.ActionPosition.TrailingPosition)

    def read(self, text: str) -> date:
        """2026-11-21, 20261121, and the Chinese way."""
        return day_entered(text)

    def day(self) -> date | None:
        """The day; None while the field is empty or wrong."""
        known = self._known()
        return known if isinstance(known, date) else None

    def show_day(self, day: date | None) -> None:
        """Shows a day; None empties the field."""
        self.setText("" if day is None else self._pattern(day))

    def written(self) -> str:
        """In the way of the language."""
        day = self.day()
        return self.text() if day is None else self._pattern(day)

    def remembered(self) -> str:
        """The day in figures where it is one, so that it survives a change of language."""
        day = self.day()
        return day.isoformat() if day else self.text()

    def open_calendar(self) -> None:
        """Opens the calendar under the field."""
        popup = CalendarPopup(self, chosen=self.day() or self._today, today=self._today)
        popup.picked.connect(self._take)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens the calendar at Alt and the down arrow."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _take(self, day: date) -> None:
        self.show_day(day)
        self.setFocus()
        self.edited.emit()

    def _pattern(self, day: date) -> str:
        chinese = self._words.language == "zh_CN"
        return day_text(day, self._words.language) if chinese else day.isoformat()


def grouped(amount: Fen) -> str:
    """The amount as it stands in a field: 50,000.00."""
    whole, fen = yuan_text(amount).split(".")
    return f"{int(whole):,}.{fen}"
