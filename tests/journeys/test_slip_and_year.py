"""The year and the slip in the real program: a bill of the year added, a slip checked, by keys alone."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from desktop_app.ui.page_list import ESTIMATOR, SLIP
from desktop_app.ui.preferences import Memory
from tests.gallery.estimate_screens import MOTHER
from tests.gallery.slip_screens import CASE
from tests.journeys.person import Person, wait_until

pytestmark = pytest.mark.journey

TO_ADD_A_BILL = 19
"""How often the tabulator is pressed from the first field of the form to the button that adds a bill."""


def test_a_bill_of_the_year_is_added_and_there_again(
    virtual_screen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form as it was left: down to the button, day and total typed; when the program has ended both are kept."""
    records = tmp_path / "records"
    _left(records, ESTIMATOR, {**MOTHER, "discharged_on": "2026-12-10"}, monkeypatch)

    def adds() -> bool:
        with Person(virtual_screen, records) as person:
            person.start()
            _go_to(person, "bxcs", "报销测算")
            person.press(*["Tab"] * TO_ADD_A_BILL, "space")
            person.type("2026-03-14")
            person.press(*["Tab"] * 4)
            person.type("21600")
            person.press("Return")
            time.sleep(1.0)  # the year follows
            person.photograph("journey-50-year")
            person.close()
        bills = json.loads(_kept(records, ESTIMATOR, monkeypatch).get("other_bills") or "[]")
        return [(bill["day"], bill["total"]) for bill in bills] == [("2026-03-14", "21,600.00")]

    wait_until(adds, "the bill was not kept", patience=60)


def test_a_slip_is_checked_and_its_figure_kept(
    virtual_screen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deductible and fund copied from the slip, Enter: the deductible it shows is kept when somebody says so."""
    records = tmp_path / "records"
    _left(records, SLIP, CASE, monkeypatch)
    with Person(virtual_screen, records) as person:
        person.start()
        wait_until(lambda: _checks(person), "the figure was not kept", patience=90)
        assert person.own_figures() == [("320500", "deductible", "[[120000]]")]
        time.sleep(0.5)  # for the picture's sake
        person.photograph("journey-52-slip-kept")
        person.close()
    assert _kept(records, SLIP, monkeypatch)["line_deductible"] == "1,200.00"


def _checks(person: Person) -> bool:
    """Copies two lines from the slip, compares, and walks on to the figure; again where keys got lost."""
    _go_to(person, "hdjsd", "核对结算单")
    person.press(*["Tab"] * 5, "ctrl+a")
    person.type("1200")
    person.press("Tab", "ctrl+a")
    person.type("63097")
    person.press("Return")
    time.sleep(2.0)  # the slip is compared
    person.photograph("journey-51-slip")
    person.press(*["Tab"] * 10, "space")
    return person.changes_within(3.0, lambda: bool(person.own_figures()))


def _go_to(person: Person, initials: str, page: str) -> None:
    """Home, then Ctrl+K and the initials of a page; the window bears its name as soon as it stands there."""
    person.turn_to_window()
    person.press("Escape", "ctrl+1")
    wait_until(lambda: person.sees_window("首页"), "the first page never came")
    person.press("ctrl+k")
    person.type(initials)
    person.press("Return")
    wait_until(lambda: person.sees_window(page), f"{page} never came")


def _left(records: Path, page: str, kept: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The window as somebody left it yesterday, on this page with this in its fields."""
    monkeypatch.setenv("YIDI_DATA_DIR", str(records))
    records.mkdir(parents=True)
    memory = Memory()
    memory.keep_page(page, dict(kept))
    memory.keep_window(QByteArray(), page)
    memory.write()


def _kept(records: Path, page: str, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """What the window remembers of this page."""
    monkeypatch.setenv("YIDI_DATA_DIR", str(records))
    return Memory().page(page)
