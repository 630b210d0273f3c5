"""What was typed into a question and is no answer yet, so that nobody has to type it twice."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.interview.draft import Draft
from desktop_app.ui.interview.question_view import QuestionView

_MARK: Final = "typed_"
_PART: Final = "__"


class TypedSoFar:
    """Unfinished texts by question and row: handed back to the question when it is shown, or at the next start."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, str]] = {}

    def keep(self, view: QWidget, draft: Draft) -> None:
        """Keeps what stands in the fields on screen and has not become an answer."""
        if isinstance(view, QuestionView):
            question = view.asking.question
            if view.field.value() != question.answer(draft) and view.field.typed():
                self._rows[question.id] = view.field.typed()

    def hand_back(self, view: QuestionView) -> None:
        """Puts into the fields what was kept for their question."""
        kept = self._rows.pop(view.asking.question.id, None)
        if kept is not None:
            view.field.put_typed(kept)

    def remembered(self) -> dict[str, str]:
        """All of it as text under one name each."""
        return {f"{_MARK}{id}{_PART}{row}": text for id, rows in self._rows.items() for row, text in rows.items()}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """What was remembered; other names are left alone."""
        for name, text in kept.items():
            if name.startswith(_MARK):
                id, _, row = name.removeprefix(_MARK).partition(_PART)
                self._rows.setdefault(id, {})[row] = text
