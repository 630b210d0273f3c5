"""Where one route is certainly never paid less than another, to the fen: every number that differs is in its favour."""

from typing import Final

from desktop_app.domain.figure import Factor, FigureName, OwnRatio, Points
from desktop_app.rules.compare.enclosed import ONE, Span
from desktop_app.rules.compare.stay import Stay, rules_of
from desktop_app.rules.compare.unknowns import Box, Number, Path, placed

Key = tuple[FigureName, Path]
_GIVES: Final = frozenset({FigureName.BONUS})
_TAKES: Final = frozenset({FigureName.DEDUCTIBLE, FigureName.ELSEWHERE_FIRST_PAY})
_FLAG: Final = (FigureName.CRITICAL, ("counts_elsewhere_loss",))


def never_less(one: Stay, other: Stay, box: Box) -> bool:
    """Whether `other` is paid at least what `one` is, rounding included, whatever the unknown figures turn out to be.

    Caps, supplements and the rest must be the same; deductible, ratios and reductions may be kinder. Where the loss
    elsewhere is kept out of critical-illness insurance a reduction can pay back, so there nothing is said.
    """
    if rules_of(one) != rules_of(other) or (
        _loss_kept_out(one, box) and (one.terms.elsewhere or other.terms.elsewhere)
    ):
        return False
    keys = one.numbers.by_path.keys() | other.numbers.by_path.keys()
    return _reduces_less(one, other, box) and all(_no_worse(key, one, other, box) for key in keys)


def _loss_kept_out(stay: Stay, box: Box) -> bool:
    return stay.terms.critical is not None and _span(stay.numbers.by_path.get(_FLAG), box).low < ONE


def _no_worse(key: Key, one: Stay, other: Stay, box: Box) -> bool:
    """Whether one number of `other` is as good or better; the reduction elsewhere is looked at on its own."""
    mine, theirs = one.numbers.by_path.get(key), other.numbers.by_path.get(key)
    name, path = key
    if mine == theirs or name is FigureName.ELSEWHERE:
        return True
    if name in _TAKES:
        return _at_most(_span(theirs, box), _span(mine, box))
    if name in _GIVES or (name is FigureName.RATIO and path[-1] == "ratio"):
        return _at_most(_span(mine, box), _span(theirs, box))
    return False


def _reduces_less(one: Stay, other: Stay, box: Box) -> bool:
    key = (FigureName.ELSEWHERE, ("value",))
    mine, theirs = one.numbers.by_path.get(key), other.numbers.by_path.get(key)
    same = mine == theirs
    match one.terms.elsewhere, other.terms.elsewhere:
        case (None, None) | ((Points() | Factor()), None):
            return True
        case Points(), Points():
            return same or _at_most(_span(theirs, box), _span(mine, box))
        case (Factor(), Factor()) | (OwnRatio(), OwnRatio()):
            return same or _at_most(_span(mine, box), _span(theirs, box))
        case _:
            return False


def _span(number: Number, box: Box) -> Span:
    found = placed(number, box)
    return Span(0, 0) if found is None else Span(found.low, found.high)


def _at_most(one: Span, other: Span) -> bool:
    return one.high <= other.low
