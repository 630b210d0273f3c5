"""What is left of the yearly cap (最高支付限额) of each fund."""

from collections.abc import Iterator
from typing import TypeVar

from desktop_app.domain.figure import AssistanceTerms, CriticalIllness, Figure, Gap, Supplement
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.person import Assistance, Scheme
from desktop_app.domain.year import CapLeft, Fund, Limit
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.year.counters import YearSoFar
from desktop_app.rules.year.ranges import left_of, once, used_of

T = TypeVar("T")
Capped = Supplement | CriticalIllness | AssistanceTerms


def caps_left(here: Reckoning, so_far: YearSoFar) -> Iterator[CapLeft]:
    """What each fund may still pay this year; funds that do not exist for the person are left out (R12, R16)."""
    benefits, person = here.benefits, here.person
    yield _cap_left(Fund.BASIC, benefits.cap, so_far, "basic_fund_paid")
    if person.scheme is Scheme.EMPLOYEE and not _absent(benefits.supplement):
        yield _cap_left(Fund.SUPPLEMENT, _cap_of(benefits.supplement), so_far, "supplement_paid")
    if not _absent(benefits.critical):
        yield _cap_left(Fund.CRITICAL, _cap_of(benefits.critical), so_far, "critical_paid")
    if person.assistance is not Assistance.NONE and not _absent(benefits.assistance):
        yield _cap_left(Fund.ASSISTANCE, _cap_of(benefits.assistance), so_far, "assistance_paid")


def _cap_of(
    figure: Figure[Supplement | None] | Figure[CriticalIllness | None] | Figure[AssistanceTerms | None] | Gap,
) -> Figure[Fen | None] | Gap:
    """The cap in what is said of a fund; a fund that may not exist at all may pay nothing."""
    if isinstance(figure, Gap):
        return figure
    return Figure(_cap(figure.value), _cap(figure.low), _cap(figure.high), figure.provenance)


def _cap(terms: Capped | None) -> Fen | None:
    return ZERO if terms is None else terms.cap


def _cap_left(fund: Fund, cap: Figure[Fen | None] | Gap, so_far: YearSoFar, counter: str) -> CapLeft:
    paid, hiding = so_far.span(counter), so_far.hiding(counter)
    if isinstance(cap, Gap):
        return CapLeft(fund=fund, cap=None, used=paid, left=None, provenance=None, gaps=once([cap], hiding))
    limit = Limit(cap.low, cap.value, cap.high)
    return CapLeft(
        fund=fund,
        cap=limit,
        used=None if paid is None else used_of(limit, paid),
        left=None if paid is None else left_of(limit, paid),
        provenance=cap.provenance,
        gaps=hiding,
    )


def _absent(figure: Figure[T | None] | Gap) -> bool:
    return isinstance(figure, Figure) and figure.value is None and figure.exact
