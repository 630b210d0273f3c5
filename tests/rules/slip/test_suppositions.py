"""What is supposed when a slip differs: every rule that may have been reckoned otherwise, and what it comes to.

The bill is 50,000, of which 4,000 are out of the catalogue: 46,000 eligible, 44,000 above a deductible of 2,000, 85 %.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    DeductibleBasis,
    Factor,
    Points,
    Supplement,
)
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.domain.slip import Cause, Slip, SlipLine
from desktop_app.rules.estimate.figure_table import AnyFigure
from desktop_app.rules.estimate.reckoning import reckoning
from desktop_app.rules.slip.reckoned_otherwise import deductible_otherwise, reckoned_otherwise
from desktop_app.rules.slip.supposing import Supposition, World, supposed, world_of
from desktop_app.storage.slip_file import parse_slip
from tests.rules.estimate.sums import (
    DAY,
    EMPLOYEE,
    RESIDENT,
    UNUSED,
    banded,
    benefits,
    bill,
    critical,
    exact,
    flat,
    percent,
    used,
    yuan,
)

BILL = bill(50000, out_of_catalogue=4000)
PLAIN: dict[str, AnyFigure] = {"ratio": exact(flat(85)), "deductible": exact((yuan(2000),))}
POOR = Person(scheme=Scheme.EMPLOYEE, assistance=Assistance.LOW_INCOME)
ANNUAL = exact(DeductibleBasis.ANNUAL)
ALL = set(Cause)


def world(
    of: Bill = BILL, person: Person = EMPLOYEE, before: YearToDate = UNUSED, admission: int = 1, **figures: AnyFigure
) -> World:
    """The plain stay with other figures."""
    care = Care(kind=CareKind.INPATIENT, date=DAY, admission=admission)
    return world_of(reckoning(person, care, of, before, benefits(**{**PLAIN, **figures})))


def printed(**lines: Any) -> Slip:  # noqa: ANN401 -- amounts as they are printed
    """A slip with these lines."""
    return parse_slip({"total": 50000, **lines})


def supposals(here: World, slip: Slip, *causes: Cause) -> list[Supposition]:
    """What is supposed, of these causes only."""
    return [each for each in reckoned_otherwise(here, slip) if each.cause in (causes or ALL)]


def test_every_supposition_is_said_by_its_cause() -> None:
    """With everything that can be otherwise: the sentence belongs to the cause, and the plain ones come first."""
    here = world(
        person=POOR,
        before=used(deductible_paid=700, personal_account_balance=1000),
        deductible_basis=ANNUAL,
        elsewhere=exact(Points(percent(10))),
        bonus=exact(percent(5)),
        cap=exact(yuan(30000)),
        supplement=exact(Supplement(percent(80), None)),
        critical=exact(critical(0, (0, None, 50))),
        assistance=exact(AssistanceTerms(yuan(0), percent(50), None)),
    )
    found = supposals(here, printed(deductible=2400, basic_fund=20000, personal_account=600))
    assert {each.said.id for each in found} == {f"slip.cause.{each.cause.value}" for each in found}
    assert [each.said.id.removeprefix("slip.cause.") for each in found] == [each.cause.value for each in found]
    assert not any(each.looks_up for each in found)
    assert {each.cause for each in found} == {
        Cause.DEDUCTIBLE_USED,
        Cause.DEDUCTIBLE_NOT_COUNTED,
        Cause.OTHER_DEDUCTIBLE,
        Cause.NO_REDUCTION,
        Cause.OTHER_REDUCTION,
        Cause.FIRST_PAY,
        Cause.OTHER_RATIO,
        Cause.RETIRED_BONUS,
        Cause.CRITICAL_LATER,
        Cause.SUPPLEMENT_LATER,
        Cause.ASSISTANCE_LATER,
        Cause.CAP_REACHED,
        Cause.ACCOUNT_FIRST,
        Cause.ACCOUNT_BALANCE,
    }


def paid(here: World, supposition: Supposition) -> Fen:
    """What the basic fund would pay then."""
    then = supposed(here, supposition)
    return here.settled.basic.paid if then is None else then.settled.basic.paid


def numbers(supposition: Supposition) -> dict[str, object]:
    """The numbers it is said with."""
    return dict(supposition.said.parameters)


def test_another_stay_s_deductible_is_tried_up_to_the_fourth() -> None:
    """Of 2,000, 1,000, 500 the second stay pays 1,000: 45,000 × 85 % = 38,250. The first: 44,000; the third: 45,500."""
    here = world(
        admission=2,
        deductible=exact((yuan(2000), yuan(1000), yuan(500))),
        deductible_basis=exact(DeductibleBasis.PER_ADMISSION),
    )
    found = supposals(here, printed(), Cause.ADMISSION)
    assert [numbers(each)["admission"] for each in found] == [1, 3, 4]
    assert [paid(here, each) for each in found] == [yuan(37400), yuan(38675), yuan(38675)]
    # A deductible that is the same for every stay of the year has no other stay's.
    assert supposals(world(deductible_basis=ANNUAL), printed(), Cause.ADMISSION) == []


def test_a_deductible_may_be_paid_already_or_taken_again() -> None:
    """46,000 × 85 % = 39,100 without one. Of 2,000 a year has paid 700: 44,700 × 85 % = 37,995, again 37,400."""
    plain = world()
    [none_left] = supposals(plain, printed(), Cause.DEDUCTIBLE_USED)
    assert (paid(plain, none_left), none_left.reads, none_left.rank) == (yuan(39100), frozenset(), 0)
    assert supposals(world(deductible=exact((yuan(0),))), printed(), Cause.DEDUCTIBLE_USED) == []
    yearly = world(before=used(deductible_paid=700), deductible_basis=ANNUAL)
    assert yearly.settled.basic.paid == yuan(37995)
    [again] = supposals(yearly, printed(), Cause.DEDUCTIBLE_NOT_COUNTED)
    assert (paid(yearly, again), numbers(again)) == (yuan(37400), {"paid": yuan(700)})
    [none_left] = supposals(yearly, printed(), Cause.DEDUCTIBLE_USED)
    assert paid(yearly, none_left) == yuan(39100)
    per_visit = world(before=used(deductible_paid=700), deductible_basis=exact(DeductibleBasis.PER_VISIT))
    assert supposals(per_visit, printed(), Cause.DEDUCTIBLE_NOT_COUNTED) == []
    assert supposals(world(deductible_basis=ANNUAL), printed(), Cause.DEDUCTIBLE_NOT_COUNTED) == []


def test_the_deductible_a_slip_states_is_the_only_other_one() -> None:
    """2,400: (46,000 − 2,400) × 85 % = 37,060, whatever the year has paid and whatever holds elsewhere."""
    for here in (
        world(),
        world(before=used(deductible_paid=700), deductible_basis=ANNUAL),
        world(elsewhere_deductible=exact((yuan(3000),))),
    ):
        [stated] = supposals(here, printed(deductible=2400), Cause.OTHER_DEDUCTIBLE)
        assert (numbers(stated), stated.rank) == ({"amount": yuan(2400)}, 0)
        assert stated.reads == {SlipLine.DEDUCTIBLE}
        assert paid(here, stated) == yuan(37060)


def test_without_a_stated_deductible_round_ones_are_tried() -> None:
    """50 to 5,000 in steps of 50; the five hundreds are plainest, then the hundreds, then the fifties."""
    found = [each for each in deductible_otherwise(world(), printed()) if each.cause is Cause.OTHER_DEDUCTIBLE]
    assert [numbers(each)["amount"] for each in found] == [yuan(amount) for amount in range(50, 5001, 50)]
    ranks = {numbers(each)["amount"]: each.rank for each in found}
    shown = {yuan(amount): rank for amount, rank in ((500, 1), (5000, 1), (100, 2), (4900, 2), (50, 3), (450, 3))}
    assert {amount: ranks[amount] for amount in shown} == shown
    assert {each.reads for each in found} == {frozenset({SlipLine.BASIC_FUND})}
    assert paid(world(), found[5]) == yuan("38845")  # 300: 45,700 × 85 %


def test_a_reduction_may_have_been_left_out() -> None:
    """Where there is one of any form: points, a share paid first, a deductible of its own; 37,400 without any."""
    forms: list[dict[str, Any]] = [
        {"elsewhere": exact(Points(percent(10)))},
        {"elsewhere_first_pay": exact(percent(10))},
        {"elsewhere_deductible": exact((yuan(3000),))},
    ]
    for form in forms:
        here = world(**form)
        [at_home] = supposals(here, printed(), Cause.NO_REDUCTION)
        assert here.settled.basic.paid != yuan(37400)
        assert paid(here, at_home) == yuan(37400)
    assert supposals(world(), printed(), Cause.NO_REDUCTION) == []


def test_reductions_are_tried_by_whole_points_up_to_thirty() -> None:
    """Points, a factor and a share paid first for each; fives before the rest, points before factors.

    Ten points: 44,000 × 75 % = 33,000. Nine tenths: 44,000 × 76.5 % = 33,660. A tenth first: (41,400 − 2,000) × 85 %.
    """
    here = world()
    found = supposals(here, printed(), Cause.OTHER_REDUCTION, Cause.FIRST_PAY)
    assert [each.cause for each in found] == [
        Cause.OTHER_REDUCTION,
        Cause.OTHER_REDUCTION,
        Cause.FIRST_PAY,
    ] * 31
    assert [each.rank for each in found[:9]] == [0, 2, 0, 1, 3, 1, 1, 3, 1]
    assert [paid(here, each) for each in found[30:33]] == [yuan(33000), yuan(33660), yuan(33490)]
    assert [paid(here, each) for each in found[90:]] == [yuan(24200), yuan(26180), yuan(25670)]
    forms = [numbers(each)["form"] for each in found[30:32]]
    assert [str(form.id) for form in forms if hasattr(form, "id")] == [
        "estimate.figure.points_less",
        "estimate.figure.factor",
    ]
    assert [dict(form.parameters)["value"] for form in forms if hasattr(form, "parameters")] == [
        percent(10),
        percent(90),
    ]
    assert numbers(found[32]) == {"ratio": percent(10)}


def ratios(here: World, basic_fund: str | int | None) -> list[tuple[Fraction, Fraction, int]]:
    """The ratios read off: as paid, the local one, and how fine."""
    slip = printed() if basic_fund is None else printed(basic_fund=basic_fund)
    found = supposals(here, slip, Cause.OTHER_RATIO)
    assert {each.reads for each in found} <= {frozenset({SlipLine.BASIC_FUND})}
    told = [numbers(each) for each in found]
    shares = [(each["ratio"], each["local"]) for each in told]
    return [
        (ratio, local, each.rank)
        for (ratio, local), each in zip(shares, found, strict=True)
        if isinstance(ratio, Fraction) and isinstance(local, Fraction)
    ]


def test_a_ratio_is_read_off_ever_finer() -> None:
    """36,212.00 of 44,000 are 82.3 %: in steps of five per cent 80, in whole ones 82, in tenths 82.3."""
    assert ratios(world(), 36212) == [
        (percent(80), percent(80), 0),
        (percent(82), percent(82), 1),
        (percent("82.3"), percent("82.3"), 2),
    ]
    here = world()
    found = supposals(here, printed(basic_fund=36212), Cause.OTHER_RATIO)
    assert [paid(here, each) for each in found] == [yuan(35200), yuan(36080), yuan(36212)]


def test_the_local_ratio_is_found_behind_bonus_factor_and_reduction() -> None:
    """33,000 of 44,000 are 75 %: 85 less 10 points, 5/6 with nine tenths, 50 with half the own share, 70 and 5 more."""
    three = percent(75)
    assert ratios(world(elsewhere=exact(Points(percent(10)))), 33000)[0] == (three, percent(85), 0)
    assert ratios(world(elsewhere=exact(Factor(percent(90)))), 33000)[0] == (three, Fraction(5, 6), 0)
    assert ratios(world(own_share_factor=exact(percent(50))), 33000)[0] == (three, percent(50), 0)
    assert ratios(world(bonus=exact(percent(5))), 33000)[0] == (three, percent(70), 0)
    assert ratios(world(own_share_factor=exact(percent(0))), 33000)[0] == (three, three, 0)
    assert ratios(world(elsewhere=exact(Factor(percent(0)))), 33000)[0] == (three, three, 0)


def test_a_ratio_above_one_or_of_nothing_is_no_ratio() -> None:
    """75 % with 25 points are 100 %, with 30 more than all; with a bonus of 75 nothing would be left."""
    assert [local for _, local, _ in ratios(world(elsewhere=exact(Points(percent(25)))), 33000)] == [Fraction(1)] * 3
    assert ratios(world(elsewhere=exact(Points(percent(30)))), 33000) == []
    assert ratios(world(bonus=exact(percent(75))), 33000) == []


def test_a_ratio_is_read_off_only_where_there_is_one() -> None:
    """Not off two bands, not where nothing is stated or paid, not where nothing lies above the deductible."""
    assert ratios(world(ratio=exact(banded((10000, 80), (None, 90)))), 33000) == []
    assert ratios(world(), None) == []
    assert ratios(world(), 0) == []
    assert ratios(world(deductible=exact((yuan(46000),))), 100) == []
    assert ratios(world(deductible=exact((yuan(45999),))), 1)[0] == (Fraction(1), Fraction(1), 0)


def test_a_bonus_may_have_been_left_out() -> None:
    """44,000 × 85 % = 37,400 instead of 90 %, or of 92.5 % with half the own share."""
    named: list[dict[str, Any]] = [{"bonus": exact(percent(5))}, {"own_share_factor": exact(percent(50))}]
    for figures in named:
        here = world(**figures)
        [found] = supposals(here, printed(), Cause.RETIRED_BONUS)
        assert here.settled.basic.paid != paid(here, found) == yuan(37400)
    assert supposals(world(), printed(), Cause.RETIRED_BONUS) == []


FUNDS = (Cause.CRITICAL_LATER, Cause.SUPPLEMENT_LATER, Cause.ASSISTANCE_LATER)


def test_each_fund_that_pays_may_pay_later() -> None:
    """30,000 of the basic fund, 80 % of what overflows, half of the rest, and half of that by assistance."""
    here = world(
        person=POOR,
        cap=exact(yuan(30000)),
        supplement=exact(Supplement(percent(80), None)),
        critical=exact(critical(0, (0, None, 50))),
        assistance=exact(AssistanceTerms(yuan(0), percent(50), None)),
    )
    found = supposals(here, printed(), *FUNDS)
    assert [each.cause for each in found] == list(FUNDS)
    worlds = [then for each in found if (then := supposed(here, each)) is not None]
    assert [
        (then.settled.closing.critical.paid, then.settled.supplement, then.settled.closing.assistance).count(Fen(0))
        for then in worlds
    ] == [1, 1, 1]
    assert worlds[0].settled.closing.critical.paid == 0
    assert worlds[1].settled.supplement == 0
    assert worlds[2].settled.closing.assistance == 0
    assert supposals(world(), printed(), *FUNDS) == []


def test_a_cap_may_have_been_reached_before() -> None:
    """Of 100,000 the fund has 20,000 left if it pays 20,000 where 37,400 are due."""
    here = world(cap=exact(yuan(100000)))
    [found] = supposals(here, printed(basic_fund=20000), Cause.CAP_REACHED)
    assert numbers(found) == {"cap": yuan(100000), "used": yuan(80000), "left": yuan(20000)}
    assert (paid(here, found), found.reads) == (yuan(20000), frozenset({SlipLine.BASIC_FUND}))
    for slip in (printed(), printed(basic_fund=37400), printed(basic_fund=38000)):
        assert supposals(here, slip, Cause.CAP_REACHED) == []
    assert supposals(world(), printed(basic_fund=20000), Cause.CAP_REACHED) == []
    low = world(cap=exact(yuan(30000)))
    assert supposals(low, printed(basic_fund=30000), Cause.CAP_REACHED) == []
    assert len(supposals(low, printed(basic_fund=29999), Cause.CAP_REACHED)) == 1


ACCOUNT = (Cause.ACCOUNT_FIRST, Cause.ACCOUNT_LAST, Cause.ACCOUNT_BALANCE)


def test_the_account_may_have_paid_at_another_turn_or_from_another_balance() -> None:
    """An account of 1,000 that pays last: first it leaves 43,000 × 85 % = 36,550 to the fund."""
    before = used(personal_account_balance=1000)
    last = world(before=before)
    [first] = supposals(last, printed(), *ACCOUNT)
    assert (first.cause, paid(last, first)) == (Cause.ACCOUNT_FIRST, yuan(36550))
    turned = world(before=before, account_order=exact(AccountOrder.FIRST))
    [other] = supposals(turned, printed(), *ACCOUNT)
    assert (other.cause, paid(turned, other)) == (Cause.ACCOUNT_LAST, yuan(37400))
    found = supposals(last, printed(personal_account=600), *ACCOUNT)
    assert [each.cause for each in found] == [Cause.ACCOUNT_FIRST, Cause.ACCOUNT_BALANCE]
    then = supposed(last, found[1])
    assert then is not None
    assert (then.settled.account, numbers(found[1])) == (yuan(600), {"paid": yuan(600)})
    assert len(supposals(last, printed(personal_account=1000), *ACCOUNT)) == 1
    assert supposals(world(), printed(), *ACCOUNT) == []
    assert supposals(world(before=before, person=RESIDENT), printed(personal_account=600), *ACCOUNT) == []


def test_what_changes_nothing_is_not_supposed() -> None:
    """The same deductible again, and the same bill: no other world."""
    here = world()
    [same] = supposals(here, printed(deductible=2000), Cause.OTHER_DEDUCTIBLE)
    assert supposed(here, replace(same, change=lambda reckoned: reckoned)) is None
    assert supposed(here, replace(same, change=lambda _: None)) is None
    smaller = replace(same, change=lambda reckoned: reckoned._replace(bill=bill(40000)))
    assert supposed(here, smaller) is not None
