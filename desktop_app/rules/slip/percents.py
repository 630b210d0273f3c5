"""Round percentages, as they stand in documents."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

HUNDREDTH: Final = Fraction(1, 100)
ROUND: Final = (5, 1)


def whole_percents(highest: int) -> Iterator[tuple[int, int]]:
    """Per cents from 0 up with how round they are: 0 for the fives, 1 for the rest."""
    for percent in range(highest + 1):
        yield percent, next(place for place, step in enumerate(ROUND) if percent % step == 0)
