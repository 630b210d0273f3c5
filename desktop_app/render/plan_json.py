"""A plan as the JSON of `yidi plan --json` (wizard.md): ids and fact numbers as they are, sentences in words."""

from collections.abc import Iterable

from desktop_app.domain.advice import ClaimAdvice, FilingAdvice, Material, Reasoned, SettlementAdvice
from desktop_app.domain.case import Case
from desktop_app.domain.message import Message
from desktop_app.domain.outcome import Alternative, Ask, MoneyAdvice, Plan
from desktop_app.render.estimate_json import Json, estimate_document, interval, money
from desktop_app.render.words import Words
from desktop_app.rules.rulebook import RuleBook


def plan_document(plan: Plan, case: Case, rulebook: RuleBook, words: Words) -> dict[str, Json]:
    """The whole answer; `sources` says under which word each fact may be shown to somebody insured there."""
    return {
        "filing": _filing(plan.filing, words),
        "settlement": _settlement(plan.settlement, words),
        "money": _money(plan.money, words) if plan.money else None,
        "checklist": [words.text(item.text) for item in plan.checklist],
        "deadlines": [
            {
                "what": words.text(deadline.what),
                "date": deadline.day.isoformat() if deadline.day else None,
                "firm": deadline.firm,
            }
            for deadline in plan.deadlines
        ],
        "ask": [_ask(ask, words) for ask in plan.ask],
        "warnings": _sentences(plan.warnings, words),
        "sources": _sources(plan, case, rulebook),
    }


def _filing(filing: FilingAdvice, words: Words) -> Json:
    category = filing.local_category
    return {
        "verdict": filing.verdict.value,
        "type": filing.type.value if filing.type else None,
        "why": _sentences(filing.why, words),
        "materials": _materials(filing.materials, words),
        "channels": _sentences(filing.channels, words),
        "review_time": words.text(filing.review_time.text) if filing.review_time else None,
        "validity": {
            "text": words.text(filing.validity.text),
            "until": filing.validity.until.isoformat() if filing.validity.until else None,
        }
        if filing.validity
        else None,
        "effective_from": filing.effective_from.isoformat() if filing.effective_from else None,
        "change_rule": words.text(filing.change_rule.text) if filing.change_rule else None,
        "local_category": {"number": category.number, "name": words.text(category.name)} if category else None,
        "facts": list(filing.facts),
    }


def _settlement(settlement: SettlementAdvice, words: Words) -> Json:
    return {
        "verdict": settlement.verdict.value,
        "why": _sentences(settlement.why, words),
        "conditions": _sentences(settlement.conditions, words),
        "steps": [{"when": step.when.value, "do": words.text(step.do.text)} for step in settlement.steps],
        "bring": _materials(settlement.bring, words),
        "if_it_fails": _sentences(settlement.if_it_fails, words),
        "claim": _claim(settlement.claim, words) if settlement.claim else None,
        "facts": list(settlement.facts),
    }


def _claim(claim: ClaimAdvice, words: Words) -> Json:
    return {
        "papers": _materials(claim.papers, words),
        "where": words.text(claim.where.text),
        "deadline": words.text(claim.deadline.text),
    }


def _money(advice: MoneyAdvice, words: Words) -> Json:
    return {
        "as_is": estimate_document(advice.as_is, words),
        "alternatives": [_alternative(each, words) for each in advice.alternatives],
    }


def _alternative(alternative: Alternative, words: Words) -> Json:
    """Another route; `fund_total` and `range` read like those of `as_is`, `until` is its last day if known."""
    closes = alternative.closes
    return {
        "route": alternative.route.value,
        "needs": words.text(alternative.needs) if alternative.needs else None,
        "fund_total": money(alternative.fund_total.likely if alternative.fund_total else None),
        "range": interval(alternative.fund_total),
        "difference": interval(alternative.difference),
        "standing": alternative.standing.value,
        "evidence": alternative.evidence.evidence.value if alternative.evidence else None,
        "until": closes.day.isoformat() if closes and closes.day else None,
        "until_text": words.text(closes.text) if closes else None,
        "ask": _text(alternative.ask, words),
        "facts": list(alternative.facts),
    }


def _ask(ask: Ask, words: Words) -> Json:
    return {
        "question": words.text(ask.question),
        "assumed": _text(ask.assumed, words),
        "evidence": ask.provenance.evidence.value if ask.provenance else None,
        "line": ask.line,
        "figure": ask.figure.value if ask.figure else None,
        "narrows": money(ask.narrows),
        "facts": list(ask.facts),
    }


def _sources(plan: Plan, case: Case, rulebook: RuleBook) -> list[Json]:
    """Every fact the plan rests on by its number, with the title of its document and a link only to official sites."""
    found: list[Json] = []
    for number in plan.facts:
        fact = rulebook.fact(number, case.person.insured_region)
        if fact is None:
            continue
        entry: dict[str, Json] = {"number": number, "title": fact.source.title, "evidence": fact.evidence.value}
        found.append(entry | ({"link": fact.source.link} if fact.source.link else {}))
    return found


def _materials(materials: Iterable[Material], words: Words) -> list[Json]:
    return [
        {
            "id": material.id,
            "name": words.text(material.name),
            "required": material.required,
            "instead_of": material.instead_of,
        }
        for material in materials
    ]


def _sentences(said: Iterable[Reasoned], words: Words) -> list[Json]:
    return [words.text(each.text) for each in said]


def _text(text: Message | None, words: Words) -> str | None:
    return words.text(text) if text else None
