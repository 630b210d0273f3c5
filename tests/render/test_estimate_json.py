"""An estimate as JSON: decimal strings, null where nothing is known, and what stands behind each figure."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from desktop_app.domain.evidence import Evidence, Provenance, Source
from desktop_app.domain.figure import FigureName, exactly
from desktop_app.domain.period import Period
from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import estimate_document, ratio_text
from desktop_app.render.words import Words
from tests.rules.estimate.sums import benefits, estimated, exact, flat, gap, ranged, stay, yuan

WORDS = Words("zh_CN", resources_dir() / "words")
DOCUMENT = Provenance(
    evidence=Evidence.OFFICIAL,
    source=Source(id="s", title="太原市医疗保障办法", number="并医保发〔2024〕1号"),
    period=Period(date(2024, 1, 1)),
)


def told(**figures: Any) -> dict[str, Any]:  # noqa: ANN401 -- figures of every kind
    """The JSON of one stay of 10,000."""
    (estimate,) = estimated(benefits(**figures), stay(10000))
    document: dict[str, Any] = estimate_document(estimate, WORDS)
    return document


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        ("0", "0.0000"),
        ("1", "1.0000"),
        ("1/3", "0.3333"),
        ("2/3", "0.6667"),
        ("12345/100000", "0.1235"),
        ("1/20000", "0.0001"),
    ],
)
def test_a_ratio_has_four_places_half_up(ratio: str, text: str) -> None:
    """0.12345 becomes 0.1235, and 0.00005 becomes 0.0001."""
    assert ratio_text(Fraction(ratio)) == text


def test_a_range_and_the_question_that_narrows_it() -> None:
    """55 to 70 % of 10,000, likely 60 %."""
    found = told(ratio=ranged(flat(55), flat(60), flat(70)))
    assert found["range"] == {"low": "5500.00", "likely": "6000.00", "high": "7000.00"}
    assert (found["fund_total"], found["narrowing"]) == ("6000.00", "ratio")
    assert found["figures"]["ratio"]["exact"] is False


def test_a_gap_with_whom_to_ask() -> None:
    """What depends on the missing ratio is null, the rest is there; the gap says what to ask on which line."""
    ratio = gap(FigureName.RATIO)
    found = told(ratio=ratio, deductible=exact((yuan(500),)))
    assert (found["deductible"], found["basic_fund"], found["fund_total"]) == ("500.00", None, None)
    assert (found["range"], found["actual_ratio"], found["year_to_date"]) == (None, None, None)
    assert [(each["figure"], each["line"]) for each in found["gaps"]] == [("ratio", "010-12393")]
    assert all(found["gaps"][0][key] for key in ("why", "ask"))


def test_a_figure_with_its_document() -> None:
    """Title and number of the source, the grade, and the day it holds from; the same on the line that rests on it."""
    found = told(ratio=exactly(flat(60), DOCUMENT))
    shown = found["figures"]["ratio"]
    assert shown["value"] == "60%"
    assert (shown["evidence"], shown["valid_from"]) == ("official", "2024-01-01")
    assert shown["source"] == "太原市医疗保障办法 并医保发〔2024〕1号"
    line = next(step for step in found["trace"] if step["step"] == "basic_segment")
    assert (line["amount"], line["evidence"], line["source"]) == ("6000.00", "official", shown["source"])
    assert line["figures"] == ["ratio"]
