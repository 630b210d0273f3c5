"""Open the rulebook at a path: a compiled pack, or a folder of facts that is compiled for the moment."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.storage.rule_pack import RulePack


@contextmanager
def opened_rules(path: Path) -> Iterator[RulePack]:
    """The rulebook at `path`, shut again afterwards.

    Raises Problem for a path that is neither, DataProblems for a folder that cannot be compiled.
    """
    if not path.exists():
        raise Problem(message("rulebook.changes.missing", path=str(path)))
    if not path.is_dir():
        with _opened_pack(path) as rulebook:
            yield rulebook
        return
    if not (path / "regions.csv").is_file():
        raise Problem(message("rulebook.changes.no_facts", folder=str(path)))
    from desktop_app.storage.compile_pack import build

    with tempfile.TemporaryDirectory(prefix="yidi-rules-") as folder:
        pack = Path(folder) / "rules.sqlite"
        build(path, pack)
        with RulePack.open(pack) as rulebook:
            yield rulebook


def _opened_pack(path: Path) -> RulePack:
    """The pack at `path`; a file that is none is the caller's slip, not a damage to mend."""
    try:
        return RulePack.open(path)
    except Problem as problem:
        if problem.message.id == "rulebook.pack.damaged":
            raise Problem(message("rulebook.changes.no_pack", path=str(path))) from problem
        raise
