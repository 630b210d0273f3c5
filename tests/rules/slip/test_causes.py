"""Every cause by itself: a slip made by hand under the cause, and what the check says of it."""

import pytest

from desktop_app.domain.figure import FigureName
from desktop_app.domain.slip import Asked, Cause, Judgement, LineVerdict, SlipLine, Sureness
from tests.rules.estimate.sums import yuan
from tests.rules.slip.slips import case, causes, checked, explained_by, judged, rule, slip

CRITICAL = {"deductible": 5000, "tiers": [[0, None, "0.60"]]}


def test_a_slip_that_agrees_needs_no_explanation() -> None:
    """Every line the same: agreed, nothing explained, nothing to ask."""
    found = checked(case(), slip())
    assert {line.verdict for line in found.lines} == {LineVerdict.AGREES}
    assert (found.explanations, found.unexplained, found.judgement) == ((), None, Judgement.NORMAL)


@pytest.mark.parametrize(("paid", "verdict"), [("37399.95", "agrees"), ("37400.05", "agrees"), ("37399.94", "differs")])
def test_five_fen_agree_and_six_do_not(paid: str, verdict: str) -> None:
    """37,400.00 is the estimate: five fen off on either side are the hospital's rounding, six are not."""
    found = checked(case(), {"basic_fund": paid})
    assert [line.verdict.value for line in found.lines] == [verdict]


def test_lines_are_moved_by_their_cause() -> None:
    """A line that agrees names no cause, one that differs names what moves it; the difference is slip − estimate.

    Deductible 2,400: (46,000 − 2,400) × 85 % = 37,060.00, which is 340.00 less.
    """
    found = checked(case(), slip(deductible=2400, basic_fund=37060, fund_total=37060, cash=12940))
    by_line = {line.line: line for line in found.lines}
    assert by_line[SlipLine.ELIGIBLE].explained_by == ()
    assert by_line[SlipLine.BASIC_FUND].explained_by == (Cause.OTHER_DEDUCTIBLE,)
    assert by_line[SlipLine.BASIC_FUND].difference == -yuan(340)
    assert by_line[SlipLine.CASH].difference == yuan(340)


def test_another_deductible() -> None:
    """(46,000 − 2,400) × 85 % = 37,060.00: the deductible on the slip explains the fund; it may be used next time."""
    found = checked(case(), slip(deductible=2400, basic_fund=37060, fund_total=37060, cash=12940))
    assert causes(found) == {frozenset({Cause.OTHER_DEDUCTIBLE})}
    assert explained_by(found, Cause.OTHER_DEDUCTIBLE).sureness is Sureness.LIKELY
    assert judged(found, Cause.OTHER_DEDUCTIBLE) is Judgement.CANNOT_TELL
    assert [(each.figure, each.value) for each in found.suggestions] == [(FigureName.DEDUCTIBLE, (yuan(2400),))]


def test_a_deductible_the_slip_does_not_state_is_only_faint() -> None:
    """Nothing but the fund's own line speaks for a deductible of 2,400 then; a ratio of 84.2 % fits no round figure."""
    found = checked(case(), {"total": 50000, "basic_fund": 37060})
    assert explained_by(found, Cause.OTHER_DEDUCTIBLE).sureness is Sureness.FAINT


def test_a_second_stay() -> None:
    """Deductibles 2,000 and 1,000; the slip takes 1,000: 45,000 × 85 % = 38,250.00. Better for the person: normal."""
    told = case(figures={"deductible": [2000, 1000]})
    found = checked(told, slip(deductible=1000, basic_fund=38250, fund_total=38250, cash=11750))
    assert judged(found, Cause.ADMISSION) is Judgement.NORMAL
    assert explained_by(found, Cause.ADMISSION).sureness is Sureness.LIKELY


def test_a_second_stay_counted_as_the_first() -> None:
    """The person says second stay (1,000), the slip takes 2,000: worth asking, with the earlier slips in hand."""
    told = case(figures={"deductible": [2000, 1000]}, care={"admission": 2})
    found = checked(told, slip())
    one = rule(found, Cause.ADMISSION)
    assert one.judgement is Judgement.WORTH_ASKING
    assert one.question is not None
    assert [paper.id for paper in one.question.bring] == ["slip.bring.slip", "slip.bring.earlier"]


def test_no_deductible_any_more() -> None:
    """46,000 × 85 % = 39,100.00: the deductible was paid before. Normal."""
    found = checked(case(), slip(deductible=0, basic_fund=39100, fund_total=39100, cash=10900))
    assert judged(found, Cause.DEDUCTIBLE_USED) is Judgement.NORMAL


def test_a_yearly_deductible_taken_again() -> None:
    """1,500 of 2,000 are paid, so 500 should be taken: 45,500 × 85 % = 38,675. The slip takes 2,000: 37,400.00."""
    told = case(figures={"deductible_basis": "annual"}, year_to_date={"deductible_paid": 1500})
    found = checked(told, slip())
    assert judged(found, Cause.DEDUCTIBLE_NOT_COUNTED) is Judgement.WORTH_ASKING


def test_another_share_of_class_b() -> None:
    """20 % of 10,000 is 2,000 first: eligible 45,000, (45,000 − 2,000) × 85 % = 36,550.00. The split fits as well."""
    printed = slip(prior_self_pay=2000, eligible=45000, basic_fund=36550, fund_total=36550, cash=13450)
    found = checked(case(), printed)
    assert causes(found) == {frozenset({Cause.CLASS_B_RATIO}), frozenset({Cause.CATALOGUE})}
    assert judged(found, Cause.CLASS_B_RATIO) is Judgement.NORMAL
    assert FigureName.CLASS_B_RATIO in {each.figure for each in found.suggestions}


def test_the_catalogue_of_the_place_of_care() -> None:
    """4,000 out of catalogue and 800 first: eligible 45,200; (45,200 − 2,000) × 85 % = 36,720.00. Normal."""
    printed = slip(
        out_of_catalogue=4000, prior_self_pay=800, eligible=45200, basic_fund=36720, fund_total=36720, cash=13280
    )
    found = checked(case(), printed)
    assert causes(found) == {frozenset({Cause.CATALOGUE})}
    assert found.judgement is Judgement.NORMAL
    assert rule(found, Cause.CATALOGUE).question is None


def test_a_split_that_nothing_else_confirms_is_only_faint() -> None:
    """Parts alone, no fund on the slip: the parts were read off the very lines they explain."""
    found = checked(case(), {"total": 50000, "out_of_catalogue": 4000, "prior_self_pay": 800, "eligible": 45200})
    assert explained_by(found, Cause.CATALOGUE).sureness is Sureness.FAINT


def test_another_bill() -> None:
    """The bill came to 48,000: eligible 44,000, (44,000 − 2,000) × 85 % = 35,700.00, cash 12,300.00."""
    printed = slip(total=48000, eligible=44000, basic_fund=35700, fund_total=35700, cash=12300)
    found = checked(case(), printed)
    assert causes(found) == {frozenset({Cause.OTHER_BILL})}
    assert found.judgement is Judgement.NORMAL


def test_items_rounded_one_by_one() -> None:
    """200 items of 1.05 at 10 %: 0.105 each, rounded 0.11, together 22.00; the exact sum is 21.00.

    With 9,790 of class A: eligible 9,978 instead of 9,979, (9,978 − 2,000) × 85 % = 6,781.30 instead of 6,782.15.
    """
    lines = [{"class": "A", "price": 9790}, *({"class": "B", "price": "1.05"} for _ in range(200))]
    told = case(bill={"total": None, "out_of_catalogue": None, "class_b": None, "lines": lines})
    found = checked(told, {"prior_self_pay": 22, "eligible": 9978, "basic_fund": "6781.30"})
    assert judged(found, Cause.ROUNDED_LINES) is Judgement.NORMAL


def test_no_bonus_for_the_retired() -> None:
    """85 % and 5 points for the retired: 44,000 × 90 % = 39,600; the slip has 37,400.00. Five points off fit too."""
    told = case(person={"status": "retired"}, figures={"bonus": "0.05"})
    found = checked(told, slip())
    one = rule(found, Cause.RETIRED_BONUS)
    assert one.judgement is Judgement.WORTH_ASKING
    assert one.question is not None
    assert "slip.bring.retirement" in {paper.id for paper in one.question.bring}
    assert frozenset({Cause.OTHER_REDUCTION}) in causes(found)
    assert explained_by(found, Cause.RETIRED_BONUS).sureness is Sureness.POSSIBLE


def test_a_reduction_though_a_filing_is_valid() -> None:
    """44,000 × (85 − 10) % = 33,000.00; the person has filed: worth asking, with the record of the filing."""
    told = case(care={"filing": "filed", "reason": "referral"})
    found = checked(told, slip(basic_fund=33000, fund_total=33000, cash=17000))
    one = rule(found, Cause.OTHER_REDUCTION)
    assert (one.judgement, one.why.text.id) == (Judgement.WORTH_ASKING, "slip.why.filing_not_seen")
    assert one.question is not None
    assert one.question.whom is Asked.INSURED_REGION
    assert found.suggestions == () or FigureName.ELSEWHERE not in {each.figure for each in found.suggestions}


def test_a_reduction_without_a_filing_is_normal() -> None:
    """The same 33,000.00 where nothing was filed: regions may pay less then (N-066)."""
    found = checked(case(care={"filing": "none"}), slip(basic_fund=33000, fund_total=33000, cash=17000))
    assert judged(found, Cause.OTHER_REDUCTION) is Judgement.NORMAL
    assert FigureName.ELSEWHERE in {each.figure for each in found.suggestions}


def test_a_reduction_nobody_can_judge_yet() -> None:
    """The same where it is not known whether anything was filed: look it up first."""
    found = checked(case(), slip(basic_fund=33000, fund_total=33000, cash=17000))
    assert judged(found, Cause.OTHER_REDUCTION) is Judgement.CANNOT_TELL


def test_a_reduction_by_a_factor() -> None:
    """44,000 × 85 % × 90 % = 33,660.00; in points that would be 8.5, which nobody writes."""
    found = checked(case(care={"filing": "none"}), slip(basic_fund=33660, fund_total=33660, cash=16340))
    said = dict(rule(found, Cause.OTHER_REDUCTION).said.parameters)["form"]
    assert getattr(said, "id", "") == "estimate.figure.factor"


def test_no_reduction_after_all() -> None:
    """The estimate takes 10 points off: 44,000 × 75 % = 33,000. The slip has 37,400.00: more than expected, normal."""
    told = case(figures={"elsewhere": {"kind": "points", "value": "0.10"}})
    found = checked(told, slip())
    assert judged(found, Cause.NO_REDUCTION) is Judgement.NORMAL


@pytest.mark.parametrize("eligible", [41400, 46000])
def test_a_share_paid_first(eligible: int) -> None:
    """10 % of 46,000 is 4,600 first: 41,400 − 2,000 = 39,400, × 85 % = 33,490.00.

    Slips print what lies within the policy before that share or after it.
    """
    found = checked(
        case(care={"filing": "none"}), slip(eligible=eligible, basic_fund=33490, fund_total=33490, cash=16510)
    )
    assert judged(found, Cause.FIRST_PAY) is Judgement.NORMAL


def test_a_share_paid_first_that_is_printed_with_class_b() -> None:
    """The estimate knows the share: 1,000 + 4,600 = 5,600 paid first, 41,400 left; the slip agrees in every line."""
    told = case(figures={"elsewhere_first_pay": "0.10"})
    printed = slip(prior_self_pay=5600, eligible=41400, basic_fund=33490, fund_total=33490, cash=16510)
    assert {line.verdict for line in checked(told, printed).lines} == {LineVerdict.AGREES}


def test_critical_illness_insurance_paid_later() -> None:
    """(46,000 − 37,400 − 5,000) × 60 % = 2,160 are missing on the slip: paid later in many places, so ask when."""
    told = case(figures={"critical": CRITICAL})
    found = checked(told, slip(critical_fund=0))
    one = rule(found, Cause.CRITICAL_LATER)
    assert (one.judgement, one.why.text.id) == (Judgement.NORMAL, "slip.why.paid_later")
    assert one.question is not None
    assert explained_by(found, Cause.CRITICAL_LATER).sureness is Sureness.LIKELY


def test_the_supplement_paid_later() -> None:
    """Cap 30,000: (37,400 − 30,000) ÷ 85 % × 90 % = 7,835.29 from the supplement; the slip has none of it."""
    told = case(figures={"cap": 30000, "supplement": {"ratio": "0.90", "cap": None}})
    found = checked(told, slip(basic_fund=30000, supplement_fund=0, fund_total=30000, cash=20000))
    assert judged(found, Cause.SUPPLEMENT_LATER) is Judgement.NORMAL


def test_assistance_paid_later() -> None:
    """70 % of the 8,600 left, 6,020, would come from medical assistance; the slip has none."""
    told = case(person={"assistance": "low_income"}, figures={"assistance": {"ratio": "0.70"}})
    found = checked(told, slip(assistance_fund=0))
    assert judged(found, Cause.ASSISTANCE_LATER) is Judgement.NORMAL


def test_the_cap_reached() -> None:
    """Of a cap of 100,000 only 20,000 were left: the fund pays 20,000.00. How much was used before is not told."""
    found = checked(case(figures={"cap": 100000}), slip(basic_fund=20000, fund_total=20000, cash=30000))
    one = rule(found, Cause.CAP_REACHED)
    assert one.judgement is Judgement.CANNOT_TELL
    assert dict(one.said.parameters)["used"] == yuan(80000)
    assert explained_by(found, Cause.CAP_REACHED).sureness is Sureness.FAINT


def test_the_account_first() -> None:
    """3,000 from the account first: 43,000 − 2,000 = 41,000, × 85 % = 34,850.00; cash 50,000 − 34,850 − 3,000."""
    told = case(year_to_date={"personal_account_balance": 3000})
    found = checked(told, slip(basic_fund=34850, fund_total=34850, personal_account=3000, cash=12150))
    assert judged(found, Cause.ACCOUNT_FIRST) is Judgement.NORMAL
    assert FigureName.ACCOUNT_ORDER in {each.figure for each in found.suggestions}


def test_the_account_last() -> None:
    """The estimate lets the account pay first (34,850); the slip has the fund at 37,400.00 and 3,000 after it."""
    told = case(figures={"account_order": "first"}, year_to_date={"personal_account_balance": 3000})
    found = checked(told, slip(personal_account=3000, cash=9600))
    assert judged(found, Cause.ACCOUNT_LAST) is Judgement.NORMAL


def test_another_balance() -> None:
    """1,500 from an account nobody had told of: cash 12,600 − 1,500 = 11,100.00."""
    found = checked(case(), slip(personal_account=1500, cash=11100))
    assert causes(found) == {frozenset({Cause.ACCOUNT_BALANCE})}
    assert found.judgement is Judgement.NORMAL


def test_another_ratio() -> None:
    """44,000 × 88 % = 38,720.00: a ratio of 88 % comes out at a whole per cent, which is hardly chance."""
    found = checked(case(), slip(basic_fund=38720, fund_total=38720, cash=11280))
    assert causes(found) == {frozenset({Cause.OTHER_RATIO})}
    assert explained_by(found, Cause.OTHER_RATIO).sureness is Sureness.POSSIBLE
    assert [each.figure for each in found.suggestions] == [FigureName.RATIO]


def test_nothing_we_know_fits() -> None:
    """31,234.56 is no round share of anything: the line is named and the calculation asked for."""
    found = checked(case(), slip(basic_fund="31234.56", fund_total="31234.56", cash="18765.44"))
    assert found.explanations == ()
    assert found.judgement is Judgement.WORTH_ASKING
    assert found.unexplained is not None
