"""A rulebook that opens itself at the first question: a case with figures of its own never needs it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from desktop_app.rules.rulebook import RuleBook


def late_rulebook(open_rulebook: "Callable[[], RuleBook]") -> "RuleBook":
    """A stand-in that calls `open_rulebook` when it is first asked something, and passes everything on."""
    return cast("RuleBook", _Late(open_rulebook))


class _Late:
    """Passes on whatever is asked; SQLAlchemy is imported no earlier than that."""

    def __init__(self, open_rulebook: "Callable[[], RuleBook]") -> None:
        self._open = open_rulebook
        self._opened: RuleBook | None = None

    def __getattr__(self, question: str) -> Any:  # noqa: ANN401 -- whatever the rulebook's own method is
        if self._opened is None:
            self._opened = self._open()
        return getattr(self._opened, question)
