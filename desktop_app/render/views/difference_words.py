"""How a route compares with the case as it is, in a few words; the same on screen, on paper and in a terminal."""

from typing import Final

from desktop_app.domain.message import Message, message
from desktop_app.domain.outcome import Alternative, MoneyAdvice
from desktop_app.domain.routes import Route, Standing

ROUNDING: Final = 5
"""So many fen rounding may carry a sum either way (estimator.md); nobody is told of them."""

NEVER_URGED: Final = frozenset({Route.NOT_FILED, Route.LEVEL2, Route.LEVEL3})
"""Compared, but never put forward: not filing, and a hospital level, which is the doctors' to choose."""


def route_name(route: Route, money: MoneyAdvice) -> Message:
    """What a route is called; as things stand, also whether something still has to be filed."""
    if route is Route.AS_IS and money.unfiled:
        return message("paper.route.as_is_unfiled")
    return message(f"paper.route.{route.value}")


def difference_message(alternative: Alternative) -> Message:
    """More or less than now, by how much; where the sign is open, how far it may go either way."""
    difference = alternative.difference
    if difference is None:
        return message("paper.difference.unknown")
    low, high = sorted((abs(difference.low), abs(difference.high)))
    if alternative.standing is Standing.SAME or -ROUNDING <= difference.low <= difference.high <= ROUNDING:
        return message("paper.difference.same")
    if alternative.standing is not Standing.CANNOT_TELL:
        exact = "exact" if low == high else "range"
        return message(f"paper.difference.{alternative.standing.value}.{exact}", low=low, high=high)
    if difference.low >= -ROUNDING:
        return message("paper.difference.never_less", high=difference.high)
    if difference.high <= ROUNDING:
        return message("paper.difference.never_more", low=-difference.low)
    return message("paper.difference.cannot_tell", less=-difference.low, more=difference.high)
