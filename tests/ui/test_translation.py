"""Every sentence of the windows in Chinese, and Qt's own with them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.ui.page_list import all_pages
from desktop_app.ui.translation import speak

ROOT = Path(__file__).resolve().parents[2]


def test_no_sentence_is_left_in_english() -> None:
    """Every sentence in the source has a finished Chinese translation."""
    run = subprocess.run(
        [sys.executable, "packaging/update_translations.py", "--check"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (run.returncode, run.stdout.strip()) == (0, "")


def test_the_language_can_be_changed_back_and_forth(qapp: QApplication) -> None:
    """The names of the pages follow the language, Qt's own buttons too, and English is the source itself."""
    speak(qapp, "zh_CN")
    assert all_pages()[0].name() == "首页"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().language() is QLocale.Language.Chinese
    speak(qapp, "en")
    assert all_pages()[0].name() == "Home"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    QLocale.setDefault(QLocale.c())
