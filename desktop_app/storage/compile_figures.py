"""Compiles data/figures into the rule pack: checked rules, each with its conditions, its range and its ground."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import select

from desktop_app.domain.period import ALWAYS
from desktop_app.storage.compile_coverage import compile_coverage
from desktop_app.storage.data_text import Build
from desktop_app.storage.figure_endings import check_endings
from desktop_app.storage.figure_grounds import check_grounds
from desktop_app.storage.figure_levels import check_levels
from desktop_app.storage.figure_review import last_known, warn_of_stale
from desktop_app.storage.figure_rule import Backing, FigureRule, encode_conditions
from desktop_app.storage.figure_schema import FigureFile
from desktop_app.storage.figure_tables import OPEN_END, FigureBackingRow, FigureRow
from desktop_app.storage.figure_text import PATTERN, PlacedRule, check_rules, placed_rules
from desktop_app.storage.figure_values import encode
from desktop_app.storage.tables import FactRow, SourceRow


def compile_figures(build: Build) -> None:
    """Writes every figure of `data/figures` into the pack; regions, sources and facts must be there already."""
    files = [parsed for file in build.files(PATTERN) if (parsed := build.read(file, FigureFile))]
    placed = [one for parsed in files for one in placed_rules(parsed, build)]
    check_rules(placed, build)
    if not build.problems:
        check_grounds(placed, build)
        check_levels(placed, build)
        check_endings(placed, build)
    backed = list(_backed(placed, build))
    _write([one.rule for one in backed], build)
    if build.checked_on is not None and not build.problems:
        warn_of_stale(backed, build, build.checked_on)
        compile_coverage(files, [one.rule for one in backed], build)


def _backed(placed: Iterable[PlacedRule], build: Build) -> Iterator[PlacedRule]:
    """The rules with their sources: a fact's where they name none of their own. A later source confirms a figure."""
    facts = build.connection.execute(select(FactRow.number, FactRow.source)).all()
    sources = build.connection.execute(select(SourceRow.id, SourceRow.published)).all()
    source_of: dict[str | None, str] = {row.number: row.source for row in facts}
    published: dict[str, str] = {row.id: row.published for row in sources}
    for one in placed:
        backing = one.rule.backing
        source = backing.source or source_of.get(backing.fact, "")
        confirmed = last_known(backing, published.get(source, ""))
        backed = replace(backing, source=source, confirmed=confirmed)
        yield replace(one, rule=replace(one.rule, backing=backed))


def _write(rules: list[FigureRule], build: Build) -> None:
    backings = {backing: id for id, backing in enumerate(dict.fromkeys(map(_undated, rules)), start=1)}
    build.insert(FigureBackingRow, [_backing_row(backing, id) for backing, id in backings.items()])
    rows = [_rule_row(rule, backings[_undated(rule)], id) for id, rule in enumerate(rules, start=1)]
    build.insert(FigureRow, rows)


def _undated(rule: FigureRule) -> Backing:
    """What stands behind a rule apart from its days, which are kept where the rule is found by them."""
    return replace(rule.backing, period=ALWAYS)


def _backing_row(backing: Backing, id: int) -> dict[str, object]:
    return {
        "id": id,
        "evidence": backing.evidence.value,
        "source": backing.source,
        "fact": backing.fact,
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
        "start": rule.backing.period.start,
        "until": rule.backing.period.until or OPEN_END,
        "conditions": encode_conditions(rule.conditions),
        "spread": encode(rule.spread),
        "backing": backing,
    }
