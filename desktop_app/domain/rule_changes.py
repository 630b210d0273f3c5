"""What two rulebooks say differently."""

from dataclasses import dataclass

from desktop_app.domain.evidence import Fact
from desktop_app.domain.listing import ListedFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChanges:
    """The figures and facts that one rulebook has and another has not, and those that say something else there."""

    figures_added: tuple[ListedFigure, ...] = ()
    figures_removed: tuple[ListedFigure, ...] = ()
    figures_changed: tuple[tuple[ListedFigure, ListedFigure], ...] = ()
    facts_added: tuple[Fact, ...] = ()
    facts_removed: tuple[Fact, ...] = ()
    facts_changed: tuple[tuple[Fact, Fact], ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(len(getattr(self, name)) for name in self.__slots__)
