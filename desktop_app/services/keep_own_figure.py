"""Keep a figure somebody was told."""

from datetime import UTC, datetime

from desktop_app.domain.own_figure import OwnFigure
from desktop_app.storage.household import Household


def keep_own_figure(household: Household, figure: OwnFigure) -> None:
    """Keeps the figure in place of an earlier one for the same; it counts at once. Raises Problem where that fails."""
    household.keep_own_figure(figure, now=datetime.now(UTC))
