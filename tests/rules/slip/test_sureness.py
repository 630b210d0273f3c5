"""How sure an explanation is, which rule moves which line, the sum it shows, and what all of it comes to.

The plain stay of `slips.py`: eligible 46,000, deductible 2,000, 85 % of 44,000 = 37,400.00, cash 12,600.00.
"""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import FilingType, Level
from desktop_app.domain.case import Case
from desktop_app.domain.figure import Figure, FigureName, Points
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.region import PoolingArea
from desktop_app.domain.slip import Asked, Cause, Judgement, LineVerdict, SlipCheck, SlipLine, Sureness
from desktop_app.errors import Problem
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.rules.slip.check import check
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.slip_file import parse_slip
from tests.rulebooks import TYPICAL, DictRuleBook
from tests.rules.estimate.sums import exact, flat, gap, percent, yuan
from tests.rules.slip.slips import (
    FILED,
    TODAY,
    Asking,
    case,
    causes,
    checked,
    explained_by,
    insured,
    judged,
    plain_figures,
    rule,
    slip,
)

CRITICAL: dict[str, Any] = {"deductible": 5000, "tiers": [[0, None, "0.60"]]}
NO_DEDUCTIBLE_LEFT: dict[str, Any] = {"total": 50000, "basic_fund": 39100}
"""46,000 × 85 %: nothing but a deductible paid before comes to it, and that is read off no line."""


def sureness(found: SlipCheck, cause: Cause) -> Sureness:
    """How sure the explanation by this cause is."""
    return explained_by(found, cause).sureness


def test_two_lines_besides_the_total_make_one_explanation_likely() -> None:
    """The fund alone may be chance; with the deductible of 0 beside it it is likely. The total does not count."""
    alone = checked(case(), NO_DEDUCTIBLE_LEFT)
    assert causes(alone) == {frozenset({Cause.DEDUCTIBLE_USED})}
    assert sureness(alone, Cause.DEDUCTIBLE_USED) is Sureness.POSSIBLE
    assert sureness(checked(case(), {**NO_DEDUCTIBLE_LEFT, "deductible": 0}), Cause.DEDUCTIBLE_USED) is Sureness.LIKELY
    without_total = {"basic_fund": 39100, "eligible": 46000}
    assert sureness(checked(case(), without_total), Cause.DEDUCTIBLE_USED) is Sureness.LIKELY


def test_sums_alone_may_show_a_rule_that_was_read_off_nothing() -> None:
    """Fund total 39,100 and cash 10,900, as without a deductible: two lines, and neither gave the rule its figure."""
    found = checked(case(), {"total": 50000, "fund_total": 39100, "cash": 10900})
    assert sureness(found, Cause.DEDUCTIBLE_USED) is Sureness.LIKELY


@pytest.mark.parametrize(
    ("paid", "cash", "how_sure"),
    [(37840, 12160, Sureness.POSSIBLE), (36212, 13788, Sureness.FAINT)],
)
def test_a_ratio_finer_than_a_whole_percent_is_faint(paid: int, cash: int, how_sure: Sureness) -> None:
    """44,000 × 86 % = 37,840.00 is hardly chance; 82.3 % = 36,212.00 may be."""
    found = checked(case(), slip(basic_fund=paid, fund_total=paid, cash=cash))
    assert causes(found) == {frozenset({Cause.OTHER_RATIO})}
    assert sureness(found, Cause.OTHER_RATIO) is how_sure


def test_a_ratio_beside_another_figure_read_off_is_faint() -> None:
    """(46,000 − 2,400) × 80 % = 34,880: with a deductible read off as well, a round ratio is no sign any more."""
    found = checked(case(), slip(deductible=2400, basic_fund=34880, fund_total=34880, cash=15120))
    by_causes = {frozenset(rule.cause for rule in each.rules): each for each in found.explanations}
    assert by_causes[frozenset({Cause.OTHER_DEDUCTIBLE, Cause.OTHER_RATIO})].sureness is Sureness.FAINT
    assert by_causes[frozenset({Cause.OTHER_DEDUCTIBLE, Cause.OTHER_REDUCTION})].sureness is Sureness.POSSIBLE


def test_what_a_rule_moves_is_told_from_the_world_of_the_rules_before_it() -> None:
    """Cap 37,000, of 37,400 due. The slip's split leaves 43,200 × 85 % = 36,720 under it; then 2,400 count: 36,380.

    Without the other split a deductible of 2,400 would leave 37,060, and still the cap of 37,000 would be paid.
    """
    printed = slip(
        out_of_catalogue=4000,
        prior_self_pay=800,
        eligible=45200,
        deductible=2400,
        basic_fund=36380,
        fund_total=36380,
        cash=13620,
    )
    found = checked(case(figures={"cap": 37000}), printed)
    moved = [(rule.cause, rule.moves) for rule in found.explanations[0].rules]
    assert moved == [
        (
            Cause.CATALOGUE,
            (
                SlipLine.OUT_OF_CATALOGUE,
                SlipLine.PRIOR_SELF_PAY,
                SlipLine.ELIGIBLE,
                SlipLine.BASIC_FUND,
                SlipLine.FUND_TOTAL,
                SlipLine.CASH,
            ),
        ),
        (Cause.OTHER_DEDUCTIBLE, (SlipLine.DEDUCTIBLE, SlipLine.BASIC_FUND, SlipLine.FUND_TOTAL, SlipLine.CASH)),
    ]


def shown(found: SlipCheck, cause: Cause) -> list[tuple[str, object]]:
    """The lines of the sum under a cause, each with what it comes to."""
    lines = explained_by(found, cause).sum
    return [(each.id.removeprefix("estimate.step."), dict(each.parameters)["amount"]) for each in lines]


OTHER_DEDUCTIBLE: dict[str, Any] = {"deductible": 2400, "basic_fund": 37060, "fund_total": 37060, "cash": 12940}
"""(46,000 − 2,400) × 85 % = 37,060.00; 50,000 − 37,060 = 12,940.00 in cash."""
ITS_SUM: list[tuple[str, Fen]] = [
    ("deductible.plain", yuan(2400)),
    ("basic_segment.one", yuan(37060)),
    ("basic_fund.sum", yuan(37060)),
    ("fund_total", yuan(37060)),
    ("cash", yuan(12940)),
]


def test_the_sum_shows_the_lines_that_come_out_otherwise() -> None:
    """Total, parts and eligible expenses are as in the estimate and stay out."""
    assert shown(checked(case(), slip(**OTHER_DEDUCTIBLE)), Cause.OTHER_DEDUCTIBLE) == ITS_SUM


def test_critical_illness_insurance_that_pays_nothing_stays_out_of_the_sum() -> None:
    """Its cap of 20,000 is used up: 60 % of 3,940 instead of 3,600 would be due, nothing is paid either way."""
    told = case(figures={"critical": {**CRITICAL, "cap": 20000}}, year_to_date={"critical_paid": 20000})
    assert shown(checked(told, slip(**OTHER_DEDUCTIBLE)), Cause.OTHER_DEDUCTIBLE) == ITS_SUM


def test_critical_illness_insurance_that_pays_is_in_the_sum() -> None:
    """46,000 − 37,060 = 8,940 count, 3,940 above 5,000, 60 % of that 2,364: in all 39,424, cash 10,576."""
    printed = slip(deductible=2400, basic_fund=37060, fund_total=39424, cash=10576)
    found = checked(case(figures={"critical": CRITICAL}), printed)
    assert shown(found, Cause.OTHER_DEDUCTIBLE) == [
        *ITS_SUM[:3],
        ("critical_counted", yuan(8940)),
        ("critical_tier", yuan(2364)),
        ("critical_fund.sum", yuan(2364)),
        ("fund_total", yuan(39424)),
        ("cash", yuan(10576)),
    ]


def test_what_it_would_have_been_at_home_stays_out_of_the_sum() -> None:
    """Ten points less: 43,600 × 75 % = 32,700; 4,360 less than at home, which does not count.

    46,000 − 32,700 − 4,360 = 8,940 count, 3,940 × 60 % = 2,364: in all 35,064, cash 14,936.
    """
    figures = {
        "elsewhere": {"kind": "points", "value": "0.10"},
        "critical": {**CRITICAL, "counts_elsewhere_loss": False},
    }
    printed = slip(deductible=2400, basic_fund=32700, fund_total=35064, cash=14936)
    assert shown(checked(case(figures=figures), printed), Cause.OTHER_DEDUCTIBLE) == [
        ("deductible.plain", yuan(2400)),
        ("basic_segment.one", yuan(32700)),
        ("basic_fund.sum", yuan(32700)),
        ("critical_counted", yuan(8940)),
        ("critical_tier", yuan(2364)),
        ("critical_fund.sum", yuan(2364)),
        ("fund_total", yuan(35064)),
        ("cash", yuan(14936)),
    ]


def test_a_share_of_class_b_is_in_the_sum_and_a_split_read_off_the_slip_is_not() -> None:
    """20 % of 10,000 is a sum; 800 that the slip itself states is none, only what follows from it.

    (46,000 − 1,000 − 2,000) × 85 % = 36,550. And (45,200 − 2,000) × 85 % = 36,720.
    """
    by_share = checked(
        case(), slip(prior_self_pay=2000, eligible=45000, basic_fund=36550, fund_total=36550, cash=13450)
    )
    assert shown(by_share, Cause.CLASS_B_RATIO)[:2] == [("prior_self_pay.one", yuan(2000)), ("eligible", yuan(45000))]
    by_split = checked(
        case(),
        slip(out_of_catalogue=4000, prior_self_pay=800, eligible=45200, basic_fund=36720, fund_total=36720, cash=13280),
    )
    assert shown(by_split, Cause.CATALOGUE)[:2] == [("out_of_catalogue", yuan(4000)), ("eligible", yuan(45200))]


def test_rivals_judged_otherwise_leave_it_open() -> None:
    """85 % and no bonus of five points is worth asking; five points less unfiled are normal: nobody can tell which."""
    told = case(person={"status": "retired"}, figures={"bonus": "0.05"}, care={"filing": "none"})
    found = checked(told, slip())
    assert judged(found, Cause.RETIRED_BONUS) is Judgement.WORTH_ASKING
    assert judged(found, Cause.OTHER_REDUCTION) is Judgement.NORMAL
    assert found.judgement is Judgement.CANNOT_TELL


def test_what_is_worth_asking_outweighs_what_is_normal() -> None:
    """A fund without a line of its own is normal by itself; that no rule gives its 1,000 is worth asking."""
    found = checked(case(), slip(fund_total=38400, cash=11600))
    [odd] = found.own_sums
    assert odd.judgement is Judgement.NORMAL
    assert found.unexplained is not None
    assert found.judgement is Judgement.WORTH_ASKING


def test_a_line_within_its_range_names_its_cause_and_one_that_agrees_does_not() -> None:
    """80 to 90 %, likely 85: 88 % of 44,000 is 38,720.00, inside the range and explained by that ratio."""
    ratio = Figure(flat(85), flat(80), flat(90), TYPICAL)
    figures = replace(plain_figures(), ratio=ratio)
    found = checked(insured(), slip(basic_fund=38720, fund_total=38720, cash=11280), Asking(answers=lambda _: figures))
    [fund] = [line for line in found.lines if line.line is SlipLine.BASIC_FUND]
    assert (fund.verdict, fund.explained_by) == (LineVerdict.WITHIN_RANGE, (Cause.OTHER_RATIO,))


CAPS = {each: 100_000 + 1000 * at for at, each in enumerate([*FilingType, None, *Level])}


def many_ways(query: BenefitQuery) -> Benefits:
    """85 % for a referral to level 3; 75 % for anything else, each under a cap of its own that nothing reaches."""
    if (query.filing_type, query.level) == (FilingType.REFERRAL, Level.LEVEL3):
        return plain_figures()
    key = query.filing_type if query.level is Level.LEVEL3 else query.level
    return plain_figures(cap=exact(yuan(CAPS[key])), elsewhere=exact(Points(percent(10))))


def test_six_explanations_are_shown_and_the_others_counted() -> None:
    """44,000 × 75 % = 33,000: unfiled, five other filings, four other levels, another ratio; eleven, so five more."""
    told = insured(**FILED, reason="referral")
    found = checked(told, slip(basic_fund=33000, fund_total=33000, cash=17000), Asking(answers=many_ways))
    assert [each.rules[0].cause for each in found.explanations] == [Cause.NOT_FILED, *[Cause.OTHER_FILING] * 5]
    assert found.further == 5
    assert {each.sureness for each in found.explanations} == {Sureness.POSSIBLE}


@dataclass
class WithHotline(Asking):
    """A rulebook that knows the number to ring."""

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The area, with the hotline of Taiyuan."""
        area = super().pooling_area(code)
        return area and replace(area, hotline="0351-12393")


def test_what_nothing_explains_is_asked_of_the_insured_region() -> None:
    """31,234.56 fits nothing: only the line that differs is named, not those that nobody could work out."""
    figures = replace(plain_figures(), critical=gap(FigureName.CRITICAL))
    printed = slip(basic_fund="31234.56", critical_fund=0, fund_total="31234.56", cash="18765.44")
    found = checked(insured(), printed, WithHotline(answers=lambda _: figures))
    asked = found.unexplained
    assert asked is not None
    assert (asked.whom, asked.line) == (Asked.INSURED_REGION, "0351-12393")
    assert asked.text == message("slip.ask.unexplained", lines=(message("slip.line.basic_fund"),))
    assert [paper.id for paper in asked.bring] == ["slip.bring.slip", "materials.itemised_list"]
    assert found.judgement is Judgement.WORTH_ASKING


@pytest.mark.parametrize(("numbers", "facts"), [(frozenset({"N-093"}), ("N-093",)), (frozenset(), ())])
def test_odd_sums_cite_what_the_rulebook_knows(numbers: frozenset[str], facts: tuple[str, ...]) -> None:
    """37,400 + 12,500 of 50,000: the fact about the lines of a slip is cited where the rulebook has it."""
    figures = plain_figures()
    found = checked(insured(), slip(cash=12500), Asking(answers=lambda _: figures, numbers=numbers))
    assert [odd.why.facts for odd in found.own_sums] == [facts]


def one_filed_one_not() -> Case:
    """A stay that was filed, then one that was not: (3,000 − 2,000) × 85 %, and (12,000 − 2,000) × 85 %."""
    document = {
        "version": 1,
        "person": {"scheme": "employee"},
        "episodes": [
            {
                "care": {"kind": "inpatient", "date": "2026-06-15", "filing": "none"},
                "bill": {"total": 12000},
            },
            {
                "care": {"kind": "inpatient", "date": "2026-03-01", "filing": "filed", "reason": "referral"},
                "bill": {"total": 3000},
            },
        ],
        "figures": {"deductible": 2000, "ratio": "0.85"},
    }
    return parse_case(document, DictRuleBook(), TODAY)


@pytest.mark.parametrize(("number", "paid", "judgement"), [(1, 750, "worth_asking"), (2, 7500, "normal")])
def test_a_rule_is_judged_by_the_stay_it_was_used_for(number: int, paid: int, judgement: str) -> None:
    """Ten points less: 1,000 × 75 % where it was filed is worth asking, 10,000 × 75 % unfiled is normal."""
    printed = parse_slip({"deductible": 2000, "basic_fund": paid})
    found = check(one_filed_one_not(), printed, DictRuleBook(), number=number)
    assert rule(found, Cause.OTHER_REDUCTION).judgement == Judgement(judgement)


def test_stays_are_counted_from_one() -> None:
    """There is no stay number 0."""
    with pytest.raises(Problem):
        check(one_filed_one_not(), parse_slip({"basic_fund": 1}), DictRuleBook(), number=0)
