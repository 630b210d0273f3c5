"""The lines of the settlement table that close the question, in the order of wizard.md; the first that fits decides."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.advice import FilingAdvice, FilingVerdict, Reasoned, SettlementVerdict
from desktop_app.domain.care import LONG_TERM_TYPES, CareKind, FilingType, Stage
from desktop_app.domain.message import message
from desktop_app.domain.person import InsuranceState
from desktop_app.domain.policy import SettlementEffect, SettlementRule
from desktop_app.domain.region import Relation
from desktop_app.rules.diseases import Listing, disease_name, listing
from desktop_app.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class Finding:
    """A line that fits: the verdict and what it rests on."""

    verdict: SettlementVerdict
    why: tuple[Reasoned, ...]


End = Callable[[Situation, FilingAdvice], Finding | None]


def settlement_end(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """The first line that closes the question; None where it depends on conditions."""
    return next((found for end in ENDS if (found := end(situation, filing))), None)


def not_covered(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """Abroad, at work, by somebody else's fault (N-112, N-115), or without insurance: the fund does not pay.

    A newborn can be enrolled within 90 days and is then covered from its birth (N-116).
    """
    injury = situation.care.injury
    if situation.abroad:
        return _no(situation, "abroad", "N-112")
    if injury is not None and injury.work is True:
        return _no(situation, "work_injury", "N-115", "N-112")
    if injury is not None and injury.third_party is True:
        return _no(situation, "third_party", "N-112")
    if situation.person.insurance_state is InsuranceState.NOT_ENROLLED and not situation.newborn:
        return _no(situation, "not_enrolled", "N-008")
    return None


def settled_already(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """Settled on the spot at discharge."""
    if situation.stage is not Stage.DISCHARGED_SETTLED:
        return None
    why = situation.reasoned(message("settlement.why.settled"), "N-077")
    return Finding(SettlementVerdict.DIRECT, (why,))


def paid_in_full(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """Paid in full: a manual claim (手工报销) in the insured region."""
    if situation.stage is not Stage.DISCHARGED_PAID:
        return None
    paid = message("settlement.why.paid")
    if situation.bill is not None and situation.bill.funds_paid is not None:
        paid = message("settlement.why.paid_in_part", paid=situation.bill.funds_paid)
    why = [situation.reasoned(paid, *_CLAIM_FACTS)]
    if situation.care.kind is CareKind.CHRONIC_OUTPATIENT:
        why.append(_on_the_list(situation))
    if situation.newborn:
        why.append(situation.reasoned(message("settlement.why.newborn"), "N-116", "N-117"))
    if filing.verdict is FilingVerdict.DEEMED:
        why.append(situation.reasoned(message("settlement.why.rescue_claim"), "N-059", "N-061"))
    return Finding(SettlementVerdict.MANUAL, tuple(why))


def not_connected(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """The hospital is not connected for this kind of care: pay first, claim afterwards (N-058)."""
    if situation.care.networked is not False:
        return None
    facts = ["N-058", *_CLAIM_FACTS[:2]]
    what = "_drugstore" if situation.care.kind is CareKind.DRUGSTORE else ""
    why = [situation.reasoned(message(f"settlement.why.not_connected{what}"), *facts)]
    if situation.care.kind is CareKind.CHRONIC_OUTPATIENT:
        why.append(situation.reasoned(message("settlement.why.chronic_not_open"), "N-083", "N-084"))
    return Finding(SettlementVerdict.MANUAL, tuple(why))


def stage_not_known(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """The care is over, but nobody says how it was paid."""
    if situation.stage is not Stage.UNKNOWN:
        return None
    why = situation.reasoned(message("settlement.why.stage_missing"), "N-055")
    return Finding(SettlementVerdict.UNKNOWN, (why,))


def balance_only(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """Insurance interrupted or in arrears: what the personal account holds can still be spent (N-130)."""
    if not lives_on_balance(situation):
        return None
    drugstore = ("N-087",) if situation.care.kind is CareKind.DRUGSTORE else ()
    text = message("settlement.why.balance_only", balance=situation.balance)
    why = situation.reasoned(text, "N-130", "S4-15", *drugstore)
    return Finding(SettlementVerdict.PERSONAL_ACCOUNT, (why,))


def lives_on_balance(situation: Situation) -> bool:
    """Whether the fund has stopped but small care can still be paid from what the personal account holds (N-130)."""
    stopped = situation.person.insurance_state in {InsuranceState.INTERRUPTED, InsuranceState.ARREARS}
    return stopped and bool(situation.balance) and situation.care.kind in _SMALL


def chronic_off_the_list(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """A disease that provinces do not settle with each other: pay first, claim afterwards (N-084)."""
    if situation.care.kind is not CareKind.CHRONIC_OUTPATIENT or listing(situation) is not Listing.NOT_LISTED:
        return None
    return Finding(SettlementVerdict.MANUAL, (_on_the_list(situation), *_claim(situation)))


def fund_does_not_pay(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """The insured region pays no such care on trips (Zhuhai's outpatient care, L1041)."""
    rule = next((r for r in rules_of(situation, SettlementEffect.NOT_PAID) if r.binding.firm), None)
    if rule is None or (rule.temporary_only and not _is_trip(filing)):
        return None
    said = message("settlement.why.not_granted", rule=situation.statement(rule.binding.fact))
    why = [situation.reasoned(said, rule.binding.fact)]
    if not situation.balance:
        return Finding(SettlementVerdict.NOT_COVERED, tuple(why))
    why.append(situation.reasoned(message("settlement.why.account_pays"), "N-126"))
    return Finding(SettlementVerdict.PERSONAL_ACCOUNT, tuple(why))


def account_pays(situation: Situation, filing: FilingAdvice) -> Finding | None:
    """The personal account (个人账户) pays: in connected drugstores (N-087), for Shenzhen's outpatients (S3-13)."""
    if situation.care.networked is not True or not situation.employee or situation.care.selected is True:
        return None
    sound = situation.person.insurance_state in SOUND
    always = rules_of(situation, SettlementEffect.ACCOUNT) if sound or situation.balance else []
    rules = [*always, *(rules_of(situation, SettlementEffect.ACCOUNT_WITH_BALANCE) if situation.balance else [])]
    if not rules:
        return None
    facts = [rule.binding.fact for rule in (*rules, *rules_of(situation, SettlementEffect.SELECTION))]
    if situation.care.kind is CareKind.DRUGSTORE:
        facts.append("N-126")
    why = situation.reasoned(message(f"settlement.why.account_{situation.care.kind.value}"), *facts)
    return Finding(SettlementVerdict.PERSONAL_ACCOUNT, (why,))


ENDS: tuple[End, ...] = (
    not_covered,
    settled_already,
    paid_in_full,
    not_connected,
    stage_not_known,
    balance_only,
    chronic_off_the_list,
    fund_does_not_pay,
    account_pays,
)

SOUND = frozenset({InsuranceState.NORMAL, InsuranceState.UNSTATED})
"""Insurance in force, or nothing said that would doubt it."""

_SMALL = frozenset({CareKind.OUTPATIENT, CareKind.EMERGENCY_OUTPATIENT, CareKind.DRUGSTORE})
"""Kinds of care a personal account can carry by itself."""

_CLAIM_FACTS = ("N-099", "S1-10", "N-007")


def rules_of(situation: Situation, effect: SettlementEffect) -> list[SettlementRule]:
    """The region's rules with this effect on this kind of care, most specific first."""
    return [rule for rule in _on_this_care(situation, effect) if rule.binding.covers(situation.person)]


def rules_of_tiers(situation: Situation, effect: SettlementEffect) -> list[SettlementRule]:
    """The rules that would bind one tier (档) of employees, while nobody says which tier this person belongs to."""
    if situation.person.tier is not None or not situation.employee:
        return []
    return [rule for rule in _on_this_care(situation, effect) if rule.binding.tiers]


def _on_this_care(situation: Situation, effect: SettlementEffect) -> list[SettlementRule]:
    return [
        rule
        for rule in situation.rulebook.settlement_rules(situation.insured_code, situation.care.begins)
        if rule.effect is effect
        and situation.care.kind in rule.kinds
        and (not rule.relations or situation.relation in rule.relations)
    ]


def _is_trip(filing: FilingAdvice) -> bool:
    """Whether the care is filed, or would be, as a trip."""
    return filing.type not in LONG_TERM_TYPES | {FilingType.REFERRAL, FilingType.EMERGENCY}


def _no(situation: Situation, id: str, *facts: str) -> Finding:
    return Finding(SettlementVerdict.NOT_COVERED, (situation.reasoned(message(f"settlement.why.{id}"), *facts),))


def _claim(situation: Situation) -> tuple[Reasoned, ...]:
    return (situation.reasoned(message("settlement.why.pay_and_claim"), *_CLAIM_FACTS),)


def _on_the_list(situation: Situation) -> Reasoned:
    """Whether the disease was on the list of provinces that day."""
    state, day = listing(situation), situation.care.begins
    text = message(f"settlement.listing.{state.value}", disease=disease_name(situation), day=day)
    return situation.reasoned(text, "N-079", "N-080", *(("N-082", "N-084") if state is not Listing.LISTED else ()))


def across_provinces(situation: Situation) -> bool:
    """Whether the two places lie in different provinces."""
    return situation.relation is Relation.CROSS_PROVINCE
