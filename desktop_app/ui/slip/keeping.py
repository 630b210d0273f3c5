"""Which suggestions of a slip can be kept as a figure of one's own, and as what."""

from datetime import date
from typing import Final

from desktop_app.domain.care import Level
from desktop_app.domain.case import Episode
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.domain.listing import Condition
from desktop_app.domain.own_figure import OWNABLE, Informant, OwnFigure
from desktop_app.domain.person import Person
from desktop_app.domain.slip import Suggestion
from desktop_app.rules.rulebook import RuleBook

BY_LEVEL: Final = frozenset({FigureName.DEDUCTIBLE, FigureName.RATIO})
"""Figures that differ from level to level: kept for the level of this hospital alone."""

BY_FILING: Final = frozenset({FigureName.ELSEWHERE, FigureName.ELSEWHERE_FIRST_PAY})
"""Figures that hang on how one filed; a slip does not show that, so they are kept by hand, if at all."""


def own_figure(
    suggestion: Suggestion, person: Person, episode: Episode, rulebook: RuleBook, today: date
) -> OwnFigure | None:
    """The suggestion as a figure of one's own, as a document told it; None where it cannot be kept as one.

    It was told on the day of the slip, so that it counts for the year the slip is of, however late it is looked at.
    """
    area = rulebook.pooling_area(person.insured_region) if person.insured_region else None
    if area is None or suggestion.figure not in OWNABLE - BY_FILING:
        return None
    level, conditions = episode.care.level, tuple[Condition, ...]()
    if suggestion.figure in BY_LEVEL:
        if level is Level.UNKNOWN:
            return None
        conditions = (Condition(Dimension.LEVEL, (level.value,)),)
    return OwnFigure(
        area=area.code,
        scheme=person.scheme,
        kind=episode.care.kind,
        name=suggestion.figure,
        value=suggestion.value,
        told_by=Informant.DOCUMENT,
        told_on=min(episode.care.date, today),
        conditions=conditions,
    )
