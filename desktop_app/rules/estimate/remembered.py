"""Figures found once for all episodes that depend on the same: for who reckons many cases by one rulebook."""

from typing import Final

from desktop_app.domain.benefits import Benefits
from desktop_app.rules.estimate.figures import Asked, figures_for
from desktop_app.rules.estimate.same import Same
from desktop_app.rules.rulebook import RuleBook

KEPT: Final = 4096
"""How many sets of figures stay at hand; memory does not grow with the cases."""


class RememberedFigures:
    """Finds what `figures_for` finds. Asked with one rulebook only.

    Entered figures are told apart by who they are, not by what they say: whoever reads many cases reads them once.
    """

    def __init__(self) -> None:
        self._found: dict[object, Benefits] = {}

    def __call__(self, asked: Asked, rulebook: RuleBook) -> Benefits:
        """The figures, found or remembered; what is said of them may be of another day."""
        query = asked.query and rulebook.alike(asked.query)
        key = (query, Same(asked.entered), asked.applicable, asked.class_b)
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= KEPT:
                self._found.clear()
            found = self._found[key] = figures_for(asked._replace(query=query), rulebook)
        return found
