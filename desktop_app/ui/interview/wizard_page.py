"""The wizard: one question a page, the answers given so far at the left, help at the right."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop_app.domain.message import Message
from desktop_app.errors import Problem
from desktop_app.interview.progress import Page as At
from desktop_app.interview.question import CHOSEN, Question, Step
from desktop_app.ui.estimate.fields import place_search
from desktop_app.ui.interview.answer_field import press_card
from desktop_app.ui.interview.check_view import CheckView
from desktop_app.ui.interview.emergency_view import EmergencyView
from desktop_app.ui.interview.examples_view import ExamplesView
from desktop_app.ui.interview.navigation import Navigation
from desktop_app.ui.interview.notebook import EXAMPLE, Notebook
from desktop_app.ui.interview.outcome_pages import OutcomePages
from desktop_app.ui.interview.question_view import QuestionView, question_view
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.side import HelpBeside, Steps
from desktop_app.ui.interview.three_columns import ThreeColumns
from desktop_app.ui.interview.trouble import Trouble
from desktop_app.ui.interview.typed_so_far import TypedSoFar
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.page_list import ESTIMATOR, HELP, HOME, SLIP
from desktop_app.ui.widgets.scroll_page import ScrollPage

_WAYS_ON: Final[dict[str, str]] = {
    At.EMERGENCY: "button.go_on",
    At.CHECK: "button.verdicts",
    At.VERDICTS: "button.checklist",
}
"""What the way on is called where it is not simply Next."""

_SEVERAL: Final = "interview.wrong.several"


class WizardPage(Page):
    """Shows where the interview stands and hands answers on; `interview/` decides what comes next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        library = desk.library
        self._library, self._say = library, Say(library.words)
        self._search = place_search(desk)
        self.notebook = Notebook(library.rulebook, library.household, desk.today)
        self.notebook.moved.connect(self._show)
        self.notebook.noted.connect(self._show_sides)
        self.notebook.trouble.connect(self._show_trouble)
        self._typed = TypedSoFar()
        self.view: QWidget = QWidget()
        self._build(desk)
        if library.household_problem:
            self._show_trouble(library.household_problem)
        self._show()

    def remembered(self) -> dict[str, str]:
        """The case in hand, and what was typed and is no answer yet."""
        self._typed.keep(self.view, self.notebook.progress.draft)
        return {**self.notebook.remembered(), **self._typed.remembered()}

    def put_back(self, kept: Mapping[str, str]) -> None:
        """The case as it was left, and what was being typed."""
        self._typed.put_back(kept)
        self.notebook.put_back(kept)

    def open_at(self, subject: str) -> None:
        """A new case, a case on file, or a case file; the estimator takes one that holds several stays."""
        try:
            self.notebook.open_at(subject)
        except Problem as problem:
            if problem.message.id == _SEVERAL:
                self.wants.emit(ESTIMATOR, subject)
            else:
                self._show_trouble(problem.message)

    def figures_changed(self) -> None:
        """The verdicts with the person's own figures as they are now."""
        self._outcomes.work_out_again(shown=self.view is self._outcomes)

    def go_on(self) -> None:
        """Takes the answer on screen and shows the next page; what is wrong is said beside it."""
        if not isinstance(self.view, QuestionView):
            self.notebook.forward()
            return
        given = self.view.answer()
        if given is None:
            return
        try:
            self.notebook.answer(given)
        except Problem as problem:
            self.view.object_to(self._library.words.text(problem.message))

    def leave(self) -> None:
        """Saves what is on screen and goes home. What is no answer yet stays in its field."""
        self._note()
        self._typed.keep(self.view, self.notebook.progress.draft)
        self.wants.emit(HOME, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it stands on or goes on; a number chooses its card."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if isinstance(focused, QPushButton):
                focused.click()
            elif self.navigation.next.isVisible():
                self.go_on()
        elif not (event.text().isdigit() and self._press(int(event.text()))):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the keyboard on to where the answer is given."""
        super().focusInEvent(event)
        self._take_keyboard()

    def event(self, event: QEvent) -> bool:
        """Takes the keyboard back where closing the list of places let go of it: no key may land elsewhere."""
        if event.type() is QEvent.Type.WindowActivate and self.isVisible() and self.window().focusWidget() is None:
            self._take_keyboard()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the buttons under the question."""
        super().resizeEvent(event)
        self._place_navigation()

    def showEvent(self, event: QShowEvent) -> None:
        """Gives the keyboard to the question."""
        super().showEvent(event)
        self._take_keyboard()

    def _build(self, desk: Desk) -> None:
        self.navigation = Navigation(self._say)
        self._trouble = Trouble()
        self._steps = Steps(self._say, self.notebook.setting)
        self._steps.list.visited.connect(self._visit)
        self._steps.wanted.connect(self.open_at)
        self._steps.example.clicked.connect(self._show_examples)
        self._help = HelpBeside(self._library, self._say)
        self._help.text.followed.connect(self._follow)
        self._columns = ThreeColumns(self._steps, self._help)
        self._columns.rearranged.connect(self._place_navigation)
        self._scroll = ScrollPage()
        self._scroll.add(self._columns)
        self._scroll.end()
        self._outcomes = OutcomePages(desk, self.notebook)
        self._outcomes.objected.connect(self._mend)
        self._outcomes.previewing.connect(lambda previewing: self.navigation.setVisible(not previewing))
        self._outcomes.wanted.connect(self._visit)
        self._outcomes.slip_wanted.connect(lambda subject: self.wants.emit(SLIP, subject))
        self._outcomes.ready.connect(self.navigation.next.setFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._outcomes)
        self.navigation.backed.connect(self._go_back)
        self.navigation.left.connect(self.leave)
        self.navigation.went_on.connect(self.go_on)
        self.sheet.addWidget(self._trouble)
        self.sheet.addWidget(self._stack, 1)
        self.sheet.addWidget(self.navigation)
        QShortcut(QKeySequence.StandardKey.Back, self).activated.connect(self._go_back)

    def _show(self) -> None:
        """Shows the page the interview stands at."""
        progress = self.notebook.progress
        self._typed.keep(self.view, self.notebook.progress.draft)
        self.setFocus()  # until the new page takes the keyboard, no key may land on the rail
        if progress.at in {At.VERDICTS, At.CHECKLIST}:
            self.view = self._outcomes
            self._stack.setCurrentWidget(self._outcomes)
            self._outcomes.show_page(progress.at)
        else:
            self.view = self._middle()
            self._columns.show_middle(self.view)
            self._stack.setCurrentWidget(self._scroll)
            self._scroll.verticalScrollBar().setValue(0)
        self._offer_ways()
        self._take_keyboard()
        self._columns.give_up_the_one_before()
        self._show_sides()
        self._place_navigation()

    def _middle(self) -> QWidget:
        progress, setting = self.notebook.progress, self.notebook.setting
        if progress.question:
            return self._question(progress.question)
        if progress.at == At.EMERGENCY:
            view = EmergencyView(self._library, progress.draft, title=self._say("page.emergency_title"))
            view.followed.connect(self._follow)
            return view
        check = CheckView(progress, setting, self._library.words, step=self._step_name(Step.CHECK))
        check.wanted.connect(self._visit)
        return check

    def _show_examples(self) -> None:
        examples = ExamplesView(self._say)
        examples.chosen.connect(lambda path: self.open_at(f"{EXAMPLE}/{path}"))
        self.view = examples
        self._columns.show_middle(examples)
        examples.group.cards[0].setFocus()
        self._columns.give_up_the_one_before()
        self._columns.show_help(False)
        self.navigation.offer(back=False, next=None)
        self._place_navigation()

    def _question(self, question: Question) -> QuestionView:
        step = self._step_name(question.step)
        view = question_view(question, self.notebook, self._library.words, self._search, step=step)
        self._typed.hand_back(view)
        view.decided.connect(self._decide)
        return view

    def _decide(self) -> None:
        """A card was chosen: it is saved at once. Danger shows the emergency card at once."""
        if not isinstance(self.view, QuestionView):
            return
        if self.view.asking.question.id == "danger" and self.view.field.value() is True:
            self.go_on()
        else:
            self._note()

    def _note(self) -> None:
        """Saves the answer on screen without leaving the page; a wrong one is left for Next to object to."""
        if not isinstance(self.view, QuestionView):
            return
        given = self.view.field.value()
        if given is None or self.view.field.problem():
            return
        try:
            self.notebook.note(given)
        except Problem as problem:
            self.view.object_to(self._library.words.text(problem.message))

    def _go_back(self) -> None:
        self._note()
        self.notebook.back()

    def _visit(self, at: str) -> None:
        self._note()
        self.notebook.jump(at)

    def _mend(self, question: str, sentence: str) -> None:
        """Goes back to the answer that has to be mended, and says beside it what is wrong."""
        self.notebook.jump(question)
        if isinstance(self.view, QuestionView):
            self.view.object_to(sentence)

    def _press(self, number: int) -> bool:
        if isinstance(self.view, ExamplesView):
            return press_card(self.view.group, number)
        return isinstance(self.view, QuestionView) and self.view.field.press(number)

    def _follow(self, address: str) -> None:
        """A link in a help text: `help:<page>` or `glossary:<term>`."""
        scheme, _, target = address.partition(":")
        self.wants.emit(HELP, target if scheme == "help" else address.replace(":", "/", 1))

    def _show_sides(self) -> None:
        progress = self.notebook.progress
        self._steps.show_progress(progress)
        self._columns.show_help(progress.question is not None)
        if progress.question:
            self._help.show_question(progress.question.id, progress)

    def _offer_ways(self) -> None:
        progress = self.notebook.progress
        next = None if progress.at == At.CHECKLIST else self._say(_WAYS_ON.get(progress.at, "button.next"))
        hint = ""
        if progress.question:
            hint = self._say("page.keys" if progress.question.input in CHOSEN else "page.enter")
        self.navigation.offer(back=progress.at != "danger", next=next, hint=hint)

    def _place_navigation(self) -> None:
        if self._stack.currentWidget() is self._outcomes:
            self.navigation.stand_beside(0, self._outcomes.bar_width())
            return
        left, right = self._columns.room_beside_middle()
        bar = self._scroll.verticalScrollBar()
        self.navigation.stand_beside(left, right + (bar.width() if bar.isVisible() else 0))

    def _take_keyboard(self) -> None:
        if isinstance(self.view, QuestionView):
            self.view.take_keyboard()
        elif self.view is self._outcomes:
            self._outcomes.take_keyboard()
        else:
            self.navigation.next.setFocus()

    def _show_trouble(self, wrong: Message | None) -> None:
        self._trouble.show_sentence(self._library.words.text(wrong) if wrong else "")

    def _step_name(self, step: Step) -> str:
        return self._say("page.step", number=list(Step).index(step) + 1, total=len(Step))
