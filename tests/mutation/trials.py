"""Tries changes one after another on a copy of the checkout: each in its own process, with the tests that reach it.

A change inside a function is made in a fork of a pytest that has already collected its tests; one that happens at
import, in a fork that has not imported the program yet. A change is caught where a test fails that passes without it:
the first time a test catches anything, it is run alone on the unchanged program.
"""

import gc
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.mutation.changes import Trial
from tests.mutation.planting import Functions, living_functions, plant, replant
from tests.mutation.reach import Reached, Texts, Watch, file_of, still_true

PACKAGE = "desktop_app"
MEMORY = 6 * 1024**3
"""Bytes a trial may take: a loop that no longer ends fills memory sooner than time."""
EVERY = ["-q", "-s", "--tb=no", "-p", "no:cacheprovider", "-p", "no:randomly"]
PASSED, FAILED, NOT_COLLECTED, NOT_STARTED, NO_TESTS = 0, 1, 2, 4, 5
"""The exit statuses of pytest; 4 where a conftest.py cannot be imported any more."""
IDLE = 30
"""Times its seconds of work, by the clock, after which a trial waits for something that will never come."""
NEEDS_IMPORT = 42
"""The exit status of a fork in which the changed function could not be given its new code."""
VERDICTS = {
    PASSED: "survived",
    NO_TESTS: "survived",
    FAILED: "killed",
    NOT_COLLECTED: "killed",
    NOT_STARTED: "killed",
    NEEDS_IMPORT: "import",
    -signal.SIGXCPU: "endless",
}
"""Any other status says something about the trial and not about the tests: broken."""

Run = Callable[[Trial | None, list[str]], int]
"""Runs tests on the program with a change, or on the unchanged one; gives an exit status."""


def first_run(tests: list[str], files: set[str], pack: Path, kept: Path) -> Reached:
    """Runs every test once on the unchanged program and notes what it reaches; later only what has changed since."""
    texts = Texts()
    helpers = sorted(
        str(file)
        for test in tests
        for file in Path(test).rglob("*.*")
        if file.suffix != ".pyc" and not file.name.startswith("test_")
    )
    kept = kept.with_name(f"{kept.stem}-reached-{texts.of_all(helpers)}.json")
    known = still_true(kept, texts)
    _wait(_forked(lambda: _pytest(tests, [Watch(files, known, texts, kept)], pack, "--maxfail=1000")))
    seen = still_true(kept, texts, with_failed=True)
    for test, one in seen.items():
        if one.failed:
            print(f"left out, fails before anything is changed: {test}")
    failed = {test for test, one in seen.items() if one.failed}
    return Reached({test: one for test, one in seen.items() if test not in failed}, failed)


def run_trials(trials: list[Trial], reached: Reached, pack: Path, jobs: int) -> Iterator[tuple[Trial, str]]:
    """Tries every change; yields it with killed, survived, endless, unreached or broken."""
    called = [trial for trial in trials if trial.change.when_called]
    again: list[Trial] = [trial for trial in trials if not trial.change.when_called]
    if called:
        reading, writing = os.pipe()
        files = sorted({file_of(test) for test in reached.tests})
        child = _forked(lambda: _pytest(files, [_Fork(called, reached, jobs, writing)], pack))
        os.close(writing)
        by_name = {trial.name: trial for trial in called}
        with os.fdopen(reading, encoding="utf-8") as told:
            for line in told:
                name, _, verdict = line.rstrip("\n").rpartition("\t")
                if verdict in {"import", "unreached"}:  # what runs at import only is watched by nobody
                    trial = by_name[name]
                    again.append(replace(trial, change=replace(trial.change, when_called=False)))
                else:
                    yield by_name[name], verdict
        _wait(child)

    def alone(trial: Trial | None, tests: list[str]) -> int:
        if trial is not None:
            plant(trial.module, Path(trial.file), trial.change)
        files = list(dict.fromkeys(map(file_of, tests)))
        return _pytest(files, [_Chosen(tests, {*reached.tests, *reached.left_out}), _Killer()], pack)

    yield from _Bench(reached, jobs, alone).verdicts(again)


@dataclass(frozen=True, slots=True)
class _Running:
    trial: Trial
    end: float


class _Bench:
    """Forks for each trial, `jobs` at a time, and tells how each ended."""

    def __init__(self, reached: Reached, jobs: int, run: Run) -> None:
        self._reached, self._jobs, self._run = reached, jobs, run
        self._sound: set[str] = set()  # tests that were seen to pass here without any change
        self._waiting: list[Trial] = []
        self._running: dict[int, _Running] = {}

    def verdicts(self, trials: Iterable[Trial]) -> Iterator[tuple[Trial, str]]:
        """Every trial with its verdict."""
        self._waiting = list(reversed(list(trials)))
        while self._waiting or self._running:
            while self._waiting and len(self._running) < self._jobs:
                trial = self._waiting.pop()
                if not self._start(trial):
                    yield trial, "unreached"
            time.sleep(0.01)
            yield from self._ended()

    def _start(self, trial: Trial) -> bool:
        tests = self._reached.tests_of(trial)
        if tests:
            limit = self._reached.limit(tests)
            child = _forked(lambda: self._run(trial, tests), limit)
            self._running[child] = _Running(trial, time.monotonic() + IDLE * limit)
        return bool(tests)

    def _ended(self) -> Iterator[tuple[Trial, str]]:
        for child, running in list(self._running.items()):
            ended, status = os.waitpid(child, os.WNOHANG)
            if not ended and time.monotonic() <= running.end:
                continue
            del self._running[child]
            if not ended:
                os.killpg(child, signal.SIGKILL)
                os.waitpid(child, 0)
                yield running.trial, "broken"
            elif self._is_sound(_killer_of(child)):
                yield running.trial, VERDICTS.get(os.waitstatus_to_exitcode(status), "broken")
            else:
                self._waiting.append(running.trial)  # once more, without the test that fails anyway

    def _is_sound(self, killer: str) -> bool:
        """Whether what caught a change passes without it; if not, it is heard no more."""
        if not killer or killer in self._sound:
            return True
        if killer not in self._reached.tests:  # a case that is there only since the change: nothing to compare with
            return True
        if _wait(_forked(lambda: self._run(None, [killer]))) == PASSED:
            self._sound.add(killer)
            return True
        print(f"left out, fails without a change too: {killer}", file=sys.stderr)
        del self._reached.tests[killer]
        self._reached.left_out.add(killer)
        return False


def _forked(run: Callable[[], int], seconds: int | None = None) -> int:
    """Starts `run` in a silent process of its own, with so many seconds of work; its number is the exit status."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 70
    try:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if seconds is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
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


def _pytest(files: list[str], plugins: list[object], pack: Path, failures: str = "-x") -> int:
    """Runs tests in this process, on a pack that is already compiled; stops at the first failure."""
    return int(pytest.main([*EVERY, failures, *files], [_Compiled(pack), *plugins]))


# --- what is told to pytest -----------------------------------------------------------------------------------------


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
        """Puts a plain copy in the compiler's place; a program that cannot be imported is for the tests to find."""
        if not self._pack.exists():
            return
        try:
            from desktop_app.storage import compile_pack
        except Exception:
            return

        def copied(_facts: Path, target: Path) -> None:
            shutil.copy(self._pack, target)

        compile_pack.__dict__["build"] = copied


class _Chosen:
    """Runs the chosen tests of the files collected, in their order, and cases that were not there before."""

    def __init__(self, chosen: list[str], known: set[str]) -> None:
        self._order = {test: number for number, test in enumerate(chosen)}
        self._known = known

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leaves out what is known to have nothing to do with the change."""
        left = [item for item in items if item.nodeid in self._order or item.nodeid not in self._known]
        items[:] = sorted(left, key=lambda item: self._order.get(item.nodeid, len(self._order)))


class _Killer:
    """Writes down the first test that fails, where the process that waits for this one will look."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """The first failure is the last: the run stops there."""
        if report.failed:
            _note_of(os.getpid()).write_text(report.nodeid, encoding="utf-8")


def _note_of(process: int) -> Path:
    return Path(tempfile.gettempdir()) / f"yidi-trial-{process}.txt"


def _killer_of(process: int) -> str:
    """The test that failed in a process; empty where none did."""
    note = _note_of(process)
    if not note.exists():
        return ""
    killer = note.read_text(encoding="utf-8")
    note.unlink()
    return killer


class _Fork:
    """Instead of running the collected tests once: for each change, forks and runs those that reach it."""

    def __init__(self, trials: list[Trial], reached: Reached, jobs: int, pipe: int) -> None:
        self._trials, self._reached, self._jobs, self._pipe = trials, reached, jobs, pipe

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tells each verdict through the pipe."""
        session.config.pluginmanager.register(_Killer())
        items = {item.nodeid: item for item in session.items}
        functions = living_functions(PACKAGE)
        gc.freeze()  # what is never collected is never copied into the forks

        def run(trial: Trial | None, tests: list[str]) -> int:
            return _run(session, [items[test] for test in tests], trial, functions)

        for trial, verdict in _Bench(self._reached, self._jobs, run).verdicts(self._trials):
            os.write(self._pipe, f"{trial.name}\t{verdict}\n".encode())
        return True


def _run(session: pytest.Session, chosen: list[pytest.Item], trial: Trial | None, functions: Functions) -> int:
    """Makes the change in the living functions and runs the chosen tests to the first failure."""
    if trial is not None:
        source = Path(trial.file).read_text(encoding="utf-8")
        if not replant(trial.module, source, trial.change, functions):
            return NEEDS_IMPORT
    for item, following in zip(chosen, [*chosen[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return FAILED
    return PASSED
