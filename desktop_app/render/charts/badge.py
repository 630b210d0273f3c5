"""Evidence badges as small pictures: a word in an outline, so that grey paper says as much as colour."""

from typing import Final

from desktop_app.domain.evidence import Evidence
from desktop_app.domain.message import message
from desktop_app.render.charts.style import Chart, ChartStyle
from desktop_app.render.environment import Pages

_ROLES: Final = {
    Evidence.OFFICIAL: "good",
    Evidence.REPORTED: "info",
    Evidence.TYPICAL: "warning",
    Evidence.YOURS: "yours",
}


def badges(pages: Pages, style: ChartStyle) -> dict[str, Chart]:
    """The badge of every grade, as high as a line of text."""
    return {grade: _badge(grade, role, pages, style) for grade, role in _ROLES.items()}


def _badge(grade: Evidence, role: str, pages: Pages, style: ChartStyle) -> Chart:
    word = pages.words.text(message(f"terms.evidence.{grade}"))
    width, height = style.width_of(word) + style.text, style.text * 8 // 5
    svg = pages.render(
        "charts/badge.svg.j2", word=word, width=width, height=height, colour=style.roles[role], style=style
    )
    return Chart(svg=svg, width=width, height=height, title=word)
