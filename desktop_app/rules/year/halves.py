"""A range cut in two: figures whose lowest and highest values differ in single numbers, some of them inside structures.

Whatever lies in the whole range lies in one of its halves, so a bound over both halves is one over the whole.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

from desktop_app.domain.figure import Figure

Path = tuple[str | int, ...]
"""The way to a number inside a figure: names of fields and places in rows; empty for a figure that is a number."""


def open_numbers(low: object, high: object, path: Path = ()) -> Iterator[Path]:
    """The ways to all numbers that differ between `low` and `high`; one without an end cannot be cut."""
    if low == high or low is None or high is None:
        return
    if isinstance(low, int | Fraction):
        yield path
    elif isinstance(low, tuple) and isinstance(high, tuple):
        for place, (one, other) in enumerate(zip(low, high, strict=True)):
            yield from open_numbers(one, other, (*path, place))
    elif is_dataclass(low):
        for field in fields(low):
            yield from open_numbers(getattr(low, field.name), getattr(high, field.name), (*path, field.name))


def halves(figure: Figure[object], path: Path) -> tuple[Figure[object], Figure[object]]:
    """The figure with the lower and with the upper half of one number's range."""
    low, high = _number(figure.low, path), _number(figure.high, path)
    return _cut(figure, path, low, _middle(low, high)), _cut(figure, path, _middle(low, high, above=True), high)


def in_the_middle(figure: Figure[object], path: Path) -> Figure[object]:
    """The figure with one number known."""
    middle = _middle(_number(figure.low, path), _number(figure.high, path))
    return _cut(figure, path, middle, middle)


def _middle(low: int | Fraction, high: int | Fraction, *, above: bool = False) -> int | Fraction:
    """The middle; of two whole numbers with none between them, or a no and a yes, the one or the other."""
    if isinstance(low, bool):
        return high if above else low
    if isinstance(low, int) and isinstance(high, int):
        return (low + high) // 2 + above
    return (low + high) / Fraction(2)


def _cut(figure: Figure[object], path: Path, low: int | Fraction, high: int | Fraction) -> Figure[object]:
    likely = min(max(_number(figure.value, path), low), high)
    ends = ((figure.value, likely), (figure.low, low), (figure.high, high))
    value, least, most = (_with_number(whole, path, number) for whole, number in ends)
    return Figure(value, least, most, figure.provenance)


def _number(whole: object, path: Path) -> int | Fraction:
    part = whole
    for step in path:
        part = part[step] if isinstance(part, tuple) and isinstance(step, int) else getattr(part, str(step))
    assert isinstance(part, int | Fraction)
    return part


def _with_number(whole: object, path: Path, number: int | Fraction) -> object:
    if not path:
        return number
    step, *rest = path
    if isinstance(whole, tuple) and isinstance(step, int):
        changed = _with_number(whole[step], tuple(rest), number)
        return (*whole[:step], changed, *whole[step + 1 :])
    changed = _with_number(getattr(whole, str(step)), tuple(rest), number)
    return replace(whole, **{str(step): changed})  # type: ignore[type-var]  # an instance, see open_numbers
