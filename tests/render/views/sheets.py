"""A made-up area with a handful of figures, for tests of how they are put into words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from desktop_app.domain.area_sheet import AreaSheet, Disagreement
from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Evidence, Fact, Provenance, Source
from desktop_app.domain.figure import Dimension, Figure, FigureName, Gap, Schedule, Segment
from desktop_app.domain.listing import Condition, ListedFigure
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.period import Period
from desktop_app.domain.person import Scheme
from desktop_app.domain.region import PoolingArea, Region, RegionLevel
from desktop_app.rules.rulebook import Edition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.policy import ChronicDisease

TAIYUAN: Final = Region("140100", "太原市", RegionLevel.PREFECTURE, "140000", "taiyuan", "ty")
AREA: Final = PoolingArea("140100", "太原市", "140000", "山西省", "0351-12393")
OTHER: Final = PoolingArea("440300", "深圳市", "440000", "广东省", None)
ORDER: Final = Source(
    id="order",
    title="办法",
    number="并医保〔2024〕1号",
    issuer="太原市医保局",
    published="2024-01-02",
    link="https://ybj.taiyuan.gov.cn/1",
)
PAPER: Final = Source(id="paper", title="报上说的")
SINCE_2024: Final = Period(date(2024, 1, 1))


class Shelf:
    """A rulebook that knows one place."""

    def edition(self) -> Edition:
        """Is not asked for."""
        raise NotImplementedError

    def region(self, code: str) -> Region | None:
        """Taiyuan, and nothing else."""
        return TAIYUAN if code == TAIYUAN.code else None

    def pooling_area(self, code: str) -> PoolingArea | None:
        """Taiyuan, and nothing else."""
        return AREA if code == AREA.code else None

    def chronic_diseases(self) -> Sequence[ChronicDisease]:
        """None: pages about places name no disease."""
        return ()

    def fact(self, number: str, insured_region: str | None = None) -> Fact | None:  # noqa: ARG002 -- the library's way
        """None is known."""
        return None


def ratio(share: Fraction, *, low: Fraction | None = None) -> Figure[object]:
    """A ratio of the basic fund, official unless it has a range."""
    provenance = Provenance(
        evidence=Evidence.OFFICIAL if low is None else Evidence.REPORTED,
        source=ORDER if low is None else PAPER,
        period=SINCE_2024,
        unchecked=low is not None,
    )
    value, least = (Schedule(segments=(Segment(None, part),)) for part in (share, low or share))
    return Figure(value, least, value, provenance)


def deductible(*yuan: int, since: date = date(2024, 1, 1)) -> Figure[object]:
    """A deductible from stay to stay, reported."""
    amounts = tuple(Fen(100 * each) for each in yuan)
    return Figure(amounts, amounts, amounts, Provenance(evidence=Evidence.REPORTED, source=PAPER, period=Period(since)))


def listed(name: FigureName, figure: Figure[object], level: str, *, region: str = "140100") -> ListedFigure:
    """A figure for one level of hospital."""
    return ListedFigure(
        region=region,
        scheme=Scheme.EMPLOYEE,
        kind=CareKind.INPATIENT,
        name=name,
        conditions=(Condition(Dimension.LEVEL, (level,)),),
        ages=None,
        figure=figure,
        disagreements=(),
    )


def fact(number: str, text: str, evidence: Evidence, *, note: str = "") -> Fact:
    """A statement about Taiyuan's filing."""
    source = ORDER if evidence is Evidence.OFFICIAL else PAPER
    return Fact(
        number=number, text=text, topic="filing", regions=("140100",), evidence=evidence, source=source, note=note
    )


VALID: Final = fact("L1", "备案长期有效。", Evidence.OFFICIAL)
ONE_YEAR: Final = fact("S4-27", "备案有效一年。", Evidence.TYPICAL, note="与文件不符")
DECIDED: Final = Disagreement(VALID, ONE_YEAR, message("rulebook_page.why.stronger"))
UNDECIDED: Final = Disagreement(VALID, ONE_YEAR, message("rulebook_page.why.undecided"), decided=False)

GAP: Final = Gap(
    FigureName.CAP,
    message("rulebook_page.compared.gap"),
    message("rulebook_page.own.fill_in"),
    "0351-12393",
)


def sheet(*figures: ListedFigure, on: date = date(2026, 11, 21)) -> AreaSheet:
    """Taiyuan's sheet with these figures, one gap, one local fact and one disagreement."""
    return AreaSheet(
        place=TAIYUAN,
        area=AREA,
        scheme=Scheme.EMPLOYEE,
        kind=CareKind.INPATIENT,
        on=on,
        figures=figures,
        replaced=(),
        gaps=(GAP,),
        facts=(VALID,),
        disagreements=(DECIDED,),
    )
