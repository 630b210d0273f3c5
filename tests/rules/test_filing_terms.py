"""What goes with a filing: type, papers, channels, how long it holds, what a commitment letter costs."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.advice import FilingAdvice, FilingVerdict
from desktop_app.domain.care import CareKind, FilingType, Reason
from desktop_app.domain.message import Message, Parameter
from desktop_app.domain.person import Scheme, Status
from desktop_app.rules.filing import advise_filing
from desktop_app.rules.plan import make_plan
from desktop_app.rules.situation import situation_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import BEIJING, JINAN, case, filed


def advice(rulebook: RulePack, insured: str = JINAN, **answers: Any) -> FilingAdvice:  # noqa: ANN401 -- every field
    """What is advised to somebody insured there."""
    person = {"insured_region": insured, **answers.pop("person", {})}
    return advise_filing(situation_of(case(person=person, **answers), rulebook))


def ids(message: Message) -> set[str]:
    """A message's id and those of the messages inside it."""
    inside = [value for _, value in message.parameters if isinstance(value, Message)]
    return {message.id}.union(*(ids(each) for each in inside))


def parameter(message: Message, name: str) -> Parameter | None:
    """The first value of that name in a message or those inside it."""
    for key, value in message.parameters:
        if key == name:
            return value
        if isinstance(value, Message) and (found := parameter(value, name)) is not None:
            return found
    return None


TYPES = [
    (Reason.RETIRED_RELOCATION, FilingType.RETIRED_RELOCATION, "hukou_page"),
    (Reason.LONG_TERM_RESIDENCE, FilingType.LONG_TERM_RESIDENCE, "residence_proof"),
    (Reason.WORK_POST, FilingType.WORK_POST, "work_proof"),
    (Reason.REFERRAL, FilingType.REFERRAL, "referral_certificate"),
    (Reason.SELF_CHOSEN, FilingType.OTHER_TEMPORARY, None),
    (Reason.STUDY, FilingType.OTHER_TEMPORARY, None),
    (Reason.UNKNOWN, None, None),
]


@pytest.mark.parametrize(("reason", "type", "paper"), TYPES)
def test_each_reason_has_its_type_and_paper(
    rulebook: RulePack, reason: Reason, type: FilingType | None, paper: str | None
) -> None:
    """Identity and form for everybody, one more for some; a letter replaces proof, no referral (N-018 to N-025)."""
    found = advice(rulebook, reason=reason)
    required = {material.id for material in found.materials if material.required}
    instead = {material.instead_of for material in found.materials if not material.required}
    assert found.type is type
    assert required == {"identity", "filing_form"} | ({paper} if paper else set())
    assert instead == ({paper} if paper not in {None, "referral_certificate"} else set())


SHENZHEN = [
    (Reason.RETIRED_RELOCATION, Status.RETIRED, 1),
    (Reason.LONG_TERM_RESIDENCE, Status.RETIRED, 1),
    (Reason.LONG_TERM_RESIDENCE, Status.WORKING, 2),
    (Reason.WORK_POST, Status.WORKING, 3),
    (Reason.REFERRAL, Status.WORKING, 6),
]


@pytest.mark.parametrize(("reason", "status", "number"), SHENZHEN)
def test_shenzhen_files_under_its_own_six(rulebook: RulePack, reason: Reason, status: Status, number: int) -> None:
    """Shenzhen's categories of 2023 (S3-06 to S3-12): by age before residence."""
    found = advice(rulebook, "440300", person={"status": status}, reason=reason)
    assert found.local_category is not None
    assert found.local_category.number == number
    assert set(found.local_category.facts) < set(found.facts)
    assert all(fact.startswith("S3-") for fact in found.local_category.facts)


def test_a_trip_of_one_s_own_has_no_category_in_shenzhen(rulebook: RulePack) -> None:
    """The six know no self-chosen trips (S3-11)."""
    assert advice(rulebook, "440300").local_category is None


def test_rescue_is_shenzhen_s_fifth(rulebook: RulePack) -> None:
    """Category five is for rescue, which today counts as filed."""
    category = advice(rulebook, "440300", emergency=True, reason=Reason.EMERGENCY).local_category
    assert category is not None
    assert category.number == 5


def test_guangdong_files_childbirth_by_its_own_name(rulebook: RulePack) -> None:
    """Inside Guangdong: 异地生育, without a number (N-140)."""
    category = advice(rulebook, "440100", region="440300", kind=CareKind.CHILDBIRTH).local_category
    assert category is not None
    assert (category.number, category.name.id) == (None, "filing.category.gd_childbirth")


def test_a_student_s_type_is_asked_for_where_nobody_says(rulebook: RulePack) -> None:
    """Elsewhere the type is prepared as a trip and asked for; Suzhou says long-term (L1065)."""
    student = {"scheme": Scheme.RESIDENT, "status": Status.STUDENT}
    plan = make_plan(case(person=student, reason=Reason.STUDY), rulebook)
    assert "ask.student" in {ask.question.id for ask in plan.ask}
    assert advice(rulebook, "320500", person=student, reason=Reason.STUDY).type is FilingType.LONG_TERM_RESIDENCE


def test_a_trip_s_filing_without_a_last_day_is_not_called_endless(rulebook: RulePack) -> None:
    """Trips and referrals end, whatever the record leaves out (N-046); long-term filings hold on (N-045)."""
    for type, text in ((FilingType.REFERRAL, "recorded_no_end"), (FilingType.WORK_POST, "recorded_open")):
        answers = filed(BEIJING, date(2026, 6, 3), None, type=type)
        found = advice(rulebook, reason=Reason(type.value), **answers).validity
        assert found is not None
        assert found.text.id == f"filing.validity.{text}"


def test_chongqing_s_filing_after_discharge_has_no_first_day(rulebook: RulePack) -> None:
    """Wanzhou's insured at a level-3 hospital in Yuzhong: a notice to the district, no filing elsewhere (L2009)."""
    found = advice(rulebook, "500101", region="500103")
    assert (found.verdict, found.type, found.effective_from) == (FilingVerdict.ADVISED, None, None)


HOLDS = [
    # Filed on 2026-11-21, the day of the question.
    ("long-term: no end (N-045)", JINAN, Reason.WORK_POST, "filing.validity.unlimited", None),
    ("trip: at least half a year (N-046)", JINAN, Reason.SELF_CHOSEN, "filing.validity.at_least", date(2027, 5, 21)),
    ("Suzhou: a year (L1064)", "320500", Reason.SELF_CHOSEN, "filing.validity.months", date(2027, 11, 21)),
    ("Ningbo's referral: a year (L1049)", "330200", Reason.REFERRAL, "filing.validity.months", date(2027, 11, 21)),
    ("Xiangtan: half a year (N-049)", "430300", Reason.SELF_CHOSEN, "filing.validity.months", date(2027, 5, 21)),
    ("Qinghai: chosen (N-049)", "630100", Reason.SELF_CHOSEN, "filing.validity.chosen", None),
    (
        "Xi'an: 90 days said, half a year kept (L2041)",
        "610100",
        Reason.SELF_CHOSEN,
        "filing.validity.at_least",
        date(2027, 5, 21),
    ),
    ("Taiyuan: a year said, no end kept (S4-27)", "140100", Reason.WORK_POST, "filing.validity.unlimited", None),
]


@pytest.mark.parametrize(("_", "insured", "reason", "text", "until"), HOLDS, ids=[row[0] for row in HOLDS])
def test_how_long_a_filing_holds(
    rulebook: RulePack, _: str, insured: str, reason: Reason, text: str, until: date | None
) -> None:
    """The region's own days, unless a better attested rule grants more."""
    validity = advice(rulebook, insured, reason=reason).validity
    assert validity is not None
    assert text in ids(validity.text)
    assert validity.until == until


def test_a_weaker_statement_is_named_not_used(rulebook: RulePack) -> None:
    """Xi'an's 90 days stand beside the half year that is kept (L2041, N-046)."""
    validity = advice(rulebook, "610100").validity
    assert validity is not None
    assert validity.facts == ("N-046", "L2041")


def test_guangzhou_s_working_insured_file_for_five_years_at_most(rulebook: RulePack) -> None:
    """Working: at most five years; retired: no end (L1024)."""
    working = advice(rulebook, "440100", person={"status": Status.WORKING}, reason=Reason.WORK_POST).validity
    retired = advice(rulebook, "440100", person={"status": Status.RETIRED}, reason=Reason.RETIRED_RELOCATION).validity
    assert working is not None
    assert retired is not None
    assert (working.until, retired.until) == (date(2031, 11, 21), None)


COSTS = [
    ("Jiangsu: six months", "320500", "filing.commitment.lock_letter", "until", date(2027, 5, 21)),
    ("Foshan: six months", "440600", "filing.commitment.lock_letter", "until", date(2027, 5, 21)),
    ("Ningbo: three months, however filed", "330200", "filing.commitment.lock_any", "until", date(2027, 2, 21)),
    ("Guangzhou: filed place only", "440100", "filing.commitment.filed_place_only", "until", None),
]


@pytest.mark.parametrize(("_", "insured", "text", "name", "value"), COSTS, ids=[row[0] for row in COSTS])
def test_what_a_letter_costs_later_is_said_with_its_day(
    rulebook: RulePack, _: str, insured: str, text: str, name: str, value: date | None
) -> None:
    """N-027, L1034, L1049, N-029: in the rule on changes and among the warnings."""
    found = advice(rulebook, insured, reason=Reason.LONG_TERM_RESIDENCE)
    assert found.change_rule is not None
    assert text in ids(found.change_rule.text)
    plan = make_plan(case(person={"insured_region": insured}, reason=Reason.LONG_TERM_RESIDENCE), rulebook)
    warning = next(warning for warning in plan.warnings if warning.text.id == text)
    assert parameter(warning.text, name) == value


def test_shenyang_s_cut_is_for_beijing_and_shanghai_alone(rulebook: RulePack) -> None:
    """Without proof of residence Shenyang pays 10 points less there (L2053), nowhere else."""
    to_beijing = advice(rulebook, "210100", reason=Reason.LONG_TERM_RESIDENCE).change_rule
    to_chengdu = advice(rulebook, "210100", reason=Reason.LONG_TERM_RESIDENCE, region="510100").change_rule
    assert to_beijing is not None
    assert to_chengdu is not None
    assert "filing.commitment.cut" in ids(to_beijing.text)
    assert "filing.commitment.cut" not in ids(to_chengdu.text)


REVIEWS = [
    ("Jiangsu", "320500", Reason.WORK_POST, 1),
    ("Guangzhou", "440100", Reason.WORK_POST, 2),
    ("Tibet", "540100", Reason.WORK_POST, 0),
    ("elsewhere, long-term", JINAN, Reason.WORK_POST, 2),
    ("elsewhere, trip", JINAN, Reason.SELF_CHOSEN, 0),
]


@pytest.mark.parametrize(("_", "insured", "reason", "days"), REVIEWS, ids=[row[0] for row in REVIEWS])
def test_how_long_the_review_takes(rulebook: RulePack, _: str, insured: str, reason: Reason, days: int) -> None:
    """The most local statement (N-038, L1023, L2107), else S2-14."""
    review = advice(rulebook, insured, reason=reason).review_time
    assert review is not None
    assert parameter(review.text, "days") == days


def test_the_hospital_may_file_a_referral_in_jiangsu(rulebook: RulePack) -> None:
    """The easiest way comes first: the hospital's own system, for referrals alone (N-036)."""
    referral = advice(rulebook, "320500", reason=Reason.REFERRAL).channels
    trip = advice(rulebook, "320500").channels
    assert referral[0].text.id == "filing.channel.referral_hospital"
    assert "filing.channel.referral_hospital" not in {channel.text.id for channel in trip}


def test_every_way_to_file_is_named_once(rulebook: RulePack) -> None:
    """Shanxi's two entrances and the nation's, none twice (S4-12, S4-25, N-032)."""
    channels = advice(rulebook, "140100").channels
    assert len({channel.text for channel in channels}) == len(channels)
    names = {parameter(channel.text, "name") for channel in channels}
    assert {"山西医保公众号", "民生山西APP"} <= names


def test_nothing_is_shown_where_it_may_not_be(rulebook: RulePack) -> None:
    """Facts of Jiangsu that hold there alone are not cited for Jinan (N-027, N-028, N-031)."""
    plan = make_plan(case(reason=Reason.LONG_TERM_RESIDENCE, region=BEIJING), rulebook)
    assert not {"N-027", "N-028", "N-031", "N-036", "N-100"} & set(plan.facts)
    assert all(rulebook.fact(number, JINAN) for number in plan.facts)


def test_a_filing_for_a_day_far_ahead_starts_with_the_care(rulebook: RulePack) -> None:
    """Half a year from 2026-11-21 ends on 2027-05-21: for a stay on 1 July it must start then, to end on 1 January."""
    far = advice(rulebook, admitted_on=date(2027, 7, 1), date=date(2027, 7, 9))
    near = advice(rulebook, admitted_on=date(2027, 5, 21), date=date(2027, 5, 28))
    assert (far.effective_from, far.validity and far.validity.until) == (date(2027, 7, 1), date(2028, 1, 1))
    assert (near.effective_from, near.validity and near.validity.until) == (date(2026, 11, 21), date(2027, 5, 21))
    assert "filing.why.starts_later" in {why.text.id for why in far.why}
