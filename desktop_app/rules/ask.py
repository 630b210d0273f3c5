"""The call script: what to ask, whom, and what is assumed meanwhile (电话问询单)."""

from collections.abc import Callable, Iterator

from desktop_app.domain.advice import FilingAdvice, FilingVerdict, SettlementAdvice, SettlementVerdict
from desktop_app.domain.care import CareKind, FilingType, Reason, Stage
from desktop_app.domain.evidence import Provenance
from desktop_app.domain.message import Message, message
from desktop_app.domain.outcome import Ask, MoneyAdvice
from desktop_app.domain.policy import SettlementEffect
from desktop_app.domain.region import Relation
from desktop_app.rules.ask_disputes import disputed_facts
from desktop_app.rules.ask_figures import FIRST, missing_figures, ranged_figures, swaying_figures
from desktop_app.rules.chongqing import outside_home_district
from desktop_app.rules.claim import claim_limit
from desktop_app.rules.coverage import UNDECIDED, Coverage
from desktop_app.rules.diseases import Listing, disease_name, listing, recognised
from desktop_app.rules.exemption import stance_on
from desktop_app.rules.filing_type import UNLIKELY, type_is_a_guess, unlikely_type
from desktop_app.rules.settlement_ends import SOUND, rules_of, rules_of_tiers
from desktop_app.rules.situation import Situation

OPEN = 7
"""So many questions are put to somebody at once; the others are there for whoever has the patience (还可以问)."""

Questions = Callable[[Situation, FilingAdvice, SettlementAdvice], Iterator[Ask]]


def call_script(
    situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice, money: MoneyAdvice | None
) -> tuple[Ask, ...]:
    """The questions whose answers could change what the plan says, the deciding ones first, each once.

    Then the figures nobody has, the ranges that narrow the result most, what sources dispute, and what narrows less.
    """
    asked = [ask for questions in QUESTIONS for ask in questions(situation, filing, settlement)]
    ranged: tuple[Ask, ...] = ()
    if money is not None:
        asked.extend(missing_figures(situation, money.as_is))
        ranged = ranged_figures(situation, money.as_is)
    asked.extend(ranged[:FIRST])
    asked.extend(disputed_facts(situation, filing, settlement, money, (*asked, *ranged)))
    asked.extend(ranged[FIRST:])
    asked.extend(swaying_figures(situation, money.alternatives if money else ()))
    found: dict[Message, Ask] = {}
    for ask in asked:
        found.setdefault(ask.question, ask)
    return tuple(found.values())


def _filing_record(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    undecided = situation.coverage in UNDECIDED and filing.verdict in {FilingVerdict.UNKNOWN, FilingVerdict.ADVISED}
    if undecided and situation.relation is not Relation.SAME_AREA:
        yield _ask(situation, "filing_record", "none_found", "N-042", place=situation.place_name)
    if situation.stage is Stage.UNKNOWN:
        yield _ask(situation, "how_settled", None, "N-055")
    elif situation.care.stage is Stage.UNKNOWN and situation.ahead and situation.is_stay:
        yield _ask(situation, "admitted", "not_admitted", "N-053")
    if situation.care.region is None:
        yield _ask(situation, "place", None, "N-040")


def _exemption(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    """Doubtful rules about filing: what holds this year."""
    stance = stance_on(situation)
    away = situation.relation is not Relation.SAME_AREA and filing.verdict not in _NOT_ASKED
    open_in_province = situation.relation is Relation.SAME_PROVINCE and not stance.firmly_asking
    if away and (stance.doubted or (open_in_province and stance.trips_only is None)):
        rules = (*stance.doubted[:1], *stance.against[:1]) or stance.asking[:1]
        facts = [rule.binding.fact for rule in rules] or ["S2-25"]
        kind = message(f"terms.kind.{situation.care.kind.value}")
        asked = {"place": situation.place_name, "kind": kind}
        if situation.over:
            yield _ask(situation, "exempt_then", None, *facts, day=situation.care.begins, **asked)
        else:
            yield _ask(situation, "exempt", "file_anyway", *facts, **asked)


_NOT_ASKED = {FilingVerdict.NOT_NEEDED, FilingVerdict.DEEMED, FilingVerdict.VALID}


def _type(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    if filing.verdict in _NOT_ASKED or situation.relation is Relation.SAME_AREA:
        return
    if situation.reason is Reason.UNKNOWN:
        yield _ask(situation, "reason", None, "N-009")
    if type_is_a_guess(situation):
        yield _ask(situation, "student", "student_temporary", "N-017", "N-016")
    if unlikely := unlikely_type(situation):
        yield _ask(situation, unlikely, None, *UNLIKELY[unlikely])
    if filing.local_category is not None and filing.type is FilingType.WORK_POST and filing.local_category.number:
        yield _ask(situation, "posted_category", "posted_third", "S3-08", "S3-09")


def _urgent(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    """Urgent care without rescue: whether the insured region takes it for rescue is its own to say (N-059)."""
    urgent = situation.care.reason is Reason.EMERGENCY or situation.care.kind is CareKind.EMERGENCY_OUTPATIENT
    if urgent and not situation.care.emergency and filing.verdict not in _NOT_ASKED:
        yield _ask(situation, "urgent", "urgent_not_rescue", "N-059", "N-060")


def _late(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    if filing.verdict is FilingVerdict.LATE_AFTER_DISCHARGE:
        yield _ask(situation, "late_filing", None, "N-055", "N-057")
    fund_pays = settlement.verdict is not SettlementVerdict.NOT_COVERED
    if filing.verdict is FilingVerdict.LATE_BEFORE_DISCHARGE and fund_pays:
        yield _ask(situation, "late_start", "late_start_accepted", "N-053", "N-054", start=situation.start_day)
    if situation.paid_in_part and situation.over and situation.coverage is not Coverage.COVERS:
        yield _ask(situation, "difference", None, "N-055")


def _hospital(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    if situation.care.networked is not None or settlement.verdict is not SettlementVerdict.DIRECT_IF:
        return
    if situation.care.kind is CareKind.DRUGSTORE:
        yield _ask(situation, "connected_drugstore", "connected_not_known", "N-058", "N-087")
    else:
        kind = message(f"terms.kind.{situation.care.kind.value}")
        yield _ask(situation, "connected", "connected_not_known", "N-058", "S1-05", kind=kind)


def _insurance(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    if situation.newborn_to_enrol:
        yield _ask(situation, "newborn", "newborn_from_birth", "N-116")
    elif situation.person.insurance_state not in SOUND and situation.stage is not Stage.DISCHARGED_SETTLED:
        facts = ("N-127", "N-128") if situation.employee else ("N-129",)
        yield _ask(situation, "insurance", "insurance_not_sure", "N-131", *facts)


def _kind(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    """What the kind of care leaves open."""
    if settlement.verdict in {SettlementVerdict.DIRECT, SettlementVerdict.NOT_COVERED}:
        return
    if situation.care.kind is CareKind.CHRONIC_OUTPATIENT:
        yield from _chronic(situation)
    if rules := rules_of_tiers(situation, SettlementEffect.SELECTION):
        yield _ask(situation, "tier", None, *(rule.binding.fact for rule in rules))
    elif situation.care.kind is CareKind.OUTPATIENT and situation.care.selected is not True:
        known = bool(rules_of(situation, SettlementEffect.SELECTION) or rules_of(situation, SettlementEffect.GRANTED))
        if not known and situation.relation is not Relation.SAME_AREA:
            yield _ask(situation, "outpatient", "outpatient_not_sure", "N-078")
    settled_here = situation.relation is Relation.SAME_AREA or rules_of(situation, SettlementEffect.AS_INPATIENT)
    if situation.care.kind is CareKind.CHILDBIRTH and not settled_here:
        yield _ask(situation, "childbirth", "childbirth_claim", "N-094", "N-114")


def _chronic(situation: Situation) -> Iterator[Ask]:
    if recognised(situation) is not True:
        yield _ask(situation, "recognition", None, "N-082", "N-086", disease=disease_name(situation))
    if listing(situation) is Listing.DOES_NOT_BIND and situation.relation is Relation.SAME_PROVINCE:
        there = (rule.binding.fact for rule in rules_of(situation, SettlementEffect.RECOGNISED_THERE))
        yield _ask(situation, "in_province_disease", None, *there, "N-083", disease=disease_name(situation))
    if listing(situation) is Listing.BEING_LISTED:
        yield _ask(situation, "being_listed", "being_listed", "N-080", disease=disease_name(situation))


def _injury(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    injury = situation.care.injury
    if situation.care.kind is not CareKind.INJURY and injury is None:
        return
    if injury is not None and injury.third_party:
        yield _ask(situation, "advance", None, "N-112")
    elif injury is None or (injury.work is not True and (injury.third_party is None or injury.work is None)):
        yield _ask(situation, "liability", "liability_open", "N-110", "N-111")


def _claim(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    if settlement.verdict is not SettlementVerdict.MANUAL:
        return
    limit = claim_limit(situation)
    if not limit.firm:
        assumed = message("ask.assumed.claim_day", day=limit.day)
        yield _ask(situation, "claim_limit", assumed, *limit.facts, "N-106")


def _district(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Ask]:
    if outside_home_district(situation) is not False and situation.stage is not Stage.DISCHARGED_SETTLED:
        yield _ask(situation, "district", "district_outside", "L2009")


QUESTIONS: tuple[Questions, ...] = (
    _filing_record,
    _district,
    _exemption,
    _type,
    _urgent,
    _late,
    _hospital,
    _insurance,
    _kind,
    _injury,
    _claim,
)


def _ask(
    situation: Situation, id: str, assumed: str | Message | None, *facts: str, **parameters: Message | str | object
) -> Ask:
    """A question with the strongest of its facts as provenance of what is assumed meanwhile."""
    shown = situation.cite(*facts)
    first = situation.rulebook.fact(shown[0], situation.insured_code) if shown else None
    provenance = Provenance(evidence=first.evidence, source=first.source, fact=first.number) if first else None
    given = message(f"ask.assumed.{assumed}") if isinstance(assumed, str) else assumed
    return Ask(
        question=Message(f"ask.{id}", tuple(parameters.items())),  # type: ignore[arg-type]  # parameters of a message
        assumed=given,
        provenance=provenance if given else None,
        line=situation.insured.hotline,
        facts=shown,
    )
