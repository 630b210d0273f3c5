"""Stays, chronic care and other visits of one year: each sort meets its own deductible and cap.

Where figures were entered there is one of each, for all care of the case.
"""

from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.benefits import Benefits, EnteredFigures
from desktop_app.domain.bill import YearToDate
from desktop_app.domain.care import CareKind
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import DeductibleBasis, FigureName
from desktop_app.domain.outcome import Estimate
from desktop_app.domain.person import Person, Scheme
from desktop_app.domain.year import Fund
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.rules.year.outlook import year_outlook
from tests.rulebooks import DictRuleBook
from tests.rules.estimate.sums import UNUSED, benefits, critical, exact, flat, ranged, stay, used, yuan
from tests.rules.year.outlooks import between, cap, known, limit

VISIT, CHRONIC = CareKind.OUTPATIENT, CareKind.CHRONIC_OUTPATIENT
ANNUAL = exact(DeductibleBasis.ANNUAL)
COVER = exact(critical(10000, (10000, None, 60)))
OF_STAYS = benefits(
    ratio=exact(flat(80)),
    deductible=exact((yuan(1000),)),
    deductible_basis=ANNUAL,
    cap=exact(yuan(150000)),
    critical=COVER,
)
OF_CHRONIC = benefits(ratio=exact(flat(70)), deductible=exact((yuan(0),)), cap=exact(yuan(3000)), critical=COVER)
OF_VISITS = benefits(
    ratio=exact(flat(50)),
    deductible=exact((yuan(200),)),
    deductible_basis=ANNUAL,
    cap=exact(yuan(800)),
    critical=exact(None),
)
SPRING, SUMMER, AUTUMN = date(2026, 3, 1), date(2026, 7, 1), date(2026, 10, 1)


@dataclass
class ByKind(DictRuleBook):
    """Figures for each kind of care."""

    by_kind: dict[CareKind, Benefits] = field(
        default_factory=lambda: {CareKind.INPATIENT: OF_STAYS, CHRONIC: OF_CHRONIC, VISIT: OF_VISITS}
    )

    def benefits(self, query: BenefitQuery) -> Benefits:
        """Those of the kind asked for."""
        return self.by_kind[query.kind]


def a_case(*episodes: Episode, before: YearToDate = UNUSED, entered: EnteredFigures | None = None) -> Case:
    """The year of a resident."""
    person = Person(scheme=Scheme.RESIDENT, insured_region="140100")
    return Case(today=AUTUMN, person=person, episodes=episodes, several=True, year_to_date=before, figures=entered)


def the_year(*episodes: Episode, before: YearToDate = UNUSED, entered: EnteredFigures | None = None) -> list[Estimate]:
    """The estimates of that year."""
    return list(estimate_case(a_case(*episodes, before=before, entered=entered), ByKind()))


def test_a_stay_does_not_use_up_what_visits_have() -> None:
    """The stay pays its 1,000 and gets 9,000 × 80 % = 7,200; the visit still pays its 200 and gets 1,000 × 50 %."""
    found = the_year(stay(10000, SPRING), stay(1200, SUMMER, VISIT))
    assert [each.amounts.deductible for each in found] == [yuan(1000), yuan(200)]
    assert [each.amounts.basic_fund for each in found] == [yuan(7200), yuan(500)]


def test_each_sort_goes_on_where_it_stood() -> None:
    """Visits have got 500 of 800: of the next 1,000 × 50 % only 300 are left, whatever stays and chronic care got."""
    found = the_year(
        stay(1200, SPRING, VISIT), stay(10000, SUMMER), stay(2000, SUMMER, CHRONIC), stay(1000, AUTUMN, VISIT)
    )
    assert [each.amounts.basic_fund for each in found] == [yuan(500), yuan(7200), yuan(1400), yuan(300)]
    assert found[-1].amounts.deductible == 0


def test_the_counters_after_it_are_those_of_all_care() -> None:
    """1,000 and 200 of deductibles, 7,200 and 500 of the basic fund, 9,000 and 1,000 above the deductible."""
    after = the_year(stay(10000, SPRING), stay(1200, SUMMER, VISIT))[-1].year_to_date
    assert after is not None
    paid = (after.deductible_paid, after.basic_fund_paid, after.above_deductible)
    assert paid == (yuan(1200), yuan(7700), yuan(10000))


def test_what_the_year_used_before_counts_for_every_sort() -> None:
    """Nobody has said whose 300 of the cap they were: 500 are left to visits, and 150 to pay of their 200."""
    (found,) = the_year(stay(5000, SPRING, VISIT), before=used(basic_fund_paid=300, deductible_paid=50))
    assert (found.amounts.deductible, found.amounts.basic_fund) == (yuan(150), yuan(500))


def test_an_ordinary_visit_does_not_count_for_critical_illness_insurance() -> None:
    """20,000 of visits get 800 and bring the stay no nearer to its 10,000; its own 1,000 + 19,000 × 20 % are 4,800."""
    found = the_year(stay(20000, SPRING, VISIT), stay(20000, SUMMER))
    assert found[1].amounts.critical_fund == 0
    after = found[1].year_to_date
    assert after is not None
    assert after.critical_out_of_pocket == yuan(4800)


def test_chronic_care_counts_for_critical_illness_insurance() -> None:
    """17,000 of 20,000 are paid out of pocket at first; then all 4,800 of the stay lie above 10,000: 60 % are 2,880."""
    found = the_year(stay(20000, SPRING, CHRONIC), stay(20000, SUMMER))
    assert found[0].amounts.critical_fund == yuan(4200)
    assert found[1].amounts.critical_fund == yuan(2880)


def test_entered_figures_hold_for_all_care_of_the_case() -> None:
    """One cap of 7,500 for the year: 7,200 go to the stay, 300 are left to the visit. So with the deductible."""
    one_cap = EnteredFigures(present=frozenset({FigureName.CAP}), cap=yuan(7500))
    found = the_year(stay(10000, SPRING), stay(1200, SUMMER, VISIT), entered=one_cap)
    assert [each.amounts.basic_fund for each in found] == [yuan(7200), yuan(300)]
    assert found[1].amounts.deductible == yuan(200)
    one_deductible = EnteredFigures(present=frozenset({FigureName.DEDUCTIBLE}), deductible=(yuan(1000),))
    found = the_year(stay(10000, SPRING), stay(1200, SUMMER, VISIT), entered=one_deductible)
    assert found[1].amounts.deductible == 0
    assert found[1].amounts.basic_fund == yuan(600)


def test_critical_illness_insurance_entered_as_none_leaves_the_counter_alone() -> None:
    """R14 speaks of every eligible payment: 200 + 500 of 1,200 are counted for whoever asks."""
    none = EnteredFigures(present=frozenset({FigureName.CRITICAL}))
    after = the_year(stay(1200, SPRING, VISIT), entered=none)[0].year_to_date
    assert after is not None
    assert after.critical_out_of_pocket == yuan(700)


def test_a_new_year_begins_for_every_sort() -> None:
    """In January both deductibles are due again, and 800 are there for visits."""
    found = the_year(
        stay(10000, SPRING),
        stay(5000, SUMMER, VISIT),
        stay(5000, date(2027, 1, 5), VISIT),
        stay(10000, date(2027, 2, 1)),
    )
    assert [each.amounts.deductible for each in found] == [yuan(1000), yuan(200), yuan(200), yuan(1000)]
    assert [each.amounts.basic_fund for each in found] == [yuan(7200), yuan(800), yuan(800), yuan(7200)]


def test_what_is_left_is_that_of_the_next_care() -> None:
    """After a stay and a visit another visit finds 300 of 800 and no deductible, a second stay leaves 142,000."""
    bills = stay(10000, SPRING), stay(1200, SUMMER, VISIT)
    visit = year_outlook(a_case(*bills), ByKind())
    assert cap(visit, Fund.BASIC).left == limit(300)
    assert visit.deductible.left == known(0)
    assert visit.critical is None
    assert [note.id for note in visit.notes] == ["estimate.warning.mixed_care"]
    again = year_outlook(a_case(*bills, stay(1000, AUTUMN)), ByKind(), yuan(1000))
    assert cap(again, Fund.BASIC).left == limit(142000)
    assert again.deductible.paid == known(1000)


def test_a_range_in_one_sort_does_not_touch_the_other() -> None:
    """At 40 % visits get 400 and 400 of 800, at 60 % 600 and the last 200; the stay between them is known."""
    vague = benefits(
        ratio=ranged(flat(40), flat(50), flat(60)),
        deductible=exact((yuan(200),)),
        deductible_basis=ANNUAL,
        cap=exact(yuan(800)),
        critical=exact(None),
    )
    rulebook = ByKind()
    rulebook.by_kind[VISIT] = vague
    case = a_case(stay(1200, SPRING, VISIT), stay(10000, SUMMER), stay(1000, AUTUMN, VISIT))
    found = [each.fund_total for each in estimate_case(case, rulebook)]
    assert found[1:] == [known(7200), between(200, 300, 400)]
