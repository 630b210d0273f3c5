"""The slip beside the estimate: the answer, every line, what would explain it, what to ask, what to keep."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import message
from desktop_app.domain.slip import (
    ComparedLine,
    Explanation,
    Judgement,
    LineVerdict,
    OwnSum,
    SlipCheck,
    SlipQuestion,
    Suggestion,
    SupposedRule,
)
from desktop_app.render.slip_text import headline_of
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.words import yuan
from desktop_app.ui import theme
from desktop_app.ui.estimate.sum_table import add_sources
from desktop_app.ui.icons import IconView
from desktop_app.ui.interview.statements import StatementRow
from desktop_app.ui.opened import Opened
from desktop_app.ui.slip.say import Say
from desktop_app.ui.widgets.banner import Banner, Tone
from desktop_app.ui.widgets.buttons import secondary_button
from desktop_app.ui.widgets.card import Card, emptied
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.text import Divider, Text, selectable

_TONES: Final[dict[Judgement, Tone]] = {
    Judgement.NORMAL: "good",
    Judgement.CANNOT_TELL: "info",
    Judgement.WORTH_ASKING: "warning",
}
_ICONS: Final = {
    Judgement.NORMAL: "circle-check",
    Judgement.CANNOT_TELL: "circle-help",
    Judgement.WORTH_ASKING: "triangle-alert",
}
_MARKS: Final = {
    LineVerdict.AGREES: ("circle-check", "good"),
    LineVerdict.WITHIN_RANGE: ("circle-check", "primary"),
    LineVerdict.DIFFERS: ("circle-dot", "warning"),
    LineVerdict.UNKNOWN: ("circle-help", "muted"),
}


class SlipResult(QWidget):
    """Shows a checked slip. `kept` carries a suggestion that the person takes as their own figure."""

    kept = Signal(object)

    def __init__(self, library: Opened) -> None:
        super().__init__()
        self._library, self._say = library, Say(library.words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)

    def show_sentence(self, sentence: str) -> None:
        """Says calmly what is needed, or that it is being worked out."""
        emptied(self._column)
        card = Card(self._say("page.result"))
        card.add(Text(sentence, "muted"))
        self._put(card)

    def show_problem(self, sentence: str) -> None:
        """Says why nothing can be compared."""
        emptied(self._column)
        self._put(Banner("warning", sentence))

    def show_check(self, check: SlipCheck, insured_region: str | None, keepable: Mapping[FigureName, date]) -> None:
        """Shows the whole answer; `keepable` figures can be taken over with a button, and count from a day on."""
        emptied(self._column)
        cite = Bibliography(self._library.rulebook, insured_region, self._library.words)
        words = self._library.words
        banner = Banner(_TONES[check.judgement], words.text(headline_of(check)), self._in_short(check.explanations))
        self._put(banner, self._lines(check.lines))
        if check.own_sums:
            self._put(self._sums(check.own_sums, cite))
        for number, explanation in enumerate(check.explanations, 1):
            self._put(self._explanation(explanation, cite, number if len(check.explanations) > 1 else 0))
        if check.further:
            self._put(Text(self._say("text.further", count=check.further), "small"))
        if check.unexplained:
            card = Card(self._say("text.explanations"))
            card.add(Text(self._say("text.none")), *self._question(check.unexplained, Judgement.WORTH_ASKING))
            self._put(card)
        if check.suggestions:
            self._put(self._suggestions(check.suggestions, keepable))
        if cite.entries():
            sources = Card(self._say("page.sources"))
            add_sources(sources, cite.entries())
            self._put(sources)
        self._put(Text(self._say("text.disclaimer"), "small"))
        self._column.addStretch(1)

    def _in_short(self, told: Sequence[Explanation]) -> str:
        """The first explanation in a sentence."""
        if not told:
            return ""
        sureness = message(f"slip.sureness.{told[0].sureness.value}")
        return self._say("text.explanation", sureness=sureness, rules=tuple(rule.said for rule in told[0].rules))

    def _put(self, *parts: QWidget) -> None:
        for part in parts:
            self._column.addWidget(part)

    def _lines(self, lines: Sequence[ComparedLine]) -> Card:
        card = Card(self._say("page.line_by_line"), spacing=4)
        for number, line in enumerate(lines):
            if number:
                card.add(Divider())
            card.add(_LineRow(line, self._say))
        card.add(Text(self._say("page.tolerance"), "small"))
        return card

    def _sums(self, sums: Sequence[OwnSum], cite: Bibliography) -> Card:
        card = Card(self._say("text.sums"))
        for odd in sums:
            card.add(self._statement(odd.why, odd.judgement, cite), *self._question(odd.question, odd.judgement))
        return card

    def _explanation(self, explanation: Explanation, cite: Bibliography, number: int) -> Card:
        heading = self._say("text.explanations") + (f" {number}" if number else "")
        card = Card(heading)
        said = tuple(rule.said for rule in explanation.rules)
        sureness = message(f"slip.sureness.{explanation.sureness.value}")
        card.add(Text(self._say("text.explanation", sureness=sureness, rules=said), "strong"))
        for rule in explanation.rules:
            card.add(*self._rule(rule, cite))
        fold = Fold(self._say("page.sum"))
        for how in explanation.sum:
            fold.column.addWidget(Text(self._library.words.text(how), "small"))
        fold.column.addWidget(Text(self._say("text.together", amount=explanation.fund_total), "small"))
        card.add(fold)
        return card

    def _rule(self, rule: SupposedRule, cite: Bibliography) -> list[QWidget]:
        return [self._statement(rule.why, rule.judgement, cite), *self._question(rule.question, rule.judgement)]

    def _statement(self, why: Reasoned, judgement: Judgement, cite: Bibliography) -> StatementRow:
        said = message("slip.text.judged", judgement=message(f"slip.judgement.{judgement.value}"), why=why.text)
        icon, tone = _ICONS[judgement], _TONES[judgement]
        return StatementRow(cite.statement(Reasoned(said, why.facts)), icon=icon, tone=tone)

    def _question(self, question: SlipQuestion | None, judgement: Judgement) -> list[QWidget]:
        if question is None:
            return []
        whom = message(f"slip.asked.{question.whom.value}")
        asked = self._say("text.ask", whom=whom, line=question.line or "", question=question.text)
        parts: list[QWidget] = [selectable(Text(asked, "accent"))]
        if question.bring:
            parts.append(Text(self._say("text.bring", papers=question.bring), "small"))
        if question.deadline:
            parts.append(Text(self._say("text.deadline", deadline=question.deadline.text), "small"))
        elif judgement is Judgement.WORTH_ASKING:
            parts.append(Text(self._say("text.no_deadline"), "small"))
        return parts

    def _suggestions(self, suggestions: Sequence[Suggestion], keepable: Mapping[FigureName, date]) -> Card:
        card = Card(self._say("text.suggestions"))
        for suggestion in suggestions:
            card.add(Text(self._library.words.text(suggestion.said)))
            if suggestion.figure in keepable:
                button = secondary_button(self._say("page.keep"), "save")
                button.clicked.connect(lambda _checked=False, one=suggestion: self.kept.emit(one))
                card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                card.add(Text(self._say("page.keep_since", since=keepable[suggestion.figure]), "small"))
        return card


class _LineRow(QWidget):
    """One line: its name and what the slip says, below it the estimate and how the two lie to each other."""

    def __init__(self, line: ComparedLine, say: Say) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        name, verdict = say.label(line.line), say(f"verdict.{line.verdict.value}")
        beside = self._beside(line, say)
        icon, tone = _MARKS[line.verdict]
        grid.addWidget(IconView(icon, tone, size=20), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(name, "strong"), 0, 1)
        grid.addWidget(Text(yuan(line.slip), "label", wraps=False), 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(Text(" · ".join(part for part in (verdict, beside) if part), "small"), 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.setAccessibleName(f"{name} {yuan(line.slip)} {verdict} {beside}")

    @staticmethod
    def _beside(line: ComparedLine, say: Say) -> str:
        if line.estimate is None or line.span is None:
            return ""
        range = "" if line.span.exact else say("text.range", low=line.span.low, high=line.span.high)
        apart = ""
        if line.difference and line.verdict is not LineVerdict.AGREES:
            apart = say("text.difference", amount=line.difference, size=abs(line.difference))
        return say("page.estimate", estimate=line.estimate, range=range, difference=apart)
