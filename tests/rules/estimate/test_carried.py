"""What a later stay begins with when the payment of the one before is known only as a range: spans worked by hand."""

from typing import Any

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    DeductibleBasis,
    OwnRatio,
    Points,
    Schedule,
    Segment,
    SegmentBasis,
    Supplement,
)
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.rules.estimate.carried import counters_after, new_year
from desktop_app.rules.estimate.extreme_terms import Counters
from desktop_app.rules.estimate.figure_table import AnyFigure
from desktop_app.rules.estimate.reckoning import reckoning
from desktop_app.rules.estimate.spread import spread
from tests.rules.estimate.sums import (
    DAY,
    EMPLOYEE,
    RESIDENT,
    UNUSED,
    benefits,
    bill,
    critical,
    estimated,
    exact,
    flat,
    percent,
    ranged,
    stay,
    used,
    yuan,
)

CARE = Care(kind=CareKind.INPATIENT, date=DAY)
POOR = Person(scheme=Scheme.EMPLOYEE, assistance=Assistance.LOW_INCOME)
NOTHING_USED = Counters(UNUSED, UNUSED)
HALF_TO_70 = ranged(flat(50), flat(60), flat(70))
HALF_TO_80 = ranged(flat(50), flat(60), flat(80))


def spans(
    paid: Bill, person: Person = EMPLOYEE, before: Counters = NOTHING_USED, **figures: AnyFigure
) -> dict[str, tuple[int, int]]:
    """The least and the most of each counter after one stay, in fen."""
    here = reckoning(person, CARE, paid, before.least, benefits(**figures))
    after = counters_after(paid, before, spread(here, before))
    return {name: (getattr(after.least, name), getattr(after.most, name)) for name in type(UNUSED).__slots__}


def between(least: str | int, most: str | int) -> tuple[int, int]:
    """A span in yuan."""
    return (yuan(least), yuan(most))


def test_a_range_is_carried_into_the_next_stay() -> None:
    """Two stays of 10,000 at 50 to 70 %, likely 60 %, cap 10,000.

    The first pays 5,000 … 7,000, likely 6,000. It leaves 5,000 … 3,000 of the cap, likely 4,000: the second, due 5,000
    at the least, pays 4,000 at the likely figures, and between what 7,000 leave and what 5,000 leave.
    """
    figures = benefits(ratio=HALF_TO_70, cap=exact(yuan(10000)))
    first, second = estimated(figures, stay(10000), stay(10000))
    assert first.fund_total is not None
    assert second.fund_total is not None
    ends = [(each.low, each.likely, each.high) for each in (first.fund_total, second.fund_total)]
    assert ends[0] == (yuan(5000), yuan(6000), yuan(7000))
    assert ends[1] == (yuan(3000), yuan(4000), yuan(5000))


def test_every_counter_grows_by_its_own_span() -> None:
    """10,000 above a deductible of 1,000 at 50 to 70 %; critical illness and assistance half above 1,000 and 500.

    The basic fund pays 9,000 × 50 % = 4,500 … 9,000 × 70 % = 6,300. Of 10,000 remain 3,700 … 5,500, and critical
    illness pays half of 2,700 = 1,350 … half of 4,500 = 2,250. That leaves 10,000 − 6,300 − 2,250 = 1,450 …
    10,000 − 4,500 − 1,350 = 4,150; assistance pays half of 950 = 475 … half of 3,650 = 1,825. The account of 5,000
    pays nothing (1,825 are more than 1,450) … 4,150. Each comes on top of what was there.
    """
    least = used(
        deductible_paid=10,
        basic_fund_paid=20,
        supplement_paid=30,
        above_deductible=40,
        critical_paid=60,
        assistance_paid=70,
        personal_account_balance=5000,
    )
    most = used(
        deductible_paid=11,
        basic_fund_paid=22,
        supplement_paid=33,
        above_deductible=44,
        critical_paid=66,
        assistance_paid=77,
        personal_account_balance=5000,
    )
    found = spans(
        bill(10000),
        POOR,
        Counters(least, most),
        ratio=HALF_TO_70,
        deductible=exact((yuan(1000),)),
        critical=exact(critical(1000, (1000, None, 50))),
        assistance=exact(AssistanceTerms(yuan(500), percent(50), None)),
    )
    assert found == {
        "deductible_paid": between(1010, 1011),
        "basic_fund_paid": between(4520, 6322),
        "supplement_paid": between(30, 33),
        "above_deductible": between(9040, 9044),
        "critical_out_of_pocket": between(3700, 5500),
        "critical_paid": between(1410, 2316),
        "assistance_paid": between(545, 1902),
        "personal_account_balance": between(850, 5000),
    }


def test_a_supplement_is_taken_from_the_other_end_of_the_cap() -> None:
    """9,000 at 50 to 80 % under a cap of 4,000 to 4,500; 80 % of what overflows, at most 3,000.

    The basic fund pays 4,000 … 4,500. At 50 % under a cap of 4,500 nothing overflows; at 80 % 4,000 pay for 5,000, and
    80 % of the other 4,000 are 3,200, so 3,000. The deductible does not count: at the least 10,000 − 4,500 − 3,000 −
    1,000 = 1,500 do, at the most 10,000 − 4,000 − 1,000 = 5,000. Where a payment just fits, rounding may move the
    supplement by two fen; half is paid, at most 2,400. What remains is at the least 10,000 − 4,500 − 3,000 − 2,400.
    """
    found = spans(
        bill(10000),
        ratio=HALF_TO_80,
        deductible=exact((yuan(1000),)),
        cap=ranged(yuan(4000), yuan(4000), yuan(4500)),
        supplement=exact(Supplement(percent(80), yuan(3000))),
        critical=exact(critical(0, (0, None, 50), cap=2400, counts_deductible=False)),
    )
    assert found["basic_fund_paid"] == between(4000, 4500)
    assert found["supplement_paid"] == between(0, 3000)
    assert found["critical_out_of_pocket"] == between("1499.98", "5000.02")
    assert found["critical_paid"] == between("749.99", 2400)
    assert found["personal_account_balance"] == (0, 0)


def test_what_overflows_may_leap_by_the_lowest_ratio_that_pays() -> None:
    """1,000 at 40 %, then 80 %: a fen too much leaves 2 × 60 % ÷ 40 % = 3 fen of a supplement of 60 % open.

    Under a cap of 3,000 to 3,200 the best end pays 400 + 2,000 × 80 % = 2,000 at most: nothing overflows at all, yet
    the leap is allowed for. At the least 3,000 − 2,000 = 1,000 count, at the most 3,000 − 1,600 = 1,400.
    """
    rising = [
        Schedule(segments=(Segment(yuan(1000), percent(40)), Segment(None, percent(share)))) for share in (60, 60, 80)
    ]
    figures: dict[str, Any] = {
        "ratio": ranged(*rising),
        "cap": exact(yuan(9000)),
        "critical": exact(critical(0, (0, None, 50))),
    }
    with_supplement = spans(bill(3000), **figures, supplement=exact(Supplement(percent(60), None)))
    assert with_supplement["critical_out_of_pocket"] == between("999.97", "1400.03")
    assert spans(bill(3000), **figures)["critical_out_of_pocket"] == between(1000, 1400)
    no_cap = {**figures, "cap": exact(None), "supplement": exact(Supplement(percent(60), None))}
    assert spans(bill(3000), **no_cap)["critical_out_of_pocket"] == between(1000, 1400)


def test_a_loss_elsewhere_that_does_not_count_is_left_out_at_the_least() -> None:
    """10,000 at 70 % less 10 to 20 points: 5,000 … 6,000 are paid, at home 7,000 would be.

    At the least 10,000 − 6,000 − (7,000 − 5,000) = 2,000 count, at the most, without any loss, 5,000.
    """
    figures: dict[str, Any] = {
        "ratio": exact(flat(70)),
        "elsewhere": ranged(Points(percent(10)), Points(percent(15)), Points(percent(20))),
    }
    counting = exact(critical(0, (0, None, 50)))
    leaving_out = exact(critical(0, (0, None, 50), counts_elsewhere_loss=False))
    assert spans(bill(10000), **figures, critical=leaving_out)["critical_out_of_pocket"] == between(2000, 5000)
    assert spans(bill(10000), **figures, critical=counting)["critical_out_of_pocket"] == between(4000, 5000)


def test_more_paid_elsewhere_than_at_home_is_no_loss() -> None:
    """10,000 at 80 to 90 % elsewhere instead of 70 %: 8,000 … 9,000 are paid, 1,000 … 2,000 count."""
    found = spans(
        bill(10000),
        ratio=exact(flat(70)),
        elsewhere=ranged(OwnRatio(percent(80)), OwnRatio(percent(85)), OwnRatio(percent(90))),
        critical=exact(critical(0, (0, None, 50), counts_elsewhere_loss=False)),
    )
    assert found["critical_out_of_pocket"] == between(1000, 2000)


def test_a_supplement_known_as_a_range_leaves_a_range() -> None:
    """10,000 at 50 % under a cap of 3,000; 40 to 60 % of the 4,000 that overflow: 1,600 … 2,400.

    7,000 less that leave 4,600 … 5,400. Assistance pays half, 2,300 … 2,700; the account of 8,000 pays 4,600 − 2,700
    = 1,900 … 5,400.
    """
    found = spans(
        bill(10000),
        POOR,
        Counters(used(personal_account_balance=8000), used(personal_account_balance=8000)),
        ratio=exact(flat(50)),
        cap=exact(yuan(3000)),
        supplement=ranged(*(Supplement(percent(share), None) for share in (40, 50, 60))),
        assistance=exact(AssistanceTerms(yuan(0), percent(50), None)),
    )
    assert found["supplement_paid"] == between(1600, 2400)
    assert found["assistance_paid"] == between(2300, 2700)
    assert found["personal_account_balance"] == between(2600, 6100)
    counting = spans(
        bill(10000),
        ratio=exact(flat(50)),
        cap=exact(yuan(3000)),
        supplement=ranged(*(Supplement(percent(share), None) for share in (40, 50, 60))),
        critical=exact(critical(0, (0, None, 0))),
    )
    # 10,000 − 3,000 − 2,400 … 10,000 − 3,000 − 1,600, and 2 × 60 % ÷ 50 % = 2.4 fen, so 3, either way.
    assert counting["critical_out_of_pocket"] == between("4599.97", "5400.03")


def test_where_nothing_is_left_assistance_pays_nothing() -> None:
    """A bill all out of the catalogue leaves nothing; one that funds may pay whole may leave nothing."""
    half = exact(AssistanceTerms(yuan(0), percent(50), None))
    outside = spans(bill(1000, out_of_catalogue=1000), POOR, ratio=HALF_TO_70, assistance=half)
    assert outside["assistance_paid"] == (0, 0)
    # 500 … 1,000 of 1,000 are paid; of the rest the critical-illness insurance pays half of 500 at the most.
    whole = spans(
        bill(1000),
        POOR,
        ratio=ranged(flat(50), flat(60), flat(100)),
        critical=exact(critical(0, (0, None, 50))),
        assistance=half,
    )
    assert whole["critical_paid"] == between(0, 250)
    assert whole["assistance_paid"] == between(0, 250)


def test_a_deductible_is_spanned_on_either_base() -> None:
    """A yearly deductible of 1,000 to 1,500 on 800 to 900 that are eligible: 800 … 900 are paid by the person."""
    figures: dict[str, Any] = {
        "ratio": exact(flat(50)),
        "deductible": ranged((yuan(1000),), (yuan(1200),), (yuan(1500),)),
        "deductible_basis": exact(DeductibleBasis.ANNUAL),
        "elsewhere_first_pay": ranged(percent(10), percent(15), percent(20)),
    }
    small = spans(bill(1000), **figures)
    assert (small["deductible_paid"], small["above_deductible"]) == (between(800, 900), between(0, 0))
    # On 5,000 the deductible is reached: 4,000 … 4,500 are eligible, less 1,500 … 1,000.
    large = spans(bill(5000), **figures)
    assert (large["deductible_paid"], large["above_deductible"]) == (between(1000, 1500), between(2500, 3500))


def test_an_account_that_pays_first_is_spanned_too() -> None:
    """1,000 less a first-pay share of 10 to 20 %, and an account of 300 … 500 that pays 800 … 900 before the funds.

    300 … 600 are left to the fund at 50 %; the account is empty afterwards, while one of 3,000 … 4,000 keeps between
    3,000 − 900 and 4,000 − 800.
    """
    figures: dict[str, Any] = {
        "ratio": exact(flat(50)),
        "account_order": exact(AccountOrder.FIRST),
        "elsewhere_first_pay": ranged(percent(10), percent(15), percent(20)),
    }
    little = Counters(used(personal_account_balance=300), used(personal_account_balance=500))
    found = spans(bill(1000), EMPLOYEE, little, **figures)
    assert found["basic_fund_paid"] == between(150, 300)
    assert found["above_deductible"] == between(300, 600)
    assert found["personal_account_balance"] == between(0, 0)
    much = Counters(used(personal_account_balance=3000), used(personal_account_balance=4000))
    found = spans(bill(1000), EMPLOYEE, much, **figures)
    assert found["basic_fund_paid"] == between(0, 0)
    assert found["personal_account_balance"] == between(2100, 3200)


def test_a_resident_s_account_is_not_touched() -> None:
    """Residents have none: whatever stands there stays."""
    before = Counters(used(personal_account_balance=300), used(personal_account_balance=500))
    found = spans(bill(1000), RESIDENT, before, ratio=HALF_TO_70)
    assert found["personal_account_balance"] == between(300, 500)


def test_bands_of_the_year_are_seen_from_wherever_it_may_stand() -> None:
    """50 % up to 10,000 of the year, 80 % above; the year stands between 4,000 and 6,000, the stay brings 10,000.

    At the least 6,000 × 50 % + 4,000 × 80 % = 6,200, at the most 4,000 × 50 % + 6,000 × 80 % = 6,800. The edge between
    the bands lies somewhere from 4,000 to 6,000 of the stay, so there are three pieces, each with a fen of rounding.
    """
    year = Schedule(segments=(Segment(yuan(10000), percent(50)), Segment(None, percent(80))), basis=SegmentBasis.YEAR)
    before = Counters(used(above_deductible=4000), used(above_deductible=6000))
    found = spans(bill(10000), EMPLOYEE, before, ratio=exact(year))
    assert found["basic_fund_paid"] == between("6199.97", "6800.03")
    assert found["above_deductible"] == between(14000, 16000)


def test_a_new_year_keeps_the_account_and_nothing_else() -> None:
    """R21: every counter is at 0 again, each end with its own account."""
    least = used(deductible_paid=1, basic_fund_paid=2, personal_account_balance=300)
    most = used(deductible_paid=3, basic_fund_paid=4, personal_account_balance=500)
    after = new_year(Counters(least, most))
    assert after == Counters(used(personal_account_balance=300), used(personal_account_balance=500))
