"""How the bill is settled (结算方式): what closes the question, else the conditions that are still open (wizard.md)."""

from desktop_app.domain.outcome import FilingAdvice, Reasoned, SettlementAdvice, SettlementVerdict
from desktop_app.domain.message import message
from desktop_app.rules.claim import claim_advice
from desktop_app.rules.route import bring, if_it_fails, route
from desktop_app.rules.settlement_conditions import open_conditions
from desktop_app.rules.settlement_ends import Finding, settlement_end
from desktop_app.rules.situation import Situation, gathered

MOST_FACTS = 8


def advise_settlement(situation: Situation, filing: FilingAdvice) -> SettlementAdvice:
    """The settlement verdict with its conditions, the route step by step, and the claim where direct settlement fails."""
    found = settlement_end(situation, filing)
    conditions = open_conditions(situation, filing) if found is None or _still_open(found) else ()
    if found is None:
        found = _by_conditions(situation, conditions)
    return SettlementAdvice(
        verdict=found.verdict,
        why=found.why,
        conditions=conditions,
        steps=route(situation, filing, found.verdict),
        bring=bring(situation, filing, found.verdict),
        if_it_fails=if_it_fails(situation, found.verdict),
        claim=claim_advice(situation, found.verdict),
        facts=gathered(found.why, conditions, most=MOST_FACTS),
    )


def _still_open(found: Finding) -> bool:
    """Whether conditions matter although the way of payment is settled: the personal account may have company."""
    return found.verdict is SettlementVerdict.PERSONAL_ACCOUNT


def _by_conditions(situation: Situation, conditions: tuple[Reasoned, ...]) -> Finding:
    """Direct where nothing is open any more, direct under conditions where something is."""
    basis = situation.reasoned(
        message(f"settlement.why.{situation.care.kind.value}"), *_BASIS[situation.care.kind.value]
    )
    if conditions:
        return Finding(SettlementVerdict.DIRECT_IF, (situation.reasoned(message("settlement.why.direct_if")), basis))
    return Finding(SettlementVerdict.DIRECT, (situation.reasoned(message("settlement.why.direct")), basis))


_BASIS = {
    "inpatient": ("N-077", "N-040"),
    "outpatient": ("N-078",),
    "chronic_outpatient": ("N-079", "N-080", "N-082"),
    "emergency_outpatient": ("N-078",),
    "drugstore": ("N-087",),
    "childbirth": ("N-094",),
    "injury": ("N-077",),
}
"""What makes direct settlement possible for each kind of care."""
