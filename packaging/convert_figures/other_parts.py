"""The supplement, critical-illness insurance and the reduction elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from convert_figures.care import CarePart
from convert_figures.dataset import Area, Catastrophic
from convert_figures.drafts import DERIVED, Draft, Said, Span, exact
from convert_figures.populations import Amount, Populations
from convert_figures.wording import REASONS

_BOUNDS: Final = {"referral": "0.10", "emergency": "0.10", "other_temporary": "0.20", "unfiled": "0.20"}
"""The most percentage points the nation lets a region take off, as a fraction (N-061, N-065, N-066)."""

_STAYS: Final = {"kind": "inpatient"}
"""The supplement follows the cap of stays; what exceeds an outpatient cap is nobody's."""

_SHARE_FOR: Final = {"other_temporary": "unfiled"}
"""The dataset knows one share for care of one's own choice, filed or not."""


@dataclass(frozen=True, slots=True)
class CatastrophicPart:
    """What pays above the basic fund: for employees a supplement or critical-illness insurance, for residents this."""

    area: Area
    scheme: str
    populations: Populations

    @property
    def insurance(self) -> Catastrophic:
        """Its terms."""
        return self.area.schemes[self.scheme].catastrophic

    @property
    def is_supplement(self) -> bool:
        """One ratio from the first yuan, or from where the basic cap ends, works as a supplement, whatever its name."""
        package = self.area.schemes[self.scheme]
        terms = package.catastrophic
        above_cap = package.inpatient.cap is not None and terms.deductible >= package.inpatient.cap
        starts = terms.tiers[0][0]
        from_cap = terms.deductible == 0 and starts in {Decimal(0), package.inpatient.cap}
        return self.scheme == "employee" and len(terms.tiers) == 1 and (above_cap or from_cap)

    @property
    def lacks_deductible(self) -> bool:
        """Whether it pays residents from the first yuan: not to be believed, everywhere else they bear a part."""
        return self.scheme == "resident" and self.insurance.deductible == 0

    def drafts(self) -> Iterator[Draft]:
        """Every entry it makes."""
        if self.is_supplement:
            yield self._supplement()
            return
        yield self._critical()
        if self.scheme == "employee":
            yield Draft(figure="supplement", span=exact(None), where=_STAYS, note=REASONS["no_supplement"])

    def count(self) -> None:
        """Adds the figures to the populations."""
        if self.is_supplement:
            self._add("supplement_ratio", self.insurance.tiers[0][2])
            self._add("supplement_cap", self.insurance.cap)
            return
        if not self.lacks_deductible:
            self._add("deductible", self.insurance.deductible)
        self._add("cap", self.insurance.cap)
        for place, tier in zip(self._places(), self.insurance.tiers, strict=True):
            self._add(place, tier[2])

    def _supplement(self) -> Draft:
        ratio, cap = self.insurance.tiers[0][2], self.insurance.cap
        ratios = (ratio, *self._around("supplement_ratio", ratio))
        inpatient = CarePart(self.area, self.scheme, "inpatient", self.populations)
        total = inpatient.care.cap
        derived = inpatient.has_combined_cap() and cap is not None and cap == total
        if derived and total is not None:
            # The one cap is that of both together: beside the basic one stands what it leaves, or nothing, or all.
            caps: tuple[Amount, Amount, Amount] = (total - inpatient.basic_cap()[0], Decimal(0), total)
        else:
            caps = (cap, *self._around("supplement_cap", cap))
        parts: list[Said] = [{"ratio": part, "cap": limit} for part, limit in zip(ratios, caps, strict=True)]
        return Draft(figure="supplement", span=Span(*parts), where=_STAYS, more=DERIVED if derived else {})

    def _critical(self) -> Draft:
        terms, deductible = self.insurance, self.insurance.deductible
        if self.lacks_deductible:
            deductible = self._usual("deductible") or deductible
        deductibles = (deductible, *self._around("deductible", deductible, [terms.deductible]))
        caps = (terms.cap, *self._around("cap", terms.cap))
        ratios = [
            (tier[2], *self._around(place, tier[2], self._quoted(number)))
            for number, (place, tier) in enumerate(zip(self._places(), terms.tiers, strict=True))
        ]
        counts_loss = (False, False, True)
        parts = [
            self._terms(deductible, [ratio[which] for ratio in ratios], cap, counts_loss[which])
            for which, (deductible, cap) in enumerate(zip(deductibles, caps, strict=True))
        ]
        if self.lacks_deductible:
            return Draft(figure="critical", span=Span(*parts), more=DERIVED, note=REASONS["no_deductible"])
        return Draft(figure="critical", span=Span(*parts), note=REASONS["from_zero"] if self._counts_above else "")

    @property
    def _counts_above(self) -> bool:
        """Tiers that begin at 0 under a deductible above 0 are counted above the deductible."""
        return self.insurance.deductible > 0 and self.insurance.tiers[0][0] == 0

    def _terms(self, deductible: Decimal | None, ratios: list[Decimal | None], cap: Decimal | None, loss: bool) -> Said:
        # Nothing is paid below the deductible, so the first tier may begin at 0 under any deductible.
        lowers = [Decimal(0), *(tier[0] for tier in self.insurance.tiers[1:])]
        uppers = [tier[1] for tier in self.insurance.tiers]
        tiers: list[Said] = [list(tier) for tier in zip(lowers, uppers, ratios, strict=True)]
        if uppers[-1] is not None:
            tiers.append([uppers[-1], None, Decimal(0)])
        return {
            "deductible": deductible,
            "tiers": tiers,
            "origin": "deductible" if self._counts_above else "zero",
            "cap": cap,
            "counts_deductible": True,
            "counts_elsewhere_loss": loss,
        }

    def _places(self) -> list[str]:
        last = len(self.insurance.tiers) - 1
        return ["only" if last == 0 else {0: "first", last: "last"}.get(number, "middle") for number in range(last + 1)]

    def _quoted(self, number: int) -> list[Decimal]:
        quoted = self.area.quoted(f"{self.scheme}.catastrophic.tiers[{number}][2]")
        return [Decimal(quoted)] if quoted else []

    def _add(self, what: str, value: Decimal | None) -> None:
        self.populations.add((self.scheme, "catastrophic", what), self.area.province, value)

    def _usual(self, what: str) -> Amount:
        return self.populations.usual((self.scheme, "catastrophic", what), self.area.province)

    def _around(
        self, what: str, value: Decimal | None, also: list[Decimal] | None = None
    ) -> tuple[Decimal | None, Decimal | None]:
        return self.populations.around(value, (self.scheme, "catastrophic", what), self.area.province, also or [])


def elsewhere_drafts(area: Area, scheme: str) -> Iterator[Draft]:
    """What is left of the local ratio elsewhere, inside the nation's bounds; long-term filings lose nothing (N-064)."""
    shares = area.schemes[scheme].elsewhere.shares
    for filing, most in _BOUNDS.items():
        span = Span(
            {"share": shares[_SHARE_FOR.get(filing, filing)]}, {"points": Decimal(0)}, {"points": Decimal(most)}
        )
        yield Draft(figure="elsewhere", span=span, where={"filing": filing})
