"""Statements with the word for their evidence, and the numbered list of sources behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.evidence import Evidence, Fact, Provenance, Source
from desktop_app.domain.message import Message, message
from desktop_app.render.library import Library
from desktop_app.render.words import Words

_WEAKEST_FIRST = (Evidence.TYPICAL, Evidence.REPORTED, Evidence.OFFICIAL)


@dataclass(frozen=True, slots=True)
class Badge:
    """The word for a grade of evidence; `grade` picks its colour. An empty word shows nothing."""

    word: str = ""
    grade: str = ""


NO_BADGE = Badge()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence, its badge, and the numbers under which its sources are listed."""

    text: str
    badge: Badge = NO_BADGE
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One line of the list of sources.

    `link` is empty unless it leads to an official site; `facts` are the rulebook's numbers.
    """

    number: int
    title: str
    details: str
    link: str
    badge: Badge
    facts: str


@dataclass(slots=True)
class _Cited:
    source: Source
    evidence: Evidence
    facts: dict[str, Fact] = field(default_factory=dict)


class Bibliography:
    """Collects what a page cites. Sources are numbered in the order in which the page first rests on them."""

    def __init__(self, rulebook: Library, insured_region: str | None, words: Words) -> None:
        self._rulebook = rulebook
        self._insured_region = insured_region
        self._words = words
        self._cited: dict[tuple[str, Evidence], _Cited] = {}
        self._facts: dict[str, Fact | None] = {}

    def badge(self, evidence: Evidence) -> Badge:
        """The badge of a grade."""
        return Badge(self._words.text(message(f"terms.evidence.{evidence}")), evidence)

    def plain(self, text: Message) -> Statement:
        """A sentence that rests on nothing but common sense."""
        return Statement(text=self._words.text(text))

    def statement(self, said: Reasoned) -> Statement:
        """A sentence with the badge of its weakest fact: nothing is shown as better than it is."""
        return self.resting_on(self._words.text(said.text), said.facts)

    def resting_on(self, text: str, numbers: tuple[str, ...]) -> Statement:
        """A text that rests on these facts; facts that may not be shown for this insured region count for nothing."""
        facts = [fact for fact in map(self._fact, numbers) if fact is not None]
        noted = tuple(sorted({self._cite(fact.source, fact.evidence, fact) for fact in facts}))
        grades = {fact.evidence for fact in facts}
        weakest = next((grade for grade in _WEAKEST_FIRST if grade in grades), None)
        return Statement(text=text, badge=self.badge(weakest) if weakest else NO_BADGE, numbers=noted)

    def may_rest_on(self, numbers: tuple[str, ...]) -> bool:
        """Whether any of these facts may be shown for this insured region."""
        return any(self._fact(number) is not None for number in numbers)

    def figure(self, text: str, provenance: Provenance | None) -> Statement:
        """A text that rests on one figure, with what makes it doubtful, and who told the person themselves."""
        if provenance is None:
            return Statement(text=text)
        text = " · ".join(filter(None, (text, *map(self._words.text, _marks(provenance)))))
        text += "".join(self._words.text(message("rulebook_page.own.beside", told=told)) for told in provenance.told)
        fact = self._fact(provenance.fact) if provenance.fact else None
        source = provenance.source
        noted = (self._cite(source, provenance.evidence, fact),) if source else ()
        return Statement(text=text, badge=self.badge(provenance.evidence), numbers=noted)

    def entries(self) -> tuple[SourceEntry, ...]:
        """The list of sources, numbered."""
        return tuple(self._entry(number, cited) for number, cited in enumerate(self._cited.values(), 1))

    def disagreements(self, numbers: Iterable[str]) -> tuple[Statement, ...]:
        """What other sources say against these facts, each once; what the page rests on itself is not repeated."""
        facts = [fact for fact in map(self._fact, numbers) if fact is not None]
        against = dict.fromkeys(number for fact in facts for number in fact.disagrees_with)
        cited = {number for entry in self._cited.values() for number in entry.facts}
        others = [fact for number in against if number not in cited and (fact := self._fact(number)) is not None]
        return tuple(Statement(text=self._against(fact), badge=self.badge(fact.evidence)) for fact in others)

    def _against(self, fact: Fact) -> str:
        said = message("paper.sources.disagreement", number=fact.number, text=fact.text, source=fact.source.title)
        return self._words.text(said)

    def _fact(self, number: str) -> Fact | None:
        if number not in self._facts:
            self._facts[number] = self._rulebook.fact(number, self._insured_region)
        return self._facts[number]

    def _cite(self, source: Source, evidence: Evidence, fact: Fact | None) -> int:
        cited = self._cited.setdefault((source.id, evidence), _Cited(source, evidence))
        if fact is not None:
            cited.facts[fact.number] = fact
        return list(self._cited).index((source.id, evidence)) + 1

    def _entry(self, number: int, cited: _Cited) -> SourceEntry:
        source, numbers = cited.source, tuple(sorted(cited.facts))
        facts = self._words.text(message("paper.sources.facts", numbers=numbers)) if numbers else ""
        details = (source.number, source.issuer, source.published, facts)
        return SourceEntry(
            number=number,
            title=source.title,
            details=" · ".join(part for part in details if part),
            link=source.link or "",
            badge=self.badge(cited.evidence),
            facts=", ".join(numbers),
        )


def _marks(provenance: Provenance) -> Iterator[Message]:
    """What a grade does not say of a figure: that nobody compared it with a document, nor confirmed it of late."""
    if provenance.unchecked:
        yield message("rulebook_page.mark.unchecked")
    if any(remark.id == "figures.remark.stale" for remark in provenance.remarks):
        yield message("rulebook_page.mark.stale")
