"""Two rulebooks laid over each other: which figures and facts came, went, or say something else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from desktop_app.domain.evidence import Fact
from desktop_app.domain.listing import ListedFigure
from desktop_app.domain.rule_changes import RuleChanges

Case = tuple[object, ...]
Pair = tuple[ListedFigure | None, ListedFigure | None]


@dataclass(frozen=True, slots=True)
class Statements:
    """Everything a rulebook states."""

    figures: Sequence[ListedFigure]
    facts: Sequence[Fact]


def rule_changes(before: Statements, after: Statements) -> RuleChanges:
    """What `after` has that `before` had not, what it has no longer, and what it states otherwise."""
    pairs = list(_paired(_by_case(before.figures), _by_case(after.figures)))
    old_facts, new_facts = ({fact.number: fact for fact in book.facts} for book in (before, after))
    kept = [(fact, new_facts[number]) for number, fact in old_facts.items() if number in new_facts]
    return RuleChanges(
        figures_added=tuple(new for old, new in pairs if old is None and new is not None),
        figures_removed=tuple(old for old, new in pairs if new is None and old is not None),
        figures_changed=tuple((old, new) for old, new in pairs if old and new and old.figure != new.figure),
        facts_added=tuple(fact for number, fact in new_facts.items() if number not in old_facts),
        facts_removed=tuple(fact for number, fact in old_facts.items() if number not in new_facts),
        facts_changed=tuple((old, new) for old, new in kept if old != new),
    )


def _by_case(figures: Iterable[ListedFigure]) -> Mapping[Case, list[ListedFigure]]:
    """The figures by place, scheme, kind, name and conditions: what one figure states, over its days."""
    by_case: dict[Case, list[ListedFigure]] = defaultdict(list)
    for one in figures:
        by_case[one.region, one.scheme, one.kind, one.name, one.conditions, one.ages].append(one)
    return by_case


def _paired(before: Mapping[Case, list[ListedFigure]], after: Mapping[Case, list[ListedFigure]]) -> Iterator[Pair]:
    """Old and new of each case: first those that begin on the same day, then what is left in the order of days."""
    for case in dict.fromkeys((*before, *after)):
        old = {_first_day(one): one for one in before.get(case, ())}
        new = {_first_day(one): one for one in after.get(case, ())}
        same = [day for day in old if day in new]
        yield from ((old.pop(day), new.pop(day)) for day in same)
        yield from zip_longest((old[day] for day in sorted(old)), (new[day] for day in sorted(new)))


def _first_day(listed: ListedFigure) -> date:
    return listed.figure.provenance.period.start or date.min
