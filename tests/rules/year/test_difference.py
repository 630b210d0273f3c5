"""How much more the next stay costs after New Year while figures are known only as ranges: worked by hand, and narrow.

Where both stays depend on the same unknown figure the two are compared part by part of its range.
"""

from desktop_app.domain.case import Episode
from desktop_app.domain.figure import DeductibleBasis, Supplement
from tests.rules.estimate.sums import RESIDENT, benefits, critical, exact, flat, percent, ranged, stay, used, yuan
from tests.rules.year.outlooks import between, known, outlook

OPEN_RATIO = ranged(flat(55), flat(60), flat(70))
PLANNED = Episode(stay(1).care, None)
"""A stay before which the case lists no bill."""


def test_how_narrow_the_difference_becomes() -> None:
    """1,000 of deductible now less 500 later: 500 × r more, r from 55 to 70 %: 275 to 350, and little beside it.

    A part of the range from a to b gives 9,500 a − 9,000 b to 9,500 b − 9,000 a. Of 48 parts 32 would be of 15 / 32
    points each; the 16 halves to spare cut the lowest 8 and the highest 8 of them once more, so that the ninth from
    either end is the outermost. From below a = 55 + 15 × 8 / 32 = 58.75 and b = 59.21875 %:
    5,581.25 − 5,329.69 = 251.56. From above b = 70 − 3.75 = 66.25 and a = 65.78125 %: 6,293.75 − 5,920.31 = 373.44.
    """
    figures = benefits(deductible=exact((yuan(1000), yuan(500))), ratio=OPEN_RATIO)
    assert outlook(figures, stay(10000)).difference == between("251.56", 300, "373.44")


def test_less_is_as_narrow_as_more() -> None:
    """The same with 500 of deductible first and 1,000 then: the signs turn."""
    figures = benefits(deductible=exact((yuan(500), yuan(1000))), ratio=OPEN_RATIO)
    assert outlook(figures, stay(10000)).difference == between("-373.44", -300, "-251.56")


def test_what_matters_to_neither_stay_is_not_looked_into() -> None:
    """A cap of 400,000 or 500,000 is far: the ratio is cut as finely as if it were the only figure not known."""
    figures = benefits(
        deductible=exact((yuan(1000), yuan(500))),
        ratio=OPEN_RATIO,
        cap=ranged(yuan(400000), yuan(450000), yuan(500000)),
    )
    assert outlook(figures, stay(10000)).difference == between("251.56", 300, "373.44")


def test_what_matters_more_is_cut_first() -> None:
    """The first deductible is 1,000 to 1,010: that alone makes 10 × 62.5 % = 6.25, the ratio thousands.

    So all parts are of the ratio, as without it; from above 6,293.75 − (10,000 − 1,010) × 65.78125 % = 5,913.73.
    """
    figures = benefits(
        deductible=ranged((yuan(1000), yuan(500)), (yuan(1000), yuan(500)), (yuan(1010), yuan(500))),
        ratio=OPEN_RATIO,
    )
    assert outlook(figures, stay(10000)).difference == between("251.56", 300, "380.02")


def test_a_number_matters_half_as_much_with_every_cut() -> None:
    """Knowing the ratio narrows by 2,767.50, knowing the deductible of 1,000 to 1,100 by 100 × 62.5 % = 62.50.

    After five cuts the ratio still narrows by 86.48, so that the sixth is of the ratio too. Parts of 15 / 32 points
    alone would lie between 55 % × 9,500 − 55.46875 % × 9,000 = 232.81 and 70 % × 9,500 − 69.53125 % × 8,900 = 461.72.
    """
    figures = benefits(
        deductible=ranged((yuan(1000), yuan(500)), (yuan(1000), yuan(500)), (yuan(1100), yuan(500))),
        ratio=OPEN_RATIO,
    )
    found = outlook(figures, stay(10000)).difference
    assert found is not None
    assert found.likely == yuan(300)
    assert yuan(240) <= found.low <= yuan(275)
    assert yuan(420) <= found.high <= yuan(450)


def test_figures_that_are_known_leave_nothing_to_cut() -> None:
    """A second deductible of 500 after one of 1,000 to 1,000.01, all above paid: 500 or 500.01, and no part more."""
    deductible = ranged((yuan("1000"), yuan(500)), (yuan("1000.01"), yuan(500)), (yuan("1000.01"), yuan(500)))
    figures = benefits(deductible=deductible, ratio=exact(flat(100)))
    assert outlook(figures, stay(10000)).difference == between(500, "500.01", "500.01")


def test_a_yearly_deductible_makes_a_difference_at_any_ratio() -> None:
    """1,000 of 1,800 are paid: of the next 1,000 now 200 × 40 to 60 %, on 1 January nothing: 80, 100, 120."""
    figures = benefits(
        deductible=exact((yuan(1800),)),
        deductible_basis=exact(DeductibleBasis.ANNUAL),
        ratio=ranged(flat(40), flat(50), flat(60)),
    )
    assert outlook(figures, stay(1000)).difference == between(80, 100, 120)


def test_a_deductible_of_each_stay_makes_none() -> None:
    """What was paid before does not count: the same again on 1 January."""
    figures = benefits(
        deductible=exact((yuan(300),)), deductible_basis=exact(DeductibleBasis.PER_ADMISSION), ratio=OPEN_RATIO
    )
    assert outlook(figures, stay(1000)).difference == known(0)


def test_a_cap_of_which_just_enough_is_left_makes_none() -> None:
    """Of 100,000 exactly 10,000 are left, and no bill of 10,000 comes to more."""
    figures = benefits(ratio=OPEN_RATIO, cap=exact(yuan(100000)))
    found = outlook(figures, PLANNED, next_total=yuan(10000), before=used(basic_fund_paid=90000))
    assert found.difference == known(0)


def test_a_fund_that_pays_more_than_the_capped_one() -> None:
    """10,000 of a cap of 10,000 to 20,000 are used, and a supplement pays all that no longer fits under it.

    Where nothing is left it pays all 1,000 now, and on 1 January half is one's own: 500 more. Where 10,000 are left
    both stays cost 500: no more at all, and never less.
    """
    figures = benefits(
        ratio=exact(flat(50)),
        cap=ranged(yuan(10000), yuan(10000), yuan(20000)),
        supplement=exact(Supplement(percent(100), None)),
    )
    found = outlook(figures, PLANNED, next_total=yuan(1000), before=used(basic_fund_paid=10000))
    assert found.difference == between(0, 500, 500)


def test_own_payment_matters_where_there_is_critical_illness_cover() -> None:
    """Another 15,000 brings 30,000 × (1 − r) of own payment; 60 % above 10,000 are paid, on 1 January nothing.

    At 55 %: (13,500 − 10,000) × 60 % = 2,100; at 60 %: 1,200; at 65 %: 300. Each part of the ratio adds what it
    leaves open of 15,000 × r, at most 10 points / 32 = 47 above and below.
    """
    figures = benefits(
        ratio=ranged(flat(55), flat(60), flat(65)), critical=exact(critical(10000, (10000, None, 60), cap=300000))
    )
    found = outlook(figures, stay(15000), person=RESIDENT).difference
    assert found is not None
    assert found.likely == yuan(1200)
    assert yuan(200) <= found.low <= yuan(300)
    assert yuan(2100) <= found.high <= yuan(2200)


def test_what_critical_illness_cover_has_paid_matters_near_its_cap_alone() -> None:
    """Of a cap of 300,000 5,000 were paid: a stay of 10,000 now or on 1 January is far from it."""
    figures = benefits(ratio=OPEN_RATIO, critical=exact(critical(10000, (10000, None, 60), cap=300000)))
    found = outlook(figures, PLANNED, next_total=yuan(10000), before=used(critical_paid=5000), person=RESIDENT)
    assert found.difference == known(0)
