"""Where what was found leads: a page of the window, and the subject it opens at."""

from collections.abc import Iterable
from typing import Final

from desktop_app.domain.found import Found, FoundKind
from desktop_app.ui.page import PageEntry
from desktop_app.ui.page_list import HELP, HOME, RULEBOOK

ICONS: Final[dict[FoundKind, str]] = {
    FoundKind.REGION: "map-pin",
    FoundKind.DISEASE: "heart-pulse",
    FoundKind.TOPIC: "circle-help",
    FoundKind.TERM: "book-open",
    FoundKind.PAGE: "compass",
    FoundKind.STATEMENT: "file-text",
}
"""What each kind of thing is marked with."""

_SUBJECTS: Final[dict[FoundKind, tuple[str, str]]] = {
    FoundKind.REGION: (RULEBOOK, "area/{}"),
    FoundKind.DISEASE: (HELP, "special_diseases"),
    FoundKind.TOPIC: (HELP, "{}"),
    FoundKind.TERM: (HELP, "glossary/{}"),
    FoundKind.STATEMENT: (RULEBOOK, "article/{}"),
}


def destination(found: Found) -> tuple[str, str]:
    """The page and the subject; a page of the window leads to itself."""
    if found.kind is FoundKind.PAGE:
        return found.target, ""
    page, subject = _SUBJECTS[found.kind]
    return page, subject.format(found.target)


def pages_to_find(entries: Iterable[PageEntry]) -> tuple[Found, ...]:
    """The pages of the window by their names of the moment; from the first page one searches."""
    return tuple(
        Found(kind=FoundKind.PAGE, title=entry.name(), detail="", target=entry.id)
        for entry in entries
        if entry.id != HOME
    )
