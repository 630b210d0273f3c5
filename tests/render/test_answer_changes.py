"""What the answer to a case says differently, put into words."""

from datetime import date

import pytest

from desktop_app.domain.answer_changes import AnswerChanges, DayMove, Move
from desktop_app.domain.message import message
from desktop_app.paths import resources_dir
from desktop_app.render.answer_changes_text import answer_changes_text
from desktop_app.render.words import LANGUAGES, Language, Words

EARLY, LATE = date(2026, 3, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (EARLY, LATE, "期限变了：住院以前办好备案，2026年3月1日 → 2026年12月31日"),
        (None, LATE, "新的期限：2026年12月31日，住院以前办好备案"),
        (EARLY, None, "不再有这个期限：2026年3月1日，住院以前办好备案"),
        (None, None, "期限变了：住院以前办好备案（没有确定的日子）"),
    ],
)
def test_a_day_that_came_went_or_moved_is_said_in_words(before: date | None, after: date | None, said: str) -> None:
    """Also where no day could ever be told: nothing of it is left out, and nothing breaks."""
    changes = AnswerChanges(planned=True, episodes=(), days=(DayMove(message("claim.by.before_stay"), before, after),))
    for language in LANGUAGES:
        lines = answer_changes_text(changes, message("changes.nothing"), _words(language)).splitlines()
        assert len(lines) == 2
    assert answer_changes_text(changes, message("changes.nothing"), _words("zh_CN")).splitlines()[1] == said


def test_papers_that_went_and_came_are_named() -> None:
    """By the names they have in every list of papers."""
    changes = AnswerChanges(planned=True, episodes=(), papers=Move(("identity",), ("hukou_page", "bank_card")))
    lines = answer_changes_text(changes, message("changes.nothing"), _words("en")).splitlines()
    assert "proof of identity" in lines[1]
    assert "household register" in lines[2]
    assert "bank card" in lines[2]


def _words(language: Language) -> Words:
    return Words(language, resources_dir() / "words")
