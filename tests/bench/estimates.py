"""How long an estimate takes: exact with its trace, beside OpenFisca-core's simulation of the same rules; ranged.

Every estimate and simulation is of another bill. The figures are at hand, as parameters are in a loaded OpenFisca
system; one row says what figures cost that were never seen before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.domain.case import Case
from desktop_app.domain.figure import Figure, FigureName, Points, Schedule, Segment, Supplement
from desktop_app.domain.money import Fen, fen_from_yuan, yuan_text
from desktop_app.rules.estimate.figure_table import AnyFigure, with_figures
from desktop_app.rules.estimate.figures import NEUTRAL
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.storage.case_file import parse_case
from tests.bench.clock import Row, milliseconds, print_table
from tests.rulebooks import TYPICAL, DictRuleBook
from tests.rules.estimate.sums import percent, yuan

Act = Callable[[int], object]
"""What is measured, done for the n-th bill."""

TODAY = date(2026, 11, 21)
TIMES = 300
TOLERANCE = 5
"""In fen: OpenFisca reckons in 32-bit floats, which know amounts of this size no better."""

CASE: dict[str, Any] = {
    "version": 1,
    "person": {"scheme": "employee", "status": "retired"},
    "care": {"kind": "inpatient", "level": "level3", "date": "2026-06-15", "admission": 3},
    "bill": {"total": "189085.85", "out_of_catalogue": "24674.04", "class_b": "20000.00", "class_b_ratio": "0.10"},
    "year_to_date": {"basic_fund_paid": "8240.49", "critical_out_of_pocket": "6200.00"},
    "figures": {
        "deductible": [1300, 650],
        "segments": [[30000, "0.85"], [40000, "0.90"], [None, "0.95"]],
        "segment_origin": "zero",
        "own_share_factor": "0.6",
        "cap": 100000,
        "elsewhere": {"kind": "points", "value": "0.10"},
        "supplement": {"ratio": "0.80", "cap": 300000},
        "critical": {
            "deductible": 10000,
            "tiers": [[10000, 30000, "0.6"], [30000, 100000, "0.7"], [100000, None, "0.8"]],
        },
    },
}
SAME_STAY: dict[str, object] = {
    "total": 189085.85,
    "out_of_catalogue": 24674.04,
    "class_b": 20000.0,
    "class_b_ratio": 0.10,
    "basic_fund_paid": 8240.49,
    "critical_out_of_pocket": 6200.0,
    "retired": True,
    "elsewhere": True,
    "admission": 3,
}


def measure(rounds: int) -> None:
    """Prints what an estimate takes, the ratio to OpenFisca-core, and what a range over six figures costs."""
    print_table(list(_rows(rounds)))


def _rows(rounds: int) -> Iterator[Row]:
    rulebook = DictRuleBook()
    stays = _with_other_bills(parse_case(CASE, rulebook, TODAY))
    simulations = _simulations()
    estimates: list[Act] = [
        lambda number: estimate_case(stays[number], rulebook),
        lambda number: estimate_case(_with_new_figures(stays[number]), rulebook),
        lambda number: estimate_case(parse_case(_document(number), rulebook, TODAY), rulebook),
    ]
    alone, new, read, *theirs = _best_in_turn([*estimates, *simulations.values()], rounds)
    yield "one estimate, exact figures, with its trace", _each(alone), "≥ 3,000 a second"
    yield "the same with figures never seen before", _each(new), "–"
    yield "the same with reading and checking its document as well", _each(read), "–"
    for (name, simulate), time, ours in zip(simulations.items(), theirs, (alone, read), strict=False):
        for number in (0, TIMES - 1):
            _check_alike(estimate_case(stays[number], rulebook), simulate(number))
        yield f"one OpenFisca-core simulation of the same rules, {name}", _each(time), "–"
        yield "its time to ours", f"× {time / ours:.1f}", "> × 1, aim × 3"
    if not simulations:
        yield "one OpenFisca-core simulation of the same rules", "not installed (pip install --group bench)", "> × 1"
    case, unknown = _ranged()
    ranged = _with_other_bills(case)
    (time,) = _best_in_turn([lambda number: estimate_case(ranged[number], unknown)], rounds)
    yield "one estimate with six figures known as ranges, and the question to ask", f"{time:.2f} ms", "< 16 ms"


def _with_other_bills(case: Case) -> list[Case]:
    """The same stay, each time a yuan dearer."""
    (episode,) = case.episodes
    assert episode.bill is not None
    bills = (replace(episode.bill, total=Fen(episode.bill.total + number * 100)) for number in range(TIMES))
    return [replace(case, episodes=(replace(episode, bill=bill),)) for bill in bills]


def _with_new_figures(case: Case) -> Case:
    """The same case, its figures no longer those that are known."""
    assert case.figures is not None
    return replace(case, figures=replace(case.figures))


def _document(number: int) -> dict[str, Any]:
    return CASE | {"bill": CASE["bill"] | {"total": f"{189085 + number}.85"}}


def _each(time: float) -> str:
    return f"{1000 * time:.0f} µs ({1000 / time:,.0f} a second)"


def _best_in_turn(acts: Sequence[Act], rounds: int) -> list[float]:
    """Milliseconds each takes, measured in turn; the shortest round counts, the others were disturbed."""

    def often(act: Act) -> None:
        for number in range(TIMES):
            act(number)

    times = [[milliseconds(often, act) / TIMES for act in acts] for _ in range(rounds)]
    return [min(each) for each in zip(*times, strict=True)]


def _simulations() -> dict[str, Callable[[int], dict[str, float]]]:
    """The two ways to put a simulation together; none where OpenFisca-core is not installed."""
    try:
        from tests.bench import openfisca_rules
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in {"openfisca_core", "numpy"}:
            raise
        return {}
    rules = openfisca_rules.system()
    stays = [SAME_STAY | {"total": 189085.85 + number} for number in range(TIMES)]
    return {
        "from arrays": lambda number: openfisca_rules.from_arrays(rules, stays[number]),
        "from a document": lambda number: openfisca_rules.from_document(rules, stays[number]),
    }


def _check_alike(ours: Any, theirs: dict[str, float]) -> None:  # noqa: ANN401 -- estimates of one episode
    """Both sides must have done the same: amount by amount, but for what floats lose."""
    amounts = ours[0].amounts
    for name, value in theirs.items():
        exact = getattr(amounts, name if name != "cash" else "personal_total")
        if abs(exact - round(value * 100)) > TOLERANCE:
            raise SystemExit(f"{name}: {yuan_text(exact)} here, {value:.2f} with OpenFisca-core")


def _ranged() -> tuple[Case, DictRuleBook]:
    """A stay of which deductible, ratios, cap, reduction, supplement and first-pay share are ranges."""

    def bands(first: int, second: int) -> Schedule:
        return Schedule(segments=(Segment(yuan(30000), percent(first)), Segment(None, percent(second))))

    figures: dict[FigureName, AnyFigure] = {
        FigureName.DEDUCTIBLE: Figure((yuan(1200),), (yuan(800),), (yuan(2000),), TYPICAL),
        FigureName.RATIO: Figure(bands(80, 90), bands(70, 80), bands(90, 95), TYPICAL),
        FigureName.CAP: Figure(yuan(60000), yuan(40000), yuan(100000), TYPICAL),
        FigureName.ELSEWHERE: Figure(Points(percent(10)), Points(percent(0)), Points(percent(20)), TYPICAL),
        FigureName.SUPPLEMENT: Figure(
            Supplement(percent(90), yuan(300000)),
            Supplement(percent(80), yuan(200000)),
            Supplement(percent(95), yuan(500000)),
            TYPICAL,
        ),
        FigureName.ELSEWHERE_FIRST_PAY: Figure(percent(5), percent(0), percent(10), TYPICAL),
    }
    rulebook = DictRuleBook(with_figures(NEUTRAL, figures))
    stay = {
        "version": 1,
        "person": {"scheme": "employee", "insured_region": "140100"},
        "care": {"kind": "inpatient", "date": "2026-06-15", "region": "110000"},
        "bill": {"total": "189085.85"},
    }
    case = parse_case(stay, rulebook, TODAY)
    interval = estimate_case(case, rulebook)[0].fund_total
    assert interval is not None
    assert interval.low < interval.high <= Fen(fen_from_yuan("189085.85"))
    return case, rulebook
