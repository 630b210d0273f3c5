"""The estimator's page: each keystroke becomes a case, each case an estimate."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from desktop_app.errors import Problem
from desktop_app.interview.draft import Draft, case_from
from desktop_app.services.estimate_case import estimate_case
from desktop_app.ui import theme
from desktop_app.ui.estimate.form import EstimateForm
from desktop_app.ui.estimate.result_panel import ResultPanel
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.widgets.scroll_page import ScrollPage
from desktop_app.ui.widgets.text import Text

_PAUSE: Final = 120
"""Milliseconds without a keystroke before the result follows."""

_FORM, _NARROW = 300, 620
_FORM_SHARE, _RESULT_SHARE = 3, 2
_ANY_WIDTH: Final = 16_777_215
_NEEDED: Final = ("scheme", "insured_region", "care_region", "kind", "total")
_BESIDE: Final = {"bill.class_b_ratio": "class_b_ratio", "bill": "class_b", "care.level": "level"}
"""Beside which field a problem with this key of the case is said."""


class EstimatePage(Page):
    """Form and result scroll by themselves, so that the result stays in sight while one types."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = EstimateForm(desk)
        self.result = ResultPanel(desk.library)
        self._left = ScrollPage(sides=(theme.MARGIN, theme.GAP))
        self._left.add(Text(self.tr("Estimator"), "title"), self.form)
        self._left.end()
        self._right = ScrollPage(sides=(theme.GAP, theme.MARGIN), widest=760)
        self._right.add(self.result)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._left)
        self._row.addWidget(self._right, 1)
        self.sheet.addLayout(self._row)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.compute)
        self.form.changed.connect(self._pause.start)
        self.compute()

    def remembered(self) -> dict[str, str]:
        """Everything typed."""
        return self.form.remembered()

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Everything typed, and its result."""
        self.form.put_back(kept)
        self.compute()

    def compute(self) -> None:
        """Shows the result of what stands in the form now."""
        self._pause.stop()
        draft = self.form.draft()
        needs = self._needs(draft)
        if needs:
            self.result.show_needs(needs)
            return
        try:
            [estimate, *_others] = estimate_case(case_from(draft, self._desk.today), self._desk.library.rulebook)
        except Problem as problem:
            self._object(problem)
        else:
            self.result.show_estimate(estimate, draft.insured_region)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the result under the form where they do not fit side by side."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.current().px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._left.keep_sides(theme.MARGIN, theme.MARGIN if narrow else theme.GAP)
        self._right.keep_sides(theme.MARGIN if narrow else theme.GAP, theme.MARGIN)
        self._row.setStretch(0, _FORM_SHARE if narrow else 0)
        self._row.setStretch(1, _RESULT_SHARE if narrow else 1)
        width = theme.current().px(_FORM) + theme.MARGIN + theme.GAP + theme.current().px(theme.UNIT)
        self._left.setMinimumWidth(0 if narrow else width)
        self._left.setMaximumWidth(_ANY_WIDTH if narrow else width)

    def _needs(self, draft: Draft) -> tuple[str, ...]:
        answered = {name: draft.answer(name) for name in _NEEDED if name != "total"} | {"total": draft.bill}
        return tuple(self.form.rows[name].label.text() for name in _NEEDED if answered[name] is None)

    def _object(self, problem: Problem) -> None:
        sentence = self._desk.library.words.text(problem.message)
        key = dict(problem.message.parameters).get("key")
        field = _BESIDE.get(str(key))
        if field:
            self.form.show_objection(field, sentence)
        self.result.show_problem(sentence)
