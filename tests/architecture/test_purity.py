"""What keeps amounts exact, the start quick, and the suite to itself."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import desktop_app

PACKAGE = Path(desktop_app.__file__).parent
NO_MONEY = {
    *("render/charts/style.py", "render/pdf/file.py", "render/pdf/fonts.py", "render/pdf/paging.py"),  # millimetres
    *("render/pdf/painting.py", "render/pdf/svg_images.py"),
    *(
        "ui/search/overlay.py",
        "ui/widgets/check_row.py",
        "ui/widgets/choice_card.py",
        "ui/widgets/step_list.py",
    ),  # pixels
    "ui/widgets/two_lines.py",
    "services/find_area.py",  # how alike two names are
    *("storage/household.py", "storage/household_file.py"),  # seconds of patience with a file in use
}
"""The files that know fractions, none of which ever holds an amount."""
HEAVY = {"sqlalchemy", "jinja2", "pydantic", "yaml", "click", "PySide6", "alembic", "docx", "cryptography"}


def floats(file: Path) -> list[str]:
    """Where a file says `float`, or writes a number with a fraction."""
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Name | ast.Constant):
            continue
        named = isinstance(node, ast.Name) and node.id == "float"
        written = isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
        if named or written:
            found.append(f"{file.relative_to(PACKAGE)}:{node.lineno}")
    return found


def test_no_float_comes_near_money() -> None:
    """The program knows whole numbers and exact ratios, and fractions only of millimetres, pixels and seconds."""
    files = {file.relative_to(PACKAGE).as_posix(): file for file in PACKAGE.rglob("*.py")}
    assert set(files) > NO_MONEY
    assert [place for name, file in files.items() if name not in NO_MONEY for place in floats(file)] == []


def test_the_watch_for_floats_can_see(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fraction written as a number and a conversion are both found."""
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    file = tmp_path / "bad.py"
    file.write_text("share = 0.7\namount = float(share)\n")
    assert floats(file) == ["bad.py:1", "bad.py:2"]


def clocks(file: Path) -> list[str]:
    """Where a file asks what day or time it is."""
    calls = (node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    asked = {"now", "today", "utcnow", "time", "monotonic", "perf_counter"}
    return [f"{file.name}:{call.lineno}" for call in calls if getattr(call.func, "attr", "") in asked]


def test_rules_are_told_the_day() -> None:
    """Nothing below the services looks at a clock: the same question has the same answer on any day."""
    rooms = ("domain", "rules", "interview", "storage", "render")
    assert [place for room in rooms for file in (PACKAGE / room).rglob("*.py") for place in clocks(file)] == []


def test_the_watch_for_clocks_can_see(tmp_path: Path) -> None:
    """However the clock is called."""
    file = tmp_path / "bad.py"
    file.write_text("from datetime import date, datetime\na = date.today()\nb = datetime.now()\n")
    assert clocks(file) == ["bad.py:2", "bad.py:3"]


def test_starting_imports_nothing_heavy() -> None:
    """`import desktop_app.app` touches neither the database, templates, case files, the command line nor Qt."""
    code = "import sys; import desktop_app.app; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert not HEAVY & set(done.stdout.split())


def test_the_command_line_starts_light() -> None:
    """`import desktop_app.cli` brings click, and nothing else that is slow."""
    code = "import sys; import desktop_app.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert HEAVY & set(done.stdout.split()) == {"click"}


def test_the_suite_has_no_network() -> None:
    """Whoever tries to reach a host during the tests is stopped before a packet leaves."""
    with socket.socket() as there, pytest.raises(RuntimeError, match="without a network"):
        there.connect(("127.0.0.1", 9))
    with pytest.raises(RuntimeError, match="without a network"):
        socket.getaddrinfo("localhost", 80)
