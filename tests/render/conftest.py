"""What the tests of pages share: words of one language, the sample sheet, and what a PDF reader sees."""

import shutil
import subprocess
from pathlib import Path

import pytest

from desktop_app.paths import resources_dir
from desktop_app.render.environment import Pages
from desktop_app.render.words import LANGUAGES, Language, Words


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Each language in turn."""
    chosen: Language = request.param
    return chosen


@pytest.fixture
def words(language: Language) -> Words:
    """The program's own words."""
    return words_of(language)


@pytest.fixture
def pages(words: Words) -> Pages:
    """The program's own templates."""
    return Pages(words)


def words_of(language: Language) -> Words:
    """The program's own words in one language."""
    return Words(language, resources_dir() / "words")


def reader(tool: str, *arguments: str | Path) -> str:
    """What a tool of poppler says of a file."""
    found = shutil.which(tool)
    assert found, f"{tool} is missing; ./test.sh installs poppler-utils"
    run = subprocess.run([found, *arguments], check=True, capture_output=True, encoding="utf-8")
    return run.stdout
