"""The word lists: complete in both languages, every entry a template that parses, both asking for the same values."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from jinja2 import Environment, meta
from jinja2.exceptions import UndefinedError

from desktop_app.domain.message import message
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Language, Words, filters
from tests.render.conftest import words_of

FOLDER = resources_dir() / "words"
FILES = sorted(file.name for file in (FOLDER / "zh_CN").glob("*.toml"))


def entries(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every entry of a word list by its dotted key."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from entries(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def read(language: Language, file: str) -> dict[str, str]:
    """One word list."""
    return dict(entries(tomllib.loads((FOLDER / language / file).read_text(encoding="utf-8"))))


def test_both_languages_have_the_same_lists() -> None:
    """A list that exists in Chinese exists in English, and the other way round."""
    assert len({tuple(sorted(file.name for file in (FOLDER / language).glob("*.toml"))) for language in LANGUAGES}) == 1


@pytest.mark.parametrize("file", FILES)
def test_both_languages_have_the_same_entries(file: str) -> None:
    """No sentence exists in one language only."""
    chinese, english = (read(language, file) for language in LANGUAGES)
    assert sorted(chinese) == sorted(english)


@pytest.mark.parametrize("file", FILES)
def test_every_entry_is_a_sentence_and_a_template(file: str, language: Language) -> None:
    """None is empty, each parses, and filters are those every template has."""
    environment = Environment(autoescape=True)
    environment.filters.update(filters(language))
    for key, entry in read(language, file).items():
        assert entry.strip(), key
        environment.from_string(entry)


@pytest.mark.parametrize("file", FILES)
def test_english_asks_for_no_value_that_chinese_does_not_know(file: str) -> None:
    """What the rules put into a sentence is the same in every language."""
    chinese, english = (read(language, file) for language in LANGUAGES)
    for key, entry in english.items():
        assert names_in(entry) <= names_in(chinese[key]), key


def names_in(entry: str) -> set[str]:
    """The values an entry asks for."""
    environment = Environment(autoescape=True)
    environment.filters.update(filters("en"))
    return meta.find_undeclared_variables(environment.parse(entry))


@pytest.fixture
def small(tmp_path: Path) -> Words:
    """A word list of three entries."""
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN" / "small.toml").write_text(
        'bill = "{{ amount | yuan }}，{{ ratio | percent }}，{{ day | day }}，{{ parts | listed }}"\n'
        'inside = "（{{ what }}）"\nplain = "<b>"\n',
        encoding="utf-8",
    )
    return Words("zh_CN", tmp_path)


def test_values_are_written_as_people_write_them(small: Words) -> None:
    """Yuan with separators, a share in per cent, a day, a list."""
    said = message(
        "small.bill", amount=1_234_567, ratio=Fraction(635, 1000), day=date(2026, 11, 21), parts=("甲", "乙")
    )
    assert small.text(said) == "¥12,345.67，63.5%，2026年11月21日，甲、乙"


def test_a_message_may_be_inside_another(small: Words) -> None:
    """Its words are put in first."""
    assert small.text(message("small.inside", what=message("small.plain"))) == "（<b>）"


def test_unknown_entries_and_missing_values_are_errors(small: Words) -> None:
    """Nothing is ever shown as an empty string by mistake."""
    assert "small.plain" in small
    assert "small.other" not in small
    assert "nowhere.plain" not in small
    with pytest.raises(KeyError, match=r"small\.other"):
        small.text(message("small.other"))
    with pytest.raises(UndefinedError):
        small.text(message("small.inside"))


def test_grades_have_the_words_of_the_rulebook() -> None:
    """官方 · 公开资料 · 通行口径 · 您的."""
    words = words_of("zh_CN")
    shown = [words.text(message(f"terms.evidence.{grade}")) for grade in ("official", "reported", "typical", "yours")]
    assert shown == ["官方", "公开资料", "通行口径", "您的"]
