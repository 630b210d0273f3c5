"""The figures of one episode as plain values: one chosen for each, nothing unknown left."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeVar

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import (
    AccountOrder,
    Adjustment,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    Figure,
    Gap,
    Schedule,
    Supplement,
)
from desktop_app.domain.money import ZERO, Fen, Rounding
from desktop_app.rules.estimate.same import Same

T = TypeVar("T")
NONE, WHOLE = Fraction(0), Fraction(1)
KEPT: Final = 1024
"""How many sets of figures stay worked out: many bills of one place and day ask for the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One value per figure; the defaults are neutral: nothing deducted, nothing added, no cap (R18).

    `counts_for_critical`: own payment for this care grows what critical-illness insurance looks at in the year.
    """

    ratio: Schedule
    deductible: tuple[Fen, ...] = (ZERO,)
    deductible_basis: DeductibleBasis = DeductibleBasis.PER_ADMISSION
    bonus: Fraction = NONE
    own_share_factor: Fraction = WHOLE
    cap: Fen | None = None
    cap_per_visit: Fen | None = None
    elsewhere: Adjustment | None = None
    elsewhere_deductible: tuple[Fen, ...] | None = None
    elsewhere_first_pay: Fraction = NONE
    supplement: Supplement | None = None
    critical: CriticalIllness | None = None
    assistance: AssistanceTerms | None = None
    account_order: AccountOrder = AccountOrder.LAST
    rounding: Rounding = Rounding.HALF_UP
    class_b_ratio: Fraction = NONE
    counts_for_critical: bool = True


NOT_PAID = Schedule(segments=())
"""What stands in for a schedule nobody has: no band, so nothing is paid; the amounts that depend on it are left out."""


def likely_terms(benefits: Benefits) -> Terms:
    """The likely value of every figure. A gap is neutral here; whoever asks leaves out what depends on it."""
    return _likely_terms(Same(benefits))


@lru_cache(KEPT)
def _likely_terms(of: Same[Benefits]) -> Terms:
    benefits = of.value
    return Terms(
        ratio=_likely(benefits.ratio, NOT_PAID),
        deductible=_likely(benefits.deductible, (ZERO,)),
        deductible_basis=_likely(benefits.deductible_basis, DeductibleBasis.PER_ADMISSION),
        bonus=_likely(benefits.bonus, NONE),
        own_share_factor=_likely(benefits.own_share_factor, WHOLE),
        cap=_likely(benefits.cap, None),
        cap_per_visit=_likely(benefits.cap_per_visit, None),
        elsewhere=_likely(benefits.elsewhere, None),
        elsewhere_deductible=_likely(benefits.elsewhere_deductible, None),
        elsewhere_first_pay=_likely(benefits.elsewhere_first_pay, NONE),
        supplement=_likely(benefits.supplement, None),
        critical=_likely(benefits.critical, None),
        assistance=_likely(benefits.assistance, None),
        account_order=_likely(benefits.account_order, AccountOrder.LAST),
        rounding=_likely(benefits.rounding, Rounding.HALF_UP),
        class_b_ratio=_likely(benefits.class_b_ratio, NONE),
        counts_for_critical=not _outside_critical(benefits.critical),
    )


def _outside_critical(figure: Figure[CriticalIllness | None] | Gap) -> bool:
    """Whether the rulebook knows of no critical-illness insurance for this care; what was entered is not asked."""
    if isinstance(figure, Gap) or figure.value is not None or not figure.exact:
        return False
    return figure.provenance.evidence is not Evidence.YOURS


def _likely(figure: Figure[T] | Gap, neutral: T) -> T:
    return neutral if isinstance(figure, Gap) else figure.value
