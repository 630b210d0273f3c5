"""Facts worth knowing: quoted to whom they concern, reckoned with by nobody."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.care import CareKind, FilingType, Stage
from desktop_app.domain.person import Scheme
from desktop_app.rules.remarks import remarks
from desktop_app.rules.situation import situation_of
from desktop_app.storage.rule_pack import RulePack
from tests.rules.cases import BEIJING, CHENGDU, JINAN, case, filed

SHENZHEN, ZHENGZHOU, XIAN, NANJING = "440300", "410100", "610100", "320100"
CORPS, URUMQI = "660000", "650100"


def cited(
    rulebook: RulePack,
    insured: str,
    *,
    scheme: Scheme = Scheme.EMPLOYEE,
    tier: str | None = None,
    **answers: Any,  # noqa: ANN401 -- every field of the care, each of its own type
) -> list[str]:
    """The facts behind the remarks on a case of somebody insured there."""
    person = {"insured_region": insured, "scheme": scheme, "tier": tier}
    found = remarks(situation_of(case(person=person, **answers), rulebook))
    return [number for remark in found for number in remark.facts]


@pytest.mark.parametrize("disease", ["尿毒症透析", "血液透析", "M07801"])
def test_dialysis_is_known_by_every_name(rulebook: RulePack, disease: str) -> None:
    """The name, an alias or the code: both articles on what dialysis costs are quoted, for they disagree."""
    found = cited(rulebook, JINAN, kind=CareKind.CHRONIC_OUTPATIENT, disease=disease)
    assert found == ["S1-28", "S1-29"]
    visit: dict[str, Any] = {"kind": CareKind.CHRONIC_OUTPATIENT, "disease": disease}
    assert cited(rulebook, JINAN, scheme=Scheme.RESIDENT, **visit) == [], "both speak of employees"


def test_a_region_speaks_to_its_own_insured_only(rulebook: RulePack) -> None:
    """Zhengzhou's fixed amounts for childbirth are told to its employees: not to its residents, nor to Xi'an's."""
    fixed = {"S4-16", "S4-17"}
    assert fixed <= set(cited(rulebook, ZHENGZHOU, kind=CareKind.CHILDBIRTH))
    assert not fixed & set(cited(rulebook, ZHENGZHOU, kind=CareKind.CHILDBIRTH, scheme=Scheme.RESIDENT))
    assert not fixed & set(cited(rulebook, XIAN, kind=CareKind.CHILDBIRTH))


def test_a_tier_is_told_what_concerns_it(rulebook: RulePack) -> None:
    """How a referral starts in the chosen community centre is told to Shenzhen's tier two alone."""
    assert "S0-07" in cited(rulebook, SHENZHEN, tier="tier2", kind=CareKind.OUTPATIENT)
    assert "S0-07" not in cited(rulebook, SHENZHEN, tier="tier1", kind=CareKind.OUTPATIENT)
    assert "S0-07" not in cited(rulebook, SHENZHEN, kind=CareKind.OUTPATIENT)


def test_an_exceptionally_late_claim_is_told_to_whoever_has_to_claim(rulebook: RulePack) -> None:
    """Chengdu's twelve months in exceptional cases (L2004) stand beside the three months to keep, once one has paid."""
    assert "L2004" in cited(rulebook, CHENGDU, stage=Stage.DISCHARGED_PAID)
    assert "L2004" not in cited(rulebook, CHENGDU, stage=Stage.PLANNING)
    assert "L2004" not in cited(rulebook, JINAN, stage=Stage.DISCHARGED_PAID)


def test_the_place_of_care_has_its_say(rulebook: RulePack) -> None:
    """Employees from elsewhere are told of Shenzhen's outpatient departments when they go there, not to Chengdu."""
    assert cited(rulebook, JINAN, kind=CareKind.OUTPATIENT, region=SHENZHEN) == ["S3-03"]
    assert cited(rulebook, JINAN, kind=CareKind.OUTPATIENT, region=CHENGDU) == []


def test_nanjing_settles_special_diseases_by_rules_of_its_own(rulebook: RulePack) -> None:
    """Filed besides, settled before ordinary visits: told for such a visit elsewhere, not for a stay nor at home."""
    visit: dict[str, Any] = {"kind": CareKind.CHRONIC_OUTPATIENT, "disease": "糖尿病"}
    assert cited(rulebook, NANJING, **visit) == ["L1060"]
    assert cited(rulebook, NANJING, region=NANJING, **visit) == []
    assert cited(rulebook, NANJING) == []


@pytest.mark.parametrize(("insured", "number"), [("330200", "L1049"), ("441900", "L1037"), ("370200", "L1079")])
def test_back_home_with_a_filing_elsewhere(rulebook: RulePack, insured: str, number: str) -> None:
    """Ningbo, Dongguan and Qingdao pay less, or ask for papers, when one who lives elsewhere is treated at home."""
    elsewhere = filed("110000", date(2025, 1, 1), None, type=FilingType.LONG_TERM_RESIDENCE)
    assert cited(rulebook, insured, region=insured, **elsewhere) == [number]
    assert cited(rulebook, insured, region=insured) == []
    assert cited(rulebook, insured) == []


def test_the_corps_is_filed_for_under_its_own_name(rulebook: RulePack) -> None:
    """Its insured are told which place of care to choose, and those of Urumqi who are treated by it."""
    assert cited(rulebook, CORPS) == ["L2104"]
    assert cited(rulebook, URUMQI, region=CORPS) == ["L2104"]
    assert cited(rulebook, URUMQI) == []


def test_a_plain_stay_has_no_remarks(rulebook: RulePack) -> None:
    """Most plans need none."""
    assert cited(rulebook, JINAN, region=BEIJING) == []
