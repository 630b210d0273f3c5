"""What every test gets: no network, a place of its own for records, and a screen.

Qt draws off screen unless the person running the tests chose otherwise; a test that needs a real
window system asks for `virtual_screen` and starts the program there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from desktop_app.storage.rule_pack import RulePack

FACTS = Path(__file__).resolve().parent.parent / "data"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class NetworkUsedError(RuntimeError):
    """Something in the suite tried to reach the network."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Lets local sockets (a file name) through and nothing with a host in it."""
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request"}:
        raise NetworkUsedError(f"{event} {arguments!r}: the suite works without a network")
    if event in {"socket.connect", "socket.bind", "socket.sendto"} and isinstance(arguments[1], tuple):
        raise NetworkUsedError(f"{event} {arguments[1]!r}: the suite works without a network")


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def _own_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps every test away from the records of whoever runs the suite."""
    monkeypatch.setenv("YIDI_DATA_DIR", str(tmp_path / "yidi-data"))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    # Without one of its own, readable by nobody else, Qt warns where a session has none.
    runtime = tmp_path / "xdg_runtime_dir"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))


@pytest.fixture(scope="session")
def virtual_screen() -> Iterator[str]:
    """The DISPLAY of an Xvfb of this run's own (1280 × 1024), gone when the run ends."""
    server = shutil.which("Xvfb")
    assert server, "Xvfb is missing; ./test.sh installs it"
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeats the checks of ./test.sh that failed before pytest ran, so that its summary says it all."""
    failed = os.environ.get("YIDI_FAILED_CHECKS")
    if failed:
        terminalreporter.section("checks that failed before these tests", red=True)
        terminalreporter.line(failed.replace(",", "\n"))


@pytest.fixture(scope="session")
def pack_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rule pack, compiled from this checkout's facts once per run."""
    from desktop_app.storage.compile_pack import build

    pack = tmp_path_factory.mktemp("pack") / "rules.sqlite"
    build(FACTS, pack)
    return pack


@pytest.fixture(scope="session")
def rulebook(pack_file: Path) -> Iterator[RulePack]:
    """The rulebook as the program opens it."""
    from desktop_app.storage.rule_pack import RulePack

    with RulePack.open(pack_file) as pack:
        yield pack
