"""A better filing never pays less, in any area and at any level, and care elsewhere pays no more than at home."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import pytest

from desktop_app.domain.outcome import Estimate
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack

TODAY: Final = date(2026, 11, 21)
OWN_CHOICE_FIRST: Final = ("other_temporary", "referral")
BETTER: Final = [
    ("none", "other_temporary"),
    ("none", "referral"),
    ("none", "long_term_residence"),
    OWN_CHOICE_FIRST,
    ("other_temporary", "long_term_residence"),
    ("referral", "long_term_residence"),
]
"""The worse filing and the better one, as most documents rank them.

Who is filed as living there is paid as at home: the last two say that elsewhere pays no more.
"""

THAT_PREFER_OWN_CHOICE: Final = {"45", "53"}
"""Guangxi (L2080) and Yunnan (L2071) take ten points off for a referral and none for a filed own choice."""

STATUS: Final = {"employee": "working", "resident": "adult"}
LARGE: Final = ("level3", 60_000)
SMALL: Final = [("level1", 2_000), ("level2", 5_000)]
"""Where a deductible weighs more than a ratio."""


def estimated(book: RulePack, insured: str, scheme: str, filing: str, bill: tuple[str, int] = LARGE) -> Estimate:
    """A stay in another province, of this level and with these costs."""
    place = "310000" if insured.startswith("11") else "110000"
    reason = "self_chosen" if filing in {"none", "other_temporary"} else filing
    care: dict[str, Any] = {"filing": "none"}
    if filing != "none":
        record = {"type": filing, "from": "2026-01-01", "until": None, "region": place}
        care = {"filing": "filed", "filing_record": record}
    document = {
        "version": 1,
        "person": {"scheme": scheme, "status": STATUS[scheme], "age": 50, "insured_region": insured},
        "care": {
            "kind": "inpatient",
            "level": bill[0],
            "date": "2026-06-15",
            "region": place,
            "reason": reason,
            **care,
        },
        "bill": {"total": bill[1]},
    }
    return estimate_case(parse_case(document, book, TODAY), book)[0]


def says_more(estimates: Iterable[Estimate]) -> bool:
    """Whether the area says more of care elsewhere than the dataset's share of its ratio: a fact, or another form."""
    stated = [
        used
        for one in estimates
        for used in one.figures
        if used.name.value.startswith("elsewhere") and used.provenance.source is not None
    ]
    return any(used.provenance.fact or used.name.value != "elsewhere" for used in stated)


@pytest.mark.parametrize("scheme", ["employee", "resident"])
def test_a_better_filing_pays_no_less(rulebook: RulePack, scheme: str) -> None:
    """A stay of 60,000 at level 3 in every area that has figures; small stays where an area says more."""
    areas = sorted({found.area for found in rulebook.coverage()})
    filings = list(dict.fromkeys(filing for pair in BETTER for filing in pair))
    compared: Counter[tuple[str, int]] = Counter()
    worse_paid: set[tuple[str, str, str, int]] = set()
    for area in areas:
        large = {filing: estimated(rulebook, area, scheme, filing) for filing in filings}
        for bill in [LARGE, *(SMALL if says_more(large.values()) else [])]:
            paid = {
                filing: one.amounts.fund_total
                for filing in filings
                for one in [large[filing] if bill is LARGE else estimated(rulebook, area, scheme, filing, bill)]
            }
            for worse, better in BETTER:
                less, more = paid[worse], paid[better]
                if less is None or more is None:
                    continue
                compared[bill] += 1
                if more < less and not ((worse, better) == OWN_CHOICE_FIRST and area[:2] in THAT_PREFER_OWN_CHOICE):
                    worse_paid.add((area, worse, better, bill[1]))
    assert worse_paid == set()
    assert compared[LARGE] > 1500
    assert min(compared[bill] for bill in SMALL) > 300


@pytest.mark.parametrize(("area", "fact"), [("450200", "L2080"), ("530300", "L2071")])
def test_the_trace_says_why_own_choice_comes_first(rulebook: RulePack, area: str, fact: str) -> None:
    """The reduction of a referral rests on the fact, and says that whoever filed an own choice loses nothing."""
    referral, own_choice = (estimated(rulebook, area, "resident", filing) for filing in ("referral", "other_temporary"))
    [reduction] = [used.provenance for used in referral.figures if used.name.value == "elsewhere"]
    assert (referral.amounts.basic_fund or 0) < (own_choice.amounts.basic_fund or 0)
    assert reduction.fact == fact
    assert reduction.note.endswith("的不降")


@pytest.mark.parametrize(
    ("area", "scheme", "filing", "bill", "paid"),
    [
        # Huanggang speaks of not filing only, 20 % first: 60,000 x 0.80 - 700 = 47,300, at 85 %.
        ("421100", "employee", "none", LARGE, 4_020_500),
        ("421100", "employee", "other_temporary", LARGE, 4_020_500),
        # Suizhou speaks of who filed only: 1,200; 91 % less 20 points. (3,000 - 1,200) x 0.71.
        ("421300", "employee", "other_temporary", ("level3", 3_000), 127_800),
        ("421300", "employee", "none", ("level3", 3_000), 127_800),
        # Xuzhou speaks of referrals only: 1,500, five points less. (2,000 - 1,500) x 0.90; unfiled 20 points less.
        ("320300", "employee", "referral", ("level1", 2_000), 45_000),
        ("320300", "employee", "none", ("level1", 2_000), 37_500),
        # Linyi speaks of who filed only: a tenth first, then level 3's 800 and 85 %. (1,800 - 800) x 0.85.
        ("371300", "employee", "referral", ("level1", 2_000), 85_000),
        ("371300", "employee", "none", ("level1", 2_000), 85_000),
        # Chengdu speaks of filed own choice only, five points less: (60,000 - 800) x 0.82, over 50 years old.
        ("510100", "employee", "other_temporary", LARGE, 4_854_400),
        ("510100", "employee", "referral", LARGE, 4_854_400),
        # Yangling: 70 % outside its bounds, but 65 % inside. (60,000 - 2,000) x 0.65.
        ("610403", "resident", "referral", LARGE, 3_770_000),
        # Ningxia: 95 % outside after a table of 2019, but 92 % inside. (20,000 - 300) x 0.92.
        ("640100", "employee", "referral", ("level1", 20_000), 1_812_400),
    ],
)
def test_what_is_said_of_one_filing_only(
    rulebook: RulePack, area: str, scheme: str, filing: str, bill: tuple[str, int], paid: int
) -> None:
    """A burden found for one filing is that of every worse one, and no table for elsewhere pays more than home."""
    assert estimated(rulebook, area, scheme, filing, bill).amounts.basic_fund == paid
