"""The sums a slip must keep by itself, to the fen, and the figures it suggests for the next estimate."""

from fractions import Fraction
from typing import Any

import pytest

from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.figure import AccountOrder, FigureName, Points, Schedule, Segment
from desktop_app.domain.slip import Asked, Cause, Judgement, OwnSum, Slip
from desktop_app.rules.estimate.figure_table import AnyFigure
from desktop_app.rules.estimate.reckoning import reckoning
from desktop_app.rules.slip.own_sums import own_sums
from desktop_app.rules.slip.suggest import suggestions
from desktop_app.rules.slip.supposing import World, world_of
from desktop_app.storage.slip_file import parse_slip
from tests.rules.estimate.sums import (
    DAY,
    EMPLOYEE,
    UNUSED,
    benefits,
    bill,
    exact,
    flat,
    gap,
    percent,
    yuan,
)

FACTS = ("N-093",)


def odd(**lines: Any) -> list[OwnSum]:  # noqa: ANN401 -- amounts as they are printed
    """The sums of such a slip that do not come out."""
    return list(own_sums(parse_slip(lines), FACTS))


def told(found: OwnSum) -> tuple[str, dict[str, object]]:
    """The sentence and its amounts."""
    return found.why.text.id.removeprefix("slip.sum."), dict(found.why.text.parameters)


PARTS = {"out_of_catalogue": 100, "over_limit": 50, "prior_self_pay": 20, "eligible": 830}
FUNDS = {"basic_fund": 500, "supplement_fund": 40, "critical_fund": 30, "assistance_fund": 10}


@pytest.mark.parametrize(("total", "fine"), [("1000.05", True), ("999.95", True), ("1000.06", False)])
def test_parts_make_the_total(total: str, fine: bool) -> None:
    """100 + 50 + 20 + 830 = 1,000; five fen are rounding, six are not; parts above it are refused before."""
    assert (odd(total=total, **PARTS) == []) is fine


def test_parts_that_miss_say_by_how_much() -> None:
    """1,000 of 1,100; without one of the parts nobody can tell."""
    [found] = odd(total=1100, **PARTS)
    assert told(found) == ("parts", {"total": yuan(1100), "sum": yuan(1000), "amount": yuan(100)})
    assert (found.judgement, found.why.facts) == (Judgement.WORTH_ASKING, FACTS)
    assert found.question is not None
    assert (found.question.whom, found.question.text.id) == (Asked.HOSPITAL, "slip.ask.sum_parts")
    assert [paper.id for paper in found.question.bring] == ["slip.bring.slip"]
    for missing in PARTS:
        assert odd(total=1100, **{name: amount for name, amount in PARTS.items() if name != missing}) == []


@pytest.mark.parametrize(
    ("stated", "found"),
    [("580.05", None), ("579.95", None), ("580.06", "other_fund"), ("579.94", "funds"), ("0", "funds")],
)
def test_funds_make_the_fund_total(stated: str, found: str | None) -> None:
    """500 + 40 + 30 + 10 = 580: more may be a fund without a line, less is worth asking."""
    assert [told(each)[0] for each in odd(fund_total=stated, **FUNDS)] == ([found] if found else [])


def test_fund_sums_say_by_how_much() -> None:
    """680 and 480 instead of 580; without the basic fund there is no sum."""
    [more] = odd(fund_total=680, **FUNDS)
    assert told(more) == ("other_fund", {"total": yuan(680), "sum": yuan(580), "amount": yuan(100)})
    assert (more.judgement, more.question, more.why.facts) == (Judgement.NORMAL, None, ())
    [less] = odd(fund_total=480, **FUNDS)
    assert told(less) == ("funds", {"total": yuan(480), "sum": yuan(580), "amount": yuan(100)})
    assert odd(fund_total=480, supplement_fund=40) == []
    assert odd(fund_total=500, basic_fund=500) == []


@pytest.mark.parametrize(("cash", "fine"), [("370.05", True), ("369.95", True), ("370.06", False), ("369.94", False)])
def test_funds_account_and_cash_pay_the_bill(cash: str, fine: bool) -> None:
    """580 + 50 + 370 = 1,000."""
    assert (odd(total=1000, fund_total=580, personal_account=50, cash=cash) == []) is fine


def test_payers_that_miss_say_by_how_much() -> None:
    """580 + 50 + 300 leave 70 of 1,000; the funds are summed up where their total is not stated."""
    expected = {
        "total": yuan(1000),
        "funds": yuan(580),
        "account": yuan(50),
        "cash": yuan(300),
        "amount": yuan(70),
    }
    [stated] = odd(total=1000, fund_total=580, personal_account=50, cash=300)
    [summed] = odd(total=1000, personal_account=50, cash=300, **FUNDS)
    assert told(stated) == told(summed) == ("payers", expected)
    [no_account] = odd(total=1000, fund_total=580, cash=300)
    assert told(no_account)[1]["amount"] == yuan(120)
    for lines in ({"total": 1000, "cash": 300}, {"fund_total": 580, "cash": 300}, {"total": 1000, "fund_total": 580}):
        assert odd(**lines) == []


# --- suggestions ----------------------------------------------------------------------------------------------------


def world(**figures: AnyFigure) -> World:
    """A stay of 10,000 at 60 % above 1,000."""
    usual: dict[str, AnyFigure] = {"ratio": exact(flat(60)), "deductible": exact((yuan(1000),))}
    care = Care(kind=CareKind.INPATIENT, date=DAY)
    return world_of(reckoning(EMPLOYEE, care, bill(10000), UNUSED, benefits(**{**usual, **figures})))


def suggested(here: World, slip: Slip, *causes: tuple[Cause, World]) -> list[tuple[FigureName, object]]:
    """The figures and their values."""
    return [(each.figure, each.value) for each in suggestions(here, slip, causes)]


EMPTY = parse_slip({"total": 10000})
POINTS = Points(percent(10))
CAUSES = [
    (Cause.CLASS_B_RATIO, {"class_b_ratio": exact(percent(15))}, FigureName.CLASS_B_RATIO, percent(15)),
    (Cause.OTHER_DEDUCTIBLE, {"deductible": exact((yuan(900),))}, FigureName.DEDUCTIBLE, (yuan(900),)),
    (Cause.OTHER_REDUCTION, {"elsewhere": exact(POINTS)}, FigureName.ELSEWHERE, POINTS),
    (Cause.FIRST_PAY, {"elsewhere_first_pay": exact(percent(10))}, FigureName.ELSEWHERE_FIRST_PAY, percent(10)),
    (Cause.OTHER_RATIO, {"ratio": exact(flat(55))}, FigureName.RATIO, flat(55)),
    (Cause.ACCOUNT_FIRST, {"account_order": exact(AccountOrder.FIRST)}, FigureName.ACCOUNT_ORDER, AccountOrder.FIRST),
    (Cause.ACCOUNT_LAST, {"account_order": exact(AccountOrder.LAST)}, FigureName.ACCOUNT_ORDER, AccountOrder.LAST),
]


@pytest.mark.parametrize(("cause", "figures", "name", "value"), CAUSES)
def test_a_cause_that_is_nothing_but_a_figure_suggests_it(
    cause: Cause, figures: dict[str, AnyFigure], name: FigureName, value: object
) -> None:
    """As it stands in the world in which the cause holds."""
    assert suggested(world(), EMPTY, (cause, world(**figures))) == [(name, value)]


def test_each_figure_is_suggested_once_and_other_causes_suggest_none() -> None:
    """The first of two ratios; nothing for a filing that was not seen."""
    other, third = world(ratio=exact(flat(55))), world(ratio=exact(flat(50)))
    found = suggested(world(), EMPTY, (Cause.NOT_FILED, other), (Cause.OTHER_RATIO, other), (Cause.OTHER_RATIO, third))
    assert found == [(FigureName.RATIO, flat(55))]


def test_a_suggestion_is_said_with_figure_and_value() -> None:
    """The figure's name and its value in words."""
    [found] = suggestions(world(), EMPTY, [(Cause.OTHER_RATIO, world(ratio=exact(flat(55))))])
    parameters = dict(found.said.parameters)
    assert (found.said.id, getattr(parameters["figure"], "id", "")) == (
        "slip.suggestion",
        "estimate.figure_name.ratio",
    )
    assert getattr(parameters["value"], "id", "") == "estimate.figure.ratio"


def test_a_missing_deductible_is_read_off() -> None:
    """Where nobody has one and the slip states it."""
    missing = world(deductible=gap(FigureName.DEDUCTIBLE))
    assert suggested(missing, parse_slip({"deductible": 800})) == [(FigureName.DEDUCTIBLE, (yuan(800),))]
    assert suggested(missing, EMPTY) == []
    assert suggested(world(), parse_slip({"deductible": 800})) == []


NO_RATIO = {"ratio": gap(FigureName.RATIO)}
RATIOS: list[tuple[str, Fraction | None]] = [
    ("5400", percent(60)),
    ("5490", percent(61)),
    ("5481", percent("60.9")),
    ("5481.05", percent("60.9")),  # five fen off
    ("5481.06", None),
    ("5485.50", None),  # 60.95 %: nobody writes that down
    ("0", None),
]


@pytest.mark.parametrize(("paid", "ratio"), RATIOS)
def test_a_missing_ratio_is_read_off_where_it_is_round(paid: str, ratio: Fraction | None) -> None:
    """On 10,000 − 1,000: in fives, ones, then tenths of a per cent."""
    found = suggested(world(**NO_RATIO), parse_slip({"eligible": 10000, "deductible": 1000, "basic_fund": paid}))
    expected = [] if ratio is None else [(FigureName.RATIO, Schedule(segments=(Segment(None, ratio),)))]
    assert found == expected


def test_a_ratio_is_not_read_off_a_half_told_slip() -> None:
    """Not without eligible expenses, deductible or fund, not below the deductible, not behind a reduction elsewhere."""
    whole = {"eligible": 10000, "deductible": 1000, "basic_fund": 5400}
    here = world(**NO_RATIO)
    for line in whole:
        assert suggested(here, parse_slip({name: amount for name, amount in whole.items() if name != line})) == []
    assert suggested(here, parse_slip({**whole, "deductible": 10000})) == []
    assert suggested(world(**NO_RATIO, elsewhere=exact(POINTS)), parse_slip(whole)) == []
    assert suggested(world(**NO_RATIO, elsewhere=gap(FigureName.ELSEWHERE)), parse_slip(whole)) == []
    assert suggested(world(), parse_slip(whole)) == []
