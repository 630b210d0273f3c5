"""What must still hold before a hospital settles directly: one function per condition, in the order of acting."""

from collections.abc import Callable

from desktop_app.domain.advice import FilingAdvice, FilingVerdict, Reasoned
from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.message import message
from desktop_app.domain.policy import SettlementEffect
from desktop_app.domain.region import Relation
from desktop_app.rules import chongqing
from desktop_app.rules.commitment import pays_at_filed_place_only
from desktop_app.rules.coverage import UNDECIDED
from desktop_app.rules.diseases import Listing, disease_name, listing, recognised
from desktop_app.rules.settlement_ends import SOUND, across_provinces, lives_on_balance, rules_of, rules_of_tiers
from desktop_app.rules.situation import Situation
from desktop_app.rules.validity import may_have_ended

Condition = Callable[[Situation, FilingAdvice], Reasoned | None]


def open_conditions(situation: Situation, filing: FilingAdvice) -> tuple[Reasoned, ...]:
    """Every condition that is not yet met or not known to be met."""
    return tuple(found for condition in CONDITIONS if (found := condition(situation, filing)))


def filing_made(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """The filing that is still to be made, looked up, or flagged by the hospital."""
    if filing.verdict not in _STILL_TO_FILE:
        return None
    if situation.relation is Relation.SAME_AREA and filing.verdict is FilingVerdict.ADVISED:
        sure = "" if chongqing.outside_home_district(situation) else "_perhaps"
        return situation.reasoned(message(f"settlement.if.filing_at_home{sure}"), "L2009")
    asked = filing.verdict is FilingVerdict.UNKNOWN and situation.coverage not in UNDECIDED
    if asked:
        ask_first = message("settlement.if.filing_ask", place=situation.place_name)
        return situation.reasoned(ask_first, "S2-25", "N-044")
    text = message(f"settlement.if.filing_{filing.verdict.value}", place=situation.place_name)
    return situation.reasoned(text, *(_FILING_FACTS.get(filing.verdict) or situation.file_first))


def filing_still_holds(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """A filing for a trip whose last day nobody knows, longer ago than such filings are sure to hold (N-046)."""
    record = situation.care.filing_record
    if filing.verdict is not FilingVerdict.VALID or record is None or not may_have_ended(situation, record):
        return None
    return situation.reasoned(message("settlement.if.filing_end", start=record.start), "N-046", "N-042")


def hospital_connected(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """The hospital or drugstore must be connected (联网) for this kind of care."""
    if situation.care.networked is True:
        return None
    if situation.care.kind is CareKind.DRUGSTORE:
        return situation.reasoned(message("settlement.if.connected_drugstore"), "N-058", "N-087")
    kind = message(f"terms.kind.{situation.care.kind.value}")
    return situation.reasoned(message("settlement.if.connected", kind=kind), "N-058", "S1-05")


def insurance_in_force(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """The insurance must be in force, outside any waiting period."""
    state = situation.person.insurance_state
    if state in SOUND or lives_on_balance(situation):
        return None
    if situation.newborn_to_enrol:
        return situation.reasoned(message("settlement.if.insurance_newborn"), "N-116")
    wait = ("N-127", "N-128") if situation.employee else ("N-129",) if situation.residents_wait else ()
    return situation.reasoned(message(f"settlement.if.insurance_{state.value}"), "N-131", *wait)


def injury_clear(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """Nobody else may be liable; the letter that says so is signed only by whoever is sure (N-110, N-111)."""
    injury = situation.care.injury
    if injury is None and situation.care.kind is not CareKind.INJURY:
        return None
    if injury is not None and injury.third_party is False and injury.work is False:
        return situation.reasoned(message("settlement.if.injury_letter"), "N-110", "N-111")
    return situation.reasoned(message("settlement.if.injury_open"), "N-110", "N-111", "N-112")


def disease_recognised(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """A chronic disease must be recognised (认定), in the insured region unless it says otherwise (N-082 to N-086)."""
    if situation.care.kind is not CareKind.CHRONIC_OUTPATIENT or recognised(situation) is True:
        return None
    there = rules_of(situation, SettlementEffect.RECOGNISED_THERE)
    where = "there" if there else "at_home"
    text = message(f"settlement.if.recognised_{where}", disease=disease_name(situation))
    return situation.reasoned(text, "S2-01", "N-082", "N-086", *(rule.binding.fact for rule in there))


def disease_listed(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """Across provinces the disease must be on the list that day; inside a province one asks (N-079, N-080, N-085)."""
    if situation.care.kind is not CareKind.CHRONIC_OUTPATIENT or situation.relation is Relation.SAME_AREA:
        return None
    state = listing(situation)
    if state is Listing.LISTED:
        return None
    there = (rule.binding.fact for rule in rules_of(situation, SettlementEffect.RECOGNISED_THERE))
    numbers = (*there, "N-083") if state is Listing.DOES_NOT_BIND else ("N-080", "N-084")
    text = message(f"settlement.if.{state.value}", disease=disease_name(situation), place=situation.place_name)
    return situation.reasoned(text, *numbers)


def institution_chosen(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """Ordinary outpatient care: the insured region's rule on choosing an institution (选点) must be met (N-078)."""
    if situation.care.kind is not CareKind.OUTPATIENT or lives_on_balance(situation):
        return None
    rules, chosen = rules_of(situation, SettlementEffect.SELECTION), situation.care.selected
    untold = rules_of_tiers(situation, SettlementEffect.SELECTION)
    if untold and chosen is not True:
        others = rules_of_tiers(situation, SettlementEffect.ACCOUNT)
        facts = (untold[0].binding.fact, *(other.binding.fact for other in others), "N-078")
        return situation.reasoned(message("settlement.if.tier", rule=situation.statement(facts[0])), *facts)
    if not rules or (chosen is True and any(rule.binding.firm for rule in rules)):
        return None
    fact = rules[0].binding.fact
    text = message(f"settlement.if.{_choice(situation)}", rule=situation.statement(fact))
    return situation.reasoned(text, fact, "N-078")


def _choice(situation: Situation) -> str:
    """How far the choice has come; one made by a rule that is only said, not attested, is checked first."""
    if situation.care.selected is True:
        return "selected_ask"
    if situation.care.level not in PRIMARY:
        return "not_primary"
    return "not_selected" if situation.care.selected is False else "selected"


def outpatient_granted(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """Ordinary outpatient care: the insured region must pay it elsewhere (N-078)."""
    if situation.care.kind is not CareKind.OUTPATIENT or lives_on_balance(situation):
        return None
    refused = next(iter(rules_of(situation, SettlementEffect.NOT_PAID)), None)
    if refused is not None and not refused.binding.firm:
        rule = situation.statement(refused.binding.fact)
        return situation.reasoned(message("settlement.if.perhaps_not_paid", rule=rule), refused.binding.fact)
    effects = (SettlementEffect.GRANTED, SettlementEffect.SELECTION)
    told = any(rules_of(situation, effect) for effect in effects) or rules_of_tiers(situation, effects[1])
    if told or situation.care.selected is True or situation.relation is Relation.SAME_AREA:
        return None
    return situation.reasoned(message("settlement.if.outpatient_granted"), "N-078", "S0-14")


def childbirth_settled(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """Childbirth elsewhere is settled directly only where that is said (inside Guangdong, N-140; N-094)."""
    if situation.care.kind is not CareKind.CHILDBIRTH or situation.relation is Relation.SAME_AREA:
        return None
    if rules_of(situation, SettlementEffect.AS_INPATIENT):
        return None
    where = "across" if across_provinces(situation) else "inside"
    return situation.reasoned(message(f"settlement.if.childbirth_{where}"), "N-094", "N-114")


def drugstore_open(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """Residents have no personal account: the drugstore must be open for what their scheme pays."""
    if situation.care.kind is not CareKind.DRUGSTORE or situation.employee:
        return None
    return situation.reasoned(message("settlement.if.drugstore_resident"), "N-087")


def papers_handed_in(situation: Situation, filing: FilingAdvice) -> Reasoned | None:
    """At home with a filing by letter that pays only at the filed place (N-029, L1034)."""
    rule = pays_at_filed_place_only(situation)
    if rule is None:
        return None
    return situation.reasoned(message("settlement.if.letter_at_home"), rule.binding.fact)


PRIMARY = frozenset({Level.COMMUNITY, Level.LEVEL1, Level.UNKNOWN})
"""Levels at which a primary institution (基层医疗机构) may stand."""

CONDITIONS: tuple[Condition, ...] = (
    filing_made,
    filing_still_holds,
    hospital_connected,
    insurance_in_force,
    injury_clear,
    disease_recognised,
    disease_listed,
    institution_chosen,
    outpatient_granted,
    childbirth_settled,
    drugstore_open,
    papers_handed_in,
)

_FILING_FACTS: dict[FilingVerdict, tuple[str, ...]] = {
    FilingVerdict.LATE_BEFORE_DISCHARGE: ("N-053", "N-054"),
    FilingVerdict.DEEMED: ("N-060",),
    FilingVerdict.UNKNOWN: ("N-042",),
}
_STILL_TO_FILE = {*_FILING_FACTS, FilingVerdict.NEEDED, FilingVerdict.ADVISED}
