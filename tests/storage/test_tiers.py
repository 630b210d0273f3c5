"""The tiers (档次) that decide something, by place, scheme and status, as the shipped rulebook has them."""

import pytest

from desktop_app.domain.person import Scheme, Status
from desktop_app.storage.rule_pack import RulePack

TWO, THREE = ("tier1", "tier2"), ("tier1", "tier2", "tier3")
EMPLOYEE, RESIDENT = Scheme.EMPLOYEE, Scheme.RESIDENT


@pytest.mark.parametrize(
    ("region", "scheme", "status", "tiers"),
    [
        ("440300", EMPLOYEE, Status.WORKING, TWO),  # Shenzhen's outpatient care
        ("440300", RESIDENT, Status.ADULT, ()),
        ("500000", RESIDENT, Status.ADULT, TWO),  # Chongqing
        ("500103", RESIDENT, Status.CHILD, TWO),  # one of its districts; children are insured in a tier as well
        ("500000", EMPLOYEE, Status.WORKING, ()),
        ("510100", RESIDENT, Status.ELDERLY, TWO),  # Chengdu, low and high
        ("510100", RESIDENT, Status.CHILD, ()),  # who has a tier of their own there, which nobody need choose
        ("510100", RESIDENT, None, TWO),
        ("640100", RESIDENT, Status.ADULT, THREE),  # Ningxia
        ("120000", RESIDENT, Status.ADULT, TWO),  # Tianjin
        ("140100", RESIDENT, Status.ADULT, ()),
    ],
)
def test_the_tiers_somebody_is_asked_for(
    rulebook: RulePack, region: str, scheme: Scheme, status: Status | None, tiers: tuple[str, ...]
) -> None:
    """Those that a figure or a decision tells apart for this person, and none where nothing depends on them."""
    assert rulebook.tiers(region, scheme, status) == tiers
