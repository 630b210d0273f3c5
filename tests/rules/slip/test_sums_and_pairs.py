"""The slip's own sums, two and three rules at once, figures nobody has, and several stays."""

import pytest

from desktop_app.domain.case import Case
from desktop_app.domain.figure import Figure, FigureName, Schedule, Segment
from desktop_app.domain.message import message
from desktop_app.domain.outcome import Interval
from desktop_app.domain.slip import Cause, Judgement, LineVerdict, SlipLine, Sureness
from desktop_app.errors import Problem
from desktop_app.rules.slip.check import check
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.slip_file import parse_slip
from tests.rulebooks import TYPICAL, DictRuleBook
from tests.rules.estimate.sums import benefits, exact, gap, percent, yuan
from tests.rules.slip.slips import TODAY, Asking, case, causes, checked, insured, slip


def test_payers_that_miss_the_total() -> None:
    """37,400 + 12,500 = 49,900 of 50,000: worth asking, not refused."""
    found = checked(case(), slip(cash=12500))
    [odd] = found.own_sums
    assert (odd.why.text.id, odd.judgement) == ("slip.sum.payers", Judgement.WORTH_ASKING)
    assert dict(odd.why.text.parameters)["amount"] == yuan(100)
    assert odd.question is not None


def test_payers_within_five_fen() -> None:
    """37,400.00 + 12,599.95 is five fen short: rounding."""
    assert checked(case(), slip(cash="12599.95")).own_sums == ()


def test_parts_that_miss_the_total() -> None:
    """3,000 + 0 + 1,000 + 45,000 = 49,000 of 50,000."""
    found = checked(case(), slip(over_limit=0, eligible=45000))
    assert [odd.why.text.id for odd in found.own_sums] == ["slip.sum.parts"]


def test_a_fund_without_a_line_of_its_own_is_normal() -> None:
    """Funds named 37,400, fund total 38,400: another allowance pays 1,000; cash 11,600 keeps the bill whole."""
    found = checked(case(), slip(fund_total=38400, cash=11600))
    [odd] = found.own_sums
    assert (odd.why.text.id, odd.judgement, odd.question) == ("slip.sum.other_fund", Judgement.NORMAL, None)


def test_funds_above_their_total() -> None:
    """37,400 + 1,000 named, 37,400 in all."""
    found = checked(case(), slip(critical_fund=1000))
    assert "slip.sum.funds" in {odd.why.text.id for odd in found.own_sums}


def test_two_rules_at_once() -> None:
    """Catalogue (4,000 and 800, eligible 45,200) and no bonus: (45,200 − 2,000) × 85 % = 36,720.00, not 39,600."""
    told = case(person={"status": "retired"}, figures={"bonus": "0.05"})
    printed = slip(
        out_of_catalogue=4000, prior_self_pay=800, eligible=45200, basic_fund=36720, fund_total=36720, cash=13280
    )
    found = checked(told, printed)
    assert frozenset({Cause.CATALOGUE, Cause.RETIRED_BONUS}) in causes(found)
    assert {each.sureness for each in found.explanations} <= {Sureness.POSSIBLE, Sureness.FAINT}


def test_three_rules_where_the_slip_shows_two_of_them() -> None:
    """Split 45,200, deductible 2,400, and 10 points off: (45,200 − 2,400) × 75 % = 32,100.00."""
    printed = slip(
        out_of_catalogue=4000,
        prior_self_pay=800,
        eligible=45200,
        deductible=2400,
        basic_fund=32100,
        fund_total=32100,
        cash=17900,
    )
    found = checked(case(care={"filing": "none"}), printed)
    assert frozenset({Cause.CATALOGUE, Cause.OTHER_DEDUCTIBLE, Cause.OTHER_REDUCTION}) in causes(found)


def test_within_the_range_of_an_unknown_figure() -> None:
    """A ratio of 80 to 90 %: 35,200 to 39,600 may be paid; 38,720.00 (88 %) lies inside and suggests that ratio."""

    def flat(share: int) -> Schedule:
        return Schedule(segments=(Segment(None, percent(share)),))

    figures = benefits(ratio=Figure(flat(85), flat(80), flat(90), TYPICAL), deductible=exact((yuan(2000),)))
    found = checked(insured(), slip(basic_fund=38720, fund_total=38720, cash=11280), Asking(answers=lambda _: figures))
    by_line = {line.line: line for line in found.lines}
    assert by_line[SlipLine.BASIC_FUND].verdict is LineVerdict.WITHIN_RANGE
    assert by_line[SlipLine.BASIC_FUND].span == Interval(yuan(35200), yuan(37400), yuan(39600))
    assert FigureName.RATIO in {each.figure for each in found.suggestions}


def test_a_figure_nobody_has_is_read_off_the_slip() -> None:
    """No ratio is known: what depends on it stays unknown, and 37,400 ÷ 44,000 = 85 % is suggested."""
    figures = benefits(ratio=gap(FigureName.RATIO), deductible=exact((yuan(2000),)))
    found = checked(insured(), slip(), Asking(answers=lambda _: figures))
    by_line = {line.line: line for line in found.lines}
    assert by_line[SlipLine.BASIC_FUND].verdict is LineVerdict.UNKNOWN
    assert by_line[SlipLine.DEDUCTIBLE].verdict is LineVerdict.AGREES
    [suggested] = found.suggestions
    assert suggested.value == Schedule(segments=(Segment(None, percent(85)),))


STAYS = [
    {"care": {"kind": "inpatient", "date": "2026-03-01"}, "bill": {"total": 3000}},
    {"care": {"kind": "inpatient", "date": "2026-06-15", "admission": 2}, "bill": {"total": 12000}},
]


def several() -> Case:
    """Two stays: (3,000 − 2,000) × 85 % = 850.00, then (12,000 − 1,000) × 85 % = 9,350.00."""
    document = {
        "version": 1,
        "person": {"scheme": "employee"},
        "episodes": STAYS,
        "figures": {"deductible": [2000, 1000], "ratio": "0.85"},
    }
    return parse_case(document, DictRuleBook(), TODAY)


@pytest.mark.parametrize(("number", "paid"), [(1, "850.00"), (2, "9350.00"), (None, "9350.00")])
def test_which_stay_the_slip_belongs_to(number: int | None, paid: str) -> None:
    """The number by date; the last stay where none is said."""
    found = check(several(), parse_slip({"basic_fund": paid}), DictRuleBook(), number=number)
    assert [line.verdict for line in found.lines] == [LineVerdict.AGREES]


def test_a_stay_there_is_not() -> None:
    """The third of two stays is refused in one sentence that names the option."""
    with pytest.raises(Problem) as refused:
        check(several(), parse_slip({"basic_fund": 1}), DictRuleBook(), number=3)
    said = message("problems.not_one_of", key="--episode", value="3", allowed=("1–2",))
    assert refused.value.message == said
