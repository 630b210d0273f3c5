"""The dataset as it is: areas, documents and figures, numbers exact, nothing judged yet."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

SCHEMES: Final = ("employee", "resident")
PARTS: Final = ("outpatient", "inpatient", "catastrophic", "elsewhere")
LEVELS: Final = ("community", "level1", "level2", "level3", "level3_top")
NO_CAP: Final = Decimal(9_999_999)
"""From here on a cap, or the end of a band, is the dataset's way to write that there is none."""

_MUNICIPALITIES: Final = {"110100": "110000", "120100": "120000", "310100": "310000", "500100": "500000"}


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the dataset names it; nobody has compared the two."""

    id: str
    title: str
    number: str
    issuers: tuple[str, ...]
    published: str
    effective: str
    url: str


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """`levels` entries are [deductible, ratio, bonus for the retired]."""

    deductible: Decimal
    ratio: Decimal
    bonus: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """Outpatient or inpatient figures of a scheme; `basis` only for outpatient care, `repeat` only for stays.

    `levels` leaves out those of which the dataset says nothing.
    """

    document: str
    cap: Decimal | None
    cap_retired: Decimal | None
    levels: Mapping[str, LevelFigures]
    notes: tuple[str, ...]
    deductible_retired: Decimal | None = None
    basis: str = ""
    repeat: str | None = None


@dataclass(frozen=True, slots=True)
class Catastrophic:
    """The employees' supplement or critical-illness insurance: which of them, its shape and name decide."""

    document: str
    name: str
    deductible: Decimal
    tiers: tuple[tuple[Decimal, Decimal | None, Decimal], ...]
    cap: Decimal | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is left of the local ratio elsewhere: 0.9 for nine tenths."""

    document: str
    shares: Mapping[str, Decimal]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure whose cited document, or own note, says something else: `field` as in `resident.inpatient.level1[0]`."""

    field: str
    quoted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeFigures:
    """All figures of one scheme in one area."""

    outpatient: Care
    inpatient: Care
    catastrophic: Catastrophic
    elsewhere: Elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A pooling area. `listed` is its code in the dataset's files, `code` the one used everywhere else."""

    listed: str
    name: str
    province_name: str
    documents: Mapping[str, Document]
    schemes: Mapping[str, SchemeFigures]
    conflicts: tuple[Conflict, ...]

    @property
    def code(self) -> str:
        """The dataset writes the four municipalities as cities: 110100 for 110000."""
        return _MUNICIPALITIES.get(self.listed, self.listed)

    @property
    def province(self) -> str:
        """The code of its province."""
        return self.code[:2] + "0000"

    def holds_from(self, document: str) -> date:
        """The day on which the cited document takes effect; the latest day of any where it is not among the area's."""
        cited = self.documents.get(document)
        days = [cited.effective] if cited else [other.effective for other in self.documents.values()]
        return max(date.fromisoformat(day) for day in days)

    def quoted(self, field: str) -> str | None:
        """What the document or note says of this figure where it contradicts."""
        return next((conflict.quoted for conflict in self.conflicts if conflict.field == field), None)


def read_areas(file: Path) -> Iterator[Area]:
    """The areas of one of the dataset's files."""
    for raw in json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal):
        yield Area(
            listed=raw["code"],
            name=raw["name"],
            province_name=raw["province"],
            documents={document["id"]: _document(document) for document in raw["documents"]},
            schemes={scheme: _scheme(raw[scheme]) for scheme in SCHEMES},
            conflicts=tuple(Conflict(one["field"], str(one["quoted"])) for one in raw["conflicts"]),
        )


def _document(raw: dict[str, Any]) -> Document:
    return Document(
        id=raw["id"],
        title=raw["title"],
        number=raw["number"],
        issuers=tuple(raw["issuers"]),
        published=raw["published"],
        effective=raw["effective"],
        url=raw["url"],
    )


def _scheme(raw: dict[str, Any]) -> SchemeFigures:
    return SchemeFigures(
        outpatient=_care(raw["outpatient"]),
        inpatient=_care(raw["inpatient"]),
        catastrophic=_catastrophic(raw["catastrophic"]),
        elsewhere=_elsewhere(raw["elsewhere"]),
    )


def _care(raw: dict[str, Any]) -> Care:
    return Care(
        document=raw["document"],
        cap=_cap(raw["cap"]),
        cap_retired=_cap(raw["cap_retired"]),
        levels={level: LevelFigures(*map(Decimal, raw["levels"][level])) for level in LEVELS if raw["levels"][level]},
        notes=tuple(raw.get("notes", ())),
        deductible_retired=_amount(raw.get("deductible_retired")),
        basis=raw.get("deductible_basis", ""),
        repeat=raw.get("repeat_deductible"),
    )


def _catastrophic(raw: dict[str, Any]) -> Catastrophic:
    tiers = tuple((Decimal(lower), _cap(upper), Decimal(ratio)) for lower, upper, ratio in raw["tiers"])
    return Catastrophic(raw["document"], raw["name"], Decimal(raw["deductible"]), tiers, _cap(raw["cap"]))


def _elsewhere(raw: dict[str, Any]) -> Elsewhere:
    shares = {name: Decimal(raw[name]) for name in ("long_term", "referral", "emergency", "unfiled")}
    return Elsewhere(raw["document"], shares, tuple(raw["notes"]))


def _amount(raw: int | Decimal | None) -> Decimal | None:
    return None if raw is None else Decimal(raw)


def _cap(raw: int | Decimal | None) -> Decimal | None:
    """A cap or the end of a band; one that is really none is None (rule: sentinels)."""
    amount = _amount(raw)
    return None if amount is None or amount >= NO_CAP else amount
