"""A bill as text, the way it is kept: whole fen and exact ratios; an itemised bill by its lines."""

import json
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.domain.bill import Bill, BillLine, ItemClass
from desktop_app.domain.money import ZERO, Fen
from desktop_app.rules.estimate.lines import bill_of_lines

Plain = int | str | None
_PARTS: Final = ("out_of_catalogue", "class_b", "over_limit")


def bill_text(bill: Bill) -> str:
    """The bill as JSON."""
    parts: dict[str, object] = {"class_b_ratio": _text(bill.class_b_ratio), "funds_paid": bill.funds_paid}
    if bill.lines:
        return json.dumps(parts | {"lines": [_line_parts(line) for line in bill.lines]})
    return json.dumps({name: getattr(bill, name) for name in ("total", *_PARTS)} | parts)


def bill_from_text(text: str) -> Bill:
    """The bill that `bill_text` wrote. Raises ValueError, KeyError or TypeError for any other text."""
    parts = json.loads(text)
    paid, ratio = parts.get("funds_paid"), _ratio(parts.get("class_b_ratio"))
    lines = parts.get("lines")
    bill = _from_sums(parts, ratio) if lines is None else bill_of_lines([_line(line) for line in lines], ratio)
    return replace(bill, funds_paid=None if paid is None else Fen(int(paid)))


def _from_sums(parts: dict[str, Plain], ratio: Fraction | None) -> Bill:
    total = Fen(int(parts["total"] or ZERO))
    outside, class_b, over = (Fen(int(parts.get(name) or ZERO)) for name in _PARTS)
    return Bill(total=total, out_of_catalogue=outside, class_b=class_b, class_b_ratio=ratio, over_limit=over)


def _line_parts(line: BillLine) -> dict[str, Plain]:
    return {
        "class": line.item_class.value,
        "price": line.price,
        "quantity": str(line.quantity),
        "price_limit": line.price_limit,
        "self_pay_ratio": _text(line.self_pay_ratio),
        "name": line.name,
    }


def _line(parts: dict[str, Plain]) -> BillLine:
    limit, name = parts["price_limit"], parts["name"]
    return BillLine(
        item_class=ItemClass(str(parts["class"])),
        price=Fen(int(parts["price"] or ZERO)),
        quantity=Fraction(str(parts["quantity"])),
        price_limit=None if limit is None else Fen(int(limit)),
        self_pay_ratio=_ratio(parts["self_pay_ratio"]),
        name=None if name is None else str(name),
    )


def _text(ratio: Fraction | None) -> str | None:
    return None if ratio is None else str(ratio)


def _ratio(text: Plain) -> Fraction | None:
    return None if text is None else Fraction(str(text))
