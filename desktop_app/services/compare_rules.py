"""Compare two rulebooks, each a compiled pack or a folder of facts."""

from pathlib import Path

from desktop_app.domain.rule_changes import RuleChanges
from desktop_app.rules.rule_changes import Statements, rule_changes
from desktop_app.services.opened_rules import opened_rules


def compare_rules(before: Path, after: Path) -> RuleChanges:
    """What the second states that the first does not, and the other way round.

    Raises Problem for a path that is neither, DataProblems for a folder that cannot be compiled.
    """
    return rule_changes(_statements(before), _statements(after))


def _statements(path: Path) -> Statements:
    with opened_rules(path) as rulebook:
        return rulebook.statements()
