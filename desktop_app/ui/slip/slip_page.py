"""The page on which a settlement slip is checked against the estimate of the case one comes from."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.case import Episode
from desktop_app.domain.message import message
from desktop_app.domain.own_figure import OwnFigure
from desktop_app.domain.slip import SlipCheck, Suggestion
from desktop_app.errors import Problem
from desktop_app.render.help import topic_title
from desktop_app.services.check_slip import check_slip
from desktop_app.services.keep_own_figure import keep_own_figure
from desktop_app.ui import theme
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.page_list import ESTIMATOR, WIZARD
from desktop_app.ui.slip.keeping import own_figure
from desktop_app.ui.slip.say import Say
from desktop_app.ui.slip.slip_form import SlipForm
from desktop_app.ui.slip.slip_result import SlipResult
from desktop_app.ui.slip.subject import Subject, read, written
from desktop_app.ui.widgets.button_row import ButtonRow
from desktop_app.ui.widgets.buttons import secondary_button
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.help_link import HelpLink
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.text import Text

_NARROW: Final = 720
_LAID_OUT: Final = 300
"""Milliseconds within which a new result finds its height."""
_SUBJECT: Final = "subject"


class SlipPage(Page):
    """Form and result side by side. Without a case it says where to begin."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._say = desk, Say(desk.library.words)
        self._subject: Subject | None = None
        self._about = Text("", "muted")
        self.form = SlipForm(desk.library.words)
        self.result = SlipResult(desk.library)
        self.form.submitted.connect(self.compare)
        self.form.changed.connect(self._wait)
        self.result.kept.connect(self._keep)
        self._begin = self._ways_to_begin()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.form)
        column.addStretch(1)
        self._columns = Columns([(left, 2), (self.result, 3)], narrow=_NARROW)
        self._page = page = ScrollPage()
        page.add(Text(self._say("page.title"), "title"), self._about, self._begin)
        page.column.addWidget(HelpLink(topic_title("slip", desk.library.words), "slip"), 0, Qt.AlignmentFlag.AlignLeft)
        page.add(self._columns)
        page.end()
        self._arriving = QTimer(self)
        self._arriving.setSingleShot(True)
        self._arriving.setInterval(_LAID_OUT)
        page.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._scroll_to_result())
        self.sheet.addWidget(page)
        self._show_subject()

    def showEvent(self, event: QShowEvent) -> None:
        """Gives the keyboard to the first line, where there is a case to compare with."""
        super().showEvent(event)
        if self._subject is not None:
            self.form.take_keyboard()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the keyboard on to where one begins."""
        super().focusInEvent(event)
        if self._subject is not None:
            self.form.take_keyboard()

    def open_at(self, subject: str) -> None:
        """A case handed over by another page; another case's slip is not left in the fields."""
        before = self._subject
        self._take(subject)
        if before is not None and before != self._subject:
            self.form.put_back({})
        self._wait()
        self.form.take_keyboard()

    def remembered(self) -> dict[str, str]:
        """The case and what stands in the fields."""
        subject = {_SUBJECT: written(self._subject)} if self._subject else {}
        return subject | self.form.remembered()

    def put_back(self, kept: Mapping[str, str]) -> None:
        """The case and what stood in the fields; a case that cannot be read any more is let go."""
        if _SUBJECT in kept:
            self._take(kept[_SUBJECT])
        self.form.put_back(kept)

    def figures_changed(self) -> None:
        """The last comparison is out of date."""
        self._wait()

    def compare(self) -> None:
        """Compares what stands in the fields, away from the window."""
        subject, slip = self._subject, self.form.slip()
        if subject is None or self.form.wrong():
            return
        if not slip.stated:
            self.result.show_sentence(self._say("page.empty"))
            return
        self.result.show_sentence(self._say("page.comparing"))
        self._desk.background.run(
            partial(check_slip, subject.case, slip, self._desk.library.rulebook, number=subject.number),
            owner=self,
            done=self._show,
            failed=self._object,
        )

    def _take(self, subject: str) -> None:
        try:
            self._subject = read(subject, self._desk.library.rulebook, self._desk.today)
        except Problem:
            self._subject = None
        self._show_subject()

    def _show_subject(self) -> None:
        there = self._subject is not None
        self._about.setText(self._told() if there else self._say("page.no_case"))
        self._begin.setVisible(not there)
        self._columns.setVisible(there)
        self._wait()

    def _told(self) -> str:
        """Whose slip it is: where insured, where treated, what care, when."""
        subject, words = self._subject, self._desk.library.words
        if subject is None:
            return ""
        episode = self._episode(subject)
        places = [
            region.name
            for code in (subject.case.person.insured_region, episode.care.region)
            if code and (region := self._desk.library.rulebook.region(code))
        ]
        kind = words.text(message(f"terms.kind.{episode.care.kind.value}"))
        return self._say("page.about", places=tuple(places), kind=kind, day=episode.care.date)

    @staticmethod
    def _episode(subject: Subject) -> Episode:
        episodes = sorted(subject.case.episodes, key=lambda each: each.care.date)
        return episodes[-1 if subject.number is None else subject.number - 1]

    def _wait(self) -> None:
        self.result.show_sentence(self._say("page.waiting"))

    def _show(self, check: SlipCheck) -> None:
        subject = self._subject
        if subject is None:
            return
        kept = self._desk.library.household is not None
        figures = [own for one in check.suggestions if kept and (own := self._own(subject, one)) is not None]
        self.result.show_check(check, subject.case.person.insured_region, {own.name: own.since for own in figures})
        self._arriving.start()
        self._scroll_to_result()

    def _scroll_to_result(self) -> None:
        """The button stands at the foot of the form, the answer begins at the top of the result.

        Again each time the page grows, until the new result has found its height.
        """
        if not self._arriving.isActive():
            return
        sheet, bar = self._page.widget(), self._page.verticalScrollBar()
        top = self.result.mapTo(sheet, self.result.rect().topLeft()).y() if sheet and self._columns.stacked else 0
        bar.setValue(top - theme.GAP)

    def _own(self, subject: Subject, suggestion: Suggestion) -> OwnFigure | None:
        rulebook, today = self._desk.library.rulebook, self._desk.today
        return own_figure(suggestion, subject.case.person, self._episode(subject), rulebook, today)

    def _keep(self, suggestion: Suggestion) -> None:
        """Keeps the figure: the person agreed by pressing the button."""
        subject, library = self._subject, self._desk.library
        if subject is None or library.household is None:
            return
        figure = self._own(subject, suggestion)
        if figure is None:
            return
        try:
            keep_own_figure(library.household, figure)
        except Problem as problem:
            self.result.show_problem(library.words.text(problem.message))
            return
        self.told.emit()
        self.result.show_sentence(self._say("page.kept"))

    def _object(self, problem: Problem) -> None:
        """Says what is wrong beside its line, or in place of the result."""
        sentence = self._desk.library.words.text(problem.message)
        key = dict(problem.message.parameters).get("key")
        self._wait()
        if not self.form.object_to(str(key), sentence):
            self.result.show_problem(sentence)

    def _ways_to_begin(self) -> QWidget:
        estimator = secondary_button(self._say("page.to_estimator"), "calculator")
        wizard = secondary_button(self._say("page.to_wizard"), "compass")
        estimator.clicked.connect(lambda: self.wants.emit(ESTIMATOR, ""))
        wizard.clicked.connect(lambda: self.wants.emit(WIZARD, ""))
        return ButtonRow([estimator, wizard])
