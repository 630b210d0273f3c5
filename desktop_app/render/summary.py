"""The A4 summary: everything a family needs in the hand, as one self-contained page of HTML."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.outcome import Plan
from desktop_app.domain.year import YearOutlook
from desktop_app.render.charts.badge import badges
from desktop_app.render.charts.style import PAPER, ChartStyle
from desktop_app.render.environment import Pages
from desktop_app.render.library import Library
from desktop_app.render.views.case_view import Row, case_rows, place_name
from desktop_app.render.views.citations import Bibliography, SourceEntry, Statement
from desktop_app.render.views.money_view import MoneyView, money_view
from desktop_app.render.views.plan_view import PlanView, plan_view
from desktop_app.render.views.year_view import YearView, year_view
from desktop_app.render.words import Words

PAGE_WIDTH: Final = 684
"""The width of the text on an A4 page, in CSS pixels (96 to the inch)."""

_CHARTS: Final = ChartStyle(roles=PAPER, width=PAGE_WIDTH, text=12)
_BADGES: Final = ChartStyle(roles=PAPER, text=8)
_STALE_AFTER: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSheet:
    """A document on its way to paper: its HTML, and what stands around it on every page."""

    html: str
    title: str
    language: str
    head: str
    foot: str
    page_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """Everything the template prints."""

    title: str
    subtitle: str
    notice: str
    stale: str
    rows: tuple[Row, ...]
    plan: PlanView
    money: MoneyView | None
    year: YearView | None
    sources: tuple[SourceEntry, ...]
    sources_intro: str
    disagreements: tuple[Statement, ...]


def summary_html(case: Case, plan: Plan, rulebook: Library, words: Words, outlook: YearOutlook | None = None) -> str:
    """The summary as one page of HTML without outside resources, charts included.

    Raises jinja2.TemplateError for a broken template: half a plan must not be handed out.
    """
    pages = Pages(words)
    view = summary_view(case, plan, rulebook, pages, outlook)
    return pages.render("paper/summary.html.j2", view=view, roles=PAPER, badges=badges(pages, _BADGES))


def summary_sheet(
    case: Case, plan: Plan, rulebook: Library, words: Words, outlook: YearOutlook | None = None
) -> PaperSheet:
    """The summary with header, footer, title and language, ready for the PDF writer or the printer."""
    pages, edition = Pages(words), rulebook.edition()
    return PaperSheet(
        html=summary_html(case, plan, rulebook, words, outlook),
        title=pages.label("paper.title.main"),
        language=words.language.replace("_", "-"),
        head=pages.label("paper.foot.rulebook", version=edition.version, today=case.today),
        foot=pages.label("paper.foot.disclaimer"),
        page_of=pages.label("paper.foot.page", page="{page}", pages="{pages}"),
    )


def file_name(today: date, words: Words) -> str:
    """A file name for the summary; it says what and when, never who."""
    return Pages(words).label("paper.title.file", today=today)


def summary_view(
    case: Case, plan: Plan, rulebook: Library, pages: Pages, outlook: YearOutlook | None = None
) -> SummaryView:
    """The summary in words and pictures, sources numbered in reading order; the year only with its outlook."""
    words, edition = pages.words, rulebook.edition()
    cite = Bibliography(rulebook, case.person.insured_region, words)
    plan_shown = plan_view(plan, cite, words)
    money_shown = money_view(plan.money, cite, pages, _CHARTS) if plan.money else None
    year_shown = year_view(outlook, cite, words) if outlook else None
    return SummaryView(
        title=pages.label("paper.title.main"),
        subtitle=pages.label(
            "paper.title.subtitle", today=case.today, version=edition.version, checked=edition.checked_on
        ),
        notice=pages.label("paper.notice.text", place=place_name(rulebook, case.person.insured_region)),
        stale=stale_warning(case.today, edition.checked_on, pages),
        rows=case_rows(case, rulebook, words),
        plan=plan_shown,
        money=money_shown,
        year=year_shown,
        sources=cite.entries(),
        sources_intro=pages.label("paper.sources.intro", **{grade: cite.badge(grade).word for grade in Evidence}),
        disagreements=cite.disagreements((*plan.filing.facts, *plan.settlement.facts)),
    )


def stale_warning(today: date, checked: date, pages: Pages) -> str:
    """A warning when the rulebook is over a year old, or the clock stands before its date."""
    if today < checked:
        return pages.label("paper.notice.clock")
    return pages.label("paper.notice.stale", checked=checked) if today - checked > _STALE_AFTER else ""
