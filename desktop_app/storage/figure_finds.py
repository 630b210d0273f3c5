"""Do the ranges hold what is found later? Where a local find took the place of a figure of the dataset, both are kept.

`data/figures/finds.csv` says what was found, and the range with which the dataset's figure would have shipped. The
conversion writes it (`packaging/convert_figures/comparable.py`); here it is counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.coverage import CoverageKind
from desktop_app.domain.figure import CriticalIllness, FigureName, Schedule, Segment, Supplement
from desktop_app.domain.person import Scheme, Status
from desktop_app.domain.policy import NATION
from desktop_app.domain.region import PoolingArea, Relation
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.compile_facts import FactNumber
from desktop_app.storage.compile_regions import Code
from desktop_app.storage.data_text import Entry
from desktop_app.storage.figure_query import Asker
from desktop_app.storage.figure_search import FigureSearch, RulesInForce
from desktop_app.storage.figure_values import FigureValue, rank

FILE: Final = "finds.csv"
UNBOUNDED: Final = "none"
"""How the list writes a cap that is none."""

_FEN: Final = 100
_CATASTROPHIC: Final = {FigureName.SUPPLEMENT, FigureName.CRITICAL}

Part = Literal["", "ratio", "deductible", "cap"]
"""Which number of a figure that has several; a plain one has only itself."""


def _read(written: object) -> Fraction | None:
    try:
        return None if written == UNBOUNDED else Fraction(Decimal(str(written)))
    except (ArithmeticError, ValueError) as error:
        raise PydanticCustomError("number", "not a number") from error


Compared = Annotated[Fraction | None, BeforeValidator(_read)]


class FindEntry(Entry):
    """A line of `finds.csv`: what a fact says of an area, in yuan or as a fraction, and the dataset's range there.

    An empty level or status: the figure is the same for all of them.
    """

    area: Code
    scheme: Scheme
    kind: CareKind
    level: Level | Literal[""]
    status: Status | Literal[""]
    figure: FigureName
    part: Part
    value: Compared
    low: Compared
    high: Compared
    fact: FactNumber

    @property
    def counted_as(self) -> CoverageKind:
        """The kind it is counted with: what pays above the basic fund is one of its own."""
        return CoverageKind.CATASTROPHIC if self.figure in _CATASTROPHIC else CoverageKind(self.kind.value)

    @property
    def foreseen(self) -> bool:
        """Whether the dataset's range held what was found."""
        return is_between(self.value, self.low, self.high)


def is_between(value: Fraction | None, low: Fraction | None, high: Fraction | None) -> bool:
    """Whether a number lies in a range; None has no bound and lies above every other."""
    return rank(low) <= rank(value) <= rank(high)


def comparable(value: FigureValue) -> Iterator[tuple[Part, Fraction | None]]:
    """The numbers of a figure that can be laid beside another's: of deductibles the first, of ratios a single one."""
    match value:
        case tuple():
            yield "", Fraction(value[0], _FEN)
        case Schedule(segments=(Segment(ratio=ratio),)):
            yield "", ratio
        case Supplement():
            yield "ratio", value.ratio
            yield "cap", _yuan(value.cap)
        case CriticalIllness():
            yield "deductible", _yuan(value.deductible)
            yield "cap", _yuan(value.cap)
        case Fraction():
            yield "", value
        case int() | None:
            yield "", _yuan(value)


def _yuan(amount: int | None) -> Fraction | None:
    return None if amount is None else Fraction(amount, _FEN)


@dataclass(frozen=True, slots=True)
class Shipped:
    """What ships on a day."""

    areas: dict[str, PoolingArea]
    rules: RulesInForce
    on: date

    def holds(self, find: FindEntry) -> bool:
        """Whether every range that is shown where the find belongs holds its value."""
        ranges = list(self._ranges(find))
        return bool(ranges) and all(is_between(find.value, low, high) for low, high in ranges)

    def _ranges(self, find: FindEntry) -> Iterator[tuple[Fraction | None, Fraction | None]]:
        winners, _ = FigureSearch(self.rules, self._asker(find)).winners(find.figure)
        for spread in (winner.rule.spread for winner in winners if winner):
            low, high = dict(comparable(spread.low)), dict(comparable(spread.high))
            if find.part in low and find.part in high:
                yield low[find.part], high[find.part]

    def _asker(self, find: FindEntry) -> Asker:
        area = self.areas[find.area]
        query = BenefitQuery(
            insured_region=find.area,
            scheme=find.scheme,
            kind=find.kind,
            on=self.on,
            level=find.level or Level.UNKNOWN,
            status=find.status or None,
        )
        return Asker(
            query=query,
            area=area,
            lineage=tuple(dict.fromkeys((area.code, area.province, NATION))),
            care_areas=frozenset(),
            relation=Relation.SAME_AREA,
            diseases=frozenset(),
        )
