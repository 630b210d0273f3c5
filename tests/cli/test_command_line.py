"""The command line as people and scripts use it: answers on stdout, one sentence on stderr, exit codes."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import run
from desktop_app.cli.session import language_of_locale

TODAY = date(2026, 11, 21)
CASE: dict[str, Any] = {
    "version": 1,
    "person": {"scheme": "employee"},
    "care": {"kind": "inpatient", "date": "2026-06-15"},
    "bill": {"total": 10000},
    "figures": {"deductible": 1000, "ratio": 1},
}


def yidi(*arguments: str) -> int:
    """Runs the command line in this process."""
    return run(arguments, lambda: TODAY)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The locale of these tests."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def write(folder: Path, name: str = "case.json", **changes: object) -> str:
    """A case file."""
    file = folder / name
    file.write_text(json.dumps({**CASE, **changes}, ensure_ascii=False), encoding="utf-8")
    return str(file)


def test_one_case_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One document with the result; nothing on stderr."""
    assert yidi("estimate", "--json", write(tmp_path)) == 0
    printed = capsys.readouterr()
    result = json.loads(printed.out)["result"]
    assert (result["fund_total"], result["cash"], result["actual_ratio"]) == ("9000.00", "1000.00", "0.9000")
    assert printed.err == ""


def test_the_keys_of_the_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every key that is promised, amounts as decimal strings, figures with what stands behind them."""
    yidi("estimate", "--json", write(tmp_path))
    result = json.loads(capsys.readouterr().out)["result"]
    assert set(result) == {
        *("total", "out_of_catalogue", "over_limit", "prior_self_pay", "elsewhere_first_pay", "eligible", "deductible"),
        *("basic_fund", "supplement_fund", "critical_fund", "assistance_fund", "fund_total", "personal_account"),
        *("cash", "personal_total", "actual_ratio", "range", "trace", "figures", "gaps", "warnings", "year_to_date"),
        "narrowing",
    }
    assert result["range"] == {"low": "9000.00", "likely": "9000.00", "high": "9000.00"}
    assert result["year_to_date"]["above_deductible"] == "9000.00"
    ratio = result["figures"]["ratio"]
    assert {key: ratio[key] for key in ("evidence", "source", "valid_from")} == {
        "evidence": "yours",
        "source": None,
        "valid_from": None,
    }
    assert {"text", "amount", "evidence", "source"} <= set(result["trace"][0])


def test_several_cases_give_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order of the files, one object per line."""
    files = [write(tmp_path, f"{total}.json", bill={"total": total}) for total in (3000, 2000)]
    assert yidi("estimate", "--json", *files) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["result"]["total"] for line in lines] == ["3000.00", "2000.00"]


def test_a_bad_case_among_good_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The good ones are answered, the bad one costs a line with its name, and the exit code says so."""
    files = [write(tmp_path, "bad.json", bill={"total": -1}), write(tmp_path)]
    assert yidi("estimate", "--json", *files) == 2
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert printed.err.splitlines() == [
        "bad.json: bill.total: “-1” is negative; an amount is at least 0.",
    ]


def test_episodes_give_results(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list under `results`, in order of date."""
    document = {key: value for key, value in CASE.items() if key not in {"care", "bill"}}
    days = ("2026-03-02", "2026-03-01")
    document["episodes"] = [
        {"care": {"kind": "inpatient", "date": day}, "bill": {"total": number}} for number, day in enumerate(days, 1)
    ]
    file = tmp_path / "year.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    assert yidi("estimate", "--json", str(file)) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert [result["total"] for result in results] == ["2.00", "1.00"]


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "大约能报 ¥9,000.00"), ("en", "About ¥9,000.00 comes back")])
def test_the_answer_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, words: str) -> None:
    """In the language asked for, before or after the command, with every line of the sum."""
    assert yidi("estimate", "--lang", language, write(tmp_path)) == 0
    text = capsys.readouterr().out
    assert text.startswith(words)
    assert "¥9,000.00 × 100% = ¥9,000.00" in text
    assert yidi("--lang", language, "estimate", write(tmp_path)) == 0
    assert capsys.readouterr().out == text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["estimat"], "There is no command “estimat”"),
        (["estimate"], "Something is missing: CASE"),
        (["estimate", "--jsn", "x"], "There is no option “--jsn”"),
        (["estimate", "nobody.json"], "nobody.json cannot be opened"),
        (["--lang", "fr", "estimate"], "fr"),
        (["desktop-entry", "instal"], "There is no command “instal”"),
    ],
)
def test_a_wrong_command_costs_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    """Exit code 2, one line on stderr, nothing on stdout."""
    assert yidi(*arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert sentence in printed.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["estimat"], "没有“estimat”这个命令，可以用："),
        (["rules", "chek"], "没有“chek”这个命令，可以用：build、check、show、coverage、diff。"),
        ([], "yidi 后面还要写命令："),
        (["estimate"], "还要写：CASE...。可以看 yidi estimate --help。"),
        (["rules", "diff", "一"], "还要写：B。可以看 yidi rules diff --help。"),
        (["regions", "太原", "大同"], "“大同”是多写的，可以看 yidi regions --help。"),
        (["rules", "check", "data", "more"], "“data more”是多写的，可以看 yidi rules check --help。"),
        (["regions", "太原", "--jsn"], "没有“--jsn”这个选项，可以看 yidi regions --help。"),
        (["regions", "太原", "--json=yes"], "--json 后面不用写值。"),
        (["regions", "--help=yes"], "--help 后面不用写值。"),
        (["summary", "case.yaml", "-o"], "还要写：-o。可以看 yidi summary --help。"),
        (["batch", "cases.csv"], "还要写：-o。可以看 yidi batch --help。"),
        (["rules", "show", "太原", "--scheme", "both"], "--scheme：“both”不在可选范围内，可以写：employee、resident。"),
        (["rules", "show", "太原", "--date", "today"], "--date：“today”不是日期，请写成 2026-11-21 这样。"),
    ],
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_wrong_command_is_said_in_chinese(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str, place: str
) -> None:
    """One sentence without a word of English but what was typed or is to be typed, wherever `--lang` stands."""
    language = ["--lang", "zh_CN"]
    whole = [*language, *arguments] if place == "first" else [*arguments, *language]
    if place == "last" and arguments[-1:] == ["-o"]:
        whole = [*arguments[:-1], *language, "-o"]
    assert yidi(*whole) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    [line] = printed.err.splitlines()
    assert line.startswith(sentence)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh_CN"),
        ({"LANG": "C"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
    ],
)
def test_the_language_of_the_locale(environment: dict[str, str], language: str) -> None:
    """English where the locale says so, else Chinese."""
    assert language_of_locale(environment) == language


def test_help_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` prints what there is and leaves with 0."""
    assert yidi("--help") == 0
    assert "estimate" in capsys.readouterr().out


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A run of the real program, away from the checkout and without a screen, as `start.sh` starts it."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL"}
    kept = {key: value for key, value in os.environ.items() if key not in hidden}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd="/",
        env={**kept, "LC_CTYPE": "C.UTF-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_program_runs_from_any_folder(tmp_path: Path) -> None:
    """`python -m desktop_app estimate --json FILE`, also where the console knows no Chinese."""
    done = python("-m", "desktop_app", "estimate", "--json", write(tmp_path), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert json.loads(done.stdout)["result"]["fund_total"] == "9000.00"


def test_a_case_of_its_own_figures_leaves_the_rulebook_shut(tmp_path: Path) -> None:
    """Without a region nothing of SQLAlchemy is even imported."""
    code = (
        "import sys\nfrom datetime import date\nfrom desktop_app.cli import run\n"
        f"code = run(['estimate', '--json', {write(tmp_path)!r}], date.today)\n"
        "sys.exit(code or 'sqlalchemy' in sys.modules or 'yaml' in sys.modules)"
    )
    assert python("-c", code).returncode == 0


def test_without_a_screen_the_window_says_so() -> None:
    """No arguments, no screen: one sentence, no traceback."""
    done = python("-m", "desktop_app", LANG="en_US.UTF-8", LC_MESSAGES="en_US.UTF-8")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "There is no screen to show the window on; use the command line, for example yidi plan case.yaml."
    ]


def test_a_launcher_goes_into_the_menu_and_out_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`desktop-entry install` and `remove` say what they did."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert yidi("desktop-entry", "install") == 0
    assert "yidi.desktop" in capsys.readouterr().out
    assert yidi("desktop-entry", "remove") == 0
    assert not list((tmp_path / "applications").glob("*.desktop"))
