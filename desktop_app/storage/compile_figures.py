"""Compiles data/figures into the rule pack: checked rules, each with its conditions, its range and its ground."""

from dataclasses import replace

from sqlalchemy import select

from desktop_app.storage.data_text import Build
from desktop_app.storage.figure_rule import Backing, FigureRule, encode_conditions
from desktop_app.storage.figure_schema import FigureFile
from desktop_app.storage.figure_tables import FigureBackingRow, FigureRow
from desktop_app.storage.figure_text import PATTERN, check_rules, placed_rules
from desktop_app.storage.figure_values import encode
from desktop_app.storage.tables import FactRow


def compile_figures(build: Build) -> None:
    """Writes every figure of `data/figures` into the pack; regions, sources and facts must be there already."""
    files = [parsed for file in build.files(PATTERN) if (parsed := build.read(file, FigureFile))]
    placed = [one for parsed in files for one in placed_rules(parsed, build)]
    check_rules(placed, build)
    rows = build.connection.execute(select(FactRow.number, FactRow.source))
    fact_sources = {row.number: row.source for row in rows}
    _write([_with_source(one.rule, fact_sources) for one in placed], build)


def _with_source(rule: FigureRule, fact_sources: dict[str, str]) -> FigureRule:
    """A figure that rests on a fact has the fact's source unless it names its own."""
    backing = rule.backing
    if backing.source or backing.fact is None:
        return rule
    return replace(rule, backing=replace(backing, source=fact_sources.get(backing.fact, "")))


def _write(rules: list[FigureRule], build: Build) -> None:
    backings = {backing: id for id, backing in enumerate(dict.fromkeys(rule.backing for rule in rules), start=1)}
    build.insert(FigureBackingRow, [_backing_row(backing, id) for backing, id in backings.items()])
    rows = [_rule_row(rule, backings[rule.backing], id) for id, rule in enumerate(rules, start=1)]
    build.insert(FigureRow, rows)


def _backing_row(backing: Backing, id: int) -> dict[str, object]:
    return {
        "id": id,
        "evidence": backing.evidence.value,
        "source": backing.source,
        "fact": backing.fact,
        "start": backing.period.start,
        "until": backing.period.until,
        "unchecked": backing.unchecked,
        "note": backing.note,
        "confirmed": backing.confirmed,
    }


def _rule_row(rule: FigureRule, backing: int, id: int) -> dict[str, object]:
    return {
        "id": id,
        "region": rule.region,
        "scheme": rule.scheme.value,
        "kind": rule.kind.value if rule.kind else "",
        "name": rule.figure.value,
        "conditions": encode_conditions(rule.conditions),
        "spread": encode(rule.spread),
        "backing": backing,
    }
