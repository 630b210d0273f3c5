"""An area of the rulebook in words: every figure with its ground, what is missing, local facts, disagreements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.area_sheet import AreaSheet, Disagreement
from desktop_app.domain.evidence import Evidence, Fact, Provenance
from desktop_app.domain.figure import Figure, FigureName, Gap
from desktop_app.domain.listing import ListedFigure
from desktop_app.domain.message import message
from desktop_app.domain.own_figure import OwnFigure
from desktop_app.render.library import Library
from desktop_app.render.views.citations import Badge
from desktop_app.render.views.figure_words import FigureWords
from desktop_app.render.words import Words


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure: for whom, what it says, and a remark of the rulebook's keepers; `listed` is the figure itself."""

    when: str
    value: str
    note: str
    listed: ListedFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBlock:
    """Figures that stand on one ground. `marks` say what is to be borne in mind: not checked, not confirmed lately."""

    lines: tuple[FigureLine, ...]
    badge: Badge
    marks: tuple[str, ...]
    days: str
    written_for: str
    source: str
    link: str


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A figure the person was told: for whom, what, by whom and when."""

    when: str
    value: str
    told: str
    own: OwnFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSection:
    """Everything about one figure: the person's own, the rulebook's, or what to ask where there is none."""

    name: FigureName
    title: str
    own: tuple[OwnLine, ...]
    blocks: tuple[FigureBlock, ...]
    gap: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class FactView:
    """A statement with its number, the word for its evidence, and where it comes from."""

    number: str
    text: str
    badge: Badge
    source: str
    link: str


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Statements about one subject."""

    title: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """A statement that is used, or may be right, and one that says otherwise, with the reason for the choice."""

    used: FactView
    other: FactView
    why: str
    decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView:
    """What the rulebook says about an area, in words."""

    title: str
    within: str
    hotline: str
    sections: tuple[FigureSection, ...]
    replaced: tuple[str, ...]
    facts: tuple[FactGroup, ...]
    disagreements: tuple[Against, ...]


def area_view(sheet: AreaSheet, own: Iterable[OwnFigure], library: Library, words: Words) -> AreaView:
    """The sheet in words, the person's own figures for this area, scheme and kind of care in front of the book's."""
    return _AreaWords(sheet, library, words).view(tuple(own))


def fact_view(fact: Fact, figures: FigureWords, words: Words) -> FactView:
    """A statement in words."""
    return FactView(
        fact.number, fact.text, badge(fact.evidence, words), figures.source(fact.source), fact.source.link or ""
    )


def against_view(each: Disagreement, figures: FigureWords, words: Words) -> Against:
    """A disagreement in words."""
    used, other = (fact_view(fact, figures, words) for fact in (each.used, each.other))
    return Against(used, other, words.text(each.why), each.decided)


def badge(evidence: Evidence, words: Words) -> Badge:
    """The badge of a grade."""
    return Badge(words.text(message(f"terms.evidence.{evidence.value}")), evidence.value)


def heading(name: str) -> str:
    """A name that stands by itself: with a capital, where its letters have any."""
    return name[:1].upper() + name[1:]


class _AreaWords:
    """Puts a sheet into words."""

    def __init__(self, sheet: AreaSheet, library: Library, words: Words) -> None:
        self._sheet = sheet
        self._words = words
        self._figures = FigureWords(library, words)

    def view(self, own: tuple[OwnFigure, ...]) -> AreaView:
        sheet, area = self._sheet, self._sheet.area
        pooled = self._figures.say("pooled_in", area=area.name) if sheet.place.code != area.code else ""
        within = [] if area.province == area.code else [area.province_name]
        return AreaView(
            title=sheet.place.name,
            within=" · ".join([*within, *filter(None, [pooled])]),
            hotline=area.hotline or "",
            sections=tuple(self._sections(own)),
            replaced=tuple(self._replaced()),
            facts=tuple(self._facts()),
            disagreements=tuple(against_view(each, self._figures, self._words) for each in sheet.disagreements),
        )

    def _sections(self, own: tuple[OwnFigure, ...]) -> Iterator[FigureSection]:
        gaps = {gap.figure: gap for gap in self._sheet.gaps}
        for name in FigureName:
            listed = [figure for figure in self._sheet.figures if figure.name is name]
            told = tuple(self._own(figure) for figure in own if figure.name is name)
            if listed or told or name in gaps:
                yield self._section(name, listed, told, None if told else gaps.get(name))

    def _section(
        self, name: FigureName, listed: Sequence[ListedFigure], told: tuple[OwnLine, ...], gap: Gap | None
    ) -> FigureSection:
        return FigureSection(
            name=name,
            title=heading(self._figures.name(name)),
            own=told,
            blocks=tuple(self._blocks(listed)),
            gap=self._words.text(gap.why) if gap else "",
            ask=self._words.text(gap.ask) if gap else "",
        )

    def _own(self, own: OwnFigure) -> OwnLine:
        value: Figure[object] = Figure(own.value, own.value, own.value, Provenance(evidence=Evidence.YOURS))
        by = message(f"rulebook_page.informant.{own.told_by.value}")
        told = self._words.text(message("rulebook_page.own.told", day=own.told_on, by=by))
        return OwnLine(self._figures.when(own.conditions, own.ages), self._figures.value(own.name, value), told, own)

    def _blocks(self, listed: Sequence[ListedFigure]) -> Iterator[FigureBlock]:
        by_ground: dict[tuple[str, tuple[object, ...]], list[ListedFigure]] = {}
        for figure in listed:
            by_ground.setdefault(self._ground(figure), []).append(figure)
        for (region, _), figures in by_ground.items():
            lines = tuple(self._line(figure) for figure in figures)
            first = lines[0].listed
            provenance = first.figure.provenance
            yield FigureBlock(
                lines=lines,
                badge=badge(provenance.evidence, self._words),
                marks=tuple(self._marks(first)),
                days=self._figures.days(provenance.period),
                written_for=self._figures.written_for(region, self._sheet.area.code),
                source=self._figures.source(provenance.source),
                link=(provenance.source.link or "") if provenance.source else "",
            )

    def _line(self, figure: ListedFigure) -> FigureLine:
        return FigureLine(
            self._figures.when(figure.conditions, figure.ages),
            self._figures.value(figure.name, figure.figure),
            figure.figure.provenance.note,
            figure,
        )

    def _marks(self, figure: ListedFigure) -> Iterator[str]:
        if figure.figure.provenance.unchecked:
            yield self._figures.say("mark.unchecked")
        if figure.is_stale(self._sheet.on):
            yield self._figures.say("mark.stale")
        if figure.kind is not None and figure.kind is not self._sheet.kind:
            yield self._figures.say("mark.other_kind")

    def _ground(self, figure: ListedFigure) -> tuple[str, tuple[object, ...]]:
        """What figures must share to stand in one block."""
        provenance = figure.figure.provenance
        source = provenance.source.id if provenance.source else ""
        stale = figure.is_stale(self._sheet.on)
        shared = (source, provenance.evidence, provenance.period, provenance.unchecked, stale, figure.kind is None)
        return figure.region, shared

    def _replaced(self) -> Iterator[str]:
        for each in self._sheet.replaced:
            figure, by = each.figure, each.by
            yield self._words.text(
                message(
                    "rulebook_page.replaced",
                    name=self._figures.name(figure.name),
                    when=self._figures.when(figure.conditions, figure.ages),
                    value=self._figures.value(figure.name, figure.figure),
                    place=self._figures.written_for(figure.region, ""),
                    by=self._figures.written_for(by.region, ""),
                )
            )

    def _facts(self) -> Iterator[FactGroup]:
        by_topic: dict[str, list[FactView]] = {}
        for fact in self._sheet.facts:
            by_topic.setdefault(fact.topic, []).append(fact_view(fact, self._figures, self._words))
        for topic, facts in by_topic.items():
            yield FactGroup(self._figures.say(f"topic.{topic}"), tuple(facts))
