"""When a route is certainly never paid less than another, and when two can be settled side by side."""

from dataclasses import replace

import pytest

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.figure import (
    DeductibleBasis,
    Factor,
    FigureName,
    OwnRatio,
    Points,
    Supplement,
)
from desktop_app.domain.money import Rounding
from desktop_app.rules.compare.enclosed import ONE
from desktop_app.rules.compare.favour import never_less
from desktop_app.rules.compare.stay import Stay, alike, ceiling, stay_of
from desktop_app.rules.compare.unknowns import Unknowns
from desktop_app.rules.estimate.figure_table import AnyFigure
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

BILL = bill(10000)
CARE = Care(kind=CareKind.INPATIENT, date=DAY)
Figures = dict[str, AnyFigure]
USUAL: Figures = {"ratio": exact(flat(60)), "deductible": exact((yuan(500),))}


def both(mine: Figures, theirs: Figures) -> tuple[Stay, Stay, Unknowns]:
    """Two routes over one set of unknown figures."""
    all = Unknowns(ceiling(BILL, UNUSED))
    one, other = (
        stay_of(BILL, EMPLOYEE, UNUSED, benefits(**{**USUAL, **each}), care=CARE, all=all) for each in (mine, theirs)
    )
    return one, other, all


def kinder(mine: Figures, theirs: Figures) -> tuple[bool, bool]:
    """Whether the other is never paid less, and whether the one is not."""
    one, other, all = both(mine, theirs)
    return never_less(one, other, all.box()), never_less(other, one, all.box())


def elsewhere(value: Points | Factor | OwnRatio) -> Figures:
    """A reduction that is known."""
    return {"elsewhere": exact(value)}


def points(low: int, value: int, high: int) -> Figures:
    """Points known as a range."""
    return {"elsewhere": ranged(*(Points(percent(each)) for each in (low, value, high)))}


def lost(*, kept_out: bool = True) -> Figures:
    """Half of everything by critical-illness insurance, with or without the loss elsewhere."""
    return {"critical": exact(critical(0, (0, None, 50), counts_elsewhere_loss=not kept_out))}


KINDER: list[tuple[str, Figures, Figures, tuple[bool, bool]]] = [
    ("the same", {}, {}, (True, True)),
    ("a lower deductible", {}, {"deductible": exact((yuan(400),))}, (True, False)),
    ("a higher ratio", {}, {"ratio": exact(flat(61))}, (True, False)),
    ("a bonus", {}, {"bonus": exact(percent(5))}, (True, False)),
    ("a share paid first", {}, {"elsewhere_first_pay": exact(percent(5))}, (False, True)),
    (
        "higher ratio, higher deductible",
        {},
        {"ratio": exact(flat(61)), "deductible": exact((yuan(600),))},
        (False,) * 2,
    ),
    ("another cap", {"cap": exact(yuan(5000))}, {"cap": exact(yuan(6000))}, (False, False)),
    ("a cap on one side", {}, {"cap": exact(yuan(6000))}, (False, False)),
    ("a supplement on one side", {}, {"supplement": exact(Supplement(percent(80), None))}, (False, False)),
    ("other rounding", {}, {"rounding": exact(Rounding.DOWN)}, (False, False)),
    ("another number of bands", {}, {"ratio": exact(banded((1000, 60), (None, 60)))}, (False, False)),
    ("ranges that touch", {"ratio": ranged(flat(50), flat(55), flat(60))}, {}, (True, False)),
    ("ranges that overlap", {"ratio": ranged(flat(50), flat(55), flat(61))}, {}, (False, False)),
    ("points for none", elsewhere(Points(percent(10))), {}, (True, False)),
    ("a factor for none", elsewhere(Factor(percent(90))), {}, (True, False)),
    ("a ratio of its own for none", elsewhere(OwnRatio(percent(50))), {}, (False, False)),
    ("fewer points", elsewhere(Points(percent(10))), elsewhere(Points(percent(5))), (True, False)),
    ("a milder factor", elsewhere(Factor(percent(80))), elsewhere(Factor(percent(90))), (True, False)),
    ("a better ratio of its own", elsewhere(OwnRatio(percent(40))), elsewhere(OwnRatio(percent(50))), (True, False)),
    ("points for a factor", elsewhere(Points(percent(10))), elsewhere(Factor(percent(90))), (False, False)),
    ("points that touch", points(10, 15, 20), points(5, 8, 10), (True, False)),
    ("points that overlap", points(10, 15, 20), points(5, 8, 11), (False, False)),
    ("the same unknown points", points(10, 15, 20), points(10, 15, 20), (True, True)),
    ("a loss that counts", elsewhere(Points(percent(10))) | lost(kept_out=False), lost(kept_out=False), (True, False)),
    ("a loss kept out", elsewhere(Points(percent(10))) | lost(), lost(), (False, False)),
    ("a loss kept out on the other side", lost(), elsewhere(Points(percent(10))) | lost(), (False, False)),
    ("no loss to keep out", lost(), lost() | {"deductible": exact((yuan(400),))}, (True, False)),
]


@pytest.mark.parametrize(("_", "mine", "theirs", "found"), KINDER, ids=[row[0] for row in KINDER])
def test_a_route_whose_every_number_is_kinder_is_never_paid_less(
    _: str, mine: Figures, theirs: Figures, found: tuple[bool, bool]
) -> None:
    """Deductible, ratios, bonus and reduction may be kinder; everything else must be the same."""
    assert kinder(mine, theirs) == found


ALIKE: list[tuple[str, Figures, Figures, bool]] = [
    ("other numbers", {}, {"ratio": exact(flat(70)), "cap": exact(yuan(10))}, True),
    ("points and none", elsewhere(Points(percent(10))), {}, True),
    ("a factor and none", elsewhere(Factor(percent(90))), {}, True),
    ("points and points", elsewhere(Points(percent(10))), elsewhere(Points(percent(5))), True),
    ("points and a factor", elsewhere(Points(percent(10))), elsewhere(Factor(percent(90))), False),
    ("a ratio of its own and none", elsewhere(OwnRatio(percent(50))), {}, False),
    ("two ratios of their own", elsewhere(OwnRatio(percent(50))), elsewhere(OwnRatio(percent(40))), True),
    ("points that take nothing", elsewhere(Points(percent(0))), elsewhere(Factor(percent(90))), True),
    ("a factor that takes nothing", elsewhere(Factor(percent(100))), elsewhere(Points(percent(5))), True),
    ("other rounding", {}, {"rounding": exact(Rounding.DOWN)}, False),
    ("another basis", {}, {"deductible_basis": exact(DeductibleBasis.ANNUAL)}, False),
    ("more bands", {}, {"ratio": exact(banded((1000, 60), (None, 60)))}, False),
    ("other first-pay shares", {}, {"elsewhere_first_pay": exact(percent(5))}, True),
    ("critical illness on one side", {}, lost(), False),
    ("other flags", lost(), lost(kept_out=False), True),
]


@pytest.mark.parametrize(("_", "mine", "theirs", "found"), ALIKE, ids=[row[0] for row in ALIKE])
def test_routes_that_differ_in_numbers_only_are_settled_side_by_side(
    _: str, mine: Figures, theirs: Figures, found: bool
) -> None:
    """Either way round."""
    one, other, _all = both(mine, theirs)
    assert (alike(one, other), alike(other, one)) == (found, found)


def test_people_and_years_must_be_the_same() -> None:
    """Another scheme or another year follows other rules."""
    one, other, _ = both({}, {})
    assert alike(one, other)
    assert not alike(one, replace(other, person=RESIDENT))
    assert not alike(one, replace(other, used=used(deductible_paid=1)))


def test_nothing_reaches_the_ceiling() -> None:
    """A fen above the bill and all that the year has used: 10,000 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 yuan."""
    year = YearToDate(**{name: yuan(amount) for amount, name in enumerate(YearToDate.__slots__, 1)})
    assert ceiling(BILL, year) == yuan(10036) + 1
    assert ceiling(BILL, UNUSED) == yuan(10000) + 1


def test_a_deductible_for_care_elsewhere_is_the_deductible() -> None:
    """Of 500 at home and 800 elsewhere 800 stands; of two stays' deductibles that of this one."""
    deductible = (FigureName.DEDUCTIBLE, ())
    own, home, _ = both({"elsewhere_deductible": exact((yuan(800),))}, {})
    assert own.numbers.by_path[deductible] != home.numbers.by_path[deductible]
    number = own.numbers.by_path[deductible]
    assert not isinstance(number, int)
    assert number is not None
    assert number.low == yuan(800) * ONE
    second, _, _ = both({"deductible": exact((yuan(500), yuan(300)))}, {})
    first = second.numbers.by_path[deductible]
    assert not isinstance(first, int)
    assert first is not None
    assert first.low == yuan(500) * ONE


def test_joined_stays_share_a_deductible_like_a_year() -> None:
    """Where this stay continues another, what that one paid stands in the counters."""
    basis: Figures = {"deductible_basis": exact(DeductibleBasis.PER_JOINED_STAYS)}
    all = Unknowns(ceiling(BILL, UNUSED))
    figures = benefits(**{**USUAL, **basis})
    joined = stay_of(BILL, EMPLOYEE, UNUSED, figures, care=replace(CARE, joined=True), all=all)
    alone = stay_of(BILL, EMPLOYEE, UNUSED, figures, care=CARE, all=all)
    assert joined.terms.deductible_basis is DeductibleBasis.ANNUAL
    assert alone.terms.deductible_basis is DeductibleBasis.PER_JOINED_STAYS
