"""Answers survive being written down: text and back is the same answer, and unknown text is no answer."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind
from desktop_app.domain.money import Fen
from desktop_app.interview.draft import NOT_KNOWN, Answer, Draft, FilingPeriod
from desktop_app.interview.kept import as_text, draft_from, from_text, kept_answers
from desktop_app.interview.questions import BY_ID
from tests.interview.samples import SAMPLES
from tests.interview.walk import walked

FEN = st.integers(0, 10**12).map(Fen)


@pytest.mark.parametrize("name", list(SAMPLES))
def test_a_whole_draft_survives(name: str) -> None:
    """Every answer of the three samples comes back as the same value of the same type."""
    draft = walked(SAMPLES[name]).draft
    assert draft_from(kept_answers(draft)) == draft


@pytest.mark.parametrize("id", list(BY_ID))
def test_not_known_is_kept_as_an_answer(id: str) -> None:
    """I don't know is kept, and differs from not answered."""
    assert from_text(BY_ID[id], as_text(NOT_KNOWN)) is NOT_KNOWN
    assert kept_answers(Draft()) == {}


@given(st.builds(Bill, total=FEN, out_of_catalogue=FEN, class_b=FEN, over_limit=FEN))
def test_any_bill_survives_to_the_fen(bill: Bill) -> None:
    """Whole fen in, whole fen out."""
    assert from_text(BY_ID["bill"], as_text(bill)) == bill


@given(st.dates(), st.none() | st.dates())
def test_any_period_survives(start: date, until: date | None) -> None:
    """With an end or without."""
    assert from_text(BY_ID["filing_period"], as_text(FilingPeriod(start, until))) == FilingPeriod(start, until)


def test_a_share_survives_exactly() -> None:
    """Ten per cent is one tenth, never 0.1000000000000000055."""
    bill = Bill(total=Fen(100_00), class_b=Fen(50_00), class_b_ratio=Fraction(1, 10))
    assert from_text(BY_ID["bill"], as_text(bill)) == bill


@pytest.mark.parametrize(
    ("id", "text", "answer"),
    [
        ("danger", "yes", True),
        ("kind", "inpatient", CareKind.INPATIENT),
        ("age", "68", 68),
        ("admitted_on", "2026-12-03", date(2026, 12, 3)),
        ("filing_period", '["2025-01-01", null]', FilingPeriod(date(2025, 1, 1), None)),
        ("tier", "tier2", "tier2"),
    ],
)
def test_kept_text_is_what_it_was_in_the_first_edition(id: str, text: str, answer: Answer) -> None:
    """The text form is a promise to saved cases: it may not change."""
    assert from_text(BY_ID[id], text) == answer
    assert as_text(answer) == text


@pytest.mark.parametrize(
    ("id", "text"),
    [("kind", "hairdresser"), ("admitted_on", "soon"), ("bill", "{}"), ("bill", "[1]"), ("age", "old"), ("danger", "")],
)
def test_text_from_another_edition_is_asked_again(id: str, text: str) -> None:
    """What cannot be read is no answer; nothing is guessed and nothing breaks."""
    assert from_text(BY_ID[id], text) is None
    assert draft_from({id: text, "a question long gone": "x"}) == Draft()
