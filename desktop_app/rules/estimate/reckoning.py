"""One episode with everything its estimate rests on."""

from typing import NamedTuple

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import Care
from desktop_app.domain.figure import Benefits
from desktop_app.domain.person import Person
from desktop_app.rules.estimate.entitlement import Entitlement, entitlement
from desktop_app.rules.estimate.terms import Terms, likely_terms


class Reckoning(NamedTuple):
    """The episode, its figures, and what they come to at their likely values; gaps stand there as neutral figures."""

    person: Person
    care: Care
    bill: Bill
    used: YearToDate
    benefits: Benefits
    terms: Terms
    due: Entitlement


def reckoning(person: Person, care: Care, bill: Bill, used: YearToDate, benefits: Benefits) -> Reckoning:
    """The reckoning at the likely figures."""
    terms = likely_terms(benefits)
    return Reckoning(person, care, bill, used, benefits, terms, entitlement(terms, person, care.admission, used))
