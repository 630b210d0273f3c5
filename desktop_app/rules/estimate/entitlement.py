"""What somebody is entitled to on the day: the figures fitted to person and stay, less what the year has used."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    DeductibleBasis,
    Origin,
    Segment,
    SegmentBasis,
    Supplement,
    Tier,
)
from desktop_app.domain.money import ZERO, Fen, Rounding
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.rules.estimate.critical import tiers_from
from desktop_app.rules.estimate.same import Same
from desktop_app.rules.estimate.schedule import effective_bands, shifted
from desktop_app.rules.estimate.terms import KEPT, NONE, Terms


class Claimant(NamedTuple):
    """What of a person and their n-th stay of the year an entitlement depends on."""

    scheme: Scheme
    assistance: Assistance
    admission: int


def claimant(person: Person, admission: int) -> Claimant:
    """The person at their n-th stay of the year."""
    return Claimant(person.scheme, person.assistance, admission)


class Entitlement(NamedTuple):
    """Everything a settlement needs, in fen and exact ratios; caps are what is left of them, None is no cap.

    `bands` and `tiers` are seen from where the year stands; `local_bands` are without the reduction elsewhere;
    `from_zero`: the deductible lies in the first bands.
    """

    class_b_ratio: Fraction
    first_pay: Fraction
    balance: Fen
    account_first: bool
    deductible: Fen
    bands: tuple[Segment, ...]
    local_bands: tuple[Segment, ...]
    from_zero: bool
    year_left: Fen | None
    visit_left: Fen | None
    supplement: Supplement
    tiers: tuple[Tier, ...]
    critical_left: Fen | None
    counts_deductible: bool
    counts_elsewhere_loss: bool
    assistance: AssistanceTerms
    rounding: Rounding
    counts_for_critical: bool = True


NO_SUPPLEMENT = Supplement(NONE, None)
NO_ASSISTANCE = AssistanceTerms(ZERO, NONE, None)


def entitlement(terms: Terms, who: Claimant, used: YearToDate, joined_paid: Fen = ZERO) -> Entitlement:
    """What is left for somebody, when the year has already used `used`.

    `joined_paid` is the deductible that the stays this one continues have paid.
    """
    return _entitlement(Same(terms), who, used, joined_paid)


@lru_cache(KEPT)
def _entitlement(of: Same[Terms], who: Claimant, used: YearToDate, joined_paid: Fen) -> Entitlement:
    terms, employee = of.value, who.scheme is Scheme.EMPLOYEE
    bands, local_bands = _bands(of, year_position(terms, used))
    critical = terms.critical
    return Entitlement(
        class_b_ratio=terms.class_b_ratio,
        first_pay=terms.elsewhere_first_pay,
        balance=used.personal_account_balance if employee else ZERO,
        account_first=terms.account_order is AccountOrder.FIRST,
        deductible=deductible_left(terms, who.admission, used.deductible_paid, joined_paid),
        bands=bands,
        local_bands=local_bands,
        from_zero=terms.ratio.origin is Origin.ZERO,
        year_left=_left(terms.cap, used.basic_fund_paid),
        visit_left=terms.cap_per_visit,
        supplement=_supplement(terms.supplement, used.supplement_paid) if employee else NO_SUPPLEMENT,
        tiers=() if critical is None else tiers_from(critical, used.critical_out_of_pocket),
        critical_left=None if critical is None else _left(critical.cap, used.critical_paid),
        counts_deductible=critical is None or critical.counts_deductible,
        counts_elsewhere_loss=critical is None or critical.counts_elsewhere_loss,
        assistance=_assistance(terms.assistance, who, used.assistance_paid),
        rounding=terms.rounding,
        counts_for_critical=critical is not None or terms.counts_for_critical,
    )


def deductible_figure(terms: Terms, admission: int) -> Fen:
    """The deductible (起付线) of the n-th stay; the last value repeats. One for care elsewhere replaces it (R4)."""
    figures = terms.deductible if terms.elsewhere_deductible is None else terms.elsewhere_deductible
    return figures[min(admission, len(figures)) - 1]


def deductible_left(terms: Terms, admission: int, paid: Fen, joined_paid: Fen = ZERO) -> Fen:
    """What is left of the deductible.

    Only a yearly one looks at what the year has paid (R4), only one for joined stays at what those have paid.
    """
    figure = deductible_figure(terms, admission)
    if terms.deductible_basis is DeductibleBasis.ANNUAL:
        return Fen(max(figure - paid, 0))
    if terms.deductible_basis is DeductibleBasis.PER_JOINED_STAYS:
        return Fen(max(figure - joined_paid, 0))
    return figure


def year_position(terms: Terms, used: YearToDate) -> Fen:
    """Where the bands stand before this episode (R6): at 0 for each stay, or where the year has come to."""
    if terms.ratio.basis is SegmentBasis.STAY:
        return ZERO
    if terms.ratio.origin is Origin.DEDUCTIBLE:
        return used.above_deductible
    return Fen(used.deductible_paid + used.above_deductible)


@lru_cache(KEPT)
def _bands(of: Same[Terms], position: Fen) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """The bands from where the year stands: as they are paid, and as they would be paid at home."""
    terms = of.value
    segments = shifted(terms.ratio.segments, position)
    return effective_bands(segments, terms.bonus, terms.own_share_factor, terms.elsewhere)


def _supplement(terms: Supplement | None, paid: Fen) -> Supplement:
    return NO_SUPPLEMENT if terms is None else Supplement(terms.ratio, _left(terms.cap, paid))


def _assistance(terms: AssistanceTerms | None, who: Claimant, paid: Fen) -> AssistanceTerms:
    if terms is None or who.assistance is Assistance.NONE:
        return NO_ASSISTANCE
    return AssistanceTerms(terms.deductible, terms.ratio, _left(terms.cap, paid))


def _left(cap: Fen | None, used: Fen) -> Fen | None:
    return None if cap is None else Fen(max(cap - used, 0))
