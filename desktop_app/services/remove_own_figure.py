"""Give up a figure somebody was told."""

from desktop_app.domain.own_figure import OwnFigure
from desktop_app.storage.household import Household


def remove_own_figure(household: Household, figure: OwnFigure) -> None:
    """Removes the figure; the rulebook's counts again. Raises Problem where that fails."""
    household.remove_own_figure(figure)
