"""Finding help, diseases, terms and statements while somebody types: by words, pinyin, initials, or what they say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.found import Fit, Found, SearchWord
from desktop_app.storage.region_keys import typed


@dataclass(frozen=True, slots=True)
class Searchable:
    """Something to be found: `words` with their pinyin, `names` without, and `text` in which words may stand."""

    found: Found
    words: Sequence[SearchWord] = ()
    names: Sequence[str] = ()
    text: str = ""


class WordSearch:
    """Some hundreds of things, few enough to look at each of them with every key."""

    def __init__(self, things: Iterable[Searchable]) -> None:
        self._things = tuple(
            _Keyed(thing.found, tuple(_own(thing)), tuple(_inside(thing)), typed(thing.text)) for thing in things
        )

    def find(self, query: str) -> tuple[Found, ...]:
        """What fits, best first: exact before beginning before inside; what fits alike in the order it was given.

        One Latin letter fits only what begins with it. Where no word is or begins with what was typed it may be a
        whole sentence: things with a word in it follow, the longest word first.
        """
        text = typed(query)
        if not text:
            return ()
        looks_inside = len(text) > 1 or not text.isascii()
        fitting = []
        for thing in self._things:
            fit = thing.fit(text)
            if fit is None and looks_inside and thing.has_inside(text):
                fit = Fit.INSIDE
            if fit is not None:
                fitting.append(replace(thing.found, fit=fit))
        if all(found.fit is Fit.INSIDE for found in fitting):
            fitting += [found for found in self._named_in(text) if found not in fitting]
        return tuple(sorted(fitting, key=lambda found: found.fit))

    def _named_in(self, sentence: str) -> Iterator[Found]:
        """What is meant by a word in the sentence."""
        named = [(longest, thing) for thing in self._things if (longest := thing.longest_word_in(sentence))]
        for _, thing in sorted(named, key=lambda each: each[0], reverse=True):
            yield replace(thing.found, fit=Fit.INSIDE)


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A thing with the keys that mean it, those from inside its words, and what it says."""

    found: Found
    own: tuple[str, ...]
    inside: tuple[str, ...]
    said: str

    def fit(self, text: str) -> Fit | None:
        """Whether a key is what was typed, or begins with it."""
        if text in self.own:
            return Fit.EXACT
        return Fit.BEGINNING if any(key.startswith(text) for key in self.own) else None

    def longest_word_in(self, sentence: str) -> int:
        """How many characters the longest of its Chinese words in a sentence has; 0 where none stands there."""
        return max((len(key) for key in self.own if not key.isascii() and len(key) > 1 and key in sentence), default=0)

    def has_inside(self, text: str) -> bool:
        """Whether what was typed stands in what it says, or begins a part of a word."""
        return text in self.said or any(key.startswith(text) for key in self.inside)


def _own(thing: Searchable) -> Iterator[str]:
    """Names, words, their pinyin and initials."""
    yield from map(typed, thing.names)
    for word in thing.words:
        yield typed(word.word)
        yield "".join(word.pinyin)
        yield "".join(syllable[0] for syllable in word.pinyin)


def _inside(thing: Searchable) -> Iterator[str]:
    """The words and their pinyin from each later character on; names from each later word on."""
    for name in thing.names:
        parts = name.split()
        yield from (typed("".join(parts[start:])) for start in range(1, len(parts)))
    for word in thing.words:
        for start in range(1, len(word.pinyin)):
            yield typed(word.word)[start:]
            yield "".join(word.pinyin[start:])
