"""The directions between the rooms, and what no room may do."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import desktop_app

PACKAGE = Path(desktop_app.__file__).parent
LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}


def imports(file: Path) -> Iterator[tuple[str, set[str]]]:
    """Every module a file imports, with the names taken from it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, set()) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", {name.name for name in node.names}


def test_rooms_import_only_in_the_agreed_directions() -> None:
    """The contracts of pyproject.toml hold: layers, purity, Qt, SQL, no network."""
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=PACKAGE.parent, check=False, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stdout


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
