"""The calculation line by line, from the very numbers that made the result: whoever reads it can redo every sum."""

from collections.abc import Iterator

from desktop_app.domain.figure import BY_ADMISSION, DeductibleBasis, FigureName
from desktop_app.domain.message import Message, message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Step, StepName
from desktop_app.rules.estimate.entitlement import deductible_figure
from desktop_app.rules.estimate.episode import Settled
from desktop_app.rules.estimate.gaps import Stage
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.estimate.trace_funds import assistance_step, basic_steps, critical_steps, supplement_steps
from desktop_app.rules.estimate.trace_line import line, said


def trace(here: Reckoning, settled: Settled, until: Stage) -> tuple[Step, ...]:
    """The lines of the steps that no gap leaves unknown; `until` is the first one that does."""
    return tuple(_lines(here, settled, until))


def _lines(here: Reckoning, settled: Settled, until: Stage) -> Iterator[Step]:
    yield from _bill_steps(here, settled)
    if until > Stage.SPLIT:
        yield from _eligible_steps(here, settled)
    if until > Stage.DEDUCTIBLE:
        yield from _deductible_steps(here, settled)
    if until > Stage.BASIC:
        yield from basic_steps(here, settled)
    if until > Stage.SUPPLEMENT:
        yield from supplement_steps(here, settled)
    if until > Stage.CRITICAL:
        yield from critical_steps(here, settled)
    if until > Stage.ASSISTANCE:
        yield from assistance_step(here, settled)
    if until is Stage.COMPLETE:
        yield from _closing_steps(here, settled)


def _bill_steps(here: Reckoning, settled: Settled) -> Iterator[Step]:
    bill, prior = settled.bill, settled.opening.split.prior_self_pay
    yield line(here, StepName.TOTAL, said("total", bill.total), bill.total)
    if bill.out_of_catalogue:
        yield line(
            here, StepName.OUT_OF_CATALOGUE, said("out_of_catalogue", bill.out_of_catalogue), bill.out_of_catalogue
        )
    if bill.over_limit:
        yield line(here, StepName.OVER_LIMIT, said("over_limit", bill.over_limit), bill.over_limit)
    if bill.own_ratio_parts:
        how = said("prior_self_pay.several", prior, parts=tuple(_class_b_parts(here)))
        yield line(here, StepName.PRIOR_SELF_PAY, how, prior, FigureName.CLASS_B_RATIO)
    elif bill.class_b:
        how = said("prior_self_pay.one", prior, class_b=bill.class_b, ratio=here.terms.class_b_ratio)
        yield line(here, StepName.PRIOR_SELF_PAY, how, prior, FigureName.CLASS_B_RATIO)


def _class_b_parts(here: Reckoning) -> Iterator[Message]:
    """Class B ratio by ratio, at last what goes by the ratio of the bill or of the region."""
    rest = here.bill.class_b_without_ratio
    parts = [(part.amount, part.ratio) for part in here.bill.own_ratio_parts]
    for amount, ratio in [*parts, *([(rest, here.terms.class_b_ratio)] if rest else [])]:
        yield message("estimate.class_b_part", base=amount, ratio=ratio)


def _eligible_steps(here: Reckoning, settled: Settled) -> Iterator[Step]:
    bill, split = settled.bill, settled.opening.split
    if here.terms.elsewhere_first_pay:
        ratio = here.terms.elsewhere_first_pay
        how = said("elsewhere_first_pay", split.first_pay, in_scope=split.in_scope, ratio=ratio)
        yield line(here, StepName.ELSEWHERE_FIRST_PAY, how, split.first_pay, FigureName.ELSEWHERE_FIRST_PAY)
    how = said(
        "eligible",
        split.eligible,
        total=bill.total,
        out_of_catalogue=bill.out_of_catalogue,
        over_limit=bill.over_limit,
        prior_self_pay=split.prior_self_pay,
        first_pay=split.first_pay,
    )
    yield line(here, StepName.ELIGIBLE, how, split.eligible)


def _deductible_steps(here: Reckoning, settled: Settled) -> Iterator[Step]:
    opening, terms = settled.opening, here.terms
    if here.due.account_first and here.due.balance:
        how = said("account_first", opening.account_first, balance=here.due.balance, eligible=opening.split.eligible)
        yield line(here, StepName.ACCOUNT_FIRST, how, opening.account_first, FigureName.ACCOUNT_ORDER)
    figure = deductible_figure(terms, here.care.admission)
    elsewhere = terms.elsewhere_deductible is not None
    name = FigureName.ELSEWHERE_DEDUCTIBLE if elsewhere else FigureName.DEDUCTIBLE
    numbers = {"figure": figure, "base": opening.base}
    if terms.deductible_basis is DeductibleBasis.ANNUAL and here.used.deductible_paid:
        paid, left = here.used.deductible_paid, here.due.deductible
        how = said("deductible.annual", opening.deductible, **numbers, paid=paid, left=left)
    elif terms.deductible_basis is DeductibleBasis.PER_JOINED_STAYS and here.joined.likely:
        paid, left = here.joined.likely, here.due.deductible
        how = said("deductible.joined", opening.deductible, **numbers, paid=paid, left=left)
    elif terms.deductible_basis in BY_ADMISSION:
        how = said("deductible.admission", opening.deductible, **numbers, admission=here.care.admission)
    else:
        how = said("deductible.plain", opening.deductible, **numbers)
    yield line(here, StepName.DEDUCTIBLE, how, opening.deductible, name, FigureName.DEDUCTIBLE_BASIS)


def _closing_steps(here: Reckoning, settled: Settled) -> Iterator[Step]:
    closing, account = settled.closing, settled.account
    how = said(
        "fund_total",
        settled.fund_total,
        basic=settled.basic.paid,
        supplement=settled.supplement,
        critical=closing.critical.paid,
        assistance=closing.assistance,
    )
    yield line(here, StepName.FUND_TOTAL, how, settled.fund_total)
    if here.due.balance:
        if here.due.account_first:
            how = said("personal_account.first", account)
        else:
            personal = Fen(settled.opening.split.eligible - settled.fund_total)
            how = said("personal_account.last", account, balance=here.due.balance, personal=personal)
        yield line(here, StepName.PERSONAL_ACCOUNT, how, account, FigureName.ACCOUNT_ORDER)
    how = said("cash", settled.cash, total=settled.bill.total, fund_total=settled.fund_total, account=account)
    yield line(here, StepName.CASH, how, settled.cash)
    paid = settled.bill.funds_paid
    if paid is not None:
        due = Fen(max(settled.fund_total - paid, 0))
        yield line(here, StepName.TOP_UP, said("top_up", due, fund_total=settled.fund_total, paid=paid), due)
