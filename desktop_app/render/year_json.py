"""The year as the JSON that `yidi year --json` prints: decimal strings in yuan, null where a gap hides an amount."""

from collections.abc import Sequence

from desktop_app.domain.evidence import Provenance
from desktop_app.domain.figure import Gap
from desktop_app.domain.year import CapLeft, CriticalStart, DeductibleLeft, Limit, NextStay, YearOutlook
from desktop_app.render.estimate_json import Json, estimate_document, interval, money, source_text
from desktop_app.render.words import Words


def year_document(outlook: YearOutlook, words: Words) -> dict[str, Json]:
    """The whole outlook. A cap, start or distance whose ends are all null has no end: there is no cap."""
    return {
        "year": outlook.year,
        "on": outlook.on.isoformat(),
        "bills": outlook.bills,
        "billed": money(outlook.billed),
        "deductible": _deductible(outlook.deductible, words),
        "caps": {cap.fund.value: _cap(cap, words) for cap in outlook.caps},
        "critical_illness": _critical(outlook.critical, words) if outlook.critical else None,
        "personal_account_balance": interval(outlook.balance),
        "next": {
            "supposed": outlook.supposed.value,
            "kind": outlook.now.care.kind.value,
            "level": outlook.now.care.level.value,
            "region": outlook.now.care.region,
            "total": money(outlook.now.bill.total),
            "now": _stay(outlook.now, words),
            "after_new_year": _stay(outlook.after, words),
            "difference": interval(outlook.difference),
        },
        "gaps": _gaps(outlook.gaps, words),
        "notes": [words.text(note) for note in outlook.notes],
    }


def _deductible(left: DeductibleLeft, words: Words) -> Json:
    return {
        "basis": left.basis.value if left.basis else None,
        "figure": interval(left.figure),
        "used": interval(left.used),
        "left": interval(left.left),
        "paid_this_year": interval(left.paid),
        **_behind(left.provenance, left.gaps, words),
    }


def _cap(left: CapLeft, words: Words) -> Json:
    return {
        "cap": _limit(left.cap),
        "used": interval(left.used),
        "left": _limit(left.left),
        **_behind(left.provenance, left.gaps, words),
    }


def _critical(start: CriticalStart, words: Words) -> Json:
    return {
        "counted": interval(start.counted),
        "starts_at": _limit(start.starts_at),
        "distance": _limit(start.distance),
        "counts_deductible": start.counts_deductible,
        "counts_elsewhere_loss": start.counts_elsewhere_loss,
        **_behind(start.provenance, start.gaps, words),
    }


def _stay(stay: NextStay, words: Words) -> Json:
    return {
        "date": stay.care.date.isoformat(),
        "admission": stay.care.admission,
        "fund_total": interval(stay.estimate.fund_total),
        "personal_total": interval(stay.personal),
        "estimate": estimate_document(stay.estimate, words),
    }


def _limit(limit: Limit | None) -> Json:
    if limit is None:
        return None
    return {"low": money(limit.low), "likely": money(limit.likely), "high": money(limit.high)}


def _behind(provenance: Provenance | None, gaps: Sequence[Gap], words: Words) -> dict[str, Json]:
    """What stands behind a figure, and what hides it."""
    start = provenance.period.start if provenance else None
    return {
        "evidence": provenance.evidence.value if provenance else None,
        "source": source_text(provenance) if provenance else None,
        "valid_from": start.isoformat() if start else None,
        "gaps": _gaps(gaps, words),
    }


def _gaps(gaps: Sequence[Gap], words: Words) -> list[Json]:
    return [
        {"figure": gap.figure.value, "why": words.text(gap.why), "ask": words.text(gap.ask), "line": gap.line}
        for gap in gaps
    ]
