"""The whole answer to a case: filing, settlement, money, and everything that follows from them."""

from collections.abc import Iterator

from desktop_app.domain.advice import FilingAdvice, Reasoned, SettlementAdvice
from desktop_app.domain.case import Case
from desktop_app.domain.outcome import Plan
from desktop_app.rules.ask import call_script
from desktop_app.rules.checklist import checklist
from desktop_app.rules.compare.advice import money_advice
from desktop_app.rules.deadlines import deadlines
from desktop_app.rules.filing import advise_filing
from desktop_app.rules.rulebook import RuleBook
from desktop_app.rules.settlement import advise_settlement
from desktop_app.rules.situation import situation_of
from desktop_app.rules.warnings import warnings


def make_plan(case: Case, rulebook: RuleBook) -> Plan:
    """The plan for the first episode. Raises Problem where the insured region is missing or nobody is insured there."""
    situation = situation_of(case, rulebook)
    filing = advise_filing(situation)
    settlement = advise_settlement(situation, filing)
    money = money_advice(situation, filing, settlement)
    due = deadlines(situation, filing, settlement)
    asked = call_script(situation, filing, settlement, money)
    warned = warnings(situation, filing, settlement)
    cited = [
        *filing.facts,
        *settlement.facts,
        *_facts(filing, settlement),
        *(number for other in (money.alternatives if money else ()) for number in other.facts),
        *(number for deadline in due for number in deadline.facts),
        *(number for ask in asked for number in ask.facts),
        *(number for warning in warned for number in warning.facts),
    ]
    return Plan(
        filing=filing,
        settlement=settlement,
        money=money,
        checklist=checklist(situation, filing, settlement, due),
        deadlines=due,
        ask=asked,
        warnings=warned,
        facts=tuple(dict.fromkeys(cited)),
    )


def _facts(filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[str]:
    """The facts behind papers, channels, days, steps and the claim."""
    claim = settlement.claim
    said: list[Reasoned | None] = [
        *filing.why,
        *filing.channels,
        filing.review_time,
        filing.change_rule,
        *settlement.why,
        *settlement.conditions,
        *(step.do for step in settlement.steps),
        *settlement.if_it_fails,
        *((claim.where, claim.deadline) if claim else ()),
    ]
    papers = (*filing.materials, *settlement.bring, *(claim.papers if claim else ()))
    if filing.validity:
        yield from filing.validity.facts
    for reasoned in said:
        yield from reasoned.facts if reasoned else ()
    for paper in papers:
        yield from paper.facts
