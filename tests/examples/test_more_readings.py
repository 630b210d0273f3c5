"""Readings of the document that a quick eye takes otherwise, each worked by hand in its row: corners of every step.

The second evaluator, written without looking at the program, works the same rows.
"""

from operator import itemgetter

import pytest

from desktop_app.errors import Problem
from tests.examples.test_worked_examples import WORDS, Row, results, rows
from tests.second.evaluator import evaluate
from tests.second.test_agreement import look_up

ALL = rows("more_readings.json")
SETTLED = [row for row in ALL if "expect" in row]
REFUSED = [row for row in ALL if "refused" in row]


def differences(found: list[Row], row: Row) -> list[tuple[str, str | None, str | None]]:
    """What was found otherwise than worked by hand: the key, what was found, what is right."""
    expected = row["expect"] if isinstance(row["expect"], list) else [row["expect"]]
    pairs = zip(found, expected, strict=True)
    told = [(key, look_up(result, key), right) for result, amounts in pairs for key, right in amounts.items()]
    return [(key, said, right) for key, said, right in told if said != right]


@pytest.mark.parametrize("row", SETTLED, ids=itemgetter("id"))
def test_a_reading_comes_out_to_the_fen(row: Row) -> None:
    """Every amount is what the row's working says, and exact figures leave no range."""
    found = results(row)
    assert differences(found, row) == []
    assert all(set(result["range"].values()) == {result["fund_total"]} for result in found)


@pytest.mark.parametrize("row", SETTLED, ids=itemgetter("id"))
def test_the_second_evaluator_reads_it_alike(row: Row) -> None:
    """What both get wrong, neither can tell: the working is typed by hand."""
    assert differences(evaluate(row["case"]), row) == []


@pytest.mark.parametrize("row", REFUSED, ids=itemgetter("id"))
def test_what_does_not_fit_is_refused_by_key_value_and_what_is_allowed(row: Row) -> None:
    """One sentence in either language that holds all three."""
    with pytest.raises(Problem) as refused:
        results(row)
    for words in WORDS.values():
        sentence = words.text(refused.value.message)
        assert "\n" not in sentence
        assert [part for part in row["refused"] if part not in sentence] == []


def test_no_row_is_left_out() -> None:
    """30 sums and 16 refusals."""
    assert (len(SETTLED), len(REFUSED), len(ALL)) == (30, 16, 46)
