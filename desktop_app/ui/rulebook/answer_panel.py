"""What the rulebook answers, below the fields that ask it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import Problem
from desktop_app.ui import theme
from desktop_app.ui.page import Desk
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.card import emptied
from desktop_app.ui.widgets.text import Text

T = TypeVar("T")


class AnswerPanel(QWidget):
    """Fields, and under them the answer, which is looked up away from the window."""

    def __init__(self, desk: Desk, fields: QWidget, *, before: str) -> None:
        super().__init__()
        self._desk, self._say = desk, Say(desk.library.words)
        self._asked = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(fields)
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.GAP)
        column.addLayout(self._body)
        column.addStretch(1)
        self._say_instead(before)

    def _ask(self, look_up: Callable[[], T], take: Callable[[T], None], *, shown: bool) -> None:
        """Looks something up and hands it to `take`, unless something else was asked meanwhile.

        Where nothing is `shown` yet, it says that it is being read.
        """
        self._forget_what_was_asked()
        asked = self._asked

        def use(found: T) -> None:
            if asked == self._asked:
                take(found)

        self._desk.background.run(look_up, owner=self, done=use, failed=self._object)
        if not shown:
            self._say_instead("page.reading")

    def _forget_what_was_asked(self) -> None:
        """No answer that is still to come is waited for."""
        self._asked += 1

    def _object(self, problem: Problem) -> None:
        self._clear()
        self._body.addWidget(Banner("warning", self._desk.library.words.text(problem.message)))

    def _say_instead(self, id: str) -> None:
        self._clear()
        self._body.addWidget(Text(self._say(id), "muted"))

    def _clear(self) -> None:
        emptied(self._body)
