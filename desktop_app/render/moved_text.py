"""What moved in an answer, in sentences: verdicts and what the funds pay, from … to …."""

from collections.abc import Iterator

from desktop_app.domain.answer_changes import Gist, Move
from desktop_app.domain.message import message
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.render.views.plan_view import filing_sentence, settlement_sentence
from desktop_app.render.words import Words


def gist_lines(move: Move[Gist], words: Words) -> Iterator[str]:
    """A line for each part of the answer that is another; nothing where it is the same."""
    old, new = move.before, move.after
    if (old.filing, old.type) != (new.filing, new.type):
        before, after = (filing_sentence(gist.filing, gist.type, words) for gist in (old, new))
        yield words.text(message("changes.filing", before=before, after=after))
    if old.settlement is not new.settlement:
        before, after = (settlement_sentence(gist.settlement, words) for gist in (old, new))
        yield words.text(message("changes.settlement", before=before, after=after))
    if old.fund_total != new.fund_total:
        yield fund_total_text(Move(old.fund_total, new.fund_total), words)


def fund_total_text(move: Move[Interval | None], words: Words) -> str:
    """What the funds pay, before and after, and by how much that is more or less."""
    before, after = move.before, move.after
    was, now = _total(before, words), _total(after, words)
    if before is None or after is None:
        return words.text(message("changes.fund_total_gap", before=was, after=now))
    if before == after:
        return words.text(message("changes.fund_total_same", amount=now))
    gain = Fen(after.likely - before.likely)
    verdict = "more" if gain > 0 else "less" if gain < 0 else "as_likely"
    said = words.text(message(f"changes.{verdict}", amount=abs(gain)))
    return words.text(message("changes.fund_total", before=was, after=now, verdict=said))


def _total(total: Interval | None, words: Words) -> str:
    if total is None:
        return words.text(message("changes.not_known"))
    kind = "exact" if total.exact else "range"
    return words.text(message(f"changes.{kind}", low=total.low, likely=total.likely, high=total.high))
