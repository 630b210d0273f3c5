"""What was answered to a case, as a row: in short, and by which edition of the rulebook."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.advice import FilingVerdict, SettlementVerdict
from desktop_app.domain.answer_changes import Gist
from desktop_app.domain.care import FilingType
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.rules.rulebook import Edition
from desktop_app.storage.household_tables import ResultRow


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptResult:
    """What the rulebook of an edition answered on a day; `asked` stands for everything that was asked."""

    asked: str
    edition: Edition
    answered_on: date
    gist: Gist


def result_columns(result: KeptResult) -> dict[str, str | int | date | None]:
    """The columns of a result, but for the case it belongs to."""
    gist, total = result.gist, result.gist.fund_total
    return {
        "asked": result.asked,
        "edition": result.edition.version,
        "checked_on": result.edition.checked_on,
        "answered_on": result.answered_on,
        "filing": gist.filing.value,
        "filing_type": gist.type.value if gist.type else None,
        "settlement": gist.settlement.value,
        "low": total.low if total else None,
        "likely": total.likely if total else None,
        "high": total.high if total else None,
    }


def result_of(row: ResultRow) -> KeptResult | None:
    """The result in a row; None where this edition of the program does not know one of its words."""
    try:
        gist = Gist(
            filing=FilingVerdict(row.filing),
            type=FilingType(row.filing_type) if row.filing_type else None,
            settlement=SettlementVerdict(row.settlement),
            fund_total=_interval(row.low, row.likely, row.high),
        )
    except ValueError:
        return None
    edition = Edition(row.edition, row.checked_on)
    return KeptResult(asked=row.asked, edition=edition, answered_on=row.answered_on, gist=gist)


def _interval(low: int | None, likely: int | None, high: int | None) -> Interval | None:
    if low is None or likely is None or high is None:
        return None
    return Interval(Fen(low), Fen(likely), Fen(high))
