"""Decision rules and their days: none said twice for one day, none that ends without a word on what follows.

Rules of one place may contradict each other, and then both are kept; but the same rule twice is a slip of the pen.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from desktop_app.domain.message import message
from desktop_app.domain.period import Period
from desktop_app.storage.data_text import Build
from desktop_app.storage.policy_schema import RuleTerms


@dataclass(frozen=True, slots=True)
class PlacedTerms:
    """A rule with the region it binds and the line it stands on; `topic` is its table, `says` what it rules."""

    topic: str
    region: str
    terms: RuleTerms
    says: dict[str, object]
    file: Path
    line: int

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(self.terms.start_day, self.terms.until)

    def repeats(self, other: "PlacedTerms") -> bool:
        """Whether both say the same of the same people on some day."""
        days = {"start_day": None, "until": None, "ends": None}
        same = self.terms.model_copy(update=days) == other.terms.model_copy(update=days)
        return same and self.says == other.says and self.period.overlaps(other.period)


def check_periods(rules: Iterable[PlacedTerms], build: Build) -> None:
    """Notes rules that stand twice, and ends after which no rule of the topic holds there without `ends` saying why."""
    by_place = defaultdict[tuple[str, str], list[PlacedTerms]](list)
    for rule in rules:
        by_place[rule.topic, rule.region].append(rule)
    for group in by_place.values():
        for earlier, later in combinations(group, 2):
            if later.repeats(earlier):
                place = f"{earlier.file.name}:{earlier.line}"
                wrong = message("rulebook.data.repeated", fact=later.terms.fact, place=place)
                build.problem(later.file, later.line, "fact", later.terms.fact, wrong)
        for rule in group:
            _check_end(rule, group, build)


def _check_end(rule: PlacedTerms, group: Sequence[PlacedTerms], build: Build) -> None:
    until, reason = rule.terms.until, rule.terms.ends
    followed = until is None or any(until in other.period for other in group)
    if until is not None and not followed and reason is None:
        wrong = message("rulebook.data.ends", topic=rule.topic, region=rule.region, day=until)
        build.problem(rule.file, rule.line, "until", until, wrong)
    if followed and reason is not None:
        build.problem(rule.file, rule.line, "ends", reason, message("rulebook.data.no_end"))
