"""What may stand otherwise on record, one by one and in order: filings, levels, statuses, tiers, the family doctor."""

from typing import Any

import pytest

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import Filed, FilingType, Level
from desktop_app.domain.figure import Points
from desktop_app.domain.message import Message
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Status
from desktop_app.domain.slip import Cause
from desktop_app.rules.estimate.year import results
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.rules.slip.recorded_otherwise import recorded_otherwise
from desktop_app.rules.slip.supposing import Desk, World, supposed
from tests.rules.estimate.sums import exact, percent, yuan
from tests.rules.slip.slips import FILED, LONG_TERM, Asking, insured, plain_figures

OFF = {
    None: 20,
    FilingType.RETIRED_RELOCATION: 1,
    FilingType.LONG_TERM_RESIDENCE: 2,
    FilingType.WORK_POST: 3,
    FilingType.REFERRAL: 10,
    FilingType.EMERGENCY: 5,
    FilingType.OTHER_TEMPORARY: 15,
}
LEVELS = {Level.COMMUNITY: 95, Level.LEVEL1: 93, Level.LEVEL2: 90, Level.LEVEL3: 85, Level.LEVEL3_TOP: 80}


def by_filing(query: BenefitQuery) -> Benefits:
    """Each type takes off its own points; a late filing five more."""
    late = 5 if query.filed is Filed.IN_HOSPITAL or query.filed is Filed.AFTER_DISCHARGE else 0
    return plain_figures(elsewhere=exact(Points(percent(OFF[query.filing_type] + late))))


def by_level(query: BenefitQuery) -> Benefits:
    """Each level pays its own share."""
    return plain_figures(LEVELS[query.level])


def by_person(query: BenefitQuery) -> Benefits:
    """Retired 90 %, tier 2 75 %, tier 3 70 %, three points more with a family doctor."""
    share = {"tier2": 75, "tier3": 70}.get(query.tier or "", 90 if query.status is Status.RETIRED else 85)
    return plain_figures(share + (3 if query.family_doctor else 0))


def supposals(answers: Any, person: dict[str, Any] | None = None, **care: Any) -> list[tuple[Cause, str, Fen]]:  # noqa: ANN401 -- fields of the case
    """Cause, first name, and what the basic fund would pay."""
    told, book = insured(person, **care), Asking(answers=answers)
    [result] = results(told, book)
    here = World(result.here, result.settled, result.known.until)
    found = []
    for each in recorded_otherwise(Desk(told, book), here):
        then = supposed(here, each)
        assert each.looks_up
        assert each.said.id == f"slip.cause.{each.cause.value}"
        first = dict(each.said.parameters).get("first")
        name = first.id.rpartition(".")[2] if isinstance(first, Message) else ""
        found.append((each.cause, name, here.settled.basic.paid if then is None else then.settled.basic.paid))
    return found


def at(points: int) -> Fen:
    """44,000 at 85 % less these points."""
    return yuan(440 * (85 - points))


def test_every_other_type_is_tried_the_one_of_the_reason_first() -> None:
    """Filed as a referral: not at all (20 points), then by type; what is on record already is left out."""
    assert supposals(by_filing, **FILED, reason="self_chosen") == [
        (Cause.NOT_FILED, "", at(20)),
        (Cause.OTHER_FILING, "other_temporary", at(15)),
        (Cause.OTHER_FILING, "retired_relocation", at(1)),
        (Cause.OTHER_FILING, "long_term_residence", at(2)),
        (Cause.OTHER_FILING, "work_post", at(3)),
        (Cause.OTHER_FILING, "emergency", at(5)),
    ]


@pytest.mark.parametrize(
    ("reason", "first"),
    [
        ("work_post", "work_post"),
        ("long_term_residence", "long_term_residence"),
        ("study", "other_temporary"),
        ("emergency", "other_temporary"),
        ("unknown", "other_temporary"),
    ],
)
def test_the_type_of_the_reason(reason: str, first: str) -> None:
    """Urgent care without rescue and whatever has no type of its own is a trip of one's own choice."""
    found = supposals(by_filing, filing="none", reason=reason)
    assert next(name for cause, name, _ in found if cause is Cause.OTHER_FILING) == first


def test_what_a_filing_overlooked_is_called() -> None:
    """A rescue's flag, a long-term filing that covers the stay, else a filing."""
    rescue = supposals(by_filing, filing="none", reason="emergency", emergency=True)
    assert rescue[0] == (Cause.EMERGENCY_FLAG, "", at(20))
    assert supposals(by_filing, **LONG_TERM)[0] == (Cause.LONG_TERM_NOT_SEEN, "", at(20))
    elsewhere = {**LONG_TERM, "filing_record": {**LONG_TERM["filing_record"], "region": "310000"}}
    assert supposals(by_filing, **elsewhere)[0][0] is Cause.NOT_FILED
    assert supposals(by_filing, **FILED, reason="referral")[0][0] is Cause.NOT_FILED


def test_every_other_level_is_tried() -> None:
    """Not the one on record, and not an unknown one: 44,000 at the level's share."""
    found = [(name, paid) for cause, name, paid in supposals(by_level, filing="none") if cause is Cause.LEVEL]
    assert found == [
        ("community", yuan(41800)),
        ("level1", yuan(40920)),
        ("level2", yuan(39600)),
        ("level3_top", yuan(35200)),
    ]


def test_statuses_tiers_and_doctor() -> None:
    """Only what comes to something else: 90 %, 75 % and 70 % of 44,000 instead of 85 %."""
    found = [row for row in supposals(by_person, {"tier": "tier1"}, filing="none") if row[0] is not Cause.NOT_FILED]
    assert found == [
        (Cause.STATUS, "retired", yuan(39600)),
        (Cause.TIER, "tier2", yuan(33000)),
        (Cause.TIER, "tier3", yuan(30800)),
    ]
    retired = supposals(by_person, {"status": "retired", "family_doctor": True}, filing="none")
    # 93 % for the retired with a family doctor; 88 % were they working, 90 % without the doctor.
    assert (Cause.RETIRED_BONUS, "", yuan(38720)) in retired
    assert (Cause.FAMILY_DOCTOR, "", yuan(39600)) in retired
    assert not any(cause is Cause.FAMILY_DOCTOR for cause, _, _ in supposals(by_person, filing="none"))
