"""Which tests run which lines: noted once on the unchanged program, and again only for what has changed since."""

import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from tests.mutation.changes import Trial

SECONDS = 20.0
"""Every trial gets these, and twice what its tests took in the first run, where they were watched: seconds of work, so
that a busy machine makes nothing look endless."""
SLOW = 20.0
"""Seconds a test took in the first run from which on it is tried after all others only."""
CIRCLE = 20.0
"""Seconds of the wider circle that a change is tried on, the quickest tests first: all of it would take minutes."""
OFTEN = 500
"""Calls of a function in one test after which it is no longer watched: tests of random cases would take minutes."""


@dataclass(slots=True)
class Seen:
    """One test as it was in the first run."""

    seconds: float
    lines: dict[str, set[int]]  # by file
    failed: bool = False
    texts: dict[str, str] = field(default_factory=dict)  # what it rests on: its own file and those it reached


@dataclass(slots=True)
class Reached:
    """What the first run found, test by test; `left_out` fail on the unchanged program too.

    `seconds` is how much of the tests each change is tried on; None is all that concern it.
    """

    tests: dict[str, Seen] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    seconds: float | None = None

    def tests_of(self, trial: Trial) -> list[str]:
        """The tests that run the changed statement, near and quick ones first; then the wider circle.

        A change that happens at import concerns whoever runs anything of its module; all tests, where nothing does.
        The wider circle: whatever runs another line of the same function (a test of random cases is not watched to
        its end), and the other tests of the same files (they share what a fixture made once for all of them).
        """
        at_it = [test for test, seen in self.tests.items() if _runs(seen, trial, trial.change.lines)]
        if not at_it and not trial.change.when_called:
            at_it = list(self.tests)
        around = [test for test, seen in self.tests.items() if _runs(seen, trial, trial.change.around)]
        files = {file_of(test) for test in [*at_it, *around]}
        circle = set(around).union(test for test in self.tests if file_of(test) in files).difference(at_it)
        return self._within([*self._in_order(at_it, trial), *self._some(self._in_order(circle, trial), CIRCLE)])

    def _within(self, tests: list[str]) -> list[str]:
        """So many of the tests as the time for one change allows, at least one."""
        return tests if self.seconds is None else (self._some(tests, self.seconds) or tests[:1])

    def _in_order(self, tests: Iterable[str], trial: Trial) -> list[str]:
        """Near and quick ones first, slow ones last."""
        near = (*_folders_beside(trial.file), "tests/second/")
        took = {test: self.tests[test].seconds for test in tests}
        return sorted(took, key=lambda test: (took[test] > SLOW, not test.startswith(near), took[test]))

    def _some(self, tests: Iterable[str], seconds: float) -> list[str]:
        """The first of them, as many as take so many seconds together."""
        some = []
        for test in tests:
            seconds -= self.tests[test].seconds
            if seconds < 0:
                break
            some.append(test)
        return some

    def limit(self, tests: Iterable[str]) -> int:
        """Seconds of work after which a trial counts as one that does not end."""
        return ceil(SECONDS + 2 * sum(self.tests[test].seconds for test in tests))


def file_of(test: str) -> str:
    """The file a test stands in."""
    return test.partition("::")[0]


def _runs(seen: Seen, trial: Trial, lines: range) -> bool:
    there = seen.lines.get(trial.file, set())
    return not there.isdisjoint(lines) if trial.change.when_called else bool(there)


def _folders_beside(file: str) -> tuple[str, str]:
    """tests/rules/compare/ and tests/rules/test_compare for desktop_app/rules/compare/spans.py."""
    folder = Path("tests", *Path(file).parts[1:-1])
    return f"{folder}/", str(folder.with_name(f"test_{folder.name}"))


# --- the first run --------------------------------------------------------------------------------------------------


class Texts:
    """Short hashes of files, each read once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __getitem__(self, file: str) -> str:
        if file not in self._known:
            path = Path(file)
            self._known[file] = hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path.is_file() else "none"
        return self._known[file]

    def of_all(self, files: Iterable[str]) -> str:
        """One hash for several files."""
        return hashlib.sha256("".join(self[file] for file in files).encode()).hexdigest()[:16]


def still_true(kept: Path, texts: Texts, *, with_failed: bool = False) -> dict[str, Seen]:
    """What an earlier run saw and nothing that it rests on has changed since."""
    if not kept.exists():
        return {}
    told = json.loads(kept.read_text(encoding="utf-8"))
    seen = {
        test: Seen(
            seconds=one["seconds"],
            lines={file: set(at) for file, at in one["lines"].items()},
            failed=one["failed"],
            texts=one["texts"],
        )
        for test, one in told.items()
    }
    return {
        test: one
        for test, one in seen.items()
        if (with_failed or not one.failed) and all(texts[file] == text for file, text in one.texts.items())
    }


class Watch:
    """Notes which lines of some files each test runs, and for how long."""

    def __init__(self, files: set[str], known: dict[str, Seen], texts: Texts, kept: Path) -> None:
        self._files = {str(Path(file).resolve()): file for file in files}
        self._known, self._texts, self._kept = known, texts, kept
        self._seen: dict[str, Seen] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Only what is not known yet."""
        self._seen = {item.nodeid: self._known[item.nodeid] for item in items if item.nodeid in self._known}
        items[:] = [item for item in items if item.nodeid not in self._known]

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

        seen = self._seen[item.nodeid] = Seen(0.0, lines)
        start = time.process_time()
        sys.settrace(call)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            seen.seconds = time.process_time() - start
            seen.texts = {file: self._texts[file] for file in (file_of(item.nodeid), *sorted(lines))}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keeps in mind what fails already."""
        if report.failed:
            self._seen[report.nodeid].failed = True

    def pytest_sessionfinish(self) -> None:
        """Writes down what was seen."""
        told = {
            test: {
                "seconds": seen.seconds,
                "lines": {file: sorted(at) for file, at in seen.lines.items()},
                "failed": seen.failed,
                "texts": seen.texts,
            }
            for test, seen in self._seen.items()
        }
        self._kept.write_text(json.dumps(told), encoding="utf-8")
