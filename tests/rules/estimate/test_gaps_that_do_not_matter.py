"""A missing figure that this case does not ask for leaves every amount known; one that it asks for does not."""

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.figure import FigureName
from desktop_app.domain.money import Fen
from desktop_app.rules.estimate.figure_table import AnyFigure
from tests.rules.estimate.sums import UNUSED, benefits, estimated, exact, flat, gap, stay, used, yuan

Told = tuple[list[FigureName], Fen | None]


def told(before: YearToDate = UNUSED, **figures: AnyFigure) -> Told:
    """The gaps of a stay of 10,000 at 60 % above 500, and what the funds pay."""
    usual: dict[str, AnyFigure] = {"ratio": exact(flat(60)), "deductible": exact((yuan(500),))}
    (found,) = estimated(benefits(**{**usual, **figures}), stay(10000), before=before)
    return [each.figure for each in found.gaps], found.amounts.fund_total


def test_a_deductible_of_its_own_elsewhere_needs_none_at_home() -> None:
    """(10,000 − 1,000) × 60 %: the local deductible would not be read."""
    missing, own = gap(FigureName.DEDUCTIBLE), exact((yuan(1000),))
    assert told(deductible=missing, elsewhere_deductible=own) == ([], yuan(5400))


def test_the_basis_of_the_deductible_matters_once_some_is_paid() -> None:
    """(10,000 − 500) × 60 % whatever the basis, as long as the year has paid none; then it is asked for."""
    basis = gap(FigureName.DEDUCTIBLE_BASIS)
    assert told(deductible_basis=basis) == ([], yuan(5700))
    assert told(used(deductible_paid=100), deductible_basis=basis) == ([FigureName.DEDUCTIBLE_BASIS], None)


def test_the_order_of_the_account_matters_once_there_is_money_in_it() -> None:
    """An empty account pays nothing, first or last."""
    order = gap(FigureName.ACCOUNT_ORDER)
    assert told(account_order=order) == ([], yuan(5700))
    gaps, paid = told(used(personal_account_balance=100), account_order=order)
    assert (gaps, paid) == ([FigureName.ACCOUNT_ORDER], None)
