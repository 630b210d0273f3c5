"""The bill: its total, and for those who have the list of charges at hand, its parts."""

from typing import Final

from desktop_app.domain.bill import Bill
from desktop_app.domain.money import ZERO
from desktop_app.interview.draft import Answer
from desktop_app.render.words import percent
from desktop_app.ui.interview.answer_field import Asking
from desktop_app.ui.interview.typed_fields import TypedField
from desktop_app.ui.widgets.entered_field import MoneyField, PercentField
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.text import Text

_PARTS: Final = ("out_of_catalogue", "class_b", "over_limit")


class BillField(TypedField):
    """The total in a row of its own; the parts are folded away until somebody wants them.

    An itemised bill keeps its lines as long as its sums are left as they are.
    """

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        words = asking.words
        self._amounts = {name: MoneyField(words) for name in ("total", *_PARTS)}
        self._share = PercentField(words)
        self._shown: Bill | None = None
        self.column.addLayout(self.add_row("total", self._amounts["total"], asking.say("field.total")))
        self._fold = Fold(asking.say("field.more"))
        self._fold.column.addWidget(Text(asking.say("field.more_note"), "muted"))
        for name in _PARTS:
            self._fold.column.addLayout(self.add_row(name, self._amounts[name], asking.say(f"field.{name}")))
            if name == "class_b":
                description = asking.say("field.class_b_ratio_note")
                label = asking.say("field.class_b_ratio")
                self._fold.column.addLayout(self.add_row("class_b_ratio", self._share, label, description=description))
        self.column.addWidget(self._fold)
        self.offer_instead()

    def typed_value(self) -> Answer | None:
        """The bill, once there is a total and nothing is wrong with the rest."""
        total = self._amounts["total"].amount()
        wrong = any(field.problem() for field in (*self._amounts.values(), self._share))
        if total is None or wrong:
            return None
        outside, class_b, over = (self._amounts[name].amount() or ZERO for name in _PARTS)
        share = self._share.share()
        typed = Bill(total=total, out_of_catalogue=outside, class_b=class_b, class_b_ratio=share, over_limit=over)
        return typed.keeping_rest_of(self._shown) if self._shown else typed

    def put_value(self, answer: Answer) -> None:
        """Shows the bill; parts that are nothing stay empty."""
        if not isinstance(answer, Bill):
            return
        self._shown = answer
        self._amounts["total"].show_amount(answer.total)
        for name, amount in zip(_PARTS, (answer.out_of_catalogue, answer.class_b, answer.over_limit), strict=True):
            self._amounts[name].show_amount(amount or None)
        if answer.class_b_ratio is not None:
            self._share.put_back(percent(answer.class_b_ratio))
        if answer.out_of_catalogue or answer.class_b or answer.over_limit:
            self._fold.button.setChecked(True)

    def put_typed(self, typed: dict[str, str]) -> None:
        """Puts back what was typed, and shows the parts where some of it stands there."""
        super().put_typed(typed)
        if set(typed) - {"total"}:
            self._fold.button.setChecked(True)
