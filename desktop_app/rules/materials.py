"""The papers a filing asks for (备案材料), with what may replace them."""

from dataclasses import dataclass

from desktop_app.domain.advice import Material
from desktop_app.domain.care import FilingType
from desktop_app.domain.message import message
from desktop_app.domain.region import Relation
from desktop_app.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper by its id, the facts that ask for it, and the paper it may stand in for."""

    id: str
    facts: tuple[str, ...]
    instead_of: str | None = None


EVERYBODY = (Paper("identity", ("N-018",)), Paper("filing_form", ("N-019",)))
"""One proof of identity out of three, and the form that the page replaces online."""

BY_TYPE: dict[FilingType, tuple[Paper, ...]] = {
    FilingType.RETIRED_RELOCATION: (
        Paper("hukou_page", ("N-020",)),
        Paper("commitment_letter", ("N-020", "N-026"), instead_of="hukou_page"),
    ),
    FilingType.LONG_TERM_RESIDENCE: (
        Paper("residence_proof", ("N-021",)),
        Paper("commitment_letter", ("N-021", "N-026"), instead_of="residence_proof"),
    ),
    FilingType.WORK_POST: (
        Paper("work_proof", ("N-022",)),
        Paper("commitment_letter", ("N-022", "N-026"), instead_of="work_proof"),
    ),
    FilingType.REFERRAL: (Paper("referral_certificate", ("N-023",)),),
    FilingType.EMERGENCY: (),
    FilingType.OTHER_TEMPORARY: (),
}
"""What each type adds (N-020 to N-025): a letter may replace proof of residence or work, never a referral."""


def filing_materials(situation: Situation, type: FilingType | None) -> tuple[Material, ...]:
    """The papers for this type; for a reason nobody knows yet what everybody needs; at home no form."""
    everybody = EVERYBODY[:1] if situation.relation is Relation.SAME_AREA else EVERYBODY
    papers = (*everybody, *(BY_TYPE[type] if type else ()))
    return tuple(material(situation, paper) for paper in papers)


def material(situation: Situation, paper: Paper) -> Material:
    """A paper as it is shown."""
    return Material(
        id=paper.id,
        name=message(f"materials.{paper.id}"),
        required=paper.instead_of is None,
        instead_of=paper.instead_of,
        facts=situation.cite(*paper.facts),
    )
