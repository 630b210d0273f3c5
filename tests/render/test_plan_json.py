"""The JSON of a plan: the keys of wizard.md, ids and fact numbers as they are, sentences in the language asked for."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, FilingType, Reason
from desktop_app.domain.case import Case
from desktop_app.domain.money import Fen
from desktop_app.paths import examples_dir, resources_dir
from desktop_app.render.plan_json import plan_document
from desktop_app.render.plan_text import plan_text
from desktop_app.render.words import LANGUAGES, Language, Words
from desktop_app.rules.plan import make_plan
from desktop_app.services.plan_case import plan_case
from desktop_app.storage.case_file import read_case
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import PAID, case, filed

TAIYUAN = case(person={"insured_region": "140100"}, reason=Reason.LONG_TERM_RESIDENCE, bill=Bill(total=Fen(3_000_000)))


def document(case: Case, rulebook: RulePack, language: Language = "zh_CN") -> dict[str, Any]:
    """The plan's document in words."""
    words = Words(language, resources_dir() / "words")
    return dict(plan_document(make_plan(case, rulebook), case, rulebook, words))


def test_the_document_has_the_keys_of_the_design(rulebook: RulePack) -> None:
    """Every key of wizard.md is there, in its order."""
    found = document(TAIYUAN, rulebook)
    assert list(found) == ["filing", "settlement", "money", "checklist", "deadlines", "ask", "warnings", "sources"]
    assert list(found["filing"]) == [
        "verdict", "type", "why", "materials", "channels", "review_time", "validity", "effective_from", "change_rule",
        "local_category", "facts",
    ]  # fmt: skip
    assert {"verdict", "conditions", "steps", "bring", "if_it_fails", "claim", "facts"} <= set(found["settlement"])
    assert list(found["settlement"]["claim"]) == ["papers", "where", "deadline"]
    assert list(found["money"]) == ["as_is", "alternatives"]
    other = found["money"]["alternatives"][0]
    assert {"route", "fund_total", "range", "difference", "evidence", "standing", "needs"} <= set(other)
    assert {"until", "until_text", "ask", "facts"} <= set(other)
    assert other["fund_total"] == other["range"]["likely"]
    assert list(other["range"]) == list(other["difference"]) == ["low", "likely", "high"]
    assert list(found["deadlines"][0]) == ["what", "date", "firm"]
    assert {"question", "assumed", "evidence", "line"} <= set(found["ask"][0])
    assert {"number", "title", "evidence"} <= set(found["sources"][0])


def test_a_route_says_until_when_it_is_open_and_what_it_rests_on(rulebook: RulePack) -> None:
    """Filed the day before admission on 3 December; what it rests on stands among the sources."""
    found = document(TAIYUAN, rulebook)
    by_route = {other["route"]: other for other in found["money"]["alternatives"]}
    filing = by_route["file_long_term"]
    assert filing["until"] == "2026-12-02"
    assert filing["until_text"] == "最晚2026年12月2日办好（入院前一天）"
    assert set(filing["facts"]) <= {source["number"] for source in found["sources"]}
    assert "N-064" in filing["facts"]
    assert by_route["manual"]["until"] == "2026-12-31"


def test_papers_are_ids_with_what_they_replace(rulebook: RulePack) -> None:
    """The letter is no requirement: it stands in for the proof of residence."""
    papers = {paper["id"]: paper for paper in document(TAIYUAN, rulebook)["filing"]["materials"]}
    assert list(papers) == ["identity", "filing_form", "residence_proof", "commitment_letter"]
    assert papers["residence_proof"]["required"] is True
    assert papers["residence_proof"]["instead_of"] is None
    assert papers["commitment_letter"]["required"] is False
    assert papers["commitment_letter"]["instead_of"] == "residence_proof"


def test_days_are_iso_and_end_where_they_are_known(rulebook: RulePack) -> None:
    """A long-term filing from today has no end; a trip's has."""
    long = document(TAIYUAN, rulebook)["filing"]
    trip = document(case(), rulebook)["filing"]
    assert (long["effective_from"], long["validity"]["until"]) == ("2026-11-21", None)
    assert trip["validity"]["until"] == "2027-05-21"


def test_a_category_is_number_and_name(rulebook: RulePack) -> None:
    """Shenzhen's sixth, by its name."""
    shenzhen = case(person={"insured_region": "440300", "tier": "tier1"}, reason=Reason.REFERRAL)
    assert document(shenzhen, rulebook)["filing"]["local_category"] == {"number": 6, "name": "异地转诊"}


def test_sources_are_graded_for_the_insured_region_and_link_to_official_sites_only(rulebook: RulePack) -> None:
    """What is official in Jiangsu is reported in Taiyuan; a link leads to *.gov.cn or there is none."""
    suzhou = case(person={"insured_region": "320500"}, reason=Reason.REFERRAL)
    grades = [
        {source["number"]: source["evidence"] for source in document(each, rulebook)["sources"]}
        for each in (suzhou, TAIYUAN)
    ]
    assert (grades[0]["N-018"], grades[1]["N-018"]) == ("official", "reported")
    links = [source["link"] for source in document(suzhou, rulebook)["sources"] if "link" in source]
    assert links
    assert all(".gov.cn/" in link for link in links)


def test_without_a_bill_money_is_null_and_after_settlement_there_is_no_claim(rulebook: RulePack) -> None:
    """What does not apply is null, not empty."""
    assert document(case(), rulebook)["money"] is None
    assert document(case(region="810000"), rulebook)["settlement"]["claim"] is None


def test_a_valid_filing_shows_its_own_days(rulebook: RulePack) -> None:
    """The record's type and days, and nothing to hand in."""
    answers = filed("110000", date(2026, 6, 3), date(2027, 6, 3), type=FilingType.REFERRAL)
    filing = document(case(**answers), rulebook)["filing"]
    assert (filing["type"], filing["effective_from"], filing["materials"]) == ("referral", "2026-06-03", [])
    assert filing["validity"]["until"] == "2027-06-03"


SAMPLES = {
    "1-taiyuan-beijing.yaml": ("needed", "long_term_residence", "direct_if"),
    "2-shenzhen-chengdu.yaml": ("advised", "other_temporary", "direct_if"),
    "3-suzhou-shanghai.yaml": ("late_before_discharge", "referral", "direct_if"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_have_a_plan(name: str, language: Language, rulebook: RulePack) -> None:
    """The three sample cases that ship: their verdicts, and a printed plan in both languages."""
    sample = read_case(examples_dir() / name, rulebook, date(2030, 1, 1))
    plan = plan_case(sample, rulebook)
    verdicts = (plan.filing.verdict.value, plan.filing.type and plan.filing.type.value, plan.settlement.verdict.value)
    assert verdicts == SAMPLES[name]
    assert plan.money is not None
    assert plan.money.as_is.fund_total is not None
    words = Words(language, resources_dir() / "words")
    printed = plan_text(plan, sample, rulebook, words)
    assert "¥" in printed
    assert words.text(plan.filing.why[0].text) in printed


def test_in_danger_the_printed_plan_begins_with_care(rulebook: RulePack) -> None:
    """Care comes before every formality, and before it in the text; otherwise the verdicts lead."""
    words = Words("zh_CN", resources_dir() / "words")
    for emergency in (True, False):
        asked = case(emergency=emergency, kind=CareKind.EMERGENCY_OUTPATIENT, admitted_on=None)
        plan = plan_case(asked, rulebook)
        printed = plan_text(plan, asked, rulebook, words)
        warning = printed.index(words.text(plan.warnings[0].text))
        assert (warning < printed.index(words.text(plan.filing.why[0].text))) is emergency


def test_a_code_is_printed_as_the_disease_it_stands_for(rulebook: RulePack) -> None:
    """M01600 is diabetes; a name stays as it was given."""
    words = Words("zh_CN", resources_dir() / "words")
    for given, shown in (("M01600", "糖尿病"), ("消渴病（旧称）", "消渴病（旧称）")):
        visit = case(kind=CareKind.CHRONIC_OUTPATIENT, disease=given, admitted_on=None)
        first = plan_text(plan_case(visit, rulebook), visit, rulebook, words).partition("\n\n")[0]
        assert shown in first


def test_a_claim_names_its_papers_and_day(rulebook: RulePack) -> None:
    """Paid in full: the papers and the day to keep stand together."""
    claim = document(case(**PAID), rulebook)["settlement"]["claim"]
    assert [paper["id"] for paper in claim["papers"]] == ["identity", "receipt", "itemised_list", "discharge_summary"]
    assert "2026年12月31日" in claim["deadline"]
