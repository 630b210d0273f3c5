"""Show where the year of a case stands, and what another stay would cost."""

from desktop_app.domain.case import Case
from desktop_app.domain.money import Fen
from desktop_app.domain.year import YearOutlook
from desktop_app.rules.rulebook import RuleBook
from desktop_app.rules.year.outlook import year_outlook


def show_year(case: Case, rulebook: RuleBook, next_total: Fen | None = None) -> YearOutlook:
    """The outlook of the year of a case; `next_total` is the bill of another stay, in fen, where it is not the last.

    Raises Problem for a case without a bill, and where figures are missing that only an insured region could give.
    """
    return year_outlook(case, rulebook, next_total)


def year_of_plan(case: Case, rulebook: RuleBook) -> YearOutlook | None:
    """The outlook that goes with a plan; None for a case without a bill."""
    return year_outlook(case, rulebook) if case.episodes[0].bill else None
