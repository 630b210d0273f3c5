"""All figures of an area as text and as JSON, for `yidi rules show`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from desktop_app.domain.area_figures import AreaFigures, Unstated, WeighedFigure
from desktop_app.domain.area_sheet import Disagreement
from desktop_app.domain.care import CareKind
from desktop_app.domain.evidence import Fact
from desktop_app.domain.figure import FigureName, Gap
from desktop_app.domain.message import Message, message
from desktop_app.domain.person import Scheme
from desktop_app.render.figure_json import Json, fact_document, figure_document
from desktop_app.render.library import Library
from desktop_app.render.region_text import region_document, region_message
from desktop_app.render.views.figure_words import FigureWords
from desktop_app.render.words import Words

Body = tuple[str, ...]
"""The lines said of a kind of care."""


def figures_document(shown: AreaFigures, words: Words) -> dict[str, object]:
    """The place, the day, every figure with what other sources state about it, and what nobody knows."""
    figures: list[Json] = [
        {
            **figure_document(weighed.listed),
            "stale": weighed.listed.is_stale(shown.on),
            "disagreements": [_disagreement(each, weighed, words) for each in weighed.disagreements],
        }
        for weighed in shown.figures
    ]
    gaps = [_gap(gap, unstated, words) for unstated in shown.unstated for gap in unstated.gaps]
    return {"region": region_document(shown.place), "date": shown.on.isoformat(), "figures": figures, "gaps": gaps}


def _gap(gap: Gap, unstated: Unstated, words: Words) -> dict[str, Json]:
    return {
        "figure": gap.figure.value,
        "scheme": unstated.scheme.value,
        "kind": unstated.kind.value,
        "why": words.text(gap.why),
        "ask": words.text(gap.ask),
        "line": gap.line,
    }


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
    """Scheme by scheme and kind by kind, a line for each value with its ground below, then what is not known.

    Kinds of care of which the same is said stand together.
    """
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
        yield self._say("how_to_read")
        for scheme in dict.fromkeys(unstated.scheme for unstated in self._shown.unstated):
            for body, kinds in self._sections(scheme).items():
                yield from ("", self._heading(scheme, kinds), *body)

    def _sections(self, scheme: Scheme) -> Mapping[Body, Sequence[CareKind | None]]:
        """What is said of each kind of care, and last of all kinds."""
        sections: dict[Body, list[CareKind | None]] = {}
        for kind in (*CareKind, None):
            body = (*self._stated(scheme, kind), *self._unstated(scheme, kind))
            if body:
                sections.setdefault(body, []).append(kind)
        return sections

    def _heading(self, scheme: Scheme, kinds: Sequence[CareKind | None]) -> str:
        named = (f"terms.kind.{kind.value}" if kind else "rulebook.show.every_kind" for kind in kinds)
        return self._say("heading", scheme=message(f"terms.scheme.{scheme.value}"), kinds=tuple(map(message, named)))

    def _stated(self, scheme: Scheme, kind: CareKind | None) -> Iterator[str]:
        here = [one for one in self._shown.figures if one.listed.scheme is scheme and one.listed.kind is kind]
        for name, weighed in groupby(here, key=lambda one: one.listed.name):
            yield from self._figure(name, weighed)

    def _unstated(self, scheme: Scheme, kind: CareKind | None) -> Iterator[str]:
        """Which figures are borrowed, and which nobody knows with whom to ask."""
        area = self._shown.place.area
        for one in self._shown.unstated:
            if one.scheme is scheme and one.kind is kind:
                borrowed, unknown = map(self._names, (one.as_outpatient, [gap.figure for gap in one.gaps]))
                if borrowed:
                    yield "  " + self._say("as_outpatient", figures=borrowed)
                if unknown:
                    yield "  " + self._say("unknown", figures=unknown, line=(area.hotline or "") if area else "")

    def _names(self, names: Iterable[FigureName]) -> tuple[str, ...]:
        return tuple(self._figures.name(name) for name in names)

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
        verdict = "undecided" if not each.decided else "used" if each.other is other else "better"
        return self._say(f"against.{verdict}", number=other.number, evidence=evidence, text=other.text, why=each.why)

    def _say(self, id: str, **parameters: object) -> str:
        said: Message = message(f"rulebook.show.{id}", **parameters)  # type: ignore[arg-type]  # days, texts, messages
        return self._words.text(said)
