"""Two areas side by side for one person: scheme, kind of care, level, status; differences in a word and a colour."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.evidence import Evidence
from desktop_app.render.views.comparison_view import ComparedCell, ComparedRow, ComparisonView, comparison_view
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.services.compare_areas import compare_areas
from desktop_app.ui import theme
from desktop_app.ui.page import Desk
from desktop_app.ui.rulebook.answer_panel import AnswerPanel
from desktop_app.ui.rulebook.area_filter import PersonFilter
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.evidence_badge import Capsule, EvidenceBadge
from desktop_app.ui.widgets.filling import filled_at_once
from desktop_app.ui.widgets.text import Divider, Text, selectable

_NARROW = 360


class ComparePanel(AnswerPanel):
    """Compares as soon as both areas are chosen."""

    def __init__(self, desk: Desk) -> None:
        fields = PersonFilter(desk)
        super().__init__(desk, fields, before="page.choose_two")
        self.filter = fields
        self.filter.changed.connect(self.load)

    @property
    def is_shown(self) -> bool:
        """Whether a comparison is on screen."""
        return self.findChild(ComparedRowView) is not None

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Compares again what was compared before."""
        self.filter.put_back(kept)
        self.load_again()

    def load_again(self) -> None:
        """Compares anew, where both areas are chosen."""
        if None not in self.filter.asked_areas():
            self.load()

    def load(self) -> None:
        """Compares what the fields ask for."""
        left, right = self.filter.asked_areas()
        self._forget_what_was_asked()
        if left is None or right is None:
            self.filter.show_errors()
            return
        library = self._desk.library
        query = BenefitQuery(
            insured_region=left,
            scheme=self.filter.asked_scheme(),
            kind=self.filter.asked_kind(),
            on=self._desk.today,
            level=self.filter.asked_level(),
            status=self.filter.asked_status(),
        )

        def look_up() -> ComparisonView:
            return comparison_view(compare_areas(library.rulebook, query, right), library.rulebook, library.words)

        self._ask(look_up, self._take, shown=self.is_shown)

    def _take(self, view: ComparisonView) -> None:
        with filled_at_once(self):
            self._clear()
            self._show(view)

    def _show(self, view: ComparisonView) -> None:
        card = Card(spacing=theme.UNIT)
        card.add(Text(view.summary, "strong"))
        names = [Text(name, "heading") for name in (view.left, view.right)]
        card.add(Columns([(name, 1) for name in names], narrow=_NARROW, spacing=theme.ROOM))
        for row in view.rows:
            card.add(Divider(), ComparedRowView(row, view))
        self._body.addWidget(card)


class ComparedRowView(QWidget):
    """One figure: its name and how the two compare, then what each area says."""

    def __init__(self, row: ComparedRow, view: ComparisonView) -> None:
        super().__init__()
        self.setAccessibleName(f"{row.title}: {row.verdict}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Text(row.title, "strong"), 1)
        head.addWidget(Capsule("warning" if row.differs else "muted", row.verdict), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        cells = [self._cell(row.left, view.left), self._cell(row.right, view.right)]
        column.addWidget(Columns([(cell, 1) for cell in cells], narrow=_NARROW, spacing=theme.ROOM))

    def _cell(self, cell: ComparedCell, area: str) -> QWidget:
        view = QWidget()
        view.setAccessibleName(f"{area}: {cell.value}")
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(selectable(Text(cell.value)))
        if cell.badge.word:
            column.addWidget(EvidenceBadge(Evidence(cell.badge.grade), cell.badge.word))
        if cell.remark:
            column.addWidget(Text(cell.remark, "small"))
        return view
