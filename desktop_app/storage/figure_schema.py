"""The YAML form of benefit figures: blocks of one region, one entry per figure.

`data/figures/<code>-<pinyin>.yaml` holds what was found in documents and reports, `data/figures/dataset/` what the
public dataset says besides. Their sources stand in `sources*.yaml` beside them.


    province: "140000"
    blocks:
    - region: "140100"                             # what the entries share; an entry may say otherwise
      scheme: resident                             # conditions: tier, status, age, family_doctor, assistance, level,
      kind: inpatient                              #   disease, relation, filing (a type, long_term, unfiled), filed
                                                   #   (in_time, in_hospital, after_discharge), settlement (direct,
                                                   #   manual), reason, care_area
      fact: L2042                                  # or source: the id of one
      evidence: typical                            # official | reported | typical
      from: 2025-02-01                             # the first day it holds; `until` is the first day it no longer does
      figures:
      - {figure: deductible, level: level3, value: [1000, 500, 0]}
      - {figure: ratio, level: level3, value: 0.60, low: 0.55, high: 0.70, note: …}

A deductible that falls from stay to stay may be written as the rule states it: {first: 1000, times: 0.5, floor: 500}
or {first: 600, less: 140, floor: 320}; it is kept as the list it comes to.

Money is in yuan, a ratio is a fraction of one (0.85, never 85); {times: 1.5} as a deductible elsewhere is the local one
and half as much again. `low` and `high` stand where a figure is not known exactly: they have the shape of the value and
bound it number by number. `unchecked` (未核对) marks what was taken over from the public dataset and compared with
nothing.
"""

from typing import Annotated, Generic, Literal, TypeVar, cast

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from desktop_app.domain.coverage import CoverageKind
from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    FigureName,
    Origin,
    Schedule,
    SegmentBasis,
    Supplement,
)
from desktop_app.domain.money import Rounding
from desktop_app.domain.person import Scheme
from desktop_app.storage.data_text import Entry, PlainText
from desktop_app.storage.figure_numbers import (
    Amounts,
    Bands,
    Code,
    ElsewhereAmounts,
    Multiple,
    Ratio,
    Tiers,
    Yuan,
    several,
)
from desktop_app.storage.figure_said import Said
from desktop_app.storage.figure_values import FORMS, FigureValue, Spread

T = TypeVar("T")


class FigureEntry(Said, Generic[T]):
    """One figure with its range; a bound that is left out is the value itself.

    Two reasons put the linter at rest: `not_monotone` says why a higher level is not dearer or a lower one not better
    paid, `ends` why nothing follows. Each stands with the entry that needs it and with no other.
    """

    value: T
    low: T | None = None
    high: T | None = None
    not_monotone: PlainText | None = None
    ends: PlainText | None = None

    def parts(self) -> tuple[T, T, T]:
        """The value and its bounds as written."""
        low = self.low if "low" in self.model_fields_set else self.value
        high = self.high if "high" in self.model_fields_set else self.value
        return self.value, low, high  # type: ignore[return-value] # None only where T allows it: pydantic has checked

    def spread(self) -> Spread:
        """The value and its bounds in the domain's words."""
        return Spread(*(self.in_domain(part) for part in self.parts()))

    def in_domain(self, written: T) -> FigureValue:
        """One of them in the domain's words; most are written in them already."""
        return cast("FigureValue", written)


class AmountsEntry(FigureEntry[Amounts]):
    """A deductible."""

    figure: Literal[FigureName.DEDUCTIBLE]


class ElsewhereAmountsEntry(FigureEntry[ElsewhereAmounts]):
    """A deductible for care elsewhere; null leaves the local one in force."""

    figure: Literal[FigureName.ELSEWHERE_DEDUCTIBLE]


class FractionEntry(FigureEntry[Ratio]):
    """A plain fraction."""

    figure: Literal[FigureName.BONUS, FigureName.ELSEWHERE_FIRST_PAY, FigureName.CLASS_B_RATIO]


class FactorEntry(FigureEntry[Multiple]):
    """What the person's own share is multiplied by: below one it is eased, above one (1.3 in Harbin) raised."""

    figure: Literal[FigureName.OWN_SHARE_FACTOR]


class CapEntry(FigureEntry[Yuan | None]):
    """A cap; null states that there is none."""

    figure: Literal[FigureName.CAP, FigureName.CAP_PER_VISIT]


class BasisEntry(FigureEntry[DeductibleBasis]):
    """What the deductible is counted against."""

    figure: Literal[FigureName.DEDUCTIBLE_BASIS]


class OrderEntry(FigureEntry[AccountOrder]):
    """When the personal account pays."""

    figure: Literal[FigureName.ACCOUNT_ORDER]


class RoundingEntry(FigureEntry[Rounding]):
    """How a fund's payment becomes whole fen."""

    figure: Literal[FigureName.ROUNDING]


class RatioEntry(FigureEntry[Bands]):
    """A ratio or its bands, where they are measured from, and whether they start anew with each stay."""

    figure: Literal[FigureName.RATIO]
    origin: Origin = Origin.DEDUCTIBLE
    basis: SegmentBasis = SegmentBasis.STAY

    def in_domain(self, written: Bands) -> FigureValue:
        """The basic fund's schedule."""
        return Schedule(segments=written, origin=self.origin, basis=self.basis)


class AdjustmentTable(Entry):
    """One of the forms of a reduction; `share` is the dataset's: the part of the local ratio that is left."""

    points: Ratio | None = None
    factor: Ratio | None = None
    ratio: Ratio | None = None
    share: Ratio | None = None

    def in_domain(self) -> FigureValue:
        """The one form that is given."""
        [name] = self.model_fields_set
        return FORMS[name](getattr(self, name))


def _one_form(table: AdjustmentTable) -> AdjustmentTable:
    if len(table.model_fields_set) == 1:
        return table
    raise PydanticCustomError("form", "one of points, factor, ratio, share")


class ElsewhereEntry(FigureEntry[Annotated[AdjustmentTable, AfterValidator(_one_form)] | None]):
    """The reduction for care elsewhere; null states that there is none of this form."""

    figure: Literal[FigureName.ELSEWHERE]

    def in_domain(self, written: AdjustmentTable | None) -> FigureValue:
        """The adjustment."""
        return None if written is None else written.in_domain()


class SupplementTable(Entry):
    """The employees' supplement."""

    ratio: Ratio
    cap: Yuan | None


class SupplementEntry(FigureEntry[SupplementTable | None]):
    """The employees' supplement; null states that there is none."""

    figure: Literal[FigureName.SUPPLEMENT]

    def in_domain(self, written: SupplementTable | None) -> FigureValue:
        """The supplement."""
        return None if written is None else Supplement(written.ratio, written.cap)


class CriticalTable(Entry):
    """Critical-illness insurance."""

    deductible: Yuan
    tiers: Tiers
    origin: Origin
    cap: Yuan | None
    counts_deductible: bool
    counts_elsewhere_loss: bool


class CriticalEntry(FigureEntry[CriticalTable | None]):
    """Critical-illness insurance; null states that there is none."""

    figure: Literal[FigureName.CRITICAL]

    def in_domain(self, written: CriticalTable | None) -> FigureValue:
        """The insurance's terms."""
        return None if written is None else CriticalIllness(**dict(written))


class AssistanceTable(Entry):
    """Medical assistance."""

    deductible: Yuan
    ratio: Ratio
    cap: Yuan | None


class AssistanceEntry(FigureEntry[AssistanceTable | None]):
    """Medical assistance; null states that there is none."""

    figure: Literal[FigureName.ASSISTANCE]

    def in_domain(self, written: AssistanceTable | None) -> FigureValue:
        """The terms of the assistance."""
        return None if written is None else AssistanceTerms(written.deductible, written.ratio, written.cap)


AnyEntry = Annotated[
    AmountsEntry
    | ElsewhereAmountsEntry
    | FractionEntry
    | FactorEntry
    | CapEntry
    | BasisEntry
    | OrderEntry
    | RoundingEntry
    | RatioEntry
    | ElsewhereEntry
    | SupplementEntry
    | CriticalEntry
    | AssistanceEntry,
    Field(discriminator="figure"),
]


class Block(Said):
    """Figures of one region (or of several) with what they share."""

    region: Annotated[tuple[Code, ...], BeforeValidator(several)]
    figures: tuple[AnyEntry, ...]


class DeclaredGap(Entry):
    """Figures of an area (or of several) that nobody has found, or not for everybody: known to be missing, and why."""

    region: Annotated[tuple[Code, ...], BeforeValidator(several)]
    scheme: Scheme
    kind: Literal[CoverageKind.INPATIENT, CoverageKind.OUTPATIENT]
    reason: PlainText


class FigureFile(Entry):
    """One file of data/figures."""

    province: Code
    gaps: tuple[DeclaredGap, ...] = ()
    blocks: tuple[Block, ...]
