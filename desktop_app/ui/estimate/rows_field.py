"""A field that is a list of rows to add and take away, each with its number: bills of a year, items of a bill."""

import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.say import Say
from desktop_app.ui.widgets.buttons import quiet_button, secondary_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text

_SPACING: Final = 12


class Row(Card):
    """One row, read at any moment; one in which nothing stands is none. What is wrong with it stands beside a field."""

    edited = Signal()
    unwanted = Signal()

    def __init__(self, say: Say, fields: Mapping[str, LineField | Select]) -> None:
        super().__init__(spacing=theme.UNIT)
        self.say, self.fields = say, dict(fields)
        self.rows = {name: FormRow(say(f"field.{name}"), field) for name, field in self.fields.items()}
        self.title = Text("", "strong")
        head = QHBoxLayout()
        self._remove = quiet_button(say("button.remove"), "x")
        self._remove.clicked.connect(self.unwanted)
        head.addWidget(self.title, 1)
        head.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignRight)
        self.add(head)
        for field in self.fields.values():
            field.edited.connect(self.edited)

    def faults(self) -> dict[str, str]:
        """What is wrong, in a sentence each, by the field it stands beside."""
        raise NotImplementedError

    def problem(self) -> str:
        """The first of it."""
        return next(iter(self.faults().values()), "")

    def show_faults(self, *, new: bool) -> None:
        """Says beside its fields what is wrong; takes back what is mended. `new` ones wait until a line is left."""
        faults = self.faults()
        for name, row in self.rows.items():
            if new or row.error.text():
                row.show_error(faults.get(name, ""))

    def stops(self) -> list[QWidget]:
        """Where the tabulator stops, in order: the fields, then the way to take the row away."""
        return [*self.fields.values(), self._remove]

    def entrance(self) -> QWidget:
        """Where the keyboard goes when somebody turns to it: what is wrong, else its first field."""
        return self.fields[next(iter(self.faults()), next(iter(self.fields)))]

    def remembered(self) -> dict[str, str]:
        """What stands in its fields."""
        return {name: field.remembered() for name, field in self.fields.items()}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Puts that back."""
        for name, field in self.fields.items():
            if name in kept:
                field.put_back(kept[name])

    def is_blank(self) -> bool:
        """Whether nothing was typed into it; what is chosen from a list does not count."""
        return not any(field.text().strip() for field in self.fields.values() if isinstance(field, LineField))

    def unread(self) -> dict[str, str]:
        """What cannot be read, by field."""
        found = ((name, field.problem()) for name, field in self.fields.items())
        return {name: sentence for name, sentence in found if sentence}


R = TypeVar("R", bound=Row)


class RowsField(QWidget, Generic[R]):
    """The rows as one field of the form. `left` tells that a line was typed to its end."""

    edited = Signal()
    left = Signal()

    def __init__(self, say: Say, make_row: Callable[[], R], *, most: int) -> None:
        super().__init__()
        self._say_row, self._make_row, self._most = say, make_row, most
        self.rows: list[R] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_SPACING)
        self.button = secondary_button(say("button.add"), "plus")
        self.button.clicked.connect(self._add_and_go_there)
        self._column.addWidget(self.button)

    def problem(self) -> str:
        """What is wrong with the first row that is wrong, with its number."""
        for number, row in enumerate(self.rows, 1):
            if found := row.problem():
                return self._say_row("wrong.row", number=number, problem=found)
        return ""

    def show_faults(self, *, new: bool) -> None:
        """Says in every row what is wrong there."""
        for row in self.rows:
            row.show_faults(new=new)

    def remembered(self) -> str:
        """What stands in all rows."""
        return json.dumps([row.remembered() for row in self.rows], ensure_ascii=False) if self.rows else ""

    def put_back(self, text: str) -> None:
        """Puts the rows back; a text that is none leaves it empty."""
        for row in list(self.rows):
            self._drop(row)
        for kept in _rows_in(text, self._most):
            self._add().put_back(kept)

    def first_to_mend(self) -> QWidget:
        """Where to go on: the first row that is wrong, else the button that adds one."""
        wrong = next((row for row in self.rows if row.problem()), None)
        return wrong.entrance() if wrong else self.button

    def _add(self) -> R:
        row = self._make_row()
        row.edited.connect(self.edited)
        for field in row.fields.values():
            if isinstance(field, LineField):
                field.editingFinished.connect(self.left)
        row.unwanted.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        for stop, after in pairwise([_stop_before(self.button), *row.stops(), self.button]):
            QWidget.setTabOrder(stop, after)  # a row that comes later would be reached after everything else
        self._number()
        return row

    def _add_and_go_there(self) -> None:
        self._add().entrance().setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _remove(self, row: R) -> None:
        self._drop(row)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _drop(self, row: R) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, 1):
            title = self._say_row("field.title", number=number)
            row.title.setText(title)
            row.setAccessibleName(title)
        self.button.setEnabled(len(self.rows) < self._most)


def _stop_before(widget: QWidget) -> QWidget:
    """Where the tabulator stops just before this; the widget itself where it stops nowhere else."""
    before = widget.previousInFocusChain()
    while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    return before or widget


def _rows_in(text: str, most: int) -> list[dict[str, str]]:
    """The rows that were remembered, as far as they can be read."""
    try:
        kept = json.loads(text) if text else []
    except ValueError:
        return []
    rows = kept if isinstance(kept, list) else []
    found = [{str(name): str(value) for name, value in row.items()} for row in rows if isinstance(row, dict)]
    return found[:most]
