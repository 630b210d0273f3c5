"""The list of charges item by item (费用清单): class, price, quantity and price limit, added up as one types."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop_app.domain.bill import Bill, BillLine, ItemClass
from desktop_app.render.words import Words
from desktop_app.rules.estimate.lines import bill_of_lines
from desktop_app.ui import theme
from desktop_app.ui.estimate.rows_field import Row, RowsField
from desktop_app.ui.say import Say
from desktop_app.ui.widgets.entered_field import MoneyField, PercentField, QuantityField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text

MOST_ITEMS: Final = 80
"""More items than anybody types; the command line takes any number."""

_ONE: Final = Fraction(1)


class ItemRow(Row):
    """One item. A class C item has no limit, and only class B a share that is paid first."""

    def __init__(self, say: Say) -> None:
        words = say.words
        self.item_class = Select((each.value, say(f"class.{each.value}")) for each in ItemClass)
        self.name = LineField(placeholder=say("empty.name"))
        self.price = MoneyField(words)
        self.quantity = QuantityField(words, placeholder=say("empty.quantity"))
        self.limit = MoneyField(words, placeholder=say("empty.price_limit"))
        self.share = PercentField(words, placeholder=say("empty.self_pay_ratio"))
        fields: dict[str, LineField | Select] = {
            "price": self.price,
            "quantity": self.quantity,
            "item_class": self.item_class,
            "price_limit": self.limit,
            "self_pay_ratio": self.share,
            "name": self.name,
        }
        self.price.unit = self.limit.unit = ""  # it stands in the labels: these fields are short
        super().__init__(say, fields)
        self._sum = Text("", "small")
        self.add(
            _beside(self.rows["price"], self.rows["quantity"]),
            self.rows["item_class"],
            _beside(self.rows["price_limit"], self.rows["self_pay_ratio"]),
            self.rows["name"],
            self._sum,
        )
        self.edited.connect(self._follow)
        self._follow()

    def line(self) -> BillLine | None:
        """The line of the bill; None while its price is missing, or something is wrong."""
        price, kind = self.price.amount(), ItemClass(self.item_class.value)
        if price is None or self.faults():
            return None
        return BillLine(
            item_class=kind,
            price=price,
            quantity=self.quantity.quantity() or _ONE,
            price_limit=None if kind is ItemClass.C else self.limit.amount(),
            self_pay_ratio=self.share.share() if kind is ItemClass.B else None,
            name=self.name.text().strip() or None,
        )

    def faults(self) -> dict[str, str]:
        """What cannot be read, and a price that is missing."""
        if self.is_blank():
            return {}
        if unread := self.unread():
            return unread
        return {"price": self.say("wrong.price")} if self.price.amount() is None else {}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Shows what matters to the class that is put back."""
        super().put_back(kept)
        self._follow()

    def _follow(self) -> None:
        """Shows what matters to the class, and what the line comes to."""
        kind = ItemClass(self.item_class.value)
        self.rows["price_limit"].setVisible(kind is not ItemClass.C)
        self.rows["self_pay_ratio"].setVisible(kind is ItemClass.B)
        line = self.line()
        self._sum.setVisible(line is not None)
        if line is not None:
            bill = bill_of_lines([line])
            id = "amount.over" if bill.over_limit else "amount.line"
            self._sum.setText(self.say(id, amount=bill.total, over=bill.over_limit))


class ItemsField(RowsField[ItemRow]):
    """The items, as one field of the form, and what they add up to."""

    def __init__(self, words: Words) -> None:
        say = Say("items", words)
        super().__init__(say, lambda: ItemRow(say), most=MOST_ITEMS)
        self._say = say
        self._sum = Text("", "small")
        self._column.addWidget(self._sum)
        self.edited.connect(self._follow)
        self._follow()

    def bill(self, class_b_ratio: Fraction | None) -> Bill | None:
        """The bill that the whole items make; None while there is none. The ratio is for class B without its own."""
        lines = [line for row in self.rows if (line := row.line()) is not None]
        return bill_of_lines(lines, class_b_ratio) if lines else None

    def title(self) -> str:
        """What the line says under which the items lie: how many there are and what they come to."""
        bill = self.bill(None)
        if bill is None:
            return self._say("field.fold")
        return self._say("field.fold_filled", count=len(bill.lines), total=bill.total)

    def put_back(self, text: str) -> None:
        """Adds up what is put back."""
        super().put_back(text)
        self._follow()

    def _follow(self) -> None:
        bill = self.bill(None)
        self._sum.setVisible(bill is not None)
        if bill is not None:
            parts = {"outside": bill.out_of_catalogue, "class_b": bill.class_b, "over": bill.over_limit}
            self._sum.setText(self._say("amount.sum", total=bill.total, **parts))


def _beside(left: FormRow, right: FormRow) -> QGridLayout:
    """Two short fields beside each other; alone, one has the whole width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.UNIT)
    for column, row in enumerate((left, right)):
        grid.addWidget(row, 0, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(column, 1)
    return grid
