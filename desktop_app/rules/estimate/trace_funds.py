"""The lines of the funds: basic fund, supplement, critical-illness insurance, medical assistance."""

from collections.abc import Iterator

from desktop_app.domain.figure import CriticalIllness, FigureName
from desktop_app.domain.message import Message, Parameter, message
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.outcome import Step, StepName
from desktop_app.rules.estimate.basic_fund import BandPart, BasicFund
from desktop_app.rules.estimate.critical import TierPart
from desktop_app.rules.estimate.episode import Settled
from desktop_app.rules.estimate.reckoning import Reckoning
from desktop_app.rules.estimate.trace_line import line, ratio_figures, ratio_how, rounding_of, said


def basic_steps(here: Reckoning, settled: Settled) -> Iterator[Step]:
    """Band by band, then what the caps let through."""
    basic = settled.basic
    for part in basic.parts:
        yield line(here, StepName.BASIC_SEGMENT, _segment(here, part, basic), part.due, *ratio_figures(here.terms))
    if basic.paid == basic.due:
        how = said(
            "basic_fund.sum", basic.paid, parts=tuple(message("estimate.money", amount=p.due) for p in basic.parts)
        )
        yield line(here, StepName.BASIC_FUND, how, basic.paid)
    else:
        yield _capped_fund(here, basic)


def _segment(here: Reckoning, part: BandPart, basic: BasicFund) -> Message:
    how = ratio_how(here.terms, part.band, part.ratio)
    id = "basic_segment.one" if len(basic.parts) == 1 else "basic_segment.several"
    number = basic.parts.index(part) + 1
    rounding = rounding_of(here, part.base * part.ratio)
    return said(id, part.due, number=number, base=part.base, ratio=part.ratio, how=how, rounding=rounding)


def _capped_fund(here: Reckoning, basic: BasicFund) -> Step:
    terms, due = here.terms, here.due
    if due.year_left is not None and due.year_left == basic.paid and terms.cap is not None:
        used = here.used.basic_fund_paid
        how = said("basic_fund.year", basic.paid, due=basic.due, cap=terms.cap, used=used, left=due.year_left)
        return line(here, StepName.BASIC_FUND, how, basic.paid, FigureName.CAP)
    cap = due.visit_left or ZERO
    how = said("basic_fund.visit", basic.paid, due=basic.due, cap=cap)
    return line(here, StepName.BASIC_FUND, how, basic.paid, FigureName.CAP_PER_VISIT)


def supplement_steps(here: Reckoning, settled: Settled) -> Iterator[Step]:
    """What overflows, at the supplement's ratio, to its own cap; no line where nothing overflows."""
    basic, terms = settled.basic, here.terms.supplement
    if not basic.overflow or terms is None:
        return
    left, amount = here.due.supplement.cap, settled.supplement
    numbers: dict[str, Parameter] = {
        "parts": tuple(_overflowing(basic)),
        "overflow": basic.overflow,
        "ratio": terms.ratio,
    }
    rounding = rounding_of(here, basic.overflow * terms.ratio)
    if left is not None and amount == left and terms.cap is not None:
        used = here.used.supplement_paid
        how = said("supplement_fund.capped", amount, **numbers, cap=terms.cap, used=used, left=left, rounding=rounding)
    else:
        how = said("supplement_fund.sum", amount, **numbers, rounding=rounding)
    yield line(here, StepName.SUPPLEMENT_FUND, how, amount, FigureName.SUPPLEMENT)


def _overflowing(basic: BasicFund) -> Iterator[Message]:
    """The base that no longer fits, band by band (R9, R10)."""
    room = basic.paid
    for part in basic.parts:
        if part.due <= room:
            room = Fen(room - part.due)
        elif room:
            yield message("estimate.overflow.rest", base=part.base, room=room, ratio=part.ratio)
            room = ZERO
        else:
            yield message("estimate.overflow.whole", base=part.base)


def critical_steps(here: Reckoning, settled: Settled) -> Iterator[Step]:
    """What counts, tier by tier, and what is paid; no line where there is no such insurance."""
    terms = here.terms.critical
    if terms is None:
        return
    yield from _loss_steps(here, settled)
    yield _counted(here, settled)
    critical = settled.closing.critical
    for part in critical.parts:
        yield line(here, StepName.CRITICAL_TIER, _tier(here, terms, part), part.due, FigureName.CRITICAL)
    yield line(here, StepName.CRITICAL_FUND, _critical_fund(here, settled, terms), critical.paid, FigureName.CRITICAL)


def _loss_steps(here: Reckoning, settled: Settled) -> Iterator[Step]:
    """What the reduction elsewhere costs, where that part does not count (R14)."""
    local = settled.local
    if local is None:
        return
    names = (FigureName.RATIO, FigureName.ELSEWHERE)
    for number, part in enumerate(local.parts, start=1):
        rounding = rounding_of(here, part.base * part.ratio)
        how = ratio_how(here.terms, part.band, part.ratio, at_home=True)
        segment = said(
            "local_segment", part.due, number=number, base=part.base, ratio=part.ratio, how=how, rounding=rounding
        )
        yield line(here, StepName.LOCAL_SEGMENT, segment, part.due, FigureName.RATIO)
    loss = settled.closing.loss
    how = said("elsewhere_loss", loss, due=local.due, local=local.paid, basic=settled.basic.paid)
    yield line(here, StepName.ELSEWHERE_LOSS, how, loss, *names)


def _counted(here: Reckoning, settled: Settled) -> Step:
    opening, closing = settled.opening, settled.closing
    before = here.used.critical_out_of_pocket
    how = said(
        "critical_counted",
        closing.counted,
        base=opening.base,
        basic=settled.basic.paid,
        supplement=settled.supplement,
        deductible=ZERO if here.due.counts_deductible else opening.deductible,
        loss=closing.loss,
        before=before,
        after=before + closing.counted,
    )
    return line(here, StepName.CRITICAL_COUNTED, how, closing.counted, FigureName.CRITICAL)


def _tier(here: Reckoning, terms: CriticalIllness, part: TierPart) -> Message:
    """A tier as it stands in the rule: bounds in fen of the year's whole personal payment (R13)."""
    before = here.used.critical_out_of_pocket
    tier = here.due.tiers[part.tier]
    lower = before + tier.lower
    rule = terms.tiers[part.tier]
    rounding = rounding_of(here, part.base * rule.ratio)
    numbers: dict[str, Parameter] = {"lower": lower, "upper": lower + part.base, "base": part.base, "ratio": rule.ratio}
    return said("critical_tier", part.due, number=part.tier + 1, **numbers, rounding=rounding)


def _critical_fund(here: Reckoning, settled: Settled, terms: CriticalIllness) -> Message:
    critical, left = settled.closing.critical, here.due.critical_left
    if not critical.parts:
        after = here.used.critical_out_of_pocket + settled.closing.counted
        return said("critical_fund.below", critical.paid, after=after, deductible=terms.deductible)
    if critical.paid < critical.due and left is not None and terms.cap is not None:
        used = here.used.critical_paid
        return said("critical_fund.capped", critical.paid, due=critical.due, cap=terms.cap, used=used, left=left)
    parts = tuple(message("estimate.money", amount=part.due) for part in critical.parts)
    return said("critical_fund.sum", critical.paid, parts=parts)


def assistance_step(here: Reckoning, settled: Settled) -> Iterator[Step]:
    """Medical assistance; no line for whom there is none."""
    terms, left = here.terms.assistance, here.due.assistance
    if terms is None or not left.ratio:
        return
    amount = settled.closing.assistance
    personal = settled.opening.base - settled.basic.paid - settled.supplement - settled.closing.critical.paid
    numbers: dict[str, Parameter] = {"personal": personal, "deductible": terms.deductible, "ratio": terms.ratio}
    rounding = rounding_of(here, max(personal - terms.deductible, 0) * terms.ratio)
    if left.cap is not None and amount == left.cap and terms.cap is not None:
        used = here.used.assistance_paid
        how = said(
            "assistance_fund.capped", amount, **numbers, cap=terms.cap, used=used, left=left.cap, rounding=rounding
        )
    else:
        how = said("assistance_fund.sum", amount, **numbers, rounding=rounding)
    yield line(here, StepName.ASSISTANCE_FUND, how, amount, FigureName.ASSISTANCE)
