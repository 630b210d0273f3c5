"""Visits to village clinics: what is paid for one visit at most, and what is paid elsewhere."""

import pytest

from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Estimate, Interval
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack
from tests.examples.test_filing_pays import TODAY


def visit(book: RulePack, insured: str, place: str, **changes: object) -> Estimate:
    """A resident's visit of 100 yuan to a village clinic, not filed."""
    care = {"kind": "outpatient", "level": "community", "date": "2026-06-15", "region": place, "filing": "none"}
    document = {
        "version": 1,
        "person": {"scheme": "resident", "status": "adult", "age": 50, "insured_region": insured},
        "care": {**care, **changes},
        "bill": {"total": 100},
    }
    return estimate_case(parse_case(document, book, TODAY), book)[0]


@pytest.mark.parametrize(
    ("insured", "level", "paid"),
    [
        ("610600", "community", 20_00),  # Yan'an: 60 % of 100 is 60, but no more than 20 a visit
        ("610600", "level1", 30_00),  # and no more than 30 at a township's hospital, where 50 % are 50
        ("610400", "community", 30_00),  # Xianyang: no more than 30
    ],
)
def test_a_visit_has_a_cap_of_its_own(rulebook: RulePack, insured: str, level: str, paid: int) -> None:
    """What a note of the dataset says of one visit holds beside the ratio and the cap of the year."""
    assert visit(rulebook, insured, insured, level=level).amounts.basic_fund == paid


def test_xian_pays_visits_at_contracted_clinics_only(rulebook: RulePack) -> None:
    """At home 60 % of 100; elsewhere nothing is likelier, filed or not, though the ratio at home is not ruled out."""
    assert visit(rulebook, "610100", "610100").amounts.basic_fund == 60_00
    reasons = {"none": "self_chosen", "referral": "referral", "long_term_residence": "long_term_residence"}
    for filing, reason in reasons.items():
        filed: dict[str, object] = {"reason": reason}
        if filing != "none":
            filed |= {"filing": "filed"}
            filed["filing_record"] = {"type": filing, "from": "2026-01-01", "until": None, "region": "110000"}
        away = visit(rulebook, "610100", "110000", **filed)
        assert away.amounts.basic_fund == 0
        assert away.fund_total == Interval(Fen(0), Fen(0), Fen(70_00))
