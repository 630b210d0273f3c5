"""Plan a case: what to file, how it is settled, what each way costs."""

from desktop_app.domain.case import Case
from desktop_app.domain.outcome import Plan
from desktop_app.rules.plan import make_plan
from desktop_app.rules.rulebook import RuleBook


def plan_case(case: Case, rulebook: RuleBook) -> Plan:
    """The plan for the case's first episode. Raises Problem where the insured region is missing or has no insurance."""
    return make_plan(case, rulebook)
