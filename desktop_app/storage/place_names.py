"""How places are spelled and shortened, so that 太原, taiyuan and ty all find 太原市."""

import re
from functools import cached_property
from typing import Final

from desktop_app.storage.data_text import Entry

_SHORTEST: Final = 2
"""No place is called by a single character: 单县 stays 单县."""


class PlaceReading(Entry):
    """A reviewed reading, one syllable per character; `also` are other readings people type."""

    code: str
    name: str
    pinyin: str
    also: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether every reading has one syllable per character."""
        return all(len(reading.split()) == len(self.name) for reading in (self.pinyin, *self.also))


class Readings(Entry):
    """The reviewed exceptions: how a character is read in place names, and whole names that are read otherwise."""

    characters: dict[str, str]
    places: tuple[PlaceReading, ...]

    def of(self, code: str, name: str) -> tuple[str, ...]:
        """The place's readings, the right one first, syllables apart."""
        place = self._by_code.get(code)
        if place:
            return (place.pinyin, *place.also)
        from pypinyin import Style, lazy_pinyin

        read = zip(name, lazy_pinyin(name, style=Style.NORMAL), strict=True)
        return (" ".join(self.characters.get(character, syllable) for character, syllable in read),)

    @cached_property
    def _by_code(self) -> dict[str, PlaceReading]:
        return {place.code: place for place in self.places}


class ShortNames(Entry):
    """What is dropped from a name to call a place for short: endings, and the names of peoples before 自治."""

    endings: tuple[str, ...]
    kept: tuple[str, ...]
    peoples: tuple[str, ...]

    def of(self, name: str) -> str:
        """The short name, of two characters at least."""
        if name.endswith(self.kept):
            return name
        found = self._autonomous.fullmatch(name)
        if found:
            return found["stem"]
        ending = next((ending for ending in self.endings if name.endswith(ending)), "")
        return name if len(name) - len(ending) < _SHORTEST else name.removesuffix(ending)

    @cached_property
    def _autonomous(self) -> re.Pattern[str]:
        peoples = "|".join(map(re.escape, self.peoples))
        return re.compile(rf"(?P<stem>.{{2,}}?)(?:(?:{peoples})族?)+自治[区州县旗]")
