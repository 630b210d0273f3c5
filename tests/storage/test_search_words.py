"""Other words to search with: compiled with their pinyin, and refused where they lead nowhere."""

from pathlib import Path

import pytest

from desktop_app.domain.found import FoundKind
from desktop_app.storage.compile_pack import build, check
from desktop_app.storage.rule_pack import RulePack
from tests.storage.small_facts import change, write_small_facts


def test_words_come_with_their_readings(tmp_path: Path) -> None:
    """Own names first, then the others, one syllable per character; a place goes by its old name too."""
    build(write_small_facts(tmp_path / "data"), tmp_path / "rules.sqlite")
    with RulePack.open(tmp_path / "rules.sqlite") as rulebook:
        words = [(word.kind, word.target, word.word, " ".join(word.pinyin)) for word in rulebook.search_words()]
        assert words == [
            (FoundKind.REGION, "140100", "并州", "bing zhou"),
            (FoundKind.TOPIC, "filing", "备案", "bei an"),
            (FoundKind.TOPIC, "filing", "怎么办", "zen me ban"),
            (FoundKind.DISEASE, "1", "高血压", "gao xue ya"),
            (FoundKind.DISEASE, "1", "血压高", "xue ya gao"),
            (FoundKind.TERM, "备案", "备案", "bei an"),
            (FoundKind.TERM, "备案", "登记", "deng ji"),
        ]
        assert [match.region.name for match in rulebook.find_regions("并州")] == ["太原市"]
        assert [match.region.name for match in rulebook.find_regions("bingzhou")] == ["太原市"]


@pytest.mark.parametrize(("old", "new", "line"), [
    ("1: [血压高]", "7: [血压高]", 4),
    ("备案: [登记]", "登记: [备案]", 6),
    ('"140100": [并州]', '"999999": [并州]', 8),
    ("filing: [备案, 怎么办]", "filing: []", 2),
])  # fmt: skip
def test_words_for_nothing_are_refused(tmp_path: Path, old: str, new: str, line: int) -> None:
    """A disease, term or place that does not exist, or no word at all: named by file and line."""
    data = write_small_facts(tmp_path)
    change(data, "search_words.yaml", old, new)
    assert [(problem.file, problem.line) for problem in check(data).problems] == [("search_words.yaml", line)]
