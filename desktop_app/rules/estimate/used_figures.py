"""The figures an estimate rests on, each with its value as people read it and what stands behind it."""

from collections.abc import Iterator
from fractions import Fraction

from desktop_app.domain.figure import (
    Adjustment,
    AssistanceTerms,
    CriticalIllness,
    Factor,
    Figure,
    FigureName,
    Gap,
    OwnRatio,
    Points,
    Schedule,
    Supplement,
)
from desktop_app.domain.message import Message, message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import UsedFigure
from desktop_app.rules.estimate.figure_table import figure_of
from desktop_app.rules.estimate.gaps import concerns
from desktop_app.rules.estimate.situation import Situation

NEUTRAL = {
    FigureName.BONUS: Fraction(0),
    FigureName.OWN_SHARE_FACTOR: Fraction(1),
    FigureName.ELSEWHERE_FIRST_PAY: Fraction(0),
    FigureName.CAP_PER_VISIT: None,
    FigureName.ELSEWHERE: None,
    FigureName.ELSEWHERE_DEDUCTIBLE: None,
}
"""What says nothing and need not be listed."""


def used_figures(here: Situation) -> tuple[UsedFigure, ...]:
    """The figures that concern this person and say something, in the order of the calculation."""
    return tuple(_used(here))


def _used(here: Situation) -> Iterator[UsedFigure]:
    for name in FigureName:
        figure = figure_of(here.benefits, name)
        if isinstance(figure, Gap) or not concerns(name, here) or _says_nothing(name, figure):
            continue
        yield UsedFigure(name, figure_text(name, figure), figure.exact, figure.provenance)


def _says_nothing(name: FigureName, figure: Figure[object]) -> bool:
    return name in NEUTRAL and figure.exact and figure.value == NEUTRAL[name]


def figure_text(name: FigureName, figure: Figure[object]) -> Message:
    """The figure's value for people, with its range where it has one."""
    value = value_text(name, figure.value)
    if figure.exact:
        return value
    low, high = value_text(name, figure.low), value_text(name, figure.high)
    return message("estimate.figure.range", value=value, low=low, high=high)


def value_text(name: FigureName, value: object) -> Message:
    """One value for people."""
    match value:
        case None:
            return message("estimate.figure.none")
        case tuple():
            return message("estimate.figure.listed", values=tuple(_money(amount) for amount in value))
        case Fraction():
            return message(
                "estimate.figure.points" if name is FigureName.BONUS else "estimate.figure.ratio", value=value
            )
        case int() if not isinstance(value, bool):
            return _money(Fen(value))
        case str():
            return message(f"estimate.figure.{name.value}.{value}")
        case _:
            return _terms_text(value)


def _terms_text(value: object) -> Message:
    match value:
        case Schedule():
            return _schedule_text(value)
        case Points() | Factor() | OwnRatio():
            return _adjustment_text(value)
        case Supplement(ratio, cap):
            return message("estimate.figure.supplement", ratio=ratio, cap=_cap(cap))
        case CriticalIllness():
            return _critical_text(value)
        case AssistanceTerms(deductible, ratio, cap):
            return message("estimate.figure.assistance", deductible=deductible, ratio=ratio, cap=_cap(cap))
        case _:
            raise TypeError(f"no text for {value!r}")


def _money(amount: Fen) -> Message:
    return message("estimate.money", amount=amount)


def _cap(cap: Fen | None) -> Message:
    return message("estimate.figure.no_cap") if cap is None else _money(cap)


def _schedule_text(schedule: Schedule) -> Message:
    if len(schedule.segments) == 1:
        return message("estimate.figure.ratio", value=schedule.segments[0].ratio)
    bands = tuple(
        message("estimate.figure.band_above", ratio=segment.ratio)
        if segment.upper is None
        else message("estimate.figure.band", upper=segment.upper, ratio=segment.ratio)
        for segment in schedule.segments
    )
    return message("estimate.figure.listed", values=bands)


def _adjustment_text(adjustment: Adjustment) -> Message:
    kinds = {Points: "points_less", Factor: "factor", OwnRatio: "own_ratio"}
    return message(f"estimate.figure.{kinds[type(adjustment)]}", value=adjustment.value)


def _critical_text(terms: CriticalIllness) -> Message:
    tiers = tuple(
        message("estimate.figure.tier_above", lower=tier.lower, ratio=tier.ratio)
        if tier.upper is None
        else message("estimate.figure.tier", lower=tier.lower, upper=tier.upper, ratio=tier.ratio)
        for tier in terms.tiers
    )
    return message("estimate.figure.critical", deductible=terms.deductible, tiers=tiers, cap=_cap(terms.cap))
