"""The screens of the rulebook: country, an area, a figure of one's own, two areas compared, the articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import Dimension, FigureName, Schedule, Segment
from desktop_app.domain.listing import Condition
from desktop_app.domain.own_figure import Informant, OwnFigure
from desktop_app.domain.person import Scheme
from desktop_app.paths import backups_dir, household_file
from desktop_app.render.words import Language
from desktop_app.rules.own_figures import with_own_figures
from desktop_app.storage.household import Household
from desktop_app.ui.main_window import SMALLEST_SIZE, MainWindow
from desktop_app.ui.opened import Opened
from desktop_app.ui.page_list import RULEBOOK
from desktop_app.ui.rulebook.facts_card import AgainstCard
from desktop_app.ui.rulebook.figure_card import FigureCard
from desktop_app.ui.rulebook.rulebook_page import RulebookPage
from desktop_app.ui.widgets.buttons import Button
from tests.gallery.studio import Arrange, Screen, open_pack, settle, wait_until

TAIYUAN: Final = {"tab": "area", "area_area": "140100", "area_scheme": "employee", "area_kind": "inpatient"}
KUNSHAN: Final = {"tab": "area", "area_area": "320583", "area_scheme": "resident", "area_kind": "outpatient"}
COMPARED: Final = {
    "tab": "compare",
    "compare_left": "140100",
    "compare_right": "440300",
    "compare_scheme": "employee",
    "compare_kind": "inpatient",
    "compare_level": "level3",
    "compare_status": "retired",
}
TOLD: Final = OwnFigure(
    area="140100",
    scheme=Scheme.EMPLOYEE,
    kind=CareKind.INPATIENT,
    name=FigureName.RATIO,
    value=Schedule(segments=(Segment(None, Fraction(17, 20)),)),
    told_by=Informant.HOTLINE,
    told_on=date(2026, 11, 20),
    conditions=(Condition(Dimension.STATUS, ("working",)), Condition(Dimension.LEVEL, ("level3",))),
)
"""What the 12393 line said about Taiyuan's working employees at level 3."""


def open_with_records(pack: Path, language: Language) -> Opened:
    """The rulebook with the records of nobody, in which one figure was told."""
    household_file().unlink(missing_ok=True)
    now = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    household = Household.open(household_file(), backups=backups_dir(), now=now)
    household.keep_own_figure(TOLD, now=now)
    opened = open_pack(pack, language)
    return replace(opened, rulebook=with_own_figures(opened.rulebook, household.own_figures), household=household)


def shown(kept: Mapping[str, str], *, down: int = 0) -> Arrange:
    """Shows the rulebook as it was left, once it has read what it shows; `down` hundredths of the way down."""

    def arrange(window: MainWindow) -> QWidget | None:
        window.show_page(RULEBOOK)
        page = window.page
        assert isinstance(page, RulebookPage)
        wait_until(lambda: is_read(page), f"{kept}: nothing was read")
        settle()
        for area in page.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.maximum() * down // 100)
        return None

    return arrange


def is_read(page: RulebookPage) -> bool:
    """Whether the tab that is open has read what it shows."""
    return {
        0: lambda: bool(page.country.map.tiles),
        1: lambda: bool(page.area.cards),
        2: lambda: page.compare.is_shown,
        3: lambda: page.articles.is_read,
    }[page.tabs.currentIndex()]()


def form_open(window: MainWindow) -> QWidget | None:
    """Opens the form for a ratio of one's own."""
    shown(TAIYUAN)(window)
    page = window.page
    assert isinstance(page, RulebookPage)
    card = page.area.cards[FigureName.RATIO.value]
    assert isinstance(card, FigureCard)
    card.open_form()
    settle()
    for area in page.findChildren(QScrollArea):
        area.ensureWidgetVisible(card)
    return None


def disagreements(window: MainWindow) -> QWidget | None:
    """Scrolls to the sources that do not agree."""
    shown(TAIYUAN)(window)
    page = window.page
    assert isinstance(page, RulebookPage)
    [card] = page.area.findChildren(AgainstCard)
    for area in page.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(card.mapTo(page.area, QPoint(0, 0)).y())
    settle()
    return None


def change_open(window: MainWindow) -> QWidget | None:
    """Opens the form for another value of the ratio that was told."""
    shown(TAIYUAN)(window)
    page = window.page
    assert isinstance(page, RulebookPage)
    card = page.area.cards[FigureName.RATIO.value]
    [change] = [button for button in card.findChildren(Button) if button.objectName() == "change"]
    change.click()
    settle()
    return None


def _screen(name: str, kept: Mapping[str, str], *, small: bool = False, down: int = 0, told: bool = False) -> Screen:
    screen = Screen(name=name, arrange=shown(kept, down=down), kept={RULEBOOK: kept})
    if told:
        screen = replace(screen, opener=open_with_records)
    return replace(screen, size=SMALLEST_SIZE) if small else screen


SCREENS = (
    _screen("rulebook-country", {"tab": "country"}),
    _screen("rulebook-country-small", {"tab": "country"}, small=True),
    _screen("rulebook-area", TAIYUAN, told=True),
    _screen("rulebook-area-middle", TAIYUAN, told=True, down=40),
    _screen("rulebook-area-facts", TAIYUAN, told=True, down=85),
    Screen(name="rulebook-disagreements", arrange=disagreements, kept={RULEBOOK: TAIYUAN}),
    _screen("rulebook-area-county", KUNSHAN),
    _screen("rulebook-area-small", TAIYUAN, told=True, small=True),
    Screen(name="rulebook-own-figure", arrange=form_open, kept={RULEBOOK: TAIYUAN}, opener=open_with_records),
    Screen(
        name="rulebook-own-figure-small",
        arrange=form_open,
        kept={RULEBOOK: TAIYUAN},
        opener=open_with_records,
        size=SMALLEST_SIZE,
    ),
    Screen(name="rulebook-own-changed", arrange=change_open, kept={RULEBOOK: TAIYUAN}, opener=open_with_records),
    _screen("rulebook-compare", COMPARED),
    _screen("rulebook-compare-small", COMPARED, small=True),
    _screen("rulebook-articles", {"tab": "articles", "article": "article-3"}),
    _screen("rulebook-articles-small", {"tab": "articles"}, small=True),
)
