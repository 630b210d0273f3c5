"""One episode with everything its estimate rests on."""

from typing import NamedTuple

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import Care
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.person import Person
from desktop_app.rules.estimate.entitlement import Entitlement, claimant, entitlement
from desktop_app.rules.estimate.terms import Terms, likely_terms


class JoinedPaid(NamedTuple):
    """The deductible that the stays this one continues have paid, in fen."""

    least: Fen
    likely: Fen
    most: Fen


NOT_JOINED = JoinedPaid(ZERO, ZERO, ZERO)


class Reckoning(NamedTuple):
    """The episode, its figures, and what they come to at their likely values; gaps stand there as neutral figures."""

    person: Person
    care: Care
    bill: Bill
    used: YearToDate
    benefits: Benefits
    terms: Terms
    due: Entitlement
    joined: JoinedPaid = NOT_JOINED


def reckoning(
    person: Person, care: Care, bill: Bill, used: YearToDate, benefits: Benefits, joined: JoinedPaid = NOT_JOINED
) -> Reckoning:
    """The reckoning at the likely figures."""
    terms = likely_terms(benefits)
    due = entitlement(terms, claimant(person, care.admission), used, joined.likely)
    return Reckoning(person, care, bill, used, benefits, terms, due, joined)
