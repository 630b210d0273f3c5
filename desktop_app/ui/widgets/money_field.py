"""Amounts of money as people type them: exact to the fen, never a float."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from desktop_app.domain.money import Fen, fen_from_yuan, yuan_text
from desktop_app.ui.widgets.line_field import LineField

LARGEST: Final = Fen(100_000_000_00)
"""A hundred million yuan: no bill is larger, and a slip of the finger is seen at once."""

_NUMBER: Final = re.compile(r"¥?([+-]?)(\d{1,18}(?:\.\d*)?|\.\d+)(\u4e07?)\u5143?", re.ASCII)  # 万, 元


class NotMoneyError(ValueError):
    """What was typed is no amount that a bill can have; `reason` is "number", "negative", "fine" or "large"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_money(text: str) -> Fen | None:
    """The amount in a text as typed: 50000, 50,000.00, ¥5万, full-width digits too. None for an empty text.

    Raises NotMoneyError for anything else.
    """
    plain = re.sub(r"[\s,_']", "", unicodedata.normalize("NFKC", text)).replace("−", "-")
    if not plain:
        return None
    match = _NUMBER.fullmatch(plain)
    if not match:
        raise NotMoneyError("number")
    sign, digits, myriad = match.groups()
    yuan = Decimal(digits) * (10_000 if myriad else 1)
    if sign == "-" and yuan:
        raise NotMoneyError("negative")
    if yuan * 100 > LARGEST:
        raise NotMoneyError("large")
    try:
        return fen_from_yuan(yuan)
    except ValueError as error:
        raise NotMoneyError("fine") from error


def grouped(amount: Fen) -> str:
    """The amount as it stands in a field: 50,000.00."""
    whole, fen = yuan_text(amount).split(".")
    return f"{int(whole):,}.{fen}"


class MoneyField(LineField):
    """A field for an amount in yuan. It is written out neatly when the person moves on, and left alone while wrong."""

    def __init__(self, *, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder)
        self.unit = self.tr("yuan")
        self.editingFinished.connect(self._write_out)

    def amount(self) -> Fen | None:
        """The amount; None while the field is empty or wrong."""
        try:
            return read_money(self.text())
        except NotMoneyError:
            return None

    def show_amount(self, amount: Fen | None) -> None:
        """Shows an amount; None empties the field."""
        self.setText("" if amount is None else grouped(amount))

    def problem(self) -> str:
        """What is wrong with the amount, with the value as typed."""
        try:
            read_money(self.text())
        except NotMoneyError as error:
            return self._sentence(error.reason).replace("%1", self.text().strip())
        return ""

    def _sentence(self, reason: str) -> str:
        return {
            "number": self.tr("“%1” is not an amount. Write it in figures, for example 50000 or 50,000.00."),
            "negative": self.tr("“%1” is below zero. An amount is 0 or more."),
            "fine": self.tr("“%1” is finer than a fen. Two decimal places at most."),
            "large": self.tr("“%1” is more than 100 million yuan. Please check the number of zeros."),
        }[reason]

    def _write_out(self) -> None:
        amount = self.amount()
        if amount is not None:
            self.setText(grouped(amount))
