"""The table of causes: complete, worded in both languages, resting on facts there are."""

import pytest

from desktop_app.domain.slip import Cause, Judgement
from desktop_app.render.words import Language
from desktop_app.rules.slip.standing import always
from desktop_app.rules.slip.table import TABLE, Row
from desktop_app.storage.rule_pack import RulePack
from tests.render.conftest import words_of


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_is_judged_in_the_end(cause: Cause) -> None:
    """The last line of each cause fits always, and none before it does: every line can be reached."""
    rows = [row for row in TABLE if row.cause is cause]
    assert [row.when is always for row in rows] == [*[False] * (len(rows) - 1), True]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_line_has_its_words(language: Language) -> None:
    """Cause, reason and question are worded; nothing is worded that no line says."""
    words = words_of(language)
    for row in TABLE:
        assert f"slip.cause.{row.cause.value}" in words
        assert f"slip.why.{row.id}" in words
        assert (row.asked is None) or f"slip.ask.{row.id}" in words
        assert all(paper in words for paper in row.bring)


def test_what_is_worth_asking_says_whom_and_what_to_bring() -> None:
    """No line leaves somebody with a doubt and nowhere to go."""
    worth: list[Row] = [row for row in TABLE if row.judged is Judgement.WORTH_ASKING]
    assert len(worth) > 10
    assert all(row.asked is not None and row.bring for row in worth)


def test_every_fact_of_the_table_is_in_the_rulebook(rulebook: RulePack) -> None:
    """Somewhere in China each of them may be shown: in Jiangsu, or (N-057) in Xiamen."""
    cited = {number for row in TABLE for number in row.facts}
    assert {
        number for number in cited if not any(rulebook.fact(number, code) for code in ("320500", "350200"))
    } == set()
