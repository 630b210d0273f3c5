"""Under which word a fact may appear in a region: nothing that rests on it may be shown as better."""

from pathlib import Path

from sqlalchemy import select

from desktop_app.domain.evidence import Evidence
from desktop_app.domain.message import message
from desktop_app.domain.policy import NATION
from desktop_app.storage.data_text import Build
from desktop_app.storage.tables import FactRow, RegionRow


class FactGrades:
    """The words of all facts that are in the pack, in their own regions and elsewhere."""

    def __init__(self, build: Build) -> None:
        rows = build.connection.execute(select(FactRow.number, FactRow.regions, FactRow.in_regions, FactRow.elsewhere))
        self._facts = {row.number: row for row in rows}
        places = build.connection.execute(select(RegionRow.code, RegionRow.area))
        self._area = {row.code: row.area for row in places}

    def shown(self, build: Build, file: Path, line: int, fact: str, region: str) -> Evidence | None:
        """The word in this region; None for an unknown fact, and, with a problem noted, for one not shown there."""
        row = self._facts.get(fact)
        if row is None:
            return None
        shown: str | None = row.in_regions if set(row.regions) & self._lineage(region) else row.elsewhere
        if shown is None:
            where = message("rulebook.data.not_shown", fact=fact, region=region)
            build.problem(file, line, "fact", fact, where)
            return None
        return Evidence(shown)

    def _lineage(self, region: str) -> set[str]:
        return {region, self._area.get(region) or region, region[:2] + "0000", NATION}
