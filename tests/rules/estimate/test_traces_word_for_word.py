"""More traces word for word: every fund, a second stay under a cap per visit, an account first, caps out of reach.

Their sums were worked out by hand; the figures behind each line stand in brackets.
"""

# ruff: noqa: E501 -- each sentence on its line, as it is printed

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import estimate_document
from desktop_app.render.words import Words
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from tests.rulebooks import DictRuleBook

EMPLOYEE: dict[str, Any] = {
    "version": 1,
    "person": {"scheme": "employee", "status": "retired"},
    "care": {"kind": "inpatient", "date": "2026-06-15"},
    "bill": {
        "total": 100000,
        "out_of_catalogue": 5000,
        "over_limit": 1000,
        "class_b": 20000,
        "class_b_ratio": Decimal("0.10"),
    },
    "year_to_date": {
        "deductible_paid": 300,
        "basic_fund_paid": 2000,
        "supplement_paid": 1000,
        "critical_out_of_pocket": 4000,
        "personal_account_balance": 9000,
    },
    "figures": {
        "segments": [[10000, Decimal("0.80")], [40000, Decimal("0.85")], [None, Decimal("0.90")]],
        "bonus": Decimal("0.05"),
        "elsewhere": {"kind": "points", "value": Decimal("0.10")},
        "deductible": 1000,
        "deductible_basis": "annual",
        "cap": 32000,
        "supplement": {"ratio": Decimal("0.80"), "cap": 30000},
        "critical": {
            "deductible": 10000,
            "tiers": [[10000, None, Decimal("0.50")]],
            "cap": 5000,
            "counts_elsewhere_loss": False,
            "counts_deductible": False,
        },
        "account_order": "last",
    },
}

EMPLOYEE_TOLD = """\
The bill: ¥100,000.00. []
Outside the catalogue: ¥5,000.00, not insured. []
Above a price limit: ¥1,000.00, not insured. []
Class B: ¥20,000.00 × 10% = ¥2,000.00, paid first by the person (rounded to the fen, half up). [class_b_ratio]
Eligible expenses: ¥100,000.00 − ¥5,000.00 (out of catalogue) − ¥1,000.00 (above price limits) − ¥2,000.00 (class B first) = ¥92,000.00. []
Yearly deductible ¥1,000.00, ¥300.00 paid this year, ¥700.00 left; expenses ¥92,000.00, the smaller: ¥700.00 paid by the person. [deductible, deductible_basis]
Basic fund, band 1: ¥10,000.00 × 75% = ¥7,500.00 (local 80%, plus 5 points, less 10 points elsewhere, gives 75%). [ratio, bonus, elsewhere]
Basic fund, band 2: ¥30,000.00 × 80% = ¥24,000.00 (local 85%, plus 5 points, less 10 points elsewhere, gives 80%). [ratio, bonus, elsewhere]
Basic fund, band 3: ¥51,300.00 × 85% = ¥43,605.00 (local 90%, plus 5 points, less 10 points elsewhere, gives 85%). [ratio, bonus, elsewhere]
¥75,105.00 would be due, more than is left of this year's cap: ¥32,000.00 − ¥2,000.00 paid leaves ¥30,000.00, so ¥30,000.00 is paid. [cap]
Above the basic cap: ¥30,000.00 − ¥22,500.00 ÷ 80% + ¥51,300.00 = ¥53,175.00; the supplement pays 80% up to its cap: ¥30,000.00 − ¥1,000.00 paid leaves ¥29,000.00, so ¥29,000.00 is paid. [supplement]
Without the reduction elsewhere, band 1: ¥10,000.00 × 85% = ¥8,500.00 (local 80%, plus 5 points, gives 85%). [ratio]
Without the reduction elsewhere, band 2: ¥30,000.00 × 90% = ¥27,000.00 (local 85%, plus 5 points, gives 90%). [ratio]
Without the reduction elsewhere, band 3: ¥51,300.00 × 95% = ¥48,735.00 (local 90%, plus 5 points, gives 95%). [ratio]
Lost through the reduction elsewhere: ¥84,235.00 would be due, within the caps ¥30,000.00 − ¥30,000.00 = ¥0.00; this part does not count for critical-illness insurance. [ratio, elsewhere]
Personal payment counted for critical-illness insurance: ¥92,000.00 − ¥30,000.00 (basic fund) − ¥29,000.00 (supplement) − ¥700.00 (the deductible does not count) = ¥32,300.00; ¥4,000.00 before this year, ¥36,300.00 together. [critical]
Critical-illness insurance, tier 1, from ¥10,000.00 to ¥36,300.00 of the year: ¥26,300.00 × 50% = ¥13,150.00. [critical]
Critical-illness insurance would owe ¥13,150.00, up to its cap: ¥5,000.00 − ¥0.00 paid leaves ¥5,000.00, so ¥5,000.00 is paid. [critical]
All funds: ¥30,000.00 (basic) + ¥29,000.00 (supplement) + ¥5,000.00 (critical illness) = ¥64,000.00. []
Personal account: the smaller of its balance ¥9,000.00 and the personal part ¥28,000.00, ¥9,000.00. [account_order]
Left to pay in cash: ¥100,000.00 − ¥64,000.00 − ¥9,000.00 (personal account) = ¥27,000.00. []
"""

RESIDENT: dict[str, Any] = {
    "version": 1,
    "person": {"scheme": "resident"},
    "care": {"kind": "inpatient", "date": "2026-06-15", "admission": 2},
    "bill": {"total": 20000, "funds_paid": 3000},
    "figures": {
        "ratio": Decimal("0.60"),
        "elsewhere": {"kind": "factor", "value": Decimal("0.90")},
        "deductible": [1000, 500],
        "deductible_basis": "per_admission",
        "cap_per_visit": 8000,
        "critical": {"deductible": 15000, "tiers": [[15000, None, Decimal("0.50")]]},
    },
}

RESIDENT_TOLD = """\
The bill: ¥20,000.00. []
Eligible expenses: ¥20,000.00 = ¥20,000.00. []
Stay number 2 this year, deductible ¥500.00, expenses ¥20,000.00, the smaller: ¥500.00 paid by the person. [deductible, deductible_basis]
Basic fund: ¥19,500.00 × 54% = ¥10,530.00 (local 60%, times 90% elsewhere, gives 54%). [ratio, elsewhere]
¥10,530.00 would be due, more than the cap per visit of ¥8,000.00, so ¥8,000.00 is paid. [cap_per_visit]
Personal payment counted for critical-illness insurance: ¥20,000.00 − ¥8,000.00 (basic fund) = ¥12,000.00. [critical]
The personal payment of ¥12,000.00 does not reach what critical-illness insurance pays (deductible ¥15,000.00): ¥0.00. [critical]
All funds: ¥8,000.00 (basic) = ¥8,000.00. []
Left to pay in cash: ¥20,000.00 − ¥8,000.00 = ¥12,000.00. []
Still to be claimed: ¥8,000.00 due − ¥3,000.00 already paid = ¥5,000.00. []
"""

ACCOUNT_FIRST: dict[str, Any] = {
    "version": 1,
    "person": {"scheme": "employee"},
    "care": {"kind": "inpatient", "date": "2026-06-15"},
    "bill": {"total": 20000},
    "year_to_date": {"personal_account_balance": 3000},
    "figures": {
        "ratio": Decimal("0.70"),
        "elsewhere": {"kind": "ratio", "value": Decimal("0.55")},
        "deductible": 1000,
        "deductible_basis": "per_visit",
        "account_order": "first",
        "cap": 5000,
        "supplement": {"ratio": Decimal("0.3333"), "cap": None},
    },
}

ACCOUNT_FIRST_TOLD = """\
The bill: ¥20,000.00. []
Eligible expenses: ¥20,000.00 = ¥20,000.00. []
The personal account pays first: the smaller of its balance ¥3,000.00 and the expenses ¥20,000.00, ¥3,000.00. [account_order]
Deductible ¥1,000.00, expenses ¥17,000.00, the smaller: ¥1,000.00 paid by the person. [deductible, deductible_basis]
Basic fund: ¥16,000.00 × 55% = ¥8,800.00 (a ratio of its own for care elsewhere, 55%). [ratio, elsewhere]
¥8,800.00 would be due, more than is left of this year's cap: ¥5,000.00 − ¥0.00 paid leaves ¥5,000.00, so ¥5,000.00 is paid. [cap]
Above the basic cap: ¥16,000.00 − ¥5,000.00 ÷ 55% = ¥6,909.090909; the supplement pays 33.33%: ¥2,302.80. [supplement]
All funds: ¥5,000.00 (basic) + ¥2,302.80 (supplement) = ¥7,302.80. []
The personal account has already paid ¥3,000.00. [account_order]
Left to pay in cash: ¥20,000.00 − ¥7,302.80 − ¥3,000.00 (personal account) = ¥9,697.20. []
"""

POOR: dict[str, Any] = {
    "version": 1,
    "person": {"scheme": "employee", "assistance": "low_income"},
    "care": {"kind": "inpatient", "date": "2026-06-15"},
    "bill": {"total": 20000},
    "figures": {
        "ratio": Decimal("0.60"),
        "deductible": 500,
        "deductible_basis": "per_visit",
        "cap": 5000,
        "supplement": {"ratio": Decimal("0.50"), "cap": 9000},
        "critical": {"deductible": 0, "tiers": [[0, None, Decimal("0.50")]], "cap": 90000},
        "assistance": {"deductible": 1000, "ratio": Decimal("0.50"), "cap": 5000},
    },
}

POOR_TOLD = """\
The bill: ¥20,000.00. []
Eligible expenses: ¥20,000.00 = ¥20,000.00. []
Deductible ¥500.00, expenses ¥20,000.00, the smaller: ¥500.00 paid by the person. [deductible, deductible_basis]
Basic fund: ¥19,500.00 × 60% = ¥11,700.00 (at 60%). [ratio]
¥11,700.00 would be due, more than is left of this year's cap: ¥5,000.00 − ¥0.00 paid leaves ¥5,000.00, so ¥5,000.00 is paid. [cap]
Above the basic cap: ¥19,500.00 − ¥5,000.00 ÷ 60% = ¥11,166.666667; the supplement pays 50%: ¥5,583.33 (rounded to the fen, half up). [supplement]
Personal payment counted for critical-illness insurance: ¥20,000.00 − ¥5,000.00 (basic fund) − ¥5,583.33 (supplement) = ¥9,416.67. [critical]
Critical-illness insurance, tier 1, from ¥0.00 to ¥9,416.67 of the year: ¥9,416.67 × 50% = ¥4,708.34 (rounded to the fen, half up). [critical]
Critical-illness insurance pays ¥4,708.34. [critical]
Medical assistance: (¥4,708.33 − deductible ¥1,000.00) × 50%, ¥1,854.17 (rounded to the fen, half up). [assistance]
All funds: ¥5,000.00 (basic) + ¥5,583.33 (supplement) + ¥4,708.34 (critical illness) + ¥1,854.17 (assistance) = ¥17,145.84. []
Left to pay in cash: ¥20,000.00 − ¥17,145.84 = ¥2,854.16. []
"""


@pytest.mark.parametrize(
    ("case", "told"),
    [(EMPLOYEE, EMPLOYEE_TOLD), (RESIDENT, RESIDENT_TOLD), (ACCOUNT_FIRST, ACCOUNT_FIRST_TOLD), (POOR, POOR_TOLD)],
    ids=["every fund", "a cap per visit", "account first", "caps out of reach"],
)
def test_a_trace_reads_as_it_was_worked_out(case: dict[str, Any], told: str) -> None:
    """Every sentence with its numbers, and the figures that stand behind it."""
    book = DictRuleBook()
    [estimate] = estimate_case(parse_case(case, book, date(2026, 11, 21)), book)
    document: dict[str, Any] = estimate_document(estimate, Words("en", resources_dir() / "words"))
    assert [f"{step['text']} [{', '.join(step['figures'])}]" for step in document["trace"]] == told.splitlines()


def test_every_line_has_its_name() -> None:
    """The names by which the window and the paper find a line."""
    book = DictRuleBook()
    [estimate] = estimate_case(parse_case(EMPLOYEE, book, date(2026, 11, 21)), book)
    assert [step.name.value for step in estimate.trace] == [
        "total",
        "out_of_catalogue",
        "over_limit",
        "prior_self_pay",
        "eligible",
        "deductible",
        *["basic_segment"] * 3,
        "basic_fund",
        "supplement_fund",
        *["local_segment"] * 3,
        "elsewhere_loss",
        "critical_counted",
        "critical_tier",
        "critical_fund",
        "fund_total",
        "personal_account",
        "cash",
    ]
