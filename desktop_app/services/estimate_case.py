"""Estimate what comes back for a case."""

from desktop_app.domain.case import Case
from desktop_app.domain.outcome import Estimate
from desktop_app.rules.estimate import year
from desktop_app.rules.rulebook import RuleBook


def estimate_case(case: Case, rulebook: RuleBook) -> tuple[Estimate, ...]:
    """The estimate of every episode, in order of date.

    Raises Problem for a case without a bill, and where figures are missing that only an insured region could give.
    """
    return year.estimate_case(case, rulebook)
