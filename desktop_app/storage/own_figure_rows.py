"""Own figures as rows: conditions and values are written as the rule pack writes them, so that both read alike."""

from datetime import date
from typing import Final, cast

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.domain.listing import AgeSpan, Condition
from desktop_app.domain.own_figure import Informant, OwnFigure, OwnValue
from desktop_app.domain.person import Scheme
from desktop_app.storage.figure_rule import EVERY_AGE, Ages, Conditions, decode_conditions, encode_conditions
from desktop_app.storage.figure_values import decode, encode, exact_spread
from desktop_app.storage.household_tables import OwnFigureRow

PLACE: Final = ("area", "scheme", "kind", "name", "conditions")
"""What an own figure is told for: there is one for each."""


def columns_of(figure: OwnFigure) -> dict[str, str | date]:
    """The columns of an own figure, but for the moment at which it was entered."""
    allowed = {condition.dimension: frozenset(condition.values) for condition in figure.conditions}
    ages = Ages(figure.ages.start, figure.ages.under) if figure.ages else EVERY_AGE
    return {
        "area": figure.area,
        "scheme": figure.scheme.value,
        "kind": figure.kind.value,
        "name": figure.name.value,
        "conditions": encode_conditions(Conditions(allowed, ages)),
        "value": encode(exact_spread(figure.value)),
        "told_by": figure.told_by.value,
        "told_on": figure.told_on,
    }


def figure_of(row: OwnFigureRow) -> OwnFigure | None:
    """The own figure in a row; None where this edition of the program does not know one of its words."""
    try:
        name, written = FigureName(row.name), decode_conditions(row.conditions)
        return OwnFigure(
            area=row.area,
            scheme=Scheme(row.scheme),
            kind=CareKind(row.kind),
            name=name,
            value=cast("OwnValue", decode(name, row.value).value),
            told_by=Informant(row.told_by),
            told_on=row.told_on,
            conditions=tuple(
                Condition(dimension, tuple(sorted(written.allowed[dimension])))
                for dimension in Dimension
                if dimension in written.allowed
            ),
            ages=None if written.ages == EVERY_AGE else AgeSpan(written.ages.start, written.ages.under),
        )
    except (ValueError, KeyError, TypeError):
        return None
