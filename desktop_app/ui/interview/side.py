"""What stands beside a question: the steps with their answers, and the help that goes with the page."""

from dataclasses import asdict
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.message import message
from desktop_app.interview import answers
from desktop_app.interview.progress import EMPTY, Progress, Stop, stops
from desktop_app.interview.question import ASKED_STEPS
from desktop_app.interview.setting import Setting
from desktop_app.render.help import help_context, help_page, help_style
from desktop_app.ui import theme
from desktop_app.ui.interview.notebook import FILE, NEW
from desktop_app.ui.interview.say import Say
from desktop_app.ui.opened import Opened
from desktop_app.ui.widgets.buttons import quiet_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.help_panel import RichText
from desktop_app.ui.widgets.open_dialog import ask_which_case_file
from desktop_app.ui.widgets.step_list import StepList, StepState, WizardStep
from desktop_app.ui.widgets.text import Text

_UNDER_THE_MARKS: Final = 8
"""Pixels before a button's icon, so that it stands under the marks of the steps."""


class Steps(QWidget):
    """The steps of the way; `list.visited` carries the page a press leads to, `wanted` a case to open."""

    wanted = Signal(str)

    def __init__(self, say: Say, setting: Setting) -> None:
        super().__init__()
        self._say, self._setting = say, setting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.UNIT)
        self.list = StepList(name=say("page.steps"))
        self.new = quiet_button(say("button.new"), "plus")
        self.example = quiet_button(say("button.example"), "file-text")
        self.file = quiet_button(say.words.text(message("case_file.button.open")), "folder-open")
        self.new.clicked.connect(lambda: self.wanted.emit(NEW))
        self.file.clicked.connect(self._ask_for_file)
        column.addWidget(Text(say("page.title"), "muted"))
        column.addWidget(self.list)
        for button in (self.new, self.example, self.file):
            button.leading, button.side_room = True, _UNDER_THE_MARKS
            column.addWidget(button)

    def show_progress(self, progress: Progress) -> None:
        """Shows how far things have come; a new case and the samples are offered where nothing gets lost by it."""
        begun = progress.draft != EMPTY
        self.new.setVisible(begun)
        self.example.setVisible(not begun)
        self.file.setVisible(not begun)
        self.list.show_steps([self._step(stop, progress) for stop in stops(progress, self._setting)])

    def _ask_for_file(self) -> None:
        path = ask_which_case_file(self, self._say.words)
        if path is not None:
            self.wanted.emit(f"{FILE}/{path}")

    def _step(self, stop: Stop, progress: Progress) -> WizardStep:
        title = self._say(f"step.{stop.step.value}")
        state = StepState.HERE if stop.current else StepState.DONE if stop.complete else StepState.AHEAD
        if state is StepState.AHEAD and stop.target is not None:
            state = StepState.REACHED
        skipped = stop.step in ASKED_STEPS and not stop.asked
        answer = self._say("page.skipped") if skipped else self._summary(stop, progress)
        return WizardStep(stop.target or stop.step.value, title, answer, state)

    def _summary(self, stop: Stop, progress: Progress) -> str:
        said = [
            self._say.words.text(answers.said(question, given, self._setting))
            for question in stop.asked
            if question.headline and (given := question.answer(progress.draft)) is not None
        ]
        return self._say("said.joined", parts=tuple(said)) if said else ""


class HelpBeside(Card):
    """The help page that goes with a question, with the person's own answers in it. `text.followed` carries a link."""

    def __init__(self, library: Opened, say: Say) -> None:
        super().__init__()
        self._library = library
        words = library.words
        self.text = RichText(name=say("page.help"), style=lambda: help_style(asdict(theme.current().roles), words))
        self.add(self.text)

    def show_question(self, id: str, progress: Progress) -> None:
        """Shows the page of this question."""
        context = help_context(self._library.rulebook, progress.draft)
        self.text.show_html(help_page(f"question/{id}", context, self._library.words))
