"""What CONTRIBUTING.md tells a newcomer is so: the places it names are there, and its example is in the facts."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from desktop_app.cli.rules import rules
from desktop_app.domain.care import CareKind, Level
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Figure
from desktop_app.domain.person import Scheme
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.rule_pack import RulePack
from tests.services.conftest import Yidi

ROOT: Final = Path(__file__).parents[2]
TEXT: Final = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HERE: Final = ("", "desktop_app", "tests", "tests/storage", "resources/words/zh_CN")
"""Where a path may begin that the text writes short."""


def named() -> list[str]:
    """Every file and folder the text names or links to."""
    words = re.findall(r"`([^`\n]+)`", TEXT) + re.findall(r"\]\(([^)]+)\)", TEXT)
    made = (".venv", "/", "--")
    paths = [word for word in words if re.fullmatch(r"[\w./*-]+", word) and ("/" in word or "." in word[1:])]
    return sorted({path for path in paths if not path.startswith(made) and not path.startswith("*.gov")})


def example() -> list[dict[str, Any]]:
    """The two blocks of figures in the example."""
    blocks = re.findall(r"```yaml\n(- region:.*?)```", TEXT, re.DOTALL)
    return list(yaml.safe_load("\n".join(blocks)))


def test_the_text_names_places() -> None:
    """It would be of no use without."""
    assert len(named()) > 20


@pytest.mark.parametrize("path", named())
def test_every_place_it_names_is_there(path: str) -> None:
    """From the root, or as short as people say it."""
    assert any(any(ROOT.glob(f"{begin}/{path}".strip("/"))) for begin in HERE), path


def test_every_command_it_shows_exists() -> None:
    """`yidi rules check` and the others."""
    shown = set(re.findall(r"yidi rules (\w+)", TEXT))
    assert shown == {"check", "build", "show", "diff"}
    assert shown <= set(rules.commands)


@pytest.mark.parametrize("block", example(), ids=lambda block: str(block["from"]))
def test_the_example_is_what_the_facts_say(rulebook: RulePack, block: dict[str, Any]) -> None:
    """Nanchang's shares by level, on the first day of each of the two periods and on the last."""
    days = [block["from"], date(2025, 6, 30)] if "until" in block else [block["from"], date(2026, 11, 22)]
    for on in days:
        for written in block["figures"]:
            ratio = rulebook.benefits(
                BenefitQuery(
                    insured_region=block["region"],
                    scheme=Scheme(block["scheme"]),
                    kind=CareKind(block["kind"]),
                    level=Level(written["level"]),
                    on=on,
                )
            ).ratio
            assert isinstance(ratio, Figure)
            assert [segment.ratio for segment in ratio.value.segments] == [Fraction(str(written["value"]))]
            assert (ratio.provenance.fact, ratio.provenance.evidence) == ("L1097", Evidence.OFFICIAL)


def test_what_it_pastes_is_what_is_printed(yidi: Yidi) -> None:
    """The shares of 30 June 2025, once corrected, line by line; … stands where lines are left out."""
    pasted = TEXT.split("rules show 南昌")[2].split("--lang en\n", 1)[1].split("\n\n", 1)[0]
    lines = [line.removeprefix("    ") for line in pasted.splitlines() if line.strip() != "…"]
    assert len(lines) == 5
    printed = yidi("show", "南昌", "--scheme", "employee", "--date", "2025-06-30", language="en").splitlines()
    start = printed.index(lines[0])
    assert printed[start : start + 5] == lines
