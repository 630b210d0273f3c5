"""Step 2: which figures an episode is estimated with."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TypeVar

import pytest

from desktop_app.domain.benefits import Benefits, EnteredFigures
from desktop_app.domain.bill import Bill
from desktop_app.domain.care import Care, CareKind, FilingRecord, FilingState, FilingType, Reason
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import (
    DeductibleBasis,
    Figure,
    FigureName,
    Gap,
    Origin,
    OwnRatio,
    Points,
    Segment,
    exactly,
)
from desktop_app.domain.person import Person, Scheme
from desktop_app.errors import Problem
from desktop_app.rules.estimate.figure_table import figure_of
from desktop_app.rules.estimate.figures import ENTERABLE, pick_figures
from desktop_app.rules.estimate.filings import possible_filings
from tests.rulebooks import REPORTED, DictRuleBook
from tests.rules.estimate.sums import DAY, banded, benefits, bill, flat, gap, percent, yuan

T = TypeVar("T")
RULES = benefits(
    ratio=exactly(flat(60), REPORTED),
    deductible=exactly((yuan(500),), REPORTED),
    deductible_basis=exactly(DeductibleBasis.ANNUAL, REPORTED),
    elsewhere=exactly(Points(percent(20)), REPORTED),
    class_b_ratio=exactly(percent(5), REPORTED),
)
BEIJING_CARE = Care(kind=CareKind.INPATIENT, date=DAY, region="110000")


def case(
    figures: EnteredFigures | None = None,
    *,
    region: str | None = "140100",
    care: Care = BEIJING_CARE,
    paid: Bill | None = None,
) -> Case:
    """Somebody of Taiyuan, treated in Beijing unless said otherwise."""
    person = Person(scheme=Scheme.EMPLOYEE, insured_region=region)
    return Case(today=DAY, person=person, episodes=(Episode(care, paid or bill(1000)),), figures=figures)


def entered(**figures: object) -> EnteredFigures:
    """Figures entered under these names; `ratio` may come without, for its origin alone."""
    names = {FigureName(name) for name in figures if name in set(FigureName)}
    return replace(EnteredFigures(present=frozenset(names)), **figures)  # type: ignore[arg-type]  # names are checked


def picked(case: Case, rules: Benefits = RULES) -> Benefits:
    """The figures of the case's episode."""
    return pick_figures(case, case.episodes[0], DictRuleBook(rules))


def known(figure: Figure[T] | Gap) -> Figure[T]:
    """A figure that is there."""
    assert isinstance(figure, Figure)
    return figure


def test_an_entered_figure_replaces_the_rulebooks_and_is_yours() -> None:
    """The ratio is the person's own, the deductible stays the rulebook's, each with its own evidence."""
    found = picked(case(entered(ratio=flat(85))))
    assert known(found.ratio).value == flat(85)
    assert known(found.ratio).provenance.evidence is Evidence.YOURS
    assert known(found.deductible).provenance is REPORTED


def test_a_figure_entered_as_none_states_that_there_is_none() -> None:
    """`elsewhere: null` takes the rulebook's 20 points away."""
    assert known(picked(case(entered(elsewhere=None))).elsewhere).value is None


def test_an_entered_figure_fills_a_gap() -> None:
    """What nobody knows, the bureau may have told."""
    rules = benefits(ratio=gap(FigureName.RATIO))
    assert known(picked(case(entered(ratio=flat(70))), rules).ratio).value == flat(70)


@pytest.mark.parametrize(
    ("insured", "place", "applies"),
    [
        ("140100", "110000", True),
        ("140100", "140105", False),
        ("140105", "140100", False),
        (None, "110000", True),
        ("140100", None, True),
    ],
)
def test_figures_for_elsewhere_rest_at_home(insured: str | None, place: str | None, applies: bool) -> None:
    """R17: they apply unless both places are given and share one pooling area; a county belongs to its city."""
    figures = entered(ratio=flat(80), deductible=(yuan(0),), elsewhere=OwnRatio(percent(50)))
    found = picked(case(figures, region=insured, care=replace(BEIJING_CARE, region=place)), benefits())
    assert (known(found.elsewhere).value is not None) is applies


def test_without_a_region_the_rest_is_neutral() -> None:
    """R18: deductible and ratio are enough; nothing is looked up."""
    rulebook = DictRuleBook()
    one = case(entered(ratio=flat(85), deductible=(yuan(1000),)), region=None)
    found = pick_figures(one, one.episodes[0], rulebook)
    assert known(found.bonus).value == 0
    assert known(found.own_share_factor).value == 1
    assert known(found.cap).value is None
    assert rulebook.asked == []


@pytest.mark.parametrize("given", [{"ratio": flat(85)}, {"deductible": (yuan(1000),)}, {}])
def test_without_a_region_deductible_and_ratio_are_needed(given: dict[str, object]) -> None:
    """R18: with one of them alone the insured region has to be given."""
    with pytest.raises(Problem) as refused:
        picked(case(entered(**given), region=None))
    assert refused.value.message.id == "problems.region_needed"


def test_complete_figures_need_no_lookup() -> None:
    """With every figure entered the rulebook is not asked for benefits, region or not."""
    rulebook = DictRuleBook()
    everything = replace(
        EnteredFigures(present=ENTERABLE),
        ratio=flat(80),
        deductible=(yuan(0),),
        deductible_basis=DeductibleBasis.ANNUAL,
        bonus=Fraction(0),
        own_share_factor=Fraction(1),
    )
    one = case(everything)
    pick_figures(one, one.episodes[0], rulebook)
    assert rulebook.asked == []


def test_bands_origin_and_basis_are_entered_one_by_one() -> None:
    """Bands of one's own from the rulebook's origin; or the rulebook's bands from an origin of one's own."""
    rules = benefits(ratio=exactly(banded((1000, 60), (None, 70), origin=Origin.ZERO), REPORTED))
    own_bands = known(picked(case(entered(ratio=flat(85))), rules).ratio).value
    assert own_bands == replace(flat(85), origin=Origin.ZERO)
    own_origin = known(picked(case(entered(segment_origin=Origin.DEDUCTIBLE)), rules).ratio)
    assert own_origin.value == banded((1000, 60), (None, 70))
    assert own_origin.provenance is REPORTED


def test_a_list_of_deductibles_is_by_admission() -> None:
    """R4: two deductibles can only be those of the first and the later stays, whatever basis the region has."""
    found = picked(case(entered(deductible=(yuan(1300), yuan(650)))))
    assert known(found.deductible_basis).value is DeductibleBasis.PER_ADMISSION
    assert known(picked(case(entered(deductible=(yuan(1300),)))).deductible_basis).value is DeductibleBasis.ANNUAL


def test_the_class_b_ratio_of_the_bill_wins_over_the_regions() -> None:
    """10 % on the bill, 5 % in the rulebook; without either the case is refused."""
    with_ratio = Bill(total=yuan(100), class_b=yuan(50), class_b_ratio=percent(10))
    assert known(picked(case(paid=with_ratio)).class_b_ratio).value == percent(10)
    assert known(picked(case(paid=bill(100, class_b=50))).class_b_ratio).value == percent(5)
    with pytest.raises(Problem) as refused:
        picked(case(paid=bill(100, class_b=50)), benefits(ratio=exactly(flat(60), REPORTED)))
    assert refused.value.message.id == "problems.class_b_ratio"


def test_the_lookup_is_told_everything_a_figure_may_hang_on() -> None:
    """Day of discharge, kind, place, reason and the filing in force reach the rulebook."""
    rulebook = DictRuleBook(RULES)
    care = replace(BEIJING_CARE, reason=Reason.REFERRAL, filing=FilingState.FILED)
    one = case(care=care)
    pick_figures(one, one.episodes[0], rulebook)
    (query,) = rulebook.asked
    assert (query.on, query.kind, query.care_region) == (DAY, CareKind.INPATIENT, "110000")
    assert (query.reason, query.filing_type) == (Reason.REFERRAL, FilingType.REFERRAL)


def record(region: str, start: date, until: date | None = None) -> FilingRecord:
    """A filing as a long-term resident."""
    return FilingRecord(type=FilingType.LONG_TERM_RESIDENCE, start=start, until=until, region=region)


FILED = replace(BEIJING_CARE, filing=FilingState.FILED, reason=Reason.LONG_TERM_RESIDENCE)


@pytest.mark.parametrize(
    ("care", "type"),
    [
        (replace(FILED, filing_record=record("110000", date(2026, 1, 1))), FilingType.LONG_TERM_RESIDENCE),
        (replace(FILED, filing_record=record("110105", date(2026, 1, 1))), FilingType.LONG_TERM_RESIDENCE),
        (replace(FILED, filing_record=record("310000", date(2026, 1, 1))), None),
        (replace(FILED, filing_record=record("110000", date(2026, 7, 1))), None),
        (replace(FILED, filing_record=record("110000", date(2026, 1, 1), date(2026, 6, 14))), None),
        (replace(FILED, filing_record=record("110000", date(2026, 1, 1), DAY)), FilingType.LONG_TERM_RESIDENCE),
        (
            replace(
                FILED, admitted_on=date(2026, 6, 1), filing_record=record("110000", date(2026, 1, 1), date(2026, 6, 7))
            ),
            FilingType.LONG_TERM_RESIDENCE,
        ),
        (replace(FILED, filing=FilingState.LATE), FilingType.LONG_TERM_RESIDENCE),
        (replace(FILED, filing=FilingState.NONE), None),
        (replace(FILED, filing=FilingState.NONE, emergency=True), FilingType.EMERGENCY),
        (replace(FILED, reason=Reason.SELF_CHOSEN), FilingType.OTHER_TEMPORARY),
    ],
)
def test_the_filing_that_counts(care: Care, type: FilingType | None) -> None:
    """A filing covers its place from its first to its last day, judged on admission; rescue counts as filed."""
    assert possible_filings(care, DictRuleBook()) == (type,)


def test_a_filing_that_is_not_known_may_be_any_or_none() -> None:
    """Not known whether: nothing or what the reason asks for. Filed, reason not known: any type."""
    unknown = replace(FILED, filing=FilingState.UNKNOWN)
    assert possible_filings(unknown, DictRuleBook()) == (None, FilingType.LONG_TERM_RESIDENCE)
    assert set(possible_filings(replace(unknown, reason=Reason.UNKNOWN), DictRuleBook())) == {None, *FilingType}
    assert set(possible_filings(replace(FILED, reason=Reason.UNKNOWN), DictRuleBook())) == set(FilingType)
    rulebook = DictRuleBook(RULES)
    one = case(care=unknown)
    pick_figures(one, one.episodes[0], rulebook)
    assert rulebook.asked[0].filings == (None, FilingType.LONG_TERM_RESIDENCE)


def test_bands_are_kept_with_their_ratios() -> None:
    """The entered bands arrive as they were typed."""
    bands = banded((30000, 85), (None, 95))
    found = known(figure_of(picked(case(entered(ratio=bands))), FigureName.RATIO)).value
    assert found == bands
    assert bands.segments == (Segment(yuan(30000), percent(85)), Segment(None, percent(95)))
