"""What the answer to a case says differently, as plain text for the command line."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from desktop_app.domain.answer_changes import AmountMove, AnswerChanges, DayMove, EpisodeChanges, FigureMove
from desktop_app.domain.message import Message, Parameter, message
from desktop_app.domain.outcome import UsedFigure
from desktop_app.domain.period import Period
from desktop_app.render.estimate_json import source_text
from desktop_app.render.moved_text import fund_total_text
from desktop_app.render.views.plan_view import filing_headline, settlement_headline
from desktop_app.render.words import Words

_SAID_ALREADY: Final = frozenset({"fund_total", "personal_total"})
"""The answer stands above the amounts, and what the person pays is the cash and the account that are listed."""


def answer_changes_text(changes: AnswerChanges, heading: Message, words: Words) -> str:
    """What moved under a heading that says what is compared; one sentence where nothing did."""
    return "\n".join([words.text(heading), *_ChangesText(words).lines(changes)])


class _ChangesText:
    """Puts the changes into lines: the result first, then decisions, then the figures behind it."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def lines(self, changes: AnswerChanges) -> Iterator[str]:
        if changes.nothing:
            yield self._say("nothing" if changes.episodes else "nothing_decided")
            return
        yield from self._decisions(changes)
        for number, episode in enumerate(changes.episodes, start=1):
            if len(changes.episodes) > 1:
                yield from ("", self._say("episode", number=number, day=episode.days.after))
            yield from self._episode(episode)

    def _decisions(self, changes: AnswerChanges) -> Iterator[str]:
        words = self._words
        if changes.filing:
            before, after = (filing_headline(side, words) for side in (changes.filing.before, changes.filing.after))
            yield self._say("filing", before=before, after=after)
        if changes.settlement:
            ways = (changes.settlement.before, changes.settlement.after)
            before, after = (settlement_headline(side, words) for side in ways)
            yield self._say("settlement", before=before, after=after)
        papers = (tuple(_paper_name(id) for id in ids) for ids in (changes.papers.before, changes.papers.after))
        for side, names in zip(("removed", "added"), papers, strict=True):
            if names:
                yield self._say(f"papers_{side}", papers=names)
        for kind, move in (("condition", changes.conditions), ("warning", changes.warnings)):
            yield from (self._say(f"{kind}_removed", said=said) for said in move.before)
            yield from (self._say(f"{kind}_added", said=said) for said in move.after)
        yield from (self._day(move) for move in changes.days)

    def _day(self, move: DayMove) -> str:
        days = {side: day for side, day in (("before", move.before), ("after", move.after)) if day is not None}
        return self._say(f"deadline.{'_'.join(days) or 'undated'}", what=move.what, **days)

    def _episode(self, episode: EpisodeChanges) -> Iterator[str]:
        if episode.nothing:
            yield self._say("same_money")
            return
        yield fund_total_text(episode.fund_total, self._words)
        yield from self._gaps(episode)
        amounts = [move for move in episode.amounts if move.name not in _SAID_ALREADY]
        if amounts:
            yield from ("", self._say("amounts"))
            yield from (f"  · {self._amount(move)}" for move in amounts)
        if episode.figures:
            yield from ("", self._say("figures"))
            for move in episode.figures:
                yield from self._figure(move)

    def _gaps(self, episode: EpisodeChanges) -> Iterator[str]:
        """Which figures nobody has, where that is not the same on both sides."""
        if episode.gaps.before == episode.gaps.after:
            return
        for side, gaps in (("before", episode.gaps.before), ("after", episode.gaps.after)):
            if gaps:
                names = tuple(message(f"estimate.figure_name.{name.value}") for name in gaps)
                yield self._say(f"gaps_{side}", figures=names)

    def _amount(self, move: AmountMove) -> str:
        before, after = (
            message("changes.not_known") if amount is None else message("estimate.money", amount=amount)
            for amount in (move.before, move.after)
        )
        name = message(f"estimate.amount.{move.name}")
        return self._say("amount", name=name, before=before, after=after)

    def _figure(self, move: FigureMove) -> Iterator[str]:
        before, after = (
            message("changes.no_figure") if one is None else one.value for one in (move.before, move.after)
        )
        name = message(f"estimate.figure_name.{move.name.value}")
        if before == after:
            yield "  · " + self._say("regraded", name=name, value=after)
        else:
            yield "  · " + self._say("figure", name=name, before=before, after=after)
        for side, used in (("before", move.before), ("after", move.after)):
            if used is not None:
                yield "      " + self._ground(side, used)

    def _ground(self, side: str, used: UsedFigure) -> str:
        """What stands behind a figure: grade, source, and from when until when it holds."""
        provenance = used.provenance
        parts = [
            self._words.text(message(f"terms.evidence.{provenance.evidence.value}")),
            self._words.text(message("rulebook_page.mark.unchecked")) if provenance.unchecked else "",
            source_text(provenance) or "",
            self._validity(provenance.period),
        ]
        return self._say(f"ground_{side}", ground=" · ".join(filter(None, parts)))

    def _validity(self, period: Period) -> str:
        last = period.until - timedelta(days=1) if period.until else None
        if period.start and last:
            return self._say("from_to", start=period.start, last=last)
        if period.start:
            return self._say("since", day=period.start)
        return self._say("until", day=last) if last else ""

    def _say(self, id: str, **parameters: Parameter) -> str:
        return self._words.text(message(f"changes.{id}", **parameters))


def _paper_name(id: str) -> Message:
    return message(f"materials.{id}")
