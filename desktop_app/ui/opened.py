"""What is opened once the window stands: nothing here is imported before the first paint."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.ui.left_off import FindLeftOff, LeftOff

if TYPE_CHECKING:
    from desktop_app.render.words import Language, Words
    from desktop_app.storage.rule_pack import RulePack


def _nothing() -> tuple[LeftOff, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The rulebook, the words in the language of the window, and what was begun and not finished."""

    rulebook: "RulePack"
    words: "Words"
    left_off: FindLeftOff = _nothing

    def speaking(self, language: "Language") -> "Opened":
        """The same in another language."""
        return replace(self, words=words_in(language))


def open_everything(language: "Language") -> Opened:
    """Opens rule pack and words; takes its time, so it is for the background. Raises Problem where there is no pack."""
    from desktop_app.services.open_rulebook import open_rulebook

    return Opened(open_rulebook(), words_in(language))


def words_in(language: "Language") -> "Words":
    """The words of a language."""
    from desktop_app.paths import resources_dir
    from desktop_app.render.words import Words

    return Words(language, resources_dir() / "words")
