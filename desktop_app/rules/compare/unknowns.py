"""The numbers behind the figures of routes: those that are known, and the unknown ones, shared where they are one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import Figure, FigureName
from desktop_app.domain.message import Message
from desktop_app.domain.period import Period
from desktop_app.rules.compare.enclosed import FLAT, ONE, Enclosed, Span, between, number
from desktop_app.rules.estimate.figure_table import figure_of

LEFT_OPEN: Final = "figures.remark.range"
"""The remark on a range drawn over answers nobody gave."""

Path = tuple[str | int, ...]
"""Where a number stands in its figure: ("tiers", 0, "ratio")."""

Known = int | Fraction
Box = tuple[Span, ...]
"""What each unknown number may be."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What says a figure; two routes that read one number in one document have one unknown, not two.

    `left_open` are the answers over which a range was drawn: what a document says for every filing there may be is not
    what it says for one of them.
    """

    evidence: Evidence
    source: str | None
    fact: str | None
    period: Period
    left_open: tuple[Message, ...]

    @classmethod
    def of(cls, provenance: Provenance) -> "Ground":
        """The document, without what else the lookup remarked on the way."""
        source = provenance.source.id if provenance.source else None
        left_open = tuple(remark for remark in provenance.remarks if remark.id == LEFT_OPEN)
        return cls(provenance.evidence, source, provenance.fact, provenance.period, left_open)


class Leaf(NamedTuple):
    """One number of a figure: where it stands, from `low` to `high`, likely `value`; None is no end."""

    path: Path
    low: Known | None
    value: Known | None
    high: Known | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A number nobody knows exactly, with its figure: the same in two routes only where all of the figure is."""

    name: FigureName
    leaf: Leaf
    figure: tuple[Leaf, ...]
    ground: Ground


class Unknowns:
    """The unknown numbers of all routes that are compared, each once, by index."""

    def __init__(self, ceiling: int) -> None:
        """`ceiling`: an amount in fen that no number of this bill and year reaches; what lies above is all one."""
        self._ceiling = ceiling
        self._index: dict[Unknown, int] = {}

    def box(self) -> Box:
        """The lowest and the highest each of them may be."""
        return tuple(between(self._cut(each.leaf.low), self._cut(each.leaf.high)) for each in self._index)

    def likely(self) -> Box:
        """The likely value of each of them."""
        return tuple(between(self._cut(each.leaf.value), self._cut(each.leaf.value)) for each in self._index)

    def index(self, unknown: Unknown) -> int:
        """The index of an unknown number; equal ones are the same number."""
        return self._index.setdefault(unknown, len(self._index))

    def name(self, index: int) -> FigureName:
        """The figure an unknown number belongs to."""
        return list(self._index)[index].name

    def known(self, value: Known | None) -> Enclosed:
        """A number that is known."""
        return number(self._cut(value))

    def _cut(self, value: Known | None) -> Known:
        if value is None:
            return self._ceiling
        return min(value, self._ceiling) if isinstance(value, int) else value


Number = Enclosed | int | None
"""A known number, the index of an unknown one, or nothing."""


@dataclass(frozen=True)
class Numbers:
    """The figures of one route as numbers by name and path."""

    by_path: Mapping[tuple[FigureName, Path], Number]

    def is_known(self, name: FigureName) -> bool:
        """Whether a figure that is one number is known exactly."""
        return not isinstance(self.by_path.get((name, ())), int)


def numbers_of(benefits: Benefits, admission: int, unknowns: Unknowns) -> Numbers:
    """Every number of the figures; of a deductible by admission, that of this stay alone."""
    found: dict[tuple[FigureName, Path], Number] = {}
    for name in FigureName:
        figure = figure_of(benefits, name)
        if not isinstance(figure, Figure):
            continue
        ground = Ground.of(figure.provenance)
        leaves = tuple(_leaves((), *_of_stay(figure, admission)))
        for leaf in leaves:
            if leaf.low is None and leaf.high is None:
                found[name, leaf.path] = None
            elif leaf.low == leaf.high:
                found[name, leaf.path] = unknowns.known(leaf.low)
            else:
                found[name, leaf.path] = unknowns.index(Unknown(name, leaf, leaves, ground))
    return Numbers(found)


def _of_stay(figure: Figure[object], admission: int) -> tuple[object, object, object]:
    """The lowest, likely and highest value; of a list by admission the n-th, the last repeats."""
    parts = (figure.low, figure.value, figure.high)
    low, value, high = (part[min(admission, len(part)) - 1] if isinstance(part, tuple) else part for part in parts)
    return low, value, high


def _leaves(path: Path, low: object, value: object, high: object) -> Iterator[Leaf]:
    """Every number of a figure with its ends; words that say how to calculate are the same at both and left out."""
    if isinstance(low, str) or isinstance(high, str):
        return
    if isinstance(low, tuple) and isinstance(value, tuple) and isinstance(high, tuple):
        for at, parts in enumerate(zip(low, value, high, strict=True)):
            yield from _leaves((*path, at), *parts)
    elif is_dataclass(low) and is_dataclass(value) and is_dataclass(high):
        for field in fields(low):
            ends = (getattr(part, field.name) for part in (low, value, high))
            yield from _leaves((*path, field.name), *ends)
    else:
        yield Leaf(path, _known(low), _known(value), _known(high))


def _known(value: object) -> Known | None:
    """A number as it is; yes is 1 and no is 0."""
    if value is None or isinstance(value, Fraction):
        return value
    if isinstance(value, int):
        return Fraction(value) if isinstance(value, bool) else value
    raise TypeError(f"no number: {value!r}")


def placed(number: Number, box: Box) -> Enclosed | None:
    """The number within a box: an unknown one follows itself, unless the box leaves it no room."""
    if not isinstance(number, int):
        return number
    low, high = box[number]
    return Enclosed(low, high, FLAT if low == high else {number: Span(ONE, ONE)})
