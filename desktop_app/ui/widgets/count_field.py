"""Whole numbers: an age, the number of a stay."""

import unicodedata

from desktop_app.ui.widgets.line_field import LineField


class CountField(LineField):
    """A field for a whole number between two bounds."""

    def __init__(self, lowest: int, highest: int, *, unit: str = "", placeholder: str = "") -> None:
        super().__init__(unit=unit, placeholder=placeholder)
        self._lowest, self._highest = lowest, highest

    def count(self) -> int | None:
        """The number; None while the field is empty or wrong."""
        typed = unicodedata.normalize("NFKC", self.text()).strip()
        if not (typed.isascii() and typed.isdigit()):
            return None
        number = int(typed[:9])
        return number if self._lowest <= number <= self._highest else None

    def problem(self) -> str:
        """What is wrong with the number, with the value as typed."""
        if not self.text().strip() or self.count() is not None:
            return ""
        sentence = self.tr("“%1” does not fit. A whole number from %2 to %3.")
        return (
            sentence.replace("%1", self.text().strip())
            .replace("%2", str(self._lowest))
            .replace("%3", str(self._highest))
        )
