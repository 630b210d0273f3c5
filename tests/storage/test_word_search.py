"""Finding words: what was typed, as it begins, inside, in pinyin and by initials."""

import pytest

from desktop_app.domain.found import Fit, Found, FoundKind, SearchWord
from desktop_app.storage.word_search import Searchable, WordSearch


def thing(title: str, pinyin: str = "", *, names: tuple[str, ...] = (), text: str = "") -> Searchable:
    """A term with its reading, one syllable per character."""
    found = Found(kind=FoundKind.TERM, title=title, detail="", target=title)
    words = (SearchWord(FoundKind.TERM, title, title, tuple(pinyin.split())),) if pinyin else ()
    return Searchable(found, words, names, text)


SEARCH = WordSearch(
    [
        thing("补备案", "bu bei an"),
        thing("备案类型", "bei an lei xing", names=("filing category",)),
        thing("备案", "bei an"),
        thing("降幅", "jiang fu", text="备案以后少报多少"),
        thing("女方", "nv fang"),
        thing("医保热线12393", "yi bao re xian 1 2 3 9 3"),
    ]
)


def titles(query: str) -> list[str]:
    """What is found, in order."""
    return [found.title for found in SEARCH.find(query)]


@pytest.mark.parametrize("query", ["备案", "beian", "BeiAn", "bei an"])
def test_exact_before_beginning_before_inside(query: str) -> None:
    """备案 itself, then 备案类型, then 补备案 with it inside; in pinyin the same."""
    assert titles(query)[:3] == ["备案", "备案类型", "补备案"]
    assert [found.fit for found in SEARCH.find(query)][:3] == [Fit.EXACT, Fit.BEGINNING, Fit.INSIDE]


def test_what_a_thing_says_is_looked_into_last() -> None:
    """The explanation that mentions 备案 comes after the words, in the order given; pinyin does not look there."""
    assert titles("备案") == ["备案", "备案类型", "补备案", "降幅"]
    assert "降幅" not in titles("beian")


@pytest.mark.parametrize(("query", "found"), [
    ("ba", "备案"),
    ("balx", "备案类型"),
    ("案", "补备案"),
    ("类型", "备案类型"),
    ("leixing", "备案类型"),
    ("category", "备案类型"),
    ("Filing c", "备案类型"),
    ("nvfang", "女方"),
    ("nüfang", "女方"),
    ("12393", "医保热线12393"),
    ("ybrx", "医保热线12393"),
])  # fmt: skip
def test_two_characters_are_enough(query: str, found: str) -> None:
    """Initials, a word from the middle, English, ü, digits."""
    assert titles(query)[0] == found


def test_one_letter_begins_and_one_character_is_looked_for() -> None:
    """A single Latin letter finds only what begins with it; a single character also what has it inside."""
    assert titles("b") == ["补备案", "备案类型", "备案"]
    assert "降幅" in titles("报")


@pytest.mark.parametrize("query", ["", "  ", "zzz", "没有的词"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    """Neither an empty line nor nonsense finds anything."""
    assert titles(query) == []
