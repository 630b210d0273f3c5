"""The tool that changes the rules must itself be right: which changes it makes, and what it calls caught and alive."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.mutation.changes import changed, changes

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = '''
LIMIT = 3
def pay(amount, cap=None):
    """What is paid."""
    if cap is not None and amount > cap:
        raise ValueError(f"{amount + 1} is above {cap}")
    return min(amount * 2, LIMIT)
'''
NAMES = [
    "module: 3 → 4",
    "pay: cap is not None and amount > cap → cap is not None or amount > cap",
    "pay: cap is not None → cap is None",
    "pay: amount > cap → amount <= cap",
    "pay: amount > cap → amount >= cap",
    "pay: min(amount * 2, LIMIT) → max(amount * 2, LIMIT)",
    "pay: amount * 2 → amount // 2",
    "pay: 2 → 3",
]
DRIVER = """
import ast, json, sys
from dataclasses import replace
from pathlib import Path
from tests.mutation.changes import Trial, changes
from tests.mutation.trials import first_run, run_trials

file, folder, tests = sys.argv[1], Path(), ["test_planted.py"]
found = changes(Path(file).read_text(encoding="utf-8"), {})
def planted(change, after):
    return replace(change, instead=ast.parse(after, mode="eval").body, after=after)
called = next(each for each in found if each.where == "share_of")
silent = next(each for each in found if each.where == "yuan_text")
imported = next(each for each in found if not each.when_called)
made = {
    "wrong when called": planted(called, "1 / 0"),
    "the same when called": planted(called, called.before),
    "wrong at import": planted(imported, "1 / 0"),
    "the same at import": planted(imported, imported.before),
    "wrong where no test comes": planted(silent, "1 / 0"),
}
trials = {Trial("desktop_app.domain.money", file, change).name: name for name, change in made.items()}
reached = first_run(tests, {file}, folder / "no pack", folder / "kept.json")
todo = [Trial("desktop_app.domain.money", file, change) for change in made.values()]
print(json.dumps({trials[trial.name]: told for trial, told in run_trials(todo, reached, folder / "no pack", 1)}))
"""
TESTS = """
from fractions import Fraction
from desktop_app.domain.money import Rounding, share_of

def test_half_of_four():
    assert share_of(4, Fraction(1, 2), Rounding.DOWN) == 2

def test_that_fails_anyway():
    assert share_of(4, Fraction(1, 2), Rounding.DOWN) == 3
"""


def test_every_kind_of_change_is_made_once() -> None:
    """Figures, comparisons, boundaries, operators, conditions; nothing in docstrings, defaults of None and messages."""
    assert [change.name for change in changes(SOURCE, {})] == NAMES


def test_a_change_changes_what_it_says() -> None:
    """And nothing else: run, the changed module pays three times the amount, or takes the most for the least."""
    paid = []
    for change in changes(SOURCE, {})[-3:]:
        module: dict[str, object] = {}
        exec(compile(changed(SOURCE, change), "changed", "exec"), module)
        pay = module["pay"]
        assert callable(pay)
        paid.append(pay(1))
    assert paid == [3, 0, 3]  # max(1 × 2, 3); 1 // 2; min(1 × 3, 3)


def test_what_is_wrong_is_caught_and_what_is_the_same_survives(tmp_path: Path) -> None:
    """In functions and at import; a test that fails without any change catches nothing, and what nobody runs lives."""
    (tmp_path / "test_planted.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-P", "-c", DRIVER, str(ROOT / "desktop_app" / "domain" / "money.py")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(run.stdout.splitlines()[-1]) == {
        "wrong when called": "killed",
        "the same when called": "survived",
        "wrong at import": "killed",
        "the same at import": "survived",
        "wrong where no test comes": "survived",
    }
    assert "left out, fails before anything is changed" in run.stdout
