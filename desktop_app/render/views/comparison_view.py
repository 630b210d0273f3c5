"""Two areas side by side in words."""

from dataclasses import dataclass

from desktop_app.domain.comparison import AnyFigure, ComparedAreas, ComparedFigure
from desktop_app.domain.figure import Gap
from desktop_app.domain.message import message
from desktop_app.render.library import Library
from desktop_app.render.views.area_view import badge, heading
from desktop_app.render.views.citations import NO_BADGE, Badge
from desktop_app.render.views.figure_words import FigureWords
from desktop_app.render.words import Words


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What one area says of a figure, with the word for its evidence and what the lookup remarked."""

    value: str
    badge: Badge = NO_BADGE
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One figure in both areas; `verdict` is the word for how they compare, `differs` picks its colour."""

    title: str
    left: ComparedCell
    right: ComparedCell
    verdict: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two areas and their figures, and in one sentence in how many they differ."""

    left: str
    right: str
    rows: tuple[ComparedRow, ...]
    summary: str


def comparison_view(compared: ComparedAreas, library: Library, words: Words) -> ComparisonView:
    """The comparison in words."""
    says = _ComparisonWords(library, words)
    rows = tuple(says.row(each) for each in compared.figures)
    differing = sum(row.differs for row in rows)
    summary = words.text(message("rulebook_page.compared.summary", differing=differing, total=len(rows)))
    return ComparisonView(compared.left.name, compared.right.name, rows, summary)


class _ComparisonWords:
    """Puts compared figures into words."""

    def __init__(self, library: Library, words: Words) -> None:
        self._figures = FigureWords(library, words)
        self._words = words

    def row(self, each: ComparedFigure) -> ComparedRow:
        verdict = "differs" if each.differs else "same"
        return ComparedRow(
            title=heading(self._title(each)),
            left=self._cell(each, each.left),
            right=self._cell(each, each.right),
            verdict=self._figures.say(f"compared.{'known_once' if each.known_once else verdict}"),
            differs=each.differs,
        )

    def _title(self, each: ComparedFigure) -> str:
        name = self._figures.name(each.name)
        if not each.away:
            return name
        filing = self._figures.say(f"filing.{each.filing.value if each.filing else 'unfiled'}")
        return self._figures.say("compared.away", name=name, filing=filing)

    def _cell(self, each: ComparedFigure, figure: AnyFigure) -> ComparedCell:
        if isinstance(figure, Gap):
            line = figure.line or ""
            return ComparedCell(self._figures.say("compared.gap"), remark=self._figures.say("ask_line", line=line))
        remarks = (*figure.provenance.remarks, *figure.provenance.told)
        return ComparedCell(
            self._figures.value(each.name, figure),
            badge(figure.provenance.evidence, self._words),
            " ".join(self._words.text(remark) for remark in remarks),
        )
