"""`--help`: every command explains itself in the language asked for, on a terminal of 80 columns."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from unicodedata import east_asian_width

import click
import pytest

from desktop_app.cli import run, yidi
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Language

Path = tuple[str, ...]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def commands(command: click.Command = yidi, path: Path = ()) -> Iterator[tuple[Path, click.Command]]:
    """Every command with the words that call it, `yidi` itself with none."""
    yield path, command
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, (*path, name))


PATHS = [path for path, _ in commands()]


def printed(capsys: pytest.CaptureFixture[str], path: Path, language: Language) -> list[str]:
    """The lines of a command's help."""
    assert run([*path, "--help", "--lang", language], lambda: date(2026, 11, 21)) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out.splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str], path: Path, language: Language) -> None:
    """How it is written, what it is for, and each option; no line is broken on a terminal of 80 columns."""
    lines = printed(capsys, path, language)
    assert " ".join(["yidi", *path]) in lines[0]
    assert lines[2].startswith("  ")
    assert [line for line in lines if line.lstrip().startswith("--help ")]
    places = [sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) for line in lines]
    assert [line for line, width in zip(lines, places, strict=True) if width > 80] == []


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_chinese_help_is_chinese(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    """Every line says something in Chinese, whatever names of files and options stand in it."""
    assert [line for line in printed(capsys, path, "zh_CN") if line and not CHINESE.search(line)] == []


def test_options_are_listed_with_what_they_take(capsys: pytest.CaptureFixture[str]) -> None:
    """The whole help of `yidi year`, word for word."""
    assert printed(capsys, ("year",), "en") == [
        "Usage: yidi year CASE [OPTIONS]",
        "",
        "  What is left of the year; the next stay now and in January.",
        "  What --next names is taken as eligible throughout.",
        "",
        "To be given:",
        "  CASE  a case file (YAML or JSON)",
        "",
        "Options:",
        "  --next AMOUNT      The next bill in yuan; as the last if left out.",
        "  --json             Print JSON instead of text.",
        "  --lang [zh_CN|en]  The language to answer in.",
        "  --help             Show this.",
    ]


def test_groups_list_their_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """`yidi desktop-entry` alone shows what there is, as with `--help`."""
    assert run(["desktop-entry", "--lang", "zh_CN"], lambda: date(2026, 11, 21)) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "用法：yidi desktop-entry 命令 [选项]"
    assert said[-3:] == [
        "命令：",
        "  install  在应用菜单里放图标，以后双击就能打开。",
        "  remove   从应用菜单里取走图标。",
    ]


def test_no_sentence_describes_what_is_not_there() -> None:
    """Every entry of the word list belongs to a command, an argument or an option that exists."""
    words = tomllib.loads((resources_dir() / "words" / "zh_CN" / "commands.toml").read_text(encoding="utf-8"))
    params = [param for _, command in commands() for param in command.params]
    names = {"_".join(path).replace("-", "_") or "yidi" for path in PATHS}
    assert set(words["does"]) == names
    assert set(words["more"]) <= names
    assert set(words["argument"]) == {param.name for param in params if isinstance(param, click.Argument)}
    assert set(words["option"]) == {param.help for param in params if isinstance(param, click.Option)} | {"help"}
