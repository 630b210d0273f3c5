"""What a filing is worth for one episode of care: its place, its first day and its last."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.care import FilingRecord, FilingState, FilingType
from desktop_app.rules.coverage import Coverage, coverage, holds_in
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import BEIJING, CARE, CHENGDU, SHANGHAI

ADMITTED_ON = date(2026, 12, 3)


def record(
    region: str = BEIJING, start: date = date(2026, 6, 3), until: date | None = date(2027, 6, 3)
) -> FilingRecord:
    """A filing for Beijing that holds for a year."""
    return FilingRecord(type=FilingType.OTHER_TEMPORARY, start=start, until=until, region=region, with_papers=True)


FOUND = [
    (FilingState.NONE, None, Coverage.NOT_FILED),
    (FilingState.NONE, record(), Coverage.NOT_FILED),  # nobody has filed, whatever stands beside it
    (FilingState.UNKNOWN, None, Coverage.NOT_KNOWN),
    (FilingState.UNKNOWN, record(), Coverage.NOT_KNOWN),
    (FilingState.FILED, None, Coverage.NO_RECORD),
    (FilingState.LATE, None, Coverage.LATE),
    (FilingState.FILED, record(), Coverage.COVERS),
    (FilingState.LATE, record(), Coverage.COVERS),
    (FilingState.FILED, record(SHANGHAI), Coverage.OTHER_PLACE),
    (FilingState.FILED, record("110105"), Coverage.COVERS),  # a district of Beijing
    (FilingState.FILED, record(until=None), Coverage.COVERS),
    (FilingState.FILED, record(start=ADMITTED_ON), Coverage.COVERS),
    (FilingState.FILED, record(start=date(2026, 12, 4)), Coverage.STARTS_LATER),
    (FilingState.FILED, record(until=ADMITTED_ON), Coverage.COVERS),
    (FilingState.FILED, record(until=date(2026, 12, 2)), Coverage.EXPIRED),
    (FilingState.FILED, record(SHANGHAI, start=date(2026, 12, 4)), Coverage.OTHER_PLACE),
]


@pytest.mark.parametrize(("state", "filing", "worth"), FOUND)
def test_what_a_filing_is_worth(
    rulebook: RulePack, state: FilingState, filing: FilingRecord | None, worth: Coverage
) -> None:
    """For a stay in Beijing from 3 to 10 December 2026; both days of a filing count (N-040, N-048)."""
    assert coverage(replace(CARE, filing=state, filing_record=filing), rulebook) is worth


def test_without_a_place_nobody_can_tell(rulebook: RulePack) -> None:
    """A filing for Beijing, and nobody says where the care will be."""
    assert coverage(replace(CARE, region=None, filing=FilingState.FILED, filing_record=record()), rulebook) is (
        Coverage.NOT_KNOWN
    )


PLACES = [
    (BEIJING, BEIJING, True),
    ("510000", CHENGDU, True),  # filed for the province as a whole
    (CHENGDU, "510000", False),
    ("510000", "500000", False),
    (CHENGDU, "510104", True),  # a district of the same pooling area
    ("510104", "510105", True),
    (CHENGDU, "510300", False),
    ("810000", "820000", False),  # nothing is pooled there
    ("999999", CHENGDU, False),
]


@pytest.mark.parametrize(("filed", "region", "holds"), PLACES)
def test_a_filing_holds_in_its_pooling_area_or_province(
    rulebook: RulePack, filed: str, region: str, holds: bool
) -> None:
    """Sichuan covers Chengdu, Chengdu not Sichuan; districts of one area are one place."""
    assert holds_in(filed, region, rulebook) is holds
