"""The lock files hold everything pyproject.toml asks for, each at one version."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


def locked(name: str) -> dict[str, Requirement]:
    """The pins of a lock file by canonical name."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in pins}


def pinned_version(pin: Requirement) -> str:
    """The one version a pin allows."""
    [specifier] = pin.specifier
    assert specifier.operator == "=="
    return specifier.version


def test_every_dependency_is_locked_within_its_range() -> None:
    """What start.sh installs satisfies the ranges a wheel declares, and its build requirements."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = locked("requirements.lock")
    for text in [*project["project"]["dependencies"], *project["build-system"]["requires"]]:
        wanted = Requirement(text)
        assert pinned_version(run[canonicalize_name(wanted.name)]) in wanted.specifier, text


def test_every_development_tool_is_locked() -> None:
    """What test.sh adds is locked too, and nothing is locked twice."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, tests = locked("requirements.lock"), locked("requirements-dev.lock")
    assert run.keys() & tests.keys() == set()
    for text in project["dependency-groups"]["dev"]:
        if isinstance(text, str):
            wanted = Requirement(text)
            assert pinned_version((run | tests)[canonicalize_name(wanted.name)]) in wanted.specifier, text


def test_no_lock_names_a_place_to_fetch_from() -> None:
    """Where packages come from is pip's own setting on each machine."""
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if re.search(r"--(extra-)?index-url|--find-links|file://", line)] == []
