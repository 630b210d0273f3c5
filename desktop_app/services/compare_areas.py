"""Compare two areas: the same figures for the same person, side by side."""

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.care import FilingType, Reason
from desktop_app.domain.comparison import ComparedAreas, ComparedFigure
from desktop_app.domain.figure import FigureName, Gap
from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.rules.estimate.figure_table import figure_of
from desktop_app.rules.estimate.figures import ELSEWHERE
from desktop_app.rules.estimate.used_figures import NEUTRAL
from desktop_app.rules.rulebook import BenefitQuery, RuleBook

_ANOTHER_PROVINCE: Final = "810000"
"""Care in another province with which no area has an agreement: outside every pooling area (Hong Kong's code)."""

_WAYS: Final[tuple[tuple[FilingType | None, Reason], ...]] = (
    (FilingType.LONG_TERM_RESIDENCE, Reason.LONG_TERM_RESIDENCE),
    (FilingType.REFERRAL, Reason.REFERRAL),
    (FilingType.OTHER_TEMPORARY, Reason.SELF_CHOSEN),
    (None, Reason.SELF_CHOSEN),
)
"""What may be filed for care in another province, with the reason behind it."""


def compare_areas(rulebook: RuleBook, query: BenefitQuery, other_region: str) -> ComparedAreas:
    """The figures of the query's insured region beside those of another; what says nothing in both is left out.

    Raises Problem where one of them is no pooling area.
    """
    areas = [rulebook.pooling_area(code) for code in (query.insured_region, other_region)]
    for code, area in zip((query.insured_region, other_region), areas, strict=True):
        if area is None:
            place = rulebook.region(code)
            raise Problem(message("rulebook_page.no_area", value=place.name if place else code))
    left, right = (area for area in areas if area is not None)
    pair = (query, query._replace(insured_region=other_region))
    compared = (*_at_home(rulebook, pair), *_elsewhere(rulebook, pair))
    return ComparedAreas(left, right, tuple(each for each in compared if _says_something(each)))


def _at_home(rulebook: RuleBook, pair: tuple[BenefitQuery, BenefitQuery]) -> Iterator[ComparedFigure]:
    left, right = (rulebook.benefits(query._replace(care_region=None)) for query in pair)
    for name in FigureName:
        if name not in ELSEWHERE:
            yield ComparedFigure(name=name, left=figure_of(left, name), right=figure_of(right, name))


def _elsewhere(rulebook: RuleBook, pair: tuple[BenefitQuery, BenefitQuery]) -> Iterator[ComparedFigure]:
    for filing, reason in _WAYS:
        away = (query._replace(care_region=_ANOTHER_PROVINCE, filing_type=filing, reason=reason) for query in pair)
        left, right = (rulebook.benefits(query) for query in away)
        for name in FigureName:
            if name in ELSEWHERE:
                yield ComparedFigure(
                    name=name, left=figure_of(left, name), right=figure_of(right, name), away=True, filing=filing
                )


def _says_something(each: ComparedFigure) -> bool:
    """Whether at least one area has, or lacks, more than the neutral value. What care elsewhere costs always does."""
    if each.name is FigureName.ELSEWHERE:
        return True
    if each.name is FigureName.ROUNDING:
        return each.differs
    return any(
        isinstance(figure, Gap) or not figure.exact or each.name not in NEUTRAL or figure.value != NEUTRAL[each.name]
        for figure in (each.left, each.right)
    )
