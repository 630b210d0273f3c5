"""Figures on their way from the dataset to text: what each says, for whom, and under what grade."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from convert_figures.dataset import LEVELS
from convert_figures.populations import Amount

Said = Any
"""A value as YAML writes it: a number, None, a word, a list or a table of them."""

SOURCE: Final = "figures-dataset"
"""The dataset itself, which is all that stands behind a figure nobody can call local."""


DERIVED: Final[Mapping[str, Said]] = {"source": SOURCE, "evidence": "typical", "unchecked": False}
"""What stands behind a figure that this conversion worked out, whatever the rest of its block may be called."""


@dataclass(frozen=True, slots=True)
class Span:
    """A likely value with the lowest and highest it may be."""

    value: Said
    low: Said
    high: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One entry: `where` are its conditions, `more` what else the entry says."""

    figure: str
    span: Span
    where: Mapping[str, Said] = field(default_factory=dict)
    more: Mapping[str, Said] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBlock:
    """What the entries of one scheme and kind of care share."""

    region: str
    scheme: str
    kinds: tuple[str, ...]
    evidence: str
    source: str
    unchecked: bool
    start: date
    note: str
    drafts: tuple[Draft, ...]
    until: date | None = None

    def keeping(self, drafts: Iterable[Draft]) -> "DraftBlock":
        """The block with these entries instead."""
        return replace(self, drafts=tuple(drafts))


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Places whose figures of a scheme and kind of care say nothing of some levels, and the words on that."""

    regions: tuple[str, ...]
    scheme: str
    kind: str
    reason: str


def exact(value: Said) -> Span:
    """A value without a range."""
    return Span(value, value, value)


def padded(stays: Sequence[Sequence[Decimal]]) -> list[list[Decimal]]:
    """Deductibles by stay in one length: the last repeats."""
    longest = max(len(one) for one in stays)
    return [[*one, *[one[-1]] * (longest - len(one))] for one in stays]


def span_of_stays(likely: Sequence[Decimal], low: Sequence[Decimal], high: Sequence[Decimal]) -> Span:
    """Deductibles by stay with their bounds, stay by stay; a single one is written without brackets."""
    columns = list(zip(*padded([likely, low, high]), strict=True))
    parts = [
        [column[0] for column in columns],
        [min(column) for column in columns],
        [max(column) for column in columns],
    ]
    return Span(*(part[0] if len(part) == 1 else part for part in parts))


def by_level(figure: str, spans: Mapping[str, Span], where: Mapping[str, Said] | None = None) -> Iterator[Draft]:
    """One entry for all levels that say the same; the top and the bottom level are left out where they stand in.

    Levels stay unnamed only where the dataset says the same of all: one it leaves out must not be answered for.
    """
    told_apart = {level: span for level, span in spans.items() if level not in _repeats(spans)}
    groups: list[tuple[Span, list[str]]] = []
    for level, span in told_apart.items():
        same = next((levels for other, levels in groups if other == span), None)
        if same is None:
            groups.append((span, [level]))
        else:
            same.append(level)
    for span, levels in groups:
        named = (
            {} if len(groups) == 1 and spans.keys() >= NEEDED else {"level": levels[0] if len(levels) == 1 else levels}
        )
        yield Draft(figure=figure, span=span, where={**(where or {}), **named})


NEEDED: Final = frozenset(LEVELS[1:4])
"""Levels 1, 2 and 3: nothing stands in for them."""


def _repeats(spans: Mapping[str, Span]) -> set[str]:
    stand_ins = {LEVELS[0]: LEVELS[1], LEVELS[4]: LEVELS[3]}
    return {
        level
        for level, other in stand_ins.items()
        if level in spans and other in spans and _unpadded(spans[level].value) == _unpadded(spans[other].value)
    }


def _unpadded(value: Said) -> Said:
    """Deductibles by stay without the last ones that only repeat, which the range's length may have called for."""
    if not isinstance(value, list):
        return value
    length = len(value)
    while length > 1 and value[length - 1] == value[length - 2]:
        length -= 1
    return value[:length] if length > 1 else value[0]


def bounded(value: Amount, bounds: tuple[Amount, Amount]) -> Span:
    """A value with its spread."""
    return Span(value, *bounds)


def joined(notes: Iterable[str]) -> str:
    """Notes in one line."""
    return "；".join(dict.fromkeys(filter(None, notes)))
