"""Two sources that state different things: which is used, why, and when nobody can tell."""

import re
from datetime import date
from pathlib import Path

import pytest

import desktop_app.rules
from desktop_app.domain.evidence import Evidence, Fact, Source
from desktop_app.rules.disagreement import CITED, disagreements, weigh
from desktop_app.storage.rule_pack import RulePack

LINEAGE = ("140100", "140000", "CN")


def fact(
    number: str,
    *regions: str,
    evidence: Evidence = Evidence.REPORTED,
    effective: date | None = None,
    against: tuple[str, ...] = (),
    topic: str = "filing",
) -> Fact:
    """A statement of some source."""
    return Fact(
        number=number,
        text=number,
        topic=topic,
        regions=regions or ("CN",),
        evidence=evidence,
        source=Source(id="s", title="一份文件"),
        effective=effective,
        disagrees_with=against,
    )


def verdict(one: Fact, other: Fact, in_use: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Which is used, and why in the last word of the reason."""
    found = weigh(one, other, LINEAGE, in_use)
    assert found == weigh(other, one, LINEAGE, in_use), "the order in which they are found must not matter"
    return found.used.number, found.why.id.rsplit(".", 1)[1]


def test_better_evidence_wins_over_everything() -> None:
    """An official statement about the nation is used before a reported one about the very city, followed or not."""
    official = fact("L9001", evidence=Evidence.OFFICIAL)
    assert verdict(fact("L9002", "140100"), official, frozenset({"L9002"})) == ("L9001", "stronger")
    assert verdict(fact("L9003", evidence=Evidence.TYPICAL), fact("L9004")) == ("L9004", "stronger")


def test_of_two_alike_the_one_that_rules_rest_on_is_used() -> None:
    """The page names what the program does."""
    assert verdict(fact("L9001", "140100"), fact("L9002"), frozenset({"L9002"})) == ("L9002", "followed")


def test_what_a_decision_table_cites_is_followed_too() -> None:
    """N-003 is cited by its number, so it is used before a closer statement that nothing rests on."""
    assert verdict(fact("N-003"), fact("L9002", "140100")) == ("N-003", "followed")
    assert verdict(fact("N-003"), fact("L9002", "140100"), frozenset({"L9002"})) == ("L9002", "closer")


def test_of_several_places_the_closest_one_counts() -> None:
    """Written for the city and the nation it is closer than for the province; another province is farthest away."""
    both = fact("L9002", "CN", "140100")
    assert verdict(fact("L9001", "140000"), both) == ("L9002", "closer")
    assert verdict(fact("L9001", "310000"), fact("L9002")) == ("L9002", "closer")
    assert verdict(fact("L9001", "310000", "140100"), fact("L9002", "140000")) == ("L9001", "closer")


def test_what_says_since_when_is_newer_than_what_does_not() -> None:
    """A statement without a day says nothing about being still in force."""
    assert verdict(fact("L9001"), fact("L9002", effective=date(2021, 1, 1))) == ("L9002", "newer")


def test_then_the_closer_place_and_the_later_day_decide() -> None:
    """Written for the city before the province; from 2025 before from 2023."""
    assert verdict(fact("L9001", "140000"), fact("L9002", "140100")) == ("L9002", "closer")
    early, late = fact("L9001", effective=date(2023, 1, 1)), fact("L9002", effective=date(2025, 1, 1))
    assert verdict(early, late) == ("L9002", "newer")


def test_local_rules_on_filing_that_plans_weigh_stay_open() -> None:
    """The city frees from filing, the province asks for it: plans advise to file and decide nothing, so nor does this.

    Where rules rest on one of the two only, or the other is the nation's, the city's is used in plans and here.
    """
    city, province = fact("L9001", "140100"), fact("L9002", "140000")
    assert not weigh(city, province, LINEAGE, frozenset({"L9001", "L9002"})).decided
    assert verdict(city, province, frozenset({"L9001"})) == ("L9001", "followed")
    assert verdict(city, fact("L9003"), frozenset({"L9001", "L9003"})) == ("L9001", "closer")


def test_only_rules_on_filing_of_one_grade_stay_open() -> None:
    """Of two local rules that plans rest on the official one is used, and about anything but filing the closer one."""
    both = frozenset({"L9001", "L9002"})
    official = fact("L9002", "140000", evidence=Evidence.OFFICIAL)
    assert verdict(fact("L9001", "140100"), official, both) == ("L9002", "stronger")
    city, province = fact("L9001", "140100", topic="ratio"), fact("L9002", "140000", topic="ratio")
    assert verdict(city, province, both) == ("L9001", "closer")
    assert weigh(city, province, LINEAGE, both).decided


def test_the_page_leaves_open_what_a_plan_leaves_open(rulebook: RulePack) -> None:
    """Visits in Guangdong, insured in Shenzhen: no filing (S3-04, 2023), filing first (N-140, from 2025)."""
    lineage = rulebook.lineage("440300")
    facts = {each.number: each for each in rulebook.facts_about("440300")}
    found = {
        frozenset({each.used.number, each.other.number}): each
        for each in disagreements(facts, lineage, rulebook.facts_in_use())
    }
    assert not found[frozenset({"S3-04", "N-140"})].decided
    assert found[frozenset({"S3-04", "N-044"})].decided


def test_where_nothing_tells_neither_is_taken_for_right() -> None:
    """Both stay, undecided, and the bureau is to be asked."""
    found = weigh(fact("L9001"), fact("L9002"), LINEAGE, frozenset())
    assert not found.decided
    assert found.why.id == "rulebook_page.why.undecided"


def test_a_pair_is_found_once_from_either_side() -> None:
    """Noted on one side or on both, a disagreement is one; one with a fact that is not there is none."""
    facts = [
        fact("L9001", against=("L9002", "L9999")),
        fact("L9002", against=("L9001",)),
        fact("L9003", against=("L9002",)),
    ]
    pairs = [
        {each.used.number, each.other.number}
        for each in disagreements({each.number: each for each in facts}, LINEAGE, frozenset())
    ]
    assert pairs == [{"L9001", "L9002"}, {"L9002", "L9003"}]


def test_two_facts_are_a_pair_and_one_is_none() -> None:
    """Two that contradict each other, with nothing else there; and one that was noted against itself."""
    two = {each.number: each for each in (fact("L9001", against=("L9002",)), fact("L9002"))}
    assert len(list(disagreements(two, LINEAGE, frozenset()))) == 1
    alone = fact("L9001", against=("L9001",))
    assert list(disagreements({"L9001": alone}, LINEAGE, frozenset())) == []


@pytest.fixture
def disputed(rulebook: RulePack) -> set[str]:
    """Every fact of the rulebook that another one contradicts, or that contradicts another."""
    numbers = set()
    for province in rulebook.provinces():
        for place in (province.code, *(area.code for area in province.areas)):
            for each in rulebook.facts_about(place):
                numbers |= {each.number, *each.disagrees_with} if each.disagrees_with else set()
    return numbers


def test_the_decision_tables_citations_are_known(disputed: set[str]) -> None:
    """Whoever cites a disputed fact in a decision table adds it to the list by which the page names what is used."""
    room = Path(desktop_app.rules.__file__).parent
    files = (file for file in room.rglob("*.py") if file.name != "disagreement.py")
    cited = {number for file in files for number in re.findall(r'"([NSLR]-?\d[\d-]*)"', file.read_text("utf-8"))}
    assert cited & disputed == CITED
