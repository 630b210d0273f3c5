"""A checked slip as plain text for the command line."""

from collections.abc import Iterator

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.message import Message, Parameter, message
from desktop_app.domain.slip import ComparedLine, Explanation, Judgement, LineVerdict, SlipCheck, SlipQuestion
from desktop_app.render.words import Words

NOTHING = ""


def headline_of(check: SlipCheck) -> Message:
    """The answer in one sentence."""
    verdicts = {line.verdict for line in check.lines}
    if check.judgement is Judgement.NORMAL and not check.own_sums:
        if verdicts == {LineVerdict.AGREES}:
            return message("slip.headline.agrees")
        if verdicts <= {LineVerdict.AGREES, LineVerdict.WITHIN_RANGE}:
            return message("slip.headline.within_range")
    return message(f"slip.headline.{check.judgement.value}")


def line_text(line: ComparedLine) -> Message:
    """One line of the slip beside the estimate."""
    span, differs = line.span, line.verdict is not LineVerdict.AGREES
    range: Parameter = NOTHING
    if span is not None and not span.exact:
        range = message("slip.text.range", low=span.low, high=span.high)
    difference: Parameter = NOTHING
    if line.difference and differs:
        difference = message("slip.text.difference", amount=line.difference, size=abs(line.difference))
    pairs: tuple[tuple[str, Parameter], ...] = (
        ("name", message(f"slip.line.{line.line.value}")),
        ("slip", line.slip),
        ("range", range),
        ("difference", difference),
        ("verdict", message(f"slip.verdict.{line.verdict.value}")),
    )
    if line.estimate is None:
        return Message("slip.text.line_unknown", pairs)
    return Message("slip.text.line", (*pairs, ("estimate", line.estimate)))


def slip_text(check: SlipCheck, words: Words) -> str:
    """The whole check: the answer, line by line, why, what to ask, what the next estimate may use."""
    say = words.text
    lines = [say(headline_of(check)), "", say(message("slip.text.intro"))]
    lines += [f"  · {say(line_text(line))}" for line in check.lines]
    for heading, items in (
        ("sums", list(_own_sums(check, words))),
        ("explanations", list(_explanations(check, words))),
        ("suggestions", [f"  · {say(each.said)}" for each in check.suggestions]),
    ):
        if items:
            lines += ["", say(message(f"slip.text.{heading}")), *items]
    return "\n".join([*lines, "", say(message("slip.text.disclaimer"))])


def _own_sums(check: SlipCheck, words: Words) -> Iterator[str]:
    for odd in check.own_sums:
        yield f"  · {_reasoned(odd.why, words)}"
        yield from _asked(odd.question, odd.judgement, words)


def _explanations(check: SlipCheck, words: Words) -> Iterator[str]:
    for explanation in check.explanations:
        yield from _explanation(explanation, words)
    if check.further:
        yield f"  {words.text(message('slip.text.further', count=check.further))}"
    if check.unexplained:
        yield f"  · {words.text(message('slip.text.none'))}"
        yield from _asked(check.unexplained, Judgement.WORTH_ASKING, words)


def _explanation(explanation: Explanation, words: Words) -> Iterator[str]:
    said = tuple(rule.said for rule in explanation.rules)
    sureness = message(f"slip.sureness.{explanation.sureness.value}")
    yield f"  · {words.text(message('slip.text.explanation', sureness=sureness, rules=said))}"
    for how in explanation.sum:
        yield f"      {words.text(how)}"
    yield f"      {words.text(message('slip.text.together', amount=explanation.fund_total))}"
    for rule in explanation.rules:
        judgement = message(f"slip.judgement.{rule.judgement.value}")
        why = Reasoned(message("slip.text.judged", judgement=judgement, why=rule.why.text), rule.why.facts)
        yield f"    {_reasoned(why, words)}"
        yield from _asked(rule.question, rule.judgement, words)


def _reasoned(why: Reasoned, words: Words) -> str:
    facts = words.text(message("slip.text.facts", facts=why.facts)) if why.facts else ""
    return words.text(why.text) + facts


def _asked(question: SlipQuestion | None, judgement: Judgement, words: Words) -> Iterator[str]:
    if question is None:
        return
    whom = message(f"slip.asked.{question.whom.value}")
    asked = message("slip.text.ask", whom=whom, line=question.line or NOTHING, question=question.text)
    yield f"      {words.text(asked)}"
    if question.bring:
        yield f"      {words.text(message('slip.text.bring', papers=question.bring))}"
    if question.deadline:
        yield f"      {words.text(message('slip.text.deadline', deadline=question.deadline.text))}"
    elif judgement is Judgement.WORTH_ASKING:
        yield f"      {words.text(message('slip.text.no_deadline'))}"
