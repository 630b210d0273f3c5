"""What people type: days, amounts, shares and counts, and what they are told when it is none."""

from datetime import date
from fractions import Fraction

import pytest

from desktop_app.errors import Problem
from desktop_app.interview.entry import count_entered, day_entered, percent_entered, quantity_entered, yuan_entered


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-03",
        "2026-12-3",
        " 2026/12/03 ",
        "2026.12.3",
        "20261203",
        "2026年12月3日",
        "2026年12月3号",
        "2026 12 3",
        "２０２６-１２-０３",
    ],
)
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    """Dashes, slashes, dots, blanks, eight digits, the Chinese way, full-width digits."""
    assert day_entered(text) == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "interview.wrong.day"),
        ("tomorrow", "interview.wrong.day"),
        ("12-03", "interview.wrong.day"),
        ("2026-02-30", "interview.wrong.no_such_day"),
        ("2026-13-01", "interview.wrong.no_such_day"),
        ("0000-01-01", "interview.wrong.no_such_day"),
    ],
)
def test_what_is_no_day_is_said(text: str, said: str) -> None:
    """The sentence names what was typed."""
    with pytest.raises(Problem) as refused:
        day_entered(text)
    assert refused.value.message.id == said
    assert ("value", text) in refused.value.message.parameters


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("50000", 5_000_000),
        ("1,234.56", 123_456),
        ("¥ 0.5", 50),
        ("300元", 30_000),
        ("１２", 1_200),
        ("7.", 700),
        ("5万", 5_000_000),
    ],
)
def test_an_amount_is_read_to_the_fen(text: str, fen: int) -> None:
    """With or without yuan sign, commas and blanks."""
    assert yuan_entered(text) == fen


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "interview.wrong.amount"),
        ("about 300", "interview.wrong.amount"),
        ("1.234", "interview.wrong.amount"),
        ("1e5", "interview.wrong.amount"),
        ("NaN", "interview.wrong.amount"),
        ("-5", "interview.wrong.negative"),
        ("100000001", "interview.wrong.large"),
        ("9" * 30, "interview.wrong.amount"),
    ],
)
def test_what_is_no_amount_is_said(text: str, said: str) -> None:
    """Words, parts of a fen and negative amounts are refused with what was typed."""
    with pytest.raises(Problem) as refused:
        yuan_entered(text)
    assert refused.value.message.id == said


def test_a_share_is_exact() -> None:
    """Ten per cent is one tenth; 101 per cent and words are refused."""
    assert percent_entered("10") == Fraction(1, 10)
    assert percent_entered("12.5 %") == Fraction(1, 8)
    for wrong in ("101", "-1", "ten", "NaN", "Infinity"):
        with pytest.raises(Problem):
            percent_entered(wrong)


def test_a_count_lies_within_its_bounds() -> None:
    """An age is a whole number from 0 to 120."""
    assert count_entered(" 68 ", 0, 120) == 68
    for wrong in ("121", "-1", "6.5", "", "old", "9999999"):
        with pytest.raises(Problem):
            count_entered(wrong, 0, 120)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("3", Fraction(3)), (" ２８ ", Fraction(28)), ("0.5", Fraction(1, 2)), ("12.25", Fraction(49, 4))],
)
def test_a_quantity_is_read_exactly(text: str, quantity: Fraction) -> None:
    """Whole boxes and halves, full-width digits too."""
    assert quantity_entered(text) == quantity


@pytest.mark.parametrize("text", ["0", "0.0", "-1", "1/2", "两盒", "1e3", "1.", "1234567"])
def test_what_is_no_quantity_is_named(text: str) -> None:
    """Nothing, less than nothing and words are refused with the text as typed."""
    with pytest.raises(Problem) as refused:
        quantity_entered(text)
    assert refused.value.message.id == "interview.wrong.quantity"
    assert dict(refused.value.message.parameters) == {"value": text}
