"""A rulebook in which a person's own figures (您的) stand in place of the book's, each for just what it was told for.

An own figure takes the place of one figure: what adds to it (the bonus of the retired, the reduction elsewhere) stays.
It counts for care from the first day of the year in which it was told; figures for care elsewhere rest at home (R17).
Where an answer is open (no level, no status) a figure told for one answer does not settle it: the book's range stays.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar, cast

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import DeductibleBasis, Dimension, FigureName, exactly
from desktop_app.domain.message import message
from desktop_app.domain.own_figure import OwnFigure
from desktop_app.domain.period import Period
from desktop_app.domain.region import PoolingArea, Relation, relation_between
from desktop_app.rules.estimate.figure_table import AnyFigure, with_figures
from desktop_app.rules.estimate.figures import ELSEWHERE, joins_stays
from desktop_app.rules.rulebook import BenefitQuery, RuleBook

R = TypeVar("R", bound=RuleBook)
UNFILED: Final = "unfiled"
"""What a condition on the filing says of care for which nothing is filed."""


def with_own_figures(rulebook: R, own: Callable[[], Sequence[OwnFigure]]) -> R:
    """The rulebook with the person's own figures laid over it; `own` is asked anew each time, so it may change."""
    return cast("R", _Overlaid(rulebook, own))


class _Overlaid:
    """Answers for the benefits itself, and passes every other question on."""

    def __init__(self, rulebook: RuleBook, own: Callable[[], Sequence[OwnFigure]]) -> None:
        self._rulebook = rulebook
        self._own = own

    def benefits(self, query: BenefitQuery) -> Benefits:
        """Every figure: the person's own where it was told for this, else the rulebook's."""
        found, area = self._rulebook.benefits(query), self._rulebook.pooling_area(query.insured_region)
        care = self._rulebook.pooling_area(query.care_region) if query.care_region else area
        return overlaid(found, query, self._own(), area=area, care=care)

    def __getattr__(self, question: str) -> object:
        return getattr(self._rulebook, question)


def overlaid(
    found: Benefits,
    query: BenefitQuery,
    own: Iterable[OwnFigure],
    *,
    area: PoolingArea | None,
    care: PoolingArea | None,
) -> Benefits:
    """`found` with the own figures that were told for this query; `area` insures, `care` is where care is given."""
    if area is None:
        return found
    answers = _answers(query, area, care)
    told = [figure for figure in own if figure.area == area.code and _fits(figure, query, answers)]
    if answers[Dimension.RELATION] == {Relation.SAME_AREA.value}:
        told = [figure for figure in told if figure.name not in ELSEWHERE]
    ranked = sorted(told, key=lambda figure: (figure.specificity, figure.told_on))
    return with_figures(found, _changes({figure.name: figure for figure in ranked}, found))


def yours(figure: OwnFigure) -> Provenance:
    """What stands behind an own figure: who said it, and on which day."""
    told = message(
        "rulebook_page.own.told", day=figure.told_on, by=message(f"rulebook_page.informant.{figure.told_by.value}")
    )
    return Provenance(evidence=Evidence.YOURS, period=Period(figure.since), told=(told,))


def _changes(told: dict[FigureName, OwnFigure], found: Benefits) -> dict[FigureName, AnyFigure]:
    changes: dict[FigureName, AnyFigure] = {name: exactly(own.value, yours(own)) for name, own in told.items()}
    deductible = told.get(FigureName.DEDUCTIBLE)
    listed = deductible and isinstance(deductible.value, tuple) and len(deductible.value) > 1
    if deductible and listed and not joins_stays(found.deductible_basis):
        # Told stay by stay, which says by itself what it is counted against (R4).
        changes.setdefault(FigureName.DEDUCTIBLE_BASIS, exactly(DeductibleBasis.PER_ADMISSION, yours(deductible)))
    return changes


def _answers(query: BenefitQuery, area: PoolingArea, care: PoolingArea | None) -> dict[Dimension, frozenset[str]]:
    """What the query says on everything a figure may depend on; nothing where the answer is open."""
    elsewhere = relation_between(area, care) if care else Relation.CROSS_PROVINCE
    one = {
        Dimension.TIER: query.tier,
        Dimension.STATUS: query.status,
        Dimension.FAMILY_DOCTOR: str(query.family_doctor).lower(),
        Dimension.ASSISTANCE: query.assistance,
        Dimension.LEVEL: query.level,
        Dimension.DISEASE: query.disease,
        Dimension.RELATION: elsewhere,
        Dimension.FILING: query.filing_type or UNFILED,
        Dimension.FILED: query.filed,
        Dimension.SETTLEMENT: query.settlement,
        Dimension.REASON: query.reason,
    }
    answers = {dimension: frozenset({str(answer)} if answer else ()) for dimension, answer in one.items()}
    return {**answers, Dimension.CARE_AREA: frozenset({care.code, care.province} if care else ())}


def _fits(figure: OwnFigure, query: BenefitQuery, answers: dict[Dimension, frozenset[str]]) -> bool:
    if (figure.scheme, figure.kind) != (query.scheme, query.kind) or query.on < figure.since:
        return False
    ages = figure.ages
    if ages and (query.age is None or query.age < ages.start or (ages.under is not None and query.age >= ages.under)):
        return False
    return all(answers[condition.dimension] & set(condition.values) for condition in figure.conditions)
