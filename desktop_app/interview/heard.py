"""What somebody was told on the telephone becomes a figure of the case's own, and counts instead of ours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Final

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import FigureName, Points, Schedule, Segment
from desktop_app.domain.money import Fen
from desktop_app.interview.entry import percent_entered, yuan_entered


class Unit(StrEnum):
    """In what a figure is told over the telephone."""

    YUAN = "yuan"
    PERCENT = "percent"
    POINTS = "points"


NO_FIGURES: Final = EnteredFigures(present=frozenset())

Amount = Callable[[EnteredFigures, Fen], EnteredFigures]
Share = Callable[[EnteredFigures, Fraction], EnteredFigures]


@dataclass(frozen=True, slots=True)
class _Told:
    """How one figure is told and where it goes."""

    unit: Unit
    amount: Amount | None = None
    share: Share | None = None


_TOLD: Final[dict[FigureName, _Told]] = {
    FigureName.RATIO: _Told(
        Unit.PERCENT, share=lambda figures, share: replace(figures, ratio=Schedule(segments=(Segment(None, share),)))
    ),
    FigureName.DEDUCTIBLE: _Told(Unit.YUAN, amount=lambda figures, fen: replace(figures, deductible=(fen,))),
    FigureName.CAP: _Told(Unit.YUAN, amount=lambda figures, fen: replace(figures, cap=fen)),
    FigureName.CAP_PER_VISIT: _Told(Unit.YUAN, amount=lambda figures, fen: replace(figures, cap_per_visit=fen)),
    FigureName.BONUS: _Told(Unit.POINTS, share=lambda figures, share: replace(figures, bonus=share)),
    FigureName.ELSEWHERE: _Told(Unit.POINTS, share=lambda figures, share: replace(figures, elsewhere=Points(share))),
    FigureName.ELSEWHERE_DEDUCTIBLE: _Told(
        Unit.YUAN, amount=lambda figures, fen: replace(figures, elsewhere_deductible=(fen,))
    ),
    FigureName.ELSEWHERE_FIRST_PAY: _Told(
        Unit.PERCENT, share=lambda figures, share: replace(figures, elsewhere_first_pay=share)
    ),
}


def unit_of(figure: FigureName | None) -> Unit | None:
    """In what this figure is told; None for what cannot be told in one number, and is only written down."""
    if figure is FigureName.CLASS_B_RATIO:
        return Unit.PERCENT
    told = _TOLD.get(figure) if figure else None
    return told.unit if told else None


def case_as_heard(case: Case, heard: Mapping[FigureName, str]) -> Case:
    """The case with what was heard in place of the rulebook's figures. Raises Problem for a text that is no figure."""
    figures = case.figures or NO_FIGURES
    for name, text in heard.items():
        if name is FigureName.CLASS_B_RATIO:
            case = _with_class_b_ratio(case, percent_entered(text))
        elif name in _TOLD:
            figures = _with_figure(figures, name, text)
    return case if figures == NO_FIGURES else replace(case, figures=figures)


def _with_figure(figures: EnteredFigures, name: FigureName, text: str) -> EnteredFigures:
    told = _TOLD[name]
    figures = replace(figures, present=figures.present | {name})
    if told.amount:
        return told.amount(figures, yuan_entered(text))
    return told.share(figures, percent_entered(text)) if told.share else figures


def _with_class_b_ratio(case: Case, share: Fraction) -> Case:
    """Class B is part of the bill, so its share is too."""
    episodes = tuple(
        Episode(episode.care, replace(episode.bill, class_b_ratio=share) if episode.bill else None)
        for episode in case.episodes
    )
    return replace(case, episodes=episodes)
