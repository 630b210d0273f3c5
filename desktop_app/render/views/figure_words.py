"""What a figure of the rulebook says, for whom, since when and on what ground, in words for people."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.care import LONG_TERM_TYPES, FilingType
from desktop_app.domain.evidence import Source
from desktop_app.domain.figure import Dimension, Factor, Figure, FigureName, Points, Share, Times
from desktop_app.domain.listing import AgeSpan, Condition
from desktop_app.domain.message import Message, message
from desktop_app.domain.money import Fen
from desktop_app.domain.period import Period
from desktop_app.domain.person import Assistance
from desktop_app.domain.policy import NATION
from desktop_app.domain.region import Relation
from desktop_app.render.library import Library
from desktop_app.render.words import Words
from desktop_app.rules.estimate.used_figures import figure_text

_TERMS: Final = {
    Dimension.STATUS: "terms.status",
    Dimension.ASSISTANCE: "terms.assistance",
    Dimension.LEVEL: "terms.level",
    Dimension.REASON: "terms.reason",
    Dimension.RELATION: "terms.relation",
    Dimension.TIER: "interview.said.tier",
    Dimension.FAMILY_DOCTOR: "rulebook_page.condition.family_doctor",
    Dimension.FILED: "rulebook_page.condition.filed",
    Dimension.SETTLEMENT: "rulebook_page.condition.settlement",
}
_UNCHANGED: Final = frozenset({FigureName.ELSEWHERE, FigureName.ELSEWHERE_DEDUCTIBLE})
"""Figures of which `None` says that care elsewhere changes nothing."""

_ADMISSIONS: Final = frozenset({FigureName.DEDUCTIBLE, FigureName.ELSEWHERE_DEDUCTIBLE})
_LONG_TERM: Final = {type_.value for type_ in LONG_TERM_TYPES}
_EVERY_TYPE: Final = {type_.value for type_ in FilingType}
_ELSEWHERE: Final = {Relation.SAME_PROVINCE.value, Relation.CROSS_PROVINCE.value}


class FigureWords:
    """Turns the parts of a listed figure into words; `library` names places."""

    def __init__(self, library: Library, words: Words) -> None:
        self._library = library
        self._words = words

    def say(self, id: str, **parameters: str | int | tuple[str, ...]) -> str:
        """Words of the rulebook page."""
        return self._words.text(message(f"rulebook_page.{id}", **parameters))

    def name(self, name: FigureName) -> str:
        """What the figure is called."""
        return self._words.text(message(f"figures.name.{name.value}"))

    def value(self, name: FigureName, figure: Figure[object]) -> str:
        """The figure, and where it is not known exactly the lowest and the highest it may be."""
        return self._words.text(self._value(name, figure))

    def when(self, conditions: Sequence[Condition], ages: AgeSpan | None) -> str:
        """For whom and when it holds."""
        parts = [self._condition(condition) for condition in conditions]
        if ages is not None:
            parts.append(self._ages(ages))
        return " · ".join(parts) or self.say("condition.everybody")

    def days(self, period: Period) -> str:
        """From when to when it holds, both days included."""
        last = period.until - timedelta(days=1) if period.until else None
        known = {"start": period.start, "last": last}
        given = {name: day for name, day in known.items() if day is not None}
        if not given:
            return ""
        return self._words.text(message(f"rulebook_page.days.{'_'.join(given)}", **given))

    def written_for(self, region: str, area: str) -> str:
        """For which place it is written, where that is not the area itself."""
        if region == area:
            return ""
        if region == NATION:
            return self.say("written_for.nation")
        place = self._library.region(region)
        return self.say("written_for.place", place=place.name if place else region)

    def source(self, source: Source | None) -> str:
        """The document: title, number, who issued it and when."""
        if source is None:
            return ""
        return " · ".join(part for part in (source.title, source.number, source.issuer, source.published) if part)

    def day(self, day: date) -> str:
        """A day."""
        return self._words.text(message("rulebook_page.day", day=day))

    def _value(self, name: FigureName, figure: Figure[object]) -> Message:
        match figure.value, figure.low, figure.high:
            case None, None, None if name in _UNCHANGED:
                return message("rulebook_page.value.as_at_home")
            case Share(share), Points(least), Points(most):
                return message("rulebook_page.value.share", share=share, low=least, high=most)
            case (Points(0), Points(0), Points(0)) | (Factor(1), Factor(1), Factor(1)):
                return message("rulebook_page.value.not_reduced")
            case (Factor(times), Factor(least), Factor(most)) | (Times(times), Times(least), Times(most)):
                id = ("factor" if isinstance(figure.value, Factor) else "times") + ("" if least == most else "_range")
                return message(f"rulebook_page.value.{id}", times=times, low=least, high=most)
            case tuple() as amounts, tuple() as lows, tuple() as highs if name in _ADMISSIONS and len(amounts) > 1:
                return _stay_by_stay(amounts, lows, highs)
            case _:
                return figure_text(name, figure)

    def _condition(self, condition: Condition) -> str:
        values = list(condition.values)
        match condition.dimension:
            case Dimension.FILING:
                return self._listed(self._filings(set(values)))
            case Dimension.RELATION if set(values) == _ELSEWHERE:
                return self.say("condition.elsewhere")
            case Dimension.CARE_AREA:
                places = (self._library.region(code) for code in values)
                named = [place.name if place else code for place, code in zip(places, values, strict=True)]
                return self.say("condition.care_area", places=tuple(named))
            case Dimension.DISEASE:
                return self._listed(values)
            case Dimension.ASSISTANCE if values == [Assistance.NONE]:
                return self.say("condition.no_assistance")
            case dimension:
                return self._listed(self._words.text(message(f"{_TERMS[dimension]}.{value}")) for value in values)

    def _filings(self, values: set[str]) -> Iterator[str]:
        """The types of filing, the three long-term ones and all six in one word."""
        if values >= _EVERY_TYPE:
            yield self.say("filing.filed")
            values = values - _EVERY_TYPE
        elif values >= _LONG_TERM:
            yield self.say("filing.long_term")
            values = values - _LONG_TERM
        for value in (*FilingType, "unfiled"):
            if value in values:
                yield self.say(f"filing.{value}")

    def _ages(self, ages: AgeSpan) -> str:
        if ages.under is None:
            return self.say("condition.age_from", start=ages.start)
        if ages.start == 0:
            return self.say("condition.age_under", under=ages.under)
        return self.say("condition.age_between", start=ages.start, last=ages.under - 1)

    def _listed(self, parts: Iterable[str]) -> str:
        return self.say("listed", parts=tuple(parts))


def _stay_by_stay(amounts: tuple[Fen, ...], lows: tuple[Fen, ...], highs: tuple[Fen, ...]) -> Message:
    """A deductible that differs from stay to stay of the year; the last amount repeats."""
    stays = tuple(
        message(
            f"rulebook_page.value.{'later_stays' if number == len(amounts) else 'stay'}",
            number=number,
            amount=_amount(amount, low, high),
        )
        for number, (amount, low, high) in enumerate(zip(amounts, lows, highs, strict=True), start=1)
    )
    return message("rulebook_page.value.stays", stays=stays)


def _amount(amount: Fen, low: Fen, high: Fen) -> Message:
    likely, least, most = (message("estimate.money", amount=each) for each in (amount, low, high))
    return likely if low == high else message("estimate.figure.range", value=likely, low=least, high=most)
