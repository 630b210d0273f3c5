"""From the text of data/figures to rules: every entry with its place, and every reason why it cannot stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, groupby, product
from pathlib import Path
from typing import Final

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import Message, message
from desktop_app.domain.period import Period
from desktop_app.domain.person import Scheme
from desktop_app.storage.data_text import Build, Parsed
from desktop_app.storage.figure_rule import Backing, FigureRule
from desktop_app.storage.figure_said import Said
from desktop_app.storage.figure_schema import AnyEntry, FigureFile

PATTERN: Final = "figures/**/[0-9C]*.yaml"
"""The files of figures: a province's code and name, or CN for the nation."""

_SAID_SOMEWHERE: Final = ("scheme", "evidence", "start")


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A rule with the place where it is written, and the reasons that its entry gives the linter."""

    rule: FigureRule
    file: Path
    line: int
    not_monotone: str | None
    ends: str | None

    @property
    def place(self) -> tuple[Path, int]:
        """Where its entry is written: rules of several regions, schemes or kinds may share it."""
        return self.file, self.line

    def problem(self, build: Build, field: str, value: object, wrong: Message) -> None:
        """Notes what is wrong with it."""
        build.problem(self.file, self.line, field, value, wrong)


def placed_rules(parsed: Parsed[FigureFile], build: Build) -> Iterator[PlacedRule]:
    """All rules of a file; entries that cannot become rules are noted as problems instead."""
    province = parsed.content.province
    build.need(parsed.file, parsed.lines.of("province"), "province", province, build.known_regions)
    for number, block in enumerate(parsed.content.blocks):
        for code in block.region:
            build.need(parsed.file, parsed.lines.of("blocks", number), "region", code, build.known_regions)
        for position, entry in enumerate(block.figures):
            line = parsed.lines.of("blocks", number, "figures", position)
            said = entry.over(block)
            if _is_complete(said, build, parsed.file, line):
                for rule in rules_of(block.region, said, entry):
                    yield PlacedRule(rule, parsed.file, line, entry.not_monotone, entry.ends)


def _is_complete(said: Said, build: Build, file: Path, line: int) -> bool:
    missing = [name for name in _SAID_SOMEWHERE if getattr(said, name) is None]
    if said.source is None and said.fact is None:
        missing.append("source")
    for name in missing:
        field = {"start": "from"}.get(name, name)
        build.problem(file, line, field, "", message("figures.data.missing", field=field))
    if said.source is not None:
        build.cite(file, line, said.source)
    if said.fact is not None:
        build.need(file, line, "fact", said.fact, build.known_facts)
    for code in said.care_area or ():
        build.need(file, line, "care_area", code, build.known_regions)
    for disease in said.disease or ():
        build.need(file, line, "disease", disease, build.known_diseases)
    return not missing


def rules_of(regions: tuple[str, ...], said: Said, entry: AnyEntry) -> Iterator[FigureRule]:
    """The rules an entry stands for, one per region, scheme and kind; `said` is its word over the block's."""
    schemes: tuple[Scheme, ...] = said.scheme or ()
    kinds: tuple[CareKind | None, ...] = said.kind or (None,)
    assert said.evidence is not None  # _is_complete has asked
    backing = Backing(
        evidence=said.evidence,
        source=said.source or "",
        fact=said.fact,
        period=Period(said.start, said.until),
        unchecked=bool(said.unchecked),
        note=said.note or "",
        confirmed=said.confirmed,
    )
    for region, scheme, kind in product(regions, schemes, kinds):
        yield FigureRule(
            region=region,
            scheme=scheme,
            kind=kind,
            figure=FigureName(entry.figure),
            conditions=said.conditions(),
            spread=entry.spread(),
            backing=backing,
        )


def check_rules(placed: list[PlacedRule], build: Build) -> None:
    """Notes ranges out of order, days that end before they begin, and rules a query could not choose between."""
    for one in placed:
        rule = one.rule
        period = rule.backing.period
        if not rule.spread.is_ordered():
            one.problem(build, "low, high", rule.figure.value, message("figures.data.range"))
        if period.start is not None and period.until is not None and period.until <= period.start:
            one.problem(build, "until", period.until, message("figures.data.period", day=period.until))
    for _, group in groupby(sorted(placed, key=_home), key=_home):
        for earlier, later in combinations(group, 2):
            _check_pair(earlier, later, build)


def _home(placed: PlacedRule) -> tuple[str, str, str]:
    return placed.rule.region, placed.rule.scheme.value, placed.rule.figure.value


def _check_pair(earlier: PlacedRule, later: PlacedRule, build: Build) -> None:
    one, other = earlier.rule, later.rule
    if one.specificity != other.specificity or not one.meets(other):
        return
    place = f"{earlier.file.name}:{earlier.line}"
    same = one.kind == other.kind and one.conditions == other.conditions
    if same:
        day = other.backing.period.start
        assert day is not None  # _is_complete has asked
        wrong = message("figures.data.overlap", figure=one.figure.value, place=place, day=day)
        later.problem(build, "from", day, wrong)
    else:
        wrong = message("figures.data.tie", figure=one.figure.value, place=place)
        later.problem(build, "figure", other.figure.value, wrong)
