"""How the bill is settled (结算方式): what closes the question, else the conditions that are still open (wizard.md)."""

from collections.abc import Iterator

from desktop_app.domain.advice import FilingAdvice, Reasoned, SettlementAdvice, SettlementVerdict
from desktop_app.domain.care import CareKind
from desktop_app.domain.message import message
from desktop_app.domain.policy import SettlementEffect
from desktop_app.domain.region import Relation
from desktop_app.rules.claim import claim_advice
from desktop_app.rules.route import bring, if_it_fails, route
from desktop_app.rules.settlement_conditions import open_conditions
from desktop_app.rules.settlement_ends import Finding, rules_of, settlement_end
from desktop_app.rules.situation import Situation, gathered

MOST_FACTS = 8


def advise_settlement(situation: Situation, filing: FilingAdvice) -> SettlementAdvice:
    """The settlement verdict with its conditions, the route step by step, and the claim where that fails."""
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
    verdict = SettlementVerdict.DIRECT_IF if conditions else SettlementVerdict.DIRECT
    kind = situation.care.kind
    basis = situation.reasoned(message("settlement.why.connected"), "S1-09")
    like_at_home = kind in _LIKE_AT_HOME or rules_of(situation, SettlementEffect.AS_INPATIENT)
    across = situation.relation is Relation.CROSS_PROVINCE
    if across or (situation.relation is not Relation.SAME_AREA and not like_at_home):
        basis = situation.reasoned(message(f"settlement.why.{kind.value}"), *_BASIS[kind])
    said = situation.reasoned(message(f"settlement.why.{verdict.value}"))
    return Finding(verdict, (said, basis, *_granted(situation)))


def _granted(situation: Situation) -> Iterator[Reasoned]:
    """What the insured region itself says in favour of this kind of care."""
    effects = [SettlementEffect.GRANTED, SettlementEffect.AS_INPATIENT]
    if situation.care.selected is True:
        effects.append(SettlementEffect.SELECTION)
    for effect in effects:
        for rule in rules_of(situation, effect)[:1]:
            text = message(f"settlement.why.{effect.value}", rule=situation.statement(rule.binding.fact))
            yield situation.reasoned(text, rule.binding.fact)


_BASIS = {
    CareKind.INPATIENT: ("N-077", "N-040"),
    CareKind.OUTPATIENT: ("N-078",),
    CareKind.CHRONIC_OUTPATIENT: ("N-079", "N-080", "N-082"),
    CareKind.EMERGENCY_OUTPATIENT: ("N-078",),
    CareKind.DRUGSTORE: ("N-087",),
    CareKind.CHILDBIRTH: ("N-094",),
    CareKind.INJURY: ("N-077",),
}
"""What makes direct settlement possible for each kind of care."""

_LIKE_AT_HOME = frozenset({CareKind.INPATIENT, CareKind.INJURY, CareKind.EMERGENCY_OUTPATIENT})
"""Kinds of care of which the nation's documents say more for another province only."""
