"""The bill of a case file: its parts as they are written, or summed up from its lines."""

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from desktop_app.domain.bill import Bill, BillLine, ItemClass
from desktop_app.domain.message import Parameter, message
from desktop_app.domain.money import ZERO, Fen, yuan_text
from desktop_app.errors import Problem
from desktop_app.rules.estimate.lines import bill_of_lines
from desktop_app.storage.case_document import ratio_text

if TYPE_CHECKING:
    from desktop_app.storage.case_schema import BillBlock, LineBlock

_PARTS: Final = ("out_of_catalogue", "class_b", "over_limit")
_OWN_RATIOS: Final = {ItemClass.A: Fraction(0), ItemClass.C: Fraction(1)}
"""What class A and C come to by themselves; a list may print it, nothing else."""


def bill_from(block: "BillBlock", at: str) -> Bill:
    """The bill of the block at this key.

    Raises Problem for a bill without total or lines, for parts that exceed it (R1), and for lines that contradict
    their class or the sums written beside them.
    """
    bill = _from_parts(block, at) if block.lines is None else _from_lines(block, block.lines, at)
    if block.funds_paid is not None and block.funds_paid > bill.total:
        raise _above_total(f"{at}.funds_paid", block.funds_paid, bill.total)
    return bill if block.funds_paid is None else replace(bill, funds_paid=block.funds_paid)


def _from_parts(block: "BillBlock", at: str) -> Bill:
    if block.total is None:
        raise Problem(message("problems.missing", key=f"{at}.total"))
    parts: dict[str, Fen] = {name: getattr(block, name) or ZERO for name in _PARTS}
    _check_parts(parts, block.total, at)
    return Bill(
        total=block.total,
        out_of_catalogue=parts["out_of_catalogue"],
        class_b=parts["class_b"],
        class_b_ratio=block.class_b_ratio,
        over_limit=parts["over_limit"],
    )


def _check_parts(parts: dict[str, Fen], total: Fen, at: str) -> None:
    """The three parts are disjoint: no part and not their sum may exceed the total (R1)."""
    for name, part in parts.items():
        if part > total:
            raise _above_total(f"{at}.{name}", part, total)
    together = Fen(sum(parts.values()))
    if together > total:
        names = tuple(f"{at}.{name}" for name, part in parts.items() if part)
        raise Problem(
            message("problems.parts_above_total", key=names, value=yuan_text(together), total=yuan_text(total))
        )


def _from_lines(block: "BillBlock", lines: "list[LineBlock]", at: str) -> Bill:
    for number, line in enumerate(lines):
        _check_ratio(line, f"{at}.lines[{number}].self_pay_ratio")
    bill = bill_of_lines([BillLine(**dict(line)) for line in lines], block.class_b_ratio)
    for name in ("total", *_PARTS):
        written, summed = getattr(block, name), getattr(bill, name)
        if written is not None and written != summed:
            raise _refused("lines_disagree", f"{at}.{name}", yuan_text(written), allowed=yuan_text(summed))
    return bill


def _check_ratio(line: "LineBlock", key: str) -> None:
    """Only class B has a share that differs from item to item."""
    if line.self_pay_ratio is None or line.item_class is ItemClass.B:
        return
    allowed = _OWN_RATIOS[line.item_class]
    if line.self_pay_ratio != allowed:
        share, letter = ratio_text(line.self_pay_ratio), line.item_class.value
        raise _refused("ratio_of_class", key, share, item_class=letter, allowed=str(allowed))


def _above_total(key: str, part: Fen, total: Fen) -> Problem:
    return _refused("part_above_total", key, yuan_text(part), total=yuan_text(total))


def _refused(id: str, key: str, value: str, **details: Parameter) -> Problem:
    return Problem(message(f"problems.{id}", key=key, value=value, **details))
