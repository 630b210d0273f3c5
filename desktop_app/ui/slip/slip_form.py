"""The slip's lines in its own order and by its own names; only what stands on the paper is filled in."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.slip import Slip, SlipLine
from desktop_app.render.words import Words
from desktop_app.ui import theme
from desktop_app.ui.slip.say import Say
from desktop_app.ui.widgets.button_row import ButtonRow
from desktop_app.ui.widgets.buttons import primary_button, quiet_button
from desktop_app.ui.widgets.entered_field import MoneyField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.text import Text


class SlipForm(QWidget):
    """One field a line. `submitted` asks for the comparison, `changed` tells that an earlier one is out of date."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = Say(words)
        self.fields = {line: MoneyField(words) for line in SlipLine}
        self._objections: dict[SlipLine, str] = {}
        self.rows = {line: FormRow(say.label(line), field) for line, field in self.fields.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Text(say("page.lines"), "strong"))
        column.addWidget(Text(say("page.lines_hint"), "small"))
        for line, row in self.rows.items():
            self.fields[line].setObjectName(f"slip_{line.value}")
            self.fields[line].edited.connect(self._follow)
            self.fields[line].editingFinished.connect(self._show_problems)
            self.fields[line].returnPressed.connect(self.submitted)
            column.addWidget(row)
        self.compare = primary_button(say("page.compare"), "scale")
        self.compare.clicked.connect(self.submitted)
        clear = quiet_button(say("page.clear"))
        clear.clicked.connect(self.clear)
        column.addSpacing(theme.UNIT)
        column.addWidget(ButtonRow([self.compare], [clear]))

    def slip(self) -> Slip:
        """What stands in the fields."""
        amounts = ((line, field.amount()) for line, field in self.fields.items())
        return Slip(tuple((line, amount) for line, amount in amounts if amount is not None))

    def wrong(self) -> bool:
        """Shows what cannot be read, with the keyboard on the first of it; whether there is any."""
        self._show_problems()
        first = next((field for field in self.fields.values() if field.problem()), None)
        if first is not None:
            first.setFocus()
        return first is not None

    def object_to(self, key: str, sentence: str) -> bool:
        """Says beside a line what is wrong with it; whether there is such a line."""
        line = next((line for line in self.rows if line.value == key), None)
        if line is not None:
            self._objections = {line: sentence}
            self._show_problems()
            self.fields[line].setFocus()
        return line is not None

    def remembered(self) -> dict[str, str]:
        """What stands in the fields."""
        return {f"line_{line.value}": field.remembered() for line, field in self.fields.items()}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Puts it back."""
        for line, field in self.fields.items():
            field.put_back(kept.get(f"line_{line.value}", ""))
        self._objections = {}
        self._show_problems()

    def clear(self) -> None:
        """Empties every field, for another slip."""
        self.put_back({})
        self.changed.emit()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Puts it into the first line."""
        self.fields[SlipLine.TOTAL].setFocus()

    def _follow(self) -> None:
        """Takes an error back as soon as it is mended."""
        self._objections = {}
        for line, row in self.rows.items():
            if row.error.text() and not self.fields[line].problem():
                row.show_error("")
        self.changed.emit()

    def _show_problems(self) -> None:
        for line, row in self.rows.items():
            row.show_error(self.fields[line].problem() or self._objections.get(line, ""))
