"""Where two sources state different things both stay, one is used, and the reason is said (rulebook.md)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from desktop_app.domain.area_sheet import Disagreement
from desktop_app.domain.evidence import Evidence, Fact
from desktop_app.domain.message import message
from desktop_app.domain.policy import NATION

_STRONGEST_FIRST: Final = (Evidence.OFFICIAL, Evidence.REPORTED, Evidence.TYPICAL)

_FILING: Final = "filing"
"""The topic of facts about filing (备案)."""

_REASONS: Final = ("stronger", "followed", "closer", "newer")

CITED: Final = frozenset(
    {
        *("N-003", "N-009", "N-010", "N-016", "N-018", "N-020", "N-021", "N-022", "N-023", "N-024", "N-025"),
        *("N-040", "N-044", "N-045", "N-046", "N-059", "N-063", "N-065", "N-066", "N-077", "N-080", "N-082"),
        *("N-086", "N-097", "N-129", "N-135", "S0-20", "S2-25", "S3-09"),
    }
)
"""The disputed facts that the decision tables cite by their numbers, besides those that figures and rules rest on."""


def disagreements(facts: Mapping[str, Fact], lineage: Sequence[str], in_use: Collection[str]) -> Iterator[Disagreement]:
    """Every pair of these facts, by their numbers, that state different things, each pair once.

    `lineage` runs from the most specific place to the nation; `in_use` are facts that figures and rules rest on.
    """
    pairs = {frozenset({fact.number, other}) for fact in facts.values() for other in fact.disagrees_with}
    for pair in sorted(sorted(pair) for pair in pairs if len(pair) > 1 and pair <= facts.keys()):
        one, other = (facts[number] for number in pair)
        yield weigh(one, other, lineage, in_use)


def weigh(one: Fact, other: Fact, lineage: Sequence[str], in_use: Collection[str]) -> Disagreement:
    """Which of two statements is used: the stronger, else the one that rules rest on, the closer, the newer.

    Where nothing tells them apart neither is: the insured region's bureau has to be asked. Nor is either of two local
    rules on filing that are equally well attested: a plan takes an exemption for doubtful wherever the city or its
    province asks for filing, however close or new the two are (`rules/exemption.py`).
    """
    if _leaves_a_plan_in_doubt(one, other, in_use):
        return Disagreement(one, other, message("rulebook_page.why.undecided"), decided=False)
    marks = [_marks(fact, lineage, in_use) for fact in (one, other)]
    for reason, (mark, against) in zip(_REASONS, zip(*marks, strict=True), strict=True):
        if mark != against:
            used, rest = (one, other) if mark < against else (other, one)
            return Disagreement(used, rest, message(f"rulebook_page.why.{reason}"))
    return Disagreement(one, other, message("rulebook_page.why.undecided"), decided=False)


def _leaves_a_plan_in_doubt(one: Fact, other: Fact, in_use: Collection[str]) -> bool:
    """Whether both are rules on filing that plans rest on, of one grade, and neither is the nation's."""
    return one.evidence is other.evidence and all(
        fact.topic == _FILING and fact.number in in_use and NATION not in fact.regions for fact in (one, other)
    )


def _marks(fact: Fact, lineage: Sequence[str], in_use: Collection[str]) -> tuple[int, int, int, int]:
    """What speaks for a statement, the least mark first: its grade, whether rules follow it, how close, how new."""
    places = (*(place for place in lineage if place != NATION), NATION)
    nearness = min((places.index(region) for region in fact.regions if region in places), default=len(places))
    followed = fact.number in in_use or fact.number in CITED
    newness = fact.effective.toordinal() if fact.effective else 0
    return _STRONGEST_FIRST.index(fact.evidence), -followed, nearness, -newness
