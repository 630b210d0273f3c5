"""An estimate as the JSON that `yidi estimate --json` prints and `plan` carries as `money.as_is` (estimator.md)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from desktop_app.domain.bill import YearToDate
from desktop_app.domain.case import Case
from desktop_app.domain.evidence import Provenance
from desktop_app.domain.figure import Gap
from desktop_app.domain.money import Fen, yuan_text
from desktop_app.domain.outcome import Estimate, Interval, Step, UsedFigure
from desktop_app.render.words import Words

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
RATIO_PLACES: Final = 10_000


def case_document(case: Case, estimates: Sequence[Estimate], words: Words) -> dict[str, Json]:
    """The whole answer: `result`, or `results` in order of date where the case lists episodes."""
    documents: list[Json] = [estimate_document(estimate, words) for estimate in estimates]
    return {"results": documents} if case.several else {"result": documents[0]}


def estimate_document(estimate: Estimate, words: Words) -> dict[str, Json]:
    """The object under `result`: decimal strings in yuan, null where a gap leaves an amount unknown."""
    amounts = estimate.amounts
    document: dict[str, Json] = {name: money(getattr(amounts, name)) for name in amounts.__slots__}
    document |= {
        "actual_ratio": None if estimate.actual_ratio is None else ratio_text(estimate.actual_ratio),
        "range": interval(estimate.fund_total),
        "narrowing": estimate.narrowing.value if estimate.narrowing else None,
        "trace": [_step(step, words) for step in estimate.trace],
        "figures": {used.name.value: figure_document(used, words) for used in estimate.figures},
        "gaps": [_gap(gap, words) for gap in estimate.gaps],
        "warnings": [words.text(warning) for warning in estimate.warnings],
        "year_to_date": _counters(estimate.year_to_date),
    }
    if estimate.funds_paid is not None:
        document["top_up"] = interval(estimate.top_up)
    return document


def money(amount: Fen | None) -> str | None:
    """An amount as a decimal string in yuan."""
    return None if amount is None else yuan_text(amount)


def interval(amount: Interval | None) -> Json:
    """Lowest, likely and highest."""
    if amount is None:
        return None
    return {"low": yuan_text(amount.low), "likely": yuan_text(amount.likely), "high": yuan_text(amount.high)}


def ratio_text(ratio: Fraction) -> str:
    """A ratio with four places, half-up (R22)."""
    parts = (2 * ratio.numerator * RATIO_PLACES + ratio.denominator) // (2 * ratio.denominator)
    return f"{parts // RATIO_PLACES}.{parts % RATIO_PLACES:04d}"


def _step(step: Step, words: Words) -> Json:
    return {
        "step": step.name.value,
        "text": words.text(step.how),
        "amount": yuan_text(step.amount),
        "figures": [name.value for name in step.figures],
        **provenance_document(step.provenance),
    }


def figure_document(used: UsedFigure, words: Words) -> dict[str, Json]:
    """A figure as it entered the estimate, with what stands behind it."""
    return {"value": words.text(used.value), "exact": used.exact, **provenance_document(used.provenance)}


def provenance_document(provenance: Provenance | None) -> dict[str, Json]:
    """Grade, source and first day of a figure; nulls where there is none."""
    if provenance is None:
        return {"evidence": None, "source": None, "valid_from": None}
    start = provenance.period.start
    return {
        "evidence": provenance.evidence.value,
        "source": source_text(provenance),
        "valid_from": start.isoformat() if start else None,
    }


def source_text(provenance: Provenance) -> str | None:
    """The source by title and number; None for the person's own figure."""
    source = provenance.source
    if source is None:
        return None
    return f"{source.title} {source.number}" if source.number else source.title


def _gap(gap: Gap, words: Words) -> Json:
    return {"figure": gap.figure.value, "why": words.text(gap.why), "ask": words.text(gap.ask), "line": gap.line}


def _counters(counters: YearToDate | None) -> Json:
    return None if counters is None else {name: yuan_text(getattr(counters, name)) for name in counters.__slots__}
