"""The directions between the rooms, and what no room may do."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import desktop_app

PACKAGE = Path(desktop_app.__file__).parent
EVERYONES = {"errors", "paths", "shipped"}
"""What every room may use: problems, places on disk, and the folder of what ships with the program."""
LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}


def imports(file: Path) -> Iterator[tuple[str, set[str]]]:
    """Every module a file imports, with the names taken from it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, set()) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", {name.name for name in node.names}


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """What the linter says of the package in a folder, by the contracts beside it."""
    linter = Path(sys.executable).with_name("lint-imports")
    command = [str(linter), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=root, check=False, capture_output=True, encoding="utf-8")


def test_rooms_import_only_in_the_agreed_directions() -> None:
    """The contracts of pyproject.toml hold: layers, purity, Qt, SQL, no network."""
    run = lint_imports(PACKAGE.parent)
    assert run.returncode == 0, run.stdout


def test_every_room_has_its_place_among_the_layers() -> None:
    """No part of the program escapes the contracts by not being named in them."""
    contracts = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    [layers] = [contract["layers"] for contract in contracts["contracts"] if contract["type"] == "layers"]
    placed = {name for layer in layers for name in re.findall(r"desktop_app\.(\w+)", layer)}
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert there - placed - {"__init__"} == EVERYONES


def test_a_wrong_direction_is_found(tmp_path: Path) -> None:
    """The linter with our contracts refuses a rule that knows of the database."""
    shutil.copytree(PACKAGE, tmp_path / "desktop_app", ignore=shutil.ignore_patterns("__pycache__", "*.sqlite"))
    shutil.copy(PACKAGE.parent / "pyproject.toml", tmp_path)
    filing = tmp_path / "desktop_app" / "rules" / "filing.py"
    filing.write_text(
        filing.read_text(encoding="utf-8") + "\nfrom desktop_app.storage import tables\n", encoding="utf-8"
    )
    run = lint_imports(tmp_path)
    assert run.returncode == 1
    assert "desktop_app.rules is not allowed to import desktop_app.storage" in run.stdout


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    """The field's own words could be lifted into any program as they are."""
    foreign = {
        f"{file.name}: {module}"
        for file in (PACKAGE / "domain").rglob("*.py")
        for module, _ in imports(file)
        if module.split(".")[0] not in sys.stdlib_module_names and not module.startswith("desktop_app.domain")
    }
    assert foreign == set()


def test_qt_network_is_used_for_local_sockets_only() -> None:
    """A second start finds the first one through a local socket; nothing else of QtNetwork is imported."""
    beyond = {
        f"{file.relative_to(PACKAGE)}: {module} {sorted(names)}"
        for file in PACKAGE.rglob("*.py")
        for module, names in imports(file)
        if "QtNetwork" in names or (module.endswith("QtNetwork") and not (names and names <= LOCAL_SOCKETS))
    }
    assert beyond == set()


def test_urllib_only_takes_addresses_apart() -> None:
    """Splitting an address into its parts is fine; opening it is not."""
    openers = {
        f"{file.relative_to(PACKAGE)}: {module}"
        for file in PACKAGE.rglob("*.py")
        for module, names in imports(file)
        if module.split(".")[0] == "urllib" and module != "urllib.parse" and names != {"parse"}
    }
    assert openers == set()


def test_every_file_says_what_it_is_about() -> None:
    """Each module of the program opens with a docstring."""
    silent = [
        str(file.relative_to(PACKAGE))
        for file in PACKAGE.rglob("*.py")
        if "versions" not in file.parts and not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []
