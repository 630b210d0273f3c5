"""All figures of an area as text and as JSON, for `yidi rules show`."""

from collections.abc import Iterator
from itertools import groupby

from desktop_app.domain.area_figures import AreaFigures, WeighedFigure
from desktop_app.domain.area_sheet import Disagreement
from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Fact
from desktop_app.domain.figure import FigureName
from desktop_app.domain.message import Message, message
from desktop_app.domain.person import Scheme
from desktop_app.render.figure_json import Json, fact_document, figure_document
from desktop_app.render.library import Library
from desktop_app.render.region_text import region_document, region_message
from desktop_app.render.views.figure_words import FigureWords
from desktop_app.render.words import Words


def figures_document(shown: AreaFigures, words: Words) -> dict[str, object]:
    """The place, the day and every figure with what other sources state about it."""
    figures = [
        {
            **figure_document(weighed.listed),
            "stale": weighed.listed.is_stale(shown.on),
            "disagreements": [_disagreement(each, weighed, words) for each in weighed.disagreements],
        }
        for weighed in shown.figures
    ]
    return {"region": region_document(shown.place), "date": shown.on.isoformat(), "figures": figures}


def _disagreement(each: Disagreement, weighed: WeighedFigure, words: Words) -> dict[str, Json]:
    return {
        "used": each.used.number if each.decided else None,
        "why": words.text(each.why),
        "other": fact_document(_other(each, weighed)),
    }


def _other(each: Disagreement, weighed: WeighedFigure) -> Fact:
    """The statement that is not the one the figure rests on."""
    return each.other if each.used.number == weighed.listed.figure.provenance.fact else each.used


def figures_text(shown: AreaFigures, library: Library, words: Words) -> str:
    """Scheme by scheme and kind by kind, a line for each value with its ground below."""
    return "\n".join(_FiguresText(shown, library, words).lines())


class _FiguresText:
    """Puts the figures of one area into lines."""

    def __init__(self, shown: AreaFigures, library: Library, words: Words) -> None:
        self._shown = shown
        self._words = words
        self._figures = FigureWords(library, words)

    def lines(self) -> Iterator[str]:
        yield self._words.text(region_message(self._shown.place))
        yield self._say("day", day=self._shown.on)
        for (scheme, kind), group in groupby(self._shown.figures, key=_heading):
            yield ""
            yield self._heading(scheme, kind)
            for name, weighed in groupby(group, key=lambda one: one.listed.name):
                yield from self._figure(name, weighed)

    def _heading(self, scheme: Scheme, kind: CareKind | None) -> str:
        what = message(f"terms.kind.{kind.value}") if kind else message("rulebook.show.every_kind")
        return self._say("heading", scheme=message(f"terms.scheme.{scheme.value}"), kind=what)

    def _figure(self, name: FigureName, figures: Iterator[WeighedFigure]) -> Iterator[str]:
        yield f"  {self._figures.name(name)}"
        for ground, on_it in groupby(figures, key=lambda one: " · ".join(filter(None, self._ground(one)))):
            together = list(on_it)
            for listed in (weighed.listed for weighed in together):
                when, note = self._figures.when(listed.conditions, listed.ages), listed.figure.provenance.note
                yield f"    {when}: {self._figures.value(name, listed.figure)}" + (f" · {note}" if note else "")
            yield f"      {ground}"
            against = [self._against(each, one) for one in together for each in one.disagreements]
            yield from (f"      {line}" for line in dict.fromkeys(against))

    def _ground(self, weighed: WeighedFigure) -> Iterator[str]:
        """What stands behind it: grade, marks, days, place, source, fact."""
        listed, provenance = weighed.listed, weighed.listed.figure.provenance
        area = self._shown.place.area
        yield self._words.text(message(f"terms.evidence.{provenance.evidence.value}"))
        if provenance.unchecked:
            yield self._figures.say("mark.unchecked")
        if listed.is_stale(self._shown.on):
            yield self._figures.say("mark.stale")
        yield self._figures.days(provenance.period)
        yield self._figures.written_for(listed.region, area.code if area else "")
        yield self._figures.source(provenance.source)
        yield provenance.fact or ""

    def _against(self, each: Disagreement, weighed: WeighedFigure) -> str:
        other = _other(each, weighed)
        evidence = message(f"terms.evidence.{other.evidence.value}")
        return self._say("against", number=other.number, evidence=evidence, text=other.text, why=each.why)

    def _say(self, id: str, **parameters: object) -> str:
        said: Message = message(f"rulebook.show.{id}", **parameters)  # type: ignore[arg-type]  # days, texts, messages
        return self._words.text(said)


def _heading(weighed: WeighedFigure) -> tuple[Scheme, CareKind | None]:
    return weighed.listed.scheme, weighed.listed.kind
