"""What two routes pay by the enclosure that compares them: sums worked by hand, with what rounding may move."""

from dataclasses import replace
from fractions import Fraction

from desktop_app.domain.bill import Bill, YearToDate
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.figure import (
    AccountOrder,
    AssistanceTerms,
    DeductibleBasis,
    Factor,
    Figure,
    Origin,
    OwnRatio,
    Points,
    SegmentBasis,
    Supplement,
)
from desktop_app.domain.money import Rounding
from desktop_app.domain.person import Assistance, Person, Scheme
from desktop_app.rules.compare.enclosed import ONE, Enclosed
from desktop_app.rules.compare.payment import Enclosure
from desktop_app.rules.compare.stay import ceiling, stay_of
from desktop_app.rules.compare.unknowns import Unknowns
from desktop_app.rules.estimate.figure_table import AnyFigure
from tests.rulebooks import TYPICAL
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
    ranged,
    used,
    yuan,
)

CARE = Care(kind=CareKind.INPATIENT, date=DAY)
POOR = Person(scheme=Scheme.EMPLOYEE, assistance=Assistance.LOW_INCOME)
Figures = dict[str, AnyFigure]
RISING = exact(banded((10000, 80), (None, 90)))
HALF_OF_ALL = exact(critical(0, (0, None, 50)))


def paid(
    mine: Figures, theirs: Figures | None = None, *, of: Bill, person: Person = EMPLOYEE, before: YearToDate = UNUSED
) -> tuple[tuple[int, ...], Fraction]:
    """The least and the most in the one route, then in the other where it differs, in fen; what rounding may move.

    Both routes move alike, as far as these examples go.
    """
    unknowns = Unknowns(ceiling(of, before))
    routes = [stay_of(of, person, before, benefits(**each), care=CARE, all=unknowns) for each in (mine, theirs or mine)]
    found = Enclosure(routes[0], routes[1], unknowns.box()).payment()
    ends = (*_ends(found.total.mine), *(_ends(found.total.theirs) if theirs else ()))
    assert theirs or found.total.more.low <= 0 <= found.total.more.high
    assert theirs or found.loose[0] == found.loose[1]
    return ends, Fraction(found.loose[0], ONE).limit_denominator(1000)


def more(mine: Figures, theirs: Figures) -> tuple[int, int]:
    """The least and the most the other route pays more on a bill of 10,000, in fen."""
    unknowns = Unknowns(ceiling(bill(10000), UNUSED))
    one, other = (
        stay_of(bill(10000), EMPLOYEE, UNUSED, benefits(**each), care=CARE, all=unknowns) for each in (mine, theirs)
    )
    return _ends(Enclosure(one, other, unknowns.box()).payment().total.more)


def _ends(number: Enclosed) -> tuple[int, int]:
    return round(Fraction(number.low, ONE)), round(Fraction(number.high, ONE))


def both(amount: str | int) -> tuple[int, int]:
    """Exactly this amount in yuan."""
    return (yuan(amount), yuan(amount))


ALL: Figures = {
    "ratio": RISING,
    "deductible": exact((yuan(1000),)),
    "cap": exact(yuan(20000)),
    "supplement": exact(Supplement(percent(80), yuan(15000))),
    "critical": exact(critical(5000, (5000, 10000, 60), (10000, None, 70))),
    "assistance": exact(AssistanceTerms(yuan(1000), percent(50), yuan(2000))),
}


def test_all_funds_in_turn() -> None:
    """50,000 above 1,000: 8,000 + 39,000 × 90 % are 43,100, the cap lets 20,000 through.

    8,000 and 12,000 ÷ 90 % = 13,333.33 fit; 80 % of the other 25,666.67 are above the supplement's 15,000. Of 15,000
    that are left critical illness pays 5,000 × 60 % + 5,000 × 70 % = 6,500, assistance half of 7,500, at most 2,000.

    Half a fen for each of two bands, two tiers, supplement and assistance; what overflows may move by
    2 × ½ ÷ 80 % × 80 % = 1 and 3 × ½ ÷ 90 % × 80 % = 4/3 fen: 3 + 7/3.
    """
    assert paid(ALL, of=bill(50000), person=POOR) == (both(43500), Fraction(16, 3))


def test_a_resident_has_no_supplement_and_only_the_poor_have_assistance() -> None:
    """20,000, and of the other 30,000 critical illness pays 3,000 + 20,000 × 70 % = 17,000; two bands, two tiers."""
    assert paid(ALL, of=bill(50000), person=RESIDENT) == (both(37000), Fraction(2))


def test_assistance_pays_on_what_the_other_funds_leave() -> None:
    """5,000 of 10,000, then half of 5,000 by critical-illness insurance; of 2,500 above 1,000 assistance pays half."""
    figures: Figures = {
        "ratio": exact(flat(50)),
        "critical": HALF_OF_ALL,
        "assistance": exact(AssistanceTerms(yuan(1000), percent(50), None)),
    }
    assert paid(figures, of=bill(10000), person=POOR) == (both(8250), Fraction(3, 2))
    unknown = {**figures, "assistance": ranged(*(AssistanceTerms(yuan(1000), percent(x), None) for x in (20, 40, 50)))}
    assert paid(unknown, of=bill(10000), person=POOR)[0] == (yuan(7800), yuan(8250))


def test_bands_of_the_year_are_seen_from_where_it_stands() -> None:
    """80 % up to 10,000 of the year, 90 % above; it stands at 4,000: 6,000 × 80 % + 4,000 × 90 %."""
    running = replace(banded((10000, 80), (None, 90)), basis=SegmentBasis.YEAR)
    before = used(above_deductible=4000)
    assert paid({"ratio": exact(running)}, of=bill(10000), before=before)[0] == both(8400)


def test_a_cap_of_one_route_only() -> None:
    """50 % of 10,000, at most 3,000 in the one: 3,000 and 5,000; the other way round 5,000 and 3,000."""
    half: Figures = {"ratio": exact(flat(50))}
    capped: Figures = {**half, "cap": exact(yuan(3000))}
    assert paid(capped, half, of=bill(10000))[0] == (*both(3000), *both(5000))
    assert paid(half, capped, of=bill(10000))[0] == (*both(5000), *both(3000))


def test_a_number_both_routes_share_makes_no_difference() -> None:
    """50 to 70 % in one document is one ratio, whatever it is; in two the other may pay 2,000 more or less."""
    shared, other = ranged(flat(50), flat(60), flat(70)), ranged(flat(50), flat(60), flat(70))
    assert isinstance(other, Figure)
    other = replace(other, provenance=replace(TYPICAL, fact="L1"))
    assert more({"ratio": shared}, {"ratio": shared}) == (0, 0)
    assert more({"ratio": shared}, {"ratio": other}) == (yuan(-2000), yuan(2000))


def test_what_the_year_has_used_is_used() -> None:
    """5,000 of the cap, 14,000 of the supplement and 1,500 of the assistance; 2,000 are accumulated.

    15,000 + 1,000. Of 34,000 the first 3,000 lie below 5,000, then 5,000 × 60 % and 26,000 × 70 %: 21,200. And 500.
    """
    before = used(
        basic_fund_paid=5000,
        supplement_paid=14000,
        assistance_paid=1500,
        critical_out_of_pocket=2000,
        deductible_paid=700,
    )
    assert paid(ALL, of=bill(50000), person=POOR, before=before)[0] == both(15000 + 1000 + 21200 + 500)
    capped = {**ALL, "critical": exact(critical(5000, (5000, 10000, 60), (10000, None, 70), cap=6000))}
    # 6,500 are due of critical-illness insurance, of whose 6,000 the year has used 1,000.
    assert paid(capped, of=bill(50000), before=used(critical_paid=1000)) == (both(40000), Fraction(29, 6))


def test_only_a_yearly_deductible_looks_at_the_year() -> None:
    """10,000 above 1,000, of which 700 are paid: 9,000 × 50 %, or 9,700 × 50 %."""
    figures: Figures = {"ratio": exact(flat(50)), "deductible": exact((yuan(1000),))}
    before = used(deductible_paid=700)
    assert paid(figures, of=bill(10000), before=before)[0] == both(4500)
    yearly = {**figures, "deductible_basis": exact(DeductibleBasis.ANNUAL)}
    assert paid(yearly, of=bill(10000), before=before)[0] == both(4850)


def test_tiers_above_the_deductible_begin_there() -> None:
    """5,000 at 50 %; of the rest 1,000 to 3,000 at 60 %, to 5,000 at 70 %: 1,200 + 1,400."""
    terms = critical(1000, (0, 2000, 60), (2000, None, 70), origin=Origin.DEDUCTIBLE)
    assert paid({"ratio": exact(flat(50)), "critical": exact(terms)}, of=bill(10000))[0] == both(7600)


def test_bands_from_zero_hold_the_deductible() -> None:
    """15,000: 1,000 to 10,000 at 80 % and 5,000 at 90 %; a bill of 600 stays below the deductible."""
    figures: Figures = {
        "ratio": exact(banded((10000, 80), (None, 90), origin=Origin.ZERO)),
        "deductible": exact((yuan(1000),)),
    }
    assert paid(figures, of=bill(15000)) == (both(11700), Fraction(1))
    assert paid(figures, of=bill(600)) == (both(0), Fraction(0))


def test_cutting_off_moves_by_a_whole_fen() -> None:
    """8,000 + 4,500; two bands that are rounded down."""
    assert paid({"ratio": RISING, "rounding": exact(Rounding.DOWN)}, of=bill(15000)) == (both(12500), Fraction(2))


def test_an_account_that_pays_first_leaves_the_funds_less() -> None:
    """1,000, an account of 300: 700 × 50 %; residents have no account, and one that pays last takes nothing away."""
    first: Figures = {"ratio": exact(flat(50)), "account_order": exact(AccountOrder.FIRST)}
    last: Figures = {"ratio": exact(flat(50)), "account_order": exact(AccountOrder.LAST)}
    before = used(personal_account_balance=300)
    assert paid(first, of=bill(1000), before=before)[0] == both(350)
    assert paid(first, of=bill(1000), before=before, person=RESIDENT)[0] == both(500)
    assert paid(last, of=bill(1000), before=before)[0] == both(500)


def test_what_is_eligible_is_exact_where_its_shares_are() -> None:
    """1,000 − 100 − 10 % of 200 = 880, less 10 % = 792, half of that. Class B at 20 %: 860 and 774.

    Ranges are not rounded step by step: a fen for class B, half a one for the first-pay share.
    """
    of = bill(1000, out_of_catalogue=100, class_b=200)
    half, ten = exact(flat(50)), exact(percent(10))
    known: Figures = {"ratio": half, "class_b_ratio": ten, "elsewhere_first_pay": ten}
    assert paid(known, of=of) == (both(396), Fraction(1, 2))
    class_b = {**known, "class_b_ratio": ranged(percent(10), percent(10), percent(20))}
    assert paid(class_b, of=of) == ((yuan(387), yuan(396)), Fraction(2))
    first = {**known, "elsewhere_first_pay": ranged(percent(0), percent(10), percent(20))}
    assert paid(first, of=of) == ((yuan(352), yuan(440)), Fraction(1))
    other: Figures = {**known, "elsewhere_first_pay": exact(percent(5))}
    # 880 × 95 % = 836.
    assert paid(first, other, of=of) == ((yuan(352), yuan(440), *both(418)), Fraction(1))


def test_the_ratio_follows_bonus_factor_and_reduction() -> None:
    """Each on 1,000: 70 + 5 − 10 %; (1 − 30 % × ½) × 90 %; its own 40 %; never below 0, never above 1."""
    of = bill(1000)
    seventy = exact(flat(70))
    ten_less, tenth_off = exact(Points(percent(10))), exact(Factor(percent(90)))
    assert paid({"ratio": seventy, "elsewhere": ten_less, "bonus": exact(percent(5))}, of=of)[0] == both(650)
    halved = exact(percent(50))
    assert paid({"ratio": seventy, "elsewhere": tenth_off, "own_share_factor": halved}, of=of)[0] == both(765)
    assert paid({"ratio": seventy, "elsewhere": exact(OwnRatio(percent(40)))}, of=of)[0] == both(400)
    assert paid({"ratio": seventy, "elsewhere": exact(Points(percent(80)))}, of=of) == (both(0), Fraction(0))
    assert paid({"ratio": exact(flat(90)), "bonus": exact(percent(20))}, of=of)[0] == both(1000)
    # A factor on one side only: 630 and 700.
    assert paid({"ratio": seventy, "elsewhere": tenth_off}, {"ratio": seventy}, of=of)[0] == (*both(630), *both(700))


def test_where_nothing_is_paid_no_bonus_is_added() -> None:
    """A local ratio of 0 stays 0 whatever the bonus; one of 0 to 20 % comes to nothing, or to 40 % at the most."""
    bonus = exact(percent(20))
    assert paid({"ratio": exact(flat(0)), "bonus": bonus}, of=bill(1000)) == (both(0), Fraction(0))
    perhaps: Figures = {"ratio": ranged(flat(0), flat(10), flat(20)), "bonus": bonus}
    assert paid(perhaps, of=bill(1000))[0] == (0, yuan(400))


CAPPED: Figures = {
    "ratio": exact(flat(50)),
    "cap": exact(yuan(3000)),
    "supplement": exact(Supplement(percent(80), None)),
}


def test_a_supplement_pays_above_the_yearly_cap_and_not_above_that_of_a_visit() -> None:
    """5,000 are due, 3,000 paid for 6,000, and 80 % of the other 4,000. A smaller cap per visit leaves none (R11).

    Half a fen for the band, half for the supplement, and 2 × ½ ÷ 50 % × 80 % = 1.6 that may overflow.
    """
    of = bill(10000)
    assert paid(CAPPED, of=of) == (both(6200), Fraction(26, 10))
    for visit, expected in ((2000, 2000), (3000, 3000), (4000, 6200)):
        assert paid({**CAPPED, "cap_per_visit": exact(yuan(visit))}, of=of)[0] == both(expected)
    either = {**CAPPED, "cap_per_visit": ranged(yuan(2000), yuan(3500), yuan(4000))}
    assert paid(either, of=of)[0] == (yuan(2000), yuan(6200))
    known = {**CAPPED, "supplement": ranged(*(Supplement(percent(share), None) for share in (40, 50, 60)))}
    assert paid(known, of=of) == ((yuan(4600), yuan(5400)), Fraction(22, 10))


def test_a_cap_that_rounding_cannot_reach_leaves_nothing_to_overflow() -> None:
    """5,000 are due in one band: within a fen of the cap something may overflow, two fen above it nothing can."""
    for cap, moved in (("5000", Fraction(21, 10)), ("5000.01", Fraction(21, 10)), ("5000.02", Fraction(1, 2))):
        assert paid({**CAPPED, "cap": exact(yuan(cap))}, of=bill(10000)) == (both(5000), moved)


def test_what_overflows_is_cut_band_by_band() -> None:
    """8,000 + 9,000 are due under a cap of 9,000: 1,000 ÷ 90 % of the upper band fit, half of 8,888.89 is paid.

    Rounding: half a fen thrice, and 2 × ½ ÷ 80 % × ½ + 3 × ½ ÷ 90 % × ½. A band at 0 % neither fits nor overflows.
    """
    half = exact(Supplement(percent(50), None))
    figures: Figures = {"ratio": RISING, "cap": exact(yuan(9000)), "supplement": half}
    assert paid(figures, of=bill(20000)) == (both("13444.44"), Fraction(71, 24))
    nothing_first: Figures = {"ratio": exact(banded((1000, 0), (None, 50))), "cap": exact(yuan(1000))}
    # 4,000 × 50 % are due; 1,000 pay for 2,000 of them, and half of the other 2,000 is paid.
    assert paid({**nothing_first, "supplement": half}, of=bill(5000)) == (both(2000), Fraction(2))
    # Where the ratio may be 0, all of the 5,000 may overflow or none: a supplement of half of it is left open.
    perhaps: Figures = {"ratio": ranged(flat(0), flat(10), flat(50)), "cap": exact(yuan(1000)), "supplement": half}
    assert paid(perhaps, of=bill(5000)) == ((0, yuan(3500)), Fraction(250_001))


def test_deductible_and_loss_count_only_where_the_flags_say_so() -> None:
    """11,000 above 1,000 at 70 − 20 %: 5,000, at home 7,000; half of what counts of the other 6,000 is paid."""
    away: Figures = {
        "ratio": exact(flat(70)),
        "elsewhere": exact(Points(percent(20))),
        "deductible": exact((yuan(1000),)),
    }
    no_loss = critical(0, (0, None, 50), counts_elsewhere_loss=False)
    no_deductible = critical(0, (0, None, 50), counts_deductible=False)
    neither = critical(0, (0, None, 50), counts_deductible=False, counts_elsewhere_loss=False)
    of = bill(11000)
    assert paid({**away, "critical": HALF_OF_ALL}, of=of) == (both(8000), Fraction(1))
    assert paid({**away, "critical": exact(no_loss)}, of=of) == (both(7000), Fraction(3, 2))
    assert paid({**away, "critical": exact(no_deductible)}, of=of) == (both(7500), Fraction(1))
    assert paid({**away, "critical": exact(neither)}, of=of) == (both(6500), Fraction(3, 2))
    either = ranged(no_loss, critical(0, (0, None, 50)), critical(0, (0, None, 50)))
    assert paid({**away, "critical": either}, of=of)[0] == (yuan(7000), yuan(8000))
    home: Figures = {"ratio": exact(flat(70)), "deductible": exact((yuan(500),))}
    # 10,000 × 50 %, and at home 10,500 × 70 %.
    assert paid(away, home, of=of)[0] == (*both(5000), *both(7350))
