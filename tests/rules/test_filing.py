"""The filing table of wizard.md, line by line; the first that fits decides."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.advice import FilingAdvice, FilingVerdict
from desktop_app.domain.care import CareKind, FilingState, FilingType, Injury, Level, Reason, Stage
from desktop_app.domain.person import Scheme, Status
from desktop_app.errors import Problem
from desktop_app.rules.filing import advise_filing
from desktop_app.rules.situation import situation_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import ADMITTED, BEIJING, JINAN, PAID, SETTLED, case, filed

V = FilingVerdict
LONG = {"reason": Reason.LONG_TERM_RESIDENCE}


def advice(rulebook: RulePack, insured: str = JINAN, **answers: Any) -> FilingAdvice:  # noqa: ANN401 -- every field of the care
    """What is advised to somebody insured there."""
    person = {"insured_region": insured, **answers.pop("person", {})}
    return advise_filing(situation_of(case(person=person, **answers), rulebook))


def test_settled_on_the_spot_leaves_nothing_to_file(rulebook: RulePack) -> None:
    """Line 1: after direct settlement without a filing there is nothing to make up for."""
    assert advice(rulebook, **SETTLED).verdict is V.NOT_NEEDED


def test_a_filing_that_covered_a_settled_stay_is_named(rulebook: RulePack) -> None:
    """Lines 1 and 3: settled on the spot with a valid filing is called valid."""
    answers = SETTLED | filed(BEIJING, date(2026, 9, 1), None, type=FilingType.LONG_TERM_RESIDENCE)
    assert advice(rulebook, **answers).verdict is V.VALID


def test_care_in_the_same_pooling_area_is_no_care_elsewhere(rulebook: RulePack) -> None:
    """Line 1: another county of the same city needs no filing and no papers."""
    found = advice(rulebook, region="370102", insured="370105")
    assert (found.verdict, found.type, found.materials) == (V.NOT_NEEDED, None, ())


@pytest.mark.parametrize("place", ["810000", "710000", "820000"])
def test_nothing_can_be_filed_outside_the_mainland(rulebook: RulePack, place: str) -> None:
    """Line 1: for Hong Kong, Taiwan and Macau there is no filing."""
    assert advice(rulebook, region=place).verdict is V.NOT_NEEDED


def test_a_work_injury_is_another_scheme(rulebook: RulePack) -> None:
    """Line 1: work injuries need no filing with medical insurance (N-115)."""
    found = advice(rulebook, kind=CareKind.INJURY, injury=Injury(third_party=False, work=True))
    assert (found.verdict, found.facts) == (V.NOT_NEEDED, ("N-115",))


CHONGQING = [
    ("500101", "500103", Level.LEVEL3, V.ADVISED),
    ("500101", "500103", Level.LEVEL3_TOP, V.ADVISED),
    ("500101", "500103", Level.LEVEL2, V.NOT_NEEDED),
    ("500101", "500101", Level.LEVEL3, V.NOT_NEEDED),
    ("500112", "500103", Level.LEVEL3, V.NOT_NEEDED),
    ("500000", "500103", Level.LEVEL3, V.ADVISED),
    ("500000", "500103", Level.LEVEL2, V.NOT_NEEDED),
    ("500101", "500103", Level.UNKNOWN, V.ADVISED),
    ("500101", "500101", Level.UNKNOWN, V.NOT_NEEDED),
]


@pytest.mark.parametrize(("home", "place", "level", "verdict"), CHONGQING)
def test_chongqing_asks_whose_district_it_is(
    rulebook: RulePack, home: str, place: str, level: Level, verdict: FilingVerdict
) -> None:
    """Line 1: level 3 outside the home district is filed afterwards; the main city is one district (L2009).

    Where the district or the level is not known, telling the district is the careful way.
    """
    found = advice(rulebook, home, region=place, level=level)
    assert found.verdict is verdict
    assert "L2009" in found.facts


@pytest.mark.parametrize("stage", [{}, ADMITTED, PAID], ids=["ahead", "admitted", "paid"])
def test_rescue_counts_as_filed_at_every_stage(rulebook: RulePack, stage: dict[str, Any]) -> None:
    """Line 2: emergency rescue is deemed filed and asks for no papers, also when everything was paid (N-059)."""
    found = advice(rulebook, emergency=True, reason=Reason.EMERGENCY, **stage)
    assert (found.verdict, found.type, found.materials) == (V.DEEMED, FilingType.EMERGENCY, ())


def test_urgent_care_without_rescue_is_not_deemed_filed(rulebook: RulePack) -> None:
    """Line 2: the reason "emergency" alone is an ordinary trip."""
    found = advice(rulebook, reason=Reason.EMERGENCY)
    assert (found.verdict, found.type) == (V.NEEDED, FilingType.OTHER_TEMPORARY)


EDGES = [
    ("starts on the day of admission", date(2026, 12, 3), None, V.VALID),
    ("starts the day after admission", date(2026, 12, 4), None, V.NEEDED),
    ("ends on the day of admission", date(2026, 6, 3), date(2026, 12, 3), V.VALID),
    ("ended the day before", date(2026, 6, 2), date(2026, 12, 2), V.NEEDED),
    ("ends during the stay", date(2026, 6, 5), date(2026, 12, 5), V.VALID),
]


@pytest.mark.parametrize(("_", "start", "until", "verdict"), EDGES, ids=[edge[0] for edge in EDGES])
def test_first_and_last_day_of_a_filing_count(
    rulebook: RulePack, _: str, start: date, until: date | None, verdict: FilingVerdict
) -> None:
    """Line 3: a filing is judged on the day of admission, both its days included (N-048)."""
    assert advice(rulebook, **filed(BEIJING, start, until)).verdict is verdict


def test_a_visit_is_judged_on_its_own_day(rulebook: RulePack) -> None:
    """Line 3: without an admission the day of the visit counts."""
    visit: dict[str, Any] = {"kind": CareKind.OUTPATIENT, "admitted_on": None, "date": date(2026, 12, 3)}
    assert advice(rulebook, **visit, **filed(BEIJING, date(2026, 6, 3), date(2026, 12, 3))).verdict is V.VALID


def test_a_filing_for_a_municipality_holds_in_its_districts(rulebook: RulePack) -> None:
    """Line 3: a filing for Shanghai covers Pudong (N-040)."""
    answers = filed("310000", date(2026, 1, 1), None)
    assert advice(rulebook, region="310115", **answers).verdict is V.VALID


def test_a_filing_for_another_city_does_not_hold(rulebook: RulePack) -> None:
    """Line 8: filed for Chengdu, going to Chongqing: file again (N-040, N-132)."""
    found = advice(rulebook, region="500000", **filed("510100", date(2026, 1, 1), None))
    assert found.verdict is V.NEEDED
    assert {"N-040", "N-132"} <= set(found.facts)


OWN_RULES = [
    ("Jiangxi inside the province", "361100", {"region": "360100"}, "N-139"),
    ("Xiamen inside Fujian", "350200", {"region": "350100"}, "L1086"),
    ("Ningbo on a trip", "330200", {"region": BEIJING}, "L1048"),
    ("Hunan outpatient care", "430100", {"region": BEIJING, "kind": CareKind.OUTPATIENT}, "L2024"),
    ("Shanxi employees in a drugstore", "140100", {"region": BEIJING, "kind": CareKind.DRUGSTORE}, "S4-03"),
]


@pytest.mark.parametrize(("_", "insured", "answers", "fact"), OWN_RULES, ids=[rule[0] for rule in OWN_RULES])
@pytest.mark.parametrize("stage", [{}, ADMITTED, PAID], ids=["ahead", "admitted", "paid"])
def test_a_region_s_own_undisputed_rule_frees_at_every_stage(
    rulebook: RulePack, _: str, insured: str, answers: dict[str, Any], fact: str, stage: dict[str, Any]
) -> None:
    """Line 4: freed by the insured region itself, also when already admitted or paid."""
    found = advice(rulebook, insured, **(answers | stage))
    assert (found.verdict, found.facts) == (V.NOT_NEEDED, (fact,))


def test_jiangxi_frees_nothing_across_provinces(rulebook: RulePack) -> None:
    """Line 8: the exemption of N-139 ends at the border of the province."""
    assert advice(rulebook, "360300", region="430100").verdict is V.NEEDED


def test_jiangxi_freed_nobody_before_its_rule(rulebook: RulePack) -> None:
    """Line 4: N-139 holds from 2023-04-01; the day before, nobody knows."""
    days: dict[str, Any] = {"admitted_on": None, "date": date(2023, 3, 31), "today": date(2023, 3, 20)}
    assert advice(rulebook, "361100", region="360100", **days).verdict is V.UNKNOWN
    assert advice(rulebook, "361100", region="360100", **(days | {"date": date(2023, 4, 1)})).verdict is V.NOT_NEEDED


DOUBTED = [
    ("disputed: Foshan", "440600", {"region": "440100"}, {"L1034", "N-140"}),
    ("disputed: Shenzhen to another province", "440300", {"region": BEIJING}, {"L1017", "S3-05"}),
    ("disputed: Shenzhen inside the province", "440300", {"region": "440600"}, {"L1017", "N-140"}),
    ("only typical: Chengdu", "510100", {"region": "530100"}, {"L2001"}),
    ("only typical: Lanzhou", "620100", {"region": BEIJING, "kind": CareKind.OUTPATIENT}, {"L2089"}),
    ("only typical: Hubei", "420100", {"region": BEIJING, "kind": CareKind.OUTPATIENT}, {"L2019"}),
    ("by agreement: Tianjin", "120000", {"region": BEIJING}, {"L1015"}),
    ("by agreement: Hefei", "340100", {"region": "320100"}, {"R-001"}),
    ("freeing a reason: Zhuhai", "440400", {"region": BEIJING}, {"N-073"}),
    ("freeing a reason: Yunnan", "530300", {"region": "530100", "reason": Reason.REFERRAL}, {"L2070"}),
    ("asked for by a typical rule alone: Hubei", "420100", {"region": "420500"}, {"L2019"}),
]


@pytest.mark.parametrize(("_", "insured", "answers", "facts"), DOUBTED, ids=[rule[0] for rule in DOUBTED])
def test_a_doubtful_exemption_is_no_reason_not_to_file(
    rulebook: RulePack, _: str, insured: str, answers: dict[str, Any], facts: set[str]
) -> None:
    """Line 5: filing is free, so it is advised, and both statements are named with what speaks for filing (N-044)."""
    found = advice(rulebook, insured, **answers)
    assert found.verdict is V.ADVISED
    assert facts | {"N-044"} <= set(found.facts)


def test_a_doubtful_exemption_is_named_to_somebody_in_hospital(rulebook: RulePack) -> None:
    """Lines 5 and 6: once admitted, file before discharge; the agreement is still mentioned."""
    found = advice(rulebook, "120000", **ADMITTED)
    assert found.verdict is V.LATE_BEFORE_DISCHARGE
    assert "L1015" in found.facts


def test_a_later_rule_does_not_dispute_an_earlier_day(rulebook: RulePack) -> None:
    """Line 4: Shenzhen freed outpatient care inside the province in 2023 (S3-04), before N-140 asked for filing."""
    visit: dict[str, Any] = {"region": "440600", "kind": CareKind.OUTPATIENT, "admitted_on": None}
    in_2023 = advice(rulebook, "440300", **visit, date=date(2023, 5, 4), today=date(2023, 5, 1))
    in_2025 = advice(rulebook, "440300", **visit, date=date(2025, 5, 4), today=date(2025, 5, 1))
    assert (in_2023.verdict, in_2025.verdict) == (V.NOT_NEEDED, V.ADVISED)


@pytest.mark.parametrize(
    "reason", [Reason.LONG_TERM_RESIDENCE, Reason.RETIRED_RELOCATION, Reason.WORK_POST, Reason.REFERRAL]
)
@pytest.mark.parametrize("insured", ["330200", "440300"], ids=["Ningbo", "Shenzhen"])
def test_an_exemption_for_trips_frees_no_long_stay_and_no_referral(
    rulebook: RulePack, insured: str, reason: Reason
) -> None:
    """Line 8: Ningbo's and Shenzhen's exemptions are for trips alone (L1048, L1017)."""
    assert advice(rulebook, insured, region=BEIJING, reason=reason).verdict is V.NEEDED


def test_a_student_of_shenzhen_files_as_a_resident_elsewhere(rulebook: RulePack) -> None:
    """Line 8: category four counts as long-term residence (S3-10)."""
    student = {"scheme": Scheme.RESIDENT, "status": Status.STUDENT}
    found = advice(rulebook, "440300", person=student, reason=Reason.STUDY, region="450300")
    assert (found.verdict, found.type) == (V.NEEDED, FilingType.LONG_TERM_RESIDENCE)
    assert found.local_category is not None
    assert found.local_category.number == 4


LATE = [
    ("none", {"filing": FilingState.NONE}),
    ("wrong place", filed("440100", date(2026, 1, 1), None)),
    ("expired before admission", filed(BEIJING, date(2026, 1, 1), date(2026, 7, 1))),
    ("dated after admission", filed(BEIJING, date(2026, 11, 16), None)),
    ("filed after admission", {"filing": FilingState.LATE}),
]


@pytest.mark.parametrize(("_", "answers"), LATE, ids=[late[0] for late in LATE])
def test_in_hospital_without_a_filing_it_is_made_before_discharge(
    rulebook: RulePack, _: str, answers: dict[str, Any]
) -> None:
    """Line 6: file or correct it now, in force from the day of admission (N-053, N-054)."""
    found = advice(rulebook, **(ADMITTED | answers))
    assert found.verdict is V.LATE_BEFORE_DISCHARGE
    assert found.effective_from == date(2026, 11, 15)
    assert {"N-053", "N-054"} <= set(found.facts)


def test_no_first_day_is_made_up_for_a_late_filing(rulebook: RulePack) -> None:
    """Line 6: in hospital since nobody says when, the filing starts on the day of admission: not today, no last day."""
    found = advice(rulebook, **(ADMITTED | {"admitted_on": None}))
    assert found.effective_from is None
    assert found.validity is not None
    assert (found.validity.text.id, found.validity.until) == ("filing.validity.undated_at_least", None)
    assert "filing.start.admission" in str(found.why)


@pytest.mark.parametrize(("_", "answers"), LATE, ids=[late[0] for late in LATE])
def test_paid_in_full_without_a_filing_it_is_made_late(rulebook: RulePack, _: str, answers: dict[str, Any]) -> None:
    """Line 7: late filing and a manual claim, from the day of admission (N-055)."""
    changed = answers if "filing_record" not in answers else filed("440100", date(2026, 1, 1), None)
    found = advice(rulebook, **(PAID | changed))
    assert (found.verdict, found.effective_from) == (V.LATE_AFTER_DISCHARGE, date(2026, 10, 1))
    assert "N-055" in found.facts


IN_PROVINCE = [
    ("Jiangsu asks", "320500", "320100", V.NEEDED, "N-139"),
    ("Guangdong asks", "440500", "440100", V.NEEDED, "N-140"),
    ("Yunnan asks since 2025", "530300", "530100", V.NEEDED, "L2070"),
    ("nobody knows of Guizhou", "520300", "520100", V.UNKNOWN, "S2-25"),
]


@pytest.mark.parametrize(("_", "insured", "place", "verdict", "fact"), IN_PROVINCE, ids=[row[0] for row in IN_PROVINCE])
def test_inside_a_province_its_own_rule_decides(
    rulebook: RulePack, _: str, insured: str, place: str, verdict: FilingVerdict, fact: str
) -> None:
    """Lines 8 and 9: needed where the province asks for it, else ask."""
    found = advice(rulebook, insured, region=place, **LONG)
    assert found.verdict is verdict
    assert fact in found.facts


@pytest.mark.parametrize(
    ("day", "verdict"), [(date(2024, 12, 31), V.NOT_NEEDED), (date(2025, 1, 1), V.NEEDED)], ids=["before", "after"]
)
def test_yunnan_s_change_counts_from_its_first_day(rulebook: RulePack, day: date, verdict: FilingVerdict) -> None:
    """Lines 4 and 8: the rule of the day of admission counts, not the day of the question (L2070)."""
    days = {"admitted_on": day, "date": date(2025, 1, 9), "today": date(2024, 12, 20)}
    answers: dict[str, Any] = {"region": "530100", **days}
    assert advice(rulebook, "530300", **answers).verdict is verdict


@pytest.mark.parametrize("state", [{"filing": FilingState.UNKNOWN}, {"filing": FilingState.FILED}])
@pytest.mark.parametrize("stage", [{}, ADMITTED, PAID], ids=["ahead", "admitted", "paid"])
def test_without_the_filing_s_record_nothing_is_decided(
    rulebook: RulePack, state: dict[str, Any], stage: dict[str, Any]
) -> None:
    """Line 9: whether a filing covers the care is looked up first (N-042)."""
    found = advice(rulebook, **(stage | state))
    assert found.verdict is V.UNKNOWN
    assert "N-042" in found.facts


def test_an_unknown_filing_does_not_matter_where_none_is_asked(rulebook: RulePack) -> None:
    """Line 9: lines 1, 2, 4 and 5 answer before the filing is looked at."""
    unknown = {"filing": FilingState.UNKNOWN}
    assert advice(rulebook, "361100", region="360100", **unknown).verdict is V.NOT_NEEDED
    assert advice(rulebook, "120000", **unknown).verdict is V.ADVISED
    assert advice(rulebook, emergency=True, **unknown).verdict is V.DEEMED


def test_a_place_nobody_named_is_asked_for(rulebook: RulePack) -> None:
    """Line 9: without the place of care there is nothing to file for."""
    assert advice(rulebook, region=None).verdict is V.UNKNOWN


def test_over_and_nobody_says_how_it_was_paid(rulebook: RulePack) -> None:
    """Line 9: a past stay of unknown settlement is asked about."""
    past: dict[str, Any] = {"stage": Stage.UNKNOWN, "admitted_on": date(2026, 10, 1), "date": date(2026, 10, 9)}
    assert advice(rulebook, **past).verdict is V.UNKNOWN


@pytest.mark.parametrize("region", [None, "810000", "999999", "370000"])
def test_nobody_is_planned_for_without_an_insured_area(rulebook: RulePack, region: str | None) -> None:
    """Insurance in Hong Kong, a province of several areas or nowhere is refused, naming the key."""
    with pytest.raises(Problem) as refused:
        situation_of(case(person={"insured_region": region}), rulebook)
    assert ("key", "person.insured_region") in refused.value.message.parameters


@pytest.mark.parametrize("stage", [{}, ADMITTED, PAID], ids=["ahead", "admitted", "paid"])
def test_more_than_eight_facts_are_nobody_s_reading(rulebook: RulePack, stage: dict[str, Any]) -> None:
    """The facts behind a verdict stay few, and all of them may be shown."""
    for insured in ("440300", "440600", "330200", "320500", "130100", "510100"):
        found = advice(rulebook, insured, **stage)
        assert 0 < len(found.facts) <= 8
        assert all(rulebook.fact(number, insured) for number in found.facts)
