"""The search in the real program: from Ctrl+K to a city's figures and to one of one's own, by keys alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.journeys.person import Person, wait_until

pytestmark = pytest.mark.journey


def test_from_a_city_in_pinyin_to_a_figure_of_ones_own(virtual_screen: str, tmp_path: Path) -> None:
    """Ctrl+K, zhuhai, Enter: Zhuhai's figures; a figure filled in under the first of them is kept for Zhuhai."""
    with Person(virtual_screen, tmp_path / "records") as person:
        person.start()
        wait_until(lambda: _fills_in(person), "no figure was kept", patience=90)
        assert person.own_figures() == [("440400", "class_b_ratio", '["3/25"]')]  # 12 % = 3/25
        time.sleep(1.0)  # for the picture's sake
        person.photograph("journey-41-zhuhai-told")
        person.close()
        remembered = person.remembered()
    assert "page=rulebook" in remembered
    assert "tab=area" in remembered
    assert "area_area=440400" in remembered


def _fills_in(person: Person) -> bool:
    """Searches, opens the area, walks to its first figure and fills in 12 per cent; again where keys got lost.

    On the way stand the tabs, the area, the scheme, the kind of care and the day, then the first figure's button.
    """
    person.turn_to_window()
    person.press("Escape", "ctrl+1", "ctrl+k")
    person.type("zhuhai")
    person.press("Return")
    time.sleep(1.5)  # the area is read
    person.photograph("journey-40-zhuhai")
    person.press(*["Tab"] * 6, "space", "Tab")
    person.type("12")
    person.press(*["Tab"] * 3, "Return")
    return person.changes_within(3.0, lambda: bool(person.own_figures()))
