"""No figure is graded better than the fact it rests on may be shown."""

from collections.abc import Iterable
from typing import Final

from desktop_app.domain.evidence import Evidence
from desktop_app.domain.message import message
from desktop_app.storage.data_text import Build
from desktop_app.storage.fact_grades import FactGrades
from desktop_app.storage.figure_text import PlacedRule

_STRONGEST_FIRST: Final = tuple(Evidence)


def check_grounds(placed: Iterable[PlacedRule], build: Build) -> None:
    """Notes rules whose fact may not be shown in their region, or only under a weaker word."""
    grades = FactGrades(build)
    for one in placed:
        fact, evidence = one.rule.backing.fact, one.rule.backing.evidence
        if fact is None:
            continue
        shown = grades.shown(build, one.file, one.line, fact, one.rule.region)
        if shown and _STRONGEST_FIRST.index(evidence) < _STRONGEST_FIRST.index(shown):
            wrong = message("figures.data.graded", fact=fact, region=one.rule.region, shown=shown.value)
            one.problem(build, "evidence", evidence.value, wrong)
