"""Case files: what they may say, exactly as it is written, and how what they may not say is refused."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import CareKind, FilingRecord, FilingState, FilingType, Injury, Level, Reason, Stage
from desktop_app.domain.case import Case
from desktop_app.domain.figure import DeductibleBasis, FigureName, Origin, OwnRatio, Points, Segment, Supplement
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Assistance, InsuranceState, Scheme, Status
from desktop_app.errors import Problem
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Words
from desktop_app.storage.case_file import case_document, parse_case, read_case
from tests.rulebooks import DictRuleBook

Document = dict[str, Any]
TODAY = date(2026, 11, 21)
WORDS = {language: Words(language, resources_dir() / "words") for language in LANGUAGES}

SMALL = """
version: 1
person: {scheme: employee}
care: {kind: inpatient, date: 2026-06-15}
"""
WHOLE = """
version: 1
today: 2026-11-21
person: {insured_region: 140100, scheme: employee, tier: tier2, status: working, age: 45, family_doctor: true,
         assistance: low_income, chronic: [高血压, I10], insurance_state: normal}
care: {region: "110105", kind: inpatient, level: level3, date: 2026-12-21, admitted_on: 2026-12-01, reason: referral,
       filing: filed, stage: planning, settlement: direct, networked: true, selected: unknown, admission: 2,
       disease: 冠心病, emergency: false, injury: {third_party: null, work: false},
       filing_record: {type: referral, from: 2026-01-01, until: null, region: "110000", with_papers: true}}
bill: {total: 50000.10, out_of_catalogue: 3000, class_b: 10000.00, class_b_ratio: 0.10, over_limit: 0.05}
year_to_date: {deductible_paid: 1300, personal_account_balance: 12.3}
figures:
  deductible: [1300, 650]
  deductible_basis: per_admission
  segments: [[30000, 0.85], [null, 0.905]]
  segment_origin: zero
  bonus: 0.05
  cap: null
  elsewhere: {kind: points, value: 0.1}
  supplement: {ratio: 0.9, cap: 300000}
"""


def parse(document: object) -> Case:
    """The case of a document, with the few places of the tests."""
    return parse_case(document, DictRuleBook(), TODAY)


def read(tmp_path: Path, text: str | bytes, name: str = "case.yaml") -> Case:
    """The case of a file with this text."""
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_case(file, DictRuleBook(), TODAY)


def small(**changes: object) -> Document:
    """The least a case can be, with some blocks replaced."""
    document: Document = {
        "version": 1,
        "person": {"scheme": "employee"},
        "care": {"kind": "inpatient", "date": "2026-06-15"},
        "bill": {"total": 1000},
    }
    return {**document, **changes}


def refused(document: object) -> str:
    """The sentence a document is refused with, in English."""
    with pytest.raises(Problem) as caught:
        parse(document)
    sentences = [words.text(caught.value.message) for words in WORDS.values()]
    assert all("\n" not in sentence for sentence in sentences)
    return sentences[LANGUAGES.index("en")]


def test_a_whole_case_in_yaml(tmp_path: Path) -> None:
    """Every key arrives in its own type: fen, exact ratios, days, words; a bare six-digit code will do."""
    case = read(tmp_path, WHOLE)
    person, episode, figures = case.person, case.episodes[0], case.figures
    assert (person.insured_region, person.scheme, person.status) == ("140100", Scheme.EMPLOYEE, Status.WORKING)
    assert (person.assistance, person.insurance_state) == (Assistance.LOW_INCOME, InsuranceState.NORMAL)
    assert (person.tier, person.age, person.family_doctor, person.chronic) == ("tier2", 45, True, ("高血压", "I10"))
    care = episode.care
    assert (care.kind, care.level, care.reason) == (CareKind.INPATIENT, Level.LEVEL3, Reason.REFERRAL)
    assert (care.filing, care.stage, care.networked, care.selected) == (FilingState.FILED, Stage.PLANNING, True, None)
    assert (care.begins, care.date, care.admission) == (date(2026, 12, 1), date(2026, 12, 21), 2)
    assert care.injury == Injury(third_party=None, work=False)
    assert care.filing_record == FilingRecord(
        type=FilingType.REFERRAL, start=date(2026, 1, 1), until=None, region="110000", with_papers=True
    )
    assert episode.bill == Bill(
        total=Fen(5000010),
        out_of_catalogue=Fen(300000),
        class_b=Fen(1000000),
        class_b_ratio=Fraction(1, 10),
        over_limit=Fen(5),
    )
    assert case.year_to_date == YearToDate(deductible_paid=Fen(130000), personal_account_balance=Fen(1230))
    assert figures is not None
    assert figures.deductible == (Fen(130000), Fen(65000))
    assert figures.deductible_basis is DeductibleBasis.PER_ADMISSION
    assert figures.ratio is not None
    assert figures.ratio.segments == (Segment(Fen(3000000), Fraction(85, 100)), Segment(None, Fraction(905, 1000)))
    assert (figures.segment_origin, figures.bonus) == (Origin.ZERO, Fraction(1, 20))
    assert (figures.elsewhere, figures.supplement) == (
        Points(Fraction(1, 10)),
        Supplement(Fraction(9, 10), Fen(30000000)),
    )
    assert FigureName.CAP in figures.present
    assert FigureName.CRITICAL not in figures.present


def test_json_and_yaml_say_the_same(tmp_path: Path) -> None:
    """The same document in the other notation, numbers kept as they are written."""
    text = json.dumps(case_document(read(tmp_path, WHOLE)), ensure_ascii=False)
    assert read(tmp_path, text, "case.json") == read(tmp_path, WHOLE)


def test_a_case_read_back_from_its_document_is_the_same(tmp_path: Path) -> None:
    """Nothing is lost on the way out and in again, not even what is not known."""
    whole = read(tmp_path, WHOLE)
    for case in (whole, replace(whole, figures=None, several=True), parse(small())):
        assert parse(case_document(case)) == case


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_every_amount_survives(amount: Decimal) -> None:
    """To the fen, from the number as it stands in JSON and back."""
    document = json.loads(f'{{"total": {amount}}}', parse_float=Decimal)
    bill = parse(small(bill=document)).episodes[0].bill
    assert bill is not None
    assert bill.total == amount * 100


def test_what_is_left_out_is_not_known() -> None:
    """Unknown where that is allowed, nothing where it is not; counters stand at 0, the stay is the first."""
    case = parse(small())
    care = case.episodes[0].care
    assert (care.level, care.reason, care.filing, care.stage) == (
        Level.UNKNOWN,
        Reason.UNKNOWN,
        FilingState.UNKNOWN,
        Stage.UNKNOWN,
    )
    assert (care.region, care.networked, care.filing_record, care.emergency, care.admission) == (
        None,
        None,
        None,
        False,
        1,
    )
    assert (case.today, case.figures, case.year_to_date) == (TODAY, None, YearToDate())


def test_null_reads_as_left_out() -> None:
    """`care: {level: null}` says as little as no level at all."""
    nothing = dict.fromkeys(
        [
            "region",
            "level",
            "admitted_on",
            "reason",
            "filing",
            "filing_record",
            "stage",
            "networked",
            "admission",
            "injury",
        ]
    )
    care = {"kind": "inpatient", "date": "2026-06-15", **nothing}
    assert parse(small(care=care, year_to_date=None, figures=None, today=None)) == parse(small())


def test_episodes_instead_of_care_and_bill() -> None:
    """A list, in the order of the file; an empty one is as good as none."""
    one = {"care": {"kind": "outpatient", "date": "2026-06-15"}, "bill": {"total": 1}}
    document = small(episodes=[one, one])
    del document["care"], document["bill"]
    case = parse(document)
    assert (len(case.episodes), case.several) == (2, True)
    assert parse(small(episodes=[])) == parse(small())


def test_a_figure_stated_as_none_is_not_a_figure_left_out() -> None:
    """`cap: null` is no cap; `ratio: null` and `deductible_basis: null` say nothing."""
    figures = {"deductible": None, "ratio": None, "deductible_basis": None, "cap": None, "bonus": None}
    found = parse(small(figures=figures)).figures
    assert found is not None
    assert found.present == {FigureName.DEDUCTIBLE, FigureName.CAP, FigureName.BONUS}
    assert (found.deductible, found.cap, found.bonus) == ((0,), None, Fraction(0))


def test_the_three_ways_to_write_a_reduction() -> None:
    """Points, a factor, a ratio of its own."""
    found = parse(small(figures={"elsewhere": {"kind": "ratio", "value": Decimal("0.6")}})).figures
    assert found is not None
    assert found.elsewhere == OwnRatio(Fraction(3, 5))


FIGURES: Document = {"deductible": 0, "ratio": 1}
TIERS = {"deductible": 0, "tiers": [[0, 100, 1], [100, None, 1]]}


@pytest.mark.parametrize(
    ("document", "parts"),
    [
        ([], ["case", "[]"]),
        (small(persn={}), ["persn", "person"]),
        (small(person={"scheme": "employee", "agee": 3}), ["person.agee", "age"]),
        (small(person={}), ["person.scheme"]),
        (small(person=None), ["person", "null"]),
        (small(person={"scheme": "employee", "status": "child"}), ["person.status", "child", "working", "retired"]),
        (small(person={"scheme": "resident", "status": "retired"}), ["person.status", "retired", "elderly"]),
        (small(person={"scheme": "employee", "age": 131}), ["person.age", "131", "0", "130"]),
        (small(person={"scheme": "employee", "age": True}), ["person.age", "true"]),
        (small(person={"scheme": "employee", "tier": "gold"}), ["person.tier", "gold", "tier1"]),
        (small(person={"scheme": "employee", "tier": "tier4"}), ["person.tier", "tier4", "tier3"]),
        (small(person={"scheme": "employee", "chronic": "gout"}), ["person.chronic", "gout"]),
        (small(person={"scheme": "employee", "family_doctor": 1}), ["person.family_doctor", "1"]),
        (small(person={"scheme": "employee", "insured_region": "810000"}), ["person.insured_region", "810000"]),
        (small(person={"scheme": "employee", "insured_region": 14}), ["person.insured_region", "14"]),
        (small(care={"kind": "inpatient", "date": "2026-02-30"}), ["care.date", "2026-02-30"]),
        (small(care={"kind": "inpatient", "date": "20260615"}), ["care.date", "20260615"]),
        (small(care={"kind": "inpatient", "date": 20260615}), ["care.date", "20260615"]),
        (small(care={"kind": "inpatient", "date": "9999-12-31"}), ["care.date", "9999-12-31", "2000", "2099"]),
        (small(care={"kind": "inpatient", "date": "1899-12-31"}), ["care.date", "1899-12-31", "2000", "2099"]),
        (small(care={"kind": "inpatient"}), ["care.date"]),
        (small(care={"kind": "inpatient", "date": "2026-06-15", "admission": 0}), ["care.admission", "0"]),
        (
            small(care={"kind": "inpatient", "date": "2026-06-15", "admitted_on": "2026-06-16"}),
            ["care.admitted_on", "2026-06-16", "2026-06-15"],
        ),
        (small(care={"kind": "inpatient", "date": "2026-06-15", "networked": "maybe"}), ["care.networked", "maybe"]),
        (
            small(care={"kind": "inpatient", "date": "2026-06-15", "filing_record": {"type": "referral"}}),
            ["care.filing_record.from"],
        ),
        (small(bill={}), ["bill.total"]),
        (small(bill={"total": None}), ["bill.total", "null"]),
        (small(bill={"total": True}), ["bill.total", "true"]),
        (small(bill={"total": 1.5}), ["bill.total", "1.5"]),
        (small(bill={"total": Decimal("10.005")}), ["bill.total", "10.005"]),
        (small(bill={"total": Decimal("1000.000000000000000000000000000000001")}), ["bill.total"]),
        (small(bill={"total": Decimal("1e400")}), ["bill.total"]),
        (small(bill={"total": Decimal("1e-400")}), ["bill.total"]),
        (small(bill={"total": "1,000"}), ["bill.total", "1,000"]),
        (small(bill={"total": Decimal("NaN")}), ["bill.total", "NaN"]),
        (
            small(bill={"total": 1000, "class_b": 600, "over_limit": 500}),
            ["class_b", "over_limit", "1100.00", "1000.00"],
        ),
        (small(bill={"total": 1000, "over_limit": 1001}), ["bill.over_limit", "1001", "1000"]),
        (small(figures={**FIGURES, "segments": [[None, 1]]}), ["figures.segments", "ratio"]),
        (small(figures={"segments": []}), ["figures.segments"]),
        (small(figures={"segments": [[100, 1]]}), ["figures.segments", "[[100, 1]]", "null"]),
        (small(figures={"segments": [[0, 1], [None, 1]]}), ["figures.segments"]),
        (small(figures={"segments": [[100, 1], [None, 2]]}), ["figures.segments[1][1]", "“2”"]),
        (small(figures={"segments": [[100, 1, 1]]}), ["figures.segments"]),
        (small(figures={"deductible": [100, -5]}), ["figures.deductible[1]", "-5"]),
        (small(figures={"deductible": []}), ["figures.deductible"]),
        (
            small(figures={"deductible": [100, 50], "deductible_basis": "annual"}),
            ["figures.deductible", "per_admission", "annual"],
        ),
        (
            small(figures={"elsewhere_deductible": [100, 50], "deductible_basis": "per_visit"}),
            ["figures.elsewhere_deductible", "per_visit"],
        ),
        (small(figures={"elsewhere": {"kind": "points", "value": 2}}), ["figures.elsewhere.value", "2"]),
        (small(figures={"supplement": {"cap": 5}}), ["figures.supplement.ratio"]),
        (small(figures={"own_share_factor": Decimal("1.1")}), ["figures.own_share_factor", "1.1"]),
        (small(figures={"critical": {**TIERS, "tiers": [[100, 50, 1]]}}), ["figures.critical.tiers"]),
        (small(figures={"critical": {**TIERS, "tiers": [[0, 60, 1], [50, None, 1]]}}), ["figures.critical.tiers"]),
        (small(figures={"critical": {**TIERS, "tiers": [[0, None, 1], [50, None, 1]]}}), ["figures.critical.tiers"]),
        (small(figures={"critical": {**TIERS, "origin": "here"}}), ["figures.critical.origin", "here", "zero"]),
        (small(figures={"rounding": "up"}), ["figures.rounding", "up", "half_up"]),
        (small(episodes=[{"care": {"kind": "inpatient", "date": "2026-06-15"}}]), ["episodes", "care"]),
        (small(episodes={"care": {}}), ["episodes", "list"]),
        ({"version": 1, "person": {"scheme": "employee"}}, ["care"]),
        ({"version": 2, "person": {"scheme": "employee"}}, ["version", "2", "1"]),
        (small(year_to_date={"deductible": 5}), ["year_to_date.deductible", "deductible_paid"]),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(document: object, parts: list[str]) -> None:
    """One sentence with the key's path, the value as written, and what is allowed."""
    sentence = refused(document)
    assert [part for part in parts if part not in sentence] == []


def test_the_path_of_a_key_in_a_list() -> None:
    """The second episode's bill is called by its place."""
    good = {"care": {"kind": "outpatient", "date": "2026-06-15"}, "bill": {"total": 1}}
    document = small(episodes=[good, {**good, "bill": {"total": -1}}])
    del document["care"], document["bill"]
    assert "episodes[1].bill.total" in refused(document)


@pytest.mark.parametrize(
    ("name", "text", "sign"),
    [
        ("case.json", "{", "line 1"),
        ("case.json", '{"version": 1, "version": 1}', "version"),
        ("case.json", '{"version": NaN}', "JSON"),
        ("case.json", "[" * 100_000, "JSON"),
        ("case.yaml", "version: 1\nversion: 1", "version"),
        ("case.yaml", "person: [", "line 1"),
        ("case.yaml", "version: !!float one", "YAML"),
        ("case.yaml", "version: !!int one", "YAML"),
        ("case.yaml", "version: !!python/object/apply:os.getcwd []", "YAML"),
        ("case.yaml", b"\xff\xfe1", "UTF-8"),
        ("case.yaml", "", "empty"),
        ("case.json", " \n", "empty"),
        ("case.yaml", "# nothing yet", "null"),
    ],
    ids=str,
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str, text: str | bytes, sign: str) -> None:
    """Broken JSON or YAML, a key given twice, no UTF-8: one sentence, no traceback."""
    with pytest.raises(Problem) as caught:
        read(tmp_path, text, name)
    assert sign in WORDS["en"].text(caught.value.message)


def test_a_missing_file(tmp_path: Path) -> None:
    """Its name stands in the sentence."""
    with pytest.raises(Problem) as caught:
        read_case(tmp_path / "nobody.yaml", DictRuleBook(), TODAY)
    assert "nobody.yaml" in WORDS["zh_CN"].text(caught.value.message)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """The sentence says in the person's language that it is a folder."""
    with pytest.raises(Problem) as caught:
        read_case(tmp_path, DictRuleBook(), TODAY)
    assert "文件夹" in WORDS["zh_CN"].text(caught.value.message)


def test_the_notation_is_told_by_name_or_by_look(tmp_path: Path) -> None:
    """Without a telling name, what begins with a brace is JSON; a byte order mark does not hurt."""
    text = json.dumps(small())
    assert read(tmp_path, text, "case.txt") == read(tmp_path, text, "case.json")
    assert read(tmp_path, b"\xef\xbb\xbf" + text.encode(), "bom.json") == parse(small())
    assert read(tmp_path, SMALL, "case").person.scheme is Scheme.EMPLOYEE


@pytest.mark.parametrize(("text", "fen"), [("1e3", 100000), ("0.10", 10), (".5", 50), ("007", 700), ("+3", 300)])
def test_numbers_in_yaml_are_read_as_they_are_written(tmp_path: Path, text: str, fen: int) -> None:
    """Decimals stay decimals: no binary fractions, no octal, no sexagesimal numbers."""
    yaml = f"{SMALL}bill: {{total: {text}}}\n"
    bill = read(tmp_path, yaml).episodes[0].bill
    assert bill is not None
    assert bill.total == fen


@pytest.mark.parametrize("text", ["1:30", "0x10", ".inf", ".nan", "1_000"])
def test_odd_numbers_in_yaml_are_refused(tmp_path: Path, text: str) -> None:
    """What YAML would quietly turn into some number is refused with the text as it stands."""
    yaml = f"{SMALL}bill: {{total: {text}}}\n"
    with pytest.raises(Problem) as caught:
        read(tmp_path, yaml)
    assert text in WORDS["en"].text(caught.value.message)
