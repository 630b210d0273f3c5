"""What the answer to a case says differently, as the JSON of `yidi changed --json`."""

from desktop_app.domain.advice import FilingAdvice, SettlementAdvice
from desktop_app.domain.answer_changes import AnswerChanges, EpisodeChanges, Move
from desktop_app.domain.message import Message
from desktop_app.domain.outcome import UsedFigure
from desktop_app.render.estimate_json import Json, figure_document, interval, money
from desktop_app.render.words import Words


def answer_changes_document(changes: AnswerChanges, words: Words) -> dict[str, Json]:
    """Verdicts, papers and days that are others, and of every episode the figures and amounts that moved.

    What stayed as it was is null or an empty list; `changed` says whether anything moved at all.
    """
    return {
        "changed": not changes.nothing,
        "filing": _filing(changes.filing),
        "settlement": _settlement(changes.settlement),
        "papers": {"removed": list(changes.papers.before), "added": list(changes.papers.after)},
        "conditions": _said(changes.conditions, words),
        "warnings": _said(changes.warnings, words),
        "deadlines": [
            {
                "what": words.text(move.what),
                "before": move.before.isoformat() if move.before else None,
                "after": move.after.isoformat() if move.after else None,
            }
            for move in changes.days
        ],
        "episodes": [_episode(episode, words) for episode in changes.episodes],
    }


def _said(move: Move[tuple[Message, ...]], words: Words) -> Json:
    return {"removed": [words.text(said) for said in move.before], "added": [words.text(said) for said in move.after]}


def _filing(move: Move[FilingAdvice] | None) -> Json:
    if move is None:
        return None
    return {
        side: {"verdict": advice.verdict.value, "type": advice.type.value if advice.type else None}
        for side, advice in (("before", move.before), ("after", move.after))
    }


def _settlement(move: Move[SettlementAdvice] | None) -> Json:
    if move is None:
        return None
    return {
        side: {"verdict": advice.verdict.value} for side, advice in (("before", move.before), ("after", move.after))
    }


def _episode(changes: EpisodeChanges, words: Words) -> Json:
    return {
        "date": {"before": changes.days.before.isoformat(), "after": changes.days.after.isoformat()},
        "fund_total": {"before": interval(changes.fund_total.before), "after": interval(changes.fund_total.after)},
        "figures": [
            {
                "figure": move.name.value,
                "before": _figure(move.before, words),
                "after": _figure(move.after, words),
            }
            for move in changes.figures
        ],
        "amounts": [
            {"name": move.name, "before": money(move.before), "after": money(move.after)} for move in changes.amounts
        ],
        "gaps": {
            "before": [name.value for name in changes.gaps.before],
            "after": [name.value for name in changes.gaps.after],
        },
    }


def _figure(used: UsedFigure | None, words: Words) -> Json:
    return None if used is None else figure_document(used, words)
