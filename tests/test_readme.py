"""What the READMEs tell is so: the commands they list are the commands there are, and their samples are as printed."""

import re
from datetime import date
from pathlib import Path
from typing import Final

import click
import pytest

from desktop_app.cli import run, yidi
from desktop_app.render.words import Language

ROOT: Final = Path(__file__).parents[1]
TEXTS: Final[dict[Language, str]] = {
    "en": (ROOT / "README.md").read_text(encoding="utf-8"),
    "zh_CN": (ROOT / "README.zh.md").read_text(encoding="utf-8"),
}
LANGUAGES: Final = tuple(TEXTS)
EVERYWHERE: Final = {"--lang", "--data-folder"}
"""Options of every command, told of once and for all."""


def samples(language: Language) -> list[tuple[str, str]]:
    """The commands with something to read that are followed by what they print."""
    found = re.findall(r"^`yidi ([^`]+)`((?:.+\n)+)\n((?: {4}.*\n|\n(?= {4}))+)", TEXTS[language], re.MULTILINE)
    return [(command, printed) for command, _, printed in found if not {"A", "B", "batch"} & set(command.split())]


def in_one_line(text: str) -> str:
    """The text without its line breaks and indents."""
    return " ".join(text.split())


def without_sums(text: str) -> str:
    """The text with every amount and share, and the range behind it, as a bare ¥."""
    sum = r"(¥[\d,.]*\d|\d[\d.]*%)"
    return re.sub(rf"{sum}( ?[(（](可能 |may be )?{sum} (to|到) {sum}[)）])?", "¥", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_listed_with_its_options(language: Language) -> None:
    """One line each in the list of commands; a group's on the lines of its commands."""
    listed = [line for line in TEXTS[language].splitlines() if line.startswith("    yidi ")]
    for name, command in yidi.commands.items():
        below = command.commands if isinstance(command, click.Group) else {"": command}
        lines = "\n".join(line for line in listed if line.split()[1] == name)
        assert [each for each in below if each not in lines] == [], name
        options = {
            option.opts[-1] for each in below.values() for option in each.params if isinstance(option, click.Option)
        }
        short = {option.opts[0] for each in below.values() for option in each.params if "--output" in option.opts}
        wanted = (options - EVERYWHERE - {"--output", "--data"}) | (short if name != "rules" else set())
        assert [option for option in sorted(wanted) if option not in lines] == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_pictures_are_there(language: Language) -> None:
    """Every file and folder that is linked to."""
    links = re.findall(r"\]\(([^)#]+)\)", TEXTS[language])
    assert len(links) > 5
    assert [link for link in links if not link.startswith("https://") and not (ROOT / link).exists()] == []


def test_the_facts_are_all_explained() -> None:
    """data/README.md names every file and folder beside it."""
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    there = {path.name for path in (ROOT / "data").iterdir()} - {"README.md"}
    assert [name for name in sorted(there) if not re.search(rf"`[^`]*\b{re.escape(name)}\b", text)] == []


@pytest.mark.parametrize(("language", "number"), [("en", 6), ("zh_CN", 6)])
def test_there_are_samples(language: Language, number: int) -> None:
    """Slip, year, another day, an area, coverage, and the search."""
    assert len(samples(language)) == number


@pytest.mark.parametrize(
    ("language", "command", "sample"),
    [(language, *sample) for language in LANGUAGES for sample in samples(language)],
    ids=lambda value: value if value and value.split()[0] in {"slip", "year", "changed", "rules", "search"} else "",
)
def test_a_sample_is_what_is_printed(
    language: Language,
    command: str,
    sample: str,
    pack_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Line by line in this order, word for word but where … stands; sums may have changed with the facts since."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("desktop_app.services.open_rulebook.rule_pack_file", lambda: pack_file)
    assert run(["--lang", language, *command.split()], lambda: date(2026, 11, 22)) == 0
    heard = str if command.startswith(("rules", "search")) else without_sums
    printed, at = heard(in_one_line(capsys.readouterr().out)), 0
    for piece in filter(None, map(in_one_line, re.split("[…\n]", sample))):
        assert heard(piece) in printed[at:]
        at = printed.index(heard(piece), at) + len(heard(piece))


def test_samples_are_compared_word_for_word() -> None:
    """Two sums may differ and a range may close to one, nothing else."""
    ranged, exact = "cash: ¥9,766.12 (¥5,384.79 to ¥17,199.21)", "cash: ¥9,000.00"
    assert without_sums(ranged) == without_sums(exact) == "cash: ¥"
    assert without_sums("自己要付: ¥9,766.12 (可能 ¥1.00 到 ¥2.00)，多 ¥3.00（¥1.00 到 ¥2.00）") == "自己要付: ¥，多 ¥"
    assert without_sums("In 2027: 90% (may be 80% to 91%) of ¥1.00") == "In 2027: ¥ of ¥"
