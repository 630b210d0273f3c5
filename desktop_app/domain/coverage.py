"""How far the rulebook knows an area: the honest table (覆盖情况)."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import FigureName
from desktop_app.domain.person import Scheme


class CoverageKind(StrEnum):
    """What figures are counted together; `catastrophic` is the employees' supplement or critical-illness insurance."""

    INPATIENT = "inpatient"
    OUTPATIENT = "outpatient"
    CATASTROPHIC = "catastrophic"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The evidence of an area's weakest figure of one kind; None where one of them is a gap.

    `strongest` is that of its best figure: an area with a few official figures among others is not official.
    """

    area: str
    scheme: Scheme
    kind: CoverageKind
    evidence: Evidence | None
    strongest: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How many numbers found locally for one figure can be compared, and how many of them lie inside the ranges.

    `shipped` counts the ranges that ship today, `foreseen` those with which the dataset's own figures would have
    shipped had nothing been found: what places about which nothing was found may expect of theirs.
    """

    kind: CoverageKind
    figure: FigureName
    compared: int
    shipped: int
    foreseen: int
