"""The route step by step: before leaving, at registration, during the stay, at discharge, afterwards (办理步骤)."""

from collections.abc import Iterator

from desktop_app.domain.advice import (
    FilingAdvice,
    FilingVerdict,
    Material,
    Moment,
    Reasoned,
    RouteStep,
    SettlementVerdict,
)
from desktop_app.domain.care import CareKind, FilingType, Stage
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.person import InsuranceState
from desktop_app.domain.policy import SettlementEffect
from desktop_app.domain.region import Relation
from desktop_app.rules import chongqing
from desktop_app.rules.coverage import Coverage
from desktop_app.rules.diseases import disease_name, recognised
from desktop_app.rules.filing_type import type_asked
from desktop_app.rules.materials import Paper, material
from desktop_app.rules.settlement_ends import SOUND, rules_of, rules_of_tiers
from desktop_app.rules.situation import Situation

LARGE_BILL = Fen(3_000_000)
"""From 30,000 yuan on the insured region may ask the place of care to check a claim (N-134)."""

TO_FILE_FIRST = frozenset({FilingVerdict.NEEDED, FilingVerdict.ADVISED, FilingVerdict.UNKNOWN})

TO_CORRECT = frozenset({Coverage.OTHER_PLACE, Coverage.STARTS_LATER, Coverage.LATE})
"""Filings that are there but miss the place or the day: corrected, or made again."""

STILL_AHEAD: dict[Stage, tuple[Moment, ...]] = {
    Stage.PLANNING: tuple(Moment),
    Stage.ADMITTED: (Moment.DURING, Moment.DISCHARGE, Moment.AFTER),
    Stage.DISCHARGED_SETTLED: (Moment.AFTER,),
    Stage.DISCHARGED_PAID: (Moment.AFTER,),
    Stage.UNKNOWN: (Moment.AFTER,),
}
"""The moments that have not passed at each stage."""


def route(situation: Situation, filing: FilingAdvice, verdict: SettlementVerdict) -> tuple[RouteStep, ...]:
    """What to do from here on, in order; nothing abroad, where no insurance card is read."""
    ahead = () if situation.abroad else STILL_AHEAD[situation.stage]
    return tuple(RouteStep(moment, step) for moment in ahead for step in _STEPS[moment](situation, filing, verdict))


def bring(situation: Situation, filing: FilingAdvice, verdict: SettlementVerdict) -> tuple[Material, ...]:
    """What to have at hand in the hospital; nothing abroad, or once the care is over."""
    if situation.abroad or situation.over or situation.stage is Stage.UNKNOWN:
        return ()
    papers = [Paper("credential", ("N-097",))]
    if type_asked(situation) is FilingType.REFERRAL:
        papers.append(Paper("referral_certificate", ("N-023",)))
    if filing.verdict is FilingVerdict.VALID:
        papers.append(Paper("filing_record", ("N-042",)))
    if situation.care.kind is CareKind.CHRONIC_OUTPATIENT:
        papers.append(Paper("recognition_proof", ("N-083",)))
    if verdict is SettlementVerdict.MANUAL:
        papers.append(Paper("means_to_pay", ("N-058",)))
    return tuple(material(situation, paper) for paper in papers)


def if_it_fails(situation: Situation, verdict: SettlementVerdict) -> tuple[Reasoned, ...]:
    """What to do when the machine says no (N-132 to N-134)."""
    if situation.over or verdict in {SettlementVerdict.NOT_COVERED, SettlementVerdict.MANUAL}:
        return _large_bill(situation) if verdict is SettlementVerdict.MANUAL else ()
    home = "_at_home" if situation.relation is Relation.SAME_AREA else ""
    asked = "_drugstore" if situation.care.kind is CareKind.DRUGSTORE else home
    between = () if home else (situation.reasoned(message("route.fails.answer_times"), "N-133"),)
    return (
        situation.reasoned(message(f"route.fails.ask_office{asked}"), "N-132"),
        situation.reasoned(message("route.fails.call", line=situation.line), "N-135"),
        *between,
        situation.reasoned(message(f"route.fails.pay_and_keep{home}"), "S1-10", "N-109"),
        *_large_bill(situation),
    )


def _large_bill(situation: Situation) -> tuple[Reasoned, ...]:
    if situation.bill is None or situation.bill.total < LARGE_BILL:
        return ()
    return (situation.reasoned(message("route.fails.large_bill"), "N-134"),)


def _before(situation: Situation, filing: FilingAdvice, verdict: SettlementVerdict) -> Iterator[Reasoned]:
    say = situation.reasoned
    if situation.care.emergency:
        yield say(message("route.before.rescue"), "N-059", "N-062")
        return
    if type_asked(situation) is FilingType.REFERRAL and filing.verdict is not FilingVerdict.VALID:
        yield say(message("route.before.referral"), "N-023")
    yield from _newborn(situation, filing)
    insurance = say(message("route.before.insurance"), "N-131")
    enrol_first = situation.person.insurance_state is InsuranceState.NOT_ENROLLED and not situation.newborn
    if enrol_first:
        yield insurance
    if filing.verdict in TO_FILE_FIRST and situation.relation is Relation.SAME_AREA:
        yield say(message("route.before.file_at_home", area=situation.insured_name), "L2009")
    elif filing.verdict in TO_FILE_FIRST:
        yield say(message("route.before.file", place=situation.place_name), "N-040", "N-041")
    if situation.person.insurance_state not in SOUND and not enrol_first:
        yield insurance
    yield from _choose_hospital(situation, verdict)


def _choose_hospital(situation: Situation, verdict: SettlementVerdict) -> Iterator[Reasoned]:
    """Connected, chosen, open for the disease: what to find out about the hospital before going there."""
    care, say = situation.care, situation.reasoned
    if verdict is SettlementVerdict.MANUAL and care.networked is False:
        yield say(message("route.before.other_hospital", place=situation.place_name), "N-040", "N-058")
    elif care.networked is not True and verdict is not SettlementVerdict.NOT_COVERED:
        yield _look_up_connection(situation)
    if rules_of_tiers(situation, SettlementEffect.SELECTION):
        yield say(message("route.before.tier", line=situation.line), "N-078")
    if care.kind is CareKind.OUTPATIENT and care.selected is not True:
        for rule in rules_of(situation, SettlementEffect.SELECTION)[:1]:
            yield say(message("route.before.select", place=situation.place_name), rule.binding.fact)
    if care.kind is CareKind.CHRONIC_OUTPATIENT and recognised(situation) is not True:
        yield say(message("route.before.recognise", disease=disease_name(situation)), "N-086", "N-082")


def _look_up_connection(situation: Situation) -> Reasoned:
    """Whether the hospital or drugstore is connected for this."""
    if situation.care.kind is CareKind.DRUGSTORE:
        return situation.reasoned(message("route.before.connected_drugstore"), "N-087", "N-034")
    kind = message(f"terms.kind.{situation.care.kind.value}")
    return situation.reasoned(message("route.before.connected", kind=kind), "S1-05", "N-034")


def _registration(situation: Situation, filing: FilingAdvice, verdict: SettlementVerdict) -> Iterator[Reasoned]:
    say = situation.reasoned
    if situation.care.emergency:
        yield say(message("route.registration.emergency_flag"), "N-060")
    pays_alone = verdict in {SettlementVerdict.MANUAL, SettlementVerdict.NOT_COVERED}
    if situation.care.kind is not CareKind.DRUGSTORE and not pays_alone:
        home = "_at_home" if situation.relation is Relation.SAME_AREA else ""
        yield say(message(f"route.registration.credential{home}", area=situation.insured.name), "N-097")
    if situation.care.kind is CareKind.CHRONIC_OUTPATIENT and not pays_alone:
        yield say(message("route.registration.disease", disease=disease_name(situation)), "N-083")
    yield from _injury(situation)


def _during(situation: Situation, filing: FilingAdvice, verdict: SettlementVerdict) -> Iterator[Reasoned]:
    say = situation.reasoned
    in_hospital = situation.stage is Stage.ADMITTED
    if in_hospital and situation.care.emergency:
        yield say(message("route.registration.emergency_flag"), "N-060")
    if in_hospital:
        yield from _newborn(situation, filing)
    yield from _file_late(situation, filing, verdict)
    if in_hospital and filing.verdict is FilingVerdict.UNKNOWN:
        yield say(message("route.during.look_up", start=situation.start_day), "N-042", "N-053")
    if in_hospital and situation.care.networked is None and verdict is not SettlementVerdict.NOT_COVERED:
        yield say(message("route.during.connected"), "N-058")
    if in_hospital:
        yield from _injury(situation)
    if in_hospital and situation.care.injury is not None and situation.care.injury.third_party:
        yield say(message("route.during.advance"), "N-112")
    if situation.is_stay and not situation.over and verdict is not SettlementVerdict.NOT_COVERED:
        yield say(message("route.during.outside_examination"), "N-090")


def _newborn(situation: Situation, filing: FilingAdvice) -> Iterator[Reasoned]:
    """A newborn is enrolled first, then its parents file for it (N-116, N-118)."""
    if situation.newborn_to_enrol:
        yield situation.reasoned(message("route.before.newborn"), "N-118", "N-116")
    elif situation.newborn and filing.verdict in {*TO_FILE_FIRST, FilingVerdict.LATE_BEFORE_DISCHARGE}:
        yield situation.reasoned(message("route.before.newborn_file"), "N-118")


def _file_late(situation: Situation, filing: FilingAdvice, verdict: SettlementVerdict) -> Iterator[Reasoned]:
    """Filing or correcting the filing from the ward; where somebody else must pay, only in case of an advance."""
    if filing.verdict is not FilingVerdict.LATE_BEFORE_DISCHARGE:
        return
    if verdict is SettlementVerdict.NOT_COVERED:
        yield situation.reasoned(message("route.during.file_too"), "N-053", "N-112")
        return
    correct = "correct" if situation.coverage in TO_CORRECT else "file"
    start, place = situation.start_day, situation.place_name
    yield situation.reasoned(message(f"route.during.{correct}", start=start, place=place), "N-053", "N-054")
    if verdict is not SettlementVerdict.MANUAL:
        yield situation.reasoned(message("route.during.tell_office"), "N-053")


def _discharge(situation: Situation, filing: FilingAdvice, verdict: SettlementVerdict) -> Iterator[Reasoned]:
    kind = "stay" if situation.is_stay else "visit"
    if verdict in {SettlementVerdict.MANUAL, SettlementVerdict.NOT_COVERED}:
        yield situation.reasoned(message(f"route.discharge.pay_all_{kind}"), "N-109", "S1-14")
    elif verdict is SettlementVerdict.PERSONAL_ACCOUNT:
        yield situation.reasoned(message("route.discharge.account"), "N-097")
    else:
        yield situation.reasoned(message(f"route.discharge.settle_{kind}"), "N-097", "S1-09")


def _after(situation: Situation, filing: FilingAdvice, verdict: SettlementVerdict) -> Iterator[Reasoned]:
    say = situation.reasoned
    if chongqing.outside_home_district(situation) is not False and filing.verdict in chongqing.TO_TELL:
        sure = "" if chongqing.outside_home_district(situation) else "_perhaps"
        yield say(message(f"route.after.chongqing{sure}"), "L2009")
    if verdict is SettlementVerdict.NOT_COVERED:
        if situation.care.injury is not None and situation.care.injury.third_party:
            settled = situation.stage is Stage.DISCHARGED_SETTLED
            yield say(message(f"route.after.{'own_up' if settled else 'advance'}"), "N-112")
        return
    if verdict is SettlementVerdict.MANUAL:
        if filing.verdict is FilingVerdict.LATE_AFTER_DISCHARGE:
            yield say(message("route.after.file_late", start=situation.start_day), "N-055")
            for rule in rules_of(situation, SettlementEffect.REBOOKED)[:1]:
                yield say(message("route.after.rebook"), rule.binding.fact)
        yield say(message("route.after.claim", area=situation.insured.name), "N-099", "S1-10")
    elif verdict is SettlementVerdict.UNKNOWN:
        yield say(message("route.after.how_settled"), "N-055")
    elif verdict is SettlementVerdict.PERSONAL_ACCOUNT:
        yield say(message("route.after.check_account"), "N-097")
    else:
        yield say(message("route.after.check_slip"), "N-093")
    yield say(message("route.after.keep"), "S1-14")


def _injury(situation: Situation) -> Iterator[Reasoned]:
    """What to say and sign after an injury: never that nobody is liable while that is open."""
    injury = situation.care.injury
    if situation.care.kind is not CareKind.INJURY and injury is None:
        return
    if injury is not None and (injury.third_party or injury.work):
        yield situation.reasoned(message("route.injury.say_so"), "N-112")
    elif injury is not None and injury.third_party is False and injury.work is False:
        yield situation.reasoned(message("route.injury.letter"), "N-110", "N-111")
    else:
        yield situation.reasoned(message("route.injury.do_not_sign"), "N-110", "N-111")


_STEPS = {
    Moment.BEFORE: _before,
    Moment.REGISTRATION: _registration,
    Moment.DURING: _during,
    Moment.DISCHARGE: _discharge,
    Moment.AFTER: _after,
}
