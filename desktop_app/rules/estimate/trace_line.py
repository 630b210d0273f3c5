"""One line of the calculation, and how a ratio came about."""

from fractions import Fraction
from typing import Final

from desktop_app.domain.figure import Factor, FigureName, OwnRatio, Points
from desktop_app.domain.message import Message, Parameter, message
from desktop_app.domain.money import Fen, Rounding
from desktop_app.domain.outcome import Step, StepName
from desktop_app.rules.estimate.grading import provenance_of
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.estimate.terms import NONE, WHOLE, Terms

ROUNDINGS: Final = {rounding: message(f"estimate.rounding.{rounding.value}") for rounding in Rounding}
NOT_ROUNDED: Final = ""


def line(here: Reckoning, name: StepName, how: Message, amount: Fen, *figures: FigureName) -> Step:
    """The line `name` of `amount`, graded by the weakest of its figures."""
    return Step(name=name, amount=amount, how=how, figures=figures, provenance=provenance_of(here.benefits, figures))


def said(id: str, amount: Fen, **parameters: Parameter) -> Message:
    """The sum of a line as a message: its numbers and the amount they give."""
    return Message(f"estimate.step.{id}", (*parameters.items(), ("amount", amount)))


def rounding_of(here: Reckoning, exact: Fraction) -> Message | str:
    """How a payment became whole fen; nothing to say where it was whole already."""
    return NOT_ROUNDED if exact.denominator == 1 else ROUNDINGS[here.terms.rounding]


def ratio_figures(terms: Terms) -> tuple[FigureName, ...]:
    """The figures a band's ratio rests on."""
    names = [FigureName.RATIO]
    if terms.bonus:
        names.append(FigureName.BONUS)
    if terms.own_share_factor != WHOLE:
        names.append(FigureName.OWN_SHARE_FACTOR)
    if terms.elsewhere is not None:
        names.append(FigureName.ELSEWHERE)
    return tuple(names)


def ratio_how(terms: Terms, band: int, ratio: Fraction, *, at_home: bool = False) -> Message:
    """How the band's `ratio` came about: the local ratio, bonus, own share, and the reduction elsewhere (R7, R8)."""
    elsewhere = None if at_home else terms.elsewhere
    local = terms.ratio.segments[band].ratio
    if isinstance(elsewhere, OwnRatio):
        return message("estimate.ratio.own", ratio=ratio)
    if local == ratio and (not local or (not terms.bonus and terms.own_share_factor == WHOLE)):
        return message("estimate.ratio.plain", ratio=ratio)
    return message(
        "estimate.ratio.adjusted",
        local=local,
        bonus=terms.bonus,
        own_share_factor=terms.own_share_factor,
        points=elsewhere.value if isinstance(elsewhere, Points) else NONE,
        factor=elsewhere.value if isinstance(elsewhere, Factor) else WHOLE,
        ratio=ratio,
    )
