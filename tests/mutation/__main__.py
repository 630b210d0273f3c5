"""Changes one thing at a time in the rules and the domain, and says which changes no test notices.

python -m tests.mutation                          everything (hours on one core); stopped and started again, it goes on
python -m tests.mutation rules/estimate           some of it: files or folders below desktop_app
python -m tests.mutation --sample 300 --seed 7    so many, drawn by lot
python -m tests.mutation --jobs 2                 as many at a time
python -m tests.mutation rules/year --tests tests/rules/year      only what these tests catch: minutes instead of hours
python -m tests.mutation --sample 300 --seconds 20                the quickest tests of each change only: what is
                                                                  caught so is caught, and more may be

Ends with 0 where at least nine in ten changes are caught. What no test can catch stands in survivors.toml with the
reason. The work is done on a copy of the checkout; nothing here is touched. A change is tried first on the tests that
run its line, then on those that run another line of the same function and on their neighbours: only what all of these
let through survives. A test that catches a change must pass without it.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.mutation.changes import Trial, changes, enumerations
from tests.mutation.reach import Texts
from tests.mutation.trials import PACKAGE, first_run, run_trials

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDERS = ("rules/estimate", "domain", "rules")
TESTS = (
    *("tests/domain", "tests/rules", "tests/examples", "tests/second", "tests/seeds", "tests/interview"),
    *("tests/render/test_estimate_json.py", "tests/render/test_plan_json.py", "tests/render/test_summary.py"),
    *("tests/render/test_ways.py", "tests/render/test_words.py", "tests/render/test_year.py", "tests/render/views"),
    *("tests/services/test_changed.py", "tests/services/test_slip_command.py", "tests/services/test_year_command.py"),
    "tests/batch/test_amounts.py",
)
"""What asks the rules anything and draws no window."""
CAUGHT = frozenset({"killed", "endless"})
ENOUGH = 0.9
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "*cache__", ".*_cache", ".hypothesis", "dist", "build", "artefacts"
)


def main() -> None:
    """Copies the checkout and tries the changes there."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="*", default=FOLDERS, help="files or folders below desktop_app")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="files or folders of tests")
    parser.add_argument("--seconds", type=float, help="how many seconds of tests each change is tried on")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--sample", type=int, help="so many of the changes, drawn by lot")
    parser.add_argument("--seed", type=int, default=1, help="the lot")
    parser.add_argument("--list", action="store_true", help="say what would be changed, and stop")
    parser.add_argument("--report", action="store_true", help="say what is known so far, and stop")
    parser.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "yidi-mutation.jsonl")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)  # the copy, once it is made
    wanted = parser.parse_args()
    if wanted.list or wanted.report or wanted.inside:
        _work(wanted)
        return
    with tempfile.TemporaryDirectory(prefix="yidi-mutation-") as folder:
        copy = Path(folder) / "checkout"
        shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
        command = [sys.executable, "-P", "-m", "tests.mutation", *sys.argv[1:], "--inside", folder]
        environment = {**os.environ, "PYTHONPATH": str(copy), "YIDI_SECOND_CASES": "150", "PYTHONHASHSEED": "0"}
        raise SystemExit(subprocess.run(command, cwd=copy, env=environment, check=False).returncode)


def _work(wanted: argparse.Namespace) -> None:
    os.chdir(ROOT)
    trials = _trials(wanted.paths)
    if wanted.sample:
        trials = random.Random(wanted.seed).sample(trials, min(wanted.sample, len(trials)))
    if wanted.list:
        print("\n".join(trial.name for trial in trials))
        return
    tests = f"{_tests_text(wanted.tests)} {wanted.seconds}"
    known = dict(_known(wanted.kept, trials, tests))
    if not wanted.report:
        open_ones = [trial for trial in trials if trial.name not in known]
        for trial, verdict in _tried(open_ones, wanted):
            known[trial.name] = verdict
            _keep(wanted.kept, trial, tests, verdict)
            print(f"{len(known):6} of {len(trials)}  {verdict:9}  {trial.name}", flush=True)
    raise SystemExit(_report(trials, known))


def _trials(paths: Iterable[str]) -> list[Trial]:
    """Every change below some paths, in their order."""
    files: dict[Path, None] = {}
    for path in paths:
        below = Path(PACKAGE) / path.removeprefix(f"{PACKAGE}/")
        files |= dict.fromkeys([below] if below.suffix else sorted(below.rglob("*.py")))
    sources = [
        file.read_text(encoding="utf-8") for part in ("domain", "rules") for file in Path(PACKAGE, part).rglob("*.py")
    ]
    members = enumerations(iter(sources))
    return [
        Trial(".".join(file.with_suffix("").parts), str(file), change)
        for file in files
        for change in changes(file.read_text(encoding="utf-8"), members)
    ]


def _rooms() -> set[str]:
    """The files of the two rooms whose tests are tried."""
    return {str(file) for part in ("domain", "rules") for file in Path(PACKAGE, part).rglob("*.py")}


def _tried(trials: list[Trial], wanted: argparse.Namespace) -> Iterator[tuple[Trial, str]]:
    """The verdicts, one by one."""
    folder, kept, jobs = wanted.inside, wanted.kept, wanted.jobs
    if not trials:
        return
    pack = folder / "rules.sqlite"
    subprocess.run([sys.executable, "-P", "-m", "desktop_app", "rules", "build", "-o", str(pack)], check=True)
    reached = first_run([test for test in wanted.tests if Path(test).exists()], _rooms(), pack, kept)
    reached.seconds = wanted.seconds
    seconds = sum(seen.seconds for seen in reached.tests.values())
    print(f"{len(reached.tests)} tests in {seconds:.0f} s; {len(trials)} changes to try", flush=True)
    yield from run_trials(trials, reached, pack, jobs)


# --- what is already known ------------------------------------------------------------------------------------------


_TEXTS = Texts()


def _keep(kept: Path, trial: Trial, tests: str, verdict: str) -> None:
    """Writes a verdict down with the text it was found on."""
    with kept.open("a", encoding="utf-8") as file:
        print(json.dumps([trial.name, _TEXTS[trial.file], tests, verdict]), file=file)


def _known(kept: Path, trials: list[Trial], now: str) -> Iterator[tuple[str, str]]:
    """Verdicts that still hold: killed on the same module, anything else on the same module and the same tests."""
    files = {trial.name: trial.file for trial in trials}
    for line in kept.read_text(encoding="utf-8").splitlines() if kept.exists() else ():
        name, module, tests, verdict = json.loads(line)
        if name in files and module == _TEXTS[files[name]] and (verdict in CAUGHT or tests == now):
            yield name, verdict


def _tests_text(tests: Iterable[str]) -> str:
    """One hash for everything in some files and folders of tests."""
    found = (file for test in tests for file in ([Path(test)] if Path(test).is_file() else Path(test).rglob("*.*")))
    return _TEXTS.of_all(sorted(str(file) for file in found if file.suffix != ".pyc"))


# --- the report -----------------------------------------------------------------------------------------------------


def _report(trials: list[Trial], known: dict[str, str]) -> int:
    """Prints a line for each module and every survivor; 0 where enough are caught."""
    explained = {
        entry["change"]: entry["reason"]
        for entry in tomllib.loads((HERE / "survivors.toml").read_text(encoding="utf-8")).get("survivor", [])
    }
    tried = [trial for trial in trials if trial.name in known]
    alive = [trial.name for trial in tried if known[trial.name] not in CAUGHT]
    print("\nSurvivors that nothing explains:")
    print("\n".join(f"  {known[name]:9}  {name}" for name in alive if name not in explained) or "  none")
    told = {trial.name for trial in tried} & set(explained) - set(alive)
    print("".join(f"caught after all, no longer to be explained: {name}\n" for name in sorted(told)))
    print(f"{'':48} changes  caught  survived  explained")
    total: Counter[str] = Counter()
    for file in dict.fromkeys(trial.file for trial in tried):
        counted: Counter[str] = Counter()
        for trial in tried:
            if trial.file == file:
                caught = known[trial.name] in CAUGHT
                counted.update(["changes", "caught" if caught else "survived"])
                counted["explained"] += not caught and trial.name in explained
        total += counted
        print(_row(file, counted))
    print(_row("all", total))
    share = total["caught"] / max(total["changes"], 1)
    print(f"{share:.1%} of {total['changes']} changes caught (of {len(trials)} there are)")
    return 0 if share >= ENOUGH else 1


def _row(name: str, counted: Counter[str]) -> str:
    counts = "  ".join(f"{counted[key]:{len(key)}}" for key in ("changes", "caught", "survived", "explained"))
    return f"{name:48} {counts}  {counted['caught'] / max(counted['changes'], 1):7.1%}"


if __name__ == "__main__":
    main()
