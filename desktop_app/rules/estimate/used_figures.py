"""The figures an estimate rests on, each with its value as people read it and what stands behind it."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Final

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import (
    FIGURES,
    AssistanceTerms,
    CriticalIllness,
    Factor,
    Figure,
    FigureName,
    OwnRatio,
    Points,
    Schedule,
    Supplement,
)
from desktop_app.domain.message import Message, message
from desktop_app.domain.outcome import UsedFigure
from desktop_app.rules.estimate.gaps import concerns
from desktop_app.rules.estimate.grading import WEAKEST_FIRST
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.estimate.same import Same
from desktop_app.rules.estimate.terms import KEPT

NEUTRAL: Final[dict[FigureName, object]] = {
    FigureName.BONUS: Fraction(0),
    FigureName.OWN_SHARE_FACTOR: Fraction(1),
    FigureName.ELSEWHERE_FIRST_PAY: Fraction(0),
    FigureName.CAP_PER_VISIT: None,
    FigureName.ELSEWHERE: None,
    FigureName.ELSEWHERE_DEDUCTIBLE: None,
}
"""What says nothing and need not be listed."""


def used_figures(here: Reckoning) -> tuple[UsedFigure, ...]:
    """The figures that concern this person and say something, in the order of the calculation."""
    return tuple(used for used in _texts(Same(here.benefits)) if concerns(used.name, here))


def weakest(cases: Iterable[Reckoning]) -> Evidence | None:
    """The weakest evidence among the figures that are used; None where none is."""
    grades = {_weakest(here) for here in cases}
    return next((grade for grade in WEAKEST_FIRST if grade in grades), None)


def _weakest(here: Reckoning) -> Evidence | None:
    graded = _by_grade(Same(here.benefits))
    return next((grade for grade, names in graded if any(concerns(name, here) for name in names)), None)


@lru_cache(KEPT)
def _by_grade(of: Same[Benefits]) -> tuple[tuple[Evidence, tuple[FigureName, ...]], ...]:
    """The figures that say something, by their grade, the weakest first: mostly the first one decides."""
    speaking = _speaking(of)
    return tuple(
        (grade, tuple(name for name, figure in speaking if figure.provenance.evidence is grade))
        for grade in WEAKEST_FIRST
    )


@lru_cache(KEPT)
def _texts(of: Same[Benefits]) -> tuple[UsedFigure, ...]:
    speaking = _speaking(of)
    return tuple(UsedFigure(name, figure_text(name, one), one.exact, one.provenance) for name, one in speaking)


@lru_cache(KEPT)
def _speaking(of: Same[Benefits]) -> tuple[tuple[FigureName, Figure[object]], ...]:
    """The figures that say something to whomever they concern."""
    named = ((name, of.value.named(name)) for name in FIGURES)
    return tuple((name, one) for name, one in named if isinstance(one, Figure) and not _says_nothing(name, one))


def _says_nothing(name: FigureName, figure: Figure[object]) -> bool:
    return name in NEUTRAL and figure.exact and figure.value == NEUTRAL[name]


def figure_text(name: FigureName, figure: Figure[object]) -> Message:
    """The figure for people; where a number is not known exactly, with the lowest and the highest it may be."""
    match figure.value, figure.low, figure.high:
        case tuple() as value, tuple() as low, tuple() as high:
            amounts = zip(value, low, high, strict=True)
            return message("estimate.figure.listed", values=tuple(_money(*amount) for amount in amounts))
        case Fraction() as value, Fraction() as low, Fraction() as high:
            return _ratio(value, low, high, "points" if name is FigureName.BONUS else "ratio")
        case str() as value, _, _:
            return message(f"estimate.figure.{name.value}.{value}")
        case (int() | None) as value, (int() | None) as low, (int() | None) as high:
            absent = "no_cap" if name in {FigureName.CAP, FigureName.CAP_PER_VISIT} else "none"
            return _money(value, low, high, absent)
        case value, low, high:
            return _terms(value, low, high)


def _terms(value: object, low: object, high: object) -> Message:
    match value, low, high:
        case Schedule(), Schedule(), Schedule():
            return _schedule(value, low, high)
        case Supplement(), Supplement(), Supplement():
            ratio = _ratio(value.ratio, low.ratio, high.ratio)
            return message("estimate.figure.supplement", ratio=ratio, cap=_money(value.cap, low.cap, high.cap))
        case CriticalIllness(), CriticalIllness(), CriticalIllness():
            return _critical(value, low, high)
        case AssistanceTerms(), AssistanceTerms(), AssistanceTerms():
            return message(
                "estimate.figure.assistance",
                deductible=_money(value.deductible, low.deductible, high.deductible),
                ratio=_ratio(value.ratio, low.ratio, high.ratio),
                cap=_money(value.cap, low.cap, high.cap),
            )
        case _:
            return _adjustment(value, low, high)


def _adjustment(value: object, low: object, high: object) -> Message:
    match value, low, high:
        case (Points(share), Points(lowest), Points(highest)):
            return _ratio(share, lowest, highest, "points_less")
        case (Factor(share), Factor(lowest), Factor(highest)):
            return _ratio(share, lowest, highest, "factor")
        case (OwnRatio(share), OwnRatio(lowest), OwnRatio(highest)):
            return _ratio(share, lowest, highest, "own_ratio")
        case _:
            raise TypeError(f"no text for {value!r} between {low!r} and {high!r}")


def _money(value: int | None, low: int | None, high: int | None, absent: str = "no_cap") -> Message:
    if low == high:
        return _amount(value, absent)
    likely, lowest, highest = (_amount(amount, absent) for amount in (value, low, high))
    return message("estimate.figure.range", value=likely, low=lowest, high=highest)


def _amount(amount: int | None, absent: str) -> Message:
    return message(f"estimate.figure.{absent}") if amount is None else message("estimate.money", amount=amount)


def _ratio(value: Fraction, low: Fraction, high: Fraction, kind: str = "ratio") -> Message:
    if low is high or low == high:
        return message(f"estimate.figure.{kind}", value=value)
    return message(f"estimate.figure.{kind}_range", value=value, low=low, high=high)


def _schedule(value: Schedule, low: Schedule, high: Schedule) -> Message:
    rows = zip(value.segments, low.segments, high.segments, strict=True)
    shares = [(one.upper, _ratio(one.ratio, lowest.ratio, highest.ratio)) for one, lowest, highest in rows]
    if len(shares) == 1:
        return shares[0][1]
    bands = tuple(
        message("estimate.figure.band_above", ratio=share)
        if upper is None
        else message("estimate.figure.band", upper=upper, ratio=share)
        for upper, share in shares
    )
    return message("estimate.figure.listed", values=bands)


def _critical(value: CriticalIllness, low: CriticalIllness, high: CriticalIllness) -> Message:
    rows = zip(value.tiers, low.tiers, high.tiers, strict=True)
    shares = [(one, _ratio(one.ratio, lowest.ratio, highest.ratio)) for one, lowest, highest in rows]
    tiers = tuple(
        message("estimate.figure.tier_above", lower=tier.lower, ratio=share)
        if tier.upper is None
        else message("estimate.figure.tier", lower=tier.lower, upper=tier.upper, ratio=share)
        for tier, share in shares
    )
    deductible = _money(value.deductible, low.deductible, high.deductible)
    cap = _money(value.cap, low.cap, high.cap)
    origin = value.origin.value
    return message("estimate.figure.critical", deductible=deductible, tiers=tiers, cap=cap, origin=origin)
