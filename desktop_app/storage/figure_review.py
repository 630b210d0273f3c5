"""When a figure was last known to be in force, and which ones want another look at their documents."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop_app.domain.evidence import REVIEW_MONTHS
from desktop_app.domain.message import message
from desktop_app.domain.period import months_after
from desktop_app.storage.data_text import Build
from desktop_app.storage.figure_rule import Backing
from desktop_app.storage.figure_text import PlacedRule

_MONTHS: Final = re.compile(r"(20\d\d)(?:-(0[1-9]|1[0-2]))?")


def published_on(text: str) -> date | None:
    """The first day of the last month, or year, that a source's `published` names; None where it names none."""
    return max((date(int(year), int(month or 1), 1) for year, month in _MONTHS.findall(text)), default=None)


def last_known(backing: Backing, published: str) -> date | None:
    """When the figure was last said to be in force: by a review noted in the data, or by a source that came later."""
    known = [day for day in (backing.confirmed, published_on(published)) if day is not None]
    return max(known, default=None)


def warn_of_stale(placed: Iterable[PlacedRule], build: Build, checked_on: date) -> None:
    """One warning for each file and day: how many figures nobody is known to have confirmed since, and the first."""
    stale = [one for one in placed if _is_stale(one.rule.backing, checked_on)]
    lines = {(one.file, one.line): _known(one.rule.backing) for one in stale}
    counts = Counter((file, known) for (file, _), known in lines.items())
    for (file, line), known in sorted(lines.items()):
        count = counts.pop((file, known), 0)
        if count:
            build.warn(file, line, "from", known, message("figures.data.stale", day=known, count=count))


def _known(backing: Backing) -> date:
    return max(backing.confirmed or date.min, backing.period.start or date.min)


def _is_stale(backing: Backing, checked_on: date) -> bool:
    return checked_on in backing.period and months_after(_known(backing), REVIEW_MONTHS) < checked_on
