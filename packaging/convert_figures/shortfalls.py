"""Levels of which the dataset says nothing and nothing was found: declared as gaps, so that nobody guesses there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import product

from convert_figures.dataset import LEVELS, SCHEMES, Area
from convert_figures.drafts import NEEDED, SOURCE, Draft, DraftBlock, Shortfall, exact
from convert_figures.local_finds import LocalFinds
from convert_figures.wording import gap_reason


def shortfalls(places: Iterable[tuple[Area, str]], finds: LocalFinds) -> Iterator[Shortfall]:
    """What is left open, one after another, each with all the places for which it is."""
    regions = defaultdict[tuple[str, str, tuple[str, ...]], list[str]](list)
    for area, region in places:
        for scheme, kind, levels in _left_open(area, region, finds):
            regions[scheme, kind, levels].append(region)
    for (scheme, kind, levels), where in regions.items():
        yield Shortfall(tuple(where), scheme, kind, gap_reason(kind, levels))


def _left_open(area: Area, region: str, finds: LocalFinds) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for scheme in SCHEMES:
        package = area.schemes[scheme]
        for kind, care in (("outpatient", package.outpatient), ("inpatient", package.inpatient)):
            unsaid = [level for level in LEVELS if level in NEEDED and level not in care.levels]
            asked = _asked(region, scheme, kind, area.holds_from(care.document), unsaid)
            open_ended = [part for part in finds.left_of(asked) if part.until is None]
            unanswered = {draft.where["level"] for part in open_ended for draft in part.drafts}
            if unanswered:
                yield scheme, kind, tuple(level for level in unsaid if level in unanswered)


def _asked(region: str, scheme: str, kind: str, start: date, levels: Iterable[str]) -> DraftBlock:
    """Entries that would answer for these levels: the finds leave of them what nobody answers."""
    drafts = tuple(
        Draft(figure=figure, span=exact(Decimal(0)), where={"level": level})
        for figure, level in product(("deductible", "ratio"), levels)
    )
    return DraftBlock(
        region=region,
        scheme=scheme,
        kinds=(kind,),
        evidence="typical",
        source=SOURCE,
        unchecked=False,
        start=start,
        note="",
        drafts=drafts,
    )
