"""The year's lines, one by one: name, amount, what lies behind, how far it is used up; and the same printed."""

import json
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.care import CareKind
from desktop_app.domain.case import Case
from desktop_app.domain.figure import DeductibleBasis, FigureName, Supplement
from desktop_app.domain.outcome import Interval
from desktop_app.domain.person import Person
from desktop_app.domain.year import Limit, YearOutlook
from desktop_app.paths import resources_dir
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.year_view import YearLine, YearView, year_view
from desktop_app.render.words import Words
from desktop_app.render.year_json import year_document
from desktop_app.render.year_text import year_text
from tests.render.samples import SmallLibrary
from tests.rules.estimate.sums import (
    EMPLOYEE,
    RESIDENT,
    benefits,
    critical,
    exact,
    flat,
    gap,
    percent,
    ranged,
    stay,
    used,
    yuan,
)
from tests.rules.year.outlooks import TODAY, between, known, limit, outlook

ENGLISH = Words("en", resources_dir() / "words")
VISIT = CareKind.OUTPATIENT
EITHER = "Whether you pay more or less from 1 January 2027 cannot be told yet: up to ¥{} less, up to ¥{} more."
HALF = benefits(ratio=exact(flat(50)))

YEARLY = benefits(
    deductible=exact((yuan(1800),)), deductible_basis=exact(DeductibleBasis.ANNUAL), ratio=exact(flat(50))
)
"""A yearly deductible of 1,800, then half."""


def view(found: YearOutlook) -> YearView:
    """The outlook in English words."""
    return year_view(found, Bibliography(SmallLibrary(), "140100", ENGLISH), ENGLISH)


def line(found: YearOutlook, name: str) -> YearLine:
    """The one line of this name."""
    [one] = [each for each in view(found).lines if each.name == name]
    return one


def test_a_yearly_deductible() -> None:
    """1,000 of 1,800 are paid: 800 are left, and 1,000 / 1,800 = 55 hundredths are used up."""
    shown = line(outlook(YEARLY, stay(1000, kind=VISIT)), "Left of the yearly deductible")
    assert (shown.amount, shown.between, shown.used_up) == ("¥800.00", "", 55)
    assert shown.how.text == "¥1,800.00 a year, ¥1,000.00 paid"


@pytest.mark.parametrize(
    ("basis", "name"),
    [
        (DeductibleBasis.PER_ADMISSION, "Deductible of the next stay (number 2 this year)"),
        (DeductibleBasis.PER_VISIT, "Deductible of each visit"),
    ],
)
def test_a_deductible_of_each_stay_or_visit(basis: DeductibleBasis, name: str) -> None:
    """It is met whole again, so nothing of it is used up, whatever was paid."""
    figures = benefits(deductible=exact((yuan(300),)), deductible_basis=exact(basis), ratio=exact(flat(50)))
    shown = line(outlook(figures, stay(1000)), name)
    assert (shown.amount, shown.used_up) == ("¥300.00", None)
    assert shown.how.text == "deductibles paid this year: ¥300.00"


def test_no_deductible_is_said_in_one_word() -> None:
    """There is none; one of a single fen is one."""
    none = replace(YEARLY, deductible=benefits(deductible=exact((yuan(0),))).deductible)
    shown = line(outlook(none, stay(1000)), "Deductible")
    assert (shown.amount, shown.how.text, shown.how.badge.word) == ("none", "", "Typical")
    fen = replace(YEARLY, deductible=benefits(deductible=exact((yuan("0.01"),))).deductible)
    assert line(outlook(fen, stay(1000)), "Left of the yearly deductible").amount == "¥0.00"


def test_a_deductible_nobody_knows() -> None:
    """It is not called none."""
    found = outlook(replace(YEARLY, deductible=gap(FigureName.DEDUCTIBLE)), stay(1000))
    assert line(found, "Left of the yearly deductible").amount == "not known yet"


def test_a_cap_and_how_far_it_is_used_up() -> None:
    """500 of 1,500 are paid: a third. What cannot be used up has no hundredths; nothing is used up beyond all."""
    found = outlook(replace(HALF, cap=benefits(cap=exact(yuan(1500))).cap), stay(1000))
    shown = line(found, "The basic fund may still pay")
    assert (shown.amount, shown.used_up) == ("¥1,000.00", 33)
    assert shown.how.text == "at most ¥1,500.00 a year, ¥500.00 paid"
    endless = line(outlook(HALF, stay(1000)), "The basic fund may still pay")
    assert (endless.amount, endless.between, endless.used_up) == ("no limit", "", None)
    full = outlook(replace(HALF, cap=benefits(cap=exact(yuan(500))).cap), stay(2000))
    assert line(full, "The basic fund may still pay").used_up == 100


def test_a_cap_that_is_a_range() -> None:
    """The likely amount is shown, its ends beside it; a cap that may not be there has no upper end."""
    three = benefits(ratio=exact(flat(50)), cap=ranged(yuan(1000), yuan(1500), yuan(2500)))
    shown = line(outlook(three, stay(1000)), "The basic fund may still pay")
    assert (shown.amount, shown.between) == ("¥1,000.00", "¥500.00 to ¥2,000.00")
    two = benefits(ratio=exact(flat(50)), cap=ranged(yuan(1000), yuan(1500), None))
    shown = line(outlook(two, stay(1000)), "The basic fund may still pay")
    assert (shown.amount, shown.between) == ("¥1,000.00", "at least ¥500.00, perhaps without limit")
    one = benefits(ratio=exact(flat(50)), cap=ranged(yuan(1000), None, None))
    shown = line(outlook(one, stay(1000)), "The basic fund may still pay")
    assert (shown.amount, shown.between) == ("at least ¥500.00, perhaps without limit", "")


def serious(*, counts_deductible: bool = True) -> YearOutlook:
    """The way to cover from 10,000 on after a stay of 15,000 at 60 %."""
    terms = critical(10000, (10000, None, 60), counts_deductible=counts_deductible)
    return outlook(benefits(ratio=exact(flat(60)), critical=exact(terms)), stay(15000), person=RESIDENT)


def test_the_way_to_critical_illness_cover() -> None:
    """6,000 count; that deductibles do not is said only where it is so."""
    name, text = "To go until critical-illness insurance pays", "it pays from ¥10,000.00 of eligible own payment on"
    assert line(serious(), name).how.text == f"{text}; ¥6,000.00 so far"
    left_out = line(serious(counts_deductible=False), name)
    assert left_out.how.text == f"{text}; ¥6,000.00 so far (deductibles do not count)"


@pytest.mark.parametrize(
    ("distance", "said"),
    [
        (limit(0), "pays already"),
        (Limit(yuan(0), yuan(0), yuan("0.01")), "probably pays already, at most ¥0.01 to go"),
        (Limit(yuan(0), yuan(0), None), "probably pays already, or never does"),
    ],
)
def test_cover_that_has_probably_begun(distance: Limit, said: str) -> None:
    """What is not certain is not said to be."""
    found = serious()
    assert found.critical
    begun = replace(found, critical=replace(found.critical, distance=distance))
    assert line(begun, "Critical-illness insurance").amount == said


@pytest.mark.parametrize(
    ("distance", "said"), [(limit("0.01"), "¥0.01"), (None, "not known yet"), (Limit(None, None, None), "no limit")]
)
def test_cover_that_has_not_begun(distance: Limit | None, said: str) -> None:
    """A single fen is still to go; and what nobody knows, or what never ends, is no beginning."""
    found = serious()
    assert found.critical
    to_go = replace(found, critical=replace(found.critical, distance=distance))
    assert line(to_go, "To go until critical-illness insurance pays").amount == said


def test_the_account_has_a_line_where_there_is_one() -> None:
    """500 less the 500 that are one's own of 1,000 leave nothing, which is told; without an account no line."""
    shown = line(
        outlook(HALF, stay(1000), before=used(personal_account_balance=500)), "Balance of the personal account"
    )
    assert shown.amount == "¥0.00"
    names = [each.name for each in view(outlook(HALF, stay(1000))).lines]
    assert names == ["Deductible", "The basic fund may still pay"]
    hidden = benefits(ratio=gap(FigureName.RATIO))
    shown = line(
        outlook(hidden, stay(1000), before=used(personal_account_balance=500)), "Balance of the personal account"
    )
    assert shown.amount == "not known yet"


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (known(0), "From 1 January 2027 you pay just as much."),
        (known("0.01"), "From 1 January 2027 you pay ¥0.01 more."),
        (known("-0.01"), "From 1 January 2027 you pay ¥0.01 less."),
        (between(1, 2, 3), "From 1 January 2027 you pay ¥2.00 (¥1.00 to ¥3.00) more."),
        (between(-3, -2, -1), "From 1 January 2027 you pay ¥2.00 (¥1.00 to ¥3.00) less."),
        (between(0, 1, 3), EITHER.format("0.00", "3.00")),
        (between(-3, -1, 0), EITHER.format("3.00", "0.00")),
        (between(-2, 1, 3), EITHER.format("2.00", "3.00")),
        (None, "Figures are missing, so the two cannot be compared yet."),
    ],
)
def test_the_difference_in_a_sentence(difference: Interval | None, said: str) -> None:
    """More, less or the same only where it is certain."""
    assert view(replace(outlook(HALF, stay(1000)), difference=difference)).difference == said


def test_the_next_stay_in_words() -> None:
    """800 of 1,800 are to be paid, of 200 half: the funds pay 100 and the person 900; in 2027 all 1,000."""
    shown = view(outlook(YEARLY, stay(1000, kind=VISIT)))
    assert shown.next_title == "Another visit"
    assert [(each.name, each.amount) for each in shown.stays] == [
        ("Still this year, you pay", "¥900.00"),
        ("In 2027, you pay", "¥1,000.00"),
    ]
    assert [each.how.text for each in shown.stays] == [
        "the funds pay ¥100.00; of the rest, ¥800.00 is the deductible",
        "the funds pay ¥0.00; of the rest, ¥1,000.00 is the deductible",
    ]
    assert shown.why == (
        "deductible: ¥800.00 now, ¥1,000.00 in 2027",
        "basic fund: ¥100.00 now, ¥0.00 in 2027",
    )
    assert view(outlook(HALF, stay(1000))).next_title == "Another stay"


def test_a_gap_leaves_a_stay_without_reasons() -> None:
    """Without a ratio neither stay has an amount, nor a word behind it; whom to ask is named once."""
    shown = view(outlook(benefits(ratio=gap(FigureName.RATIO)), stay(1000)))
    assert [(each.amount, each.how.text) for each in shown.stays] == [("not known yet", ""), ("not known yet", "")]
    assert (shown.why, len(shown.missing)) == ((), 1)


def test_the_supplement_is_compared_too() -> None:
    """Of a cap of 500 nothing is left: 90 % of 1,000 come from the supplement now, in 2027 half from the fund."""
    figures = benefits(ratio=exact(flat(50)), cap=exact(yuan(500)), supplement=exact(Supplement(percent(90), None)))
    assert view(outlook(figures, stay(1000))).why == (
        "basic fund: ¥0.00 now, ¥500.00 in 2027",
        "supplement: ¥900.00 now, ¥0.00 in 2027",
    )


def printed(found: YearOutlook) -> list[str]:
    """The lines of the command line."""
    person = Person(scheme=EMPLOYEE.scheme, insured_region="140100")
    case = Case(today=TODAY, person=person, episodes=(stay(1000),))
    return year_text(case, found, SmallLibrary(), ENGLISH).splitlines()


def test_the_year_printed() -> None:
    """Title, what counts, a line for each amount with what lies behind, the next visit and why it differs."""
    lines = printed(outlook(YEARLY, stay(1000, date(2026, 6, 15), VISIT)))
    assert lines[:5] == [
        "The year 2026",
        "Up to 21 November 2026 there is 1 bill of this year, ¥1,000.00 in all.",
        "  · Left of the yearly deductible: ¥800.00",
        "    ¥1,800.00 a year, ¥1,000.00 paid [Typical]",
        "  · The basic fund may still pay: no limit",
    ]
    after = lines.index("From 1 January 2027 you pay ¥100.00 more.")
    assert lines[after - 4 : after] == [
        "  · Still this year, you pay: ¥900.00",
        "    the funds pay ¥100.00; of the rest, ¥800.00 is the deductible",
        "  · In 2027, you pay: ¥1,000.00",
        "    the funds pay ¥0.00; of the rest, ¥1,000.00 is the deductible",
    ]
    assert lines[after + 1 : after + 4] == [
        "    deductible: ¥800.00 now, ¥1,000.00 in 2027",
        "    basic fund: ¥100.00 now, ¥0.00 in 2027",
        "",
    ]


def test_a_range_and_a_gap_printed() -> None:
    """The ends stand in brackets; the missing figure stands under its own heading."""
    figures = benefits(ratio=gap(FigureName.RATIO), deductible=ranged((yuan(200),), (yuan(300),), (yuan(400),)))
    lines = printed(outlook(figures, stay(1000)))
    assert any(each.endswith(": ¥300.00 (¥200.00 to ¥400.00)") for each in lines)
    assert any("010-12393" in each for each in lines)


def test_the_year_as_json_with_what_is_not_known() -> None:
    """A gap is null and named; no cap is a cap without ends; a figure says how reliable it is, a gap does not."""
    figures = benefits(deductible=gap(FigureName.DEDUCTIBLE), ratio=exact(flat(50)), cap=exact(None))
    document = json.loads(json.dumps(year_document(outlook(figures, stay(1000), person=RESIDENT), ENGLISH)))
    deductible, basic = document["deductible"], document["caps"]["basic_fund"]
    assert (deductible["figure"], deductible["evidence"], deductible["source"]) == (None, None, None)
    assert basic["cap"] == {"low": None, "likely": None, "high": None}
    assert (basic["left"], basic["evidence"]) == (None, "typical")
    assert document["critical_illness"] is None
