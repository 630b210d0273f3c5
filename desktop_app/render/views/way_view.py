"""Another way to the same care, in words: how it compares, on what evidence, what it takes, until when, what to ask."""

from dataclasses import dataclass

from desktop_app.domain.message import Message, message
from desktop_app.domain.outcome import Alternative, MoneyAdvice
from desktop_app.domain.routes import Route, Standing
from desktop_app.render.views.citations import Bibliography, Statement
from desktop_app.render.views.difference_words import difference_message, route_name
from desktop_app.render.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One route: `until` and `ask` are empty where there is nothing to say; `note` is what the yuan do not tell."""

    name: str
    difference: Statement
    takes: Statement
    until: str
    ask: str
    note: str


def ways(money: MoneyAdvice, cite: Bibliography, words: Words) -> tuple[Way, ...]:
    """Every route still open, the best first."""
    return tuple(_way(each, money, cite, words) for each in money.alternatives)


def _way(each: Alternative, money: MoneyAdvice, cite: Bibliography, words: Words) -> Way:
    note, takes = _note(each), words.text(each.needs) if each.needs else ""
    asked = message("compare.say.ask_first", question=each.ask) if each.ask else None
    return Way(
        name=words.text(route_name(each.route, money)),
        difference=cite.figure(words.text(difference_message(each)), each.evidence),
        takes=cite.resting_on(takes, each.facts),
        until=words.text(each.closes.text) if each.closes else "",
        ask=words.text(asked) if asked else "",
        note=words.text(note) if note else "",
    )


def _note(each: Alternative) -> Message | None:
    """What an equal sum hides, and that better is said on weaker evidence."""
    if each.standing is Standing.SAME and each.route in _SAME_BUT:
        return message(f"compare.say.{_SAME_BUT[each.route]}")
    if each.standing is Standing.BETTER and each.weaker:
        return message("compare.say.weaker")
    return None


_SAME_BUT = {
    Route.MANUAL: "same_but_claim",
    Route.NOT_FILED: "same_but_claim",
    Route.FILE_TEMPORARY: "same_but_filed",
    Route.FILE_LONG_TERM: "same_but_filed",
    Route.REFERRAL: "same_but_filed",
}
