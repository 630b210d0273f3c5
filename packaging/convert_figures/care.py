"""Outpatient and inpatient figures, with the rules for what the dataset writes in odd places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from convert_figures.dataset import LEVELS, Area, Care
from convert_figures.drafts import DERIVED, Draft, Span, bounded, by_level, exact, span_of_stays
from convert_figures.populations import Key, Populations
from convert_figures.wording import (
    REASONS,
    basic_cap_in_words,
    cap_from_age,
    caps_per_visit,
    is_said_combined,
    is_waived_later,
    per_visit_levels,
    repeated,
    retired_deductibles,
    starts,
)

_DEDUCTIBLE, _RATIO, _BONUS = range(3)


@dataclass(frozen=True, slots=True)
class CarePart:
    """One area's outpatient or inpatient figures of one scheme, beside everybody else's."""

    area: Area
    scheme: str
    part: str
    populations: Populations

    @property
    def care(self) -> Care:
        """The figures themselves."""
        care: Care = getattr(self.area.schemes[self.scheme], self.part)
        return care

    def drafts(self) -> Iterator[Draft]:
        """Every entry they make, each from the day on which a note lets it begin."""
        days = tuple(starts(self.care.notes))
        for draft in self._every_draft():
            own = [day for figures, day in days if not figures or draft.figure in figures]
            yield replace(draft, more={**draft.more, "from": max(own)}) if own else draft

    def _every_draft(self) -> Iterator[Draft]:
        yield from by_level("deductible_basis", {level: exact(basis) for level, basis in self._bases().items()})
        yield from self._deductibles()
        yield from by_level("ratio", {level: self._ratio(level) for level in self.care.levels})
        if self.scheme == "employee":
            yield from self._bonuses()
        yield from self._caps()
        yield from by_level("cap_per_visit", dict(self._caps_per_visit()))

    def count(self) -> None:
        """Adds the figures to the populations."""
        bases = self._bases()
        for level, figures in self.care.levels.items():
            self._add(("deductible", bases[level], level), figures.deductible)
            self._add(("ratio", level), figures.ratio)
            if figures.ratio:
                self._add(("bonus", level), figures.bonus)
        for level, cap in caps_per_visit(self.care.notes).items():
            self._add(("cap_per_visit", level), cap)
        if not self.has_combined_cap():
            self._add(("cap",), self.care.cap)
            self._add(("cap_retired",), self._cap_of_retired())

    def count_basic_cap(self) -> None:
        """Adds the basic fund's own cap where a combined one is taken apart in words."""
        own = self._basic_cap() if self.has_combined_cap() else None
        if own is not None:
            self._add(("basic_cap",), own)

    def has_combined_cap(self) -> bool:
        """Whether the cap of stays is really that of basic fund and supplement together."""
        return self.part == "inpatient" and self.scheme == "employee" and self._is_combined()

    # -- deductibles

    def _bases(self) -> dict[str, str]:
        if self.part == "inpatient":
            basis = repeated(Decimal(1), self.care.repeat).basis
            return dict.fromkeys(self.care.levels, basis)
        quoted = self.area.quoted(f"{self.scheme}.{self.part}.deductible_basis")
        in_words = per_visit_levels([*self.care.notes, *([quoted] if quoted else [])])
        by_visit = LEVELS if quoted == "per_visit" else in_words
        bases = {level: "per_visit" if level in by_visit else self.care.basis for level in self.care.levels}
        taken = {bases[level] for level, figures in self.care.levels.items() if figures.deductible}
        # Where no level with a deductible says otherwise, those without one go by the same basis.
        return dict.fromkeys(bases, *taken) if len(taken) == 1 else bases

    def _deductibles(self) -> Iterator[Draft]:
        firsts = {level: self._first(level) for level in self.care.levels}
        retired = self._retired(firsts)
        if retired != firsts:
            yield from by_level("deductible", self._stays(firsts), {"status": "working"})
            yield from by_level("deductible", self._stays(retired), {"status": "retired"})
        elif any(repeated(first, self.care.repeat).children for first in firsts.values()):
            yield from by_level("deductible", self._stays(firsts), {"status": ["adult", "elderly"]})
            yield from by_level("deductible", self._children(firsts), {"status": ["child", "student"]})
        else:
            yield from by_level("deductible", self._stays(firsts))

    def _first(self, level: str) -> Decimal:
        if self._repeats_inpatient(level):
            usual = self.populations.usual(self._key("deductible", self._bases()[level], level), self.area.province)
            return usual or Decimal(0)
        return self.care.levels[level].deductible

    def _retired(self, firsts: Mapping[str, Decimal]) -> dict[str, Decimal]:
        if self.scheme != "employee":
            return dict(firsts)
        if self.care.deductible_retired is not None:
            own = {level: self.care.deductible_retired for level, first in firsts.items() if first}
            return {**firsts, **own}
        return {**firsts, **retired_deductibles([*self.care.notes, self.care.repeat], firsts)}

    def _stays(self, firsts: Mapping[str, Decimal]) -> dict[str, Span]:
        return {level: self._stays_at(level, first) for level, first in firsts.items()}

    def _stays_at(self, level: str, first: Decimal) -> Span:
        low, high = self._deductible_bounds(level, first, self._quoted(level, _DEDUCTIBLE))
        if self.part == "outpatient":
            return Span(first, low, high)
        text = self.care.repeat
        return span_of_stays(repeated(first, text).likely, repeated(low, text).low, repeated(high, text).high)

    def _deductible_bounds(self, level: str, first: Decimal, also: list[Decimal]) -> tuple[Decimal, Decimal]:
        waived = [Decimal(0)] if self.part == "outpatient" and is_waived_later(self.care.notes) else []
        low, high = self._around(("deductible", self._bases()[level], level), first, [*also, *waived])
        return low or Decimal(0), high or Decimal(0)

    def _children(self, firsts: Mapping[str, Decimal]) -> dict[str, Span]:
        spans = {}
        for level, first in firsts.items():
            low, high = self._deductible_bounds(level, first, [])
            likely, lowest, highest = (repeated(one, self.care.repeat).children or (one,) for one in (first, low, high))
            spans[level] = span_of_stays(likely, lowest, highest)
        return spans

    # -- ratios

    def _ratio(self, level: str) -> Span:
        ratio, quoted = self._likely_ratio(level), self._quoted(level, _RATIO)
        if level == "community" and 0 < ratio < self._likely_ratio("level1"):
            # Nowhere is a community centre paid less well than a hospital: it goes by level 1.
            return self._ratio("level1")
        return bounded(ratio, self._around(("ratio", level), ratio, quoted))

    def _likely_ratio(self, level: str) -> Decimal:
        if self._repeats_inpatient(level):
            return self.populations.usual(self._key("ratio", level), self.area.province) or Decimal(0)
        figures = self.care.levels.get(level)
        return figures.ratio if figures else Decimal(0)

    def _bonuses(self) -> Iterator[Draft]:
        paid = {level: figures.bonus for level, figures in self.care.levels.items() if figures.ratio}
        spans = {
            level: bounded(bonus, self._around(("bonus", level), bonus, self._quoted(level, _BONUS)))
            for level, bonus in paid.items()
        }
        yield from by_level("bonus", spans, {"status": "retired"})

    def _repeats_inpatient(self, level: str) -> bool:
        """Whether the outpatient figures of this level are only a copy of the inpatient ones."""
        if self.part != "outpatient":
            return False
        stays = self.area.schemes[self.scheme].inpatient.levels
        copied = [
            one
            for one, figures in self.care.levels.items()
            if figures.deductible and (figures.deductible, figures.ratio) == (stays[one].deductible, stays[one].ratio)
        ]
        return len(copied) > 1 and level in copied

    # -- caps

    def _caps(self) -> Iterator[Draft]:
        if self.has_combined_cap():
            yield self._combined_cap()
            return
        cap, retired = self.care.cap, self._cap_of_retired()
        span = bounded(cap, self._around(("cap",), cap, self._quoted_cap("cap")))
        if self.scheme == "resident" or cap == retired:
            yield Draft(figure="cap", span=span)
            return
        yield from self._caps_of_working(span)
        spread = self._around(("cap_retired",), retired, self._quoted_cap("cap_retired"))
        yield Draft(figure="cap", span=bounded(retired, spread), where={"status": "retired"})

    def _caps_per_visit(self) -> Iterator[tuple[str, Span]]:
        for level, cap in caps_per_visit(self.care.notes).items():
            yield level, bounded(cap, self._around(("cap_per_visit", level), cap, []))

    def _caps_of_working(self, span: Span) -> Iterator[Draft]:
        older = cap_from_age(self.care.notes)
        if older is None:
            yield Draft(figure="cap", span=span, where={"status": "working"})
            return
        age, cap = older
        yield Draft(figure="cap", span=span, where={"status": "working", "age": {"under": age}})
        spread = self._around(("cap",), cap, [])
        yield Draft(figure="cap", span=bounded(cap, spread), where={"status": "working", "age": {"from": age}})

    def _cap_of_retired(self) -> Decimal | None:
        return self.care.cap if self.care.cap_retired is None else self.care.cap_retired

    def _notes(self) -> list[str]:
        package = self.area.schemes[self.scheme]
        return [*package.outpatient.notes, *package.inpatient.notes, *package.elsewhere.notes]

    def _basic_cap(self) -> Decimal | None:
        """The basic fund's own cap where the note, or the cited document, gives it."""
        smaller = [quoted for quoted in self._quoted_cap("cap") if self.care.cap is None or quoted < self.care.cap]
        return basic_cap_in_words(self._notes()) or (smaller[0] if smaller else None)

    def _is_combined(self) -> bool:
        supplement = self.area.schemes[self.scheme].catastrophic
        same = supplement.cap is not None and supplement.cap == self.care.cap and supplement.deductible == 0
        return same or is_said_combined(self._notes()) or self._basic_cap() is not None

    def basic_cap(self) -> tuple[Decimal, str]:
        """The basic fund's part of a combined cap, and how it was found."""
        total, supplement = self.care.cap or Decimal(0), self.area.schemes[self.scheme].catastrophic.cap
        own = self._basic_cap()
        if own is not None:
            return own, REASONS["combined"]
        if supplement is not None and supplement < total:
            return total - supplement, REASONS["combined"]
        usual = self.populations.usual(("employee", "inpatient", "basic_cap"), self.area.province)
        return min(total, usual or total), REASONS["combined_unknown"]

    def _combined_cap(self) -> Draft:
        basic, reason = self.basic_cap()
        lowest = basic if reason == REASONS["combined"] else self._around(("basic_cap",), basic, [])[0]
        return Draft(figure="cap", span=Span(basic, lowest, self.care.cap), more=DERIVED, note=reason)

    # -- everybody else's

    def _key(self, *what: str) -> Key:
        return (self.scheme, self.part, *what)

    def _add(self, what: Key, value: Decimal | None) -> None:
        self.populations.add(self._key(*what), self.area.province, value)

    def _around(self, what: Key, value: Decimal | None, also: list[Decimal]) -> tuple[Decimal | None, Decimal | None]:
        return self.populations.around(value, self._key(*what), self.area.province, also)

    def _quoted(self, level: str, position: int) -> list[Decimal]:
        return _numbers(self.area.quoted(f"{self.scheme}.{self.part}.{level}[{position}]"))

    def _quoted_cap(self, name: str) -> list[Decimal]:
        return _numbers(self.area.quoted(f"{self.scheme}.{self.part}.{name}"))


def _numbers(quoted: str | None) -> list[Decimal]:
    """What a document or note says instead: one number, or two with a dash between them."""
    try:
        return [Decimal(part) for part in (quoted or "").split("-") if part]
    except InvalidOperation:
        return []
