"""This year (今年): what is left of deductible, caps and account, and another stay now or after New Year."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.render.help import topic_title
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.year_view import YearLine, YearView, year_view
from desktop_app.services.show_year import show_year
from desktop_app.ui import theme
from desktop_app.ui.estimate.sum_table import add_sources
from desktop_app.ui.opened import Opened
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.evidence_badge import EvidenceBadge
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.help_link import HelpLink
from desktop_app.ui.widgets.text import Divider, Text

_LONG: Final = 14
"""Characters from which on an amount is a sentence, and wraps."""


class YearCard(Card):
    """Folded until somebody wants it; worked out when it is opened. `turned` tells whether it is open."""

    turned = Signal(bool)

    def __init__(self, case: Case, library: Opened, *, opened: bool = False) -> None:
        super().__init__(spacing=4)
        self._case, self._library = case, library
        self._filled = False
        title = library.words.text(message("year.title.card"))
        self.setAccessibleName(title)
        self.fold = Fold(title)
        self.fold.column.setSpacing(4)
        self.add(self.fold)
        self.fold.button.toggled.connect(self._open)
        self.fold.button.setChecked(opened)

    def _open(self, opened: bool) -> None:
        if opened and not self._filled:
            self._filled = True
            self._fill()
        self.turned.emit(opened)

    def _fill(self) -> None:
        words, region = self._library.words, self._case.person.insured_region
        cite = Bibliography(self._library.rulebook, region, words)
        try:
            view = year_view(show_year(self._case, self._library.rulebook), cite, words)
        except Problem as problem:
            self.fold.column.addWidget(Text(words.text(problem.message), "muted"))
            return
        for part in _parts(view):
            self.fold.column.addWidget(part)
        self.fold.column.addWidget(HelpLink(topic_title("year", words), "year"), 0, Qt.AlignmentFlag.AlignLeft)
        if cite.entries():
            sources = Card(spacing=4)
            add_sources(sources, cite.entries())
            fold = Fold(words.text(message("year.title.sources")))
            fold.column.addWidget(sources)
            self.fold.column.addWidget(fold)


def _parts(view: YearView) -> list[QWidget]:
    """Everything the card says, from top to bottom."""
    parts: list[QWidget] = [Text(view.so_far, "muted")]
    parts += _ruled(view.lines)
    parts += [Text(view.next_title, "heading"), Text(view.supposed, "muted"), *_ruled(view.stays)]
    parts.append(Text(view.difference, "strong"))
    parts += [Text(line, "small") for line in view.why]
    parts += [Text(line, "accent") for line in (*view.notes, *view.missing)]
    return parts


def _ruled(lines: tuple[YearLine, ...]) -> list[QWidget]:
    """The lines with hairlines between them."""
    ruled: list[QWidget] = []
    for line in lines:
        ruled += [Divider(), YearRow(line)] if ruled else [YearRow(line)]
    return ruled


class YearRow(QWidget):
    """One line: name and amount side by side, a thin bar of what is used up, and smaller what is behind it."""

    def __init__(self, line: YearLine) -> None:
        super().__init__()
        self.setAccessibleName(f"{line.name} {line.amount}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text(line.name, "strong"), 1)
        amount = Text(line.amount, "sum", wraps=len(line.amount) > _LONG)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        head.addWidget(amount, 1 if len(line.amount) > _LONG else 0)
        column.addLayout(head)
        if line.between:
            between = Text(line.between, "small")
            between.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(between)
        if line.used_up is not None:
            column.addWidget(UsedBar(line.used_up))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Text(line.how.text + "".join(f" [{number}]" for number in line.how.numbers), "small"), 1)
        if line.how.badge.word:
            badge = EvidenceBadge(Evidence(line.how.badge.grade), line.how.badge.word)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        if line.how.text or line.how.badge.word:
            column.addLayout(row)


class UsedBar(QWidget):
    """A thin bar, full to what is used up, in hundredths; the words beside it say the same."""

    def __init__(self, used_up: int) -> None:
        super().__init__()
        self._used_up = used_up
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As thin as can be seen well."""
        return QSize(120, theme.current().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the ground and what is used of it."""
        painter, worn = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        round_end = whole.height() / 2
        painter.setBrush(worn.color("primary_weak"))
        painter.drawRoundedRect(whole, round_end, round_end)
        if self._used_up:
            painter.setBrush(worn.color("primary"))
            used = QRectF(whole.left(), whole.top(), whole.width() * self._used_up / 100, whole.height())
            painter.drawRoundedRect(used, round_end, round_end)
