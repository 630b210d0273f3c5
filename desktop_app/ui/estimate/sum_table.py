"""The sum line by line: what was computed, how, on what evidence, and the amount."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.evidence import Evidence
from desktop_app.render.views.citations import SourceEntry
from desktop_app.render.views.money_view import Line
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.evidence_badge import EvidenceBadge
from desktop_app.ui.widgets.text import Divider, Text, selectable


class SumLine(QWidget):
    """One line. Details of a line stand smaller below it, sums in bold above a strong rule."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.setAccessibleName(f"{line.name} {line.amount}")
        grid = QGridLayout(self)
        grid.setContentsMargins(16 if line.weight == "detail" else 0, 6, 0, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(2)
        if line.weight != "detail":
            words.addWidget(Text(line.name, "sum" if line.weight == "sum" else "strong"))
        words.addWidget(Text(_with_numbers(line), "small"))
        amount = Text(line.amount, "sum" if line.weight == "sum" else "label", wraps=False)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        amount.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        grid.addLayout(words, 0, 0)
        badge = line.how.badge
        if badge.word:
            grid.addWidget(EvidenceBadge(Evidence(badge.grade), badge.word), 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(amount, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, amount.fontMetrics().horizontalAdvance("−¥300,000.00"))


def add_lines(card: Card, lines: Sequence[Line]) -> None:
    """Adds the lines of a sum to a card, with rules between them."""
    for number, line in enumerate(lines):
        if number and line.weight != "detail":
            card.add(Divider(strong=line.weight == "sum" and number > 1))
        card.add(SumLine(line))


def add_sources(card: Card, sources: Sequence[SourceEntry]) -> None:
    """Adds the numbered list of what the sum rests on."""
    for source in sources:
        row = QHBoxLayout()
        row.setSpacing(8)
        number = QLabel(f"[{source.number}]")
        number.setProperty("type", "small")
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = " · ".join(part for part in (source.title, source.details, source.link) if part)
        text = selectable(Text(words, "small"))
        text.setAlignment(Qt.AlignmentFlag.AlignTop)  # level with its number, however high the badge is
        row.addWidget(text, 1)
        row.addWidget(EvidenceBadge(Evidence(source.badge.grade), source.badge.word), 0, Qt.AlignmentFlag.AlignTop)
        card.add(row)


def _with_numbers(line: Line) -> str:
    numbers = "".join(f" [{number}]" for number in line.how.numbers)
    return line.how.text + numbers
