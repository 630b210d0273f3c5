"""Two routes of a stay that continues another: what that one has paid of a common deductible counts on both sides."""

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import DeductibleBasis, Points
from desktop_app.domain.person import Person, Scheme
from desktop_app.rules.compare.sides import Side, difference
from desktop_app.rules.estimate.year import estimate_case
from tests.rulebooks import DictRuleBook
from tests.rules.estimate.sums import DAY, benefits, bill, exact, flat, percent, ranged, used, yuan


def side(figures: Benefits) -> Side:
    """A joined stay of 10,000 with these figures; the stay before has paid 500 of the deductible."""
    care = Care(kind=CareKind.INPATIENT, date=DAY, joined=True)
    person = Person(scheme=Scheme.RESIDENT, insured_region="140100")
    paid = used(deductible_paid=500)
    case = Case(today=DAY, person=person, episodes=(Episode(care, bill(10000)),), year_to_date=paid)
    (estimate,) = estimate_case(case, DictRuleBook(figures))
    return Side(case, figures, estimate)


def test_only_the_rest_of_the_common_deductible_is_taken_on_either_side() -> None:
    """800 − 500 = 300 are due: 9,700 × 60 to 70 % at home, 10 points less elsewhere, so 970 less whatever it is."""
    shared = {
        "deductible": exact((yuan(800),)),
        "deductible_basis": exact(DeductibleBasis.PER_JOINED_STAYS),
        "ratio": ranged(flat(60), flat(65), flat(70)),
    }
    home, away = side(benefits(**shared)), side(benefits(**shared, elsewhere=exact(Points(percent(10)))))
    found = difference(home, away)
    assert found is not None
    assert found.interval.likely == -yuan(970)
    assert -yuan(971) < found.interval.low <= found.interval.high < -yuan(969)
