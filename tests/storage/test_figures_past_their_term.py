"""A document past its term: official while it held, afterwards no more than the best that is known."""

from datetime import date
from fractions import Fraction

import pytest

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import CareKind, FilingType, Level
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Figure, Gap
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Scheme, Status
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.rule_pack import RulePack

GUANGZHOU, BEIJING = "440100", "110000"


def visit(rulebook: RulePack, on: date, level: Level = Level.LEVEL3, filing: FilingType | None = None) -> Benefits:
    """The figures for an employee of Guangzhou who sees a doctor in Beijing about a recognised disease."""
    return rulebook.benefits(
        BenefitQuery(
            insured_region=GUANGZHOU,
            scheme=Scheme.EMPLOYEE,
            status=Status.WORKING,
            kind=CareKind.CHRONIC_OUTPATIENT,
            disease="糖尿病",
            level=level,
            care_region=BEIJING,
            filing_type=filing,
            on=on,
        )
    )


@pytest.mark.parametrize(("on", "evidence"), [
    (date(2024, 6, 30), Evidence.OFFICIAL),  # in force since 1 July 2019 for five years
    (date(2024, 7, 1), Evidence.TYPICAL),
])  # fmt: skip
def test_guangzhou_has_no_deductible_for_special_diseases(rulebook: RulePack, on: date, evidence: Evidence) -> None:
    """The document of 2019 (L1028) sets none; since its five years are over that is only what is likely."""
    deductible = visit(rulebook, on).deductible
    assert isinstance(deductible, Figure)
    assert deductible.value == (Fen(0),)
    assert (deductible.provenance.fact, deductible.provenance.evidence) == ("L1028", evidence)


@pytest.mark.parametrize(("level", "likely", "high"), [
    (Level.LEVEL1, Fraction(85, 100), Fraction(93, 100)),  # class 1 at a chosen clinic; class 2 as a stay, 90 or 93 %
    (Level.LEVEL3, Fraction(65, 100), Fraction(895, 1000)),  # class 1 elsewhere; class 2 as a stay, at most 89.5 %
])  # fmt: skip
def test_the_class_of_the_disease_is_a_range(
    rulebook: RulePack, level: Level, likely: Fraction, high: Fraction
) -> None:
    """Nobody is asked for the class: class 1 is likely, class 2 within the range. How much a year is not written."""
    found = visit(rulebook, date(2024, 6, 30), level)
    assert isinstance(found.ratio, Figure)
    assert [segment.ratio for segment in (*found.ratio.value.segments, *found.ratio.high.segments)] == [likely, high]
    assert found.ratio.provenance.evidence is Evidence.TYPICAL
    assert isinstance(found.cap, Gap)
