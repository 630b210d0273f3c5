"""What the tests of services and of the command line share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from desktop_app.cli import run

TODAY: Final = date(2026, 11, 21)
Yidi = Callable[..., str]


@pytest.fixture
def yidi(pack_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Yidi:
    """One command line with this run's pack; what it prints, nothing being said on stderr."""
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: pack_file)

    def answered(*arguments: str, language: str = "zh_CN") -> str:
        assert run(["--lang", language, "rules", *arguments], lambda: TODAY) == 0
        streams = capsys.readouterr()
        assert streams.err == ""
        return streams.out

    return answered


@pytest.fixture
def refused(pack_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Yidi:
    """One command line that a person can put right: exit 2, nothing printed, one sentence, which it returns."""
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: pack_file)

    def said(*arguments: str, language: str = "zh_CN") -> str:
        assert run(["rules", *arguments, "--lang", language], lambda: TODAY) == 2
        streams = capsys.readouterr()
        assert streams.out == ""
        [line] = streams.err.splitlines()
        return line

    return said
