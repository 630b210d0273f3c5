"""The year as plain text for the command line."""

from collections.abc import Iterable, Iterator

from desktop_app.domain.case import Case
from desktop_app.domain.message import message
from desktop_app.domain.year import YearOutlook
from desktop_app.render.library import Library
from desktop_app.render.views.citations import Bibliography
from desktop_app.render.views.year_view import YearLine, year_view
from desktop_app.render.words import Words


def year_text(case: Case, outlook: YearOutlook, rulebook: Library, words: Words) -> str:
    """Where the year stands, what another stay would cost now and after New Year, and what this is not."""
    cite = Bibliography(rulebook, case.person.insured_region, words)
    view = year_view(outlook, cite, words)
    lines = [view.title, view.so_far, *map(_line, view.lines)]
    lines += ["", view.next_title, view.supposed, *map(_line, view.stays), view.difference]
    lines += [f"    {why}" for why in view.why] + [*view.notes]
    lines += _listed(words.text(message("estimate.text.gaps")), view.missing)
    sources = [f"[{each.number}] {each.title} {each.details}".rstrip() for each in cite.entries()]
    lines += _listed(words.text(message("year.title.sources")), sources)
    return "\n".join([*lines, "", words.text(message("estimate.text.disclaimer"))])


def _line(line: YearLine) -> str:
    badge = f" [{line.how.badge.word}]" if line.how.badge.word else ""
    numbers = "".join(f" [{number}]" for number in line.how.numbers)
    between = f" ({line.between})" if line.between else ""
    return f"  · {line.name}: {line.amount}{between}" + (
        f"\n    {line.how.text}{badge}{numbers}" if line.how.text else badge
    )


def _listed(heading: str, items: Iterable[str]) -> Iterator[str]:
    listed = [f"  · {item}" for item in items]
    if listed:
        yield from ("", heading, *listed)
