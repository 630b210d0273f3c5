"""A person's own figures over the rulebook's: used for just what they were told for, and shown as theirs."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.care import (
    Care,
    CareKind,
    Filed,
    FilingRecord,
    FilingState,
    FilingType,
    Level,
    Reason,
    SettlementMode,
)
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import DeductibleBasis, Dimension, Figure, FigureName, Gap, Points, exactly
from desktop_app.domain.listing import AgeSpan, Condition
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Estimate
from desktop_app.domain.own_figure import OWNABLE, Informant, OwnFigure
from desktop_app.domain.person import Assistance, Person, Scheme, Status
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.own_figures import with_own_figures
from desktop_app.rules.rulebook import BenefitQuery
from tests.rulebooks import REPORTED, TYPICAL, DictRuleBook
from tests.rules.estimate.sums import benefits, bill, flat, gap, percent, ranged, yuan

DAY = date(2026, 6, 15)
TOLD_ON = date(2026, 5, 20)
BOOK = benefits(
    ratio=ranged(flat(55), flat(60), flat(70)),
    deductible=exactly((yuan(1000),), REPORTED),
    deductible_basis=exactly(DeductibleBasis.ANNUAL, REPORTED),
    elsewhere=exactly(Points(percent(20)), REPORTED),
)
QUERY = BenefitQuery(
    insured_region="140105",
    scheme=Scheme.RESIDENT,
    kind=CareKind.INPATIENT,
    on=DAY,
    level=Level.LEVEL3,
    care_region="110000",
)
RATIO = OwnFigure(
    area="140100",
    scheme=Scheme.RESIDENT,
    kind=CareKind.INPATIENT,
    name=FigureName.RATIO,
    value=flat(65),
    told_by=Informant.HOTLINE,
    told_on=TOLD_ON,
)


def found(query: BenefitQuery, *own: OwnFigure, book: Benefits = BOOK) -> Benefits:
    """What somebody with these own figures finds."""
    return with_own_figures(DictRuleBook(book), lambda: own).benefits(query)


def ratio(benefits: Benefits) -> Fraction:
    """The plain ratio among the figures."""
    assert isinstance(benefits.ratio, Figure)
    return benefits.ratio.value.segments[0].ratio


def only_for(dimension: Dimension, *values: str) -> OwnFigure:
    """The ratio, told for these answers alone."""
    return replace(RATIO, conditions=(Condition(dimension, values),))


LEVEL3_SELF_CHOSEN = replace(
    RATIO, conditions=(Condition(Dimension.LEVEL, ("level3",)), Condition(Dimension.REASON, ("self_chosen",)))
)
"""The ratio, told for where both is so."""


def test_an_own_figure_takes_the_place_of_the_books_and_says_whose_it_is() -> None:
    """A county of the area counts as the area; the figure is exact, graded 您的, with who said it and when."""
    figures = found(QUERY, RATIO)
    assert isinstance(figures.ratio, Figure)
    assert (ratio(figures), figures.ratio.exact) == (percent(65), True)
    provenance = figures.ratio.provenance
    assert provenance.evidence is Evidence.YOURS
    assert provenance.source is None
    [told] = provenance.told
    assert dict(told.parameters)["day"] == TOLD_ON
    assert figures.deductible == BOOK.deductible


def test_an_own_figure_fills_a_gap() -> None:
    """Where the book has nothing the person's own figure is what there is."""
    book = replace(BOOK, ratio=gap(FigureName.RATIO))
    assert isinstance(found(QUERY, book=book).ratio, Gap)
    assert ratio(found(QUERY, RATIO, book=book)) == percent(65)


def test_it_counts_for_its_own_area_scheme_and_kind_alone() -> None:
    """Told for Taiyuan's residents in hospital, it says nothing about anybody or anything else."""
    for other in (
        replace(RATIO, area="110000"),
        replace(RATIO, scheme=Scheme.EMPLOYEE),
        replace(RATIO, kind=CareKind.OUTPATIENT),
    ):
        assert ratio(found(QUERY, other)) == percent(60)


def test_it_counts_under_its_conditions_alone() -> None:
    """Told for level 3, for the retired, for those over 70: each only where the answer is known to be that."""
    told_for = {
        only_for(Dimension.LEVEL, "level3"): (QUERY, QUERY._replace(level=Level.LEVEL2)),
        only_for(Dimension.LEVEL, "level3", "level2"): (QUERY, QUERY._replace(level=Level.UNKNOWN)),
        only_for(Dimension.STATUS, "retired"): (QUERY._replace(status=Status.RETIRED), QUERY),
        only_for(Dimension.TIER, "tier2"): (QUERY._replace(tier="tier2"), QUERY),
        only_for(Dimension.FILING, "referral"): (QUERY._replace(filing_type=FilingType.REFERRAL), QUERY),
        only_for(Dimension.FILING, "unfiled"): (QUERY, QUERY._replace(filing_type=FilingType.REFERRAL)),
        only_for(Dimension.RELATION, "cross_province"): (QUERY, QUERY._replace(care_region="140200")),
        only_for(Dimension.REASON, "self_chosen"): (QUERY._replace(reason=Reason.SELF_CHOSEN), QUERY),
        only_for(Dimension.CARE_AREA, "110000"): (QUERY, QUERY._replace(care_region="310000")),
        only_for(Dimension.FAMILY_DOCTOR, "true"): (QUERY._replace(family_doctor=True), QUERY),
        only_for(Dimension.ASSISTANCE, "low_income"): (QUERY._replace(assistance=Assistance.LOW_INCOME), QUERY),
        only_for(Dimension.DISEASE, "hypertension"): (QUERY._replace(disease="hypertension"), QUERY),
        only_for(Dimension.FILED, "in_time"): (QUERY, QUERY._replace(filed=Filed.AFTER_DISCHARGE)),
        only_for(Dimension.SETTLEMENT, "manual"): (QUERY._replace(settlement=SettlementMode.MANUAL), QUERY),
        LEVEL3_SELF_CHOSEN: (QUERY._replace(reason=Reason.SELF_CHOSEN), QUERY),
        replace(RATIO, ages=AgeSpan(70, None)): (QUERY._replace(age=70), QUERY._replace(age=69)),
        replace(RATIO, ages=AgeSpan(0, 18)): (QUERY._replace(age=17), QUERY),
        replace(RATIO, ages=AgeSpan(6, 18)): (QUERY._replace(age=6), QUERY._replace(age=18)),
    }
    for own, (meant, not_meant) in told_for.items():
        assert ratio(found(meant, own)) == percent(65), own
        assert ratio(found(not_meant, own)) == percent(60), own


def test_the_more_specific_of_two_counts_then_the_later() -> None:
    """A figure for level 3 counts before one for every level; of two alike, what was told last."""
    level3 = replace(only_for(Dimension.LEVEL, "level3"), value=flat(70), told_on=date(2026, 1, 5))
    assert ratio(found(QUERY, level3, RATIO)) == percent(70)
    later = replace(RATIO, value=flat(66), told_on=date(2026, 5, 21))
    assert ratio(found(QUERY, later, RATIO)) == percent(66)


def test_an_age_makes_a_figure_more_specific() -> None:
    """Told in January for those over 70, in May for every age: at 75 the one for that age counts."""
    old = replace(RATIO, value=flat(80), ages=AgeSpan(70, None), told_on=date(2026, 1, 5))
    assert ratio(found(QUERY._replace(age=75), old, RATIO)) == percent(80)
    assert ratio(found(QUERY._replace(age=69), old, RATIO)) == percent(65)


def test_where_care_is_given_in_no_known_area_it_counts_as_another_province() -> None:
    """Hong Kong belongs to no pooling area: a figure for another province counts, one for a certain place does not."""
    hong_kong = QUERY._replace(care_region="810000")
    assert ratio(found(hong_kong, only_for(Dimension.RELATION, "cross_province"))) == percent(65)
    assert ratio(found(hong_kong, only_for(Dimension.CARE_AREA, "810000"))) == percent(60)


def test_care_before_the_year_in_which_it_was_told_goes_by_the_book() -> None:
    """Told in May 2026: used for the whole of 2026 and later, not for a bill of 2025."""
    assert ratio(found(QUERY._replace(on=date(2026, 1, 1)), RATIO)) == percent(65)
    assert ratio(found(QUERY._replace(on=date(2025, 12, 31)), RATIO)) == percent(60)
    assert ratio(found(QUERY._replace(on=date(2028, 3, 1)), RATIO)) == percent(65)


def test_a_reduction_elsewhere_rests_at_home() -> None:
    """In one's own pooling area nothing is reduced, whatever was told about care elsewhere."""
    own = replace(RATIO, name=FigureName.ELSEWHERE, value=Points(percent(10)))
    away, home = found(QUERY, own).elsewhere, found(QUERY._replace(care_region="140105"), own).elsewhere
    assert isinstance(away, Figure)
    assert away.value == Points(percent(10))
    assert home == BOOK.elsewhere
    assert found(QUERY._replace(care_region=None), own).elsewhere == BOOK.elsewhere
    assert found(QUERY._replace(care_region="140200"), own).elsewhere == away


def test_deductibles_told_stay_by_stay_say_their_own_basis() -> None:
    """Several amounts are counted by admissions, unless the basis was told as well."""
    stays = replace(RATIO, name=FigureName.DEDUCTIBLE, value=(Fen(800_00), Fen(400_00), Fen(0)))
    basis = found(QUERY, stays).deductible_basis
    assert isinstance(basis, Figure)
    assert (basis.value, basis.provenance.evidence) == (DeductibleBasis.PER_ADMISSION, Evidence.YOURS)
    told = replace(RATIO, name=FigureName.DEDUCTIBLE_BASIS, value=DeductibleBasis.PER_VISIT)
    asked = found(QUERY, stays, told).deductible_basis
    assert isinstance(asked, Figure)
    assert asked.value is DeductibleBasis.PER_VISIT
    two = found(QUERY, replace(stays, value=(Fen(800_00), Fen(400_00)))).deductible_basis
    assert isinstance(two, Figure)
    assert two.value is DeductibleBasis.PER_ADMISSION
    alone = found(QUERY, replace(stays, value=(Fen(800_00),))).deductible_basis
    assert alone == BOOK.deductible_basis


def test_deductibles_told_stay_by_stay_leave_joined_stays_joined() -> None:
    """Where the region counts joined stays as one, a list goes by them: the book's basis stays."""
    book = replace(BOOK, deductible_basis=exactly(DeductibleBasis.PER_JOINED_STAYS, REPORTED))
    stays = replace(RATIO, name=FigureName.DEDUCTIBLE, value=(Fen(800_00), Fen(400_00)))
    assert found(QUERY, stays, book=book).deductible_basis == book.deductible_basis


def test_what_is_told_while_the_rulebook_is_open_counts_at_once() -> None:
    """Own figures are asked for each time: added, they are used; removed, the book's figure is back."""
    own: list[OwnFigure] = []
    book = with_own_figures(DictRuleBook(BOOK), lambda: own)
    assert ratio(book.benefits(QUERY)) == percent(60)
    own.append(RATIO)
    assert ratio(book.benefits(QUERY)) == percent(65)
    own.clear()
    assert ratio(book.benefits(QUERY)) == percent(60)


def test_every_other_question_goes_to_the_book() -> None:
    """Places and the edition are the book's own."""
    book = with_own_figures(DictRuleBook(BOOK), lambda: (RATIO,))
    area = book.pooling_area("140105")
    assert area is not None
    assert area.code == "140100"
    assert book.edition().version == "1"
    assert book.benefits(QUERY._replace(insured_region="810000")) == BOOK


def test_how_a_fund_rounds_is_nobody_s_to_tell() -> None:
    """Rounding and the share of the own part kept by the retired cannot be told; any other figure can."""
    assert frozenset(FigureName) - OWNABLE == {FigureName.ROUNDING, FigureName.OWN_SHARE_FACTOR}
    assert frozenset(FigureName) >= OWNABLE


def estimate(*own: OwnFigure) -> Estimate:
    """A stay of ¥21,000 in Beijing, referred and filed, of a resident of Taiyuan with these own figures."""
    filing = FilingRecord(type=FilingType.REFERRAL, start=DAY, until=None, region="110000")
    care = Care(
        kind=CareKind.INPATIENT,
        date=DAY,
        region="110000",
        level=Level.LEVEL3,
        filing=FilingState.FILED,
        filing_record=filing,
        reason=Reason.REFERRAL,
    )
    person = Person(scheme=Scheme.RESIDENT, insured_region="140100")
    book = benefits(
        ratio=exactly(flat(60), TYPICAL),
        deductible=exactly((yuan(1000),), REPORTED),
        deductible_basis=exactly(DeductibleBasis.PER_ADMISSION, REPORTED),
        elsewhere=exactly(Points(percent(20)), TYPICAL),
    )
    case = Case(today=DAY, person=person, episodes=(Episode(care, bill(21_000)),))
    [answer] = estimate_case(case, with_own_figures(DictRuleBook(book), lambda: own))
    return answer


def test_the_estimate_uses_it_and_its_line_is_graded_by_what_is_left_unsure() -> None:
    """20,000 above the deductible: 60 − 20 points pay 8,000; told 65 and 5 points, 12,000, on nothing but one's own."""
    before = estimate()
    assert before.amounts.fund_total == yuan(8_000)
    own = (RATIO, replace(RATIO, name=FigureName.ELSEWHERE, value=Points(percent(5)), told_on=date(2026, 6, 1)))
    after = estimate(*own)
    assert after.amounts.fund_total == yuan(12_000)
    [segment] = [step for step in after.trace if FigureName.RATIO in step.figures]
    assert segment.provenance is not None
    assert segment.provenance.evidence is Evidence.YOURS
    assert len(segment.provenance.told) == 2
    [half] = [step for step in estimate(RATIO).trace if FigureName.RATIO in step.figures]
    assert half.provenance is not None
    assert half.provenance.evidence is Evidence.TYPICAL
    assert len(half.provenance.told) == 1
