"""Text in columns on a terminal, where a Chinese character takes two places."""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows with their cells below each other, two spaces between the columns. All rows have the same length."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (widest - width(cell)) for cell, widest in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def width(text: str) -> int:
    """The places a text takes on a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
