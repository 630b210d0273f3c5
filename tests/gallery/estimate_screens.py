"""The screens of the estimator: empty, exact, as a range, with gaps, with mistakes, and what opens above it."""

from __future__ import annotations

import json

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_app.interview.progress import Page as At
from desktop_app.paths import data_dir
from desktop_app.ui.estimate.bills_field import BillsField
from desktop_app.ui.estimate.items_field import ItemsField
from desktop_app.ui.estimate.ways_card import WaysCard
from desktop_app.ui.estimate.year_card import YearCard
from desktop_app.ui.interview.verdict_view import VerdictView
from desktop_app.ui.interview.way_row import WayRow
from desktop_app.ui.main_window import SMALLEST_SIZE, MainWindow
from desktop_app.ui.page_list import ESTIMATOR, WIZARD
from desktop_app.ui.widgets.calendar_popup import CalendarPopup
from desktop_app.ui.widgets.entered_field import DateField
from desktop_app.ui.widgets.select import Select
from tests.gallery.interview_screens import kept, outcome
from tests.gallery.shell_screens import at
from tests.gallery.studio import Screen, settle, wait_until
from tests.interview.samples import TAIYUAN_MOTHER

MOTHER = {
    "scheme": "resident",
    "status": "elderly",
    "age": "68",
    "insured_region": "140100",
    "care_region": "110000",
    "kind": "inpatient",
    "level": "level3",
    "reason": "long_term_residence",
    "filing": "filed",
    "total": "50000",
    "out_of_catalogue": "4000",
    "class_b": "10000",
}
"""A resident of Taiyuan, 68, who lives with her daughter in Beijing and has filed that."""

ELSEWHERE = {
    **MOTHER,
    "insured_region": "320500",
    "care_region": "310000",
    "reason": "self_chosen",
    "class_b_ratio": "10",
}
NO_FIGURES = {**MOTHER, "insured_region": "542500", "class_b": "", "discharged_on": "2001-03-01"}
"""Insured in Ngari and discharged on a day for which no edition has figures."""

OTHERS = [
    {"day": "2026-03-14", "kind": "inpatient", "level": "level3", "place": "home", "total": "21600"},
    {"day": "2026-08-02", "kind": "outpatient", "level": "level2", "place": "same", "total": "860", "class_b": "200"},
]
SEVERAL = {**MOTHER, "class_b": "", "discharged_on": "2026-12-10", "other_bills": json.dumps(OTHERS)}
"""She has been in hospital at home in March and seen a doctor in Beijing in August."""

ITEMS = [
    {"price": "12.50", "quantity": "28", "item_class": "A", "name": "阿莫西林胶囊"},
    {"price": "9800", "item_class": "B", "price_limit": "8000", "self_pay_ratio": "10", "name": "人工晶状体"},
    {"price": "260", "quantity": "3", "item_class": "C"},
]
"""28 capsules of class A, a lens of class B above its limit, three of something that is never paid."""

LISTED = {**MOTHER, "items": json.dumps(ITEMS), "filing": "late", "funds_paid": "2000"}
"""The list of charges typed in item by item; settled once before the filing."""

YEAR_OF_STAYS = {
    "version": 1,
    "today": "2026-11-21",
    "person": {"insured_region": "140100", "scheme": "resident", "status": "elderly", "age": 68},
    "episodes": [
        {
            "care": {"region": "140100", "kind": "inpatient", "level": "level2", "date": "2026-03-14"},
            "bill": {"total": "21600.00"},
        },
        {
            "care": {
                "region": "310000",
                "kind": "inpatient",
                "level": "level3",
                "date": "2026-08-02",
                "admission": 2,
                "reason": "referral",
                "filing": "filed",
            },
            "bill": {"total": "60000.00"},
        },
        {
            "care": {
                "region": "110000",
                "kind": "outpatient",
                "date": "2026-10-09",
                "reason": "self_chosen",
                "filing": "none",
            },
            "bill": {"total": "860.00"},
        },
    ],
}
"""A year as somebody wrote it down: at home in March, in Shanghai by referral, in Beijing by choice."""

WRONG_ITEMS = {**MOTHER, "items": json.dumps([{"quantity": "0", "price": "12"}, {"name": "人工晶状体"}])}

WRONG = {**MOTHER, "total": "五万", "out_of_catalogue": "-3", "discharged_on": "2026-02-30", "age": "680"}


def _scrolled(window: MainWindow) -> QWidget | None:
    window.show_page(ESTIMATOR)
    settle()
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    return None


def _year(window: MainWindow) -> QWidget | None:
    _scrolled_to(window, YearCard)
    return None


def _ways(window: MainWindow) -> QWidget | None:
    """Opens the other ways, and what each takes."""
    window.show_page(ESTIMATOR)
    settle()
    card = window.findChild(WaysCard)
    assert isinstance(card, WaysCard)
    card.fold.button.click()
    wait_until(lambda: card.findChild(WayRow) is not None, "the ways were never worked out")
    settle()
    _put_on_top(window, card)
    return None


def _bills(window: MainWindow) -> QWidget | None:
    _scrolled_to(window, BillsField)
    return None


def _items(window: MainWindow) -> QWidget | None:
    _scrolled_to(window, ItemsField)
    return None


def stays_opened(window: MainWindow) -> QWidget | None:
    """Opens a file with three stays in the wizard, which hands it on."""
    file = data_dir() / "year.json"
    file.write_text(json.dumps(YEAR_OF_STAYS), encoding="utf-8")
    window.show_page(WIZARD, f"file/{file}")
    return None


def _year_of_plan(window: MainWindow) -> QWidget | None:
    outcome(VerdictView)(window)
    card = window.findChild(YearCard)
    assert isinstance(card, YearCard)
    card.fold.button.click()
    settle()
    _put_on_top(window, card)
    return None


def _scrolled_to(window: MainWindow, kind: type[QWidget]) -> None:
    """The estimator with this part of it near the top."""
    window.show_page(ESTIMATOR)
    settle()
    part = window.findChild(kind)
    assert isinstance(part, QWidget)
    _put_on_top(window, part)


def _put_on_top(window: MainWindow, part: QWidget) -> None:
    for area in window.findChildren(QScrollArea):
        inner = area.widget()
        if inner is not None and inner.isAncestorOf(part):
            area.verticalScrollBar().setValue(part.mapTo(inner, part.rect().topLeft()).y() - 60)
    settle()


def _calendar(window: MainWindow) -> QWidget | None:
    window.show_page(ESTIMATOR)
    settle()
    field = window.findChild(DateField, "discharged_on")
    assert isinstance(field, DateField)
    field.open_calendar()
    return window.findChild(CalendarPopup)


def _choices(window: MainWindow) -> QWidget | None:
    window.show_page(ESTIMATOR)
    field = window.findChild(Select, "level")
    assert isinstance(field, Select)
    field.showPopup()
    return field.view().window()


def _places(window: MainWindow) -> QWidget | None:
    window.show_page(ESTIMATOR)
    field = window.findChild(QWidget, "insured_region")
    assert isinstance(field, QWidget)
    window.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "shan")
    return QApplication.activePopupWidget()


SCREENS = (
    Screen(name="estimator-empty", arrange=at(ESTIMATOR)),
    Screen(name="estimator", arrange=at(ESTIMATOR), kept={ESTIMATOR: MOTHER}),
    Screen(name="estimator-scrolled", arrange=_scrolled, kept={ESTIMATOR: MOTHER}),
    Screen(name="estimator-small", arrange=at(ESTIMATOR), kept={ESTIMATOR: MOTHER}, size=SMALLEST_SIZE),
    Screen(name="estimator-range", arrange=at(ESTIMATOR), kept={ESTIMATOR: ELSEWHERE}),
    Screen(name="estimator-gap", arrange=at(ESTIMATOR), kept={ESTIMATOR: NO_FIGURES}),
    Screen(name="estimator-wrong", arrange=_scrolled, kept={ESTIMATOR: WRONG}),
    Screen(name="estimator-year", arrange=_year, kept={ESTIMATOR: SEVERAL}),
    Screen(name="estimator-year-small", arrange=_year, kept={ESTIMATOR: SEVERAL}, size=SMALLEST_SIZE),
    Screen(name="estimator-ways", arrange=_ways, kept={ESTIMATOR: MOTHER}),
    Screen(name="estimator-ways-small", arrange=_ways, kept={ESTIMATOR: MOTHER}, size=SMALLEST_SIZE),
    Screen(name="verdict-year", arrange=_year_of_plan, kept=kept(TAIYUAN_MOTHER, At.VERDICTS)),
    Screen(name="estimator-bills", arrange=_bills, kept={ESTIMATOR: SEVERAL}),
    Screen(name="estimator-items", arrange=_items, kept={ESTIMATOR: LISTED}),
    Screen(name="estimator-items-small", arrange=_items, kept={ESTIMATOR: LISTED}, size=SMALLEST_SIZE),
    Screen(name="estimator-items-wrong", arrange=_items, kept={ESTIMATOR: WRONG_ITEMS}),
    Screen(name="estimator-stays", arrange=stays_opened),
    Screen(name="estimator-stays-small", arrange=stays_opened, size=SMALLEST_SIZE),
    Screen(name="popup-calendar", arrange=_calendar, kept={ESTIMATOR: MOTHER}),
    Screen(name="popup-choices", arrange=_choices, kept={ESTIMATOR: MOTHER}),
    Screen(name="popup-places", arrange=_places),
)
