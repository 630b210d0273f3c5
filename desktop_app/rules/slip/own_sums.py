"""The slip's own sums (N-093): its parts make the total, its funds the fund total, funds and person the total again."""

from collections.abc import Iterator

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.message import Message, Parameter, message
from desktop_app.domain.money import ZERO, Fen
from desktop_app.domain.slip import FUNDS, PARTS, TOLERANCE, Asked, Judgement, OwnSum, Slip, SlipLine, SlipQuestion
from desktop_app.rules.slip.table import SLIP


def own_sums(slip: Slip, facts: tuple[str, ...]) -> Iterator[OwnSum]:
    """Every sum that does not come out by more than the tolerance; `facts` are those behind the two equations."""
    stated = dict(slip.stated)
    parts = [stated[line] for line in PARTS if line in stated]
    total, funds = stated.get(SlipLine.TOTAL), _funds(slip)
    if total is not None and len(parts) == len(PARTS) and abs(total - sum(parts)) > TOLERANCE:
        yield _odd("parts", facts, total=total, sum=Fen(sum(parts)), amount=Fen(total - sum(parts)))
    if funds is not None and SlipLine.FUND_TOTAL in stated:
        yield from _fund_sum(stated[SlipLine.FUND_TOTAL], funds, facts)
    yield from _payers(slip, funds, facts)


def _funds(slip: Slip) -> Fen | None:
    """What the funds on the slip come to; None unless it states the basic fund."""
    amounts = [slip.amount(line) for line in FUNDS]
    return None if amounts[0] is None else Fen(sum(amount or ZERO for amount in amounts))


def _fund_sum(stated: Fen, funds: Fen, facts: tuple[str, ...]) -> Iterator[OwnSum]:
    """A higher fund total: a fund that has no line of its own here, a civil servants' allowance for instance."""
    if stated - funds > TOLERANCE:
        more = message("slip.sum.other_fund", total=stated, sum=funds, amount=Fen(stated - funds))
        yield OwnSum(why=Reasoned(more), judgement=Judgement.NORMAL)
    elif funds - stated > TOLERANCE:
        yield _odd("funds", facts, total=stated, sum=funds, amount=Fen(funds - stated))


def _payers(slip: Slip, funds: Fen | None, facts: tuple[str, ...]) -> Iterator[OwnSum]:
    """Funds, account and cash pay the bill between them; told only where fund and cash are both on the slip."""
    total, cash = slip.amount(SlipLine.TOTAL), slip.amount(SlipLine.CASH)
    paid = slip.amount(SlipLine.FUND_TOTAL)
    paid = funds if paid is None else paid
    if total is None or cash is None or paid is None:
        return
    account = slip.amount(SlipLine.PERSONAL_ACCOUNT) or ZERO
    together = Fen(paid + account + cash)
    if abs(total - together) > TOLERANCE:
        left = Fen(total - together)
        yield _odd("payers", facts, total=total, funds=paid, account=account, cash=cash, amount=left)


def _odd(id: str, facts: tuple[str, ...], **parameters: Parameter) -> OwnSum:
    why: Message = message(f"slip.sum.{id}", **parameters)
    asked = SlipQuestion(whom=Asked.HOSPITAL, line=None, text=message(f"slip.ask.sum_{id}"), bring=(message(SLIP),))
    return OwnSum(why=Reasoned(why, facts), judgement=Judgement.WORTH_ASKING, question=asked)
