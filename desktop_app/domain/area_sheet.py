"""What the rulebook says about one area: every figure, what it lacks, local facts, and where sources disagree."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Fact
from desktop_app.domain.figure import Gap
from desktop_app.domain.listing import ListedFigure
from desktop_app.domain.message import Message
from desktop_app.domain.person import Scheme
from desktop_app.domain.region import PoolingArea, Region


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two statements that cannot both hold: the one that is used, the other, and why that one.

    Not `decided`: nothing tells which of them is right, and neither is taken for it.
    """

    used: Fact
    other: Fact
    why: Message
    decided: bool = True


@dataclass(frozen=True, slots=True)
class Replaced:
    """A figure that holds nowhere in the area, because another one is written closer to every case of it."""

    figure: ListedFigure
    by: ListedFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSheet:
    """The rulebook on one place for one scheme and kind of care on one day.

    `place` is what was asked for, `area` the pooling area whose rules count there. `facts` are written for the area or
    its province, the most specific first.
    """

    place: Region
    area: PoolingArea
    scheme: Scheme
    kind: CareKind
    on: date
    figures: tuple[ListedFigure, ...]
    replaced: tuple[Replaced, ...]
    gaps: tuple[Gap, ...]
    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]
