"""The headings of a table of cases: which column is which key of the case file, and which are the person's own."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.storage.case_values import VERSION

if TYPE_CHECKING:
    from desktop_app.storage.case_schema import Block

Path = tuple[str, ...]
NEEDED: Final = (("person.scheme",), ("care.kind",), ("care.date",), ("bill.total", "bill.lines"))
"""One of each must be among the headings, or a block that holds it."""

_WORDS: Final = {"null": None, "true": True, "false": False}
_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]*")
_DECIMAL: Final = re.compile(r"[0-9]+\.[0-9]+")
_DAY: Final = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})")
_LONGEST_WHOLE: Final = 60


class Head:
    """What the columns of a table mean.

    Raises Problem for a dotted heading the case file does not know, one that is there twice, and where what every case
    needs is missing.
    """

    def __init__(self, headings: Sequence[str]) -> None:
        self.headings = tuple(headings)
        self.meanings: dict[int, Path] = dict(_meanings(headings))
        keys = [".".join(path) for path in self.meanings.values()]
        _check_once(keys)
        _check_needed(keys)

    def own(self) -> tuple[str, ...]:
        """The headings of the person's own columns."""
        return tuple(name for position, name in enumerate(self.headings) if position not in self.meanings)

    def document(self, cells: Sequence[str]) -> dict[str, Any]:
        """The case file a row stands for: an empty cell is a key left out."""
        return {"version": VERSION, **nested((path, cells[position]) for position, path in self.meanings.items())}


def nested(cells: Iterable[tuple[Path, str]]) -> dict[str, Any]:
    """The blocks that these cells fill; a cell with nothing in it fills none."""
    document: dict[str, Any] = {}
    for path, cell in cells:
        written = cell.strip()
        if not written:
            continue
        block = document
        for step in path[:-1]:
            block = block.setdefault(step, {})
        block[path[-1]] = typed(written)
    return document


def typed(cell: str) -> object:
    """What a cell says: null, true and false, whole numbers and JSON lists or blocks; days as Excel writes them.

    Everything else stays as it is written, so that the case file's own readers decide.
    """
    if _DECIMAL.fullmatch(cell):
        return cell  # most cells are amounts
    if cell[0] in "[{":
        return _json(cell)
    if _WHOLE.fullmatch(cell) and len(cell) <= _LONGEST_WHOLE:
        return int(cell)
    if found := _DAY.fullmatch(cell):
        year, month, day = found.groups()
        return f"{year}-{month:0>2}-{day:0>2}"
    return _WORDS.get(cell.lower(), cell)


def _json(cell: str) -> object:
    """A list or block; text that is none stays text, and is refused where a list is wanted."""
    try:
        return json.loads(cell, parse_float=Decimal)
    except (ValueError, RecursionError):
        return cell


@cache
def known_paths() -> Mapping[str, Path]:
    """Every key of the case file by its path with dots, blocks among them."""
    from desktop_app.storage.case_schema import CaseBlock

    return {".".join(path): path for path in _paths(CaseBlock, ())}


def _paths(block: "type[Block]", above: Path) -> Iterator[Path]:
    from desktop_app.storage.case_schema import Block

    for name, field in block.model_fields.items():
        path = (*above, field.alias or name)
        yield path
        for kind in _alternatives(field.annotation):
            if isinstance(kind, type) and issubclass(kind, Block):
                yield from _paths(kind, path)


def _alternatives(annotation: object) -> tuple[object, ...]:
    """What a key may hold one of; what lists hold is no key of its own."""
    return get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)


def _meanings(headings: Sequence[str]) -> Iterator[tuple[int, Path]]:
    for position, heading in enumerate(headings):
        name = heading.strip()
        if name in known_paths():
            yield position, known_paths()[name]
        elif "." in name:
            raise Problem(message("batch.problem.unknown_heading", value=name, like=_like(name)))


def _like(name: str) -> tuple[str, ...]:
    """The keys that may have been meant: those of the same block, else the blocks."""
    block = name.partition(".")[0] + "."
    return tuple(key for key in known_paths() if key.startswith(block)) or tuple(
        key for key in known_paths() if "." not in key
    )


def _check_once(keys: Sequence[str]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise Problem(message("batch.problem.heading_twice", value=key))
        if within := [other for other in keys if other.startswith(f"{key}.")]:
            raise Problem(message("batch.problem.heading_within", value=within[0], block=key))


def _check_needed(keys: Sequence[str]) -> None:
    if not keys:
        raise Problem(message("batch.problem.no_heading"))
    for choices in NEEDED:
        listed = "episodes" in keys and not choices[0].startswith("person")
        if not listed and not any(choice in keys or choice.partition(".")[0] in keys for choice in choices):
            raise Problem(message("batch.problem.heading_missing", value=choices[0]))
