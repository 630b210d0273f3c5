"""A Chinese face on screen, with and without one on the system."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop_app.render.words import LANGUAGES
from desktop_app.ui import fonts

NO_FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{}</cachedir></fontconfig>'
)
ASK = """
from PySide6.QtWidgets import QApplication
from PySide6.QtGui import QFontMetrics
from desktop_app.ui import fonts
app = QApplication([])
print(fonts.install(app), QFontMetrics(app.font()).inFontUcs4(0x5F02))
"""
"""Which face the program takes, and whether it has the first character of its name."""


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig tells Linux which fonts there are")
def test_without_a_chinese_font_the_bundled_one_is_taken(tmp_path: Path) -> None:
    """On a system without any font the program writes Chinese all the same."""
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(NO_FONTS.format(tmp_path), encoding="utf-8")
    environment = os.environ | {"FONTCONFIG_FILE": str(configuration), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, check=True, capture_output=True, encoding="utf-8"
    )
    assert run.stdout.strip() == f"{fonts.BUNDLED} True"


def test_the_bundled_font_has_what_the_program_writes(qapp: QApplication) -> None:  # noqa: ARG001 -- fonts need one
    """Regular and bold are known to Qt under their own name, with the characters of every page."""
    fonts.load_bundled()
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(fonts.BUNDLED))
    metrics = QFontMetrics(QFontDatabase.font(fonts.BUNDLED, "Regular", 12))
    assert [
        character for character in "异地就医备案￥¥→·（）“”、…☐☑0123456789" if not metrics.inFontUcs4(ord(character))
    ] == []


def test_quotation_marks_are_those_of_the_language(qapp: QApplication) -> None:
    """In English the face is asked for its narrow ones, in Chinese for none; and back again."""
    before = qapp.font()
    try:
        for language in (*LANGUAGES, *LANGUAGES):
            fonts.suit(qapp, language)
            assert qapp.font().isFeatureSet(QFont.Tag("pwid")) is (language == "en")
    finally:
        qapp.setFont(before)
