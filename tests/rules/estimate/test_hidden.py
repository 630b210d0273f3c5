"""What a visit nobody can work out hides of the year: its own sort of care, of others only what all care shares."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.bill import YearToDate
from desktop_app.domain.care import CareKind
from desktop_app.domain.case import Episode
from desktop_app.domain.figure import FigureName
from desktop_app.domain.outcome import Estimate
from desktop_app.domain.person import Person, Scheme
from desktop_app.domain.year import Fund
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.year.outlook import year_outlook
from tests.rules.estimate.sums import UNUSED, gap, stay, used, yuan
from tests.rules.estimate.test_apart import (
    AUTUMN,
    CHRONIC,
    OF_CHRONIC,
    OF_STAYS,
    OF_VISITS,
    SPRING,
    SUMMER,
    VISIT,
    ByKind,
    a_case,
)
from tests.rules.year.outlooks import cap, known, limit

NO_CAP = gap(FigureName.CAP)
PARTLY = "estimate.warning.counters_partly_unknown"
WHOLLY = "estimate.warning.counters_unknown"


def vague() -> ByKind:
    """A rulebook that does not know the caps of chronic care and of visits."""
    by_kind = {
        CareKind.INPATIENT: OF_STAYS,
        CHRONIC: replace(OF_CHRONIC, cap=NO_CAP),
        VISIT: replace(OF_VISITS, cap=NO_CAP),
    }
    return ByKind(by_kind=by_kind)


def the_year(
    *episodes: Episode,
    scheme: Scheme = Scheme.RESIDENT,
    before: YearToDate = UNUSED,
    entered: EnteredFigures | None = None,
) -> list[Estimate]:
    """The estimates of a year."""
    case = a_case(*episodes, before=before, entered=entered)
    return list(estimate_case(replace(case, person=Person(scheme=scheme, insured_region="140100")), vague()))


def warnings(estimate: Estimate) -> set[str]:
    """The sentences of warning by name."""
    return {warning.id for warning in estimate.warnings}


def test_after_a_visit_outside_critical_illness_cover_a_stay_is_known() -> None:
    """9,000 × 80 %; what the year has used altogether stays unknown."""
    visit, of_stay = the_year(stay(1200, SPRING, VISIT), stay(10000, SUMMER))
    assert visit.fund_total is None
    assert (of_stay.amounts.deductible, of_stay.amounts.fund_total) == (yuan(1000), yuan(7200))
    assert (of_stay.gaps, of_stay.year_to_date) == ((), None)
    assert not warnings(of_stay) & {PARTLY, WHOLLY}


def test_after_chronic_care_only_the_cover_for_the_year_is_unknown() -> None:
    """The basic fund pays 7,200; how much own payment of chronic care counts, nobody can say."""
    chronic, of_stay = the_year(stay(2000, SPRING, CHRONIC), stay(10000, SUMMER))
    assert (of_stay.amounts.deductible, of_stay.amounts.basic_fund) == (yuan(1000), yuan(7200))
    assert (of_stay.amounts.critical_fund, of_stay.amounts.fund_total, of_stay.amounts.cash) == (None, None, None)
    assert of_stay.gaps == chronic.gaps
    assert warnings(of_stay) & {PARTLY, WHOLLY} == {PARTLY}


def test_care_of_the_same_sort_is_known_as_far_as_the_eligible_expenses() -> None:
    """The stay between the two visits changes nothing about that."""
    *_, again = the_year(stay(1200, SPRING, VISIT), stay(10000, SUMMER), stay(500, AUTUMN, VISIT))
    assert (again.amounts.eligible, again.amounts.deductible, again.fund_total) == (yuan(500), None, None)
    assert WHOLLY in warnings(again)


def test_a_second_stay_goes_on_where_the_first_one_stood() -> None:
    """The yearly 1,000 were paid by the first stay: 10,000 × 80 % of the second."""
    *_, second = the_year(stay(1200, SPRING, VISIT), stay(10000, SUMMER), stay(10000, AUTUMN))
    assert (second.amounts.deductible, second.amounts.basic_fund) == (0, yuan(8000))


def test_what_is_unknown_of_one_stay_is_unknown_of_the_next() -> None:
    """Chronic care hid the cover of the first stay; of the second the basic fund is known and the cover is not."""
    *_, second = the_year(stay(2000, SPRING, CHRONIC), stay(10000, SUMMER), stay(10000, AUTUMN))
    assert (second.amounts.basic_fund, second.amounts.critical_fund) == (yuan(8000), None)


def test_money_in_the_account_is_shared_by_all_care() -> None:
    """What the visit left of an employee's 500 nobody knows, so the cash of the stay is not known either."""
    stays = stay(1200, SPRING, VISIT), stay(10000, SUMMER)
    *_, of_stay = the_year(*stays, scheme=Scheme.EMPLOYEE, before=used(personal_account_balance=500))
    assert (of_stay.amounts.basic_fund, of_stay.amounts.cash) == (yuan(7200), None)
    *_, without = the_year(*stays, scheme=Scheme.EMPLOYEE)
    assert without.amounts.cash == yuan(2800)


def test_one_deductible_for_all_care_is_hidden_from_all_care() -> None:
    """An entered one is the same for visits and stays."""
    entered = EnteredFigures(present=frozenset({FigureName.DEDUCTIBLE}), deductible=(yuan(1000),))
    *_, of_stay = the_year(stay(1200, SPRING, VISIT), stay(10000, SUMMER), entered=entered)
    assert (of_stay.amounts.eligible, of_stay.amounts.deductible) == (yuan(10000), None)


def test_the_new_year_knows_nothing_of_it() -> None:
    """Chronic care of last year hides nothing of a stay in January."""
    *_, of_stay = the_year(stay(2000, SPRING, CHRONIC), stay(10000, date(2027, 1, 5)))
    assert of_stay.amounts.fund_total == yuan(7200)
    assert of_stay.year_to_date is not None


def test_what_is_left_for_a_stay_is_known_beside_chronic_care() -> None:
    """142,800 of the cap and nothing of the deductible; how far it is to critical-illness cover nobody can say."""
    found = year_outlook(a_case(stay(2000, SPRING, CHRONIC), stay(10000, SUMMER)), vague())
    assert cap(found, Fund.BASIC).left == limit(142800)
    assert (found.deductible.left, found.deductible.paid) == (known(0), known(1000))
    assert found.critical is not None
    assert (found.critical.counted, found.critical.distance) == (None, None)
    assert found.critical.gaps == (NO_CAP,)


def test_what_is_left_for_chronic_care_is_not() -> None:
    """Its own cap is what nobody knows, nor what it has paid, whatever the stay after it got."""
    found = year_outlook(a_case(stay(10000, SPRING), stay(2000, SUMMER, CHRONIC)), vague())
    assert (cap(found, Fund.BASIC).used, cap(found, Fund.BASIC).left) == (None, None)
