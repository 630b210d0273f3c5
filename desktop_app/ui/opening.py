"""Opening the rulebook behind the window, once it stands."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.background import Background
from desktop_app.ui.opened import Opened

if TYPE_CHECKING:
    from desktop_app.errors import Problem
    from desktop_app.render.words import Language

Opener = Callable[["Language"], Opened]


class Opening(QObject):
    """Tells of `opened` with what was opened, or of `failed` with a sentence on what is wrong and how to mend it."""

    opened = Signal(object)
    failed = Signal(str)

    def __init__(self, background: Background, opener: Opener) -> None:
        super().__init__(background)
        self._background, self._opener = background, opener

    def begin(self, language: "Language") -> None:
        """Begins; the window stays free meanwhile."""

        def fail(problem: "Problem") -> None:
            from desktop_app.ui.opened import words_in

            self.failed.emit(words_in(language).text(problem.message))

        self._background.run(partial(self._opener, language), owner=self, done=self.opened.emit, failed=fail)
