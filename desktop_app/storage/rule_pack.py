"""The rule pack answers the questions of `rules.rulebook.RuleBook` out of one read-only SQLite file."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from sqlalchemy import Engine, select

from desktop_app.domain.person import Scheme, Status
from desktop_app.domain.policy import NATION
from desktop_app.rules.rule_changes import Statements
from desktop_app.rules.rulebook import BenefitQuery, Edition
from desktop_app.storage.coverage_shelf import CoverageShelf
from desktop_app.storage.fact_shelf import FactShelf
from desktop_app.storage.figure_listing import FigureListing
from desktop_app.storage.figure_lookup import FigureShelf
from desktop_app.storage.figure_turns import FigureTurns
from desktop_app.storage.pack_file import open_pack
from desktop_app.storage.policy_lookup import PolicyShelf
from desktop_app.storage.region_search import RegionSearch
from desktop_app.storage.region_shelf import RegionShelf
from desktop_app.storage.search_words import read_search_words
from desktop_app.storage.tables import MetaRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.benefits import Benefits
    from desktop_app.domain.coverage import Calibration, Coverage
    from desktop_app.domain.evidence import Article, Fact, Source
    from desktop_app.domain.found import Fit, SearchWord
    from desktop_app.domain.listing import ListedFigure
    from desktop_app.domain.policy import (
        CategoryRule,
        ChannelRule,
        ChronicDisease,
        ClaimLimit,
        CommitmentRule,
        ConsequenceRule,
        FilingRule,
        FilingWindow,
        ListingRule,
        PaperRule,
        RemarkRule,
        ReviewRule,
        SettlementRule,
        ValidityRule,
    )
    from desktop_app.domain.region import PoolingArea, Province, Region, RegionMatch
    from desktop_app.domain.term import Term


ANSWERS_KEPT: Final = 128
"""How many answers stay at hand: comparing routes, and every change of a bill, asks the same few again."""

_EDITION: Final = select(MetaRow.key, MetaRow.value).where(MetaRow.key.in_(("version", "checked_on")))


class RulePack:
    """A rulebook compiled from `data/`. Close it, or use it in a `with`, so that its connections do not linger."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._regions = RegionShelf(engine)
        self._facts = FactShelf(engine)
        self._search = RegionSearch(engine)
        self._figures = FigureShelf(engine)
        self._turns = FigureTurns(engine)
        self._listing = FigureListing(engine, self._facts)
        self._coverage = CoverageShelf(engine)
        self._policy = PolicyShelf(engine)
        self._benefits = lru_cache(ANSWERS_KEPT)(self._look_up)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The pack at `path`. Raises Problem where it is missing, damaged, or made for another version."""
        return cls(open_pack(path))

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def edition(self) -> Edition:
        """Which rulebook this is."""
        with self._engine.connect() as connection:
            meta = {row.key: row.value for row in connection.execute(_EDITION)}
        return Edition(meta["version"], date.fromisoformat(meta["checked_on"]))

    def region(self, code: str) -> Region | None:
        """The division with this code, or None."""
        return self._regions.region(code)

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The pooling area a division belongs to; None for Hong Kong, Macau, Taiwan and unknown codes."""
        return self._regions.pooling_area(code)

    def lineage(self, code: str) -> tuple[str, ...]:
        """Where a rule for this place may be written, most specific first: it, its pooling area, province, nation."""
        return self._regions.lineage(code)

    def provinces(self) -> tuple[Province, ...]:
        """Every province and the corps, each with its pooling areas."""
        return self._regions.provinces()

    def tiers(self, insured_region: str, scheme: Scheme, status: Status | None = None) -> tuple[str, ...]:
        """The tiers between which rules divide the insured there, by name; empty where nothing depends on one.

        Rules of decision speak of employees' tiers; figures of those of whoever they are for.
        """
        lineage = self._regions.lineage(insured_region)
        decisive = self._policy.tiers(lineage) if scheme is Scheme.EMPLOYEE else ()
        return tuple(sorted({*decisive, *self._figures.tiers(lineage, scheme, status)}))

    def find_regions(self, query: str, limit: int = 20) -> tuple[RegionMatch, ...]:
        """Places by what somebody types: 汉字, pinyin, initials, code; best first."""
        return self._search.find(query, limit)

    def rank_regions(self, query: str, limit: int = 20) -> tuple[tuple[RegionMatch, Fit], ...]:
        """The same, each with how well it fits."""
        return self._search.ranked(query, limit)

    def search_words(self) -> tuple[SearchWord, ...]:
        """The words under which help topics, diseases and terms are looked for."""
        return read_search_words(self._engine)

    def fact(self, number: str, insured_region: str | None = None) -> Fact | None:
        """The fact, graded as it may be shown for this insured region; None where it may not be shown at all."""
        lineage = self._regions.lineage(insured_region) if insured_region else (NATION,)
        return self._facts.fact(number, lineage)

    def facts_about(self, insured_region: str) -> tuple[Fact, ...]:
        """Every statement written for this place, its province and the nation, the most specific place first."""
        return self._facts.about(self._regions.lineage(insured_region))

    def articles(self) -> tuple[Article, ...]:
        """The source articles, statement by statement."""
        return self._facts.articles()

    def facts_in_use(self) -> frozenset[str]:
        """The numbers of the facts on which a figure or a decision rule rests."""
        return self._facts.in_use()

    def source(self, id: str) -> Source | None:
        """The source with this id."""
        return self._facts.source(id)

    def chronic_diseases(self) -> tuple[ChronicDisease, ...]:
        """The diseases settled across provinces."""
        return self._facts.chronic_diseases()

    def terms(self) -> tuple[Term, ...]:
        """The field's terms in plain words."""
        return self._facts.terms()

    def benefits(self, query: BenefitQuery) -> Benefits:
        """Every figure separately, or a gap that says what is missing and whom to ask."""
        return self._benefits(query)

    def _look_up(self, query: BenefitQuery) -> Benefits:
        return self._figures.benefits(query, self._regions)

    def alike(self, query: BenefitQuery) -> BenefitQuery:
        """The question that stands for all those, on other days and at other ages, that have the same figures."""
        return self._turns.alike(query, self._regions.lineage(query.insured_region))

    def figures(self, insured_region: str) -> tuple[ListedFigure, ...]:
        """Every figure written for this place, its province and the nation, whatever its day; see `FigureListing`."""
        return self._listing.of_place(self._regions.lineage(insured_region))

    def statements(self) -> Statements:
        """Every figure and every fact, wherever they hold."""
        return Statements(self._listing.everywhere(), self._facts.everything())

    def coverage(self) -> tuple[Coverage, ...]:
        """How far the figures of each pooling area can be trusted, by scheme and kind: the honest table."""
        return self._coverage.coverage()

    def calibration(self) -> tuple[Calibration, ...]:
        """For each figure how many local finds can be compared, and how many lie inside the ranges."""
        return self._coverage.calibration()

    def filing_rules(self, insured_region: str, on: date) -> Sequence[FilingRule]:
        """Rules that free care elsewhere from filing or ask for it."""
        return self._policy.filing_rules(self._regions.lineage(insured_region), on)

    def claim_limits(self, insured_region: str, on: date) -> Sequence[ClaimLimit]:
        """Time limits for manual claims."""
        return self._policy.claim_limits(self._regions.lineage(insured_region), on)

    def channels(self, insured_region: str, on: date) -> Sequence[ChannelRule]:
        """Ways to file, the region's own first."""
        return self._policy.channels(self._regions.lineage(insured_region), on)

    def validity_rules(self, insured_region: str, on: date) -> Sequence[ValidityRule]:
        """How long filings hold."""
        return self._policy.validity_rules(self._regions.lineage(insured_region), on)

    def commitment_rules(self, insured_region: str, on: date) -> Sequence[CommitmentRule]:
        """What filing by commitment letter costs later."""
        return self._policy.commitment_rules(self._regions.lineage(insured_region), on)

    def review_rules(self, insured_region: str, on: date) -> Sequence[ReviewRule]:
        """How long reviews take."""
        return self._policy.review_rules(self._regions.lineage(insured_region), on)

    def categories(self, insured_region: str, on: date) -> Sequence[CategoryRule]:
        """The region's own filing categories."""
        return self._policy.categories(self._regions.lineage(insured_region), on)

    def filing_windows(self, insured_region: str, on: date) -> Sequence[FilingWindow]:
        """Filings that may still be made some working days after admission or discharge."""
        return self._policy.filing_windows(self._regions.lineage(insured_region), on)

    def settlement_rules(self, insured_region: str, on: date) -> Sequence[SettlementRule]:
        """What the region says about settling certain kinds of care elsewhere."""
        return self._policy.settlement_rules(self._regions.lineage(insured_region), on)

    def paper_rules(self, insured_region: str, on: date) -> Sequence[PaperRule]:
        """Papers for a manual claim, the region's own list first."""
        return self._policy.paper_rules(self._regions.lineage(insured_region), on)

    def consequences(self, insured_region: str, on: date) -> Sequence[ConsequenceRule]:
        """Facts that say what care elsewhere costs in benefits, by how it was filed."""
        return self._policy.consequences(self._regions.lineage(insured_region), on)

    def remarks(self, insured_region: str, on: date) -> Sequence[RemarkRule]:
        """Facts worth knowing with a kind of care or a disease."""
        return self._policy.remarks(self._regions.lineage(insured_region), on)

    def listings(self, on: date) -> Sequence[ListingRule]:
        """The batches of chronic diseases that are settled across provinces that day."""
        return self._policy.listings(on)
