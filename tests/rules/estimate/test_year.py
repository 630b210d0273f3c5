"""Several episodes: their order, the counters between them, New Year, and what deserves a warning."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.care import CareKind
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import DeductibleBasis, FigureName
from desktop_app.domain.person import InsuranceState
from desktop_app.errors import Problem
from desktop_app.rules.estimate.year import estimate_case
from tests.rulebooks import DictRuleBook
from tests.rules.estimate.sums import DAY, EMPLOYEE, benefits, critical, estimated, exact, flat, gap, stay, used, yuan

FIGURES = benefits(
    ratio=exact(flat(60)),
    deductible=exact((yuan(200),)),
    deductible_basis=exact(DeductibleBasis.ANNUAL),
    cap=exact(yuan(1000)),
)


def test_a_yearly_deductible_is_paid_once() -> None:
    """Two visits of 300: (300 − 200) × 60 % = 60, then 300 × 60 % = 180."""
    found = estimated(FIGURES, stay(300), stay(300, date(2026, 6, 16)))
    assert [each.amounts.basic_fund for each in found] == [yuan(60), yuan(180)]


def test_the_cap_is_that_of_the_year() -> None:
    """60 and 900 are paid; of the third 60 only 40 are left of 1,000."""
    found = estimated(FIGURES, stay(300), stay(1500, date(2026, 7, 1)), stay(100, date(2026, 8, 1)))
    assert [each.amounts.basic_fund for each in found] == [yuan(60), yuan(900), yuan(40)]


def test_episodes_run_in_order_of_date() -> None:
    """R21: the later visit is listed first, the earlier one still pays the deductible; results in order of date."""
    found = estimated(FIGURES, stay(400, date(2026, 9, 1)), stay(300, date(2026, 6, 1)))
    assert [each.amounts.total for each in found] == [yuan(300), yuan(400)]
    assert [each.amounts.deductible for each in found] == [yuan(200), 0]


def test_counters_restart_in_a_new_year_and_the_account_goes_on() -> None:
    """R21: the deductible is due again on 2 January; of 500 in the account 240 are left."""
    found = estimated(
        FIGURES, stay(300, date(2026, 12, 30)), stay(300, date(2027, 1, 2)), before=used(personal_account_balance=500)
    )
    assert [each.amounts.deductible for each in found] == [yuan(200), yuan(200)]
    assert [each.amounts.personal_account for each in found] == [yuan(240), yuan(240)]
    last = found[-1].year_to_date
    assert last is not None
    assert (last.basic_fund_paid, last.personal_account_balance) == (yuan(60), yuan(20))


def test_critical_illness_insurance_adds_up_over_the_year() -> None:
    """8,000 of own payment twice, 10,000 of deductible: nothing, then 6,000 × 60 % = 3,600."""
    figures = benefits(ratio=exact(flat(0)), critical=exact(critical(10000, (10000, None, 60))))
    found = estimated(figures, stay(8000), stay(8000, date(2026, 7, 1)))
    assert [each.amounts.critical_fund for each in found] == [0, yuan(3600)]


def test_what_the_year_used_before_the_first_episode() -> None:
    """150 of 200 are paid: 50 are left."""
    assert estimated(FIGURES, stay(300), before=used(deductible_paid=150))[0].amounts.deductible == yuan(50)


def test_a_stay_across_new_year_belongs_to_its_discharge() -> None:
    """Admitted in December, discharged in January: the new year's counters, and a word about it."""
    across = replace(stay(300, date(2027, 1, 5)).care, admitted_on=date(2026, 12, 20))
    found = estimated(FIGURES, stay(300, date(2026, 3, 1)), Episode(across, stay(300).bill))
    assert found[1].amounts.deductible == yuan(200)
    assert [warning.id for warning in found[1].warnings] == ["estimate.warning.across_new_year"]


def test_emergency_outpatient_care_is_marked() -> None:
    """Its figures may be those of ordinary outpatient care: one is told so."""
    (found,) = estimated(FIGURES, stay(300, kind=CareKind.EMERGENCY_OUTPATIENT))
    assert [warning.id for warning in found.warnings] == ["estimate.warning.emergency_outpatient"]


@pytest.mark.parametrize(
    ("state", "warned"), [("interrupted", True), ("arrears", True), ("normal", False), ("unstated", False)]
)
def test_a_doubtful_insurance_is_marked(state: str, warned: bool) -> None:
    """The estimate supposes that the insurance is in force, and says so where that is in doubt."""
    person = replace(EMPLOYEE, insured_region="140100", insurance_state=InsuranceState(state))
    case = Case(today=DAY, person=person, episodes=(stay(300),))
    (found,) = estimate_case(case, DictRuleBook(FIGURES))
    assert bool(found.warnings) is warned


def test_an_episode_without_a_bill_is_refused() -> None:
    """There is nothing to estimate."""
    case = Case(today=DAY, person=EMPLOYEE, episodes=(Episode(stay(1).care, None),))
    with pytest.raises(Problem) as refused:
        estimate_case(case, DictRuleBook(FIGURES))
    assert refused.value.message.id == "problems.missing"


def test_a_gap_of_last_year_is_forgotten_with_it() -> None:
    """The counters begin anew, so that the first visit of the year is known again but for its own gap."""
    figures = benefits(ratio=exact(flat(60)), deductible=gap(FigureName.DEDUCTIBLE))
    found = estimated(figures, stay(300, date(2026, 12, 1)), stay(0, date(2027, 1, 2)))
    assert found[0].fund_total is None
    assert found[1].amounts.fund_total == 0


def test_stays_and_visits_of_one_year_are_told_to_be_counted_together() -> None:
    """From the first bill of the other sort on, not before, and not across New Year."""
    visit = stay(300, date(2026, 7, 1), CareKind.OUTPATIENT)
    after = stay(300, date(2027, 1, 5))
    found = estimated(FIGURES, stay(300, date(2026, 6, 1)), visit, after)
    said = [{warning.id for warning in each.warnings} for each in found]
    assert ["estimate.warning.mixed_care" in ids for ids in said] == [False, True, False]
