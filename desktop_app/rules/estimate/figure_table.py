"""Benefits by the names of their figures."""

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.figure import Figure, FigureName, Gap

AnyFigure = Figure[object] | Gap


def figure_of(benefits: Benefits, name: FigureName) -> AnyFigure:
    """The figure called `name`, or its gap."""
    return benefits.named(name)


def with_figures(benefits: Benefits, changes: Mapping[FigureName, AnyFigure]) -> Benefits:
    """The benefits with other figures under these names; each must be of its name's own kind."""
    fields = {name.value: figure for name, figure in changes.items()}
    return replace(benefits, **fields)  # type: ignore[arg-type]  # one field per name, see Benefits
