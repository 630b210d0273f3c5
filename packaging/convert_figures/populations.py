"""The spread of a figure over the areas whose own it may be called, between two percentiles (see `widening.py`)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil
from typing import Final

Amount = Decimal | None
"""A number of the dataset; None for a cap that is none, which lies above every number."""

Key = tuple[str, ...]
"""What is compared with what: scheme, part, figure, level …"""

Group = tuple[str, str]
"""Figures that are widened together: the part they belong to, and the figure's name."""

STEPS: Final[Mapping[str, Decimal]] = {
    "tenth": Decimal("0.1"),
    "twentieth": Decimal("0.05"),
    "fortieth": Decimal("0.025"),
    "hundredth": Decimal("0.01"),
    "everything": Decimal(0),
}
"""How far a spread may reach, by name, narrowest first: the share of the figures left out at either end."""

_FIGURE: Final = {
    "cap_retired": "cap",
    "basic_cap": "cap",
    "supplement_ratio": "supplement",
    "supplement_cap": "supplement",
}

ENOUGH: Final = 5
"""So many areas of the province make a spread of their own; with fewer, or all of one mind, the country's is taken."""


def group_of(key: Key) -> Group:
    """What is widened together with this: every level, status and scheme, and all terms of one insurance."""
    _, part, name, *_ = key
    figure = _FIGURE.get(name, name)
    return part, "critical" if part == "catastrophic" and figure != "supplement" else figure


@dataclass(slots=True)
class Populations:
    """The figures of all areas' own blocks, by what they are and by province.

    `step` says how far spreads reach, `wider` by which step some reach further.
    """

    step: str = "tenth"
    wider: Mapping[Group, str] = field(default_factory=dict)
    _values: dict[tuple[Key, str], list[Amount]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: Key, province: str, value: Amount) -> None:
        """Counts one area's figure."""
        self._values[key, province].append(value)
        self._values[key, ""].append(value)

    def of(self, key: Key, province: str) -> list[Amount]:
        """The province's figures where there are enough, else the country's, smallest first."""
        own = self._values.get((key, province), [])
        return sorted(own if len(own) >= ENOUGH else self._values.get((key, ""), []), key=rank)

    def around(self, value: Amount, key: Key, province: str, also: Iterable[Amount] = ()) -> tuple[Amount, Amount]:
        """The spread, widened until it holds `value` and what `also` may be.

        Where a province is uniform its own figures say nothing of how far off they may be: the country's do.
        """
        step = self.wider.get(group_of(key), self.step)
        ends = _ends(self.of(key, province), STEPS[step])
        if len(set(ends)) == 1:
            ends += _ends(self.of(key, ""), STEPS[step])
        everything = [value, *also, *ends]
        return min(everything, key=rank), max(everything, key=rank)

    def usual(self, key: Key, province: str) -> Amount:
        """The figure in the middle: one that some area has; None of nobody's."""
        population = self.of(key, province)
        return percentile(population, Decimal("0.5")) if population else None


def _ends(population: list[Amount], tail: Decimal) -> list[Amount]:
    """Both ends of the spread; none of nobody's."""
    return [percentile(population, share) for share in (tail, 1 - tail)] if population else []


def rank(value: Amount) -> tuple[bool, Decimal]:
    """What figures are ordered by."""
    return value is None, value or Decimal(0)


def percentile(ordered: list[Amount], share: Decimal) -> Amount:
    """The smallest figure that at least this share of them does not exceed: always one of them, never a mean."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)]
