"""Other bills of the year (今年还有别的账单): rows to add and take away, each a bill with its day and its parts."""

import json
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.message import message
from desktop_app.domain.money import ZERO, Fen
from desktop_app.interview import checks
from desktop_app.interview.draft import Draft
from desktop_app.interview.other_bills import OtherBill
from desktop_app.interview.setting import Setting
from desktop_app.render.words import Words
from desktop_app.ui import theme
from desktop_app.ui.widgets.buttons import quiet_button, secondary_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.entered_field import DateField, MoneyField, PercentField
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text

MOST_BILLS: Final = 40
"""More bills than anybody brings by hand; the command line takes any number."""

_PARTS: Final = ("out_of_catalogue", "class_b", "class_b_ratio", "over_limit")
_KINDS: Final = (
    CareKind.INPATIENT,
    CareKind.OUTPATIENT,
    CareKind.CHRONIC_OUTPATIENT,
    CareKind.EMERGENCY_OUTPATIENT,
)


class BillRow(Card):
    """One bill. What is typed is read at any moment; a row in which nothing stands is no bill."""

    edited = Signal()
    unwanted = Signal()

    def __init__(self, words: Words, setting: Setting) -> None:
        super().__init__(spacing=theme.UNIT)
        self._words, self._setting = words, setting
        self.day, self.total = DateField(words, today=setting.today), MoneyField(words)
        self.kind = Select((kind.value, self._term("kind", kind)) for kind in _KINDS)
        levels = sorted(Level, key=lambda level: level is not Level.UNKNOWN)
        self.level = Select((level.value, self._term("level", level)) for level in levels)
        self.place = Select((place, self._say(f"place.{place}")) for place in ("same", "home"))
        self.amounts = {name: MoneyField(words) for name in _PARTS if name != "class_b_ratio"}
        self.share = PercentField(words)
        self.fields: dict[str, LineField | Select] = {
            "day": self.day,
            "kind": self.kind,
            "level": self.level,
            "place": self.place,
            "total": self.total,
            **self.amounts,
            "class_b_ratio": self.share,
        }
        self.title = Text("", "strong")
        self._lay_out()
        for field in self.fields.values():
            field.edited.connect(self.edited)

    def bill(self) -> OtherBill | None:
        """The bill; None while its day or its total is missing, or something is wrong."""
        day, total = self.day.day(), self.total.amount()
        if day is None or total is None or self.problem():
            return None
        return OtherBill(
            day=day,
            kind=CareKind(self.kind.value),
            level=Level(self.level.value),
            at_home=self.place.value == "home",
            bill=self._bill(total),
        )

    def problem(self) -> str:
        """What is wrong with it, in a sentence; a row in which nothing stands is not wrong."""
        lines = [field for field in self.fields.values() if isinstance(field, LineField)]
        if not any(field.text().strip() for field in lines):
            return ""
        unread = next((field.problem() for field in lines if field.problem()), "")
        day, total = self.day.day(), self.total.amount()
        if unread or day is None or total is None:
            return unread or self._words.text(message("year.wrong.incomplete"))
        found = checks.day_is_plausible(Draft(), day, self._setting)
        found = found or checks.parts_fit_total(Draft(), self._bill(total), self._setting)
        return self._words.text(found) if found else ""

    def remembered(self) -> dict[str, str]:
        """What stands in its fields."""
        return {name: field.remembered() for name, field in self.fields.items()}

    def put_back(self, kept: dict[str, str]) -> None:
        """Puts that back."""
        for name, field in self.fields.items():
            if name in kept:
                field.put_back(kept[name])
        if any(kept.get(name) for name in _PARTS):
            self._fold.button.setChecked(True)

    def _bill(self, total: Fen) -> Bill:
        outside, class_b, over = (field.amount() or ZERO for field in self.amounts.values())
        share = self.share.share()
        return Bill(total=total, out_of_catalogue=outside, class_b=class_b, class_b_ratio=share, over_limit=over)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        remove = quiet_button(self._say("button.remove"), "x")
        remove.clicked.connect(self.unwanted)
        head.addWidget(self.title, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        self.add(head)
        for name in ("day", "kind", "level", "place", "total"):
            self.add(self._row(name))
        self._fold = Fold(self._say("field.parts"))
        for name in _PARTS:
            self._fold.column.addWidget(self._row(name))
        self.add(self._fold)

    def _row(self, name: str) -> FormRow:
        return FormRow(self._say(f"field.{name}"), self.fields[name])

    def _say(self, id: str) -> str:
        return self._words.text(message(f"year.{id}"))

    def _term(self, group: str, member: CareKind | Level) -> str:
        return self._words.text(message(f"terms.{group}.{member.value}"))


class BillsField(QWidget):
    """The other bills of the year, as one field of the form. `left` tells that a line was typed to its end."""

    edited = Signal()
    left = Signal()

    def __init__(self, words: Words, setting: Setting) -> None:
        super().__init__()
        self._words, self._setting = words, setting
        self.rows: list[BillRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.button = secondary_button(self._say("button.add"), "plus")
        self.button.clicked.connect(self._add_and_go_there)
        self._column.addWidget(self.button)

    def bills(self) -> tuple[OtherBill, ...]:
        """The bills that stand there whole."""
        return tuple(bill for row in self.rows if (bill := row.bill()) is not None)

    def problem(self) -> str:
        """What is wrong with the first bill that is wrong, with its number."""
        for number, row in enumerate(self.rows, 1):
            if found := row.problem():
                return self._words.text(message("year.wrong.bill", number=number, problem=found))
        return ""

    def remembered(self) -> str:
        """What stands in all rows."""
        return json.dumps([row.remembered() for row in self.rows], ensure_ascii=False) if self.rows else ""

    def put_back(self, text: str) -> None:
        """Puts the rows back; a text that is none leaves it empty."""
        for row in list(self.rows):
            self._drop(row)
        for kept in _rows_in(text):
            self._add().put_back(kept)

    def first_to_mend(self) -> QWidget:
        """Where to go on: the first bill that is wrong, else the button that adds one."""
        wrong = next((row for row in self.rows if row.problem()), None)
        return wrong.day if wrong else self.button

    def _add(self) -> BillRow:
        row = BillRow(self._words, self._setting)
        row.edited.connect(self.edited)
        for field in row.fields.values():
            if isinstance(field, LineField):
                field.editingFinished.connect(self.left)
        row.unwanted.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        self._number()
        return row

    def _add_and_go_there(self) -> None:
        self._add().day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _remove(self, row: BillRow) -> None:
        self._drop(row)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _drop(self, row: BillRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, 1):
            title = self._words.text(message("year.field.title", number=number))
            row.title.setText(title)
            row.setAccessibleName(title)
        self.button.setEnabled(len(self.rows) < MOST_BILLS)

    def _say(self, id: str) -> str:
        return self._words.text(message(f"year.{id}"))


def _rows_in(text: str) -> Iterable[dict[str, str]]:
    """The rows that were remembered, as far as they can be read."""
    try:
        kept = json.loads(text) if text else []
    except ValueError:
        return []
    rows = kept if isinstance(kept, list) else []
    return [{str(name): str(value) for name, value in row.items()} for row in rows if isinstance(row, dict)][
        :MOST_BILLS
    ]
