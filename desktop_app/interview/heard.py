"""What somebody was told on the telephone becomes a figure of the case's own, and counts instead of ours."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import Final

from desktop_app.domain.benefits import EnteredFigures
from desktop_app.domain.case import Case, Episode
from desktop_app.domain.figure import FigureName, Points, Schedule, Segment
from desktop_app.domain.heard import Heard
from desktop_app.domain.message import Message, message
from desktop_app.domain.own_figure import OWNABLE, OwnValue
from desktop_app.interview.entry import percent_entered, yuan_entered


class Unit(StrEnum):
    """In what a figure is told over the telephone."""

    YUAN = "yuan"
    PERCENT = "percent"
    POINTS = "points"


NO_FIGURES: Final = EnteredFigures(present=frozenset())

_UNITS: Final[Mapping[FigureName, Unit]] = {
    FigureName.CLASS_B_RATIO: Unit.PERCENT,
    FigureName.DEDUCTIBLE: Unit.YUAN,
    FigureName.RATIO: Unit.PERCENT,
    FigureName.BONUS: Unit.POINTS,
    FigureName.CAP: Unit.YUAN,
    FigureName.CAP_PER_VISIT: Unit.YUAN,
    FigureName.ELSEWHERE: Unit.POINTS,
    FigureName.ELSEWHERE_DEDUCTIBLE: Unit.YUAN,
    FigureName.ELSEWHERE_FIRST_PAY: Unit.PERCENT,
}
_IN_PARTS: Final = OWNABLE - _UNITS.keys() | {FigureName.ELSEWHERE}
_LISTED: Final = frozenset({FigureName.DEDUCTIBLE, FigureName.ELSEWHERE_DEDUCTIBLE})


def unit_of(figure: FigureName | None) -> Unit | None:
    """In what this figure is told; None for what takes more than one number, and for what is only written down."""
    return _UNITS.get(figure) if figure else None


def told_in_parts(figure: FigureName | None) -> bool:
    """Whether the figure counts, but takes more than one number: tiers, a ratio with its cap, one of several forms."""
    return figure in _IN_PARTS


def value_heard(figure: FigureName, text: str) -> OwnValue:
    """What was written into the blank of a figure told in one number. Raises Problem for a text that is none."""
    if _UNITS[figure] is Unit.YUAN:
        amount = yuan_entered(text)
        return (amount,) if figure in _LISTED else amount
    share = percent_entered(text)
    if figure is FigureName.RATIO:
        return Schedule(segments=(Segment(None, share),))
    return Points(share) if figure is FigureName.ELSEWHERE else share


def case_as_heard(case: Case, heard: Mapping[FigureName, tuple[OwnValue, Heard]]) -> Case:
    """The case with what was heard in place of the rulebook's figures, each with who said it and when."""
    figures = case.figures or NO_FIGURES
    for name, (value, said) in heard.items():
        if name is FigureName.CLASS_B_RATIO and isinstance(value, Fraction):
            case = _with_class_b_ratio(case, value)
        elif name is not FigureName.CLASS_B_RATIO:
            figures = _noting(_entered(figures, name, value), name, said)
    return case if figures == NO_FIGURES else replace(case, figures=figures)


def _entered(figures: EnteredFigures, name: FigureName, value: OwnValue) -> EnteredFigures:
    return replace(figures, **{name.value: value})  # type: ignore[arg-type]  # one field per name, see EnteredFigures


def _noting(figures: EnteredFigures, name: FigureName, said: Heard) -> EnteredFigures:
    told = tuple((told, by) for told, by in figures.told if told is not name)
    noted = told_text(said)
    told += ((name, noted),) if noted else ()
    return replace(figures, present=figures.present | {name}, told=told)


def told_text(said: Heard) -> Message | None:
    """Who said it and when, in words; None where neither was kept."""
    by = message(f"rulebook_page.informant.{said.told_by.value}") if said.told_by else None
    if said.told_on and by:
        return message("rulebook_page.own.told", day=said.told_on, by=by)
    if said.told_on:
        return message("interview.script.told_on", day=said.told_on)
    return by


def _with_class_b_ratio(case: Case, share: Fraction) -> Case:
    """Class B is part of the bill, so its share is too."""
    episodes = tuple(
        Episode(episode.care, replace(episode.bill, class_b_ratio=share) if episode.bill else None)
        for episode in case.episodes
    )
    return replace(case, episodes=episodes)
