"""Compile the facts as text into the rule pack."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.message import message
from desktop_app.errors import Problem, reason_of
from desktop_app.paths import rule_pack_file, rule_sources_dir
from desktop_app.rules.rulebook import Edition
from desktop_app.storage.rule_pack import RulePack


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """Where the new pack lies, and which edition it is."""

    file: Path
    edition: Edition


def build_rules(data: Path | None = None, out: Path | None = None) -> BuiltPack:
    """Compiles `data` (the checkout's own) into `out` (the pack the program opens).

    Raises DataProblems for facts that do not hold together, Problem where there are none or the pack cannot be written;
    the old pack then stays. No folder is made for `out`: a name mistyped must not leave one behind.
    """
    from desktop_app.storage.compile_pack import build

    file = out or rule_pack_file()
    try:
        if out is not None and not out.parent.is_dir():
            raise FileNotFoundError(out.parent)
        build(facts_folder(data), file)
    except OSError as error:
        raise Problem(message("rulebook.build.not_written", file=str(file), reason=reason_of(error))) from error
    with RulePack.open(file) as pack:
        return BuiltPack(file, pack.edition())


def facts_folder(data: Path | None) -> Path:
    """The folder with the facts as text. Raises Problem where there is none, as in an installed program."""
    folder = data or rule_sources_dir()
    if folder is None or not folder.is_dir():
        raise Problem(message("rulebook.build.no_data", folder=str(folder or "data")))
    return folder
