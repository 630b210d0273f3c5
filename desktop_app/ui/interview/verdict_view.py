"""The verdicts: the answer in one sentence, why, what to bring and where, what it means in yuan, and what to ask."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Final, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.advice import Material, SettlementVerdict
from desktop_app.domain.care import Stage
from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.heard import FIGURE
from desktop_app.domain.message import message
from desktop_app.domain.outcome import Plan
from desktop_app.render.charts.style import ChartStyle
from desktop_app.render.environment import Pages
from desktop_app.render.moved_text import gist_lines
from desktop_app.render.summary import stale_warning
from desktop_app.render.views.citations import Bibliography, Statement
from desktop_app.render.views.money_view import money_view
from desktop_app.render.views.plan_view import Due, Verdict, plan_view
from desktop_app.services.note_result import NewEdition
from desktop_app.ui import theme
from desktop_app.ui.estimate.sum_table import add_sources
from desktop_app.ui.estimate.year_card import YearCard
from desktop_app.ui.interview.call_script import CallScript, JustHeard
from desktop_app.ui.interview.money_card import MoneyCard
from desktop_app.ui.interview.notebook import Notebook
from desktop_app.ui.interview.papers_card import PapersCard
from desktop_app.ui.interview.say import Say
from desktop_app.ui.interview.statements import StatementRow, rows_of
from desktop_app.ui.opened import Opened
from desktop_app.ui.slip.slip_door import SlipDoor
from desktop_app.ui.slip.subject import Subject
from desktop_app.ui.widgets.banner import Banner, Tone
from desktop_app.ui.widgets.buttons import primary_button, secondary_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.text import Text

_NARROW = 760
_TERM_ICONS = {"review_time": "clock", "effective_from": "calendar-check", "validity": "infinity"}


@dataclass(frozen=True, slots=True)
class News:
    """What is to be said of the answer besides: what a newer rulebook moved, and what a blank just filled did."""

    edition: NewEdition | None = None
    just: JustHeard | None = None


NO_NEWS: Final = News()


class VerdictView(QWidget):
    """Everything a plan says. `checklist_wanted` asks for the page to print from.

    `heard` tells that a figure was filled in and everything has to be worked out anew; `slip_wanted` that the slip is
    to be checked, with the case as the slip page takes it; `accepted` that what a newer rulebook changed has been read.
    """

    checklist_wanted = Signal()
    heard = Signal(str)
    accepted = Signal()
    slip_wanted = Signal(str)

    def __init__(self, case: Case, plan: Plan, library: Opened, notebook: Notebook, news: News = NO_NEWS) -> None:
        super().__init__()
        self._news = news
        self.script: CallScript | None = None
        self._case, self._plan, self._notebook, self._library = case, plan, notebook, library
        self._words = library.words
        self._say, self._pages = Say(self._words), Pages(self._words)
        self._cite = Bibliography(library.rulebook, case.person.insured_region, self._words)
        self._view = plan_view(plan, self._cite, self._words)
        style = ChartStyle(roles=asdict(theme.current().roles))
        self._money = money_view(plan.money, self._cite, self._pages, style) if plan.money else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self._banner())
        if news.edition is not None:
            column.addWidget(self._new_edition(news.edition))
        for part in self._cautions(case):
            column.addWidget(part)
        column.addWidget(Columns([(_stack(self._left()), 1), (_stack(self._right()), 1)], narrow=_NARROW))
        column.addWidget(self._sources())
        column.addWidget(self._disclaimer())
        column.addStretch(1)

    def _banner(self) -> Banner:
        button = primary_button(self._say("button.checklist"), "printer")
        button.clicked.connect(self.checklist_wanted)
        filing, settlement = self._view.filing, self._view.settlement
        return Banner(tone_of(filing), filing.headline, settlement.headline, action=button)

    def _new_edition(self, found: NewEdition) -> Banner:
        """From which rulebook to which, and what of the answer moved from what to what."""
        said = "\n".join(gist_lines(found.gists, self._words)) or self._say("edition.nothing")
        before, after = (
            message("changes.edition", version=edition.version, day=edition.checked_on)
            for edition in (found.editions.before, found.editions.after)
        )
        button = None
        if not found.nothing:
            button = secondary_button(self._say("edition.read"))
            button.clicked.connect(self.accepted)
        return Banner("info", self._say("edition.heading", before=before, after=after), said, action=button)

    def _cautions(self, case: Case) -> list[QWidget]:
        stale = stale_warning(case.today, self._library.rulebook.edition().checked_on, self._pages)
        parts: list[QWidget] = [Banner("warning", stale)] if stale else []
        if self._view.warnings:
            card = Card(self._heading("warnings"), spacing=4)
            card.add(*(StatementRow(said, icon="triangle-alert", tone="warning") for said in self._view.warnings))
            parts.append(card)
        return parts

    def _left(self) -> list[QWidget]:
        parts: list[QWidget] = [self._why()]
        filing, settlement = self._plan.filing, self._plan.settlement
        if filing.materials:
            parts.append(self._papers("materials", filing.materials, prefix="paper"))
        if self._view.channels:
            card = Card(self._heading("channels"), spacing=4)
            card.add(*rows_of(self._view.channels, icon="chevron-right"))
            parts.append(card)
        if settlement.claim and settlement.verdict is not SettlementVerdict.DIRECT:
            heading = "claim" if settlement.verdict is SettlementVerdict.MANUAL else "claim_fallback"
            parts.append(self._papers(heading, settlement.claim.papers, prefix="claim"))
        return parts

    def _right(self) -> list[QWidget]:
        parts: list[QWidget] = []
        if self._case.episodes[0].care.stage is Stage.DISCHARGED_SETTLED and self._plan.money:
            door = SlipDoor(Subject(self._case), self._words)
            door.opened.connect(self.slip_wanted)
            parts.append(door)
        if self._plan.money and self._money:
            parts.append(MoneyCard(self._plan.money, self._money, self._pages))
            parts.append(YearCard(self._case, self._library))
        if self._view.filing_terms or self._view.deadlines:
            parts.append(self._when())
        if self._view.questions or any(id.startswith(FIGURE) for id in self._notebook.heard()):
            self.script = CallScript(
                self._view,
                self._plan.ask,
                self._notebook,
                self._say,
                kind=self._case.episodes[0].care.kind,
                just=self._news.just,
            )
            self.script.heard.connect(self.heard)
            parts.append(self.script)
        return parts

    def _papers(self, heading: str, materials: Sequence[Material], *, prefix: str) -> PapersCard:
        return PapersCard(
            self._heading(heading),
            materials,
            prefix=prefix,
            cite=self._cite,
            words=self._words,
            notebook=self._notebook,
        )

    def _why(self) -> Card:
        card = Card(self._heading("why"), spacing=4)
        card.add(*rows_of(self._view.filing.why), *rows_of(self._view.settlement.why))
        if self._view.conditions:
            card.add(Text(self._heading("conditions"), "strong"))
            card.add(*(StatementRow(said, icon="circle-dot") for said in self._view.conditions))
        return card

    def _when(self) -> Card:
        card = Card(self._say("verdict.when"), spacing=4)
        labels = {self._pages.label(f"paper.term.{id}"): icon for id, icon in _TERM_ICONS.items()}
        for label, said in self._view.filing_terms:
            card.add(StatementRow(said, icon=labels.get(label, "info"), label=label))
        card.add(*map(_due_row, self._view.deadlines))
        return card

    def _sources(self) -> Card:
        card = Card(self._heading("sources"), spacing=6)
        grades = {grade: self._words.text(message(f"terms.evidence.{grade}")) for grade in Evidence}
        card.add(Text(self._pages.label("paper.sources.intro", **grades), "small"))
        add_sources(card, self._cite.entries())
        against = self._cite.disagreements((*self._plan.filing.facts, *self._plan.settlement.facts))
        card.add(*(StatementRow(said, part="small") for said in against))
        return card

    def _disclaimer(self) -> Text:
        edition = self._library.rulebook.edition()
        dated = self._say("verdict.rulebook", version=edition.version, day=edition.checked_on)
        return Text(self._pages.label("paper.foot.disclaimer") + " " + dated, "small")

    def _heading(self, id: str) -> str:
        return self._pages.label(f"paper.heading.{id}")


def tone_of(verdict: Verdict) -> Tone:
    """The verdict's tone as a banner knows it."""
    tones: tuple[Tone, ...] = get_args(Tone)
    return next((tone for tone in tones if tone == verdict.tone), "warning")


def _due_row(due: Due) -> StatementRow:
    said = Statement(text=due.what.text, badge=due.what.badge, numbers=due.what.numbers)
    label = " · ".join(part for part in (due.day, due.caution) if part)
    tone = "warning" if due.caution else "primary"
    return StatementRow(said, icon="calendar", label=label, tone=tone)


def _stack(parts: Iterable[QWidget]) -> QWidget:
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GAP)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return stack
