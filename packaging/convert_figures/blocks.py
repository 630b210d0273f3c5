"""An area's figures as blocks: each part graded by what may be believed of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from convert_figures.care import CarePart
from convert_figures.dataset import PARTS, SCHEMES, Area
from convert_figures.drafts import SOURCE, Draft, DraftBlock, joined
from convert_figures.judgement import Judgement
from convert_figures.other_parts import CatastrophicPart, elsewhere_drafts
from convert_figures.populations import Populations
from convert_figures.wording import NOT_ONLY_STAYS, ON_STAYS, REASONS, without_sentinel

_KINDS: Final = {
    "outpatient": ("outpatient",),
    "inpatient": ("inpatient",),
    "catastrophic": ("inpatient", "chronic_outpatient"),
    "elsewhere": (),
}
_GUIDANCE_FROM: Final = date(2023, 1, 1)
"""National guidance on reductions elsewhere (医保发〔2022〕22号) takes effect."""


def source_id(area: Area, document: str) -> str:
    """The id of a document as sources list it: documents of different areas share ids in the dataset."""
    return f"{area.code}-{document}"


def populations_of(areas: Iterable[Area], judgement: Judgement, step: str = "tenth") -> Populations:
    """The figures of all blocks that may be called the area's own; `step` says how far their spreads reach."""
    populations = Populations(step)
    for area in areas:
        for scheme in SCHEMES:
            for part in ("outpatient", "inpatient"):
                if judgement.is_individual(area, scheme, part):
                    CarePart(area, scheme, part, populations).count()
            CarePart(area, scheme, "inpatient", populations).count_basic_cap()
            if judgement.is_individual(area, scheme, "catastrophic"):
                CatastrophicPart(area, scheme, populations).count()
    return populations


def blocks_of(area: Area, judgement: Judgement, populations: Populations) -> Iterator[DraftBlock]:
    """All blocks of an area, scheme by scheme."""
    for scheme in SCHEMES:
        for part in PARTS:
            drafts = tuple(_drafts(area, scheme, part, populations))
            yield _graded(area, scheme, part, drafts, judgement)


def _drafts(area: Area, scheme: str, part: str, populations: Populations) -> Iterator[Draft]:
    if part == "elsewhere":
        yield from elsewhere_drafts(area, scheme)
    elif part == "catastrophic":
        yield from CatastrophicPart(area, scheme, populations).drafts()
    else:
        yield from CarePart(area, scheme, part, populations).drafts()


def _graded(area: Area, scheme: str, part: str, drafts: tuple[Draft, ...], judgement: Judgement) -> DraftBlock:
    figures = getattr(area.schemes[scheme], part)
    reported = (
        part != "elsewhere" and judgement.is_individual(area, scheme, part) and figures.document in area.documents
    )
    notes = _notes(area, scheme, part)
    return DraftBlock(
        region=area.code,
        scheme=scheme,
        kinds=_KINDS[part],
        evidence="reported" if reported else "typical",
        source=source_id(area, figures.document) if reported else SOURCE,
        unchecked=reported,
        start=_GUIDANCE_FROM if part == "elsewhere" else area.holds_from(figures.document),
        note=joined([*notes, *([] if reported or part == "elsewhere" else [_reason(area, scheme, part, judgement)])]),
        drafts=drafts,
    )


def _notes(area: Area, scheme: str, part: str) -> list[str]:
    """The dataset's notes on this part, wherever it keeps them: stays are spoken of beside outpatient care."""
    package = area.schemes[scheme]
    if part == "catastrophic":
        return [package.catastrophic.name]
    written = [*package.outpatient.notes, *package.inpatient.notes, *package.elsewhere.notes]
    every = [without_sentinel(note) for note in written]
    on_stays = [note for note in every if ON_STAYS in note and NOT_ONLY_STAYS not in note]
    own = on_stays if part == "inpatient" else []
    return [*own, *(note for note in map(without_sentinel, getattr(package, part).notes) if note not in on_stays)]


def _reason(area: Area, scheme: str, part: str, judgement: Judgement) -> str:
    verdict = judgement.verdicts[area.listed, scheme, part]
    return REASONS["contradicted" if verdict == "individual" else verdict]
