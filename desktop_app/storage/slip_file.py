"""Slip files: from a document to a `Slip`. Everything that cannot stand on a slip is refused in one sentence."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.message import message
from desktop_app.domain.money import Fen, yuan_text
from desktop_app.domain.slip import PARTS, TOLERANCE, Slip, SlipLine
from desktop_app.errors import Problem
from desktop_app.storage.case_file import problem_of

if TYPE_CHECKING:
    from desktop_app.storage.slip_schema import SlipBlock


def read_slip(path: Path) -> Slip:
    """The slip in a JSON or YAML file.

    Raises Problem for a file that cannot be read, unknown lines, amounts that are none, and parts above the total.
    """
    from desktop_app.storage.case_text import read_document

    return parse_slip(read_document(path))


def parse_slip(document: object) -> Slip:
    """The slip a document describes, checked. A line that is null or left out is not stated."""
    block = _validated(document)
    amounts = {line: getattr(block, line.value) for line in SlipLine}
    stated = tuple((line, amount) for line, amount in amounts.items() if amount is not None)
    return checked_slip(Slip(stated))


def checked_slip(slip: Slip) -> Slip:
    """The slip, if it can be one. Raises Problem for an empty one, and for a line or parts above the total.

    Funds, account and cash that miss the total are no reason to refuse it: that is worth asking about.
    """
    if not slip.stated:
        raise Problem(message("problems.slip_empty", allowed=tuple(SlipLine)))
    total = slip.amount(SlipLine.TOTAL)
    if total is None:
        return slip
    for line, amount in slip.stated:
        if amount > total:
            raise Problem(
                message("problems.part_above_total", key=line.value, value=yuan_text(amount), total=yuan_text(total))
            )
    parts = {line.value: slip.amount(line) or Fen(0) for line in PARTS if slip.amount(line)}
    if sum(parts.values()) > total + TOLERANCE:
        together, whole = yuan_text(Fen(sum(parts.values()))), yuan_text(total)
        raise Problem(message("problems.parts_above_total", key=tuple(parts), value=together, total=whole))
    return slip


def _validated(document: object) -> "SlipBlock":
    from pydantic import ValidationError

    from desktop_app.storage.slip_schema import SlipBlock

    try:
        return SlipBlock.model_validate(document)
    except ValidationError as error:
        raise problem_of(error.errors(include_url=False)[0], whole="slip") from None
