"""The figures that ship: what three people are told, how each is graded, and that nobody is left without."""

import csv
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Final, TypeVar

import pytest

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import CareKind, FilingType, Level, Reason
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import (
    AccountOrder,
    Dimension,
    Factor,
    Figure,
    Gap,
    Origin,
    OwnRatio,
    Points,
    Segment,
    Share,
)
from desktop_app.domain.money import Fen
from desktop_app.domain.person import STATUSES, Scheme, Status
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.data_text import read_yaml
from desktop_app.storage.figure_rule import FigureRule
from desktop_app.storage.figure_schema import FigureFile
from desktop_app.storage.figure_text import rules_of
from desktop_app.storage.rule_pack import RulePack

T = TypeVar("T")
FIGURES: Final = Path(__file__).parents[2] / "data" / "figures"
TODAY: Final = date(2026, 11, 21)
PARTS: Final = ("outpatient", "inpatient", "catastrophic", "elsewhere")


def rules_in(pattern: str) -> Iterator[tuple[Path, FigureRule]]:
    """Every rule of the files that match."""
    for file in sorted(FIGURES.glob(pattern)):
        for block in FigureFile.model_validate(read_yaml(file)[0]).blocks:
            for entry in block.figures:
                for rule in rules_of(block.region, entry.over(block), entry):
                    yield file, rule


def stay(region: str, scheme: Scheme, **changes: object) -> BenefitQuery:
    """A stay at a level 3 hospital today, with these changes."""
    usual: dict[str, object] = {
        "insured_region": region,
        "scheme": scheme,
        "kind": CareKind.INPATIENT,
        "on": TODAY,
        "level": Level.LEVEL3,
        "status": STATUSES[scheme][0],
        "age": 40,
    }
    return BenefitQuery(**{**usual, **changes})  # type: ignore[arg-type]  # a test knows the fields it changes


def known(figure: Figure[T] | Gap) -> Figure[T]:
    """The figure, which must be there."""
    assert isinstance(figure, Figure), figure
    return figure


def likely_ratios(found: Benefits) -> tuple[tuple[int | None, Fraction], ...]:
    """The likely bands, bounds in yuan."""
    segments = known(found.ratio).value.segments
    return tuple((None if one.upper is None else one.upper // 100, one.ratio) for one in segments)


# -- three people


def test_a_resident_of_taiyuan_living_with_her_daughter_in_beijing(rulebook: RulePack) -> None:
    """68, long-term filing, level 3: 1,000 yuan and 60 % as at home (一类), nothing taken off, all common practice."""
    found = rulebook.benefits(
        stay(
            "140100",
            Scheme.RESIDENT,
            status=Status.ELDERLY,
            age=68,
            care_region="110000",
            reason=Reason.LONG_TERM_RESIDENCE,
            filing_type=FilingType.LONG_TERM_RESIDENCE,
        )
    )
    assert known(found.deductible).value == (100_000, 50_000, 0)
    assert known(found.deductible).low == (50_000, 25_000, 0)
    assert likely_ratios(found) == ((None, Fraction(60, 100)),)
    assert known(found.ratio).high.segments == (Segment(None, Fraction(70, 100)),)
    assert known(found.cap).value == 7_000_000
    assert known(found.elsewhere).value == Points(Fraction(0))
    assert known(found.elsewhere).exact
    critical = known(found.critical).value
    assert critical is not None
    assert (critical.deductible, critical.tiers[0].ratio, critical.cap) == (1_000_000, Fraction(75, 100), 40_000_000)
    assert known(found.class_b_ratio).value == Fraction(5, 100)
    assert known(found.deductible).provenance.evidence is Evidence.TYPICAL
    assert known(found.ratio).provenance.fact == "L2042"


@pytest.mark.parametrize(
    ("filing", "low", "likely", "high"),
    [(FilingType.REFERRAL, 0, 5, 10), (FilingType.EMERGENCY, 0, 5, 10), (None, 10, 15, 20)],
)
def test_what_shanxi_takes_off_residents(
    rulebook: RulePack, filing: FilingType | None, low: int, likely: int, high: int
) -> None:
    """Across provinces 5 points after a referral or in an emergency, 15 otherwise (L2043), the dataset's 9 inside."""
    found = rulebook.benefits(stay("140100", Scheme.RESIDENT, care_region="110000", filing_type=filing))
    elsewhere = known(found.elsewhere)
    points = tuple(Points(Fraction(one, 100)) for one in (low, likely, high))
    assert (elsewhere.low, elsewhere.value, elsewhere.high) == points


def test_a_second_tier_employee_of_shenzhen_at_a_clinic_in_chengdu(rulebook: RulePack) -> None:
    """75 % at a primary institution, four fifths of it elsewhere, up to 2,619.60 a year: 60 % of what counts."""
    visit = stay(
        "440300", Scheme.EMPLOYEE, tier="tier2", kind=CareKind.OUTPATIENT, level=Level.COMMUNITY, care_region="510100"
    )
    found = rulebook.benefits(visit)
    assert known(found.deductible).value == (0,)
    assert likely_ratios(found) == ((None, Fraction(75, 100)),)
    assert (known(found.ratio).provenance.fact, known(found.ratio).provenance.evidence) == ("S0-27", Evidence.REPORTED)
    assert known(found.elsewhere).value == Factor(Fraction(80, 100))
    assert known(found.elsewhere).provenance.fact == "L1016"
    assert (known(found.cap).value, known(found.cap).high) == (261_960, 265_500)
    assert known(found.class_b_ratio).value == Fraction(1, 100)
    assert known(found.supplement).value is None


def test_the_same_person_at_a_level_3_hospital(rulebook: RulePack) -> None:
    """The second tier is paid at the primary institution one has chosen: likely nothing, at most 55 %."""
    visit = stay("440300", Scheme.EMPLOYEE, tier="tier2", kind=CareKind.OUTPATIENT, care_region="510100")
    ratio = known(rulebook.benefits(visit).ratio)
    assert (ratio.value.segments[0].ratio, ratio.high.segments[0].ratio) == (Fraction(0), Fraction(55, 100))
    assert ratio.provenance.evidence is Evidence.TYPICAL


def test_an_employee_of_suzhou_referred_to_shanghai(rulebook: RulePack) -> None:
    """Referred by the rules: as at home, at most 5 points less; not filed: four fifths (L1063, N-069).

    That a referral costs nothing only follows from who is said to be paid less, so nobody reports it. At home 90 % to
    40,000 and 95 % above.
    """
    filed = rulebook.benefits(
        stay(
            "320500",
            Scheme.EMPLOYEE,
            care_region="310000",
            reason=Reason.REFERRAL,
            filing_type=FilingType.REFERRAL,
        )
    )
    elsewhere = known(filed.elsewhere)
    assert (elsewhere.value, elsewhere.high) == (Points(Fraction(0)), Points(Fraction(5, 100)))
    assert (elsewhere.provenance.fact, elsewhere.provenance.evidence) == ("L1063", Evidence.TYPICAL)
    unfiled = rulebook.benefits(stay("320500", Scheme.EMPLOYEE, care_region="310000", reason=Reason.REFERRAL))
    assert known(unfiled.elsewhere).value == Factor(Fraction(80, 100))
    assert known(unfiled.elsewhere).provenance.evidence is Evidence.REPORTED
    assert known(filed.deductible).value == (80_000, 40_000, 10_000)
    assert known(filed.deductible).high == (80_000, 40_000, 20_000)
    assert likely_ratios(filed) == ((40_000, Fraction(90, 100)), (None, Fraction(95, 100)))
    assert known(filed.ratio).value.origin is Origin.ZERO
    assert known(filed.cap).value == 35_000_000
    supplement = known(filed.supplement).value
    assert supplement is not None
    assert (supplement.ratio, supplement.cap) == (Fraction(95, 100), 40_000_000)


# -- single figures


@pytest.mark.parametrize(("year", "yuan", "fact"), [(2024, "2471.00", "S0-26"), (2025, "2619.60", "S0-25")])
@pytest.mark.parametrize(("scheme", "tier"), [(Scheme.EMPLOYEE, "tier2"), (Scheme.RESIDENT, None)])
def test_shenzhens_outpatient_limit_by_year(
    rulebook: RulePack, year: int, yuan: str, fact: str, scheme: Scheme, tier: str | None
) -> None:
    """The limit of the second tier and of residents changes with the year, on the first of January."""
    for on in (date(year, 1, 1), date(year, 12, 31)):
        cap = known(rulebook.benefits(stay("440300", scheme, tier=tier, kind=CareKind.OUTPATIENT, on=on)).cap)
        assert (cap.value, cap.exact, cap.provenance.fact) == (int(yuan.replace(".", "")), True, fact)
        assert cap.provenance.evidence is Evidence.REPORTED


def test_beijings_employees_are_paid_by_segments_from_zero(rulebook: RulePack) -> None:
    """85/90/95 % at level 3, 95.5/97/98.5 % retired, 1,300 then 650, 100,000 from the fund and 400,000 above."""
    working = rulebook.benefits(stay("110000", Scheme.EMPLOYEE))
    assert likely_ratios(working) == (
        (30_000, Fraction(85, 100)),
        (40_000, Fraction(90, 100)),
        (None, Fraction(95, 100)),
    )
    assert known(working.ratio).value.origin is Origin.ZERO
    assert known(working.deductible).value == (130_000, 65_000)
    assert known(working.cap).value == 10_000_000
    supplement = known(working.supplement).value
    assert supplement is not None
    assert (supplement.ratio, supplement.cap) == (Fraction(85, 100), 40_000_000)
    retired = rulebook.benefits(stay("110100", Scheme.EMPLOYEE, status=Status.RETIRED, age=65))
    assert [one.ratio for one in known(retired.ratio).value.segments] == [
        Fraction(955, 1000), Fraction(970, 1000), Fraction(985, 1000),
    ]  # fmt: skip
    assert known(retired.bonus).value == 0


def test_shanghai_outpatient_takes_the_account_first(rulebook: RulePack) -> None:
    """Account, then the 500 yuan, then the shared part; for stays the account pays last."""
    visit = rulebook.benefits(stay("310000", Scheme.EMPLOYEE, kind=CareKind.OUTPATIENT))
    assert (known(visit.account_order).value, known(visit.deductible).value) == (AccountOrder.FIRST, (50_000,))
    assert known(rulebook.benefits(stay("310000", Scheme.EMPLOYEE)).account_order).value is AccountOrder.LAST


@pytest.mark.parametrize(("on", "yuan"), [((2024, 6, 30), 610_000), ((2024, 7, 1), 630_000), ((2025, 7, 1), 650_000)])
def test_shanghais_cap_changes_in_july(rulebook: RulePack, on: tuple[int, int, int], yuan: int) -> None:
    """Its insurance year begins on the first of July (L1007)."""
    assert known(rulebook.benefits(stay("310000", Scheme.EMPLOYEE, on=date(*on))).cap).value == yuan * 100


def test_hangzhou_takes_a_share_first(rulebook: RulePack) -> None:
    """A fifth comes off before anything else on one's own trips to other provinces, nothing inside the province."""
    away = rulebook.benefits(stay("330100", Scheme.EMPLOYEE, care_region="310000"))
    assert (known(away.elsewhere_first_pay).value, known(away.elsewhere).value) == (Fraction(20, 100), None)
    near = rulebook.benefits(stay("330100", Scheme.EMPLOYEE, care_region="330200"))
    assert known(near.elsewhere_first_pay).value == 0


def test_xuzhou_has_a_deductible_of_its_own_after_a_referral(rulebook: RulePack) -> None:
    """1,500 a stay (L1071) instead of the local one."""
    found = rulebook.benefits(stay("320300", Scheme.RESIDENT, care_region="310000", filing_type=FilingType.REFERRAL))
    assert known(found.elsewhere_deductible).value == (150_000,)


def test_zhuhai_pays_no_outpatient_care_of_ones_own_choice_elsewhere(rulebook: RulePack) -> None:
    """Nothing without a referral; 50 % at level 3 with a filing (L1041)."""
    visit = stay("440400", Scheme.EMPLOYEE, kind=CareKind.OUTPATIENT, care_region="510100")
    assert known(rulebook.benefits(visit).elsewhere).value == OwnRatio(Fraction(0))
    filed = stay(
        "440400",
        Scheme.EMPLOYEE,
        kind=CareKind.OUTPATIENT,
        care_region="510100",
        filing_type=FilingType.LONG_TERM_RESIDENCE,
    )
    assert known(rulebook.benefits(filed).elsewhere).value == OwnRatio(Fraction(50, 100))


@pytest.mark.parametrize(
    ("disease", "yuan"), [("恶性肿瘤门诊放化疗", 150_000), ("尿毒症透析", 69_000), ("高血压", 10_000), (None, 10_000)]
)
def test_nanjings_special_diseases_have_limits_of_their_own(rulebook: RulePack, disease: str | None, yuan: int) -> None:
    """92 % for a working employee, by the text of the notice (L1058)."""
    found = rulebook.benefits(stay("320100", Scheme.EMPLOYEE, kind=CareKind.CHRONIC_OUTPATIENT, disease=disease))
    assert likely_ratios(found) == ((None, Fraction(92, 100)),)
    assert known(found.ratio).provenance.evidence is Evidence.OFFICIAL
    assert known(found.cap).value == yuan * 100


@pytest.mark.parametrize(
    ("kind", "on"), [(CareKind.CHILDBIRTH, TODAY), (CareKind.INPATIENT, date(2022, 12, 31))], ids=["birth", "2022"]
)
def test_what_nobody_has_figures_for_is_a_gap_with_a_line(rulebook: RulePack, kind: CareKind, on: date) -> None:
    """Births in Chengdu, and stays there before 2023: no other city's figures, no other year's, a number to call."""
    found = rulebook.benefits(stay("510100", Scheme.EMPLOYEE, kind=kind, on=on, care_region="310000"))
    for figure in (found.deductible, found.deductible_basis, found.ratio, found.cap, found.supplement):
        assert isinstance(figure, Gap)
        assert figure.line == "028-12393"


def test_where_the_place_says_nothing_the_nation_does(rulebook: RulePack) -> None:
    """Mianyang says nothing of long-term filings: nothing comes off (N-064). A referral costs at most 10 points."""
    filed = stay("510700", Scheme.EMPLOYEE, care_region="310000", filing_type=FilingType.LONG_TERM_RESIDENCE)
    elsewhere = known(rulebook.benefits(filed).elsewhere)
    assert (elsewhere.value, elsewhere.exact) == (Points(Fraction(0)), True)
    assert (elsewhere.provenance.fact, elsewhere.provenance.evidence) == ("N-064", Evidence.REPORTED)
    [bound] = [
        rule
        for _, rule in rules_in("CN-*.yaml")
        if rule.scheme is Scheme.EMPLOYEE and rule.conditions.allowed.get(Dimension.FILING) == frozenset({"referral"})
    ]
    assert (bound.spread.low, bound.spread.high) == (Points(Fraction(0)), Points(Fraction(10, 100)))
    assert (bound.backing.fact, bound.backing.evidence) == ("N-065", Evidence.TYPICAL)


# -- honesty


def verdicts() -> dict[tuple[str, str, str], str]:
    """What trust.json says of the dataset's blocks: individual, template or doubtful, by their first letters."""
    with (Path(__file__).parent / "dataset_verdicts.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["code"], scheme, part): row[scheme][place]
            for row in csv.DictReader(file)
            for scheme in ("employee", "resident")
            for place, part in enumerate(PARTS)
        }


def part_of(rule: FigureRule) -> str:
    """The part of the dataset a figure comes from."""
    if rule.figure.value in {"supplement", "critical"}:
        return "catastrophic"
    return "elsewhere" if rule.figure.value.startswith("elsewhere") else rule.kind.value if rule.kind else ""


def test_no_template_ships_as_a_local_figure() -> None:
    """What the dataset alone reports comes from an individual block, is marked 未核对, and names a document."""
    judged, reported = verdicts(), 0
    for file, rule in rules_in("dataset/[0-9]*.yaml"):
        assert rule.backing.evidence is not Evidence.OFFICIAL
        if rule.backing.evidence is Evidence.REPORTED:
            reported += 1
            where = (rule.region, rule.scheme.value, part_of(rule))
            assert judged[where] == "i", f"{file.name}: {where} {rule.figure}"
            assert rule.backing.unchecked
            assert rule.backing.source != "figures-dataset"
        else:
            assert rule.backing.source == "figures-dataset"
            assert not rule.backing.unchecked
    assert reported > 500


def test_finds_are_not_marked_unchecked() -> None:
    """The mark belongs to the dataset; what was found rests on a numbered fact or a named source."""
    for file, rule in rules_in("[0-9]*.yaml"):
        assert not rule.backing.unchecked, f"{file.name}: {rule}"
        assert rule.backing.fact or rule.backing.source


def test_shares_of_the_local_ratio_stay_inside_the_nations_bounds() -> None:
    """10 points after a referral or in an emergency, 20 otherwise (N-061, N-065, N-066)."""
    bounds = {"referral": Fraction(10, 100), "emergency": Fraction(10, 100)}
    seen = 0
    for _, rule in rules_in("dataset/[0-9]*.yaml"):
        if isinstance(rule.spread.value, Share):
            [filing] = rule.conditions.allowed[Dimension.FILING]
            assert rule.spread.low == Points(Fraction(0))
            assert rule.spread.high == Points(bounds.get(filing, Fraction(20, 100)))
            seen += 1
    assert seen > 300


# -- everywhere


def places(rulebook: RulePack) -> list[str]:
    """Every pooling area of which figures ship."""
    found = (rulebook.pooling_area(rule.region) for _, rule in rules_in("**/[0-9]*.yaml"))
    return sorted({place.code for place in found if place})


def test_every_area_of_six_provinces_has_both_schemes_figures(rulebook: RulePack) -> None:
    """Stays and visits of all 58 areas, every level and status: deductible, ratio and cap are there."""
    areas = [code for code in places(rulebook) if code[:2] in {"11", "14", "31", "32", "33", "44"}]
    assert len(areas) == 58
    levels = [level for level in Level if level is not Level.UNKNOWN]
    missing = []
    for area, scheme, kind, level in product(areas, Scheme, (CareKind.INPATIENT, CareKind.OUTPATIENT), levels):
        for status in STATUSES[scheme]:
            age = {Status.ELDERLY: 70, Status.RETIRED: 65, Status.CHILD: 8, Status.STUDENT: 20}.get(status, 40)
            query = stay(area, scheme, kind=kind, level=level, status=status, age=age)
            found = rulebook.benefits(query)
            figures = (
                found.deductible,
                found.deductible_basis,
                found.ratio,
                found.cap,
                found.supplement,
                found.critical,
            )
            missing += [(area, scheme, kind, level, status, one.figure) for one in figures if isinstance(one, Gap)]
    assert missing == []


def test_money_of_the_finds_is_what_the_facts_say(rulebook: RulePack) -> None:
    """A few typed by hand from the facts: Guangzhou's 89.5 %, Ningbo's 600 from 45 years on, Dongguan above 100,000."""
    retired = stay("440100", Scheme.EMPLOYEE, status=Status.RETIRED, level=Level.LEVEL2, age=65)
    assert likely_ratios(rulebook.benefits(retired)) == ((None, Fraction(895, 1000)),)
    for age, yuan in ((44, 900), (45, 600)):
        visit = stay("330200", Scheme.EMPLOYEE, kind=CareKind.OUTPATIENT, age=age)
        assert known(rulebook.benefits(visit).deductible).value == (Fen(yuan * 100),)
    dongguan = rulebook.benefits(stay("441900", Scheme.EMPLOYEE))
    assert likely_ratios(dongguan) == ((100_000, Fraction(85, 100)), (None, Fraction(75, 100)))
