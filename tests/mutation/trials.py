"""Tries changes one after another on a copy of the checkout: each in its own process, with the tests that reach it.

A first run notes which tests run which lines. A change inside a function is then made in a fork of a pytest that has
already collected its tests; one that happens at import, in a fork that has not imported the program yet.
"""

import gc
import json
import os
import resource
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from tests.mutation.changes import Change
from tests.mutation.planting import Functions, living_functions, plant, replant

PACKAGE = "desktop_app"
MEMORY = 6 * 1024**3
"""Bytes a trial may take: a loop that no longer ends fills memory sooner than time."""
SECONDS = 20.0
"""Every trial gets these, and twice what its tests took in the first run, where they were watched."""
SLOW = 20.0
"""Tests that took longer in the first run are left out: a survivor would run them all."""
OFTEN = 500
"""Calls of a function in one test after which it is no longer watched: tests of random cases would take minutes."""
EVERY = ["-q", "-s", "-p", "no:cacheprovider", "-p", "no:randomly"]
NEEDS_IMPORT = 42
"""The exit status of a fork in which the changed function could not be given its new code."""
VERDICTS = {0: "survived", NEEDS_IMPORT: "import"}


@dataclass(frozen=True, slots=True)
class Trial:
    """One change of one module."""

    module: str  # desktop_app.domain.money
    file: str  # desktop_app/domain/money.py
    change: Change

    @property
    def name(self) -> str:
        """What it is called in results and in survivors.toml."""
        return f"{self.file.removeprefix(PACKAGE + '/')} · {self.change.name}"


@dataclass(slots=True)
class Reached:
    """What the first run found: each test's lines and seconds."""

    lines: dict[str, dict[str, set[int]]] = field(default_factory=dict)  # test → file → lines
    seconds: dict[str, float] = field(default_factory=dict)

    def tests_of(self, trial: Trial) -> list[str]:
        """The tests that run the changed statement (at import, anything of its module), near and quick ones first."""
        found = []
        for test, files in self.lines.items():
            lines = files.get(trial.file, set())
            if not lines.isdisjoint(trial.change.lines) if trial.change.when_called else lines:
                found.append(test)
        if not found and not trial.change.when_called:
            found = list(self.lines)
        near = (f"tests/{Path(trial.file).relative_to(PACKAGE).parent}/", "tests/second/")
        fast = (test for test in found if self.seconds[test] <= SLOW)
        return sorted(fast, key=lambda test: (not test.startswith(near), self.seconds[test]))

    def limit(self, tests: list[str]) -> float:
        """Seconds after which a trial counts as one that does not end."""
        return SECONDS + 2 * sum(self.seconds[test] for test in tests)


def first_run(tests: list[str], files: set[str], pack: Path, kept: Path) -> Reached:
    """Runs every test once on the unchanged program and notes what it reaches; once for the same checkout."""
    if not kept.exists():
        _wait(_forked(lambda: _pytest(tests, _Watch(files, kept), pack, "--maxfail=1000")))
    told = json.loads(kept.read_text(encoding="utf-8"))
    for test in told["failed"]:
        print(f"left out, fails before anything is changed: {test}")
    lines = {
        test: {file: set(at) for file, at in of.items()}
        for test, of in told["lines"].items()
        if test not in told["failed"]
    }
    return Reached(lines, told["seconds"])


def run_trials(trials: list[Trial], reached: Reached, pack: Path, jobs: int) -> Iterator[tuple[Trial, str]]:
    """Tries every change; yields it with killed, survived, endless or unreached."""
    called = [trial for trial in trials if trial.change.when_called]
    imported = [trial for trial in trials if not trial.change.when_called]
    reading, writing = os.pipe()
    child = _forked(lambda: _pytest(sorted(reached.lines), _Fork(called, reached, jobs, writing), pack))
    os.close(writing)
    by_name = {trial.name: trial for trial in trials}
    again: list[Trial] = []
    with os.fdopen(reading, encoding="utf-8") as told:
        for line in told:
            name, _, verdict = line.rstrip("\n").rpartition("\t")
            if verdict in {"import", "unreached"}:  # what runs at import only is watched by nobody
                trial = by_name[name]
                again.append(replace(trial, change=replace(trial.change, when_called=False)))
            else:
                yield by_name[name], verdict
    _wait(child)

    def alone(trial: Trial) -> Callable[[], int]:
        def run() -> int:
            plant(trial.module, Path(trial.file), trial.change)
            return _pytest(reached.tests_of(trial), None, pack)

        return run

    yield from _side_by_side([(trial, alone(trial)) for trial in imported + again], reached, jobs)


def _side_by_side(
    work: list[tuple[Trial, Callable[[], int]]], reached: Reached, jobs: int
) -> Iterator[tuple[Trial, str]]:
    """Forks for each piece of work, `jobs` at a time, and tells how each ended."""
    waiting, running = list(reversed(work)), dict[int, tuple[Trial, float]]()
    while waiting or running:
        while waiting and len(running) < jobs:
            trial, run = waiting.pop()
            tests = reached.tests_of(trial)
            if tests:
                running[_forked(run)] = trial, time.monotonic() + reached.limit(tests)
            else:
                yield trial, "unreached"
        time.sleep(0.01)
        for child, (trial, end) in list(running.items()):
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                yield trial, VERDICTS.get(os.waitstatus_to_exitcode(status), "killed")
            elif time.monotonic() > end:
                os.killpg(child, signal.SIGKILL)
                os.waitpid(child, 0)
                yield trial, "endless"
            else:
                continue
            del running[child]


def _forked(run: Callable[[], int]) -> int:
    """Starts `run` in a silent process of its own; its number is the process's exit status."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 70
    try:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        silent = os.open(os.environ.get("YIDI_TRIAL_LOG", os.devnull), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        status = run()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _pytest(tests: list[str], plugin: object | None, pack: Path, failures: str = "-x") -> int:
    """Runs tests in this process, on a pack that is already compiled; stops at the first failure."""
    plugins: list[object] = [_Compiled(pack)]
    return int(pytest.main([*EVERY, failures, *tests], plugins + ([plugin] if plugin else [])))


class _Compiled:
    """Spares every trial the compiling of the rule pack: the copy compiled at the start serves for all."""

    def __init__(self, pack: Path) -> None:
        self._pack = pack

    def pytest_configure(self) -> None:
        """The same random cases in every trial; the first that fails is enough, however large."""
        from hypothesis import Phase, settings

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("trial", database=None, derandomize=True, deadline=None, phases=phases)
        settings.load_profile("trial")

    def pytest_collection_finish(self) -> None:
        """Puts a plain copy in the compiler's place."""
        from desktop_app.storage import compile_pack

        def copied(_facts: Path, target: Path) -> None:
            shutil.copy(self._pack, target)

        compile_pack.__dict__["build"] = copied


class _Watch:
    """Notes which lines of some files each test runs, and for how long."""

    def __init__(self, files: set[str], kept: Path) -> None:
        self._files = {str(Path(file).resolve()): file for file in files}
        self._kept = kept
        self._lines: dict[str, dict[str, set[int]]] = {}
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Watches one test."""
        lines: dict[str, set[int]] = {}
        often: Counter[CodeType] = Counter()
        files = self._files

        def line(frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401 -- sys.settrace asks for it
            if event == "line":
                lines[files[frame.f_code.co_filename]].add(frame.f_lineno)
            return line

        def call(frame: FrameType, _event: str, _argument: object) -> Any:  # noqa: ANN401 -- sys.settrace asks for it
            code = frame.f_code
            file = files.get(code.co_filename)
            if file is None or code.co_name == "<module>" or often[code] > OFTEN:
                return None
            often[code] += 1
            lines.setdefault(file, set()).add(frame.f_lineno)
            return line

        start = time.monotonic()
        sys.settrace(call)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            self._seconds[item.nodeid] = time.monotonic() - start
            self._lines[item.nodeid] = lines

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keeps in mind what fails already."""
        if report.failed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Writes down what was seen."""
        lines = {test: {file: sorted(at) for file, at in of.items()} for test, of in self._lines.items()}
        told = {"lines": lines, "seconds": self._seconds, "failed": sorted(self._failed)}
        self._kept.write_text(json.dumps(told), encoding="utf-8")


class _Fork:
    """Instead of running the collected tests once: for each change, forks and runs those that reach it."""

    def __init__(self, trials: list[Trial], reached: Reached, jobs: int, pipe: int) -> None:
        self._trials, self._reached, self._jobs, self._pipe = trials, reached, jobs, pipe

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tells each verdict through the pipe."""
        items = {item.nodeid: item for item in session.items}
        functions = living_functions(PACKAGE)
        gc.freeze()  # what is never collected is never copied into the forks
        work = [(trial, self._run(trial, session, items, functions)) for trial in self._trials]
        for trial, verdict in _side_by_side(work, self._reached, self._jobs):
            os.write(self._pipe, f"{trial.name}\t{verdict}\n".encode())
        return True

    def _run(
        self, trial: Trial, session: pytest.Session, items: dict[str, pytest.Item], functions: Functions
    ) -> Callable[[], int]:
        def run() -> int:
            if not replant(trial.module, Path(trial.file).read_text(encoding="utf-8"), trial.change, functions):
                return NEEDS_IMPORT
            chosen = [items[test] for test in self._reached.tests_of(trial)]
            for item, following in zip(chosen, [*chosen[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if session.testsfailed:
                    return 1
            return 0

        return run
