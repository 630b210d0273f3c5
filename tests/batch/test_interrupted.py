"""Killed, stopped, cut off or out of room: the output is whole lines, and resuming gives the uninterrupted one."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.batch.tables import ROOT, batch_process, many_rows, read_table, write_table, yidi_batch

ROWS: Final = 3000
PATIENCE: Final = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits as POSIX has them")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some thousand rows of every sort."""
    return write_table(tmp_path_factory.mktemp("many") / "cases.csv", many_rows(ROWS))


@pytest.fixture(scope="module")
def whole(table: Path) -> bytes:
    """The output nobody interrupted."""
    assert yidi_batch(table, "-o", table.with_name("whole.csv")) == 0
    return table.with_name("whole.csv").read_bytes()


def wait_until(happened: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    """Waits until something has happened or the process has ended."""
    end = time.monotonic() + PATIENCE
    while not happened() and process.poll() is None:
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.002)


def grown(out: Path, size: int) -> bool:
    """Whether an output has come to this size."""
    return out.exists() and out.stat().st_size >= size


def test_the_uninterrupted_output(whole: bytes, table: Path) -> None:
    """Every row once and in order, one in five refused."""
    rows = read_table(table.with_name("whole.csv"))
    assert [row["row"] for row in rows] == [str(number) for number in range(1, ROWS + 1)]
    assert sum(bool(row["error"]) for row in rows) == ROWS // 5
    assert whole.count(b"\r\n") == ROWS + 1


@pytest.mark.parametrize("share", [0.0, 0.1, 0.35, 0.6, 0.85])
def test_killed_and_resumed(table: Path, whole: bytes, tmp_path: Path, share: float) -> None:
    """Killed without warning at any point: resuming gives the same bytes as never having been killed."""
    out = tmp_path / "out.csv"
    process = batch_process(table, "-o", out)
    wait_until(lambda: grown(out, int(share * len(whole))), process)
    process.kill()
    process.communicate()
    assert yidi_batch(table, "-o", out, "--resume") == 0
    assert out.read_bytes() == whole


def test_cut_off_anywhere(table: Path, whole: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At every sort of place: in the first line, in a character, in a cell of two lines, after a row, at the end."""
    short = write_table(tmp_path / "few.csv", many_rows(12))
    out = tmp_path / "out.csv"
    assert yidi_batch(short, "-o", out) == 0
    full = out.read_bytes()
    said = capsys.readouterr()
    draw = random.Random(2026)
    for length in {0, 1, 2, 3, 20, len(full) - 1, len(full), *(draw.randrange(len(full)) for _ in range(120))}:
        out.write_bytes(full[:length])
        assert yidi_batch(short, "-o", out, "--resume") == 0
        assert out.read_bytes() == full, length
        assert capsys.readouterr() == said, length
    out.write_bytes(whole[: len(whole) // 3])
    assert yidi_batch(table, "-o", out, "--resume") == 0
    assert out.read_bytes() == whole


def test_control_c(table: Path, whole: bytes, tmp_path: Path) -> None:
    """Whole lines, exit code 130, and one sentence that says how to go on."""
    out = tmp_path / "out.csv"
    process = batch_process(table, "-o", out)
    wait_until(lambda: grown(out, len(whole) // 10), process)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    kept = out.read_bytes()
    assert kept == whole[: len(kept)]
    assert kept.endswith(b"\r\n")
    rows = len(read_table(out))
    assert 0 < rows < ROWS
    assert said == f"Stopped. {out} holds {rows} whole rows; run it again with --resume to go on from there.\n"
    assert yidi_batch(table, "-o", out, "--resume") == 0
    assert out.read_bytes() == whole


def test_control_c_with_several_processes(table: Path, whole: bytes, tmp_path: Path) -> None:
    """The same where others help: no traceback of theirs, no process left behind."""
    out = tmp_path / "out.csv"
    process = batch_process(table, "-o", out, "--jobs", "2")
    wait_until(lambda: grown(out, len(whole) // 10), process)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert said.startswith("Stopped. ")
    assert said.count("\n") == 1
    assert yidi_batch(table, "-o", out, "--resume") == 0
    assert out.read_bytes() == whole


def test_no_room_left(table: Path, whole: bytes, tmp_path: Path) -> None:
    """Said in one sentence; the rows that found room are whole, and with room again it goes on."""
    out = tmp_path / "out.csv"
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000));"
        "from desktop_app.app import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "batch", str(table), "-o", str(out), "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        f"There is no room left to write {out}. Its rows are whole; make room and run it again with --resume.\n"
    )
    kept = out.read_bytes()
    assert kept == whole[: len(kept)]
    assert kept.endswith(b"\r\n")
    assert yidi_batch(table, "-o", out, "--resume") == 0
    assert out.read_bytes() == whole


@pytest.mark.parametrize("jobs", ["2", "0"])
def test_several_processes_give_the_same(table: Path, whole: bytes, tmp_path: Path, jobs: str) -> None:
    """The order of the rows is kept, byte for byte."""
    process = batch_process(table, "-o", tmp_path / "out.csv", "--jobs", jobs)
    printed, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (0, "600 of 3000 rows have no result; the column error says why.\n")
    assert printed.startswith("3000 rows written")
    assert (tmp_path / "out.csv").read_bytes() == whole


def test_only_the_same_work_is_resumed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another table, another row, fewer rows: refused, and the output stays as it is."""
    rows = many_rows(30)
    out = tmp_path / "out.csv"
    assert yidi_batch(write_table(tmp_path / "cases.csv", rows), "-o", out) == 0
    kept = out.read_bytes()[:-300]
    out.write_bytes(kept)
    capsys.readouterr()

    def refused(cases: Path) -> str:
        assert yidi_batch(cases, "-o", out, "--resume") == 2
        assert out.read_bytes() == kept
        return capsys.readouterr().err

    other_head = write_table(tmp_path / "other.csv", [{"名": "x", **row} for row in rows])
    assert "does not fit this input" in refused(other_head)
    changed = [*rows[:7], {**rows[7], "bill.total": "1"}, *rows[8:]]
    assert refused(write_table(tmp_path / "other.csv", changed)).startswith(f"Row 8 of {out} does not fit")
    assert refused(write_table(tmp_path / "other.csv", rows[:9])).startswith(f"Row 10 of {out} does not fit")


def test_an_answer_that_would_differ_is_not_resumed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last row is done again: in another language, or after the rulebook has changed, it comes out differently."""
    table, out = write_table(tmp_path / "cases.csv", many_rows(4)), tmp_path / "out.csv"
    assert yidi_batch(table, "-o", out) == 0
    kept = out.read_bytes()
    capsys.readouterr()
    assert yidi_batch(table, "-o", out, "--resume", language="zh_CN") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert out.read_bytes() == kept


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc says how much memory was used at most")
def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """Ten times the rows take no more than a tenth more memory, once what is kept has filled up."""
    measured = (
        "import sys, re; from desktop_app.cli import run; import datetime;"
        "run(sys.argv[1:], lambda: datetime.date(2026, 11, 21));"
        "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
    )

    def peak(count: int) -> int:
        table = write_table(tmp_path / f"{count}.csv", many_rows(count))
        command = [sys.executable, "-c", measured, "batch", str(table), "-o", str(table) + ".out"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
        return int(done.stdout.split()[-1])

    assert peak(20_000) < 1.1 * peak(2_000)
