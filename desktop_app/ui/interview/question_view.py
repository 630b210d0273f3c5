"""One question: its title, why it is asked, and the way to answer it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.interview.draft import Answer
from desktop_app.interview.question import Input, Question
from desktop_app.interview.routing import before
from desktop_app.render.words import Words
from desktop_app.ui import theme
from desktop_app.ui.interview.answer_field import AnswerField, Asking, ChoiceField
from desktop_app.ui.interview.bill_field import BillField
from desktop_app.ui.interview.disease_field import DiseaseField
from desktop_app.ui.interview.notebook import Notebook
from desktop_app.ui.interview.typed_fields import AmountField, DayField, NumberField, PeriodField, PlaceField
from desktop_app.ui.widgets.region_field import Search
from desktop_app.ui.widgets.text import Text

_FIELDS: Final[dict[Input, type[AnswerField]]] = {
    Input.CHOICE: ChoiceField,
    Input.TIER: ChoiceField,
    Input.COUNT: NumberField,
    Input.AMOUNT: AmountField,
    Input.DAY: DayField,
    Input.PERIOD: PeriodField,
    Input.PLACE: PlaceField,
    Input.DISEASE: DiseaseField,
    Input.BILL: BillField,
}


def question_view(question: Question, notebook: Notebook, words: Words, search: Search, *, step: str) -> "QuestionView":
    """The page of a question as the case stands now."""
    draft, setting = notebook.progress.draft, notebook.setting
    seen = before(question, draft, setting)
    asking = Asking(question=question, seen=seen, setting=setting, words=words, search=search)
    return QuestionView(asking, question.answer(draft), step=step)


class QuestionView(QWidget):
    """A question on its page. `decided` tells that a choice was made that stands at once."""

    decided = Signal()

    def __init__(self, asking: Asking, given: Answer | None, *, step: str) -> None:
        super().__init__()
        self.asking = asking
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(self._heading(step))
        self.field = _FIELDS[asking.question.input](asking)
        if given is not None:
            self.field.show_answer(given)
        column.addWidget(self.field)
        self._error = Text("", "error")
        self._error.setVisible(False)
        column.addWidget(self._error)
        column.addStretch(1)
        self.field.edited.connect(lambda: self.object_to(""))
        self.field.decided.connect(self.decided)

    def answer(self) -> Answer | None:
        """The answer; where there is none, what is missing or wrong is said and None returned."""
        given = self.field.value()
        problem = self.field.problem()
        if given is None or problem:
            self.object_to("" if problem else self.asking.say("wrong.choice"), missing=not problem)
            return None
        return given

    def object_to(self, sentence: str, *, missing: bool = False) -> None:
        """Says what is wrong: beside the field where it has a place for that, else below."""
        beside = bool(sentence) and not missing and self.field.show_objection(sentence)
        self._error.setText("" if beside else sentence)
        self._error.setVisible(bool(sentence) and not beside)

    def take_keyboard(self) -> None:
        """Puts the keyboard where the answer is given."""
        self.field.first().setFocus()

    def _heading(self, step: str) -> QVBoxLayout:
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(Text(step, "muted"))
        title = Text(self.asking.title, "title")
        title.setObjectName("question")
        heading.addWidget(title)
        heading.addWidget(Text(self.asking.why, "muted"))
        return heading
