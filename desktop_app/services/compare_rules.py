"""Compare two rulebooks, each a compiled pack or a folder of facts."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.message import message
from desktop_app.domain.rule_changes import RuleChanges
from desktop_app.errors import Problem
from desktop_app.rules.rule_changes import Statements, rule_changes
from desktop_app.storage.rule_pack import RulePack


def compare_rules(before: Path, after: Path) -> RuleChanges:
    """What the second states that the first does not, and the other way round.

    Raises Problem for a path that is neither, DataProblems for a folder that cannot be compiled.
    """
    return rule_changes(_statements(before), _statements(after))


def _statements(path: Path) -> Statements:
    with _opened(path) as rulebook:
        return rulebook.statements()


@contextmanager
def _opened(path: Path) -> Iterator[RulePack]:
    if not path.is_dir():
        with RulePack.open(path) as rulebook:
            yield rulebook
        return
    if not (path / "regions.csv").is_file():
        raise Problem(message("rulebook.build.no_data", folder=str(path)))
    from desktop_app.storage.compile_pack import build

    with tempfile.TemporaryDirectory(prefix="yidi-rules-") as folder:
        pack = Path(folder) / "rules.sqlite"
        build(path, pack)
        with RulePack.open(pack) as rulebook:
            yield rulebook
