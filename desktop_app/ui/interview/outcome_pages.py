"""Verdicts, checklist and paper: what comes after the questions, worked out away from the window."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.answer_changes import Gist, Move
from desktop_app.domain.case import Case
from desktop_app.domain.outcome import Plan
from desktop_app.errors import Problem
from desktop_app.interview.draft import case_from
from desktop_app.interview.progress import Page as At
from desktop_app.interview.routing import route
from desktop_app.render.moved_text import gist_lines
from desktop_app.render.summary import PaperSheet, file_name
from desktop_app.rules.answer_changes import gist_of
from desktop_app.rules.rulebook import RuleBook
from desktop_app.services.case_as_told import case_as_told
from desktop_app.services.note_result import NewEdition
from desktop_app.ui.interview.call_script import CallScript, JustHeard
from desktop_app.ui.interview.checklist_view import ChecklistView
from desktop_app.ui.interview.notebook import Notebook
from desktop_app.ui.interview.print_preview import PrintPreview, print_sheet
from desktop_app.ui.interview.save_dialog import ask_where_to_save
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.verdict_view import News, VerdictView
from desktop_app.ui.page import Desk
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.text import Text

_MENDED_AT: Final = {"problems.class_b_ratio": "bill"}
"""Which question a problem of the calculation leads back to; the words for it are the wizard's own."""


class OutcomePages(QStackedWidget):
    """The pages after the questions. `wanted` asks for another page, `previewing` tells of the print preview.

    `ready` tells that the verdicts are there, and the keyboard may stand on the way on; `objected` that an answer has
    to be mended first: the question's id and what is wrong.
    """

    wanted = Signal(str)
    objected = Signal(str, str)
    ready = Signal()
    previewing = Signal(bool)
    slip_wanted = Signal(str)

    def __init__(self, desk: Desk, notebook: Notebook) -> None:
        super().__init__()
        self._desk, self._notebook = desk, notebook
        self._say = Say(desk.library.words)
        self._page = ""
        self._scrolled_to = 0
        self._case: Case | None = None
        self._case_id: int | None = None
        self._plan: Plan | None = None
        self._edition: NewEdition | None = None
        self._filled: tuple[str, Gist] | None = None

    def show_page(self, page: str) -> None:
        """Shows the verdicts or the checklist, as soon as they are worked out."""
        self._page = page
        setting, draft = self._notebook.setting, self._notebook.progress.draft
        case = case_as_told(case_from(route(draft, setting).draft, setting.today), self._notebook.heard())
        if (case, self._notebook.case_id) == (self._case, self._case_id):
            if self._plan is not None:
                self._show(case, self._plan)
            return
        self._case, self._case_id, self._plan = case, self._notebook.case_id, None
        self._put(_scrolled(Text(self._say("page.computing"), "muted")))
        self._desk.background.run(
            partial(_work_out, case, self._desk.library.rulebook),
            owner=self,
            done=lambda plan: self._take(case, plan),
            failed=self._object,
        )

    def work_out_again(self, *, shown: bool) -> None:
        """Forgets what was worked out: figures it rests on have changed. `shown` pages are worked out at once."""
        self._case = self._plan = None
        if shown:
            self.show_page(self._page)

    def take_keyboard(self) -> None:
        """Puts it on the button for the PDF, on the way on from the verdicts, or on nothing while waiting."""
        checklist = self.findChild(ChecklistView)
        self.setFocus()
        if self._plan is None:
            return
        if isinstance(checklist, ChecklistView) and self._page == At.CHECKLIST:
            checklist.pdf.setFocus()
        else:
            self.ready.emit()

    def bar_width(self) -> int:
        """How much room the scroll bar takes, in pixels."""
        page = self.currentWidget()
        bar = page.verticalScrollBar() if isinstance(page, ScrollPage) else None
        return bar.width() if bar is not None and bar.isVisible() else 0

    def _work_out_anew(self, id: str) -> None:
        """The same page with what was just heard in this blank, scrolled to where it was."""
        if self._plan is not None:
            self._filled = (id, gist_of(self._plan))
        page = self.currentWidget()
        self._scrolled_to = page.verticalScrollBar().value() if isinstance(page, ScrollPage) else 0
        self.show_page(self._page)

    def _take(self, case: Case, plan: Plan) -> None:
        if case == self._case:
            self._plan = plan
            self._edition = self._notebook.compare_result(case, plan)
            self._show(case, plan)

    def _object(self, problem: Problem) -> None:
        self._case = None
        question = _MENDED_AT.get(problem.message.id)
        if question:
            self.objected.emit(question, self._say(f"wrong.{problem.message.id.partition('.')[2]}"))
            return
        sentence = self._desk.library.words.text(problem.message)
        self._put(_scrolled(Banner("warning", self._say("verdict.none"), sentence)))

    def _show(self, case: Case, plan: Plan) -> None:
        library = self._desk.library
        if self._page == At.CHECKLIST:
            checklist = ChecklistView(case, plan, library, self._notebook)
            checklist.pdf_wanted.connect(lambda: self._save_pdf(case, checklist))
            checklist.preview_wanted.connect(lambda: self._with_sheet(case, self._preview))
            checklist.print_wanted.connect(lambda: self._with_sheet(case, self._print))
            self._put(_scrolled(checklist))
            return
        verdicts = VerdictView(case, plan, library, self._notebook, News(self._edition, self._just_heard(plan)))
        verdicts.checklist_wanted.connect(lambda: self.wanted.emit(At.CHECKLIST))
        verdicts.slip_wanted.connect(self.slip_wanted)
        verdicts.heard.connect(self._work_out_anew, Qt.ConnectionType.QueuedConnection)
        verdicts.accepted.connect(lambda: self._accept(case, plan), Qt.ConnectionType.QueuedConnection)
        page = _scrolled(verdicts)
        self._put(page)
        if self._scrolled_to or (verdicts.script and verdicts.script.moved):
            QTimer.singleShot(0, page, partial(_scroll, page, self._scrolled_to, verdicts.script))
            self._scrolled_to = 0

    def _just_heard(self, plan: Plan) -> JustHeard | None:
        """What the blank just filled has moved; said once."""
        if self._filled is None:
            return None
        (id, before), self._filled = self._filled, None
        return JustHeard(id, tuple(gist_lines(Move(before, gist_of(plan)), self._desk.library.words)))

    def _accept(self, case: Case, plan: Plan) -> None:
        self._notebook.accept_result(case, plan)
        self._edition = None
        self._show(case, plan)

    def _save_pdf(self, case: Case, checklist: ChecklistView) -> None:
        words = self._desk.library.words
        path = ask_where_to_save(self, file_name(case.today, words), self._say)
        if path is None:
            return
        try:
            from desktop_app.services.export_summary import export_summary

            export_summary(case, self._desk.library.rulebook, words.language, path, self._notebook.heard())
        except Problem as problem:
            checklist.say_saved(words.text(problem.message))
        else:
            checklist.say_saved(self._say("paper.saved", path=str(path)))

    def _with_sheet(self, case: Case, use: Callable[[PaperSheet], None]) -> None:
        """Lays the summary out away from the window, then uses it."""
        library, heard = self._desk.library, self._notebook.heard()

        def lay_out() -> PaperSheet:
            from desktop_app.services.export_summary import summary_of

            return summary_of(case, library.rulebook, library.words.language, heard)

        self._desk.background.run(lay_out, owner=self, done=use, failed=self._object)

    def _preview(self, sheet: PaperSheet) -> None:
        preview = PrintPreview(sheet, self._say)
        preview.closed.connect(self._leave_preview)
        self.previewing.emit(True)
        self._put(preview)
        preview.back.setFocus()

    def _print(self, sheet: PaperSheet) -> None:
        print_sheet(sheet, self)

    def _leave_preview(self) -> None:
        self.previewing.emit(False)
        if self._case is not None and self._plan is not None:
            self._show(self._case, self._plan)

    def _put(self, page: QWidget) -> None:
        """Shows this page and gives up the one before; the keyboard moves on with it."""
        before = self.currentWidget()
        self.setFocus()
        self.setCurrentIndex(self.addWidget(page))
        if self.isVisible():
            self.take_keyboard()
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()


def _scrolled(view: QWidget) -> ScrollPage:
    page = ScrollPage()
    page.add(view)
    page.end()
    return page


def _scroll(page: ScrollPage, to: int, script: CallScript | None) -> None:
    """Back to where the page was, and to what a blank just filled has moved, wherever that stands now."""
    page.verticalScrollBar().setValue(to)
    if script is not None and script.moved is not None:
        page.ensureWidgetVisible(script.moved)


def _work_out(case: Case, rulebook: RuleBook) -> Plan:
    from desktop_app.services.plan_case import plan_case

    return plan_case(case, rulebook)
