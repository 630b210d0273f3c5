"""Whatever the answers, there is a plan, in words, in both languages, resting on facts that may be shown."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import product
from random import Random
from typing import Any

import pytest

from desktop_app.domain.advice import FilingVerdict, SettlementVerdict
from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, FilingState, FilingType, Injury, Level, Reason, Stage
from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.message import Message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Plan
from desktop_app.domain.person import InsuranceState, Scheme, Status
from desktop_app.paths import resources_dir
from desktop_app.render.plan_json import plan_document
from desktop_app.render.words import LANGUAGES, Words
from desktop_app.rules.filing import TO_FILE
from desktop_app.rules.plan import make_plan
from desktop_app.rules.validity import LATE
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import case, filed

PLACES = [
    ("440300", "440300"),
    ("440300", "440600"),
    ("440300", "510100"),
    ("320500", "310000"),
    ("500101", "500103"),
    ("520300", "520100"),
    ("140100", None),
    ("330200", "810000"),
]
STAGES: list[dict[str, Any]] = [
    {"stage": Stage.PLANNING},
    {"stage": Stage.ADMITTED, "admitted_on": date(2026, 11, 15), "date": date(2026, 11, 28)},
    {"stage": Stage.DISCHARGED_SETTLED, "admitted_on": date(2026, 11, 1), "date": date(2026, 11, 9)},
    {"stage": Stage.DISCHARGED_PAID, "admitted_on": date(2025, 11, 1), "date": date(2025, 11, 9)},
    {"stage": Stage.UNKNOWN, "admitted_on": date(2026, 11, 1), "date": date(2026, 11, 9)},
]
FILINGS: list[dict[str, Any]] = [
    {"filing": FilingState.NONE},
    {"filing": FilingState.UNKNOWN},
    {"filing": FilingState.FILED},
    {"filing": FilingState.LATE},
    filed("510100", date(2026, 11, 16), date(2027, 5, 16)),
    filed("510100", date(2024, 1, 1), None, type=FilingType.LONG_TERM_RESIDENCE, with_papers=False),
]
PEOPLE: list[dict[str, Any]] = [
    {"scheme": Scheme.EMPLOYEE, "status": Status.WORKING, "tier": "tier1"},
    {"scheme": Scheme.EMPLOYEE, "status": Status.RETIRED, "tier": "tier2", "insurance_state": InsuranceState.ARREARS},
    {"scheme": Scheme.RESIDENT, "status": Status.CHILD, "age": 0, "insurance_state": InsuranceState.NEW},
    {"scheme": Scheme.RESIDENT, "status": Status.STUDENT, "insurance_state": InsuranceState.NOT_ENROLLED},
    {"scheme": Scheme.EMPLOYEE, "insurance_state": InsuranceState.UNKNOWN},
    {"scheme": Scheme.RESIDENT, "status": Status.ELDERLY, "insurance_state": InsuranceState.INTERRUPTED},
]
INJURIES = [Injury(), Injury(third_party=True), Injury(third_party=False, work=False), Injury(work=True)]


def answers() -> Iterator[dict[str, Any]]:
    """Every reason, kind, stage and filing; people, places and the rest drawn by lot, the same ones each time."""
    lot = Random(2026)
    for reason, kind, stage, filing in product(Reason, CareKind, STAGES, FILINGS):
        insured, place = lot.choice(PLACES)
        person = lot.choice(PEOPLE) | {"insured_region": insured, "chronic": ("糖尿病",)}
        yield (
            stage
            | filing
            | {
                "person": person,
                "reason": reason,
                "kind": kind,
                "region": place,
                "networked": lot.choice((True, False, None)),
                "selected": lot.choice((None, True, False)),
                "emergency": lot.random() < 1 / 7,
                "disease": lot.choice(("糖尿病", "冠心病", "白癜风", None)),
                "injury": lot.choice(INJURIES) if kind is CareKind.INJURY else None,
                "balance": lot.choice((0, 40_000)),
            }
        )


def stays_of_their_own() -> Iterator[dict[str, Any]]:
    """Stays that reach what only some regions say."""
    trip = {"region": "110000", "networked": None}
    resident = {"scheme": Scheme.RESIDENT}
    abroad_filing = filed("110000", date(2026, 1, 1), date(2026, 12, 5))
    at_home = filed("110000", date(2026, 1, 1), None, type=FilingType.LONG_TERM_RESIDENCE, with_papers=False)
    yield trip | {"person": {"insured_region": "440100"}, "reason": Reason.STUDY}
    yield trip | {"person": {"insured_region": "440100", "status": Status.WORKING}, "reason": Reason.WORK_POST}
    yield trip | {"person": {"insured_region": "440100"}, "region": "440100"} | at_home
    yield trip | {"person": {"insured_region": "330200"}, "reason": Reason.LONG_TERM_RESIDENCE}
    yield trip | {"person": {"insured_region": "330300"}, "region": "330200", "reason": Reason.REFERRAL}
    yield trip | {"person": {"insured_region": "330200"}, "region": "330100", "reason": Reason.REFERRAL}
    tianshui = {"insured_region": "620500"} | resident
    yield trip | {"person": tianshui, "reason": Reason.REFERRAL, "bill": BILL}
    yield trip | {"person": tianshui, "reason": Reason.WORK_POST, "bill": BILL}
    yield trip | {"person": tianshui, "emergency": True} | abroad_filing
    yield trip | {"person": tianshui, "bill": BILL} | abroad_filing
    yield trip | {"person": tianshui, "bill": BILL}
    yield trip | {"person": {"insured_region": "120000"}}
    yield trip | {"person": {"insured_region": "120000"}, "admitted_on": None}
    yield trip | {"admitted_on": None}
    yield trip | {"stage": Stage.ADMITTED, "admitted_on": None}
    yield trip | {"person": {"insured_region": "410100"}, "reason": Reason.LONG_TERM_RESIDENCE}
    yield trip | {"person": {"insured_region": "360300"}, "region": "360100"}
    yield trip | {"person": {"insured_region": "360300"}, "region": "360100"} | STAGES[2]
    yield trip | {"person": {"insured_region": "360300", "insurance_state": InsuranceState.INTERRUPTED}}
    yield trip | filed("110000", date(2026, 1, 1), date(2026, 11, 30))
    yield trip | filed("110000", date(2026, 1, 1), None)
    yield trip | {"person": {"insured_region": "210200"}}
    yield trip | {"person": {"insured_region": "210200"}} | STAGES[1]
    yield trip | {"person": {"insured_region": "630100"}}
    yield trip | {"person": {"insured_region": "420100"}, "region": "420500"}
    yield trip | {"person": {"insured_region": "150100"}, "region": "150200"}
    yield trip | {"person": {"insured_region": "440400"}}
    yield trip | {"person": {"insured_region": "440600"}} | STAGES[3]
    yield trip | {"person": {"insured_region": "320500"}, "kind": CareKind.INJURY} | STAGES[3]
    yield trip | {"person": {"insured_region": "640100"}, "today": date(2029, 1, 1)}
    newborn = resident | {"status": Status.CHILD, "age": 0, "insurance_state": InsuranceState.NOT_ENROLLED}
    yield trip | {"person": {"insured_region": "130100"} | newborn} | STAGES[1]


def stays_half_told() -> Iterator[dict[str, Any]]:
    """Stays where a district, the stage or an older filing decides, and some before the notice of 2024."""
    trip = {"region": "110000", "networked": None}
    newborn = {"insured_region": "130100", "scheme": Scheme.RESIDENT, "status": Status.CHILD, "age": 0}
    yield trip | {"person": newborn}
    yield trip | {"stage": Stage.UNKNOWN, "admitted_on": None}
    yield trip | {"person": {"insured_region": "500000"}, "region": "500103"}
    yield trip | {"person": {"insured_region": "500101"}, "region": "500101"}
    letter = filed("510100", date(2026, 8, 1), None, type=FilingType.LONG_TERM_RESIDENCE, with_papers=False)
    yield trip | {"person": {"insured_region": "320100"}} | letter
    unknown = {"filing": FilingState.UNKNOWN}
    undated = {"stage": Stage.ADMITTED, "admitted_on": None}
    in_part = Bill(total=Fen(3_000_000), funds_paid=Fen(900_000))
    yield trip | undated | {"person": {"insured_region": "210200"}}
    yield trip | filed("110000", date(2025, 1, 1), None)
    guangzhou = {"insured_region": "440100", "status": Status.WORKING}
    yield trip | undated | {"person": guangzhou, "reason": Reason.WORK_POST}
    yield trip | STAGES[2] | {"bill": in_part}
    yield trip | STAGES[3] | {"bill": in_part}
    yield trip | STAGES[3] | {"person": {"insured_region": "440500"}, "region": "440100"}
    yield trip | unknown | {"admitted_on": None}
    yield trip | {"person": {"insured_region": "520300"}, "region": "520100", "admitted_on": None}
    overdue = {"stage": Stage.ADMITTED, "admitted_on": date(2026, 11, 2), "date": date(2026, 11, 20)}
    yield trip | {"stage": Stage.UNKNOWN, "admitted_on": date(2025, 11, 1), "date": date(2025, 11, 9)}
    yield trip | {"admitted_on": date(2027, 7, 1), "date": date(2027, 7, 9)}
    liable = {"kind": CareKind.INJURY, "injury": Injury(third_party=True)}
    yield trip | STAGES[2] | liable
    yield trip | STAGES[3] | {"admitted_on": date(2022, 11, 1), "date": date(2022, 11, 9)}
    yield trip | overdue
    yield trip | overdue | unknown
    yield trip | {"reason": Reason.WORK_POST, "admitted_on": date(2026, 11, 23)}
    before_the_notice = {"today": date(2023, 2, 13), "admitted_on": date(2023, 2, 15), "date": date(2023, 2, 20)}
    yield trip | {"person": {"insured_region": "130600"}} | before_the_notice


def visits_of_their_own() -> Iterator[dict[str, Any]]:
    """Visits that reach what only some regions say."""
    visit: dict[str, Any] = {"region": "110000", "networked": None, "kind": CareKind.OUTPATIENT, "admitted_on": None}
    resident = {"scheme": Scheme.RESIDENT}
    yield visit | {"person": {"insured_region": "440300", "tier": "tier1"}, "networked": True}
    yield visit | {"person": {"insured_region": "440300"}}
    yield visit | {"person": {"insured_region": "440400"}}
    yield visit | {"person": {"insured_region": "440400"}, "balance": 5_000}
    yield visit | {"person": {"insured_region": "440100"}, "reason": Reason.LONG_TERM_RESIDENCE}
    yield visit | {"person": {"insured_region": "520200"} | resident}
    yield visit | {"person": {"insured_region": "440300"} | resident, "level": Level.COMMUNITY, "selected": False}
    yield visit | {"person": {"insured_region": "440300"} | resident, "level": Level.COMMUNITY}
    yield visit | {"person": {"insured_region": "440300"} | resident, "level": Level.COMMUNITY, "selected": True}
    yield visit | {"person": {"insured_region": "420100"}, "region": "440300"}
    shop = {"kind": CareKind.DRUGSTORE}
    yield visit | shop
    yield visit | shop | {"networked": True}
    yield visit | shop | {"networked": False}
    chronic = visit | {"kind": CareKind.CHRONIC_OUTPATIENT, "person": {"insured_region": "440300"}}
    yield chronic | {"disease": "冠心病", "date": date(2024, 10, 1), "today": date(2024, 9, 30)}
    yield chronic | {"disease": "冠心病"} | STAGES[3] | {"admitted_on": None, "date": date(2024, 10, 1)}
    yield chronic | {"disease": "冠心病"} | STAGES[3] | {"date": date(2026, 1, 9)}
    yield chronic | {"disease": "血液透析"}
    yield chronic | {"disease": "血液透析", "region": None}
    yield chronic | {"disease": "血液透析", "region": None} | STAGES[3]


BILL = Bill(total=Fen(4_000_000))
UNSAID = {
    "filing.why.ask",
    "filing.validity.days",
    "filing.validity.undated_days",
    "filing.validity.one_stay",
    "claim.since.admission",
}
"""Words that no rule of today calls for, but that the next one may."""


@pytest.fixture(scope="module")
def plans(rulebook: RulePack) -> list[tuple[Case, Plan]]:
    """The plans for all of them."""
    cases = [case(**each) for each in (*answers(), *stays_of_their_own(), *stays_half_told(), *visits_of_their_own())]
    return [(each, make_plan(each, rulebook)) for each in cases]


def test_every_verdict_comes_up(plans: list[tuple[Case, Plan]]) -> None:
    """The answers reach every line of both tables, so that the tests below see all of their words."""
    assert {plan.filing.verdict for _, plan in plans} == set(FilingVerdict)
    assert {plan.settlement.verdict for _, plan in plans} == set(SettlementVerdict)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_has_words(plans: list[tuple[Case, Plan]], rulebook: RulePack, language: str) -> None:
    """Each message has its sentence and each sentence its parameters, in both languages."""
    words = Words(language, resources_dir() / "words")  # type: ignore[arg-type]  # one of LANGUAGES
    for each, plan in plans:
        document = plan_document(plan, each, rulebook, words)
        assert document["checklist"] is not None


def test_every_fact_may_be_shown_to_whom_it_is_shown(plans: list[tuple[Case, Plan]], rulebook: RulePack) -> None:
    """No plan cites a fact that its insured region may not see, and few stand behind one verdict."""
    for each, plan in plans:
        assert all(rulebook.fact(number, each.person.insured_region) for number in plan.facts)
        assert len(plan.filing.facts) <= 8
        assert len(plan.settlement.facts) <= 8
        assert set(plan.filing.facts) | set(plan.settlement.facts) <= set(plan.facts)


def test_a_verdict_rests_on_a_fact(plans: list[tuple[Case, Plan]]) -> None:
    """Every filing verdict names at least one fact."""
    assert all(plan.filing.facts for _, plan in plans)


def test_common_practice_frees_nobody(plans: list[tuple[Case, Plan]], rulebook: RulePack) -> None:
    """Where a rule frees from filing, it is official or reported; what is only typical never carries that verdict."""
    freeing = [
        (each.person.insured_region, number)
        for each, plan in plans
        for why in plan.filing.why
        if why.text.id == "filing.why.free"
        for number in why.facts
    ]
    assert freeing
    for region, number in freeing:
        fact = rulebook.fact(number, region)
        assert fact is not None
        assert fact.evidence is not Evidence.TYPICAL


def test_doubtful_insurance_is_never_plainly_direct(plans: list[tuple[Case, Plan]]) -> None:
    """Interrupted, in arrears, new or unknown: at best direct under conditions, unless it was settled already."""
    doubtful = {InsuranceState.INTERRUPTED, InsuranceState.ARREARS, InsuranceState.NEW, InsuranceState.UNKNOWN}
    for each, plan in plans:
        settled = each.episodes[0].care.stage is Stage.DISCHARGED_SETTLED
        if each.person.insurance_state in doubtful and not settled:
            assert plan.settlement.verdict is not SettlementVerdict.DIRECT


def test_rescue_is_never_told_to_file_first(plans: list[tuple[Case, Plan]]) -> None:
    """No emergency plan asks for papers or a filing before the care."""
    for each, plan in plans:
        if each.episodes[0].care.emergency:
            assert plan.filing.materials == ()
            assert plan.filing.verdict in {FilingVerdict.DEEMED, FilingVerdict.NOT_NEEDED, FilingVerdict.VALID} or (
                plan.filing.type is None
            )


def test_no_word_is_kept_that_nothing_says(plans: list[tuple[Case, Plan]]) -> None:
    """Every entry of the decisions' word lists is said by some plan."""
    said: set[str] = set()
    for _, plan in plans:
        said.update(_ids(plan))
    assert _entries() - said == UNSAID


def _ids(thing: object) -> Iterator[str]:
    """The ids of all messages inside a plan."""
    if isinstance(thing, Message):
        yield thing.id
        yield from _ids(tuple(value for _, value in thing.parameters))
    elif is_dataclass(thing):
        yield from _ids(tuple(getattr(thing, field.name) for field in fields(thing)))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _ids(part)


def _entries() -> set[str]:
    """The entries of the decisions' word lists, the same in both languages."""
    found = []
    for language in LANGUAGES:
        folder = resources_dir() / "words" / language
        found.append({id for file in FILES for id in _flat(file, tomllib.loads((folder / f"{file}.toml").read_text()))})
    assert found[0] == found[1]
    return found[0]


FILES = ("filing", "settlement", "materials", "claim", "ask", "warnings", "route")


def _flat(prefix: str, table: dict[str, Any]) -> Iterator[str]:
    for key, entry in table.items():
        if isinstance(entry, dict):
            yield from _flat(f"{prefix}.{key}", entry)
        else:
            yield f"{prefix}.{key}"


def test_lists_agree_with_themselves(plans: list[tuple[Case, Plan]]) -> None:
    """Alternatives name a paper on the same list, and ids to tick are never twice there."""
    for _, plan in plans:
        ids = {material.id for material in plan.filing.materials}
        assert all(material.instead_of in ids for material in plan.filing.materials if not material.required)
        ticks = [item.id for item in plan.checklist]
        assert len(set(ticks)) == len(ticks)


def test_no_day_to_keep_lies_in_the_past_unsaid(plans: list[tuple[Case, Plan]]) -> None:
    """A day that has passed says so, nearest first; a day that may still move is not firm."""
    for each, plan in plans:
        days = [deadline.day for deadline in plan.deadlines if deadline.day is not None]
        assert days == sorted(days)
        for deadline in plan.deadlines:
            assert deadline.day is not None
            assert deadline.day >= each.today or deadline.what.id.endswith("_passed")
            assert not (
                deadline.firm and deadline.what.id.endswith(("_overdue", "_undated_stay", "before_paying_stay"))
            )


def test_a_filing_starts_and_ends_in_order(plans: list[tuple[Case, Plan]]) -> None:
    """A late filing starts with the care at the latest (N-054), and none ends before it starts."""
    for each, plan in plans:
        start, filing = plan.filing.effective_from, plan.filing
        begins = each.episodes[0].care.begins
        if start is not None and filing.verdict in LATE:
            assert start <= begins
        if start is not None and filing.validity is not None and filing.validity.until is not None:
            assert start <= filing.validity.until


def test_verdicts_agree_with_each_other(plans: list[tuple[Case, Plan]]) -> None:
    """Conditions, claim and papers go with the verdicts; nothing is direct while a filing is still to be made."""
    for each, plan in plans:
        filing, settlement = plan.filing, plan.settlement
        assert bool(filing.materials) is (filing.verdict in TO_FILE)
        if settlement.verdict in {SettlementVerdict.DIRECT, SettlementVerdict.DIRECT_IF}:
            assert bool(settlement.conditions) is (settlement.verdict is SettlementVerdict.DIRECT_IF)
        if settlement.verdict is SettlementVerdict.DIRECT:
            assert filing.verdict not in TO_FILE
        if settlement.verdict is SettlementVerdict.MANUAL:
            assert settlement.claim is not None
        if settlement.verdict is SettlementVerdict.NOT_COVERED:
            assert settlement.claim is None
        if each.episodes[0].care.stage is Stage.DISCHARGED_PAID:
            assert settlement.verdict in {SettlementVerdict.MANUAL, SettlementVerdict.NOT_COVERED}


def test_nothing_is_said_twice(plans: list[tuple[Case, Plan]]) -> None:
    """No reason, step or warning comes twice, and no rule of the region is quoted twice for one verdict."""
    for _, plan in plans:
        quoted = [dict(why.text.parameters).get("rule") for why in plan.filing.why]
        rules = [rule for rule in quoted if rule is not None]
        assert len(rules) == len(set(rules))
        for said in (plan.filing.why, tuple(step.do for step in plan.settlement.steps), plan.warnings):
            texts = [each.text for each in said]
            assert len(texts) == len(set(texts))


def test_what_is_assumed_meanwhile_rests_on_something(plans: list[tuple[Case, Plan]]) -> None:
    """An answer taken for granted until somebody is asked names its evidence."""
    for _, plan in plans:
        assert all(ask.provenance is not None for ask in plan.ask if ask.assumed is not None)
