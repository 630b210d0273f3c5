"""The estimator's page: each keystroke becomes a case, each case an estimate."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop_app.domain.case import Case
from desktop_app.errors import Problem
from desktop_app.interview.draft import Draft, case_from
from desktop_app.interview.other_bills import place_of, with_other_bills
from desktop_app.services.estimate_case import estimate_case
from desktop_app.ui import theme
from desktop_app.ui.estimate.form import EstimateForm
from desktop_app.ui.estimate.opened_stays import OpenedCase, OpenedStays, opened_again
from desktop_app.ui.estimate.result_panel import ResultPanel
from desktop_app.ui.estimate.rows_field import RowsField
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.page_list import SLIP
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.text import Divider, Text

_PAUSE: Final = 120
"""Milliseconds without a keystroke before the result follows."""

_FORM, _RESULT, _NARROW = 300, 760, 620
_FORM_SHARE, _RESULT_SHARE = 3, 2
_ANY_WIDTH: Final = 16_777_215
_NEEDED: Final = ("scheme", "insured_region", "care_region", "kind", "total")
_CLASS_B_RATIO: Final = "bill.class_b_ratio"
"""The key of the one figure without which a bill cannot even be split."""


class EstimatePage(Page):
    """Form and result scroll by themselves, so that the result stays in sight while one types."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = EstimateForm(desk)
        self.stays: OpenedStays | None = None
        self.result = ResultPanel(desk)
        self._left = ScrollPage(sides=(theme.MARGIN, theme.GAP))
        self._left.add(Text(self.tr("Estimator"), "title"), self.form)
        self._left.end()
        self._right = ScrollPage(sides=(theme.GAP, theme.MARGIN), widest=_RESULT)
        self._between = Divider()
        self._right.add(self.result)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._left)
        self._row.addWidget(self._between)
        self._row.addWidget(self._right, 1)
        self.sheet.addLayout(self._row)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.compute)
        self.form.changed.connect(self._pause.start)
        self.result.wanted.connect(self._go_to)
        self.result.slip_wanted.connect(lambda subject: self.wants.emit(SLIP, subject))
        self.compute()

    def open_at(self, subject: str) -> None:
        """A case file, `file/<path>`: its stays stand in place of the form until they are closed."""
        kind, _, path = subject.partition("/")
        if kind != "file":
            return
        library = self._desk.library
        try:
            opened = OpenedCase.read(Path(path), library.rulebook, self._desk.today)
        except Problem as problem:
            self._object(problem)
            return
        self._show_stays(opened)

    def remembered(self) -> dict[str, str]:
        """Everything typed, and the case that is open."""
        return self.form.remembered() | (self.stays.remembered() if self.stays else {})

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Everything typed, the case that was open, and the result."""
        self.form.put_back(kept)
        again = opened_again(kept, self._desk.library.rulebook, self._desk.today)
        if again:
            self._show_stays(*again)
        else:
            self.compute()

    def figures_changed(self) -> None:
        """The result with the person's own figures as they are now."""
        self.compute()

    def compute(self) -> None:
        """Shows the result of what stands in the form now, or of the stay chosen from a case file."""
        self._pause.stop()
        if self.stays:
            self._estimate(self.stays.opened.case, self.stays.place)
            return
        problems = self.form.problems()
        if problems:
            self._show_mistakes(problems)
            return
        draft = self.form.draft()
        needs = self._needs(draft)
        if needs:
            self.result.show_needs(needs)
            return
        case = self._case_of(draft)
        self._estimate(case, place_of(case, case.episodes[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the result under the form where they do not fit side by side."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.current().px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._left.keep_sides(theme.MARGIN, theme.MARGIN if narrow else theme.GAP)
        self._right.keep_sides(theme.MARGIN if narrow else theme.GAP, theme.MARGIN)
        self._right.keep_within(_ANY_WIDTH if narrow else _RESULT)
        self._between.setVisible(narrow)
        self._row.setStretchFactor(self._left, _FORM_SHARE if narrow else 0)
        self._row.setStretchFactor(self._right, _RESULT_SHARE if narrow else 1)
        width = theme.current().px(_FORM) + theme.MARGIN + theme.GAP + theme.current().px(theme.UNIT)
        self._left.setMinimumWidth(0 if narrow else width)
        self._left.setMaximumWidth(_ANY_WIDTH if narrow else width)

    def case(self) -> Case | None:
        """The case that stands in the form; None while something needed is missing or wrong."""
        draft = self.form.draft()
        return None if self.form.problems() or self._needs(draft) else self._case_of(draft)

    def _estimate(self, case: Case, place: int) -> None:
        """Shows the result of the stay at this place by date."""
        try:
            estimates = estimate_case(case, self._desk.library.rulebook)
        except Problem as problem:
            self._object(problem)
        else:
            self.result.show_estimate(estimates[place], case, place)

    def _show_stays(self, opened: OpenedCase, place: int | None = None) -> None:
        self._close_stays()
        self.stays = OpenedStays(opened, self._desk.library.words, self._desk.library.rulebook)
        if place is not None:
            self.stays.choose(place)
        self.stays.chosen.connect(self.compute)
        self.stays.closed.connect(self._back_to_form)
        self.form.hide()
        self._left.column.insertWidget(1, self.stays)
        self.compute()

    def _close_stays(self) -> None:
        if self.stays:
            self.stays.hide()
            self.stays.deleteLater()
            self.stays = None

    def _back_to_form(self) -> None:
        self._close_stays()
        self.form.show()
        self.form.fields["scheme"].setFocus()
        self.compute()

    def _case_of(self, draft: Draft) -> Case:
        """The case in the form; the bill in question is the last of its episodes, whatever its day."""
        case = case_from(draft, self._desk.today)
        return with_other_bills(case, self.form.other_bills(), numbered=draft.admission is not None)

    def _needs(self, draft: Draft) -> dict[str, str]:
        answered = {name: draft.answer(name) for name in _NEEDED if name != "total"} | {"total": draft.bill}
        return self._labels(name for name in _NEEDED if answered[name] is None)

    def _labels(self, names: Iterable[str]) -> dict[str, str]:
        return {name: self.form.rows[name].label.text() for name in names}

    def _go_to(self, name: str) -> None:
        field = self.form.fields[name]
        target = field.first_to_mend() if isinstance(field, RowsField) else field
        self._left.ensureWidgetVisible(target if isinstance(field, RowsField) else self.form.rows[name])
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_mistakes(self, problems: Mapping[str, str]) -> None:
        """Leaves the last result alone while only the field being typed in cannot be read yet."""
        typing = [name for name in problems if _has_keyboard(self.form.fields[name])]
        if len(problems) > len(typing):
            self.result.show_mistakes(self._labels(problems))

    def _object(self, problem: Problem) -> None:
        """Asks for the one figure that stops the calculation beside its field; says anything else as it is."""
        if dict(problem.message.parameters).get("key") == _CLASS_B_RATIO:
            asked = self.tr("Nobody has told us this region's figure. Please fill in the share; the hospital knows it.")
            self.form.show_objection("class_b_ratio", asked)
            self.result.show_needs(self._labels(["class_b_ratio"]))
        else:
            self.result.show_problem(self._desk.library.words.text(problem.message))


def _has_keyboard(field: QWidget) -> bool:
    """Whether somebody is typing into a field or something in it."""
    return field.hasFocus() or any(part.hasFocus() for part in field.findChildren(QWidget))
