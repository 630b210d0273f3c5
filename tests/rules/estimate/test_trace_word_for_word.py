"""One trace with every kind of step, word for word: its numbers were worked out by hand, its figures are named."""

from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import estimate_document
from desktop_app.render.words import Words
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from tests.rulebooks import DictRuleBook

CASE: dict[str, Any] = {
    "version": 1,
    "person": {"scheme": "resident", "status": "adult", "assistance": "low_income"},
    "care": {"kind": "inpatient", "date": "2026-06-15"},
    "bill": {"total": 111111},
    "figures": {
        "ratio": Decimal("0.60"),
        "deductible": 500,
        "elsewhere_deductible": 1000,
        "elsewhere_first_pay": Decimal("0.10"),
        "cap": 50000,
        "critical": {
            "deductible": 10000,
            "tiers": [[10000, 30000, Decimal("0.60")], [30000, None, Decimal("0.70")]],
        },
        "assistance": {"deductible": 5000, "ratio": Decimal("0.50"), "cap": 8000},
    },
}
TOLD = """\
The bill: ¥111,111.00. []
First-pay share for care elsewhere: ¥111,111.00 × 10% = ¥11,111.10 (rounded to the fen, half up). [elsewhere_first_pay]
Eligible expenses: ¥111,111.00 − ¥11,111.10 (elsewhere first) = ¥99,999.90. []
Stay number 1 this year, deductible ¥1,000.00, expenses ¥99,999.90, the smaller: ¥1,000.00 paid by the person. \
[elsewhere_deductible, deductible_basis]
Basic fund: ¥98,999.90 × 60% = ¥59,399.94 (at 60%). [ratio]
¥59,399.94 would be due, more than is left of this year's cap: ¥50,000.00 − ¥0.00 paid leaves ¥50,000.00, \
so ¥50,000.00 is paid. [cap]
Personal payment counted for critical-illness insurance: ¥99,999.90 − ¥50,000.00 (basic fund) = ¥49,999.90. [critical]
Critical-illness insurance, tier 1, from ¥10,000.00 to ¥30,000.00 of the year: ¥20,000.00 × 60% = ¥12,000.00. [critical]
Critical-illness insurance, tier 2, from ¥30,000.00 to ¥49,999.90 of the year: ¥19,999.90 × 70% = ¥13,999.93. [critical]
Critical-illness insurance pays ¥12,000.00 + ¥13,999.93 = ¥25,999.93. [critical]
Medical assistance: (¥23,999.97 − deductible ¥5,000.00) × 50%, up to its cap: ¥8,000.00 − ¥0.00 paid leaves ¥8,000.00, \
so ¥8,000.00 is paid (rounded to the fen, half up). [assistance]
All funds: ¥50,000.00 (basic) + ¥25,999.93 (critical illness) + ¥8,000.00 (assistance) = ¥83,999.93. []
Left to pay in cash: ¥111,111.00 − ¥83,999.93 = ¥27,111.07. []
"""
"""Of the assistance: 99,999.90 − 50,000.00 − 25,999.93 = 23,999.97, and half of 18,999.97 is more than its cap."""


def test_a_long_trace_reads_as_it_was_worked_out() -> None:
    """Every sentence with its numbers, and the figures that stand behind it."""
    book = DictRuleBook()
    [estimate] = estimate_case(parse_case(CASE, book, date(2026, 11, 21)), book)
    document: dict[str, Any] = estimate_document(estimate, Words("en", resources_dir() / "words"))
    lines = [f"{step['text']} [{', '.join(step['figures'])}]" for step in document["trace"]]
    assert lines == TOLD.splitlines()
