"""One episode by one route, ready to be compared: what is certain about it, and the numbers of its figures."""

from dataclasses import astuple, dataclass, replace
from fractions import Fraction
from typing import Final

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import Care
from desktop_app.domain.figure import (
    Adjustment,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    Factor,
    FigureName,
    OwnRatio,
    Points,
    Segment,
    Tier,
)
from desktop_app.domain.money import ZERO
from desktop_app.domain.person import Person
from desktop_app.rules.compare.enclosed import NOUGHT, UNIT
from desktop_app.rules.compare.unknowns import Numbers, Unknowns, numbers_of
from desktop_app.rules.estimate.terms import NONE, WHOLE, Terms, likely_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """`terms` say how to calculate, their numbers are in `numbers`; two equal stays are paid alike, whatever they are.

    The deductible is that of this stay, whether it is one for care elsewhere or not.
    """

    bill: Bill
    person: Person
    used: YearToDate
    terms: Terms
    numbers: Numbers


def stay_of(bill: Bill, person: Person, used: YearToDate, benefits: Benefits, *, care: Care, all: Unknowns) -> Stay:
    """The stay with its figures as numbers, the unknown ones entered among those of `all` routes.

    What the stay that this one continues has paid of a common deductible stands in the counters, like a yearly one.
    """
    terms, found = likely_terms(benefits), dict(numbers_of(benefits, care.admission, all).by_path)
    if care.joined and terms.deductible_basis is DeductibleBasis.PER_JOINED_STAYS:
        terms = replace(terms, deductible_basis=DeductibleBasis.ANNUAL)
    own = found.pop((FigureName.ELSEWHERE_DEDUCTIBLE, ()), None)
    if own is not None:
        found[FigureName.DEDUCTIBLE, ()] = own
    if found.get((FigureName.ELSEWHERE, ("value",))) == _NEUTRAL.get(type(terms.elsewhere)):
        found.pop((FigureName.ELSEWHERE, ("value",)), None)
        terms = replace(terms, elsewhere=None)
    stated = {key: number for key, number in found.items() if number is not None}
    return Stay(bill=bill, person=person, used=used, terms=_without_numbers(terms), numbers=Numbers(stated))


_NEUTRAL: Final = {Points: NOUGHT, Factor: UNIT}
"""A reduction that takes nothing is none."""


def alike(one: Stay, other: Stay) -> bool:
    """Whether both follow the same rules, so that they can be settled side by side; their numbers may differ."""
    reductions = {type(stay.terms.elsewhere) for stay in (one, other)} - {type(None)}
    mixed = len(reductions) > 1 or (OwnRatio in reductions and None in {one.terms.elsewhere, other.terms.elsewhere})
    return not mixed and rules_of(one) == rules_of(other)


def rules_of(stay: Stay) -> Stay:
    """How a stay is calculated, its numbers and reductions elsewhere apart."""
    terms = replace(stay.terms, elsewhere=None, elsewhere_first_pay=NONE)
    return replace(stay, terms=terms, numbers=Numbers({}))


def ceiling(bill: Bill, used: YearToDate) -> int:
    """An amount in fen that neither the bill nor anything the year has used reaches."""
    counted: int = sum(astuple(used))
    return bill.total + counted + 1


def _without_numbers(terms: Terms) -> Terms:
    """How to calculate; class B and first pay keep theirs, which are rounded before anything else."""
    return replace(
        terms,
        ratio=replace(terms.ratio, segments=tuple(Segment(None, NONE) for _ in terms.ratio.segments)),
        deductible=(ZERO,),
        elsewhere_deductible=None,
        bonus=NONE,
        own_share_factor=WHOLE,
        cap=None,
        cap_per_visit=None,
        elsewhere=_kind_of(terms.elsewhere),
        supplement=None,
        critical=_kind_of_critical(terms.critical),
        assistance=AssistanceTerms(ZERO, NONE, None) if terms.assistance else None,
    )


def _kind_of(elsewhere: Adjustment | None) -> Adjustment | None:
    match elsewhere:
        case Points():
            return Points(Fraction(0))
        case Factor():
            return Factor(Fraction(0))
        case OwnRatio():
            return OwnRatio(Fraction(0))
        case None:
            return None


def _kind_of_critical(terms: CriticalIllness | None) -> CriticalIllness | None:
    if terms is None:
        return None
    tiers = tuple(Tier(ZERO, None, NONE) for _ in terms.tiers)
    return replace(terms, deductible=ZERO, tiers=tiers, cap=None, counts_deductible=True, counts_elsewhere_loss=True)
