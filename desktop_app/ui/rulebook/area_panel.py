"""One area of the rulebook: its figures with their grounds, what is missing, local rules, disagreements."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.domain.area_sheet import AreaSheet
from desktop_app.domain.own_figure import OwnFigure
from desktop_app.domain.policy import NATION
from desktop_app.errors import Problem
from desktop_app.render.views.area_view import AreaView, FigureSection, OwnLine, area_view
from desktop_app.services.keep_own_figure import keep_own_figure
from desktop_app.services.list_own_figures import list_own_figures
from desktop_app.services.remove_own_figure import remove_own_figure
from desktop_app.services.show_area import show_area
from desktop_app.ui import theme
from desktop_app.ui.icons import IconView
from desktop_app.ui.page import Desk
from desktop_app.ui.rulebook.answer_panel import AnswerPanel
from desktop_app.ui.rulebook.area_filter import DayFilter
from desktop_app.ui.rulebook.facts_card import AgainstCard, facts_card
from desktop_app.ui.rulebook.figure_card import FigureCard, OwnDesk, told_for
from desktop_app.ui.rulebook.own_figure_form import OwnFigureForm, ToldFor, hospital_levels, with_levels
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.filling import filled_at_once
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.text import Text, selectable


@dataclass(frozen=True, slots=True)
class _Shown:
    """A sheet and its words."""

    sheet: AreaSheet
    view: AreaView


class AreaPanel(AnswerPanel):
    """Everything the rulebook says of an area.

    `told` tells that a figure of one's own was kept or given up.
    """

    told = Signal()

    def __init__(self, desk: Desk) -> None:
        fields = DayFilter(desk)
        super().__init__(desk, fields, before="page.choose_area")
        self.filter = fields
        self.filter.changed.connect(self.load)
        self.cards: dict[str, FigureCard] = {}
        self._focus_on = ""

    def show_area(self, code: str) -> None:
        """Shows an area by its code."""
        self.filter.put_back({"area": code})
        self.load()

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Shows what was shown before."""
        self.filter.put_back(kept)
        if self.filter.asked_area():
            self.load()

    def load(self) -> None:
        """Looks up what the fields ask for."""
        code, on = self.filter.asked_area(), self.filter.asked_day()
        self._forget_what_was_asked()
        if code is None or on is None:
            self.filter.show_errors()
            return
        scheme, kind, library = self.filter.asked_scheme(), self.filter.asked_kind(), self._desk.library

        def look_up() -> _Shown:
            sheet = show_area(library.rulebook, code, scheme, kind, on)
            own = list_own_figures(library.household, sheet)
            return _Shown(sheet, area_view(sheet, own, library.rulebook, library.words))

        self._ask(look_up, self._take, shown=bool(self.cards))

    def _take(self, shown: _Shown) -> None:
        with filled_at_once(self):
            self._clear()
            self._show(shown)
        self._take_keyboard()

    def _show(self, shown: _Shown) -> None:
        view = shown.view
        self._body.addWidget(self._head(view))
        if self._desk.library.household_problem:
            wrong = self._desk.library.words.text(self._desk.library.household_problem)
            self._body.addWidget(Banner("warning", wrong))
        local = [section for section in view.sections if not _is_background(section)]
        self._add_figures(local, self._body, shown)
        background = [section for section in view.sections if _is_background(section)]
        if background:
            fold = Fold(self._say("page.background", count=len(background)))
            self._add_figures(background, fold.column, shown)
            self._body.addWidget(fold)
        if view.disagreements:
            self._body.addWidget(AgainstCard(view.disagreements, self._say))
        if view.facts:
            self._body.addWidget(facts_card(view.facts, self._say("page.facts", place=shown.sheet.area.name)))
        if view.replaced:
            self._body.addWidget(self._replaced(view.replaced))

    def _add_figures(self, sections: Sequence[FigureSection], column: QVBoxLayout, shown: _Shown) -> None:
        household = self._desk.library.household
        make = (lambda section, changed: self._form(section, changed, shown.sheet)) if household else None
        for section in sections:
            card = FigureCard(section, OwnDesk(self._say, shown.view.hotline, make))
            card.kept.connect(self._keep)
            card.removed.connect(self._give_up)
            self.cards[section.name.value] = card
            column.addWidget(card)

    def _form(self, section: FigureSection, changed: OwnLine | None, sheet: AreaSheet) -> OwnFigureForm:
        if changed is None:
            cases = with_levels(told_for(section), self._say("condition.everybody"), hospital_levels(self._say))
            return OwnFigureForm(section.name, sheet, cases, say=self._say, today=self._desk.today)
        only = ToldFor(changed.when, changed.own.conditions, changed.own.ages)
        form = OwnFigureForm(section.name, sheet, (only,), say=self._say, today=self._desk.today)
        form.change(changed.own)
        return form

    def _head(self, view: AreaView) -> Card:
        card, names, line = Card(spacing=4), QHBoxLayout(), QHBoxLayout()
        names.setSpacing(theme.UNIT)
        names.addWidget(Text(view.title, "heading", wraps=False))
        names.addWidget(Text(view.within, "muted"), 1, Qt.AlignmentFlag.AlignBottom)
        line.setSpacing(theme.UNIT)
        line.addWidget(IconView("phone", "primary", size=18))
        number = self._say("page.hotline", line=view.hotline) if view.hotline else self._say("page.no_hotline")
        line.addWidget(selectable(Text(number)), 1)
        card.add(names, line, Text(self._say("page.how_to_read"), "small"))
        return card

    def _replaced(self, lines: Sequence[str]) -> Fold:
        fold = Fold(self._say("page.replaced", count=len(lines)))
        card = Card()
        card.add(*(Text(line, "small") for line in lines))
        fold.column.addWidget(card)
        return fold

    def _keep(self, figure: OwnFigure) -> None:
        household = self._desk.library.household
        if household is not None:
            self._change(figure, lambda: keep_own_figure(household, figure))

    def _give_up(self, figure: OwnFigure) -> None:
        household = self._desk.library.household
        if household is not None:
            self._change(figure, lambda: remove_own_figure(household, figure))

    def _change(self, figure: OwnFigure, change: Callable[[], None]) -> None:
        """Changes the records and shows the area anew; where that fails, what was typed stays in its form."""
        try:
            change()
        except Problem as problem:
            self._body.insertWidget(0, Banner("danger", self._desk.library.words.text(problem.message)))
        else:
            self._focus_on = figure.name.value
            self.told.emit()
            self.load()

    def _take_keyboard(self) -> None:
        """After a change of one's own figures the keyboard stays at that figure."""
        card, self._focus_on = self.cards.get(self._focus_on), ""
        if card is not None:
            card.take_keyboard()

    def _clear(self) -> None:
        super()._clear()
        self.cards = {}


def _is_background(section: FigureSection) -> bool:
    """Whether it says only what holds in the whole country, so that it need not be read first."""
    written = {line.listed.region for block in section.blocks for line in block.lines}
    return bool(written) and written == {NATION} and not section.own
