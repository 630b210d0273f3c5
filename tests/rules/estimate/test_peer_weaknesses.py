"""Amounts that a public calculator of this kind gets wrong, by the rules it quotes (its own amounts in brackets).

Weaknesses 1 to 14, in the sums: each goes the whole way, a case file in, `estimate --json` out.
"""

from decimal import Decimal

import pytest

from tests.rules.estimate.told import RESIDENT, funds, told

SHANGLUO = {"ratio": Decimal("0.70"), "deductible": 500}
XIAN_OUTPATIENT = {"ratio": Decimal("0.60"), "deductible": 200, "deductible_basis": "annual", "cap": 2000}
BEIJING = {
    "segments": [[30000, Decimal("0.85")], [40000, Decimal("0.90")], [None, Decimal("0.95")]],
    "segment_origin": "zero",
    "deductible": [1300, 650],
    "deductible_basis": "per_admission",
}


@pytest.mark.parametrize(("points", "paid"), [("0.10", "11700.00"), ("0.15", "10725.00")])
def test_1_percentage_points_are_taken_off_not_multiplied(points: str, paid: str) -> None:
    """Shangluo, 20,000: 19,500 × 60 % and × 55 % (12,285 and 11,602.50)."""
    figures = {**SHANGLUO, "elsewhere": {"kind": "points", "value": Decimal(points)}}
    assert funds(20000, figures=figures, person=RESIDENT) == [paid]


def test_2_elsewhere_may_have_its_own_deductible_and_ratio() -> None:
    """Tongchuan, level 3 elsewhere, 20,000: (20,000 − 2,400) × 60 % = 10,560 (12,220)."""
    table = {"elsewhere_deductible": 2400, "elsewhere": {"kind": "ratio", "value": Decimal("0.60")}}
    figures = {"ratio": Decimal("0.65"), "deductible": 1200, **table}
    assert funds(20000, figures=figures, person=RESIDENT) == ["10560.00"]


def test_3_a_deductible_paid_this_year_is_paid() -> None:
    """Xi'an, two visits of 300: 60 and 180, together 240 (120)."""
    assert funds(300, 300, figures=XIAN_OUTPATIENT) == ["60.00", "180.00"]


def test_4_what_the_fund_paid_this_year_comes_off_the_cap() -> None:
    """Xi'an, 1,900 of 2,000 used, 1,000: 100 (480)."""
    before = {"deductible_paid": 200, "basic_fund_paid": 1900}
    assert funds(1000, figures=XIAN_OUTPATIENT, year_to_date=before) == ["100.00"]


def test_4_the_same_for_the_supplement() -> None:
    """290,000 of 300,000 used, nothing left of the basic fund: 10,000 of 20,000 × 90 % = 18,000."""
    figures = {"ratio": 1, "deductible": 0, "cap": 100000, "supplement": {"ratio": Decimal("0.90"), "cap": 300000}}
    before = {"basic_fund_paid": 100000, "supplement_paid": 290000}
    assert funds(20000, figures=figures, year_to_date=before) == ["10000.00"]


@pytest.mark.parametrize(
    ("deductibles", "ratio", "admission", "total", "paid"),
    [
        ([600, 460, 320], "0.92", 3, 10000, "8905.60"),  # (10,000 − 320) × 92 % (8,648)
        ([1100, 550, 0], "0.89", 3, 10000, "8900.00"),  # Tongchuan, none the third time (8,321.50 with another)
        ([1300, 650], "0.85", 2, 10000, "7947.50"),  # (10,000 − 650) × 85 %
        ([1300, 650], "0.85", 7, 10000, "7947.50"),  # the last value repeats
    ],
)
def test_5_later_stays_have_their_own_deductible(
    deductibles: list[int], ratio: str, admission: int, total: int, paid: str
) -> None:
    """The n-th stay of the year, not a note about it."""
    figures = {"ratio": Decimal(ratio), "deductible": deductibles, "deductible_basis": "per_admission"}
    assert funds(total, figures=figures, care={"admission": admission}) == [paid]


def test_6_bands_are_not_flattened() -> None:
    """Beijing, level 3, 60,000: 24,395 + 9,000 + 19,000 = 52,395 (49,895)."""
    assert funds(60000, figures=BEIJING) == ["52395.00"]


def test_7_critical_illness_insurance_for_employees_works_below_the_cap() -> None:
    """Shenzhen, 300,000 at level 3: 30,540 of own eligible payment, (30,540 − 10,000) × 80 % = 16,432 (nothing).

    (300,000 − 600) × 90 % = 269,460 of the basic fund leave the 30,540.
    """
    tiers = {"deductible": 10000, "tiers": [[10000, None, Decimal("0.80")]]}
    [found] = told(300000, figures={"ratio": Decimal("0.90"), "deductible": 600, "critical": tiers})
    assert (found["basic_fund"], found["critical_fund"]) == ("269460.00", "16432.00")


@pytest.mark.parametrize(
    ("origin", "tiers", "paid"),
    [
        ("zero", [[30404, 50000, Decimal("0.60")], [50000, None, Decimal("0.70")]], "95757.60"),
        ("deductible", [[0, 50000, Decimal("0.60")], [50000, None, Decimal("0.70")]], "92717.20"),
    ],
)
def test_8_tiers_from_zero_or_above_the_deductible(origin: str, tiers: list[list[object]], paid: str) -> None:
    """Beijing residents, 170,000 of own payment, 60 % to 50,000 and 70 % above it, deductible 30,404.

    From zero: 19,596 × 60 % + 120,000 × 70 % = 11,757.60 + 84,000. Above the deductible: 50,000 × 60 % +
    89,596 × 70 % = 30,000 + 62,717.20.
    """
    insurance = {"deductible": 30404, "tiers": tiers, "origin": origin}
    assert funds(170000, figures={"ratio": 0, "deductible": 0, "critical": insurance}, person=RESIDENT) == [paid]


def test_9_critical_illness_insurance_looks_at_the_year() -> None:
    """Two stays with 8,000 of own payment, deductible 10,000, 60 %: nothing, then 3,600 (nothing twice)."""
    insurance = {"deductible": 10000, "tiers": [[10000, None, Decimal("0.60")]]}
    figures = {"ratio": 0, "deductible": 0, "critical": insurance}
    assert funds(8000, 8000, figures=figures, person=RESIDENT) == ["0.00", "3600.00"]


def test_9_outpatient_payments_count_too() -> None:
    """8,000 of own payment for a stay, then 8,000 for outpatient care of a chronic disease: 3,600 (never counted)."""
    insurance = {"deductible": 10000, "tiers": [[10000, None, Decimal("0.60")]]}
    figures = {"ratio": 0, "deductible": 0, "critical": insurance}
    care = {"kind": "chronic_outpatient"}
    before = {"critical_out_of_pocket": 8000}
    assert funds(8000, figures=figures, person=RESIDENT, care=care, year_to_date=before) == ["3600.00"]


@pytest.mark.parametrize(("counts", "paid"), [(True, "64000.00"), (False, "52000.00")])
def test_10_whether_the_penalty_is_paid_back_is_the_regions_to_say(counts: bool, paid: str) -> None:
    """100,000 at 60 % less 20 points; critical illness 60 % above 20,000; it neither asks nor says.

    40,000 of the fund leave 60,000, of which 20,000 are lost elsewhere. Where they count, 40,000 × 60 % = 24,000 come
    on top; where they do not, 20,000 × 60 % = 12,000.
    """
    insurance = {"deductible": 20000, "tiers": [[20000, None, Decimal("0.60")]], "counts_elsewhere_loss": counts}
    elsewhere = {"kind": "points", "value": Decimal("0.20")}
    figures = {"ratio": Decimal("0.60"), "deductible": 0, "elsewhere": elsewhere, "critical": insurance}
    assert funds(100000, figures=figures, person=RESIDENT) == [paid]


def test_11_no_cap_is_no_number() -> None:
    """Beijing outpatient, 19,999,998: (19,999,998 − 1,800) × 70 % = 13,998,738.60 (9,999,999)."""
    assert funds(19999998, figures={"ratio": Decimal("0.70"), "deductible": 1800, "cap": None}) == ["13998738.60"]


@pytest.mark.parametrize(("local", "paid"), [("0.905", "81450.00"), ("0.945", "85050.00")])
def test_12_ratios_are_exact(local: str, paid: str) -> None:
    """0.905 × 0.9 and 0.945 × 0.9 of 100,000 (81,500 and 85,000)."""
    elsewhere = {"kind": "factor", "value": Decimal("0.9")}
    assert funds(100000, figures={"ratio": Decimal(local), "deductible": 0, "elsewhere": elsewhere}) == [paid]


def test_13_money_is_exact() -> None:
    """2.01 × 50 % = 1.005, half-up 1.01, and 1.00 left to pay (1.00 and 1.01)."""
    [found] = told(Decimal("2.01"), figures={"ratio": Decimal("0.50"), "deductible": 0})
    assert (found["fund_total"], found["cash"]) == ("1.01", "1.00")


@pytest.mark.parametrize(("share", "paid"), [("0.05", "14640.00"), ("0.20", "13440.00")])
def test_14_class_b_goes_by_its_own_ratio(share: str, paid: str) -> None:
    """Xi'an, 20,000 with 10,000 of class B, 80 % above 1,200: 14,640 at 5 %, 13,440 at 20 %."""
    bill = {"total": 20000, "class_b": 10000, "class_b_ratio": Decimal(share)}
    assert funds(bill, figures={"ratio": Decimal("0.80"), "deductible": 1200}) == [paid]
