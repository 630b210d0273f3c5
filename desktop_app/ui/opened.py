"""What is opened once the window stands: nothing here is imported before the first paint."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.message import Message
    from desktop_app.render.words import Language, Words
    from desktop_app.storage.household import Household
    from desktop_app.storage.rule_pack import RulePack
    from desktop_app.ui.left_off import FindLeftOff, LeftOff


def _nothing() -> "tuple[LeftOff, ...]":
    return ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The rulebook, the words in the language of the window, the family's records, and what was not finished.

    `household` None: the records cannot be used, and `household_problem` says why.
    """

    rulebook: "RulePack"
    words: "Words"
    left_off: "FindLeftOff" = _nothing
    household: "Household | None" = None
    household_problem: "Message | None" = None

    def speaking(self, language: "Language") -> "Opened":
        """The same in another language."""
        return _with_cases(replace(self, words=words_in(language)))


def open_everything(language: "Language") -> Opened:
    """Opens rule pack, words and the family's records; takes its time, so it is for the background.

    Raises Problem where there is no pack.
    """
    from desktop_app.services.open_rulebook import open_rulebook

    return with_records(Opened(open_rulebook(), words_in(language)))


def with_records(opened: Opened) -> Opened:
    """With the family's records. Records that cannot be used stop nothing: the wizard says so and goes on."""
    from desktop_app.errors import Problem
    from desktop_app.rules.own_figures import with_own_figures
    from desktop_app.services.open_household import open_household

    try:
        household = open_household()
        rulebook = with_own_figures(opened.rulebook, household.own_figures)
        return _with_cases(replace(opened, rulebook=rulebook, household=household))
    except Problem as problem:
        return replace(opened, household_problem=problem.message)


def _with_cases(opened: Opened) -> Opened:
    """With what was begun in the wizard, named in the words of the moment."""
    if opened.household is None:
        return opened
    from desktop_app.ui.interview.left_off_cases import find_left_off

    return replace(opened, left_off=find_left_off(opened.household, opened.rulebook, opened.words))


def words_in(language: "Language") -> "Words":
    """The words of a language."""
    from desktop_app.paths import resources_dir
    from desktop_app.render.words import Words

    return Words(language, resources_dir() / "words")
