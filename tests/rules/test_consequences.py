"""What care elsewhere costs in benefits: quoted from the day on which the region says so, and not before."""

from datetime import date

import pytest

from desktop_app.rules.consequences import consequences
from desktop_app.rules.situation import situation_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import BEIJING, case

GUANGZHOU = "440100"


def cited(rulebook: RulePack, insured: str, on: date, region: str = BEIJING) -> list[str]:
    """The facts behind what is said to an employee about a stay of one's own choice that begins on that day."""
    stay = case(person={"insured_region": insured}, date=on, admitted_on=on, region=region)
    found = consequences(situation_of(stay, rulebook))
    return [number for each in found for number in each.facts]


@pytest.mark.parametrize(("insured", "number", "since"), [
    ("341600", "L1089", date(2024, 1, 1)),  # Bozhou: Anhui's employees
    ("440400", "L1041", date(2024, 9, 1)),  # Zhuhai
    ("150200", "L2108", date(2025, 5, 1)),  # Baotou: Inner Mongolia
])  # fmt: skip
def test_a_rule_is_quoted_from_its_first_day_on(rulebook: RulePack, insured: str, number: str, since: date) -> None:
    """The day before, the nation's limit of 20 points stands in its place."""
    assert cited(rulebook, insured, since) == [number]
    assert cited(rulebook, insured, date.fromordinal(since.toordinal() - 1)) == ["N-066", "N-067"]


def test_inside_guangdong_the_insured_citys_terms_hold(rulebook: RulePack) -> None:
    """Deductible, share and cap of Shaoguan for care in Guangzhou, since 2025."""
    assert cited(rulebook, "440200", date(2025, 1, 1), region=GUANGZHOU) == ["N-141"]
    assert cited(rulebook, "440200", date(2024, 12, 31), region=GUANGZHOU) == []
    assert cited(rulebook, "440200", date(2025, 1, 1)) == ["N-066", "N-067"]
