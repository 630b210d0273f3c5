"""Each figure missing by itself: which amounts are known all the same, where every fund has something to pay.

20,000 at 60 % above 500: 11,700 are due, 5,000 paid, for which 8,333.33 fit. Half of the other 11,166.67 is 5,583.33.
Half of the remaining 9,416.67 is 4,708.34, half of what then remains 2,354.17: 17,645.84 of all funds. An account of
100 pays last.
"""

import pytest

from desktop_app.domain.bill import Bill
from desktop_app.domain.case import Episode
from desktop_app.domain.figure import AssistanceTerms, FigureName, Supplement
from desktop_app.domain.outcome import StepName
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.rules.estimate.figure_table import AnyFigure
from tests.rules.estimate.sums import (
    RESIDENT,
    benefits,
    bill,
    critical,
    estimated,
    exact,
    flat,
    gap,
    percent,
    stay,
    used,
    yuan,
)

POOR = Person(scheme=Scheme.EMPLOYEE, assistance=Assistance.LOW_INCOME)
BEFORE = used(deductible_paid=100, personal_account_balance=100)
FIGURES: dict[str, AnyFigure] = {
    "ratio": exact(flat(60)),
    "deductible": exact((yuan(500),)),
    "cap": exact(yuan(5000)),
    "supplement": exact(Supplement(percent(50), None)),
    "critical": exact(critical(0, (0, None, 50))),
    "assistance": exact(AssistanceTerms(yuan(0), percent(50), None)),
}
AMOUNTS = {
    "elsewhere_first_pay": 0,
    "eligible": yuan(20000),
    "deductible": yuan(500),
    "basic_fund": yuan(5000),
    "supplement_fund": yuan("5583.33"),
    "critical_fund": yuan("4708.34"),
    "assistance_fund": yuan("2354.17"),
    "fund_total": yuan("17645.84"),
    "personal_account": yuan(100),
    "cash": yuan("2254.16"),
    "personal_total": yuan("2354.16"),
}
UP_TO = {
    FigureName.ELSEWHERE_FIRST_PAY: "",
    FigureName.ACCOUNT_ORDER: "eligible",
    FigureName.DEDUCTIBLE: "eligible",
    FigureName.ELSEWHERE_DEDUCTIBLE: "eligible",
    FigureName.DEDUCTIBLE_BASIS: "eligible",
    FigureName.RATIO: "deductible",
    FigureName.BONUS: "deductible",
    FigureName.OWN_SHARE_FACTOR: "deductible",
    FigureName.ELSEWHERE: "deductible",
    FigureName.CAP: "deductible",
    FigureName.CAP_PER_VISIT: "deductible",
    FigureName.ROUNDING: "deductible",
    FigureName.SUPPLEMENT: "basic_fund",
    FigureName.CRITICAL: "supplement_fund",
    FigureName.ASSISTANCE: "critical_fund",
}
"""The last amount that is known without the figure."""

NAMES = list(AMOUNTS)
LAST_LINE = {
    "": StepName.TOTAL,
    "eligible": StepName.ELIGIBLE,
    "deductible": StepName.DEDUCTIBLE,
    "basic_fund": StepName.BASIC_FUND,
    "supplement_fund": StepName.SUPPLEMENT_FUND,
    "critical_fund": StepName.CRITICAL_FUND,
}
"""The last line of the calculation that can still be written."""


def known(*episodes: Episode, person: Person = POOR, **figures: AnyFigure) -> dict[str, int | None]:
    """The amounts of the first episode."""
    found = estimated(benefits(**{**FIGURES, **figures}), *episodes, person=person, before=BEFORE)[0].amounts
    return {name: getattr(found, name) for name in NAMES}


def test_nothing_missing() -> None:
    """Every amount as worked out above."""
    assert known(stay(20000)) == AMOUNTS


@pytest.mark.parametrize("missing", UP_TO)
def test_a_missing_figure_hides_its_step_and_all_that_follow(missing: FigureName) -> None:
    """What comes before is as it was, what comes after is not guessed."""
    last = NAMES.index(UP_TO[missing]) if UP_TO[missing] else -1
    expected = {name: AMOUNTS[name] if place <= last else None for place, name in enumerate(NAMES)}
    (found,) = estimated(benefits(**{**FIGURES, missing.value: gap(missing)}), stay(20000), person=POOR, before=BEFORE)
    assert {name: getattr(found.amounts, name) for name in NAMES} == expected
    assert [each.figure for each in found.gaps] == [missing]
    assert found.amounts.total == yuan(20000)
    assert found.trace[-1].name is LAST_LINE[UP_TO[missing]]


def test_what_a_person_cannot_have_is_nothing_beside_a_gap() -> None:
    """A resident without a category: no supplement, no assistance, no account; the funds there are stay unknown."""
    found = known(stay(20000), person=RESIDENT, ratio=gap(FigureName.RATIO))
    assert {name for name, amount in found.items() if amount == 0} == {
        "elsewhere_first_pay",
        "supplement_fund",
        "assistance_fund",
        "personal_account",
    }


def test_what_is_stated_not_to_exist_is_nothing_beside_a_gap() -> None:
    """No supplement, no critical-illness insurance, no assistance, each said to be none."""
    none = exact(None)
    found = known(stay(20000), ratio=gap(FigureName.RATIO), supplement=none, critical=none, assistance=none)
    assert (found["supplement_fund"], found["critical_fund"], found["assistance_fund"]) == (0, 0, 0)
    assert (found["basic_fund"], found["fund_total"]) == (None, None)


def test_a_gap_that_nothing_reaches_is_none() -> None:
    """Nothing eligible, nothing above the deductible, nothing left for critical illness or assistance: no question."""

    def gaps(episode: Episode, **figures: AnyFigure) -> list[FigureName]:
        (found,) = estimated(benefits(**{**FIGURES, **figures}), episode, person=POOR, before=BEFORE)
        return [each.figure for each in found.gaps]

    outside = Episode(stay(1).care, bill(1000, out_of_catalogue=1000))
    assert gaps(outside, elsewhere_first_pay=gap(FigureName.ELSEWHERE_FIRST_PAY)) == []
    assert gaps(stay(500), ratio=gap(FigureName.RATIO)) == []
    assert gaps(stay("500.01"), ratio=gap(FigureName.RATIO)) == [FigureName.RATIO]
    everything: dict[str, AnyFigure] = {"ratio": exact(flat(100)), "deductible": exact((yuan(0),)), "cap": exact(None)}
    assert gaps(stay(1000), **everything, critical=gap(FigureName.CRITICAL)) == []
    assert gaps(stay(1000), **everything, assistance=gap(FigureName.ASSISTANCE)) == []
    # 500 of 1,000 fit, the supplement pays all of the rest: nothing is left either.
    whole: dict[str, AnyFigure] = {
        **everything,
        "cap": exact(yuan(500)),
        "supplement": exact(Supplement(percent(100), None)),
    }
    assert gaps(stay(1000), **whole, critical=gap(FigureName.CRITICAL)) == []
    assert gaps(stay("5000"), **{**everything, "cap": exact(yuan(5000))}, supplement=gap(FigureName.SUPPLEMENT)) == []


def test_a_share_of_class_b_is_asked_for_where_there_is_class_b() -> None:
    """It stands among the figures used only where the bill has class B without a ratio of its own."""

    def listed(paid: Bill) -> bool:
        figures = benefits(**FIGURES, class_b_ratio=exact(percent(10)))
        (found,) = estimated(figures, Episode(stay(1).care, paid), person=POOR)
        return FigureName.CLASS_B_RATIO in {each.name for each in found.figures}

    assert not listed(bill(1000))
    assert listed(Bill(total=yuan(1000), class_b=yuan("0.01")))
