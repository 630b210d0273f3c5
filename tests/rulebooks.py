"""A rulebook out of a dict, for tests that bring their own figures and places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.benefits import Benefits
from desktop_app.domain.evidence import Evidence, Provenance, Source
from desktop_app.domain.region import PoolingArea, Region, RegionLevel
from desktop_app.rules.rulebook import BenefitQuery, Edition

TYPICAL = Provenance(evidence=Evidence.TYPICAL)
REPORTED = Provenance(evidence=Evidence.REPORTED, source=Source(id="s", title="一篇公开资料"))

# Divisions and the pooling area each belongs to; Hong Kong has none.
PLACES = {
    "110000": ("北京市", "110000"),
    "110105": ("朝阳区", "110000"),
    "140100": ("太原市", "140100"),
    "140105": ("小店区", "140100"),
    "140200": ("大同市", "140200"),
    "310000": ("上海市", "310000"),
    "810000": ("香港特别行政区", None),
}


@dataclass
class DictRuleBook:
    """Answers from what it was given; `asked` keeps the benefit queries it has seen."""

    figures: Benefits | None = None
    places: Mapping[str, tuple[str, str | None]] = field(default_factory=lambda: PLACES)
    asked: list[BenefitQuery] = field(default_factory=list)

    def edition(self) -> Edition:
        """A first edition."""
        return Edition("1", date(2026, 11, 21))

    def region(self, code: str) -> Region | None:
        """A place of `places`."""
        if code not in self.places:
            return None
        return Region(code, self.places[code][0], RegionLevel.PREFECTURE, code[:2] + "0000", "", "")

    def pooling_area(self, code: str) -> PoolingArea | None:
        """Where the place's money is pooled."""
        area = self.places.get(code, ("", None))[1]
        if area is None:
            return None
        return PoolingArea(area, self.places[area][0], area[:2] + "0000", "", None)

    def benefits(self, query: BenefitQuery) -> Benefits:
        """The figures it was given, whatever is asked."""
        self.asked.append(query)
        assert self.figures is not None, "this test brings no figures"
        return self.figures

    def alike(self, query: BenefitQuery) -> BenefitQuery:
        """Every question stands for itself."""
        return query

    def _one(self, *_: object, **__: object) -> None:
        """No fact and no source."""

    def _many(self, *_: object, **__: object) -> tuple[()]:
        """No rule."""
        return ()

    fact = source = _one
    filing_rules = claim_limits = channels = validity_rules = commitment_rules = review_rules = _many
    categories = filing_windows = settlement_rules = paper_rules = consequences = listings = chronic_diseases = _many
    remarks = _many
