"""What people type to mean a place: the keys under which the search finds it."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_SEPARATORS: Final = str.maketrans({"'": None, "’": None, " ": None, "-": None, "·": None, "ü": "v"})


def typed(text: str) -> str:
    """`text` as keys are compared: half-width, lower case, without the marks between syllables; ü is v."""
    return unicodedata.normalize("NFKC", text).lower().translate(_SEPARATORS)


@dataclass(frozen=True, slots=True)
class PlaceKeys:
    """A place as it can be written. `readings` are its pinyin, one syllable per character; `above` what it lies in.

    `labels` are its code, and codes and names that others use for it; `others` are its other names, each with its
    reading.
    """

    name: str
    short: str
    readings: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]
    above: "PlaceKeys | None"
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def own(self) -> Iterator[str]:
        """Keys that mean the place itself: name, pinyin, initials, code."""
        yield from (self.name, self.short, *self.labels)
        for syllables in (*self.readings, *(reading[: len(self.short)] for reading in self.readings)):
            yield from _spellings(syllables)
            yield "".join(syllable[0] for syllable in syllables)
        for name, syllables in self.others:
            yield name
            yield from _spellings(syllables)

    def under(self) -> Iterator[str]:
        """Keys with the place above it in front: 北京朝阳."""
        if self.above:
            yield from (before + self.name for before in self.above.whole_names())
            for above in self.above.readings:
                for syllables in self.readings:
                    yield from _spellings(above[: len(self.above.short)] + syllables)

    def inside(self) -> Iterator[str]:
        """Keys from inside its name."""
        for start in range(1, len(self.short)):
            yield self.name[start:]
            for syllables in self.readings:
                yield from _spellings(syllables[start : len(self.short)])

    def whole_names(self) -> Iterator[str]:
        """Its name and short name, with and without what lies above it in front."""
        yield from (self.name, self.short)
        if self.above:
            yield self.above.name + self.name
            yield self.above.short + self.short


def _spellings(syllables: Sequence[str]) -> Iterator[str]:
    """The syllables run together; where one has ü, also as people without that key write it."""
    whole = "".join(syllables)
    yield whole
    if "v" in whole:
        yield whole.replace("v", "u")
        yield whole.replace("v", "yu")
