"""What may be believed: verdicts on the dataset's blocks, links not to ship, blocks that a local find contradicts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from convert_figures.dataset import SCHEMES, Area

_PART_OF_TOPIC: Final = {
    "inpatient": "inpatient",
    "outpatient": "outpatient",
    "critical": "catastrophic",
    "elsewhere": "elsewhere",
}
_SCHEME_OF: Final = {"employee_tier1": "employee", "employee_tier2": "employee"}
Block = tuple[str, str, str]
"""Area, scheme and part of a block of figures."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`verdicts` know an area by the dataset's code, `contradicted` by the one used everywhere else."""

    verdicts: Mapping[Block, str]
    hidden_links: frozenset[tuple[str, str]]
    contradicted: frozenset[Block]

    def is_individual(self, area: Area, scheme: str, part: str) -> bool:
        """Whether the block may be called the area's own: no template, not doubtful, contradicted by no local find."""
        own = self.verdicts[area.listed, scheme, part] == "individual"
        return own and not self.contradicted & {(area.code, scheme, part), (area.province, scheme, part)}

    def link(self, area: Area, document: str) -> str | None:
        """The document's address where it may be shown: on gov.cn, and not one that several cities share."""
        url = area.documents[document].url
        host = url.partition("://")[2].partition("/")[0]
        hidden = (area.listed, document) in self.hidden_links
        return url if host.endswith(".gov.cn") and not hidden else None


def read_judgement(facts: Path) -> Judgement:
    """The judgement kept in the facts folder."""
    trust = _json(facts / "trust.json")
    finds = _json(facts / "local_east.json") + _json(facts / "local_west.json")
    return Judgement(
        verdicts={(block["code"], block["scheme"], block["part"]): block["verdict"] for block in trust["blocks"]},
        hidden_links=frozenset((one["code"], one["document"]) for one in trust["links_not_to_ship"]),
        contradicted=contradicted_blocks(finds),
    )


def contradicted_blocks(finds: list[dict[str, Any]]) -> frozenset[Block]:
    """The blocks that some local find disagrees with: whatever trust.json says, they are reported no longer."""
    return frozenset(
        (region, _SCHEME_OF.get(scheme, scheme), _PART_OF_TOPIC[find["topic"]])
        for find in finds
        if find.get("agrees_with_dataset") is False and find["topic"] in _PART_OF_TOPIC
        for region in find["regions"]
        for scheme in find["schemes"]
        if _SCHEME_OF.get(scheme, scheme) in SCHEMES
    )


def _json(file: Path) -> Any:  # noqa: ANN401 -- JSON of several shapes
    return json.loads(file.read_text(encoding="utf-8"))
