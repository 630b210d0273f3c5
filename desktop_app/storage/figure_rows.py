"""Figures out of the rule pack: the rules of a place, read once and kept, and what stands behind them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from sqlalchemy import ColumnElement, Engine, select
from sqlalchemy.orm import Session

from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Evidence, Provenance
from desktop_app.domain.figure import FigureName
from desktop_app.domain.period import Period
from desktop_app.domain.person import Scheme
from desktop_app.storage.fact_shelf import FactShelf
from desktop_app.storage.figure_rule import Backing, FigureRule, decode_conditions
from desktop_app.storage.figure_tables import FigureBackingRow, FigureRow
from desktop_app.storage.figure_values import decode
from desktop_app.storage.tables import DiseaseRow

RulesByFigure = Mapping[FigureName, tuple[FigureRule, ...]]

_KEPT: Final = 64
"""How many places' rules stay in memory; a household asks for one or two."""


class FigureRows:
    """The pack's figures as rules."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.of_place = lru_cache(_KEPT)(self._of_place)
        self._source = lru_cache(_KEPT)(FactShelf(engine).source)

    def _of_place(self, region: str, scheme: Scheme, kinds: tuple[CareKind, ...]) -> RulesByFigure:
        """The rules written for exactly this region and scheme that may hold for one of these kinds of care."""
        here = (
            FigureRow.region == region,
            FigureRow.scheme == scheme.value,
            FigureRow.kind.in_(["", *(kind.value for kind in kinds)]),
        )
        rules: dict[FigureName, list[FigureRule]] = {}
        for rule in self._read(*here):
            rules.setdefault(rule.figure, []).append(rule)
        return {figure: tuple(of_figure) for figure, of_figure in rules.items()}

    def written_for(self, regions: Sequence[str]) -> list[FigureRule]:
        """Every rule written for one of these regions, whatever its day, in the order of the pack."""
        return self._read(FigureRow.region.in_(regions))

    def _read(self, *wanted: ColumnElement[bool]) -> list[FigureRule]:
        rows = select(FigureRow, FigureBackingRow).join(FigureBackingRow, FigureRow.backing == FigureBackingRow.id)
        with Session(self._engine) as session:
            found = session.execute(rows.where(*wanted).order_by(FigureRow.id))
            return [_rule(row, backing) for row, backing in found]

    def provenance(self, backing: Backing) -> Provenance:
        """What stands behind a figure, with the document itself."""
        return Provenance(
            evidence=backing.evidence,
            source=self._source(backing.source),
            fact=backing.fact,
            period=backing.period,
            unchecked=backing.unchecked,
            note=backing.note,
            confirmed=backing.confirmed,
        )

    def disease_names(self, disease: str | None) -> frozenset[str]:
        """Every name, alias and code of a disease, or the word itself where it is not one of the national list."""
        if disease is None:
            return frozenset()
        with Session(self._engine) as session:
            rows = session.scalars(select(DiseaseRow)).all()
        names: Iterable[set[str]] = ({row.name, *row.aliases, *row.codes} for row in rows)
        return frozenset({disease}.union(*(same for same in names if disease in same)))


def _rule(row: FigureRow, backing: FigureBackingRow) -> FigureRule:
    figure = FigureName(row.name)
    return FigureRule(
        region=row.region,
        scheme=Scheme(row.scheme),
        kind=CareKind(row.kind) if row.kind else None,
        figure=figure,
        conditions=decode_conditions(row.conditions),
        spread=decode(figure, row.spread),
        backing=Backing(
            evidence=Evidence(backing.evidence),
            source=backing.source,
            fact=backing.fact,
            period=Period(backing.start, backing.until),
            unchecked=backing.unchecked,
            note=backing.note,
            confirmed=backing.confirmed,
        ),
    )
