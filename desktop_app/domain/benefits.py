"""All the figures an episode needs, as the rule pack knows them and as a case file may replace them."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from desktop_app.domain.figure import (
    FIGURES,
    AccountOrder,
    Adjustment,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    Figure,
    FigureName,
    Gap,
    Origin,
    Schedule,
    SegmentBasis,
    Supplement,
)
from desktop_app.domain.message import Message
from desktop_app.domain.money import Fen, Rounding


@dataclass(frozen=True, kw_only=True)
class Benefits:
    """All figures one episode needs, each with its own provenance.

    A deductible may be local and a ratio national. Without slots, so that what is said of them all is found out once.
    """

    deductible: Figure[tuple[Fen, ...]] | Gap
    deductible_basis: Figure[DeductibleBasis] | Gap
    ratio: Figure[Schedule] | Gap
    bonus: Figure[Fraction] | Gap
    own_share_factor: Figure[Fraction] | Gap
    cap: Figure[Fen | None] | Gap
    cap_per_visit: Figure[Fen | None] | Gap
    elsewhere: Figure[Adjustment | None] | Gap
    elsewhere_deductible: Figure[tuple[Fen, ...] | None] | Gap
    elsewhere_first_pay: Figure[Fraction] | Gap
    supplement: Figure[Supplement | None] | Gap
    critical: Figure[CriticalIllness | None] | Gap
    assistance: Figure[AssistanceTerms | None] | Gap
    account_order: Figure[AccountOrder] | Gap
    rounding: Figure[Rounding] | Gap
    class_b_ratio: Figure[Fraction] | Gap

    def named(self, name: FigureName) -> Figure[object] | Gap:
        """The figure called `name`, or its gap."""
        figure: Figure[object] | Gap = getattr(self, name)
        return figure

    @cached_property
    def ranges(self) -> tuple[FigureName, ...]:
        """The figures that are known only as a range."""
        return tuple(name for name in FIGURES if isinstance(one := self.named(name), Figure) and not one.exact)

    @cached_property
    def missing(self) -> frozenset[FigureName]:
        """The figures nobody has."""
        return frozenset(name for name in FIGURES if isinstance(self.named(name), Gap))


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredFigures:
    """Figures from the case file, each replacing the rule pack's (R18).

    An absent key is not in `present`; None in it states none. `told` says of a figure who said it and when, where
    somebody was told it.
    """

    present: frozenset[FigureName]
    deductible: tuple[Fen, ...] | None = None
    deductible_basis: DeductibleBasis | None = None
    ratio: Schedule | None = None
    segment_origin: Origin | None = None
    segment_basis: SegmentBasis | None = None
    bonus: Fraction | None = None
    own_share_factor: Fraction | None = None
    cap: Fen | None = None
    cap_per_visit: Fen | None = None
    elsewhere: Adjustment | None = None
    elsewhere_deductible: tuple[Fen, ...] | None = None
    elsewhere_first_pay: Fraction | None = None
    supplement: Supplement | None = None
    critical: CriticalIllness | None = None
    assistance: AssistanceTerms | None = None
    account_order: AccountOrder | None = None
    rounding: Rounding | None = None
    told: tuple[tuple[FigureName, Message], ...] = ()
