"""The wheel carries all that the program needs: it is built here from the checkout, without a network."""

import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = "desktop_app/shipped"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel built as pip would build it."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    built = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    assert built.returncode == 0, built.stderr
    [file] = target.glob("yidi-*-py3-none-any.whl")
    return zipfile.ZipFile(file)


def test_resources_samples_and_notices_are_inside(wheel: zipfile.ZipFile) -> None:
    """Every file of resources/, every sample case and the notices, each once."""
    names = wheel.namelist()
    assert len(names) == len(set(names))
    for folder, below in ((ROOT / "resources", ROOT), (ROOT / "data" / "examples", ROOT / "data")):
        files = [file for file in folder.rglob("*") if file.is_file() and file.suffix != ".qm"]
        assert files
        for file in files:
            assert f"{SHIPPED}/{file.relative_to(below).as_posix()}" in names
    assert f"{SHIPPED}/THIRD_PARTY_NOTICES.md" in names


def test_translations_are_compiled(wheel: zipfile.ZipFile) -> None:
    """Each .ts file has its .qm beside it."""
    names = wheel.namelist()
    for source in (ROOT / "resources" / "translations").glob("*.ts"):
        assert f"{SHIPPED}/resources/translations/{source.stem}.qm" in names


def test_the_rule_pack_inside_is_a_database_with_facts(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """The pack was compiled for this wheel and opens."""
    pack = Path(wheel.extract(f"{SHIPPED}/rules.sqlite", tmp_path))
    connection = sqlite3.connect(f"{pack.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        [[tables]] = connection.execute("select count(*) from sqlite_master where type = 'table'")
        assert tables > 3
    finally:
        connection.close()


def test_the_command_and_the_licences_are_declared(wheel: zipfile.ZipFile) -> None:
    """`yidi` is the command; licence and notices travel in the metadata; nothing private slips in."""
    names = wheel.namelist()
    [entry_points] = [name for name in names if name.endswith("entry_points.txt")]
    assert "yidi = desktop_app.app:main" in wheel.read(entry_points).decode()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/THIRD_PARTY_NOTICES.md") for name in names)
    assert [name for name in names if name.startswith("tests/") or "household.sqlite" in name] == []


def test_an_installed_wheel_finds_what_it_ships(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """Away from the checkout, resources, rule pack, samples and notices come from inside the package."""
    wheel.extractall(tmp_path)
    asking = (
        "from desktop_app import paths as p; print(p.checkout_dir(), p.rule_sources_dir());"
        "print(*(f.exists() for f in (p.resources_dir(), p.rule_pack_file(), p.examples_dir(), p.notices_file())));"
        "print(p.resources_dir())"
    )
    answer = subprocess.run(
        [sys.executable, "-P", "-c", asking],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.splitlines()
    assert answer == ["None None", "True True True True", str(tmp_path / SHIPPED / "resources")]
