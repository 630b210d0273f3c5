"""What the tests of the window share: one application, its Chinese words, and nothing left over from test to test."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.paths import resources_dir
from desktop_app.render.words import Words
from desktop_app.rules.own_figures import with_own_figures
from desktop_app.storage.household import Household
from desktop_app.storage.rule_pack import RulePack
from desktop_app.ui import fonts, theme
from desktop_app.ui.background import Background
from desktop_app.ui.opened import Opened
from desktop_app.ui.page import Desk
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.roles import Look
from desktop_app.ui.translation import speak
from tests.gallery.studio import TODAY

TRANSLATIONS = resources_dir() / "translations"


@pytest.fixture(scope="session", autouse=True)
def _compiled_translations() -> None:
    """Compiles the translation where it is not, or is older than its text."""
    for source in TRANSLATIONS.glob("*.ts"):
        made = source.with_suffix(".qm")
        if not made.is_file() or made.stat().st_mtime < source.stat().st_mtime:
            fresh = made.with_suffix(f".{os.getpid()}.qm")
            lrelease = Path(sys.executable).with_name("pyside6-lrelease")
            subprocess.run([lrelease, "-silent", source, "-qm", fresh], check=True)
            fresh.replace(made)


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a window or a thread behind.

    Garbage is collected between tests only: a window freed while Qt hands it an event takes the process down.
    """
    gc.collect()  # only now does nothing hold what the last test was given
    gc.freeze()  # what outlives a test outlives the run, and need not be looked through again
    gc.disable()
    before = {*qapp.topLevelWidgets(), *threading.enumerate()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
    left = [one for one in (*qapp.topLevelWidgets(), *threading.enumerate()) if one not in before]
    assert left == []


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """The window speaks Chinese in the light theme at standard size."""
    speak(qapp, "zh_CN")
    qapp.setStyle("Fusion")
    fonts.install(qapp)
    theme.wear(qapp, theme.theme_for(Look.LIGHT))
    yield
    speak(qapp, "en")
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def words() -> Words:
    """The Chinese words."""
    return Words("zh_CN", resources_dir() / "words")


@pytest.fixture
def desk(rulebook: RulePack, words: Words, qtbot: QtBot) -> Iterator[Desk]:  # noqa: ARG001 -- needs an application
    """What a page is given to work with."""
    background = Background()
    yield Desk(
        preferences=Preferences("zh_CN", 100, Look.LIGHT),
        today=TODAY,
        background=background,
        opened=Opened(rulebook, words),
    )
    background.wait()


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Household]:
    """The empty records of nobody."""
    now = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    with Household.open(tmp_path / "household.sqlite", backups=tmp_path / "backups", now=now) as household:
        yield household


@pytest.fixture
def own_desk(desk: Desk, records: Household) -> Desk:
    """A desk with records, whose figures are laid over the rulebook."""
    rulebook = with_own_figures(desk.library.rulebook, records.own_figures)
    return replace(desk, opened=replace(desk.library, rulebook=rulebook, household=records))


@pytest.fixture
def today() -> date:
    """The day on which every test takes place."""
    return TODAY
