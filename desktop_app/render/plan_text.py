"""A plan as plain text for the command line, in the order of the paper: the answers, what to do, then the details."""

from collections.abc import Iterable, Iterator

from desktop_app.domain.case import Case
from desktop_app.domain.message import message
from desktop_app.domain.outcome import MoneyAdvice, Plan
from desktop_app.render.estimate_text import estimates_text
from desktop_app.render.views.case_view import case_rows
from desktop_app.render.views.citations import Bibliography, Statement
from desktop_app.render.views.plan_view import Claim, Paper, PlanView, Verdict, plan_view
from desktop_app.render.views.question_view import Question
from desktop_app.render.views.way_view import Way, ways
from desktop_app.render.words import Words
from desktop_app.rules.rulebook import RuleBook


def plan_text(plan: Plan, case: Case, rulebook: RuleBook, words: Words) -> str:
    """Verdicts first, then what to do, papers, days, the way, questions, money, sources; in danger warnings lead."""
    cite = Bibliography(rulebook, case.person.insured_region, words)
    view = plan_view(plan, cite, words)
    warnings = list(_listed("warnings", _said(view.warnings), words))
    urgent = case.episodes[0].care.emergency
    return "\n".join(
        [
            *(f"{row.label}: {row.value}" for row in case_rows(case, rulebook, words)),
            *(warnings if urgent else ()),
            *_verdict(view.filing),
            *_verdict(view.settlement),
            *_listed("conditions", _said(view.conditions), words),
            *(() if urgent else warnings),
            *_listed("checklist", (f"{tick.text}{_note(tick.due)}" for tick in view.checklist), words),
            *_filing(view, words),
            *_listed("deadlines", (f"{due.day} {_one(due.what)}{_note(due.caution)}" for due in view.deadlines), words),
            *_settlement(view, words),
            *_asked(view, words),
            *_money(plan.money, case, cite, words),
            *_listed(
                "sources", (f"[{e.number}] {e.title} {e.details} {e.link}".rstrip() for e in cite.entries()), words
            ),
            "",
            words.text(message("paper.disclaimer.text")),
        ]
    )


def _filing(view: PlanView, words: Words) -> Iterator[str]:
    yield from _listed("materials", _papers(view.materials, words), words)
    yield from _listed("channels", _said(view.channels), words)
    yield from _listed("filing_how", (f"{label}: {_one(said)}" for label, said in view.filing_terms), words)


def _settlement(view: PlanView, words: Words) -> Iterator[str]:
    steps = (f"{stretch.when}: {_one(step)}" for stretch in view.route for step in stretch.steps)
    yield from _listed("route", steps, words)
    yield from _listed("bring", _papers(view.bring, words), words)
    yield from _listed("if_it_fails", _said(view.if_it_fails), words)
    if view.claim is not None:
        heading = "claim" if view.claim.expected else "claim_fallback"
        yield from _listed(heading, _claim(view.claim, words), words)


def _claim(claim: Claim, words: Words) -> Iterator[str]:
    yield from _papers(claim.papers, words)
    yield f"{words.text(message('paper.claim.where'))}: {_one(claim.where)}"
    yield f"{words.text(message('paper.claim.deadline'))}: {_one(claim.deadline)}"


def _asked(view: PlanView, words: Words) -> Iterator[str]:
    """Whom to ring, and each question with what is assumed until it is answered; then what can be asked besides."""
    if not view.questions:
        return
    lines = [f"{words.text(message('paper.ask.line'))}: {line}" for line in view.lines]
    lines.append(words.text(message("paper.ask.short_number" if view.lines else "paper.ask.line_none")))
    yield from _listed("questions", [*lines, *map(_question, view.questions)], words)
    yield from _listed("more_questions", map(_question, view.more_questions), words)


def _question(question: Question) -> str:
    assumed = f" — {_one(question.assumed)}" if question.assumed else ""
    return _one(question.text) + assumed + (f" — {question.worth}" if question.worth else "")


def _money(money: MoneyAdvice | None, case: Case, cite: Bibliography, words: Words) -> Iterator[str]:
    if money is None:
        return
    yield from ("", words.text(message("paper.heading.money")), estimates_text(case, [money.as_is], words))
    yield from _listed("routes", map(_way, ways(money, cite, words)), words)


def _way(way: Way) -> str:
    """Another route: how it compares and on what evidence, then what it takes, until when, and what to ask."""
    rest = (way.note, _one(way.takes), way.until, way.ask)
    return "\n      ".join((f"{way.name}: {_one(way.difference)}", *(part for part in rest if part)))


def _verdict(verdict: Verdict) -> Iterator[str]:
    yield from ("", f"{verdict.label}: {verdict.headline}")
    yield from (f"  {_one(said)}" for said in verdict.why)


def _papers(papers: Iterable[Paper], words: Words) -> Iterator[str]:
    for paper in papers:
        instead = f" {words.text(message('paper.material.or'))} ".join(_one(other) for other in paper.alternatives)
        yield _one(paper.name) + (f" {words.text(message('paper.material.or'))} {instead}" if instead else "")


def _listed(heading: str, lines: Iterable[str], words: Words) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", words.text(message(f"paper.heading.{heading}")))
        yield from (f"  · {line}" for line in found)


def _said(statements: Iterable[Statement]) -> Iterator[str]:
    return (_one(statement) for statement in statements)


def _one(statement: Statement) -> str:
    """A sentence with the word for its evidence and the numbers of its sources."""
    numbers = "".join(f"[{number}]" for number in statement.numbers)
    return " ".join(part for part in (statement.text, statement.badge.word, numbers) if part)


def _note(caution: str) -> str:
    return f" ({caution})" if caution else ""
