"""Which ways to the same care are still open to the people of situations.py, and what a case becomes by each."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.care import (
    Care,
    FilingRecord,
    FilingState,
    FilingType,
    Level,
    Reason,
    SettlementMode,
)
from desktop_app.domain.routes import Route
from desktop_app.rules.compare.by_route import by_route
from desktop_app.rules.compare.open_routes import open_routes
from desktop_app.rules.filing import advise_filing
from desktop_app.rules.settlement import advise_settlement
from desktop_app.rules.situation import situation_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import BEIJING, CARE, JINAN, case
from tests.rules.situations import SITUATIONS

OPEN = {
    "a trip of one's own choice": "file_temporary referral level2 at_home manual",
    "a referral to a hospital that is not connected, a large bill": "referral file_temporary level2 at_home direct",
    "retired, moving from Taiyuan to Beijing": "file_long_term file_temporary level2 at_home manual",
    "a student": "file_long_term file_temporary referral level2 at_home manual",
    "from Shijiazhuang to Tangshan, filing not known": "file_temporary referral not_filed level2 at_home manual",
    "from Nanchang to Jiujiang": "referral level2 at_home manual",
    "nobody knows where to": "",
    "an open filing for long": "level2 at_home manual",
    "at home in Guangzhou, filed elsewhere by letter": "level2",
    "in hospital, filed for another place": "referral manual",
    "in hospital, nothing filed": "file_temporary manual",
    "in hospital, filing not known": "file_temporary not_filed manual",
    "in hospital, not connected": "file_temporary",
    "paid in full after a rescue": "",
    "Wanzhou to the main city, level 2": "level3",
    "Wanzhou to the main city, rescue": "",
    "Wanzhou to the main city, settled": "",
    "diabetes not recognised": "file_temporary level2 at_home manual",
    "an injury by a third party": "",
    "a drugstore": "file_temporary at_home",
    "to Hong Kong": "",
}
"""Filing beforehand under the type of the reason and as a trip of one's own choice, late only the former; referral for
a stay ahead of whom nobody waits for; another level and home as long as one can choose; the claim, or a connected
hospital. Nothing where rescue, the end of the care or somebody else's liability leaves no choice.
"""


@pytest.mark.parametrize("who", OPEN)
def test_what_is_still_open(rulebook: RulePack, who: str) -> None:
    """Every route once, in the order in which they are weighed."""
    situation = situation_of(case(**SITUATIONS[who]), rulebook)
    filing = advise_filing(situation)
    found = open_routes(situation, filing, advise_settlement(situation, filing))
    assert [each.value for each in found] == OPEN[who].split()


LEVELS = {
    Level.COMMUNITY: {Route.LEVEL2},
    Level.LEVEL1: {Route.LEVEL2},
    Level.LEVEL2: {Route.LEVEL3},
    Level.LEVEL3: {Route.LEVEL2},
    Level.LEVEL3_TOP: {Route.LEVEL2},
    Level.UNKNOWN: set[Route](),
}


@pytest.mark.parametrize("level", LEVELS)
def test_the_other_level(rulebook: RulePack, level: Level) -> None:
    """Level 2 and level 3 are weighed against one another; who does not know the level weighs none."""
    situation = situation_of(case(level=level), rulebook)
    filing = advise_filing(situation)
    found = open_routes(situation, filing, advise_settlement(situation, filing))
    assert set(found) & {Route.LEVEL2, Route.LEVEL3} == LEVELS[level]


BEGINS = date(2026, 12, 3)


def filed(type: FilingType) -> FilingRecord:
    """With papers, for Beijing, from the day of admission."""
    return FilingRecord(type=type, start=BEGINS, until=None, region=BEIJING, with_papers=True)


PLAIN = replace(CARE, filing=FilingState.UNKNOWN)
BECOMES: list[tuple[Route, Care, Care]] = [
    (Route.AT_HOME, PLAIN, replace(PLAIN, region=JINAN, filing=FilingState.NONE)),
    (Route.NOT_FILED, PLAIN, replace(PLAIN, filing=FilingState.NONE)),
    (Route.LEVEL2, PLAIN, replace(PLAIN, level=Level.LEVEL2)),
    (Route.LEVEL3, replace(PLAIN, level=Level.LEVEL2), PLAIN),
    (Route.MANUAL, PLAIN, replace(PLAIN, settlement=SettlementMode.MANUAL)),
    (
        Route.DIRECT,
        replace(PLAIN, networked=False),
        replace(PLAIN, networked=True, settlement=SettlementMode.DIRECT),
    ),
    (
        Route.FILE_TEMPORARY,
        PLAIN,
        replace(PLAIN, filing=FilingState.FILED, filing_record=filed(FilingType.OTHER_TEMPORARY)),
    ),
    (
        Route.REFERRAL,
        PLAIN,
        replace(
            PLAIN,
            reason=Reason.REFERRAL,
            filing=FilingState.FILED,
            filing_record=filed(FilingType.REFERRAL),
        ),
    ),
    *(
        (
            Route.FILE_LONG_TERM,
            replace(PLAIN, reason=reason),
            replace(PLAIN, reason=reason, filing=FilingState.FILED, filing_record=filed(type)),
        )
        for reason, type in (
            (Reason.RETIRED_RELOCATION, FilingType.RETIRED_RELOCATION),
            (Reason.WORK_POST, FilingType.WORK_POST),
            (Reason.LONG_TERM_RESIDENCE, FilingType.LONG_TERM_RESIDENCE),
            (Reason.STUDY, FilingType.LONG_TERM_RESIDENCE),
        )
    ),
]


@pytest.mark.parametrize(("route", "care", "becomes"), BECOMES)
def test_what_a_route_changes(rulebook: RulePack, route: Route, care: Care, becomes: Care) -> None:
    """Filing, reason, level, place or way of paying, and nothing else."""
    plain = case()
    told = replace(plain, episodes=(replace(plain.episodes[0], care=care),))
    assert by_route(situation_of(told, rulebook), told, route).episodes[0].care == becomes


def test_in_hospital_a_filing_comes_late(rulebook: RulePack) -> None:
    """From the day of admission, and known to be late."""
    told = case(**SITUATIONS["in hospital, nothing filed"])
    care = by_route(situation_of(told, rulebook), told, Route.FILE_TEMPORARY).episodes[0].care
    assert care.filing is FilingState.LATE
    assert care.filing_record is not None
    assert care.filing_record.start == date(2026, 11, 15)
