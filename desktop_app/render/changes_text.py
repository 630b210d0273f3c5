"""What two rulebooks say differently, as text and as JSON, for `yidi rules diff`."""

from collections.abc import Iterator
from itertools import zip_longest

from desktop_app.domain.evidence import Fact
from desktop_app.domain.listing import ListedFigure
from desktop_app.domain.message import Message, message
from desktop_app.domain.rule_changes import RuleChanges
from desktop_app.render.figure_json import Json, fact_document, figure_document
from desktop_app.render.library import Library
from desktop_app.render.views.figure_words import FigureWords
from desktop_app.render.words import Words


def changes_document(changes: RuleChanges) -> dict[str, Json]:
    """Figures and facts added, removed and changed; of what changed, both."""
    return {
        "figures": {
            "added": [figure_document(one) for one in changes.figures_added],
            "removed": [figure_document(one) for one in changes.figures_removed],
            "changed": [
                {"before": figure_document(old), "after": figure_document(new)} for old, new in changes.figures_changed
            ],
        },
        "facts": {
            "added": [fact_document(one) for one in changes.facts_added],
            "removed": [fact_document(one) for one in changes.facts_removed],
            "changed": [
                {"before": fact_document(old), "after": fact_document(new)} for old, new in changes.facts_changed
            ],
        },
    }


def changes_text(changes: RuleChanges, library: Library, words: Words) -> str:
    """A line for each: + what came, − what went, ~ what is said otherwise, the old and the new."""
    return "\n".join(_ChangesText(library, words).lines(changes))


class _ChangesText:
    """Puts changes into lines; `library` names places."""

    def __init__(self, library: Library, words: Words) -> None:
        self._library = library
        self._words = words
        self._figures = FigureWords(library, words)

    def lines(self, changes: RuleChanges) -> Iterator[str]:
        yield self._text("count", count=changes.count)
        for mark, figures in (("+", changes.figures_added), ("−", changes.figures_removed)):
            yield from (f"{mark} {self._where(one)}: {' · '.join(filter(None, self._says(one)))}" for one in figures)
        for old, new in changes.figures_changed:
            yield f"~ {self._where(new)}: {self._differences(self._says(old), self._says(new))}"
        for mark, facts in (("+", changes.facts_added), ("−", changes.facts_removed)):
            yield from (f"{mark} {fact.number} {fact.text}" for fact in facts)
        for before, after in changes.facts_changed:
            yield f"~ {after.number}: {self._differences(self._states(before), self._states(after))}"

    def _where(self, listed: ListedFigure) -> str:
        place = self._library.region(listed.region)
        kind = message(f"terms.kind.{listed.kind.value}") if listed.kind else message("rulebook.show.every_kind")
        return self._text(
            "where",
            code=listed.region,
            place=place.name if place else "",
            scheme=message(f"terms.scheme.{listed.scheme.value}"),
            kind=kind,
            name=message(f"figures.name.{listed.name.value}"),
            when=self._figures.when(listed.conditions, listed.ages),
        )

    def _says(self, listed: ListedFigure) -> list[str]:
        provenance = listed.figure.provenance
        marks = [self._figures.say("mark.unchecked")] if provenance.unchecked else []
        return [
            self._figures.value(listed.name, listed.figure),
            self._words.text(message(f"terms.evidence.{provenance.evidence.value}")),
            *(marks or [""]),
            self._figures.days(provenance.period),
            self._figures.source(provenance.source),
            provenance.fact or "",
            provenance.note,
            provenance.confirmed.isoformat() if provenance.confirmed else "",
        ]

    def _states(self, fact: Fact) -> list[str]:
        return [
            fact.text,
            self._words.text(message(f"terms.evidence.{fact.evidence.value}")),
            self._figures.source(fact.source),
            ", ".join(fact.regions),
            ", ".join(fact.schemes),
            fact.effective.isoformat() if fact.effective else "",
            ", ".join(fact.disagrees_with),
            fact.note,
            fact.topic,
        ]

    def _differences(self, before: list[str], after: list[str]) -> str:
        """Only what is not the same, old and new."""
        nothing = self._text("nothing")
        pairs = ((old, new) for old, new in zip_longest(before, after, fillvalue="") if old != new)
        return " · ".join(f"{old or nothing} → {new or nothing}" for old, new in pairs)

    def _text(self, id: str, **parameters: str | int | Message) -> str:
        return self._words.text(message(f"rulebook.changes.{id}", **parameters))
