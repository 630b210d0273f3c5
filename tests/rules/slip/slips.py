"""One plain stay and its slip, for tests by hand.

The bill is 50,000: 3,000 out of catalogue, 10,000 class B at 10 %. Eligible 50,000 − 3,000 − 1,000 = 46,000; less the
deductible of 2,000 that is 44,000; at 85 % the basic fund pays 37,400.00 and 12,600.00 are left in cash.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Evidence, Fact, Source
from desktop_app.domain.slip import Cause, Explanation, Judgement, SlipCheck, SupposedRule
from desktop_app.rules.estimate.figures import NEUTRAL
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.rules.slip.check import check
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.slip_file import parse_slip
from tests.rulebooks import DictRuleBook
from tests.rules.estimate.sums import benefits, exact, flat, yuan

TODAY = date(2026, 11, 21)
FIGURES: dict[str, Any] = {"deductible": 2000, "ratio": "0.85"}
BILL: dict[str, Any] = {"total": 50000, "out_of_catalogue": 3000, "class_b": 10000, "class_b_ratio": "0.10"}
PRINTED: dict[str, Any] = {
    "total": 50000,
    "out_of_catalogue": 3000,
    "prior_self_pay": 1000,
    "eligible": 46000,
    "deductible": 2000,
    "basic_fund": 37400,
    "fund_total": 37400,
    "cash": 12600,
}
"""The slip that agrees with the estimate in every line."""


@dataclass
class Asking(DictRuleBook):
    """A rulebook that answers by what is asked, and knows the facts with these numbers."""

    answers: Callable[[BenefitQuery], Benefits] = lambda _: NEUTRAL
    numbers: frozenset[str] = frozenset()

    def benefits(self, query: BenefitQuery) -> Benefits:
        """What `answers` says to this query."""
        return self.answers(query)

    def fact(self, number: str, insured_region: str | None = None) -> Fact | None:  # type: ignore[override]  # a method where the plain rulebook shares one
        """A fact of this number, if it is known."""
        if number not in self.numbers or insured_region is None:
            return None
        source = Source(id="s", title="一份文件")
        return Fact(
            number=number,
            text="一条规定",
            topic="emergency",
            regions=("CN",),
            evidence=Evidence.OFFICIAL,
            source=source,
        )


def case(**changes: Any) -> Case:  # noqa: ANN401 -- blocks of a case file
    """The plain case with other blocks; `figures` and `bill` are added to what it has, None takes away."""
    figures = {**FIGURES, **changes.pop("figures", {})}
    bill = {**BILL, **changes.pop("bill", {})}
    document = {
        "version": 1,
        "today": TODAY.isoformat(),
        "person": {"scheme": "employee", **changes.pop("person", {})},
        "care": {"kind": "inpatient", "date": "2026-06-15", **changes.pop("care", {})},
        "bill": {key: value for key, value in bill.items() if value is not None},
        "figures": figures,
        **changes,
    }
    return parse_case(document, DictRuleBook(), TODAY)


def checked(told: Case, printed: Mapping[str, Any], rulebook: DictRuleBook | None = None) -> SlipCheck:
    """The slip with these lines beside the case."""
    return check(told, parse_slip(dict(printed)), rulebook or DictRuleBook())


def slip(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- amounts, or None for a line the slip does not state
    """The plain slip with other lines."""
    return {**PRINTED, **changes}


def causes(found: SlipCheck) -> set[frozenset[Cause]]:
    """Every explanation by its causes."""
    return {frozenset(rule.cause for rule in each.rules) for each in found.explanations}


def explained_by(found: SlipCheck, cause: Cause) -> Explanation:
    """The explanation by this one cause."""
    return next(each for each in found.explanations if [rule.cause for rule in each.rules] == [cause])


def rule(found: SlipCheck, cause: Cause) -> SupposedRule:
    """The one rule of that explanation."""
    [only] = explained_by(found, cause).rules
    return only


def judged(found: SlipCheck, cause: Cause) -> Judgement:
    """How that rule is judged."""
    return rule(found, cause).judgement


def insured(person: Mapping[str, Any] | None = None, **care: Any) -> Case:  # noqa: ANN401 -- fields of the care block
    """The plain case without figures of its own: an employee of Taiyuan in a level 3 hospital of Beijing."""
    told = case(
        person={"insured_region": "140100", "status": "working", **(person or {})},
        care={"region": "110000", "level": "level3", "stage": "discharged_settled", **care},
    )
    return replace(told, figures=None)


FILED: dict[str, Any] = {
    "filing": "filed",
    "filing_record": {"type": "referral", "from": "2026-01-01", "region": "110000"},
}
LONG_TERM: dict[str, Any] = {
    "filing": "filed",
    "reason": "long_term_residence",
    "filing_record": {"type": "long_term_residence", "from": "2026-01-01", "region": "110000"},
}


def plain_figures(ratio: str | int = 85, deductible: str | int = 2000, **more: Any) -> Benefits:  # noqa: ANN401 -- figures
    """The figures of the plain case, as a rulebook has them."""
    return benefits(ratio=exact(flat(ratio)), deductible=exact((yuan(deductible),)), **more)
