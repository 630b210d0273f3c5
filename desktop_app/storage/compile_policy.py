"""Decision rules from `data/policy/` and `data/agreements/` to the rule pack, each graded by the fact it rests on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter
from sqlalchemy import select

from desktop_app.domain.message import message
from desktop_app.domain.policy import NATION, FilingGround
from desktop_app.storage.data_text import Build
from desktop_app.storage.policy_schema import COMMON, SHAPES, AgreementFile, RuleEntry, RuleTerms
from desktop_app.storage.policy_tables import PolicyRow
from desktop_app.storage.tables import FactRow, RegionRow


def compile_policy(build: Build) -> None:
    """Fills the table of decision rules. A rule whose fact may not be shown in its region is a problem."""
    grades = _Grades(build)
    rows = [_row(rule, grades.of(build, rule)) for rule in _rules(build)]
    build.insert(PolicyRow, [{"id": number, **row} for number, row in enumerate(rows, start=1)])


@dataclass(frozen=True, slots=True)
class _Placed:
    """A rule with the region it binds and the line it stands on."""

    topic: str
    region: str
    terms: RuleTerms
    says: dict[str, object]
    file: Path
    line: int


class _Grades:
    """Under which word each fact may appear in a region."""

    def __init__(self, build: Build) -> None:
        rows = build.connection.execute(select(FactRow.number, FactRow.regions, FactRow.in_regions, FactRow.elsewhere))
        self._facts = {row.number: row for row in rows}
        places = build.connection.execute(select(RegionRow.code, RegionRow.area))
        self._area = {row.code: row.area for row in places}

    def of(self, build: Build, rule: _Placed) -> str:
        """The grade of a rule; notes a problem where its fact is unknown or may not be shown there."""
        build.need(rule.file, rule.line, "fact", rule.terms.fact, build.known_facts)
        for region in (rule.region, *rule.terms.exceptions, *_areas(rule)):
            build.need(rule.file, rule.line, "region", region, build.known_regions)
        fact = self._facts.get(rule.terms.fact)
        if fact is None:
            return ""
        shown = fact.in_regions if set(fact.regions) & self._lineage(rule.region) else fact.elsewhere
        if shown is None:
            where = message("rulebook.data.not_shown", fact=rule.terms.fact, region=rule.region)
            build.problem(rule.file, rule.line, "fact", rule.terms.fact, where)
        return shown or ""

    def _lineage(self, region: str) -> set[str]:
        return {region, self._area.get(region) or region, region[:2] + "0000", NATION}


def _areas(rule: _Placed) -> Iterator[str]:
    """The places of care that a rule names."""
    for key in ("areas", "outside"):
        areas = rule.says.get(key)
        yield from map(str, areas if isinstance(areas, list) else ())


def _rules(build: Build) -> Iterator[_Placed]:
    for topic, shape in SHAPES.items():
        file = build.data / "policy" / f"{topic}.yaml"
        entries: TypeAdapter[tuple[RuleEntry, ...]] = TypeAdapter(tuple[shape, ...])  # type: ignore[valid-type]  # a value
        parsed = build.read(file, entries)
        for number, entry in enumerate(parsed.content if parsed else ()):
            line = parsed.lines.of(number) if parsed else 1
            yield _Placed(topic, entry.region, entry, _says(entry), file, line)
    for file in build.files("agreements/*.yaml"):
        yield from _agreement(build, file)


def _agreement(build: Build, file: Path) -> Iterator[_Placed]:
    parsed = build.read(file, AgreementFile)
    for region, rules in parsed.content.rules.items() if parsed else ():
        for number, entry in enumerate(rules):
            says = _says(entry) | {"ground": FilingGround.AGREEMENT.value}
            line = parsed.lines.of("rules", region, number) if parsed else 1
            yield _Placed("filing", region, entry, says, file, line)


def _says(entry: RuleTerms) -> dict[str, object]:
    return entry.model_dump(mode="json", exclude={*COMMON, "region"}, exclude_defaults=True)


def _row(rule: _Placed, evidence: str) -> dict[str, object]:
    terms = rule.terms
    return {
        "topic": rule.topic,
        "region": rule.region,
        "fact": terms.fact,
        "evidence": evidence,
        "start": terms.start_day,
        "until": terms.until,
        "schemes": [scheme.value for scheme in terms.schemes],
        "tiers": list(terms.tiers),
        "exceptions": list(terms.exceptions),
        "terms": json.dumps(rule.says, ensure_ascii=False, sort_keys=True),
    }
