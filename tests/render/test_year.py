"""The year in words, on screen and on paper alike."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.figure import FigureName
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.year import Limit, YearOutlook
from desktop_app.paths import resources_dir
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.year_view import YearView, amount_of, year_view
from desktop_app.render.words import Language, Words
from desktop_app.services.export_summary import summary_of
from desktop_app.services.open_rulebook import open_rulebook
from desktop_app.services.read_case import read_case
from tests.render.samples import SmallLibrary
from tests.rules.estimate.sums import RESIDENT, benefits, critical, exact, flat, gap, ranged, stay, used, yuan
from tests.rules.year.outlooks import outlook

SAMPLES = Path(__file__).parents[2] / "data" / "examples"
TODAY = date(2026, 11, 21)
LANGUAGES: tuple[Language, ...] = ("zh_CN", "en")


def words_of(language: Language) -> Words:
    """The words of a language."""
    return Words(language, resources_dir() / "words")


def view(found: YearOutlook, language: Language = "en") -> YearView:
    """The outlook in words."""
    words = words_of(language)
    return year_view(found, Bibliography(SmallLibrary(), "140100", words), words)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (None, "not known yet"),
        (Interval(Fen(100), Fen(100), Fen(100)), "¥1.00"),
        (Interval(Fen(100), Fen(200), Fen(300)), "¥2.00 (¥1.00 to ¥3.00)"),
        (Limit(None, None, None), "no limit"),
        (Limit(Fen(100), None, None), "at least ¥1.00, perhaps without limit"),
        (Limit(Fen(100), Fen(200), None), "¥2.00 (at least ¥1.00, perhaps without limit)"),
        (Limit(Fen(100), Fen(100), Fen(100)), "¥1.00"),
    ],
)
def test_amounts_in_words(amount: Interval | Limit | None, said: str) -> None:
    """Exact, between two ends, without an end, or not known: never a bare number for what is not certain."""
    assert words_of("en").text(amount_of(amount)) == said


SERIOUS = benefits(ratio=exact(flat(60)), critical=exact(critical(10000, (10000, None, 60))))


def test_what_is_left_to_critical_illness_cover() -> None:
    """6,000 of 10,000 are counted: 4,000 to go, 60 hundredths of the way."""
    [line] = [line for line in view(outlook(SERIOUS, stay(15000), person=RESIDENT)).lines if "To go" in line.name]
    assert (line.amount, line.between, line.used_up) == ("¥4,000.00", "", 60)


def test_cover_that_pays_already() -> None:
    """12,000 are counted: it pays."""
    shown = view(outlook(SERIOUS, stay(30000), person=RESIDENT))
    assert [line.amount for line in shown.lines if line.name == "Critical-illness insurance"] == ["pays already"]


def test_why_new_year_makes_a_difference() -> None:
    """1,200 more, because critical-illness insurance starts anew."""
    shown = view(outlook(SERIOUS, stay(15000), person=RESIDENT))
    assert shown.difference == "From 1 January 2027 you pay ¥1,200.00 more."
    assert shown.why == ("critical-illness insurance: ¥1,200.00 now, ¥0.00 in 2027",)


def test_less_after_new_year() -> None:
    """A cap used up is whole again: of 10,000 at 80 % 8,000 come back."""
    figures = benefits(ratio=exact(flat(80)), cap=exact(yuan(100000)))
    shown = view(outlook(figures, stay(10000), before=used(basic_fund_paid=100000)))
    assert shown.difference == "From 1 January 2027 you pay ¥8,000.00 less."


def test_a_sign_that_is_not_certain_is_not_given_away() -> None:
    """The second stay's deductible may be higher or lower than the first one's: up to 300 less, up to 300 more."""
    deductible = ranged((yuan(500), yuan(200)), (yuan(500), yuan(500)), (yuan(500), yuan(800)))
    shown = view(outlook(benefits(ratio=exact(flat(100)), deductible=deductible), stay(10000)))
    assert shown.difference.startswith("Whether you pay more or less from 1 January 2027 cannot be told yet")


def test_a_gap_is_named_with_whom_to_ask() -> None:
    """No amount, the name of the figure, and the line to ring."""
    figures = benefits(ratio=exact(flat(60)), deductible=gap(FigureName.DEDUCTIBLE))
    shown = view(outlook(figures, stay(3000)))
    assert shown.difference == "Figures are missing, so the two cannot be compared yet."
    assert any("010-12393" in line for line in shown.missing)


def test_a_deductible_whose_basis_nobody_knows() -> None:
    """It is not called one of each visit, and what is left of it is not known."""
    figures = benefits(
        deductible=exact((yuan(300),)), deductible_basis=gap(FigureName.DEDUCTIBLE_BASIS), ratio=exact(flat(50))
    )
    [line, *_] = view(outlook(figures, stay(1000), person=RESIDENT)).lines
    assert (line.name, line.amount) == ("Deductible", "not known yet")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_year_on_paper(language: Language) -> None:
    """The sample of Taiyuan has a section for the year with the next stay and what New Year changes."""
    with open_rulebook() as rulebook:
        case = read_case(SAMPLES / "1-taiyuan-beijing.yaml", rulebook, TODAY)
        html = summary_of(case, rulebook, language).html
    assert {"zh_CN": "今年还剩多少，再来一次要多少", "en": "This year: what is left, and another stay"}[
        language
    ] in html
    assert "2027" in html


def test_no_bill_no_year_on_paper(tmp_path: Path) -> None:
    """A plan without a bill says nothing of the year."""
    text = (SAMPLES / "1-taiyuan-beijing.yaml").read_text(encoding="utf-8")
    file = tmp_path / "plan.yaml"
    file.write_text(text[: text.index("bill:")], encoding="utf-8")
    with open_rulebook() as rulebook:
        html = summary_of(read_case(file, rulebook, TODAY), rulebook, "zh_CN").html
    assert "今年还剩多少" not in html
