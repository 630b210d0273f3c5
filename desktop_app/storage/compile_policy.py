"""Decision rules from `data/policy/` and `data/agreements/` to the rule pack, each graded by the fact it rests on."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter

from desktop_app.domain.policy import FilingGround
from desktop_app.storage.data_text import Build
from desktop_app.storage.fact_grades import FactGrades
from desktop_app.storage.policy_periods import PlacedTerms, check_periods
from desktop_app.storage.policy_schema import COMMON, SHAPES, AgreementFile, RemarkEntry, RuleEntry, RuleTerms
from desktop_app.storage.policy_tables import PolicyRow


def compile_policy(build: Build) -> None:
    """Fills the table of decision rules. A rule whose fact may not be shown in its region is a problem."""
    grades = FactGrades(build)
    rules = list(_rules(build))
    rows = [_row(rule, _grade(build, rule, grades)) for rule in rules]
    check_periods(rules, build)
    build.insert(PolicyRow, [{"id": number, **row} for number, row in enumerate(rows, start=1)])


def _grade(build: Build, rule: PlacedTerms, grades: FactGrades) -> str:
    """The grade of a rule; notes a problem where its fact, a place or a disease is unknown."""
    build.need(rule.file, rule.line, "fact", rule.terms.fact, build.known_facts)
    for region in (rule.region, *rule.terms.exceptions, *_areas(rule)):
        build.need(rule.file, rule.line, "region", region, build.known_regions)
    if isinstance(rule.terms, RemarkEntry):
        for disease in rule.terms.diseases:
            build.need(rule.file, rule.line, "diseases", str(disease), build.known_diseases)
    shown = grades.shown(build, rule.file, rule.line, rule.terms.fact, rule.region)
    return shown.value if shown else ""


def _areas(rule: PlacedTerms) -> Iterator[str]:
    """The places of care that a rule names."""
    for key in ("areas", "outside"):
        areas = rule.says.get(key)
        yield from map(str, areas if isinstance(areas, list) else ())


def _rules(build: Build) -> Iterator[PlacedTerms]:
    for topic, shape in SHAPES.items():
        file = build.data / "policy" / f"{topic}.yaml"
        entries: TypeAdapter[tuple[RuleEntry, ...]] = TypeAdapter(tuple[shape, ...])  # type: ignore[valid-type]  # a value
        parsed = build.read(file, entries)
        for number, entry in enumerate(parsed.content if parsed else ()):
            line = parsed.lines.of(number) if parsed else 1
            yield PlacedTerms(topic, entry.region, entry, _says(entry), file, line)
    for file in build.files("agreements/*.yaml"):
        yield from _agreement(build, file)


def _agreement(build: Build, file: Path) -> Iterator[PlacedTerms]:
    parsed = build.read(file, AgreementFile)
    for region, rules in parsed.content.rules.items() if parsed else ():
        for number, entry in enumerate(rules):
            says = _says(entry) | {"ground": FilingGround.AGREEMENT.value}
            line = parsed.lines.of("rules", region, number) if parsed else 1
            yield PlacedTerms("filing", region, entry, says, file, line)


def _says(entry: RuleTerms) -> dict[str, object]:
    return entry.model_dump(mode="json", exclude={*COMMON, "region"}, exclude_defaults=True)


def _row(rule: PlacedTerms, evidence: str) -> dict[str, object]:
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
