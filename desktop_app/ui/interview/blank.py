"""Blanks of the call script: one to write on, one for a figure of several parts; each says who told it and when."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import FigureName, exactly
from desktop_app.domain.heard import Heard
from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.interview.heard import Unit, told_in_parts, told_text, unit_of
from desktop_app.rules.estimate.used_figures import figure_text
from desktop_app.services.case_as_told import text_in_parts, value_told
from desktop_app.ui import theme
from desktop_app.ui.interview.say import Say
from desktop_app.ui.rulebook.flow_grid import FlowGrid
from desktop_app.ui.rulebook.say import Say as FigureSay
from desktop_app.ui.rulebook.value_fields import ValueFields
from desktop_app.ui.widgets.button_row import ButtonRow
from desktop_app.ui.widgets.buttons import quiet_button, secondary_button
from desktop_app.ui.widgets.entered_field import MoneyField, PercentField
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.text import Text

NOTHING: Final = Heard("")


class Blank(QWidget):
    """A place to write the answer on. `filled` carries a text that has changed and can be read; empty takes it back."""

    filled = Signal(str)

    def __init__(self, heard: Heard, say: Say) -> None:
        super().__init__()
        self._say = say
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self._note = Text("", "small")
        self.note(heard)

    def note(self, heard: Heard) -> None:
        """Says whose the answer is: yours, of that day, from that office."""
        told = told_text(heard) if heard.text else None
        self._note.setText(self._say("script.noted", told=told) if told else "")
        self._note.setVisible(bool(told))


class LineBlank(Blank):
    """A line for an answer, or for a figure told in one number."""

    def __init__(self, label: str, figure: FigureName | None, heard: Heard, say: Say) -> None:
        super().__init__(heard, say)
        self._line = _line(figure, say)
        self.row = FormRow(label, self._line, description=say("script.counts") if unit_of(figure) else "")
        self.row.setMaximumWidth(theme.current().px(420))
        self._line.put_back(heard.text)
        self._before = heard.text
        self._line.edited.connect(lambda: self.row.show_error(""))
        self._line.editingFinished.connect(self._finish)
        self.column.addWidget(self.row)
        self.column.addWidget(self._note)

    def _finish(self) -> None:
        problem, text = self._line.problem(), self._line.text().strip()
        self.row.show_error(problem)
        if not problem and text != self._before:
            self._before = text
            self.filled.emit(text)


class PartsBlank(Blank):
    """A figure that takes more than one number: folded away, since few are told all of it, with a button to keep it."""

    def __init__(self, label: str, figure: FigureName, kind: CareKind, heard: Heard, say: Say) -> None:
        super().__init__(heard, say)
        self.values = ValueFields(figure, kind, FigureSay(say.words))
        self._fold = Fold(say("script.parts", figure=label))
        self._fold.column.addWidget(Text(say("script.counts"), "small"))
        self._fold.column.addWidget(FlowGrid(list(self.values.rows.values()), least=210))
        self.keep = secondary_button(say("script.keep"), "save")
        self.keep.clicked.connect(self._finish)
        self._fold.column.addWidget(ButtonRow([self.keep]))
        self._show(figure, heard)
        self.column.addWidget(self._note)
        self.column.addWidget(self._fold)
        self.values.fit()

    def _show(self, figure: FigureName, heard: Heard) -> None:
        """What was told before, in words and in the fields, and a way to take it back."""
        try:
            value = value_told(figure, heard.text)
        except (Problem, ValueError, KeyError, TypeError):
            return
        self.values.show(value)
        said = figure_text(figure, exactly(value, Provenance(evidence=Evidence.YOURS)))
        self.column.addWidget(Text(self._say.words.text(said), "strong"))
        clear = quiet_button(self._say("script.clear"))
        clear.clicked.connect(lambda: self.filled.emit(""))
        self._fold.column.addWidget(ButtonRow([clear]))

    def _finish(self) -> None:
        wrong = self.values.problems()
        for id, row in self.values.rows.items():
            row.show_error(wrong.get(id, ""))
        if not wrong:
            self.filled.emit(text_in_parts(self.values.value()))


def blank_for(figure: FigureName | None, kind: CareKind, heard: Heard, say: Say, label: str = "") -> Blank:
    """The blank for an answer: in parts where the figure takes several; `label` names a figure no longer asked for."""
    if figure is not None and told_in_parts(figure):
        name = say.words.text(message(f"figures.name.{figure.value}"))
        return PartsBlank(name, figure, kind, heard, say)
    return LineBlank(label or say("script.heard"), figure, heard, say)


def _line(figure: FigureName | None, say: Say) -> LineField:
    unit = unit_of(figure)
    if unit is Unit.YUAN:
        return MoneyField(say.words)
    if unit is None:
        return LineField()
    share = PercentField(say.words)
    if unit is Unit.POINTS:
        share.unit = say("script.points")
    return share
