"""What the slip suggests for the next estimate: a figure it shows, to be taken as one's own if the person agrees."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import FigureName, Gap, Schedule, Segment, exactly
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen, Rounding, share_of
from desktop_app.domain.own_figure import OwnValue
from desktop_app.domain.slip import Cause, Slip, SlipLine, Suggestion
from desktop_app.rules.estimate.figure_table import figure_of
from desktop_app.rules.estimate.terms import Terms
from desktop_app.rules.estimate.used_figures import figure_text
from desktop_app.rules.slip.amounts import agree
from desktop_app.rules.slip.supposing import World

SHOWN: Final = {
    Cause.CLASS_B_RATIO: FigureName.CLASS_B_RATIO,
    Cause.OTHER_DEDUCTIBLE: FigureName.DEDUCTIBLE,
    Cause.OTHER_REDUCTION: FigureName.ELSEWHERE,
    Cause.FIRST_PAY: FigureName.ELSEWHERE_FIRST_PAY,
    Cause.OTHER_RATIO: FigureName.RATIO,
    Cause.ACCOUNT_FIRST: FigureName.ACCOUNT_ORDER,
    Cause.ACCOUNT_LAST: FigureName.ACCOUNT_ORDER,
}
"""The causes that are nothing but another figure, and the figure."""

EXACTNESS: Final = (20, 100, 1000)
"""A ratio read off a slip is taken in fives, in ones, or in tenths of a per cent; finer ones nobody writes down."""


def suggestions(world: World, slip: Slip, causes: Iterable[tuple[Cause, World]]) -> Iterator[Suggestion]:
    """The figures of those causes that are nothing but a figure, and the figures that were missing altogether."""
    names = set[FigureName]()
    for cause, then in causes:
        name = SHOWN.get(cause)
        if name is not None and name not in names:
            names.add(name)
            yield _suggested(name, _value(then.here.terms, name))
    yield from _missing(world, slip)


def _value(terms: Terms, name: FigureName) -> OwnValue:
    value: OwnValue = getattr(terms, name.value)
    return value


def _missing(world: World, slip: Slip) -> Iterator[Suggestion]:
    """A deductible or a ratio that nobody has and the slip shows."""
    benefits = world.here.benefits
    deductible = slip.amount(SlipLine.DEDUCTIBLE)
    if isinstance(benefits.deductible, Gap) and deductible is not None:
        yield _suggested(FigureName.DEDUCTIBLE, (deductible,))
    if isinstance(benefits.ratio, Gap):
        ratio = _ratio_shown(world, slip)
        if ratio is not None:
            yield _suggested(FigureName.RATIO, Schedule(segments=(Segment(None, ratio),)))


def _ratio_shown(world: World, slip: Slip) -> Fraction | None:
    """The round ratio at which the slip's basic fund pays what lies above the deductible; None where none does."""
    paid, eligible, deductible = (
        slip.amount(line) for line in (SlipLine.BASIC_FUND, SlipLine.ELIGIBLE, SlipLine.DEDUCTIBLE)
    )
    if isinstance(figure_of(world.here.benefits, FigureName.ELSEWHERE), Gap) or world.here.terms.elsewhere is not None:
        return None
    if not paid or eligible is None or deductible is None or eligible <= deductible:
        return None
    base = Fen(eligible - deductible)
    rounds = (Fraction(round(Fraction(paid, base) * parts), parts) for parts in EXACTNESS)
    return next((ratio for ratio in rounds if agree(paid, share_of(base, ratio, Rounding.HALF_UP))), None)


def _suggested(name: FigureName, value: OwnValue) -> Suggestion:
    shown = figure_text(name, exactly(value, Provenance(evidence=Evidence.YOURS)))
    figure = message(f"estimate.figure_name.{name.value}")
    return Suggestion(figure=name, value=value, said=message("slip.suggestion", figure=figure, value=shown))
