"""Which figures of an area count, which are replaced by closer ones, and what nothing is written about."""

from datetime import date
from fractions import Fraction

from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import Dimension, FigureName, Points, exactly
from desktop_app.domain.listing import AgeSpan, Condition, ListedFigure
from desktop_app.domain.period import Period
from desktop_app.domain.person import Scheme
from desktop_app.rules.area_sheet import for_kind, missing, used_and_replaced
from tests.rules.estimate.sums import benefits, gap

LINEAGE = ("320583", "320500", "320000", "CN")
ON = date(2026, 11, 21)


def listed(
    region: str = "320500",
    *,
    name: FigureName = FigureName.ELSEWHERE,
    kind: CareKind | None = None,
    ages: AgeSpan | None = None,
    until: date | None = None,
    **conditions: tuple[str, ...],
) -> ListedFigure:
    """A reduction of 10 points written for this region under these conditions."""
    provenance = Provenance(evidence=Evidence.REPORTED, period=Period(date(2023, 1, 1), until))
    return ListedFigure(
        region=region,
        scheme=Scheme.RESIDENT,
        kind=kind,
        name=name,
        conditions=tuple(Condition(Dimension(about), values) for about, values in conditions.items()),
        ages=ages,
        figure=exactly(Points(Fraction(1, 10)), provenance),
        disagreements=(),
    )


def test_a_figure_of_the_area_replaces_the_same_one_of_province_and_nation() -> None:
    """Written for the city under the same condition, or a wider one, the farther figure counts for nobody."""
    own = listed(filing=("referral", "emergency"))
    province, nation = (
        listed("320000", filing=("referral",)),
        listed("CN", filing=("emergency",), relation=("cross_province",)),
    )
    used, replaced = used_and_replaced([own, province, nation], LINEAGE)
    assert used == (own,)
    assert [(each.figure, each.by) for each in replaced] == [(province, own), (nation, own)]


def test_a_narrower_figure_of_the_area_leaves_the_wider_one_in_force() -> None:
    """Written for referrals alone, the city's figure says nothing about what the province says of everybody."""
    own, province = listed(filing=("referral",)), listed("320000")
    assert used_and_replaced([own, province], LINEAGE) == ((own, province), ())


def test_in_one_place_the_one_with_more_conditions_counts_where_both_hold() -> None:
    """A figure for inpatient care beside one for every kind of care of the same place and conditions replaces it."""
    stay, any_kind = listed(kind=CareKind.INPATIENT), listed()
    used, replaced = used_and_replaced([any_kind, stay], LINEAGE)
    assert used == (stay,)
    assert [each.figure for each in replaced] == [any_kind]


def test_ages_and_other_figures_do_not_replace() -> None:
    """A figure for some ages leaves the one for all; a cap never replaces a deductible."""
    for own in (listed(ages=AgeSpan(0, 18)), listed(name=FigureName.CAP)):
        province = listed("320000")
        assert used_and_replaced([own, province], LINEAGE)[1] == ()


def test_what_may_count_for_a_kind_of_care_on_a_day() -> None:
    """Figures of the kind or of every kind, in force that day; emergency visits fall back on ordinary visits."""
    stay, visit, every = listed(kind=CareKind.INPATIENT), listed(kind=CareKind.OUTPATIENT), listed()
    over = listed(until=ON)
    everything = [stay, visit, every, over]
    assert for_kind(everything, CareKind.INPATIENT, ON) == [stay, every]
    assert for_kind(everything, CareKind.EMERGENCY_OUTPATIENT, ON) == [visit, every]
    assert for_kind(everything, CareKind.INPATIENT, date(2026, 11, 20)) == [stay, every, over]


def test_a_gap_is_a_figure_nothing_is_written_about() -> None:
    """What is written, though for others, is listed; only what is not is missing."""
    found = benefits(cap=gap(FigureName.CAP), elsewhere=gap(FigureName.ELSEWHERE))
    assert [each.figure for each in missing(found, [listed()])] == [FigureName.CLASS_B_RATIO, FigureName.CAP]
