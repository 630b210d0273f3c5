"""`PYTHONPATH=packaging python -m convert_figures FACTS data/figures --provinces 11 14 …`; see the package's words."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from convert_figures.blocks import blocks_of, source_id
from convert_figures.comparable import write_rows
from convert_figures.dataset import Area, read_areas
from convert_figures.drafts import DraftBlock, Shortfall
from convert_figures.judgement import Judgement, read_judgement
from convert_figures.local_finds import LocalFinds
from convert_figures.not_monotone import with_reasons
from convert_figures.pooling import places_of
from convert_figures.shortfalls import shortfalls
from convert_figures.widening import FILE as STEPS_FILE
from convert_figures.widening import Widening, widened, write_trials
from convert_figures.written import file_text, sources_text
from desktop_app.storage.figure_finds import FILE as FINDS_FILE

Converted = list[tuple[Area, list[DraftBlock]]]


def main() -> None:
    """Converts the provinces asked for; a file that is there already stays unless --again is given."""
    parser = argparse.ArgumentParser(prog="convert_figures", description=__doc__)
    parser.add_argument("facts", type=Path)
    parser.add_argument("figures", type=Path, help="data/figures")
    parser.add_argument("--provinces", nargs="+", default=[], help="their first two digits; all where left out")
    parser.add_argument("--again", action="store_true", help="overwrite what was converted before")
    asked = parser.parse_args()
    edition = yaml.safe_load((asked.figures.parent / "edition.yaml").read_text(encoding="utf-8"))
    convert(asked.facts, asked.figures, on=edition["checked_on"], provinces=tuple(asked.provinces), again=asked.again)


def convert(facts: Path, figures: Path, *, on: date, provinces: tuple[str, ...] = (), again: bool = False) -> None:
    """Writes the dataset's figures of these provinces under `figures/dataset`, with the documents they cite.

    `on` is the day on which the facts were last checked: what was found for it decides how wide the ranges are.
    """
    judgement = read_judgement(facts)
    files = {file.stem: list(read_areas(file)) for file in sorted((facts / "regions").glob("*.json"))}
    finds = LocalFinds.read(figures)
    *tried, in_force = widened(Widening(list(files.values()), judgement, finds, on))
    write_trials(figures / STEPS_FILE, tried)
    write_rows(figures / FINDS_FILE, in_force.rows)
    populations = in_force.populations
    for name, areas in files.items():
        stem = f"{areas[0].province}-{name}"
        asked_for = not provinces or areas[0].province[:2] in provinces
        if asked_for and (again or not (figures / "dataset" / f"{stem}.yaml").exists()):
            converted = [
                (area, list(_left(blocks_of(area, judgement, populations), finds, region)))
                for area, region in places_of(areas)
            ]
            _write(figures / "dataset", stem, converted, judgement, shortfalls(places_of(areas), finds))


def _left(blocks: Iterable[DraftBlock], finds: LocalFinds, region: str) -> Iterator[DraftBlock]:
    for block in blocks:
        yield from map(with_reasons, finds.left_of(replace(block, region=region)))


def _write(folder: Path, stem: str, converted: Converted, judgement: Judgement, left_open: Iterable[Shortfall]) -> None:
    folder.mkdir(exist_ok=True)
    name, province = converted[0][0].province_name, converted[0][0].province
    (folder / f"{stem}.yaml").write_text(
        file_text(name, f"{stem}.yaml", province, converted, left_open), encoding="utf-8"
    )
    sources = sources_text(name, list(_sources(converted, judgement)))
    if sources:
        (folder / f"sources-{stem}.yaml").write_text(sources, encoding="utf-8")


def _sources(converted: Converted, judgement: Judgement) -> Iterator[dict[str, str | None]]:
    """The documents of blocks that may be called local; the rest rests on the dataset alone."""
    for area, blocks in converted:
        cited = {draft.more.get("source", block.source) for block in blocks for draft in block.drafts}
        for document in area.documents.values():
            if source_id(area, document.id) in cited:
                yield {
                    "id": source_id(area, document.id),
                    "title": document.title,
                    "number": document.number,
                    "issuer": "、".join(document.issuers),
                    "published": document.published,
                    "effective": document.effective,
                    "link": judgement.link(area, document.id),
                }


if __name__ == "__main__":
    main()
