"""What a missing figure leaves unknown: the gaps that matter to this bill, and the amounts that depend on none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Final, NamedTuple, TypeVar

from desktop_app.domain.figure import Figure, FigureName, Gap
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Amounts
from desktop_app.domain.person import Assistance, Scheme
from desktop_app.rules.estimate.episode import Settled
from desktop_app.rules.estimate.figure_table import figure_of
from desktop_app.rules.estimate.reckoning import Reckoning

T = TypeVar("T")


class Stage(IntEnum):
    """The steps in their order; a gap leaves its own step and all that follow unknown."""

    SPLIT = 0
    ACCOUNT_ORDER = 1
    DEDUCTIBLE = 2
    BASIC = 3
    SUPPLEMENT = 4
    CRITICAL = 5
    ASSISTANCE = 6
    TOTAL = 7
    ACCOUNT = 8
    COMPLETE = 9


STAGES: dict[FigureName, Stage] = {
    FigureName.ELSEWHERE_FIRST_PAY: Stage.SPLIT,
    FigureName.ACCOUNT_ORDER: Stage.ACCOUNT_ORDER,
    FigureName.ELSEWHERE_DEDUCTIBLE: Stage.DEDUCTIBLE,
    FigureName.DEDUCTIBLE: Stage.DEDUCTIBLE,
    FigureName.DEDUCTIBLE_BASIS: Stage.DEDUCTIBLE,
    FigureName.RATIO: Stage.BASIC,
    FigureName.BONUS: Stage.BASIC,
    FigureName.OWN_SHARE_FACTOR: Stage.BASIC,
    FigureName.ELSEWHERE: Stage.BASIC,
    FigureName.CAP: Stage.BASIC,
    FigureName.CAP_PER_VISIT: Stage.BASIC,
    FigureName.ROUNDING: Stage.BASIC,
    FigureName.SUPPLEMENT: Stage.SUPPLEMENT,
    FigureName.CRITICAL: Stage.CRITICAL,
    FigureName.ASSISTANCE: Stage.ASSISTANCE,
}


class Known(NamedTuple):
    """The gaps that matter, in the order of the steps, and the first step they leave unknown."""

    gaps: tuple[Gap, ...]
    until: Stage


def what_is_known(here: Reckoning, possible: Sequence[Settled]) -> Known:
    """The gaps whose figure could change one of the settlements that are `possible`."""
    until = Stage.COMPLETE
    gaps = []
    for name, stage in STAGES.items():
        figure = figure_of(here.benefits, name)
        if not isinstance(figure, Gap) or not concerns(name, here):
            continue
        if until < stage or any(reaches(stage, settled) for settled in possible):
            gaps.append(figure)
            until = min(until, stage)
    return Known(tuple(gaps), until)


def has_gaps(here: Reckoning) -> bool:
    """Whether any figure is missing at all."""
    missing = here.benefits.missing
    return bool(missing) and not missing.isdisjoint(STAGES)


def known_amounts(here: Reckoning, settled: Settled, until: Stage) -> Amounts:
    """The amounts, None for those that a gap at `until` leaves unknown."""
    amounts = _amounts(settled)
    if until is Stage.COMPLETE:
        return amounts
    account = Stage.ACCOUNT_ORDER if here.due.account_first and here.due.balance else Stage.ACCOUNT
    stages = {**AMOUNTS, "personal_account": account}
    hidden = {name: None for name, stage in stages.items() if stage >= until and pays(stage, here)}
    return replace(amounts, **hidden)  # type: ignore[arg-type]  # all of these may be None, see Amounts


AMOUNTS: Final[Mapping[str, Stage]] = {
    "elsewhere_first_pay": Stage.SPLIT,
    "eligible": Stage.SPLIT,
    "deductible": Stage.DEDUCTIBLE,
    "basic_fund": Stage.BASIC,
    "supplement_fund": Stage.SUPPLEMENT,
    "critical_fund": Stage.CRITICAL,
    "assistance_fund": Stage.ASSISTANCE,
    "fund_total": Stage.TOTAL,
    "cash": Stage.TOTAL,
    "personal_total": Stage.TOTAL,
}
"""The step each amount comes from; the personal account pays early or late."""


def _amounts(settled: Settled) -> Amounts:
    """All amounts as they come out, whether or not they can be known."""
    bill, opening, closing = settled.bill, settled.opening, settled.closing
    return Amounts(
        total=bill.total,
        out_of_catalogue=bill.out_of_catalogue,
        over_limit=bill.over_limit,
        prior_self_pay=opening.split.prior_self_pay,
        elsewhere_first_pay=opening.split.first_pay,
        eligible=opening.split.eligible,
        deductible=opening.deductible,
        basic_fund=settled.basic.paid,
        supplement_fund=settled.supplement,
        critical_fund=closing.critical.paid,
        assistance_fund=closing.assistance,
        fund_total=settled.fund_total,
        personal_account=settled.account,
        cash=settled.cash,
        personal_total=Fen(bill.total - settled.fund_total),
    )


def concerns(name: FigureName, here: Reckoning) -> bool:
    """Whether this person and bill know the figure at all."""
    asks = _ASKS.get(name)
    return asks is None or asks(here)


_ASKS: Final[Mapping[FigureName, Callable[[Reckoning], bool]]] = {
    FigureName.CLASS_B_RATIO: lambda here: here.bill.class_b_without_ratio > 0,
    FigureName.SUPPLEMENT: lambda here: here.person.scheme is Scheme.EMPLOYEE,
    FigureName.ASSISTANCE: lambda here: here.person.assistance is not Assistance.NONE,
    FigureName.ACCOUNT_ORDER: lambda here: here.due.balance > 0,
    FigureName.DEDUCTIBLE: lambda here: here.terms.elsewhere_deductible is None,
    FigureName.DEDUCTIBLE_BASIS: lambda here: here.used.deductible_paid > 0,
}
"""When a figure concerns a person and bill; those that are not named here always do."""


def pays(stage: Stage, here: Reckoning) -> bool:
    """Whether a step could pay anything, whatever the bill: not a fund that does not exist, nor an empty account."""
    match stage:
        case Stage.SUPPLEMENT:
            absent = _stated_none(here.benefits.supplement)
            return here.person.scheme is Scheme.EMPLOYEE and not absent
        case Stage.CRITICAL:
            return not _stated_none(here.benefits.critical)
        case Stage.ASSISTANCE:
            absent = _stated_none(here.benefits.assistance)
            return here.person.assistance is not Assistance.NONE and not absent
        case Stage.ACCOUNT:
            return here.due.balance > 0
        case _:
            return True


def _stated_none(figure: Figure[T | None] | Gap) -> bool:
    return isinstance(figure, Figure) and figure.value is None and figure.exact


def reaches(stage: Stage, settled: Settled) -> bool:
    """Whether the settlement gets as far as this step with anything left to pay."""
    opening, basic = settled.opening, settled.basic
    personal = opening.base - basic.paid - settled.supplement
    left = {
        Stage.SPLIT: opening.split.in_scope,
        Stage.ACCOUNT_ORDER: opening.split.eligible,
        Stage.DEDUCTIBLE: opening.base,
        Stage.BASIC: opening.base - opening.deductible,
        Stage.SUPPLEMENT: basic.due - basic.paid,
        Stage.CRITICAL: personal,
        Stage.ASSISTANCE: personal - settled.closing.critical.paid,
    }
    return left[stage] > 0
