"""Other bills of the year (今年还有别的账单): rows to add and take away, each a bill with its day and its parts."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.message import message
from desktop_app.domain.money import ZERO, Fen
from desktop_app.interview import checks
from desktop_app.interview.draft import Draft
from desktop_app.interview.other_bills import OtherBill
from desktop_app.interview.setting import Setting
from desktop_app.render.words import Words
from desktop_app.ui.estimate.rows_field import Row, RowsField
from desktop_app.ui.say import Say
from desktop_app.ui.widgets.entered_field import DateField, MoneyField, PercentField
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.select import Select

MOST_BILLS: Final = 40
"""More bills than anybody brings by hand; the command line takes any number."""

_PARTS: Final = ("out_of_catalogue", "class_b", "class_b_ratio", "over_limit")
_KINDS: Final = (
    CareKind.INPATIENT,
    CareKind.OUTPATIENT,
    CareKind.CHRONIC_OUTPATIENT,
    CareKind.EMERGENCY_OUTPATIENT,
)


class BillRow(Row):
    """One bill."""

    def __init__(self, say: Say, setting: Setting) -> None:
        words = say.words
        self._setting = setting
        self.day, self.total = DateField(words, today=setting.today), MoneyField(words)
        self.kind = Select((kind.value, _term(words, "kind", kind)) for kind in _KINDS)
        levels = sorted(Level, key=lambda level: level is not Level.UNKNOWN)
        self.level = Select((level.value, _term(words, "level", level)) for level in levels)
        self.place = Select((place, say(f"place.{place}")) for place in ("same", "home"))
        self.amounts = {name: MoneyField(words) for name in _PARTS if name != "class_b_ratio"}
        self.share = PercentField(words)
        whole: dict[str, LineField | Select] = {
            "day": self.day,
            "kind": self.kind,
            "level": self.level,
            "place": self.place,
            "total": self.total,
        }
        parts = {name: self.amounts.get(name, self.share) for name in _PARTS}
        super().__init__(say, {**whole, **parts})
        self.add(*(self.rows[name] for name in whole))
        self._fold = Fold(say("field.parts"))
        for name in _PARTS:
            self._fold.column.addWidget(self.rows[name])
        self.add(self._fold)

    def stops(self) -> list[QWidget]:
        """The line under which the parts lie stands before them."""
        stops = super().stops()
        return [*stops[: -len(_PARTS) - 1], self._fold.button, *stops[-len(_PARTS) - 1 :]]

    def bill(self) -> OtherBill | None:
        """The bill; None while its day or its total is missing, or something is wrong."""
        day, total = self.day.day(), self.total.amount()
        if day is None or total is None or self.faults():
            return None
        return OtherBill(
            day=day,
            kind=CareKind(self.kind.value),
            level=Level(self.level.value),
            at_home=self.place.value == "home",
            bill=self._bill(total),
        )

    def faults(self) -> dict[str, str]:
        """What cannot be read, what is missing, and parts that are more than the whole."""
        if self.is_blank():
            return {}
        day, total = self.day.day(), self.total.amount()
        if unread := self.unread():
            return unread
        if day is None or total is None:
            missing = "total" if total is None and day is not None else "day"
            return {missing: self.say("wrong.incomplete")}
        far = checks.day_is_plausible(Draft(), day, self._setting)
        if far:
            return {"day": self.say.words.text(far)}
        misfit = checks.parts_fit_total(Draft(), self._bill(total), self._setting)
        beside = "class_b" if self.amounts["class_b"].amount() else "out_of_catalogue"
        return {beside: self.say.words.text(misfit)} if misfit else {}

    def show_faults(self, *, new: bool) -> None:
        """Opens the parts where something is wrong with them."""
        super().show_faults(new=new)
        if any(self.rows[name].error.text() for name in _PARTS):
            self._fold.button.setChecked(True)

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Opens the parts where something stands in them."""
        super().put_back(kept)
        if any(kept.get(name) for name in _PARTS):
            self._fold.button.setChecked(True)

    def _bill(self, total: Fen) -> Bill:
        outside, class_b, over = (field.amount() or ZERO for field in self.amounts.values())
        share = self.share.share()
        return Bill(total=total, out_of_catalogue=outside, class_b=class_b, class_b_ratio=share, over_limit=over)


class BillsField(RowsField[BillRow]):
    """The other bills of the year, as one field of the form."""

    def __init__(self, words: Words, setting: Setting) -> None:
        say = Say("year", words)
        super().__init__(say, lambda: BillRow(say, setting), most=MOST_BILLS)

    def bills(self) -> tuple[OtherBill, ...]:
        """The bills that stand there whole."""
        return tuple(bill for row in self.rows if (bill := row.bill()) is not None)


def _term(words: Words, group: str, member: CareKind | Level) -> str:
    return words.text(message(f"terms.{group}.{member.value}"))
