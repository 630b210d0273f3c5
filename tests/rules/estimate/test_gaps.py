"""A figure nobody has: what it leaves unknown, and what it does not."""

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.case import Episode
from desktop_app.domain.figure import AccountOrder, AssistanceTerms, FigureName, Supplement
from desktop_app.domain.outcome import StepName
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.rules.estimate.figure_table import AnyFigure
from tests.rules.estimate.sums import (
    EMPLOYEE,
    RESIDENT,
    benefits,
    bill,
    critical,
    estimated,
    exact,
    flat,
    gap,
    percent,
    ranged,
    stay,
    used,
    yuan,
)

BASE: dict[str, AnyFigure] = {
    "ratio": exact(flat(60)),
    "deductible": exact((yuan(500),)),
}
POOR = Person(scheme=Scheme.RESIDENT, assistance=Assistance.LOW_INCOME)


def test_an_unknown_ratio_leaves_the_deductible_known() -> None:
    """Everything up to the deductible is there, everything from the basic fund on is not."""
    (found,) = estimated(benefits(**{**BASE, "ratio": gap(FigureName.RATIO)}), stay(10000))
    amounts = found.amounts
    assert (amounts.total, amounts.eligible, amounts.deductible) == (yuan(10000), yuan(10000), yuan(500))
    assert [amounts.basic_fund, amounts.fund_total, amounts.cash, amounts.personal_total] == [None] * 4
    assert (found.fund_total, found.actual_ratio, found.year_to_date) == (None, None, None)
    assert [each.figure for each in found.gaps] == [FigureName.RATIO]
    assert found.trace[-1].name is StepName.DEDUCTIBLE


def test_what_there_is_none_of_stays_nothing_beside_a_gap() -> None:
    """A resident's supplement and account and the assistance of those without a category are 0 for sure."""
    (found,) = estimated(benefits(**{**BASE, "ratio": gap(FigureName.RATIO)}), stay(10000), person=RESIDENT)
    amounts = found.amounts
    assert (amounts.supplement_fund, amounts.assistance_fund, amounts.personal_account) == (0, 0, 0)


def test_an_unknown_deductible() -> None:
    """Nothing from the deductible on; the eligible expenses are known."""
    (found,) = estimated(benefits(**{**BASE, "deductible": gap(FigureName.DEDUCTIBLE)}), stay(10000))
    assert found.amounts.eligible == yuan(10000)
    assert found.amounts.deductible is None


def test_an_unknown_first_pay_share() -> None:
    """Only the bill itself is known."""
    figures = benefits(**BASE, elsewhere_first_pay=gap(FigureName.ELSEWHERE_FIRST_PAY))
    (found,) = estimated(figures, stay(10000))
    assert (found.amounts.total, found.amounts.eligible) == (yuan(10000), None)


@pytest.mark.parametrize(("total", "matters"), [(400, False), (10000, True)])
def test_a_gap_that_cannot_matter_is_no_gap(total: int, matters: bool) -> None:
    """A bill of 400 under a deductible of 500 pays nothing whatever the ratio."""
    (found,) = estimated(benefits(**{**BASE, "ratio": gap(FigureName.RATIO)}), stay(total))
    assert bool(found.gaps) is matters
    assert (found.amounts.fund_total is None) is matters


def test_an_unknown_supplement_matters_above_the_cap_only() -> None:
    """10,000 at 60 %: with a cap of 100,000 nothing overflows; with one of 1,000 the supplement is asked for."""
    unknown = gap(FigureName.SUPPLEMENT)
    (below,) = estimated(benefits(**BASE, cap=exact(yuan(100000)), supplement=unknown), stay(10000))
    (above,) = estimated(benefits(**BASE, cap=exact(yuan(1000)), supplement=unknown), stay(10000))
    assert below.amounts.fund_total == yuan(5700)
    assert (above.amounts.basic_fund, above.amounts.supplement_fund) == (yuan(1000), None)
    assert [each.figure for each in above.gaps] == [FigureName.SUPPLEMENT]


def test_a_gap_matters_where_the_worst_comes_true() -> None:
    """A cap of 1,000 to 100,000, likely 50,000: if it is the lowest, the supplement nobody knows has to pay."""
    cap = ranged(yuan(1000), yuan(50000), yuan(100000))
    (found,) = estimated(benefits(**BASE, cap=cap, supplement=gap(FigureName.SUPPLEMENT)), stay(10000))
    assert (found.amounts.basic_fund, found.fund_total) == (yuan(5700), None)
    assert [each.figure for each in found.gaps] == [FigureName.SUPPLEMENT]


def test_an_unknown_supplement_is_nothing_to_a_resident() -> None:
    """R12: it is not asked for."""
    figures = benefits(**BASE, cap=exact(yuan(1000)), supplement=gap(FigureName.SUPPLEMENT))
    assert estimated(figures, stay(10000), person=RESIDENT)[0].amounts.fund_total == yuan(1000)


def test_unknown_critical_illness_insurance_leaves_the_basic_fund_known() -> None:
    """5,700 of the basic fund stand; what comes on top is asked for."""
    (found,) = estimated(benefits(**BASE, critical=gap(FigureName.CRITICAL)), stay(10000))
    assert (found.amounts.basic_fund, found.amounts.critical_fund) == (yuan(5700), None)
    assert (found.amounts.fund_total, found.amounts.assistance_fund) == (None, 0)


def test_unknown_assistance_matters_to_its_categories_only() -> None:
    """A person with a category is asked, anybody else is not."""
    figures = benefits(**BASE, assistance=gap(FigureName.ASSISTANCE))
    assert estimated(figures, stay(10000), person=POOR)[0].amounts.assistance_fund is None
    assert estimated(figures, stay(10000), person=RESIDENT)[0].gaps == ()


def test_several_gaps_are_named_in_the_order_of_the_steps() -> None:
    """The first one decides what is known, all of them are asked for."""
    figures = benefits(
        **{**BASE, "ratio": gap(FigureName.RATIO)}, critical=gap(FigureName.CRITICAL), cap=gap(FigureName.CAP)
    )
    (found,) = estimated(figures, stay(10000))
    assert [each.figure for each in found.gaps] == [FigureName.RATIO, FigureName.CAP, FigureName.CRITICAL]


def test_an_account_of_unknown_order() -> None:
    """It matters where there is something in the account."""
    figures = benefits(**BASE, account_order=gap(FigureName.ACCOUNT_ORDER))
    assert estimated(figures, stay(10000))[0].gaps == ()
    (found,) = estimated(figures, stay(10000), before=used(personal_account_balance=100))
    assert (found.amounts.eligible, found.amounts.deductible) == (yuan(10000), None)


def test_an_account_that_pays_first_is_known_whatever_the_funds_pay() -> None:
    """300 of 5,000 come from the account before any fund; the ratio nobody knows changes nothing about that."""
    terms = {**BASE, "ratio": gap(FigureName.RATIO), "account_order": exact(AccountOrder.FIRST)}
    (found,) = estimated(benefits(**terms), stay(5000), before=used(personal_account_balance=300))
    assert (found.amounts.personal_account, found.amounts.deductible) == (yuan(300), yuan(500))
    assert (found.amounts.basic_fund, found.amounts.cash) == (None, None)


def test_later_episodes_of_the_year_are_unknown_too() -> None:
    """What the first stay used is not known, so the second is worked out as far as the eligible expenses."""
    figures = benefits(**{**BASE, "ratio": gap(FigureName.RATIO)})
    first, second = estimated(figures, stay(10000), stay(300))
    assert (second.amounts.eligible, second.amounts.deductible, second.fund_total) == (yuan(300), None, None)
    assert second.gaps == first.gaps
    assert "estimate.warning.counters_unknown" in [warning.id for warning in second.warnings]


def test_terms_that_are_stated_do_not_ask() -> None:
    """With everything stated there is no gap at all."""
    figures = benefits(
        **BASE,
        supplement=exact(Supplement(percent(80), None)),
        critical=exact(critical(0, (0, None, 60))),
        assistance=exact(AssistanceTerms(yuan(0), percent(50), None)),
    )
    assert estimated(figures, stay(10000), person=EMPLOYEE)[0].gaps == ()


def test_prior_self_pay_is_known_whatever_else_is_missing() -> None:
    """Class B at the bill's own 10 %."""
    paid = Bill(total=yuan(1000), class_b=yuan(100), class_b_ratio=percent(10))
    episode = Episode(stay(1000).care, paid)
    (found,) = estimated(benefits(**{**BASE, "deductible": gap(FigureName.DEDUCTIBLE)}), episode)
    assert (found.amounts.prior_self_pay, found.amounts.eligible) == (yuan(10), yuan(990))
    assert bill(1000).class_b == 0
