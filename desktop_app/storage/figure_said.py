"""What a block of figures and its entries may both say: when a figure holds and what stands behind it."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from desktop_app.domain.care import LONG_TERM_TYPES, CareKind, Filed, FilingType, Level, Reason, SettlementMode
from desktop_app.domain.evidence import Evidence
from desktop_app.domain.figure import Dimension
from desktop_app.domain.person import Assistance, Scheme, Status
from desktop_app.domain.region import Relation
from desktop_app.storage.data_text import Entry, Remark
from desktop_app.storage.figure_numbers import Code, several
from desktop_app.storage.figure_rule import EVERY_AGE, Ages, Conditions

_Several: Final = BeforeValidator(several)
LONG_TERM: Final = "long_term"
"""The three long-term filing types in one word."""


class AgeRange(Entry):
    """From an age up to, not including, another."""

    start: int = Field(0, alias="from", ge=0)
    under: int | None = None


class Said(Entry):
    """Conditions and provenance. Where an entry says nothing its block's word counts.

    `confirmed` is a day on which somebody found the figure still in force.
    """

    scheme: Annotated[tuple[Scheme, ...] | None, _Several] = None
    kind: Annotated[tuple[CareKind, ...] | None, _Several] = None
    tier: Annotated[tuple[str, ...] | None, _Several] = None
    status: Annotated[tuple[Status, ...] | None, _Several] = None
    age: AgeRange | None = None
    family_doctor: bool | None = None
    assistance: Annotated[tuple[Assistance, ...] | None, _Several] = None
    level: Annotated[tuple[Level, ...] | None, _Several] = None
    disease: Annotated[tuple[str, ...] | None, _Several] = None
    relation: Annotated[tuple[Relation, ...] | None, _Several] = None
    filing: Annotated[tuple[FilingType | Literal["unfiled", "long_term"], ...] | None, _Several] = None
    filed: Annotated[tuple[Filed, ...] | None, _Several] = None
    settlement: Annotated[tuple[SettlementMode, ...] | None, _Several] = None
    reason: Annotated[tuple[Reason, ...] | None, _Several] = None
    care_area: Annotated[tuple[Code, ...] | None, _Several] = None
    evidence: Literal[Evidence.OFFICIAL, Evidence.REPORTED, Evidence.TYPICAL] | None = None
    source: str | None = None
    fact: str | None = None
    start: date | None = Field(None, alias="from")
    until: date | None = None
    confirmed: date | None = None
    unchecked: bool | None = None
    note: Remark | None = None

    def over(self, block: "Said") -> "Said":
        """These words where they are said, the block's where they are not."""
        own = {name: getattr(self, name) for name in Said.model_fields if name in self.model_fields_set}
        return Said.model_construct(**{name: getattr(block, name) for name in Said.model_fields} | own)

    def conditions(self) -> Conditions:
        """When the figure applies."""
        ages = Ages(self.age.start, self.age.under) if self.age else EVERY_AGE
        return Conditions(dict(self._allowed()), ages)

    def _allowed(self) -> Iterator[tuple[Dimension, frozenset[str]]]:
        for dimension in Dimension:
            said = getattr(self, dimension.value)
            if isinstance(said, bool):
                yield dimension, frozenset({str(said).lower()})
            elif said is not None:
                yield dimension, frozenset(_spelled_out(said))


def _spelled_out(said: tuple[str, ...]) -> Iterator[str]:
    for value in said:
        yield from (type_.value for type_ in LONG_TERM_TYPES) if value == LONG_TERM else (str(value),)
