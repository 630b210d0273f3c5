"""A better filing never pays less, in any area, unless the trace names the local figure that makes it so."""

from datetime import date
from typing import Any, Final

import pytest

from desktop_app.domain.outcome import Estimate
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack

TODAY: Final = date(2026, 11, 21)
BETTER: Final = [
    ("none", "other_temporary"),
    ("none", "referral"),
    ("none", "long_term_residence"),
    ("referral", "long_term_residence"),
]
"""The worse filing and the better one, as most documents rank them.

Referral and own choice are not two filings of one thing.
"""

STATUS: Final = {"employee": "working", "resident": "adult"}


def estimated(book: RulePack, insured: str, scheme: str, filing: str) -> Estimate:
    """A stay of 60,000 at level 3 in another province."""
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
            "level": "level3",
            "date": "2026-06-15",
            "region": place,
            "reason": reason,
            **care,
        },
        "bill": {"total": 60000},
    }
    return estimate_case(parse_case(document, book, TODAY), book)[0]


PROVINCES_THAT_SAY_OTHERWISE: Final = {
    "61",  # Yangling: a referral to level 3 has its own 70 % above 2,000, those who moved have the area's own table
    "32",  # Xuzhou: a referral goes with a deductible of 1,500
    "42",  # Huanggang: unfiled a fifth is paid first, filed twenty points are lost; Suizhou: a deductible when filed
}


def elsewhere(estimate: Estimate) -> set[tuple[object, ...]]:
    """What the trace says of care elsewhere: each figure with its value and what backs it."""
    return {
        (used.name, used.value, used.provenance)
        for used in estimate.figures
        if used.name.value.startswith("elsewhere") and used.provenance.source is not None
    }


@pytest.mark.parametrize("scheme", ["employee", "resident"])
def test_a_better_filing_pays_no_less_or_says_why(rulebook: RulePack, scheme: str) -> None:
    """In every area that has figures; where it pays less, another reduction with its own source stands in the trace."""
    areas = sorted({found.area for found in rulebook.coverage()})
    assert len(areas) > 300
    unexplained: list[tuple[str, str, str]] = []
    compared = 0
    for area in areas:
        by_filing = {filing: estimated(rulebook, area, scheme, filing) for pair in BETTER for filing in pair}
        for worse, better in BETTER:
            less, more = by_filing[worse], by_filing[better]
            if less.amounts.fund_total is None or more.amounts.fund_total is None:
                continue
            compared += 1
            if more.amounts.fund_total < less.amounts.fund_total:
                said = area[:2] in PROVINCES_THAT_SAY_OTHERWISE and elsewhere(more) - elsewhere(less)
                unexplained += [] if said else [(area, worse, better)]
    assert unexplained == []
    assert compared > 800
