"""What could go wrong, said before it does (提醒)."""

from collections.abc import Iterator
from datetime import date

from desktop_app.domain.advice import FilingAdvice, Reasoned, SettlementAdvice, SettlementVerdict
from desktop_app.domain.care import LONG_TERM_TYPES, CareKind, FilingType, Reason
from desktop_app.domain.message import message
from desktop_app.domain.period import months_after
from desktop_app.domain.policy import SettlementEffect
from desktop_app.domain.region import Relation
from desktop_app.rules.commitment import commitment_costs
from desktop_app.rules.filing import TO_FILE
from desktop_app.rules.remarks import remarks
from desktop_app.rules.settlement_ends import SOUND, rules_of
from desktop_app.rules.situation import Situation

NATION_SINCE = date(2023, 1, 1)
"""From this day on the nation's rules of 2022 hold (医保发〔2022〕22号, N-001); the rulebook keeps no earlier ones."""

STALE_MONTHS = 12
"""A rulebook checked longer ago than this is old."""

ABOUT_TODAY = frozenset({"warnings.rulebook_old", "warnings.clock"})
"""The warnings that speak of the rulebook's age and the clock, not of the case."""


def warnings(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> tuple[Reasoned, ...]:
    """Everything worth a warning, the most urgent first."""
    return (
        *_danger(situation),
        *_insurance(situation),
        *_injury(situation),
        *_kind(situation, filing, settlement),
        *remarks(situation),
        *_letter(situation, filing),
        *_rulebook(situation),
    )


def _danger(situation: Situation) -> Iterator[Reasoned]:
    """Care comes first: no paper is worth waiting for."""
    if situation.over:
        return
    if situation.care.emergency:
        yield situation.reasoned(message("warnings.rescue_first"), "N-059", "N-062", "N-063")
    elif situation.care.reason is Reason.EMERGENCY or situation.care.kind is CareKind.EMERGENCY_OUTPATIENT:
        yield situation.reasoned(message("warnings.urgent"), "N-059")


def _insurance(situation: Situation) -> Iterator[Reasoned]:
    state = situation.person.insurance_state
    if state in SOUND:
        return
    if situation.newborn_to_enrol:
        yield situation.reasoned(message("warnings.insurance_newborn"), "N-116")
        return
    facts = ("N-127", "N-128", "N-131", "S0-20") if situation.employee else ("N-129", "N-131")
    scheme = situation.person.scheme.value
    yield situation.reasoned(message(f"warnings.insurance_{state.value}"), "N-131")
    waits = situation.employee or situation.residents_wait
    if waits and state.value in {"interrupted", "new"}:
        yield situation.reasoned(message(f"warnings.waiting_{scheme}"), *facts)
    if situation.employee and state.value in {"interrupted", "arrears"}:
        yield situation.reasoned(message("warnings.balance_stays"), "N-130", "S4-15")


def _injury(situation: Situation) -> Iterator[Reasoned]:
    injury = situation.care.injury
    if situation.care.kind is not CareKind.INJURY and injury is None:
        return
    if injury is not None and injury.work:
        yield situation.reasoned(message("warnings.work_injury"), "N-115")
    elif injury is not None and injury.third_party:
        yield situation.reasoned(message("warnings.third_party"), "N-112")
    else:
        yield situation.reasoned(message("warnings.false_letter"), "N-111", "N-110")


def _kind(situation: Situation, filing: FilingAdvice, settlement: SettlementAdvice) -> Iterator[Reasoned]:
    if settlement.verdict is SettlementVerdict.MANUAL:
        yield situation.reasoned(message("warnings.manual_catalogue"), "N-007")
    if situation.care.kind is CareKind.OUTPATIENT and situation.care.selected is not True:
        for rule in rules_of(situation, SettlementEffect.SELECTION)[:1]:
            yield situation.reasoned(message("warnings.not_selected"), rule.binding.fact)
    lives_there = filing.type is None or filing.type in LONG_TERM_TYPES
    for rule in rules_of(situation, SettlementEffect.CHOICE)[:1] if lives_there else ():
        said = message("warnings.choice", rule=situation.statement(rule.binding.fact))
        yield situation.reasoned(said, rule.binding.fact)
    settled_here = situation.relation is Relation.SAME_AREA or rules_of(situation, SettlementEffect.AS_INPATIENT)
    uncertain = settlement.verdict is SettlementVerdict.DIRECT_IF and not settled_here
    if situation.care.kind is CareKind.CHILDBIRTH and uncertain:
        yield situation.reasoned(message("warnings.childbirth"), "N-114", "N-094")


def _letter(situation: Situation, filing: FilingAdvice) -> Iterator[Reasoned]:
    """What a commitment letter (承诺书) costs later, where one may be signed."""
    if filing.verdict not in TO_FILE or not any(paper.id == "commitment_letter" for paper in filing.materials):
        return
    yield situation.reasoned(message("warnings.letter_true"), "N-026")
    yield from commitment_costs(situation, filing.effective_from or situation.today)
    if situation.may_cite("N-028") and filing.type is not FilingType.REFERRAL:
        yield situation.reasoned(message("warnings.several_places"), "N-028")


def _rulebook(situation: Situation) -> Iterator[Reasoned]:
    """A rulebook that is too old, a clock that stands before its date, or care from before its rules."""
    if situation.care.begins < NATION_SINCE:
        yield situation.reasoned(message("warnings.before_the_rules", day=NATION_SINCE), "N-001")
    checked: date = situation.rulebook.edition().checked_on
    if situation.today > months_after(checked, STALE_MONTHS):
        yield Reasoned(message("warnings.rulebook_old", day=checked))
    elif situation.today < checked:
        yield Reasoned(message("warnings.clock", today=situation.today, day=checked))
