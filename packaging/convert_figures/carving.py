"""What is left of an entry once parts of it are covered, as few entries as can say it."""

from collections.abc import Iterator, Mapping, Sequence

Cell = tuple[str, ...]
"""One value of every axis."""

Box = tuple[tuple[str, ...], ...]
"""Some values of every axis: all cells with one of each."""


def boxes(cells: Sequence[Cell]) -> Iterator[Box]:
    """Boxes that hold these cells and no other, none twice; values keep the order in which cells bring them."""
    if not cells or not cells[0]:
        yield from [()] * bool(cells)
        return
    rests = {first: tuple(cell[1:] for cell in cells if cell[0] == first) for first, *_ in cells}
    for rest in dict.fromkeys(rests.values()):
        values = tuple(first for first, own in rests.items() if own == rest)
        yield from ((values, *box) for box in boxes(rest))


def narrowed(box: Box, axes: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The box as conditions: an axis of which it holds everything restricts nothing."""
    return {
        axis: list(values) for (axis, every), values in zip(axes.items(), box, strict=True) if len(values) < len(every)
    }
