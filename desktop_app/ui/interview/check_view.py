"""The answers on one page, to be checked; pressing one changes it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.message import Parameter, message
from desktop_app.interview import answers
from desktop_app.interview.draft import NotKnown
from desktop_app.interview.progress import Progress
from desktop_app.interview.question import Question, Step
from desktop_app.interview.routing import Route, route
from desktop_app.interview.setting import Setting
from desktop_app.render.words import Words
from desktop_app.ui import icons, theme
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.check_row import paint_row_ground
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.two_lines import RowButton, TwoLines, two_lines

_EDGE, _ASKED, _BETWEEN, _CHEVRON, _ABOVE = 12, 150, 16, 18, 8


class AnswerRow(RowButton, QPushButton):
    """One answer: what was asked at the left, what was said, and an arrow that leads to it."""

    def __init__(self, question: str, asked: str, said: str, note: str) -> None:
        super().__init__(said)
        self.question, self._asked = question, asked
        self.be_a_row(note)
        self.setAccessibleName(f"{asked}: {said}")

    def words(self) -> TwoLines:
        """What was said, and what that means meanwhile."""
        return two_lines(self, self.detail, title_size=theme.BODY, detail_size=theme.SMALL)

    def margins(self) -> tuple[int, int, int]:
        """What was asked at the left, the arrow at the right."""
        worn = theme.current()
        return _EDGE + worn.px(_ASKED) + _BETWEEN, worn.px(_CHEVRON) + 2 * _EDGE, _ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the words and the arrow."""
        painter, worn = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(self, painter)
        self.words().paint(painter, self.words_place(), "text")
        asked = QRect(_EDGE, 0, worn.px(_ASKED), self.height())
        painter.setFont(self.words().title_font)
        font = painter.font()
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(worn.color("muted"))
        painter.drawText(asked, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._asked)
        side = worn.px(_CHEVRON)
        place = QRect(self.width() - _EDGE - side, (self.height() - side) // 2, side, side)
        icons.paint(painter, "chevron-right", place, worn.color("muted"))


class CheckView(QWidget):
    """All answers, a card per step. `wanted` carries the id of the question to change."""

    wanted = Signal(str)

    def __init__(self, progress: Progress, setting: Setting, words: Words, *, step: str) -> None:
        super().__init__()
        self._words, self._setting = words, setting
        way = route(progress.draft, setting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        for text in (
            Text(step, "muted"),
            Text(self._say("page.check_title"), "title"),
            Text(self._say("page.check_why"), "muted"),
        ):
            heading.addWidget(text)
        column.addLayout(heading)
        self.rows: list[AnswerRow] = []
        for part in Step:
            asked = [question for question in way.questions if question.step is part]
            if asked:
                column.addWidget(self._card(part, asked, way))
        column.addStretch(1)

    def _card(self, part: Step, asked: list[Question], way: Route) -> Card:
        card = Card(self._say(f"step.{part.value}"), spacing=2)
        for question in asked:
            row = AnswerRow(question.id, self._say(f"about.{question.id}"), *self._said(question, way))
            row.clicked.connect(lambda _checked=False, id=question.id: self.wanted.emit(id))
            self.rows.append(row)
            card.add(row)
        return card

    def _said(self, question: Question, way: Route) -> tuple[str, str]:
        given = question.answer(way.draft)
        if given is None:
            return "", ""
        said = self._words.text(answers.said(question, given, self._setting))
        note = answers.note(question, given, way.draft, self._setting) if isinstance(given, NotKnown) else None
        return said, self._words.text(note) if note is not None and note.id in self._words else ""

    def _say(self, id: str, **parameters: Parameter) -> str:
        return self._words.text(message(f"interview.{id}", **parameters))
