"""A person's own figures (您的): what somebody who must know told them, in place of one figure of the rulebook."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import (
    AccountOrder,
    Adjustment,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    FigureName,
    Schedule,
    Supplement,
)
from desktop_app.domain.listing import AgeSpan, Condition
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Scheme

OwnValue = (
    tuple[Fen, ...]
    | Fen
    | Fraction
    | DeductibleBasis
    | AccountOrder
    | Schedule
    | Adjustment
    | Supplement
    | CriticalIllness
    | AssistanceTerms
    | None
)
"""What a figure of one's own may be: exact, and of the same kind as the rulebook's. None states that there is none."""

OWNABLE: Final = frozenset(FigureName) - {FigureName.OWN_SHARE_FACTOR, FigureName.ROUNDING}
"""The figures that a bureau can be asked about; how a fund rounds is nobody's answer on the telephone."""


class Informant(StrEnum):
    """Who said it. An office, never a name: nobody's identity is kept."""

    HOTLINE = "hotline"
    COUNTER = "counter"
    HOSPITAL = "hospital"
    EMPLOYER = "employer"
    PLATFORM = "platform"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFigure:
    """One figure as it was told: for which pooling area, scheme and kind of care, and under which conditions.

    `conditions` and `ages` are those of the rulebook's figure in whose place it stands.
    """

    area: str
    scheme: Scheme
    kind: CareKind
    name: FigureName
    value: OwnValue
    told_by: Informant
    told_on: date
    conditions: tuple[Condition, ...] = ()
    ages: AgeSpan | None = None

    @property
    def since(self) -> date:
        """The first day of service it is used for."""
        return counts_since(self.told_on)

    @property
    def specificity(self) -> int:
        """How many conditions it has; of two figures of one's own the more specific one counts."""
        return len(self.conditions) + (self.ages is not None)


def counts_since(told_on: date) -> date:
    """From which day of service on a figure told that day is used: from New Year, since rules change with the year."""
    return date(told_on.year, 1, 1)
