"""Open the rulebook the program ships with."""

from desktop_app.paths import rule_pack_file
from desktop_app.storage.rule_pack import RulePack


def open_rulebook() -> RulePack:
    """The shipped rule pack. Raises Problem, with the way to get it back, where it is missing or damaged."""
    return RulePack.open(rule_pack_file())
