"""The year as a page shows it: short lines of a name, an amount and a word on what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.care import STAYS
from desktop_app.domain.evidence import Provenance
from desktop_app.domain.figure import DeductibleBasis, Gap
from desktop_app.domain.message import Message, Parameter, message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.year import CapLeft, CriticalStart, DeductibleLeft, Limit, NextStay, YearOutlook
from desktop_app.render.views.citations import Bibliography, Statement
from desktop_app.render.words import Words

NOTHING_BEHIND: Final = Statement(text="")
_COMPARED: Final = ("deductible", "basic_fund", "supplement_fund", "critical_fund", "assistance_fund")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One line: its name, the amount that matters, between what it lies, what is behind it.

    `used_up` is how far it is used up, in hundredths.
    """

    name: str
    amount: str
    between: str = ""
    how: Statement = NOTHING_BEHIND
    used_up: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """Everything about the year of one case."""

    title: str
    so_far: str
    lines: tuple[YearLine, ...]
    next_title: str
    supposed: str
    stays: tuple[YearLine, ...]
    difference: str
    why: tuple[str, ...]
    notes: tuple[str, ...]
    missing: tuple[str, ...]


def year_view(outlook: YearOutlook, cite: Bibliography, words: Words) -> YearView:
    """The year in words; `cite` numbers the sources of the figures."""
    writer = _Writer(cite, words)
    times = _times(outlook)
    return YearView(
        title=writer.say("title.year", year=outlook.year),
        so_far=writer.say("so_far", bills=outlook.bills, billed=outlook.billed, day=outlook.on),
        lines=tuple(writer.lines(outlook)),
        next_title=writer.say(f"title.next_{times}"),
        supposed=writer.supposed(outlook),
        stays=(
            writer.stay(f"stay.{times}_now", outlook.now),
            writer.stay(f"stay.{times}_after", outlook.after, year=outlook.year + 1),
        ),
        difference=words.text(_difference(outlook.difference, outlook.year + 1)),
        why=tuple(writer.why(outlook)),
        notes=tuple(words.text(note) for note in outlook.notes),
        missing=tuple(writer.missing(gap) for gap in outlook.gaps),
    )


def _times(outlook: YearOutlook) -> str:
    """Whether it is another stay in hospital or another visit."""
    return "stay" if outlook.now.care.kind in STAYS else "visit"


def amount_of(amount: Interval | Limit | None) -> Message:
    """An amount for people: exact, likely with its range, without an end, or not known."""
    if amount is None:
        return message("year.amount.unknown")
    low, likely, high = amount.low, amount.likely, amount.high
    if low is None:
        return message("year.amount.no_end")
    if likely is None:
        return message("year.amount.perhaps_no_end", low=low)
    if high is None:
        return message("year.amount.open", low=low, likely=likely)
    if low == high:
        return message("year.amount.exact", amount=low)
    return message("year.amount.range", low=low, likely=likely, high=high)


def likely_of(amount: Interval | Limit | None) -> Message:
    """The likely amount alone, where there is one."""
    if amount is None or amount.likely is None:
        return amount_of(amount)
    return message("year.amount.exact", amount=amount.likely)


def _between(amount: Interval | Limit | None) -> Message | None:
    """The ends of an amount whose likely value is shown by itself; None where there is nothing to add."""
    if amount is None or amount.low is None or amount.likely is None or amount.low == amount.high:
        return None
    if amount.high is None:
        return message("year.amount.from", low=amount.low)
    return message("year.amount.between", low=amount.low, high=amount.high)


def _difference(difference: Interval | None, year: int) -> Message:
    """How much more or less the person pays after New Year; a sign that is not certain is not given away."""
    if difference is None:
        return message("year.difference.unknown")
    if difference.low == difference.high == 0:
        return message("year.difference.same", year=year)
    if difference.low > 0:
        return message("year.difference.more", year=year, amount=amount_of(difference))
    if difference.high < 0:
        turned = Interval(Fen(-difference.high), Fen(-difference.likely), Fen(-difference.low))
        return message("year.difference.less", year=year, amount=amount_of(turned))
    return message("year.difference.either", year=year, low=Fen(-difference.low), high=difference.high)


def _begun(distance: Limit | None) -> Message | None:
    """That it pays already, surely or by all that is likely; None where it does not."""
    if distance is None or distance.likely != 0:
        return None
    if distance.high == 0:
        return message("year.amount.begun")
    if distance.high is None:
        return message("year.amount.perhaps_begun_or_never")
    return message("year.amount.perhaps_begun", high=distance.high)


class _Writer:
    """Writes the lines of one outlook."""

    def __init__(self, cite: Bibliography, words: Words) -> None:
        self._cite, self._words = cite, words

    def say(self, id: str, **parameters: Parameter) -> str:
        """The words of this subject."""
        return self._words.text(message(f"year.{id}", **parameters))

    def lines(self, outlook: YearOutlook) -> Iterator[YearLine]:
        """Deductible, critical-illness cover, caps, account: the nearest to people first."""
        yield self._deductible(outlook.deductible, outlook.now)
        if outlook.critical:
            yield self._critical(outlook.critical)
        for cap in outlook.caps:
            yield self._cap(cap)
        if outlook.balance or outlook.balance_gaps:
            yield self._worded(self.say("name.balance"), outlook.balance, NOTHING_BEHIND)

    def stay(self, id: str, stay: NextStay, **parameters: Parameter) -> YearLine:
        """What another stay would cost the person."""
        amounts, funds = stay.estimate.amounts, stay.estimate.fund_total
        how = "" if funds is None else self.say("how.stay", funds=amount_of(funds), deductible=amounts.deductible or 0)
        return self._worded(self.say(id, **parameters), stay.personal, Statement(text=how))

    def supposed(self, outlook: YearOutlook) -> str:
        """What the comparison supposes."""
        care = outlook.now.care
        level = message(f"terms.level.{care.level.value}")
        kind = message(f"terms.kind.{care.kind.value}")
        id = f"supposed.{outlook.supposed.value}"
        return self.say(id, total=outlook.now.bill.total, kind=kind, level=level)

    def why(self, outlook: YearOutlook) -> Iterator[str]:
        """Which lines of the sum make the difference, at the likely figures."""
        now, after = outlook.now.estimate.amounts, outlook.after.estimate.amounts
        for name in _COMPARED:
            one, other = getattr(now, name), getattr(after, name)
            if one is not None and other is not None and one != other:
                line = message(f"estimate.amount.{name}")
                yield self.say("why", name=line, now=one, after=other, year=outlook.year + 1)

    def missing(self, gap: Gap) -> str:
        """A figure nobody has, and whom to ask what."""
        name = message(f"estimate.figure_name.{gap.figure.value}")
        return self._words.text(message("estimate.text.gap", name=name, why=gap.why, ask=gap.ask, line=gap.line or ""))

    def _deductible(self, left: DeductibleLeft, stay: NextStay) -> YearLine:
        if left.figure is not None and left.figure.high == 0:
            how = self._cite.figure("", left.provenance)
            return YearLine(name=self.say("name.deductible"), amount=self.say("amount.none"), how=how)
        basis = left.basis.value if left.basis else "unknown"
        how = self._how("deductible", left.figure, left.provenance, basis=basis, used=left.used, paid=left.paid)
        name = self.say(f"name.deductible_{basis}", admission=stay.care.admission)
        yearly = left.basis is DeductibleBasis.ANNUAL
        return self._worded(name, left.left, how, _used_up(left.used, left.figure) if yearly else None)

    def _cap(self, left: CapLeft) -> YearLine:
        how = self._how("cap", left.cap, left.provenance, used=left.used)
        return self._worded(self.say(f"name.{left.fund.value}"), left.left, how, _used_up(left.used, left.cap))

    def _critical(self, start: CriticalStart) -> YearLine:
        left_out = start.counts_deductible is False
        how = self._how("critical", start.starts_at, start.provenance, counted=start.counted, left_out=left_out)
        used_up, begun = _used_up(start.counted, start.starts_at), _begun(start.distance)
        if begun is None:
            return self._worded(self.say("name.critical_start"), start.distance, how, used_up)
        name, amount = self.say("name.critical_begun"), self._words.text(begun)
        return YearLine(name=name, amount=amount, how=how, used_up=used_up)

    def _worded(
        self, name: str, amount: Interval | Limit | None, how: Statement, used_up: int | None = None
    ) -> YearLine:
        between = _between(amount)
        return YearLine(
            name=name,
            amount=self._words.text(likely_of(amount)),
            between=self._words.text(between) if between else "",
            how=how,
            used_up=used_up,
        )

    def _how(
        self,
        id: str,
        figure: Interval | Limit | None,
        provenance: Provenance | None,
        **parameters: str | bool | Interval | None,
    ) -> Statement:
        """What a figure is and what was used of it, with the word for what stands behind it."""
        said: dict[str, Parameter] = {
            name: value if isinstance(value, str | bool) else amount_of(value) for name, value in parameters.items()
        }
        text = self.say(f"how.{id}", figure=amount_of(figure), **said)
        return self._cite.figure(text, provenance)


def _used_up(used: Interval | None, whole: Interval | Limit | None) -> int | None:
    """How far it is used up at the likely figures, in hundredths; None where there is no end or nothing is known."""
    if used is None or whole is None or not whole.likely:
        return None
    return min(used.likely * 100 // whole.likely, 100)
