"""What Hubei, Hunan, Guangxi, Hainan, Chongqing, Sichuan, Guizhou, Yunnan, Tibet and the north-west are told.

Every expected figure is copied by hand from the text of the fact whose number stands beside it.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from desktop_app.domain.care import CareKind, FilingType, Level
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Figure, FigureName, Gap
from desktop_app.domain.person import STATUSES, Assistance, Scheme, Status
from desktop_app.storage.rule_pack import RulePack
from tests.storage.plain_figures import asked, noted, query

EMPLOYEE, RESIDENT = Scheme.EMPLOYEE, Scheme.RESIDENT
REPORTED, TYPICAL = Evidence.REPORTED, Evidence.TYPICAL
PROVINCES: Final = {
    "42": 17, "43": 14, "45": 14, "46": 5, "50": 1, "51": 21, "52": 9, "53": 16, "54": 7, "61": 11, "62": 15, "63": 8,
    "64": 5, "65": 14, "66": 1,
}  # fmt: skip
"""Their first two digits, and how many pooling areas each has; Hainan's fifth is the province itself."""

Asked = dict[str, object]
Row = tuple[str, Scheme, Asked, str, str, str, Evidence]
"""Who asks what, for which figure; the likely value, the fact, and its grade."""

VISIT: Final[Asked] = {"kind": CareKind.OUTPATIENT}
CHRONIC: Final[Asked] = {"kind": CareKind.CHRONIC_OUTPATIENT}
RETIRED: Final[Asked] = {"status": Status.RETIRED, "age": 65}
CHILD: Final[Asked] = {"status": Status.CHILD, "age": 8}
COMMUNITY: Final[Asked] = {"level": Level.COMMUNITY}
LEVEL1: Final[Asked] = {"level": Level.LEVEL1}
LEVEL2: Final[Asked] = {"level": Level.LEVEL2}
TOP: Final[Asked] = {"level": Level.LEVEL3_TOP}
POOR: Final[Asked] = {"assistance": Assistance.LOW_INCOME}


def to(place: str, filing: FilingType | None = None) -> Asked:
    """Care in another place, with this filing."""
    return {"care_region": place, "filing_type": filing}


def tier(number: int) -> Asked:
    """Somebody of this tier."""
    return {"tier": f"tier{number}"}


def aged(age: int) -> Asked:
    """Somebody of this age."""
    return {"age": age}


def on(year: int, month: int, day: int) -> Asked:
    """Care on another day."""
    return {"on": date(year, month, day)}


BEIJING, SHANGHAI, GUANGZHOU, CHENGDU, CHONGQING = "110000", "310000", "440100", "510100", "500000"
REFERRED, RESCUED, OWN_CHOICE, SETTLED = (
    FilingType.REFERRAL, FilingType.EMERGENCY, FilingType.OTHER_TEMPORARY, FilingType.LONG_TERM_RESIDENCE,
)  # fmt: skip

LOCAL: Final[list[Row]] = [
    # Wuhan: the retired bear four fifths of what working people bear: 100 - 14 x 0.8 = 88.8.
    ("420100", EMPLOYEE, {}, "ratio", "86", "L2015", TYPICAL),
    ("420100", EMPLOYEE, RETIRED, "ratio", "88.8", "L2015", TYPICAL),
    ("420100", EMPLOYEE, RETIRED | LEVEL2, "ratio", "91.2", "L2015", TYPICAL),
    ("420100", EMPLOYEE, LEVEL2, "deductible", "600 300", "L2015", TYPICAL),
    ("420100", RESIDENT, {}, "deductible", "800 400", "L2016", TYPICAL),
    ("420100", RESIDENT, {}, "critical", "above 12000: 60 65 75, at most 300000", "L2017", TYPICAL),
    ("420100", EMPLOYEE, VISIT, "deductible", "0", "L2018", TYPICAL),
    ("420100", EMPLOYEE, VISIT | RETIRED, "cap", "4500", "L2018", TYPICAL),
    ("420100", RESIDENT, VISIT | LEVEL1, "deductible", "200", "L2018", TYPICAL),
    # Hunan, one table for the province; the year's deductibles come to 2,000 at most, so 1,600 is followed by 400.
    ("430100", EMPLOYEE, TOP, "deductible", "1600 400 0", "L2021", REPORTED),
    ("430100", EMPLOYEE, TOP, "ratio", "80", "L2021", REPORTED),
    ("430100", EMPLOYEE, RETIRED, "bonus", "2", "L2021", REPORTED),
    ("430400", EMPLOYEE, {}, "deductible", "1100 550 350 0", "L2021", REPORTED),
    ("431200", EMPLOYEE, {}, "cap", "150000", "L2021", REPORTED),
    ("430100", RESIDENT, TOP, "deductible", "2000 1000 0", "L2022", TYPICAL),
    ("430300", RESIDENT, {}, "ratio", "65", "L2022", TYPICAL),
    ("430400", RESIDENT, COMMUNITY, "deductible", "200 100 100", "L2022", TYPICAL),
    ("430100", RESIDENT, {}, "critical", "above 16000: 60 65 75 85, at most 400000", "L2023", TYPICAL),
    ("430600", RESIDENT, POOR, "critical", "above 16000: 65 70 80 90, at most 400000", "L2023", TYPICAL),
    ("430100", EMPLOYEE, VISIT, "deductible", "300", "L2026", REPORTED),
    ("430100", EMPLOYEE, VISIT | COMMUNITY, "ratio", "70", "L2026", REPORTED),
    ("430100", RESIDENT, VISIT | COMMUNITY, "cap", "800", "L2027", TYPICAL),
    # Nanning: first and later stays; a ratio by what is paid for, class A here.
    ("450100", RESIDENT, LEVEL2, "deductible", "300 200", "L2081", TYPICAL),
    ("450100", RESIDENT, TOP, "ratio", "55", "L2081", TYPICAL),
    ("450100", EMPLOYEE, RETIRED, "ratio", "90", "L2082", TYPICAL),
    # Hainan: one pool, a yearly deductible; the limit for visits was raised in 2025.
    ("460100", RESIDENT, {}, "deductible", "350", "L2083", TYPICAL),
    ("469005", RESIDENT, {}, "deductible_basis", "annual", "L2083", TYPICAL),
    ("460200", EMPLOYEE, {}, "deductible", "800", "L2084", TYPICAL),
    ("460200", EMPLOYEE, RETIRED, "deductible", "600", "L2084", TYPICAL),
    ("460400", EMPLOYEE, {}, "cap", "260000", "L2084", TYPICAL),
    ("460100", EMPLOYEE, VISIT | on(2024, 12, 31), "cap", "1500", "L2085", TYPICAL),
    ("460100", EMPLOYEE, VISIT | on(2025, 1, 1), "cap", "2500", "L2085", TYPICAL),
    ("460100", RESIDENT, {}, "critical", "above 8000: 60 65 70 75 80 85 90, at most 300000", "L2086", TYPICAL),
    ("460100", RESIDENT, POOR, "critical", "above 4000: 65 70 75 80 85 90 95, at most any", "L2086", TYPICAL),
    # Chongqing: each further stay a tenth less, down to 620, 260 and 100; tiers and minors among the residents.
    ("500000", EMPLOYEE, to(BEIJING), "deductible", "880 792 712.80 641.52 620", "L2011", TYPICAL),
    ("500000", EMPLOYEE, LEVEL2, "deductible", "440 396 356.40 320.76 288.68 260", "L2011", TYPICAL),
    ("500000", EMPLOYEE, RETIRED | LEVEL2, "ratio", "95", "L2011", TYPICAL),
    ("500000", RESIDENT, tier(1) | LEVEL2, "ratio", "70", "L2012", TYPICAL),
    ("500000", RESIDENT, tier(2) | LEVEL2, "ratio", "75", "L2012", TYPICAL),
    ("500000", RESIDENT, tier(2), "cap", "120000", "L2012", TYPICAL),
    ("500000", RESIDENT, tier(1) | CHILD, "bonus", "5", "L2012", TYPICAL),
    ("500000", EMPLOYEE, VISIT | RETIRED, "deductible", "100", "L2013", TYPICAL),
    ("500000", RESIDENT, VISIT, "ratio", "0", "L2013", TYPICAL),
    ("500000", RESIDENT, VISIT | tier(2), "cap", "500", "L2013", TYPICAL),
    ("500000", RESIDENT, {}, "critical", "above 18797: 60, at most 200000", "L2014", TYPICAL),
    # Chengdu: points by age, not by retirement; residents by what they pay in.
    ("510100", EMPLOYEE, LEVEL2, "ratio", "90", "L2005", TYPICAL),
    ("510100", EMPLOYEE, aged(49), "bonus", "0", "L2005", TYPICAL),
    ("510100", EMPLOYEE, aged(50), "bonus", "2", "L2005", TYPICAL),
    ("510100", EMPLOYEE, RETIRED | aged(79), "bonus", "6", "L2005", TYPICAL),
    ("510100", EMPLOYEE, RETIRED | aged(90), "bonus", "10", "L2005", TYPICAL),
    ("510100", EMPLOYEE, RETIRED | aged(100), "ratio", "100", "L2005", TYPICAL),
    ("510100", RESIDENT, tier(1), "ratio", "53", "L2007", TYPICAL),
    ("510100", RESIDENT, tier(2), "ratio", "68", "L2007", TYPICAL),
    ("510100", RESIDENT, CHILD, "ratio", "60", "L2007", TYPICAL),
    ("510100", EMPLOYEE, VISIT | RETIRED, "cap", "2500", "L2008", TYPICAL),
    # Guiyang and Liupanshui.
    ("520100", RESIDENT, {}, "deductible", "1000", "L2077", REPORTED),
    ("520100", RESIDENT, TOP, "deductible", "1400", "L2077", REPORTED),
    ("520100", RESIDENT, {}, "cap", "250000", "L2077", REPORTED),
    ("520100", RESIDENT, VISIT | LEVEL2, "ratio", "60", "L2078", REPORTED),
    ("520200", EMPLOYEE, RETIRED | LEVEL1, "ratio", "98", "L2079", TYPICAL),
    # Kunming: half the deductible from 70 years on; visits one by one; Dali's own table.
    ("530100", EMPLOYEE, {}, "deductible", "880", "L2072", TYPICAL),
    ("530100", EMPLOYEE, RETIRED | aged(70), "deductible", "440", "L2072", TYPICAL),
    ("530100", EMPLOYEE, RETIRED, "ratio", "89", "L2072", TYPICAL),
    ("530100", EMPLOYEE, {}, "supplement", "90 to 420000", "L2072", TYPICAL),
    ("530100", EMPLOYEE, VISIT, "deductible", "90", "L2074", TYPICAL),
    ("530100", EMPLOYEE, VISIT, "deductible_basis", "per_visit", "L2074", TYPICAL),
    ("530100", EMPLOYEE, CHRONIC | {"disease": "高血压"}, "ratio", "80", "L2075", TYPICAL),
    ("530100", EMPLOYEE, CHRONIC | {"disease": "血液透析"}, "ratio", "90", "L2075", TYPICAL),
    ("532900", RESIDENT, {}, "deductible", "700", "L2114", TYPICAL),
    # Lhasa: by what it costs, whatever the hospital; three points for those who have paid in for ten years.
    ("540100", EMPLOYEE, LEVEL1, "ratio", "93 to 20000 96 to 40000 98", "L2105", TYPICAL),
    ("540100", EMPLOYEE, {}, "ratio", "93 to 20000 96 to 40000 98", "L2105", TYPICAL),
    ("540400", EMPLOYEE, {}, "cap", "80000", "L2105", TYPICAL),
    ("540100", RESIDENT, {}, "bonus", "0", "L2115", TYPICAL),
    # Xi'an: deductibles by stay, nothing from the fourth on; three segments.
    ("610100", EMPLOYEE, {}, "deductible", "650 550 350 0", "L2035", TYPICAL),
    ("610100", EMPLOYEE, TOP, "deductible", "850 800 550 0", "L2035", TYPICAL),
    ("610100", EMPLOYEE, {}, "ratio", "88 to 10000 91 to 50000 95", "L2036", TYPICAL),
    ("610100", EMPLOYEE, RETIRED | LEVEL1, "ratio", "95 to 10000 97 to 50000 95", "L2036", TYPICAL),
    ("610100", EMPLOYEE, {}, "supplement", "95 to any", "L2037", TYPICAL),
    ("610100", RESIDENT, TOP, "ratio", "50", "L2038", TYPICAL),
    ("610100", EMPLOYEE, VISIT | LEVEL2, "ratio", "60", "L2039", TYPICAL),
    # Lanzhou: 96 % between 10,000 and 20,000 yuan; residents pay a fifth less each time, down to half.
    ("620100", EMPLOYEE, {}, "ratio", "94 to 10000 96 to 20000 98", "L2090", TYPICAL),
    ("620100", EMPLOYEE, RETIRED | TOP, "ratio", "95 to 10000 97 to 20000 99", "L2090", TYPICAL),
    ("620100", EMPLOYEE, {}, "supplement", "95 to any", "L2090", TYPICAL),
    ("620100", RESIDENT, {}, "deductible", "600 480 384 307.20 300", "L2091", TYPICAL),
    ("620100", RESIDENT, TOP, "ratio", "65", "L2091", TYPICAL),
    ("620100", RESIDENT, VISIT | LEVEL1, "cap", "130", "L2092", TYPICAL),
    # Xining, Ningxia.
    ("630100", EMPLOYEE, {}, "ratio", "75", "L2095", TYPICAL),
    ("630100", EMPLOYEE, {}, "critical", "above 7000: 85, at most any", "L2095", TYPICAL),
    ("630100", RESIDENT, {}, "deductible", "1500", "L2096", TYPICAL),
    ("640300", RESIDENT, TOP, "deductible", "1000 700", "L2097", TYPICAL),
    ("640100", RESIDENT, TOP, "ratio", "55", "L2097", TYPICAL),
    ("640100", RESIDENT, tier(3), "cap", "160000", "L2097", TYPICAL),
    ("640200", RESIDENT, VISIT | COMMUNITY, "ratio", "60", "L2098", TYPICAL),
    # Xinjiang: visits one by one, with a limit of their own; Urumqi's retired get 5 points more, but 95 % at most.
    ("650100", EMPLOYEE, RETIRED | LEVEL2, "ratio", "95", "L2101", TYPICAL),
    ("650100", RESIDENT, {}, "ratio", "65", "L2101", TYPICAL),
    ("653100", EMPLOYEE, VISIT, "deductible", "90", "L2102", TYPICAL),
    ("653100", EMPLOYEE, VISIT | LEVEL2, "cap_per_visit", "800", "L2102", TYPICAL),
]

AWAY: Final[list[Row]] = [
    # In points.
    ("420500", EMPLOYEE, to(BEIJING, OWN_CHOICE), "elsewhere", "points 20", "L2020", TYPICAL),
    ("420500", EMPLOYEE, to("420100"), "elsewhere", "points 0", "L2020", TYPICAL),
    ("430200", EMPLOYEE, to(BEIJING, REFERRED), "elsewhere", "points 5", "L2024", REPORTED),
    ("430200", RESIDENT, to(BEIJING), "elsewhere", "points 10", "L2024", REPORTED),
    ("430200", RESIDENT, to(BEIJING) | VISIT, "elsewhere", "points 0", "L2024", REPORTED),
    ("430200", RESIDENT, to("430100"), "elsewhere", "points 0", "L2025", TYPICAL),
    ("450200", EMPLOYEE, to(GUANGZHOU, REFERRED), "elsewhere", "points 10", "L2080", TYPICAL),
    ("450200", EMPLOYEE, to("450100"), "elsewhere", "points 15", "L2080", TYPICAL),
    ("450200", EMPLOYEE, to(GUANGZHOU, OWN_CHOICE), "elsewhere", "points 0", "L2080", TYPICAL),
    ("460200", RESIDENT, to(GUANGZHOU), "elsewhere", "points 20", "L2088", TYPICAL),
    ("500000", EMPLOYEE, to(CHENGDU), "elsewhere", "points 0", "L2010", TYPICAL),
    ("510100", RESIDENT, to(CHONGQING), "elsewhere", "points 0", "L2001", TYPICAL),
    ("510100", EMPLOYEE, to("530100") | VISIT, "elsewhere", "points 0", "L2001", TYPICAL),
    ("510100", EMPLOYEE, to(GUANGZHOU), "elsewhere", "points 0", "L2002", TYPICAL),
    ("510100", EMPLOYEE, to(BEIJING, OWN_CHOICE), "elsewhere", "points 5", "L2003", TYPICAL),
    ("510100", EMPLOYEE, to(BEIJING), "elsewhere", "points 10", "L2003", TYPICAL),
    ("530300", RESIDENT, to(BEIJING, REFERRED), "elsewhere", "points 10", "L2071", TYPICAL),
    ("530100", EMPLOYEE, to(BEIJING, REFERRED), "elsewhere", "points 0", "L2073", TYPICAL),
    ("530300", RESIDENT, to("530100") | on(2024, 12, 31), "elsewhere", "points 0", "L2070", TYPICAL),
    ("530300", RESIDENT, to("530100") | on(2025, 1, 1), "elsewhere", "points 10", "L2071", TYPICAL),
    ("540200", RESIDENT, to(BEIJING, REFERRED) | on(2023, 5, 1), "elsewhere", "points 0", "L2106", TYPICAL),
    ("540100", EMPLOYEE, to(BEIJING, OWN_CHOICE), "elsewhere", "points 0", "L2106", TYPICAL),
    ("610100", EMPLOYEE, to(BEIJING, REFERRED), "elsewhere", "points 0", "L2040", TYPICAL),
    ("610100", EMPLOYEE, to(BEIJING), "elsewhere", "points 20", "L2040", TYPICAL),
    ("632800", EMPLOYEE, to(BEIJING, RESCUED), "elsewhere", "points 0", "L2093", TYPICAL),
    ("632800", EMPLOYEE, to("630100"), "elsewhere", "points 0", "L2094", TYPICAL),
    ("640100", RESIDENT, to(BEIJING, OWN_CHOICE), "elsewhere", "points 20", "L2100", TYPICAL),
    ("654000", RESIDENT, to(BEIJING), "elsewhere", "points 15", "L2103", TYPICAL),
    # A table of its own: Guiyang's three, Ningxia's for employees, Dali's for everything outside the prefecture.
    ("520100", RESIDENT, to(BEIJING), "elsewhere", "pays 50", "L2076", TYPICAL),
    ("520100", RESIDENT, to(BEIJING), "elsewhere_deductible", "1800", "L2076", TYPICAL),
    ("520100", RESIDENT, to(BEIJING, REFERRED), "elsewhere_deductible", "1500", "L2076", TYPICAL),
    ("520300", RESIDENT, to(BEIJING, REFERRED) | LEVEL2, "elsewhere", "pays 70", "L2076", TYPICAL),
    ("520300", RESIDENT, to("520100") | LEVEL1, "elsewhere", "pays 80", "L2076", TYPICAL),
    ("520200", RESIDENT, to(BEIJING) | VISIT, "elsewhere", "pays 0", "L2079", TYPICAL),
    ("532900", RESIDENT, to("530100", REFERRED), "elsewhere", "pays 50", "L2114", TYPICAL),
    ("532900", RESIDENT, to("530100"), "elsewhere", "pays 40", "L2114", TYPICAL),
    ("532900", RESIDENT, to("530100", REFERRED), "elsewhere_deductible", "900", "L2114", TYPICAL),
    ("640400", EMPLOYEE, to(SHANGHAI, REFERRED), "elsewhere", "pays 80", "L2099", TYPICAL),
    ("640400", EMPLOYEE, to(SHANGHAI, REFERRED), "elsewhere_deductible", "1200", "L2099", TYPICAL),
    ("640400", EMPLOYEE, to(SHANGHAI, REFERRED), "cap", "50000", "L2099", TYPICAL),
    # A deductible of its own.
    ("510100", EMPLOYEE, to(BEIJING) | LEVEL1, "elsewhere_deductible", "800", "L2003", TYPICAL),
    ("510100", EMPLOYEE, to("530100") | LEVEL1, "elsewhere_deductible", "none", "L2001", TYPICAL),
    # Long-term filings lose nothing: by the place's word, else by the nation's.
    ("430200", EMPLOYEE, to(BEIJING, SETTLED), "elsewhere", "points 0", "L2024", REPORTED),
    ("520100", RESIDENT, to(BEIJING, SETTLED), "elsewhere", "points 0", "N-064", REPORTED),
    ("620100", EMPLOYEE, to(BEIJING, SETTLED), "elsewhere", "points 0", "N-064", REPORTED),
]


@pytest.mark.parametrize(("region", "scheme", "question", "figure", "expected", "fact", "evidence"), LOCAL + AWAY)
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
    """The likely value, the fact it rests on and its grade."""
    found = asked(rulebook, FigureName(figure), query(region, scheme, **question))
    assert (noted(found.value), found.provenance.fact) == (expected, fact)
    assert found.provenance.evidence is evidence
    assert not found.provenance.unchecked


@pytest.mark.parametrize(
    ("region", "scheme", "question", "figure", "low", "high"),
    [
        # The dataset says 94, 1,200, 150,000, 1,200 less a fifth each time, 90, 85 of the local ratio: all inside.
        ("420100", EMPLOYEE, RETIRED | LEVEL1, "ratio", "93.6", "94"),
        ("530100", EMPLOYEE, {}, "deductible", "880", "1200"),
        ("640100", RESIDENT, tier(1), "cap", "70000", "150000"),
        ("610100", EMPLOYEE, {}, "deductible", "650 550 350 0", "1200 960 768 614.40"),
        ("540100", EMPLOYEE, {}, "ratio", "90 to 20000 90 to 40000 90", "93 to 20000 96 to 40000 98"),
        ("520100", RESIDENT, to(BEIJING, REFERRED), "elsewhere", "pays 50", "pays 60"),
        # What nobody can know from the answers: the year's other stays, a Chinese medicine hospital, a slip of paper.
        ("430100", EMPLOYEE, {}, "deductible", "1100 400 0 0", "1100 1100 1100 1100"),
        ("500000", EMPLOYEE, to(BEIJING) | LEVEL2, "deductible",
         "200 180 160 140 120 100", "440 396 356.40 320.76 288.68 260"),
        ("510100", EMPLOYEE, RETIRED | LEVEL2, "deductible", "300 150 0 0", "400 400 400 400"),
        ("610100", RESIDENT, {}, "deductible", "1000 950 900 850 800 100", "1200 1200 1200 1200 1200 1200"),
        # Chongqing's other districts: a twentieth more (880 x 1.05 = 924) and 5 points less, if nothing was filed.
        ("500000", EMPLOYEE, {}, "deductible", "440 396 352 308 260", "924 831.60 748.44 673.60 651"),
        ("500000", EMPLOYEE, {}, "ratio", "80", "85"),
        ("500000", EMPLOYEE, {"filing_type": OWN_CHOICE}, "ratio", "85", "85"),
        ("500000", RESIDENT, {}, "ratio", "45", "55"),
        ("500000", RESIDENT, tier(2) | LEVEL2, "ratio", "75", "75"),
    ],
)  # fmt: skip
def test_the_range_holds_what_may_be(  # noqa: PLR0917 -- a table of cases
    rulebook: RulePack, region: str, scheme: Scheme, question: Asked, figure: str, low: str, high: str
) -> None:
    """A figure is as wide as what is not known, and as the dataset where it says otherwise."""
    found = asked(rulebook, FigureName(figure), query(region, scheme, **question))
    assert (noted(found.low), noted(found.high)) == (low, high)


def test_hanzhong_raises_the_deductible_of_the_unfiled(rulebook: RulePack) -> None:
    """The dataset says it in a note alone: a fifth more than the local 2,000 yuan, if nothing was filed."""
    unfiled = rulebook.benefits(query("610700", EMPLOYEE, **to(BEIJING))).elsewhere_deductible
    assert isinstance(unfiled, Figure)
    assert noted(unfiled.value).split()[0] == "2400"
    filed = rulebook.benefits(query("610700", EMPLOYEE, **to(BEIJING, REFERRED))).elsewhere_deductible
    assert isinstance(filed, Figure)
    assert filed.value is None


def test_before_may_2023_tibet_was_not_the_widest(rulebook: RulePack) -> None:
    """On the last of April the dataset's reduction still holds: nine tenths of the local ratio, 10 points at most."""
    question = query("540100", EMPLOYEE, **to(BEIJING, REFERRED), **on(2023, 4, 30))
    found = asked(rulebook, FigureName.ELSEWHERE, question)
    assert (noted(found.low), noted(found.high), found.provenance.fact) == ("points 0", "points 10", None)


# -- every area


def areas() -> list[str]:
    """The pooling areas of the fifteen."""
    with (Path(__file__).parents[2] / "data" / "areas.csv").open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file) if row["code"][:2] in PROVINCES]


def answers(scheme: Scheme) -> Iterator[Asked]:
    """Every level and status, at an age that fits."""
    ages = {Status.ELDERLY: 70, Status.RETIRED: 65, Status.CHILD: 8, Status.STUDENT: 20}
    for level, status in product([level for level in Level if level is not Level.UNKNOWN], STATUSES[scheme]):
        yield {"level": level, "status": status, "age": ages.get(status, 40)}


def gaps(rulebook: RulePack) -> Iterator[tuple[str, Scheme, CareKind, object, FigureName]]:
    """Everything a sum at home needs and nobody knows, today."""
    for area, scheme, kind in product(areas(), Scheme, (CareKind.INPATIENT, CareKind.OUTPATIENT)):
        for question in answers(scheme):
            found = rulebook.benefits(query(area, scheme, kind=kind, **question))
            for one in (
                found.deductible,
                found.deductible_basis,
                found.ratio,
                found.cap,
                found.supplement,
                found.critical,
            ):
                if isinstance(one, Gap):
                    yield area, scheme, kind, question["level"], one.figure


def test_every_area_has_both_schemes_figures_or_a_declared_gap(rulebook: RulePack) -> None:
    """The only gaps: visits of residents at levels 2 and 3 where the dataset leaves them out.

    That is in sixteen areas of Hubei and thirteen of Hunan; the dataset says nothing of those levels there.
    """
    codes = areas()
    assert Counter(code[:2] for code in codes) == PROVINCES
    found = list(gaps(rulebook))
    assert {(scheme, kind) for _, scheme, kind, _, _ in found} == {(RESIDENT, CareKind.OUTPATIENT)}
    assert {level for *_, level, _ in found} == {Level.LEVEL2, Level.LEVEL3, Level.LEVEL3_TOP}
    assert {figure for *_, figure in found} == {FigureName.DEDUCTIBLE, FigureName.DEDUCTIBLE_BASIS, FigureName.RATIO}
    assert Counter(code[:2] for code in {area for area, *_ in found}) == {"42": 16, "43": 13}


def test_every_area_has_a_reduction_elsewhere(rulebook: RulePack) -> None:
    """Whatever is filed, in the province and outside, the hospital's level known or not: a figure."""
    codes = areas()
    for area, scheme, level in product(codes, Scheme, (Level.LEVEL3, Level.UNKNOWN)):
        sibling = next((code for code in codes if code[:2] == area[:2] and code != area), SHANGHAI)
        for place, filing in product((SHANGHAI, sibling), (None, *FilingType)):
            found = rulebook.benefits(query(area, scheme, level=level, **to(place, filing)))
            for one in (found.elsewhere, found.elsewhere_deductible, found.elsewhere_first_pay):
                assert isinstance(one, Figure), (area, scheme, place, filing, one)
