"""Sentences of the plan on screen: with an icon where it helps, and the badge of what they rest on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.evidence import Evidence
from desktop_app.render.views.citations import Statement
from desktop_app.ui.icons import IconView
from desktop_app.ui.widgets.evidence_badge import EvidenceBadge
from desktop_app.ui.widgets.text import Part, Text, selectable


class StatementRow(QWidget):
    """One sentence, the numbers of its sources, and its badge."""

    def __init__(
        self, said: Statement, *, icon: str = "", label: str = "", part: Part = "body", tone: str = "primary"
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        if icon:
            row.addWidget(IconView(icon, tone, size=20), 0, top)
        words = QVBoxLayout()
        words.setSpacing(0)
        if label:
            words.addWidget(Text(label, "small"))
        words.addWidget(selectable(Text(with_numbers(said), part)))
        row.addLayout(words, 1)
        if said.badge.word:
            row.addWidget(EvidenceBadge(Evidence(said.badge.grade), said.badge.word), 0, top)


def with_numbers(said: Statement) -> str:
    """The sentence with the numbers under which its sources are listed."""
    return said.text + "".join(f" [{number}]" for number in said.numbers)


def rows_of(statements: Iterable[Statement], *, icon: str = "") -> list[StatementRow]:
    """A row for each."""
    return [StatementRow(said, icon=icon) for said in statements]
