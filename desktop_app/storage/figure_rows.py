"""Figures out of the rule pack: the rules of a place and a day, read once and kept, and what stands behind them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Engine, Executable, Row, bindparam, select

from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Evidence, Provenance, Source
from desktop_app.domain.figure import Dimension, FigureName
from desktop_app.domain.period import Period
from desktop_app.domain.person import Scheme
from desktop_app.storage.fact_shelf import source_of
from desktop_app.storage.figure_rule import Backing, Conditions, FigureRule, decode_conditions
from desktop_app.storage.figure_tables import OPEN_END, FigureBackingRow, FigureRow
from desktop_app.storage.figure_values import decode
from desktop_app.storage.tables import DiseaseRow, SourceRow

RulesByFigure = Mapping[FigureName, Sequence[FigureRule]]
"""The rules written for one place, by the figure they state."""

_KEPT: Final = 64
"""How many places' rules stay in memory; a household asks for one or two."""

_TEXTS_KEPT: Final = 4096
"""How many values, conditions and grounds stay decoded; figures share most of them."""

_RULE: Final = (
    FigureRow.region,
    FigureRow.scheme,
    FigureRow.kind,
    FigureRow.name,
    FigureRow.conditions,
    FigureRow.spread,
)
_GROUND: Final = (
    FigureBackingRow.source,
    FigureBackingRow.evidence,
    FigureBackingRow.fact,
    FigureRow.start,
    FigureRow.until,
    FigureBackingRow.unchecked,
    FigureBackingRow.note,
    FigureBackingRow.confirmed,
)
Ground = tuple[str, str, str | None, date, date, bool, str, date | None]

_ROWS: Final = (
    select(*_RULE, *_GROUND, *SourceRow.__table__.columns)
    .join(FigureBackingRow, FigureRow.backing == FigureBackingRow.id)
    .join(SourceRow, FigureBackingRow.source == SourceRow.id)
    .order_by(FigureRow.id)
)
"""With the source in the same row: a place and a day cost one query."""

_REGIONS: Final = FigureRow.region.in_(bindparam("regions", expanding=True))
_WRITTEN: Final = _ROWS.where(_REGIONS)
_IN_FORCE: Final = _ROWS.where(
    _REGIONS,
    FigureRow.scheme == bindparam("scheme"),
    FigureRow.kind.in_(bindparam("kinds", expanding=True)),
    FigureRow.until > bindparam("on"),
    FigureRow.start <= bindparam("on"),
)
_TIERED: Final = (
    select(FigureRow.conditions)
    .where(_REGIONS, FigureRow.scheme == bindparam("scheme"))
    .where(FigureRow.conditions.contains(f'"{Dimension.TIER.value}"'))
    .distinct()
)
"""Written once: putting a statement together takes longer than SQLite takes to answer it."""


class FigureRows:
    """The pack's figures as rules."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.in_force = lru_cache(_KEPT)(self._in_force)
        self.disease_names = lru_cache(_KEPT)(self._disease_names)
        self.tiered = lru_cache(_KEPT)(self._tiered)
        self._sources: dict[str, Source] = {}
        self._conditions = lru_cache(_TEXTS_KEPT)(decode_conditions)
        self._spread = lru_cache(_TEXTS_KEPT)(decode)
        self._backing = lru_cache(_TEXTS_KEPT)(_backing)

    def _in_force(
        self, regions: tuple[str, ...], scheme: Scheme, kinds: tuple[CareKind, ...], on: date
    ) -> tuple[RulesByFigure, ...]:
        """For each region the rules that hold on this day for one of these kinds of care."""
        asked = {"regions": regions, "scheme": scheme.value, "kinds": ["", *(kind.value for kind in kinds)], "on": on}
        layers: dict[str, dict[FigureName, list[FigureRule]]] = {region: {} for region in regions}
        for rule in self._read(_IN_FORCE, asked):
            layers[rule.region].setdefault(rule.figure, []).append(rule)
        return tuple(layers.values())

    def _tiered(self, regions: tuple[str, ...], scheme: Scheme) -> tuple[Conditions, ...]:
        """The conditions of these regions' rules that tell tiers apart, whatever their figure and day."""
        with self._engine.connect() as connection:
            texts = connection.scalars(_TIERED, {"regions": regions, "scheme": scheme.value}).all()
        return tuple(self._conditions(text) for text in texts)

    def written_for(self, regions: Sequence[str]) -> list[FigureRule]:
        """Every rule written for one of these regions, whatever its day, in the order of the pack."""
        return self._read(_WRITTEN, {"regions": regions})

    def everything(self) -> list[FigureRule]:
        """Every rule there is."""
        return self._read(_ROWS, {})

    def _read(self, rows: Executable, asked: Mapping[str, object]) -> list[FigureRule]:
        with self._engine.connect() as connection:
            return [self._rule(row) for row in connection.execute(rows, asked)]

    def _rule(self, row: Row[Any]) -> FigureRule:
        region, scheme, kind, name, conditions, spread = row[: len(_RULE)]
        figure, backing = FigureName(name), self._backing(row[len(_RULE) : len(_RULE) + len(_GROUND)])
        if backing.source not in self._sources:
            self._sources[backing.source] = source_of(row)
        return FigureRule(
            region=region,
            scheme=Scheme(scheme),
            kind=CareKind(kind) if kind else None,
            figure=figure,
            conditions=self._conditions(conditions),
            spread=self._spread(figure, spread),
            backing=backing,
        )

    def provenance(self, backing: Backing) -> Provenance:
        """What stands behind a figure that was read here, with the document itself."""
        return Provenance(
            evidence=backing.evidence,
            source=self._sources[backing.source],
            fact=backing.fact,
            period=backing.period,
            unchecked=backing.unchecked,
            note=backing.note,
            confirmed=backing.confirmed,
        )

    def _disease_names(self, disease: str | None) -> frozenset[str]:
        """Every name, alias and code of a disease, or the word itself where it is not one of the national list."""
        if disease is None:
            return frozenset()
        with self._engine.connect() as connection:
            rows = connection.execute(select(DiseaseRow.name, DiseaseRow.aliases, DiseaseRow.codes)).all()
        names: Iterable[set[str]] = ({row.name, *row.aliases, *row.codes} for row in rows)
        return frozenset({disease}.union(*(same for same in names if disease in same)))


def _backing(ground: Ground) -> Backing:
    source, evidence, fact, start, until, unchecked, note, confirmed = ground
    return Backing(
        evidence=Evidence(evidence),
        source=source,
        fact=fact,
        period=Period(start, None if until == OPEN_END else until),
        unchecked=unchecked,
        note=note,
        confirmed=confirmed,
    )
