"""The year's counters after bills with a figure nobody has: which are known, which a gap hides, and after New Year."""

from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.care import Care, CareKind
from desktop_app.domain.figure import FigureName
from desktop_app.domain.person import Person
from desktop_app.rules.estimate.figure_table import AnyFigure
from desktop_app.rules.estimate.reckoning import Reckoning, reckoning
from desktop_app.rules.year.counters import KNOWN_FROM, YearSoFar, year_so_far
from tests.rules.estimate.sums import (
    EMPLOYEE,
    RESIDENT,
    UNUSED,
    benefits,
    bill,
    critical,
    exact,
    flat,
    gap,
    ranged,
    used,
    yuan,
)

CARE = Care(kind=CareKind.INPATIENT, date=date(2026, 6, 15))
DECEMBER, JANUARY = date(2026, 12, 31), date(2027, 1, 1)


def stay(person: Person = EMPLOYEE, before: YearToDate = UNUSED, **figures: AnyFigure) -> Reckoning:
    """A stay of 10,000 at 60 % above 500."""
    usual: dict[str, AnyFigure] = {"ratio": exact(flat(60)), "deductible": exact((yuan(500),))}
    return reckoning(person, CARE, bill(10000), before, benefits(**{**usual, **figures}))


def known(so_far: YearSoFar) -> set[str]:
    """The counters that no gap hides."""
    return {counter for counter in KNOWN_FROM if so_far.span(counter) is not None}


def test_without_gaps_every_counter_is_known() -> None:
    """500 of the deductible, 9,500 × 60 % = 5,700 of the fund; the rest of 4,300 counts."""
    terms = exact(critical(50000, (50000, None, 60)))
    so_far = year_so_far(UNUSED, [stay(critical=terms)], DECEMBER)
    assert known(so_far) == set(KNOWN_FROM)
    spans = {name: so_far.span(name) for name in ("deductible_paid", "basic_fund_paid", "critical_out_of_pocket")}
    assert [(each.low, each.likely, each.high) for each in spans.values() if each] == [
        (yuan(500),) * 3,
        (yuan(5700),) * 3,
        (yuan(4300),) * 3,
    ]
    assert so_far.hiding("basic_fund_paid") == ()


def test_a_range_spans_a_counter() -> None:
    """At 50 to 70 %: 4,750 … 6,650, likely 5,700."""
    so_far = year_so_far(UNUSED, [stay(ratio=ranged(flat(50), flat(60), flat(70)))], DECEMBER)
    span = so_far.span("basic_fund_paid")
    assert span is not None
    assert (span.low, span.likely, span.high) == (yuan(4750), yuan(5700), yuan(6650))


def test_a_gap_hides_its_own_counter_and_all_that_grow_later() -> None:
    """Without a ratio only the deductible is known; without critical illness all that grows before it."""
    so_far = year_so_far(UNUSED, [stay(ratio=gap(FigureName.RATIO))], DECEMBER)
    assert known(so_far) == {"deductible_paid"}
    assert [each.figure for each in so_far.hiding("basic_fund_paid")] == [FigureName.RATIO]
    assert so_far.hiding("deductible_paid") == ()
    so_far = year_so_far(UNUSED, [stay(critical=gap(FigureName.CRITICAL))], DECEMBER)
    assert known(so_far) == {"deductible_paid", "basic_fund_paid", "supplement_paid"}


def test_new_year_forgets_everything_but_the_account() -> None:
    """All counters are 0 and known again; a gap still hides what is left in an account that held something."""
    before = used(deductible_paid=100, personal_account_balance=300)
    missing: dict[str, Any] = {"ratio": gap(FigureName.RATIO)}
    empty = year_so_far(UNUSED, [stay(**missing)], JANUARY)
    assert (known(empty), empty.used, empty.gaps) == (set(KNOWN_FROM), UNUSED, ())
    full = year_so_far(before, [stay(before=before, **missing)], JANUARY)
    assert known(full) == set(KNOWN_FROM) - {"personal_account_balance"}
    assert [each.figure for each in full.gaps] == [FigureName.RATIO]
    resident = year_so_far(before, [stay(RESIDENT, before, **missing)], JANUARY)
    assert known(resident) == set(KNOWN_FROM)
    told = year_so_far(before, [stay(before=before)], JANUARY)
    # 4,300 are the person's own: the account of 300 has paid them in part.
    assert known(told) == set(KNOWN_FROM)
    assert replace(told.used, personal_account_balance=yuan(0)) == UNUSED
    assert told.used.personal_account_balance == 0
