"""What Tianjin, Hebei, Inner Mongolia, Liaoning, Jilin, Heilongjiang, Anhui, Fujian, Jiangxi, Shandong, Henan are told.

Every expected figure is copied by hand from the text of the fact whose number stands beside it.
"""

import csv
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import CareKind, FilingType, Level
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Figure, FigureName, Gap
from desktop_app.domain.person import STATUSES, Assistance, Scheme, Status
from desktop_app.storage.rule_pack import RulePack
from tests.storage.plain_figures import TODAY, asked, noted, query

EMPLOYEE, RESIDENT = Scheme.EMPLOYEE, Scheme.RESIDENT
OFFICIAL, REPORTED, TYPICAL = Evidence.OFFICIAL, Evidence.REPORTED, Evidence.TYPICAL
PROVINCES: Final = {
    "12": 1,
    "13": 14,
    "15": 12,
    "21": 14,
    "22": 9,
    "23": 13,
    "34": 16,
    "35": 9,
    "36": 11,
    "37": 16,
    "41": 18,
}
"""Their first two digits, and how many pooling areas each has."""

Asked = dict[str, object]
Row = tuple[str, Scheme, Asked, str, str, str, Evidence]
"""Who asks what, for which figure; the likely value, the fact, and its grade."""

VISIT: Final[Asked] = {"kind": CareKind.OUTPATIENT}
CHRONIC: Final[Asked] = {"kind": CareKind.CHRONIC_OUTPATIENT}
RETIRED: Final[Asked] = {"status": Status.RETIRED, "age": 65}
RETIRED_AT_75: Final[Asked] = {"status": Status.RETIRED, "age": 75}
CHILD: Final[Asked] = {"status": Status.CHILD, "age": 8}
STUDENT: Final[Asked] = {"status": Status.STUDENT, "age": 20}
LEVEL1: Final[Asked] = {"level": Level.LEVEL1}
LEVEL2: Final[Asked] = {"level": Level.LEVEL2}
TOP: Final[Asked] = {"level": Level.LEVEL3_TOP}
COMMUNITY: Final[Asked] = {"level": Level.COMMUNITY}


def to(place: str, filing: FilingType | None = None) -> Asked:
    """Care in another place, with this filing."""
    return {"care_region": place, "filing_type": filing}


def on(year: int, month: int, day: int) -> Asked:
    """Care on another day."""
    return {"on": date(year, month, day)}


BEIJING, TIANJIN, SHANGHAI, GUANGZHOU = "110000", "120000", "310000", "440100"
REFERRED, RESCUED, OWN_CHOICE, SETTLED = (
    FilingType.REFERRAL, FilingType.EMERGENCY, FilingType.OTHER_TEMPORARY, FilingType.LONG_TERM_RESIDENCE,
)  # fmt: skip

LOCAL: Final[list[Row]] = [
    # Tianjin: the first and later stays, segments by what it costs, the two ages of the retired.
    ("120000", EMPLOYEE, {}, "deductible", "1700 500", "L1011", TYPICAL),
    ("120000", EMPLOYEE, {}, "ratio", "85 to 120000 80", "L1011", TYPICAL),
    ("120000", EMPLOYEE, RETIRED, "ratio", "90 to 180000 80", "L1011", TYPICAL),
    ("120000", EMPLOYEE, VISIT | RETIRED, "deductible", "700", "L1012", TYPICAL),
    ("120000", EMPLOYEE, VISIT | RETIRED_AT_75, "deductible", "650", "L1012", TYPICAL),
    ("120000", EMPLOYEE, VISIT | LEVEL1, "ratio", "75 to 5500 55 to 10000 0", "L1012", TYPICAL),
    ("120000", RESIDENT, {}, "deductible", "500 0", "L1013", TYPICAL),
    # Shijiazhuang: province's hospitals as the top level, 100 less for the retired but at least 100.
    ("130100", EMPLOYEE, {}, "ratio", "85", "L2048", TYPICAL),
    ("130100", EMPLOYEE, TOP, "deductible", "900 900", "L2048", TYPICAL),
    ("130100", EMPLOYEE, LEVEL1 | RETIRED, "deductible", "100 100", "L2048", TYPICAL),
    ("130100", EMPLOYEE, LEVEL1 | RETIRED, "ratio", "99", "L2048", TYPICAL),
    ("130100", RESIDENT, LEVEL2, "ratio", "75", "L2051", TYPICAL),
    # Hohhot: 30 % less for the second stay, nothing from the third on.
    ("150100", EMPLOYEE, {}, "deductible", "800 560 0", "L2111", TYPICAL),
    ("150100", EMPLOYEE, {}, "cap", "190000", "L2111", TYPICAL),
    ("150100", EMPLOYEE, VISIT, "ratio", "60", "L2113", REPORTED),
    ("150100", EMPLOYEE, VISIT | RETIRED, "cap", "6000", "L2113", REPORTED),
    # Shenyang's quarters, Dalian's table: halves from 70 on, children, a family doctor.
    ("210100", RESIDENT, VISIT | LEVEL1, "cap_per_visit", "150", "L2055", TYPICAL),
    ("210200", EMPLOYEE, {}, "deductible", "850 680", "L2057", TYPICAL),
    ("210200", EMPLOYEE, RETIRED_AT_75, "deductible", "425 340", "L2057", TYPICAL),
    ("210200", EMPLOYEE, RETIRED, "ratio", "92.5", "L2057", TYPICAL),
    ("210200", EMPLOYEE, {}, "supplement", "90 to 350000", "L2057", TYPICAL),
    ("210200", RESIDENT, TOP, "deductible", "1200 1200", "L2056", TYPICAL),
    ("210200", RESIDENT, CHILD, "ratio", "75", "L2056", TYPICAL),
    ("210200", RESIDENT, CHILD, "cap", "200000", "L2060", TYPICAL),
    ("210200", RESIDENT, VISIT | {"family_doctor": True}, "bonus", "5", "L2060", TYPICAL),
    ("210200", RESIDENT, {}, "critical", "above 16000: 60 65 75, at most any", "L2060", TYPICAL),
    # Jilin, the whole province: segments at 30,000 and 60,000.
    ("220500", RESIDENT, {}, "ratio", "55 to 30000 60 to 60000 65", "L2063", TYPICAL),
    ("220100", RESIDENT, LEVEL2, "deductible", "800 800", "L2063", TYPICAL),
    ("220100", EMPLOYEE, VISIT | RETIRED, "bonus", "2", "L2064", TYPICAL),
    # Harbin: 15 % less from the second stay on, students, the fund's own 150,000 of 500,000.
    ("230100", RESIDENT, {}, "deductible", "720 612", "L2065", TYPICAL),
    ("230100", RESIDENT, STUDENT, "ratio", "80", "L2065", TYPICAL),
    ("230100", EMPLOYEE, {}, "cap", "150000", "L2068", TYPICAL),
    ("230100", EMPLOYEE, {}, "supplement", "90 to 350000", "L2068", TYPICAL),
    ("230100", EMPLOYEE, VISIT, "deductible", "400", "L2069", TYPICAL),
    # Hefei: 96 % above 60,000; the employees' own critical-illness insurance; children pay half.
    ("340100", EMPLOYEE, {}, "ratio", "90 to 60000 96", "L1091", REPORTED),
    ("340100", EMPLOYEE, RETIRED, "ratio", "95 to 60000 96", "L1091", REPORTED),
    ("340100", EMPLOYEE, {}, "critical", "above 15000: 60 70 75 85, at most 300000", "L1092", REPORTED),
    ("340100", RESIDENT, TOP, "deductible", "1000 1000", "L1093", TYPICAL),
    ("340100", RESIDENT, CHILD, "deductible", "350 350", "L1093", TYPICAL),
    ("341600", RESIDENT, {}, "critical", "above 15000: 60 65 75 80, at most 300000", "L1094", TYPICAL),
    ("340100", RESIDENT, VISIT, "deductible", "800", "L1095", TYPICAL),
    ("340100", RESIDENT, CHRONIC | LEVEL1 | {"disease": "糖尿病"}, "cap", "480", "L1095", TYPICAL),
    # Fuzhou: 200 less each time down to nothing. Xiamen: more above 10,000 a year.
    ("350100", EMPLOYEE, {}, "deductible", "800 600 400 200 0", "L1084", TYPICAL),
    ("350100", EMPLOYEE, COMMUNITY, "deductible", "300 100 0", "L1084", TYPICAL),
    ("350100", EMPLOYEE, {}, "supplement", "90 to 380000", "L1084", TYPICAL),
    ("350100", RESIDENT, VISIT | STUDENT, "ratio", "50 to 800 0", "L1085", TYPICAL),
    ("350200", EMPLOYEE, VISIT, "ratio", "75 to 10000 90", "L1087", TYPICAL),
    ("350200", RESIDENT, VISIT | CHILD, "deductible", "0", "L1088", TYPICAL),
    # Nanchang by the notice itself, before and after 1 July 2025; the whole province's outpatient care and drugstores.
    ("360100", EMPLOYEE, LEVEL1, "ratio", "95", "L1097", OFFICIAL),
    ("360100", EMPLOYEE, LEVEL1 | on(2025, 6, 30), "ratio", "98", "L1097", OFFICIAL),
    ("360100", EMPLOYEE, on(2025, 6, 30), "deductible", "700 700", "L1097", REPORTED),
    ("360700", EMPLOYEE, VISIT, "deductible", "300", "L1098", REPORTED),
    ("360700", EMPLOYEE, VISIT | on(2023, 6, 30), "deductible", "600", "L1098", REPORTED),
    ("361100", EMPLOYEE, {"kind": CareKind.DRUGSTORE}, "ratio", "65", "L1098", REPORTED),
    ("360100", RESIDENT, {}, "ratio", "70", "L1099", TYPICAL),
    # Jinan, Qingdao: tiers of residents, the third stay at 100, what hardship changes.
    ("370100", EMPLOYEE, {}, "ratio", "85 to 10000 88 to 400000 90", "L1077", TYPICAL),
    ("370100", EMPLOYEE, VISIT | RETIRED | LEVEL2, "ratio", "75", "L1078", TYPICAL),
    ("370200", EMPLOYEE, VISIT | RETIRED, "ratio", "65", "S0-10", REPORTED),
    ("370200", EMPLOYEE, VISIT | LEVEL2, "deductible", "500", "L1082", TYPICAL),
    ("370200", EMPLOYEE, LEVEL2, "ratio", "88 to 40000 95", "L1080", REPORTED),
    ("370200", EMPLOYEE, {}, "critical", "above 12000: 75 75, at most 800000", "L1083", TYPICAL),
    ("370200", EMPLOYEE, {"assistance": Assistance.LOW_INCOME}, "critical",
     "above 6000: 80 80, at most 800000", "L1083", TYPICAL),
    ("370200", RESIDENT, {"tier": "tier2"}, "ratio", "55", "L1081", REPORTED),
    ("370200", RESIDENT, STUDENT | LEVEL1, "ratio", "90", "L1081", REPORTED),
    ("370200", RESIDENT, TOP, "deductible", "1000 500 100", "L1081", REPORTED),
    # Zhengzhou: half from the second stay on, two segments, 40 a visit, childbirth by a fixed sum.
    ("410100", EMPLOYEE, TOP, "deductible", "900 450", "L2028", TYPICAL),
    ("410100", EMPLOYEE, RETIRED | TOP, "ratio", "93", "L2028", TYPICAL),
    ("410100", RESIDENT, {}, "ratio", "60 to 5000 70", "L2029", TYPICAL),
    ("410100", RESIDENT, CHILD, "deductible", "600 600", "L2029", TYPICAL),
    ("410100", RESIDENT, {}, "critical", "above 11000: 60 60 70, at most 400000", "L2030", TYPICAL),
    ("410100", EMPLOYEE, VISIT, "deductible", "40", "L2031", TYPICAL),
    ("410100", EMPLOYEE, {"kind": CareKind.CHILDBIRTH}, "cap_per_visit", "2200", "S4-17", REPORTED),
    ("410100", EMPLOYEE, {"kind": CareKind.CHILDBIRTH} | LEVEL2, "cap_per_visit", "2000", "S4-17", REPORTED),
]  # fmt: skip

ELSEWHERE: Final[list[Row]] = [
    # Points: Tianjin, Inner Mongolia, Changchun, Harbin's residents, Anhui, Jinan, Qingdao, Henan.
    ("120000", EMPLOYEE, to(SHANGHAI, REFERRED), "elsewhere", "points 5", "L1014", TYPICAL),
    ("120000", EMPLOYEE, to(SHANGHAI), "elsewhere", "points 10", "L1014", TYPICAL),
    ("120000", EMPLOYEE, to(SHANGHAI) | LEVEL1, "elsewhere", "points 100", "L1014", TYPICAL),
    ("120000", EMPLOYEE, to(BEIJING), "elsewhere", "points 0", "L1015", TYPICAL),
    ("150400", EMPLOYEE, to(BEIJING, REFERRED), "elsewhere", "points 10", "L2109", TYPICAL),
    ("150400", EMPLOYEE, to(BEIJING), "elsewhere_deductible", "1400", "L2109", TYPICAL),
    ("150400", RESIDENT, to("150100"), "elsewhere", "points 0", "L2110", TYPICAL),
    ("150100", EMPLOYEE, to(BEIJING, OWN_CHOICE) | on(2025, 4, 30), "elsewhere", "points 10", "L2112", TYPICAL),
    ("150100", EMPLOYEE, to(BEIJING, OWN_CHOICE) | on(2025, 5, 1), "elsewhere", "points 20", "L2109", TYPICAL),
    ("220100", RESIDENT, to(BEIJING), "elsewhere", "points 20", "L2062", TYPICAL),
    ("220200", RESIDENT, to(BEIJING, REFERRED), "elsewhere", "points 10", "L2061", TYPICAL),
    ("230100", RESIDENT, to(BEIJING, REFERRED), "elsewhere", "points 5", "L2066", TYPICAL),
    ("230100", RESIDENT, to(BEIJING), "elsewhere", "points 10", "L2066", TYPICAL),
    ("340100", EMPLOYEE, to(SHANGHAI, REFERRED), "elsewhere", "points 10", "L1090", REPORTED),
    ("340100", EMPLOYEE, to(SHANGHAI), "elsewhere", "points 20", "L1090", REPORTED),
    ("340100", EMPLOYEE, to("340200", REFERRED) | on(2024, 1, 1), "elsewhere", "points 5", "L1090", REPORTED),
    ("340100", EMPLOYEE, to("340200", REFERRED) | on(2023, 12, 31), "elsewhere", "points 10", "L1090", REPORTED),
    ("341200", EMPLOYEE, to("340100", OWN_CHOICE), "elsewhere", "points 15", "L1089", REPORTED),
    ("341200", EMPLOYEE, to(SHANGHAI, RESCUED), "elsewhere", "points 10", "L1089", REPORTED),
    ("350200", EMPLOYEE, to(SHANGHAI, REFERRED), "elsewhere", "points 0", "L1086", REPORTED),
    ("360700", RESIDENT, to("360100"), "elsewhere", "points 0", "N-139", REPORTED),
    ("370100", EMPLOYEE, to("370200", OWN_CHOICE), "elsewhere", "points 0", "L1075", REPORTED),
    ("370100", EMPLOYEE, to(BEIJING, OWN_CHOICE), "elsewhere", "points 10", "L1075", REPORTED),
    ("370200", RESIDENT, to(BEIJING, REFERRED), "elsewhere", "points 5", "L1079", REPORTED),
    ("370200", RESIDENT, to(BEIJING, REFERRED) | CHRONIC, "elsewhere", "points 5", "L1079", REPORTED),
    ("410300", EMPLOYEE, to(BEIJING), "elsewhere", "points 20", "L2033", TYPICAL),
    ("410300", EMPLOYEE, to("410100"), "elsewhere", "points 0", "L2032", TYPICAL),
    ("410700", RESIDENT, to(BEIJING, REFERRED), "elsewhere", "points 0", "L2034", TYPICAL),
    ("410700", EMPLOYEE, to(BEIJING, REFERRED), "elsewhere", "points 10", "L2033", TYPICAL),
    # A ratio and a deductible of their own: Shijiazhuang, Handan, Hangjin Rear Banner, Shenyang, Dalian, Nanchang.
    ("130100", EMPLOYEE, to(SHANGHAI, REFERRED), "elsewhere", "pays 76", "L2049", TYPICAL),
    ("130100", EMPLOYEE, to(SHANGHAI), "elsewhere", "pays 40", "L2049", TYPICAL),
    ("130100", EMPLOYEE, to(SHANGHAI), "elsewhere_deductible", "3000", "L2049", TYPICAL),
    ("130100", EMPLOYEE, to(BEIJING), "elsewhere", "points 0", "L2052", TYPICAL),
    ("130100", EMPLOYEE, to(BEIJING), "elsewhere_deductible", "none", "L2052", TYPICAL),
    ("130100", RESIDENT, to(SHANGHAI), "elsewhere", "pays 30", "L2050", TYPICAL),
    ("130400", RESIDENT, to(SHANGHAI, OWN_CHOICE), "elsewhere_deductible", "3000", "N-072", TYPICAL),
    ("130400", RESIDENT, to(SHANGHAI, OWN_CHOICE), "elsewhere", "pays 55", "N-072", TYPICAL),
    ("130400", RESIDENT, to(SHANGHAI) | LEVEL2, "elsewhere", "pays 60", "N-072", TYPICAL),
    ("130400", RESIDENT, to(TIANJIN), "elsewhere", "points 0", "L2052", TYPICAL),
    ("130700", EMPLOYEE, to("130100"), "elsewhere", "points 0", "L1015", TYPICAL),
    ("150826", EMPLOYEE, to(BEIJING, REFERRED), "elsewhere", "pays 80", "N-075", REPORTED),
    ("150826", EMPLOYEE, to(BEIJING, REFERRED), "elsewhere_deductible", "1200 600", "N-075", REPORTED),
    ("150826", EMPLOYEE, to(BEIJING), "elsewhere", "pays 70", "N-075", REPORTED),
    ("210100", RESIDENT, to(BEIJING, REFERRED), "elsewhere", "pays 60", "L2054", TYPICAL),
    ("210100", RESIDENT, to(BEIJING, REFERRED) | CHILD, "elsewhere_deductible", "1000", "L2054", TYPICAL),
    ("210200", RESIDENT, to(BEIJING), "elsewhere_deductible", "1500", "L2056", TYPICAL),
    ("210200", RESIDENT, to(BEIJING) | TOP, "elsewhere", "pays 55", "L2056", TYPICAL),
    ("210200", EMPLOYEE, to(BEIJING) | RETIRED, "elsewhere", "pays 75", "L2058", TYPICAL),
    ("360100", RESIDENT, to(BEIJING) | on(2023, 6, 1), "elsewhere", "pays 35", "L1100", TYPICAL),
    ("360100", RESIDENT, to(BEIJING) | on(2024, 6, 1), "elsewhere_first_pay", "20", "L1100", TYPICAL),
    ("370100", RESIDENT, to(BEIJING, REFERRED) | LEVEL1, "elsewhere", "pays 70", "L1075", TYPICAL),
    # A share first: Xiamen without a filing, Jiangxi's employees, Linyi.
    ("350200", RESIDENT, to(SHANGHAI), "elsewhere_first_pay", "10", "N-057", TYPICAL),
    ("360100", EMPLOYEE, to(GUANGZHOU, REFERRED), "elsewhere_first_pay", "10", "N-071", TYPICAL),
    ("360100", EMPLOYEE, to(GUANGZHOU, OWN_CHOICE), "elsewhere_first_pay", "20", "N-071", TYPICAL),
    ("371300", EMPLOYEE, to(BEIJING, OWN_CHOICE), "elsewhere_first_pay", "10", "L1102", OFFICIAL),
    ("371300", RESIDENT, to(BEIJING, OWN_CHOICE) | VISIT, "elsewhere_first_pay", "10", "L1102", OFFICIAL),
    # A multiple: Shenyang's 2.5 times 600; Harbin's 1.3 times 720 and 1.3 times the own share; Anhui's 1.5 times 500.
    ("210100", EMPLOYEE, to(BEIJING), "elsewhere_deductible", "1500 1500", "L2053", TYPICAL),
    ("230100", EMPLOYEE, to(BEIJING, REFERRED), "elsewhere_deductible", "936 936", "L2067", TYPICAL),
    ("230100", EMPLOYEE, to(BEIJING, REFERRED), "own_share_factor", "130", "L2067", TYPICAL),
    ("230100", EMPLOYEE, {}, "own_share_factor", "100", "L2068", TYPICAL),
    ("230100", EMPLOYEE, to(BEIJING), "elsewhere", "pays 50", "L2067", TYPICAL),
    ("340800", RESIDENT, to("340100", REFERRED) | LEVEL2, "elsewhere_deductible", "750 750", "L1096", TYPICAL),
    # Long-term filings lose nothing where the place says so, and elsewhere by the nation's word.
    ("370200", EMPLOYEE, to(BEIJING, SETTLED), "elsewhere", "points 0", "L1079", REPORTED),
    ("350100", EMPLOYEE, to(BEIJING, SETTLED), "elsewhere", "points 0", "N-064", REPORTED),
]  # fmt: skip


@pytest.mark.parametrize(("region", "scheme", "question", "figure", "expected", "fact", "evidence"), LOCAL + ELSEWHERE)
def test_a_find_is_told_as_its_fact_states_it(  # noqa: PLR0917 -- a table of cases
    rulebook: RulePack,
    region: str,
    scheme: Scheme,
    question: Asked,
    figure: str,
    expected: str,
    fact: str,
    evidence: Evidence,
) -> None:
    """The likely value, the fact it rests on and its grade; the range holds the value."""
    found = asked(rulebook, FigureName(figure), query(region, scheme, **question))
    assert (noted(found.value), found.provenance.fact) == (expected, fact)
    assert found.provenance.evidence is evidence
    assert not found.provenance.unchecked


@pytest.mark.parametrize(
    ("region", "scheme", "question", "figure", "low", "high"),
    [
        # The dataset says 35 % to 60 % of what a find says, or the other way round: both lie inside.
        ("120000", EMPLOYEE, {}, "cap", "350000", "450000"),
        ("130100", EMPLOYEE, to(SHANGHAI), "elsewhere", "pays 40", "pays 68"),
        ("130400", RESIDENT, to(SHANGHAI, OWN_CHOICE), "elsewhere_deductible", "1200", "3000"),
        ("210200", EMPLOYEE, {}, "cap", "150000", "500000"),
        ("230100", EMPLOYEE, to(BEIJING, REFERRED), "own_share_factor", "100", "160"),
        # At home 300 to 600 yuan, later stays perhaps free; elsewhere once to one and a half times: 600 × 1.5 = 900.
        ("340800", RESIDENT, to("340100", REFERRED) | LEVEL2, "elsewhere_deductible", "300 0", "900 900"),
        ("360100", EMPLOYEE, to(GUANGZHOU, OWN_CHOICE), "elsewhere_first_pay", "0", "30"),
        ("410100", RESIDENT, {}, "critical",
         "above 11000: 60 60 70, at most 400000", "above 11000: 60 65 75, at most 400000"),
    ],
)  # fmt: skip
def test_the_range_holds_what_the_dataset_says(  # noqa: PLR0917 -- a table of cases
    rulebook: RulePack, region: str, scheme: Scheme, question: Asked, figure: str, low: str, high: str
) -> None:
    """A typical figure is wide enough for the one it contradicts."""
    found = asked(rulebook, FigureName(figure), query(region, scheme, **question))
    assert (noted(found.low), noted(found.high)) == (low, high)


@pytest.mark.parametrize(("age", "yuan"), [(44, "3500"), (45, "4500")])
def test_shijiazhuangs_cap_from_45_years_on(rulebook: RulePack, age: int, yuan: str) -> None:
    """The dataset says it in a note alone."""
    visit = query("130100", EMPLOYEE, kind=CareKind.OUTPATIENT, age=age)
    assert noted(asked(rulebook, FigureName.CAP, visit).value) == yuan


def test_langfangs_outpatient_figures_begin_in_2026(rulebook: RulePack) -> None:
    """Its document is of 2022, but a note lets the figures begin on 1 January 2026: before, nobody knows."""
    visits = [query("131000", EMPLOYEE, kind=CareKind.OUTPATIENT, on=date(year, 1, 1)) for year in (2025, 2026)]
    before, after = (rulebook.benefits(visit).ratio for visit in visits)
    assert (isinstance(before, Gap), isinstance(after, Figure)) == (True, True)


def areas() -> list[str]:
    """The pooling areas of the eleven provinces."""
    with (Path(__file__).parents[2] / "data" / "areas.csv").open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file) if row["code"][:2] in PROVINCES]


def answers(scheme: Scheme) -> Iterator[Asked]:
    """Every level and status, at an age that fits."""
    ages = {Status.ELDERLY: 70, Status.RETIRED: 65, Status.CHILD: 8, Status.STUDENT: 20}
    for level, status in product(Level, STATUSES[scheme]):
        yield {"level": level, "status": status, "age": ages.get(status, 40)}


def needed(found: Benefits) -> tuple[object, ...]:
    """What a sum at home needs."""
    return found.deductible, found.deductible_basis, found.ratio, found.cap, found.supplement, found.critical


def test_every_area_has_both_schemes_figures(rulebook: RulePack) -> None:
    """Stays and visits of all 133 areas today, at every level, an unknown one among them, and for every status."""
    codes = areas()
    assert {province: sum(code[:2] == province for code in codes) for province in PROVINCES} == PROVINCES
    missing = [
        (area, scheme.value, kind.value, question, one.figure)
        for area, scheme, kind in product(codes, Scheme, (CareKind.INPATIENT, CareKind.OUTPATIENT))
        for question in answers(scheme)
        for one in needed(rulebook.benefits(query(area, scheme, kind=kind, **question)))
        if isinstance(one, Gap)
    ]
    assert missing == []


def test_every_area_has_a_reduction_elsewhere(rulebook: RulePack) -> None:
    """Whatever is filed, in the province and outside, today: a figure, and a deductible where there is one."""
    filings = (None, *FilingType)
    for area, scheme, place, filing in product(areas(), Scheme, (SHANGHAI, "sibling"), filings):
        near = next((code for code in areas() if code[:2] == area[:2] and code != area), SHANGHAI)
        found = rulebook.benefits(query(area, scheme, on=TODAY, **to(near if place == "sibling" else place, filing)))
        for one in (found.elsewhere, found.elsewhere_deductible, found.elsewhere_first_pay):
            assert isinstance(one, Figure), (area, scheme, place, filing, one)
