"""The settlement verdict: what closes the question, and what stays a condition (wizard.md)."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.advice import FilingVerdict, Moment, SettlementAdvice, SettlementVerdict
from desktop_app.domain.care import CareKind, FilingState, FilingType, Injury, Level, Reason
from desktop_app.domain.person import InsuranceState, Scheme, Status
from desktop_app.rules.filing import advise_filing
from desktop_app.rules.settlement import advise_settlement
from desktop_app.rules.situation import situation_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import ADMITTED, BEIJING, JINAN, PAID, SETTLED, case, filed

V = SettlementVerdict
VALID = filed(BEIJING, date(2026, 6, 3), date(2027, 6, 3))
LIVES_THERE = FilingType.LONG_TERM_RESIDENCE
VISIT: dict[str, Any] = {"admitted_on": None, "date": date(2026, 12, 3)}
OUTPATIENT = VISIT | {"kind": CareKind.OUTPATIENT}


def advice(rulebook: RulePack, insured: str = JINAN, **answers: Any) -> SettlementAdvice:  # noqa: ANN401 -- every field
    """How somebody insured there is settled."""
    person = {"insured_region": insured, **answers.pop("person", {})}
    situation = situation_of(case(person=person, **answers), rulebook)
    return advise_settlement(situation, advise_filing(situation))


def conditions(found: SettlementAdvice) -> set[str]:
    """The conditions by the last part of their ids."""
    return {condition.text.id.rpartition(".")[2] for condition in found.conditions}


def test_a_valid_filing_and_a_connected_hospital_settle_directly(rulebook: RulePack) -> None:
    """Nothing is open any more."""
    found = advice(rulebook, **VALID)
    assert (found.verdict, found.conditions) == (V.DIRECT, ())


def test_an_unknown_connection_is_a_condition(rulebook: RulePack) -> None:
    """A hospital nobody asked is not called connected (N-058)."""
    found = advice(rulebook, networked=None, **VALID)
    assert (found.verdict, conditions(found)) == (V.DIRECT_IF, {"connected"})


OPEN_FILINGS = [
    ({}, FilingVerdict.NEEDED, "filing_needed"),
    (ADMITTED, FilingVerdict.LATE_BEFORE_DISCHARGE, "filing_late_before_discharge"),
    ({"emergency": True}, FilingVerdict.DEEMED, "filing_deemed"),
    ({"filing": FilingState.UNKNOWN}, FilingVerdict.UNKNOWN, "filing_unknown"),
]


@pytest.mark.parametrize(("answers", "filing", "condition"), OPEN_FILINGS, ids=[row[2] for row in OPEN_FILINGS])
def test_a_filing_still_to_be_made_is_a_condition(
    rulebook: RulePack, answers: dict[str, Any], filing: FilingVerdict, condition: str
) -> None:
    """Needed, late, deemed and unknown filings make it direct under a condition."""
    assert advise_filing(situation_of(case(**answers), rulebook)).verdict is filing
    found = advice(rulebook, **answers)
    assert (found.verdict, conditions(found)) == (V.DIRECT_IF, {condition})


def test_an_advised_filing_is_a_condition(rulebook: RulePack) -> None:
    """Tianjin in Beijing: advised, so direct under a condition."""
    assert conditions(advice(rulebook, "120000")) == {"filing_advised"}


@pytest.mark.parametrize("answers", [{"networked": False}, PAID], ids=["not connected", "paid in full"])
def test_without_connection_or_after_payment_one_claims(rulebook: RulePack, answers: dict[str, Any]) -> None:
    """Not connected, or paid in full: pay first and claim, whatever was filed (N-058)."""
    found = advice(rulebook, **(VALID | answers))
    assert found.verdict is V.MANUAL
    assert found.claim is not None
    assert {"receipt", "itemised_list", "discharge_summary"} <= {paper.id for paper in found.claim.papers}


def test_after_direct_settlement_the_slip_is_checked(rulebook: RulePack) -> None:
    """Settled on the spot: only steps for afterwards are left, and there is nothing to claim."""
    found = advice(rulebook, **SETTLED)
    assert (found.verdict, found.claim) == (V.DIRECT, None)
    assert {step.when for step in found.steps} == {Moment.AFTER}
    assert found.steps[0].do.text.id == "route.after.check_slip"


NOT_COVERED = [
    ("third party", {"kind": CareKind.INJURY, "injury": Injury(third_party=True, work=False)}, "N-112"),
    ("at work", {"kind": CareKind.INJURY, "injury": Injury(third_party=False, work=True)}, "N-115"),
    ("abroad", {"region": "810000"}, "N-112"),
]


@pytest.mark.parametrize(("_", "answers", "fact"), NOT_COVERED, ids=[row[0] for row in NOT_COVERED])
def test_what_others_pay_the_fund_does_not(rulebook: RulePack, _: str, answers: dict[str, Any], fact: str) -> None:
    """Somebody else's liability, work injuries and care outside the mainland are not covered."""
    found = advice(rulebook, **answers)
    assert found.verdict is V.NOT_COVERED
    assert fact in found.facts
    assert found.claim is None


def test_the_fund_may_advance_what_a_third_party_owes(rulebook: RulePack) -> None:
    """When nobody pays, the way to payment in advance is shown (N-112)."""
    found = advice(rulebook, **ADMITTED, kind=CareKind.INJURY, injury=Injury(third_party=True, work=False))
    assert "route.after.advance" in {step.do.text.id for step in found.steps}


@pytest.mark.parametrize("injury", [None, Injury(), Injury(third_party=None, work=False), Injury(third_party=False)])
def test_nobody_signs_while_liability_is_open(rulebook: RulePack, injury: Injury | None) -> None:
    """Open liability: direct under a condition, and never "sign the letter" (N-110, N-111)."""
    found = advice(rulebook, **ADMITTED, kind=CareKind.INJURY, injury=injury)
    assert found.verdict is V.DIRECT_IF
    assert "injury_open" in conditions(found)
    steps = {step.do.text.id for step in found.steps}
    assert "route.injury.do_not_sign" in steps
    assert "route.injury.letter" not in steps


def test_the_letter_is_signed_when_nobody_else_is_liable(rulebook: RulePack) -> None:
    """No third party and not at work: the letter is the condition (N-110)."""
    found = advice(rulebook, kind=CareKind.INJURY, injury=Injury(third_party=False, work=False), **VALID)
    assert (found.verdict, conditions(found)) == (V.DIRECT_IF, {"injury_letter"})


STATES = [InsuranceState.INTERRUPTED, InsuranceState.ARREARS, InsuranceState.NEW, InsuranceState.UNKNOWN]


@pytest.mark.parametrize("state", STATES)
def test_doubtful_insurance_is_at_best_a_condition(rulebook: RulePack, state: InsuranceState) -> None:
    """Everything else being right, insurance that may not be in force keeps it from being direct (N-131)."""
    found = advice(rulebook, person={"insurance_state": state}, **VALID)
    assert (found.verdict, conditions(found)) == (V.DIRECT_IF, {f"insurance_{state.value}"})


NEWBORN = {"scheme": Scheme.RESIDENT, "status": Status.CHILD, "insurance_state": InsuranceState.NOT_ENROLLED}


def test_a_newborn_can_still_be_enrolled(rulebook: RulePack) -> None:
    """Not insured yet is no end: within 90 days of birth it is usually covered from its first day (N-116)."""
    found = advice(rulebook, person={**NEWBORN, "age": 0}, **ADMITTED)
    assert found.verdict is V.DIRECT_IF
    assert "insurance_newborn" in conditions(found)
    assert "N-116" in found.facts
    assert "route.before.newborn" in {step.do.text.id for step in found.steps}


def test_nobody_else_is_paid_for_without_insurance(rulebook: RulePack) -> None:
    """A child of three who is not insured: the fund does not pay."""
    assert advice(rulebook, person={**NEWBORN, "age": 3}, **ADMITTED).verdict is V.NOT_COVERED


def test_abroad_no_card_is_shown(rulebook: RulePack) -> None:
    """Hong Kong's hospitals read no insurance card: nothing to bring and no way to walk."""
    found = advice(rulebook, region="810000")
    assert (found.verdict, found.steps, found.bring) == (V.NOT_COVERED, (), ())


@pytest.mark.parametrize("state", [InsuranceState.NORMAL, InsuranceState.UNSTATED])
def test_insurance_nobody_doubts_is_no_condition(rulebook: RulePack, state: InsuranceState) -> None:
    """In force, or not asked about."""
    assert advice(rulebook, person={"insurance_state": state}, **VALID).verdict is V.DIRECT


@pytest.mark.parametrize("kind", [CareKind.DRUGSTORE, CareKind.OUTPATIENT])
def test_a_balance_is_spent_while_insurance_is_interrupted(rulebook: RulePack, kind: CareKind) -> None:
    """The personal account keeps paying after the fund has stopped (N-130)."""
    interrupted = {"insurance_state": InsuranceState.INTERRUPTED}
    found = advice(rulebook, person=interrupted, kind=kind, balance=43_000, **VISIT)
    assert found.verdict is V.PERSONAL_ACCOUNT
    assert "N-130" in found.facts


def test_shenzhen_tier_two_needs_the_chosen_institution(rulebook: RulePack) -> None:
    """Chosen, filed and connected: direct, resting on the rule that asks for the choice (S0-02)."""
    chosen = OUTPATIENT | filed("510100", date(2025, 9, 1), None, type=FilingType.LONG_TERM_RESIDENCE)
    found = advice(
        rulebook, "440300", person={"tier": "tier2"}, region="510100", level=Level.COMMUNITY, selected=True, **chosen
    )
    assert found.verdict is V.DIRECT
    assert "S0-02" in found.facts


CHOICES = [
    ("tier2", {"selected": False, "level": Level.COMMUNITY}, V.DIRECT_IF, "not_selected"),
    ("tier2", {"selected": None, "level": Level.COMMUNITY}, V.DIRECT_IF, "selected"),
    ("tier2", {"selected": False, "level": Level.LEVEL3}, V.DIRECT_IF, "not_primary"),
    ("tier2", {"selected": False, "level": Level.LEVEL3, "balance": 60_000}, V.PERSONAL_ACCOUNT, "not_primary"),
    ("tier1", {"selected": None, "level": Level.LEVEL3}, V.PERSONAL_ACCOUNT, "outpatient_granted"),
]


@pytest.mark.parametrize(("tier", "answers", "verdict", "condition"), CHOICES)
def test_shenzhen_s_tiers_pay_outpatients_differently(
    rulebook: RulePack, tier: str, answers: dict[str, Any], verdict: SettlementVerdict, condition: str
) -> None:
    """Tier 2 must have chosen; tier 1, and tier 2 with a balance, may pay from the account (S0-02, S3-13)."""
    found = advice(rulebook, "440300", person={"tier": tier}, **(OUTPATIENT | {"region": "510100"} | answers))
    assert found.verdict is verdict
    assert condition in conditions(found)


def test_outpatient_care_depends_on_what_the_insured_region_grants(rulebook: RulePack) -> None:
    """Where nothing is known of the region's rule, one asks (N-078); Guangzhou chooses by itself (N-096)."""
    assert conditions(advice(rulebook, **OUTPATIENT, **VALID)) == {"outpatient_granted"}
    assert advice(rulebook, "440100", **OUTPATIENT, **VALID).verdict is V.DIRECT


def test_zhuhai_pays_no_outpatient_care_on_trips(rulebook: RulePack) -> None:
    """A firm rule that the fund does not pay closes the question (L1041); a referral is paid."""
    assert advice(rulebook, "440400", **OUTPATIENT).verdict is V.NOT_COVERED
    assert advice(rulebook, "440400", **OUTPATIENT, balance=100).verdict is V.PERSONAL_ACCOUNT
    assert advice(rulebook, "440400", **OUTPATIENT, reason=Reason.REFERRAL).verdict is V.DIRECT_IF


def test_a_typical_statement_refuses_nothing(rulebook: RulePack) -> None:
    """Liupanshui's outpatient rule is only typical (L2079): a condition, not a refusal."""
    resident = {"scheme": Scheme.RESIDENT}
    found = advice(rulebook, "520200", person=resident, **OUTPATIENT, **VALID)
    assert (found.verdict, conditions(found)) == (V.DIRECT_IF, {"perhaps_not_paid"})


CHRONIC = VISIT | {"kind": CareKind.CHRONIC_OUTPATIENT}
DISEASES = [
    ("高血压", date(2021, 8, 31), V.MANUAL, set()),
    ("高血压", date(2021, 9, 1), V.DIRECT, set()),
    ("冠心病", date(2024, 9, 12), V.MANUAL, set()),
    ("冠心病", date(2024, 9, 13), V.DIRECT_IF, {"being_listed"}),
    ("冠心病", date(2024, 12, 31), V.DIRECT_IF, {"being_listed"}),
    ("冠心病", date(2025, 1, 1), V.DIRECT, set()),
    ("白癜风", date(2026, 12, 1), V.MANUAL, set()),
]


@pytest.mark.parametrize(("disease", "day", "verdict", "open_points"), DISEASES)
def test_the_list_in_force_that_day_decides(
    rulebook: RulePack, disease: str, day: date, verdict: SettlementVerdict, open_points: set[str]
) -> None:
    """Across provinces a recognised disease must be on the list of the day (N-079, N-080)."""
    lives_there = filed(BEIJING, date(2020, 1, 1), None, type=LIVES_THERE)
    answers = CHRONIC | lives_there | {"date": day, "today": day, "disease": disease}
    found = advice(rulebook, person={"chronic": (disease,)}, **answers)
    assert (found.verdict, conditions(found)) == (verdict, open_points)


def test_names_aliases_and_codes_mean_the_same_disease(rulebook: RulePack) -> None:
    """Recognised under its code, visited under its common name."""
    answers = CHRONIC | VALID | {"disease": "慢阻肺"}
    assert advice(rulebook, person={"chronic": ("M05300",)}, **answers).verdict is V.DIRECT


def test_an_unrecognised_disease_is_recognised_first(rulebook: RulePack) -> None:
    """Recognition comes first, in the insured region (N-082)."""
    found = advice(rulebook, **CHRONIC, **VALID, disease="糖尿病")
    assert (found.verdict, conditions(found)) == (V.DIRECT_IF, {"recognised_at_home"})


def test_inside_a_province_the_list_does_not_bind(rulebook: RulePack) -> None:
    """Inside Guangdong any recognised disease is worth asking about, recognised there as well (N-085)."""
    inside = (
        CHRONIC | filed("440100", date(2026, 1, 1), None, type=LIVES_THERE) | {"region": "440100", "disease": "银屑病"}
    )
    found = advice(rulebook, "440300", person={"tier": "tier1"}, **inside)
    assert (found.verdict, conditions(found)) == (V.DIRECT_IF, {"recognised_there", "does_not_bind"})


BIRTHS = [
    ("inside Guangdong, filed", "440100", "440300", V.DIRECT, set()),
    ("inside another province, filed", "370100", "370200", V.DIRECT_IF, {"childbirth_inside"}),
    ("across provinces, filed", "370100", BEIJING, V.DIRECT_IF, {"childbirth_across"}),
    ("at home", "370100", "370102", V.DIRECT, set()),
]


@pytest.mark.parametrize(("_", "insured", "place", "verdict", "open_points"), BIRTHS, ids=[row[0] for row in BIRTHS])
def test_childbirth_elsewhere_is_direct_only_where_that_is_said(
    rulebook: RulePack, _: str, insured: str, place: str, verdict: SettlementVerdict, open_points: set[str]
) -> None:
    """Inside Guangdong as inpatient care (N-140); across provinces never plainly direct."""
    answers = {"kind": CareKind.CHILDBIRTH, "region": place} | filed(place, date(2026, 6, 1), None, type=LIVES_THERE)
    found = advice(rulebook, insured, **answers)
    assert (found.verdict, conditions(found)) == (verdict, open_points)


LETTERS = [
    ("440100", "430100", False, {"letter_at_home"}),
    ("440100", "430100", None, {"letter_at_home"}),
    ("440100", "430100", True, set()),
    ("440600", "430100", False, {"letter_at_home"}),
    ("320500", "430100", False, set()),
]


@pytest.mark.parametrize(("insured", "place", "with_papers", "open_points"), LETTERS)
def test_a_letter_that_pays_at_the_filed_place_only_matters_at_home(
    rulebook: RulePack, insured: str, place: str, with_papers: bool | None, open_points: set[str]
) -> None:
    """Back home in Guangzhou or Foshan with a filing by letter: hand in the proof first (N-029, L1034)."""
    answers = filed(place, date(2025, 1, 1), None, type=FilingType.LONG_TERM_RESIDENCE, with_papers=with_papers)
    assert conditions(advice(rulebook, insured, region=insured, **answers)) == open_points


def test_employees_pay_in_drugstores_from_the_account(rulebook: RulePack) -> None:
    """Connected drugstores take the personal account (N-087); a resident has none."""
    drugstore = VISIT | {"kind": CareKind.DRUGSTORE}
    assert advice(rulebook, **drugstore).verdict is V.PERSONAL_ACCOUNT
    found = advice(rulebook, person={"scheme": Scheme.RESIDENT}, **drugstore)
    assert (found.verdict, conditions(found)) == (V.DIRECT_IF, {"filing_needed", "drugstore_resident"})


def test_rescue_asks_the_hospital_for_the_flag_and_nothing_else(rulebook: RulePack) -> None:
    """Ahead of a rescue there is one step: go to the nearest hospital."""
    found = advice(rulebook, emergency=True, reason=Reason.EMERGENCY)
    before = [step.do.text.id for step in found.steps if step.when is Moment.BEFORE]
    assert before == ["route.before.rescue"]
    assert found.steps[1].do.text.id == "route.registration.emergency_flag"


TRIPS_WITHOUT_END = [
    ("within half a year of its start", "370100", date(2026, 6, 3), None, V.DIRECT, set()),
    ("one day longer ago", "370100", date(2026, 6, 2), None, V.DIRECT_IF, {"filing_end"}),
    ("where such filings never end (L1086)", "350200", date(2024, 6, 3), None, V.DIRECT, set()),
    ("with its last day", "370100", date(2025, 6, 3), date(2027, 6, 3), V.DIRECT, set()),
]


@pytest.mark.parametrize(
    ("_", "insured", "start", "until", "verdict", "open_points"),
    TRIPS_WITHOUT_END,
    ids=[t[0] for t in TRIPS_WITHOUT_END],
)
def test_a_trip_filed_long_ago_without_an_end_is_looked_up(
    rulebook: RulePack,
    _: str,
    insured: str,
    start: date,
    until: date | None,
    verdict: SettlementVerdict,
    open_points: set[str],
) -> None:
    """Filings for trips hold half a year for sure (N-046): admitted 2026-12-03, one from 2026-06-03 is still good."""
    found = advice(rulebook, insured, **filed(BEIJING, start, until))
    assert (found.verdict, conditions(found)) == (verdict, open_points)


def test_where_the_place_is_not_known_neither_list_nor_province_decides(rulebook: RulePack) -> None:
    """A named disease without a place of care: the list may or may not bind, so both are said (N-080, N-083)."""
    found = advice(rulebook, **(CHRONIC | {"region": None, "disease": "白癜风"}))
    assert found.verdict is V.DIRECT_IF
    assert "place_not_known" in conditions(found)


def test_a_drugstore_is_not_called_a_hospital(rulebook: RulePack) -> None:
    """Whether it is connected, why it fails, what to check afterwards: a drugstore has its own words (N-087)."""
    found = advice(rulebook, **(VISIT | {"kind": CareKind.DRUGSTORE, "networked": None}))
    assert "connected_drugstore" in conditions(found)
    assert found.if_it_fails[0].text.id == "route.fails.ask_office_drugstore"
    paid = advice(rulebook, **(VISIT | {"kind": CareKind.DRUGSTORE, "networked": False}))
    assert paid.why[0].text.id == "settlement.why.not_connected_drugstore"
