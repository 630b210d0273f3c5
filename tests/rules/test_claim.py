"""The manual claim: papers by kind of care, and by when it must be in."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.care import CareKind, FilingState, Reason
from desktop_app.domain.person import Scheme, Status
from desktop_app.rules.claim import claim_limit, claim_papers, deadline_text
from desktop_app.rules.plan import make_plan
from desktop_app.rules.situation import situation_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import JINAN, PAID, case

PAPERS = [
    (CareKind.INPATIENT, False, {"identity", "receipt", "itemised_list", "discharge_summary"}),
    (CareKind.OUTPATIENT, False, {"identity", "receipt", "itemised_list", "outpatient_record"}),
    (CareKind.CHRONIC_OUTPATIENT, False, {"identity", "receipt", "itemised_list", "outpatient_record"}),
    (CareKind.EMERGENCY_OUTPATIENT, False, {"identity", "receipt", "itemised_list", "emergency_record"}),
    (
        CareKind.INPATIENT,
        True,
        {"identity", "receipt", "itemised_list", "emergency_record", "rescue_record", "discharge_summary"},
    ),
    (CareKind.CHILDBIRTH, False, {"identity", "receipt", "itemised_list", "discharge_summary"}),
    (CareKind.DRUGSTORE, False, {"identity", "receipt", "itemised_list"}),
]


@pytest.mark.parametrize(("kind", "rescue", "papers"), PAPERS)
def test_each_kind_has_its_papers(rulebook: RulePack, kind: CareKind, rescue: bool, papers: set[str]) -> None:
    """The papers everywhere, from common practice (N-109, S1-10)."""
    situation = situation_of(case(**PAID, kind=kind, emergency=rescue), rulebook)
    assert {paper.id for paper in claim_papers(situation)} == papers


def test_jiangsu_s_own_list_rests_on_its_own_rules(rulebook: RulePack) -> None:
    """In Jiangsu the four papers of N-100; the finding of an injury may be replaced by the letter (N-113)."""
    suzhou = situation_of(case(**PAID, person={"insured_region": "320500"}), rulebook)
    assert {paper.facts for paper in claim_papers(suzhou)} == {("N-100",)}
    injured = situation_of(case(**PAID, person={"insured_region": "320500"}, kind=CareKind.INJURY), rulebook)
    letter = next(paper for paper in claim_papers(injured) if paper.id == "injury_statement")
    assert (letter.required, letter.instead_of) == (False, "liability_finding")


def test_a_newborn_claims_with_its_parents_papers(rulebook: RulePack) -> None:
    """Register, birth certificate and a parent's card together stand in for its identity; the bank card is extra."""
    newborn = {"insured_region": "430100", "scheme": Scheme.RESIDENT, "status": Status.CHILD, "age": 0}
    papers = claim_papers(situation_of(case(**PAID, person=newborn), rulebook))
    assert [(paper.id, paper.required, paper.instead_of) for paper in papers[:3]] == [
        ("identity", True, None),
        ("newborn_papers", False, "identity"),
        ("bank_card", True, None),
    ]


LIMITS: list[tuple[str, str, dict[str, Any], date, date]] = [
    # Discharged on 2026-10-09: three months on is 2027-01-09, and the year ends first.
    ("nowhere stated", JINAN, {}, date(2026, 10, 9), date(2026, 12, 31)),
    # Discharged on 2026-08-01: three months on comes first.
    ("nowhere stated, early in the year", JINAN, {}, date(2026, 8, 1), date(2026, 11, 1)),
    (
        "Shanghai residents: 3 months, and 6 elsewhere",
        "310000",
        {"scheme": Scheme.RESIDENT},
        date(2026, 8, 31),
        date(2026, 11, 30),
    ),
    ("Shanghai employees: 6 months", "310000", {}, date(2026, 8, 31), date(2027, 2, 28)),
    ("Shenzhen: 12 months, and 3 years", "440300", {"tier": "tier1"}, date(2026, 8, 1), date(2027, 8, 1)),
    ("Foshan: 90 days", "440600", {}, date(2026, 10, 9), date(2027, 1, 7)),
    ("Chengdu: 3 months", "510100", {}, date(2026, 10, 9), date(2027, 1, 9)),
]


@pytest.mark.parametrize(("_", "insured", "person", "discharged", "last"), LIMITS, ids=[limit[0] for limit in LIMITS])
def test_the_careful_day_is_the_earliest(
    rulebook: RulePack, _: str, insured: str, person: dict[str, Any], discharged: date, last: date
) -> None:
    """Of several statements the earliest day is kept; an unknown limit ends with three months or the year."""
    person = {"insured_region": insured, **person}
    limit = claim_limit(situation_of(case(person=person, **(PAID | {"date": discharged})), rulebook))
    assert (limit.day, limit.firm) == (last, False)


def test_the_other_statement_is_named(rulebook: RulePack) -> None:
    """Shenzhen's three years stand beside its twelve months (L1018, L1019)."""
    shenzhen = situation_of(case(person={"insured_region": "440300", "tier": "tier1"}, **PAID), rulebook)
    said = deadline_text(shenzhen)
    assert said.text.id == "claim.deadline.differs"
    assert set(said.facts) == {"N-107", "L1019", "L1018"}


def test_a_day_that_has_passed_is_still_listed(rulebook: RulePack) -> None:
    """Too late by the careful reading: the day stays, with "ask at once"."""
    plan = make_plan(case(**(PAID | {"admitted_on": date(2026, 2, 1), "date": date(2026, 2, 9)})), rulebook)
    claim = next(deadline for deadline in plan.deadlines if deadline.what.id.startswith("claim.by.claim_"))
    assert (claim.what.id, claim.day, claim.firm) == ("claim.by.claim_not_known_passed", date(2026, 5, 9), False)
    assert "ask.claim_limit" in {ask.question.id for ask in plan.ask}


def test_ordinary_urgent_care_asks_whether_it_counts_as_rescue(rulebook: RulePack) -> None:
    """A feverish child, no rescue, paid at once: not deemed filed, and the region is asked (N-059)."""
    visit = {"kind": CareKind.EMERGENCY_OUTPATIENT, "reason": Reason.EMERGENCY, "admitted_on": None}
    plan = make_plan(case(**(PAID | visit), filing=FilingState.NONE), rulebook)
    assert "ask.urgent" in {ask.question.id for ask in plan.ask}
