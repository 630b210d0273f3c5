"""A checked slip as the JSON that `yidi slip --json` prints."""

from fractions import Fraction
from typing import Final

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.figure import Adjustment, Factor, OwnRatio, Points, Schedule, Segment
from desktop_app.domain.message import message
from desktop_app.domain.money import yuan_text
from desktop_app.domain.own_figure import OwnValue
from desktop_app.domain.slip import (
    TOLERANCE,
    ComparedLine,
    Explanation,
    OwnSum,
    SlipCheck,
    SlipQuestion,
    Suggestion,
    SupposedRule,
)
from desktop_app.render.estimate_json import Json, interval, money, ratio_text
from desktop_app.render.words import Words

_KINDS: Final[dict[type[Adjustment], str]] = {Points: "points", Factor: "factor", OwnRatio: "ratio"}


def slip_document(check: SlipCheck, words: Words) -> dict[str, Json]:
    """The object at the root: lines, explanations, the slip's own sums, suggestions, the question left open."""
    return {
        "tolerance": money(TOLERANCE),
        "judgement": check.judgement.value,
        "lines": [_line(line) for line in check.lines],
        "explanations": [_explanation(each, words) for each in check.explanations],
        "further_explanations": check.further,
        "own_sums": [_own_sum(each, words) for each in check.own_sums],
        "unexplained": _question(check.unexplained, words),
        "suggestions": [_suggestion(each, words) for each in check.suggestions],
    }


def _line(line: ComparedLine) -> Json:
    return {
        "line": line.line.value,
        "slip": money(line.slip),
        "estimate": money(line.estimate),
        "range": interval(line.span),
        "difference": money(line.difference),
        "verdict": line.verdict.value,
        "explained_by": [cause.value for cause in line.explained_by],
    }


def _explanation(explanation: Explanation, words: Words) -> Json:
    return {
        "rules": [_rule(rule, words) for rule in explanation.rules],
        "how_sure": explanation.sureness.value,
        "sum": [words.text(how) for how in explanation.sum],
        "fund_total": money(explanation.fund_total),
    }


def _rule(rule: SupposedRule, words: Words) -> Json:
    return {
        "cause": rule.cause.value,
        "text": words.text(rule.said),
        "judgement": rule.judgement.value,
        "moves": [line.value for line in rule.moves],
        **_why(rule.why, words),
        "ask": _question(rule.question, words),
    }


def _own_sum(odd: OwnSum, words: Words) -> Json:
    return {"judgement": odd.judgement.value, **_why(odd.why, words), "ask": _question(odd.question, words)}


def _why(why: Reasoned, words: Words) -> dict[str, Json]:
    return {"why": words.text(why.text), "facts": list(why.facts)}


def _question(question: SlipQuestion | None, words: Words) -> Json:
    if question is None:
        return None
    deadline = question.deadline
    return {
        "whom": words.text(message(f"slip.asked.{question.whom.value}")),
        "line": question.line,
        "question": words.text(question.text),
        "bring": [words.text(paper) for paper in question.bring],
        "deadline": words.text(deadline.text) if deadline else None,
        "deadline_facts": list(deadline.facts) if deadline else [],
    }


def _suggestion(suggestion: Suggestion, words: Words) -> Json:
    value = figure_value(suggestion.value)
    return {"figure": suggestion.figure.value, "value": value, "text": words.text(suggestion.said)}


def figure_value(value: OwnValue) -> Json:
    """A figure as a case file would say it: a ratio, amounts by admission, a reduction with its kind."""
    match value:
        case Schedule(segments=(Segment(upper=None, ratio=ratio),)):
            return ratio_text(ratio)
        case Points() | Factor() | OwnRatio():
            return {"kind": _KINDS[type(value)], "value": ratio_text(value.value)}
        case Fraction():
            return ratio_text(value)
        case tuple():
            return [yuan_text(amount) for amount in value]
        case _:
            return str(value)
