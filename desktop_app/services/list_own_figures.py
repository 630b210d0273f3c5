"""List the figures somebody was told for an area."""

from desktop_app.domain.area_sheet import AreaSheet
from desktop_app.domain.own_figure import OwnFigure
from desktop_app.storage.household import Household


def list_own_figures(household: Household | None, sheet: AreaSheet) -> tuple[OwnFigure, ...]:
    """Those for the sheet's area, scheme and kind of care; none where the records cannot be used."""
    if household is None:
        return ()
    asked = (sheet.area.code, sheet.scheme, sheet.kind)
    return tuple(own for own in household.own_figures() if (own.area, own.scheme, own.kind) == asked)
