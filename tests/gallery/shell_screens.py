"""The screens of the shell: home, help, settings, about, and what stands there while or when there is no rulebook."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.render.words import Language
from desktop_app.ui.left_off import LeftOff
from desktop_app.ui.main_window import SMALLEST_SIZE, MainWindow
from desktop_app.ui.opened import Opened
from desktop_app.ui.page_list import ABOUT, ESTIMATOR, HELP, HOME, SETTINGS
from tests.gallery.studio import Arrange, Screen, open_pack

BEGUN = (
    LeftOff(
        page=HOME,
        subject="1",
        title="太原市 → 北京市 · 住院",
        detail="还差：入院日期、医院级别",
        answered=9,
        asked=15,
        note="12月3日前办好备案",
    ),
    LeftOff(page=HOME, subject="2", title="苏州市 → 上海市 · 住院", detail="已经答完", answered=14, asked=14),
)
"""Two cases that were begun."""


def at(page: str, subject: str = "") -> Arrange:
    """Shows a page of the rail."""

    def arrange(window: MainWindow) -> QWidget | None:
        window.show_page(page, subject)
        return None

    return arrange


def open_with_begun(pack: Path, language: Language) -> Opened:
    """The rulebook, with cases to go on with."""
    return replace(open_pack(pack, language), left_off=lambda: BEGUN)


def open_slowly(pack: Path, language: Language) -> Opened:
    """The rulebook on a slow disk."""
    time.sleep(1.5)
    return open_pack(pack, language)


def open_missing(pack: Path, language: Language) -> Opened:
    """What happens where the rule pack is not there."""
    return open_pack(pack.with_name("nowhere.sqlite"), language)


SCREENS = (
    Screen(name="home", arrange=at(HOME)),
    Screen(name="home-begun", arrange=at(HOME), opener=open_with_begun),
    Screen(name="home-small", arrange=at(HOME), opener=open_with_begun, size=SMALLEST_SIZE),
    Screen(name="home-no-rulebook", arrange=at(HOME), opener=open_missing),
    Screen(name="waiting", arrange=at(ESTIMATOR), opener=open_slowly, waits=False),
    Screen(name="no-rulebook", arrange=at(ESTIMATOR), opener=open_missing),
    Screen(name="help", arrange=at(HELP)),
    Screen(name="help-emergency", arrange=at(HELP, "emergency")),
    Screen(name="help-year", arrange=at(HELP, "year")),
    Screen(name="help-batch", arrange=at(HELP, "batch")),
    Screen(name="help-glossary", arrange=at(HELP, "glossary")),
    Screen(name="help-small", arrange=at(HELP), size=SMALLEST_SIZE),
    Screen(name="settings", arrange=at(SETTINGS)),
    Screen(name="settings-small", arrange=at(SETTINGS), size=SMALLEST_SIZE),
    Screen(name="about", arrange=at(ABOUT)),
)
