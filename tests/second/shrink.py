"""Makes a case on which two readings disagree as small as it gets, so that it can be worked out by hand."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from decimal import Decimal
from typing import Any

Document = dict[str, Any]
Path = tuple[str | int, ...]
KEPT = frozenset({"version", "person", "scheme", "figures", "care", "bill", "kind", "date", "total", "deductible"})


def shrunk(document: Document, disagrees: Callable[[Document], bool]) -> Document:
    """The smallest case found by leaving things out and making numbers rounder; `disagrees` is false for no case."""
    while True:
        smaller = next(filter(disagrees, _smaller(document)), None)
        if smaller is None:
            return document
        document = smaller


def _smaller(document: Document) -> Iterator[Document]:
    """Every document one step smaller: an entry left out, or a number that is shorter to write."""
    for path, value in _entries(document):
        for instead in _simpler(path, value):
            copy = deepcopy(document)
            block: Any = copy
            for step in path[:-1]:
                block = block[step]
            if instead is None:
                del block[path[-1]]
            else:
                block[path[-1]] = instead
            yield copy


def _entries(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Everything in a document with the keys that lead there, the outside first."""
    inside: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    for key, part in inside:
        yield (*path, key), part
        yield from _entries(part, (*path, key))


def _simpler(path: Path, value: object) -> Iterator[Decimal | int | None]:
    """What could stand there instead; None leaves it out. Each is strictly simpler, so that shrinking ends."""
    if path[-1] not in KEPT:
        yield None
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        number = Decimal(value)
        rounder = [number.quantize(Decimal(1).scaleb(place)) for place in (number.adjusted(), 2, 0, -1)]
        rounder += [number.scaleb(-1)] if number >= 10 else []
        for candidate in (Decimal(0), Decimal(1), Decimal("0.5"), *rounder):
            if _length(candidate) < _length(number):
                yield int(candidate) if candidate == int(candidate) else candidate


def _length(number: Decimal) -> tuple[int, Decimal]:
    """How much there is to write down: significant digits first, then the size."""
    plain = number.normalize()
    return len(plain.as_tuple().digits) + (not plain.is_zero()), abs(plain)
