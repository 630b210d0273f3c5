"""Decision rules out of the rule pack: those of a place and all that lie above it, in force on a day."""

import json
from collections.abc import Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeVar

from sqlalchemy import Engine, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.care import CareKind, FilingType, Reason, Stage
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.period import Period
from desktop_app.domain.person import Scheme, Status
from desktop_app.domain.policy import (
    NATION,
    Binding,
    CategoryRule,
    ChannelRule,
    ClaimLimit,
    CommitmentRule,
    ConsequenceRule,
    FilingEffect,
    FilingGround,
    FilingRule,
    FilingWindow,
    LimitStart,
    ListingRule,
    PaperRule,
    RemarkRule,
    ReviewRule,
    SettlementEffect,
    SettlementRule,
    ValidityRule,
)
from desktop_app.domain.region import Relation
from desktop_app.storage.policy_tables import PolicyRow

REMEMBERED: Final = 512
"""How many answers are kept: a pack never changes while it is open, and one plan asks the same several times."""

E = TypeVar("E", bound=Enum)
Terms = dict[str, object]


class PolicyShelf:
    """Where decision rules are looked up. A lineage runs from a place over its pooling area and province to CN."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._remembered = lru_cache(REMEMBERED)(self._read)

    def filing_rules(self, lineage: Sequence[str], on: date) -> tuple[FilingRule, ...]:
        """Rules that free care elsewhere from filing or ask for it."""
        return tuple(
            FilingRule(
                binding=binding,
                effect=_one(FilingEffect, terms, "effect") or FilingEffect.EXEMPT,
                ground=_one(FilingGround, terms, "ground") or FilingGround.OWN,
                relations=_set(Relation, terms, "relations"),
                areas=frozenset(_texts(terms, "areas")),
                kinds=_set(CareKind, terms, "kinds"),
                reasons=_set(Reason, terms, "reasons"),
                temporary_only=bool(terms.get("temporary_only")),
            )
            for binding, terms in self._rules("filing", lineage, on)
        )

    def claim_limits(self, lineage: Sequence[str], on: date) -> tuple[ClaimLimit, ...]:
        """Time limits for manual claims."""
        return tuple(
            ClaimLimit(
                binding=binding,
                months=_count(terms, "months"),
                days=_count(terms, "days"),
                kinds=_set(CareKind, terms, "kinds"),
                relations=_set(Relation, terms, "relations"),
                start=_one(LimitStart, terms, "start") or LimitStart.DISCHARGE,
                late_filing=bool(terms.get("late_filing")),
            )
            for binding, terms in self._rules("claim_limits", lineage, on)
        )

    def filing_windows(self, lineage: Sequence[str], on: date) -> tuple[FilingWindow, ...]:
        """Filings that may still be made some working days after admission or discharge."""
        return tuple(
            FilingWindow(
                binding=binding,
                start=_one(LimitStart, terms, "start") or LimitStart.DISCHARGE,
                workdays=_count(terms, "workdays") or 0,
                relations=_set(Relation, terms, "relations"),
                types=_set(FilingType, terms, "types"),
            )
            for binding, terms in self._rules("filing_windows", lineage, on)
        )

    def channels(self, lineage: Sequence[str], on: date) -> tuple[ChannelRule, ...]:
        """Ways to file, the region's own first."""
        return tuple(
            ChannelRule(
                binding=binding,
                id=str(terms["id"]),
                name=str(terms.get("name", "")),
                types=_set(FilingType, terms, "types"),
            )
            for binding, terms in self._rules("channels", lineage, on)
        )

    def validity_rules(self, lineage: Sequence[str], on: date) -> tuple[ValidityRule, ...]:
        """How long filings hold."""
        return tuple(
            ValidityRule(
                binding=binding,
                types=_set(FilingType, terms, "types"),
                months=_count(terms, "months"),
                days=_count(terms, "days"),
                at_least=bool(terms.get("at_least")),
                at_most=bool(terms.get("at_most")),
                chosen=bool(terms.get("chosen")),
                one_stay=bool(terms.get("one_stay")),
                statuses=_set(Status, terms, "statuses"),
                relations=_set(Relation, terms, "relations"),
            )
            for binding, terms in self._rules("validity", lineage, on)
        )

    def commitment_rules(self, lineage: Sequence[str], on: date) -> tuple[CommitmentRule, ...]:
        """What long-term filings, above all those by commitment letter, cost later."""
        return tuple(
            CommitmentRule(
                binding=binding,
                lock_months=_count(terms, "lock_months"),
                filed_place_only=bool(terms.get("filed_place_only")),
                cut_points=Fraction(str(terms["cut_points"])) if "cut_points" in terms else None,
                with_papers_too=bool(terms.get("with_papers_too")),
                areas=frozenset(_texts(terms, "areas")),
            )
            for binding, terms in self._rules("commitment", lineage, on)
        )

    def review_rules(self, lineage: Sequence[str], on: date) -> tuple[ReviewRule, ...]:
        """How long reviews take."""
        return tuple(
            ReviewRule(
                binding=binding,
                online_workdays=_count(terms, "online_workdays"),
                types=_set(FilingType, terms, "types"),
            )
            for binding, terms in self._rules("review", lineage, on)
        )

    def categories(self, lineage: Sequence[str], on: date) -> tuple[CategoryRule, ...]:
        """The region's own filing categories."""
        return tuple(
            CategoryRule(
                binding=binding,
                id=str(terms["id"]),
                number=_count(terms, "number"),
                reasons=_set(Reason, terms, "reasons"),
                statuses=_set(Status, terms, "statuses"),
                kinds=_set(CareKind, terms, "kinds"),
                relations=_set(Relation, terms, "relations"),
                type=_one(FilingType, terms, "type"),
            )
            for binding, terms in self._rules("categories", lineage, on)
        )

    def settlement_rules(self, lineage: Sequence[str], on: date) -> tuple[SettlementRule, ...]:
        """What the region says about settling certain kinds of care elsewhere."""
        return tuple(
            SettlementRule(
                binding=binding,
                effect=SettlementEffect(str(terms["effect"])),
                kinds=_set(CareKind, terms, "kinds"),
                relations=_set(Relation, terms, "relations"),
                temporary_only=bool(terms.get("temporary_only")),
            )
            for binding, terms in self._rules("settlement", lineage, on)
        )

    def paper_rules(self, lineage: Sequence[str], on: date) -> tuple[PaperRule, ...]:
        """Papers for a manual claim, the region's own list first."""
        return tuple(
            PaperRule(binding=binding, id=str(terms["id"]), papers=tuple(_texts(terms, "papers")))
            for binding, terms in self._rules("papers", lineage, on)
        )

    def consequences(self, lineage: Sequence[str], on: date) -> tuple[ConsequenceRule, ...]:
        """Facts that say what care elsewhere costs in benefits, by how it was filed."""
        return tuple(
            ConsequenceRule(
                binding=binding,
                kinds=_set(CareKind, terms, "kinds"),
                relations=_set(Relation, terms, "relations"),
                outside=frozenset(_texts(terms, "outside")),
            )
            for binding, terms in self._rules("consequences", lineage, on)
        )

    def remarks(self, lineage: Sequence[str], on: date) -> tuple[RemarkRule, ...]:
        """Facts worth knowing with a kind of care or a disease."""
        return tuple(
            RemarkRule(
                binding=binding,
                id=str(terms["id"]),
                kinds=_set(CareKind, terms, "kinds"),
                reasons=_set(Reason, terms, "reasons"),
                stages=_set(Stage, terms, "stages"),
                relations=_set(Relation, terms, "relations"),
                areas=frozenset(_texts(terms, "areas")),
                diseases=frozenset(map(int, _texts(terms, "diseases"))),
                filed_elsewhere=bool(terms.get("filed_elsewhere")),
                across_new_year=bool(terms.get("across_new_year")),
            )
            for binding, terms in self._rules("remarks", lineage, on)
        )

    def listings(self, on: date) -> tuple[ListingRule, ...]:
        """The batches of chronic diseases that are settled across provinces that day."""
        return tuple(
            ListingRule(binding=binding, batch=_count(terms, "batch") or 0, certain=bool(terms.get("certain")))
            for binding, terms in self._rules("listing", (NATION,), on)
        )

    def tiers(self, lineage: Sequence[str]) -> tuple[str, ...]:
        """The tiers that rules of these places tell apart, in order of their names."""
        query = select(PolicyRow.tiers).where(PolicyRow.region.in_(lineage))
        with Session(self._engine) as session:
            return tuple(sorted({tier for tiers in session.scalars(query) for tier in tiers}))

    def _rules(self, topic: str, lineage: Sequence[str], on: date) -> list[tuple[Binding, Terms]]:
        """The rules in force, those of the most specific place first, in the order of their file."""
        return self._remembered(topic, tuple(lineage), on)

    def _read(self, topic: str, lineage: tuple[str, ...], on: date) -> list[tuple[Binding, Terms]]:
        query = (
            select(PolicyRow)
            .where(PolicyRow.topic == topic, PolicyRow.region.in_(lineage))
            .where(or_(PolicyRow.start.is_(None), PolicyRow.start <= on))
            .where(or_(PolicyRow.until.is_(None), PolicyRow.until > on))
            .order_by(PolicyRow.id)
        )
        with Session(self._engine) as session:
            rows = [row for row in session.scalars(query) if not set(row.exceptions) & set(lineage)]
        rows.sort(key=lambda row: lineage.index(row.region))
        return [(_binding(row), json.loads(row.terms)) for row in rows]


def _binding(row: PolicyRow) -> Binding:
    return Binding(
        fact=row.fact,
        region=row.region,
        evidence=Evidence(row.evidence),
        period=Period(row.start, row.until),
        schemes=frozenset(Scheme(scheme) for scheme in row.schemes),
        tiers=frozenset(row.tiers),
    )


_NOTHING: Final[list[object]] = []


def _texts(terms: Terms, key: str) -> list[str]:
    values = terms.get(key, _NOTHING)
    return [str(value) for value in values] if isinstance(values, list) else []


def _one(kind: type[E], terms: Terms, key: str) -> E | None:
    return kind(terms[key]) if key in terms else None


def _set(kind: type[E], terms: Terms, key: str) -> frozenset[E]:
    return frozenset(kind(value) for value in _texts(terms, key))


def _count(terms: Terms, key: str) -> int | None:
    value = terms.get(key)
    return value if isinstance(value, int) else None
