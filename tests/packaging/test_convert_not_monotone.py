"""Levels of the dataset that stand the wrong way round and stay so: the conversion writes the reason beside them."""

from pathlib import Path

import pytest
from convert_figures.not_monotone import REASONS, with_reasons

from desktop_app.storage.data_text import read_yaml
from tests.conftest import FACTS
from tests.packaging.dataset_at_hand import area, converted, levels, scheme


def test_the_entry_says_why_and_no_other_does(tmp_path: Path) -> None:
    """Zhanjiang's residents pay less at level 1 than at a community centre: only that deductible says so."""
    rows = levels([200, 0.85, 0], [100, 0.85, 0], [300, 0.75, 0], [500, 0.65, 0], [500, 0.65, 0])
    blocks = map(with_reasons, converted(area(tmp_path, code="440800", resident=scheme(inpatient={"levels": rows}))))
    drafts = [draft for block in blocks for draft in block.drafts]
    reasoned = [(one.figure, one.where["level"]) for one in drafts if "not_monotone" in one.more]
    assert reasoned == [("deductible", "level1")]


def test_other_places_need_no_reason(tmp_path: Path) -> None:
    """The same figures of another city stay as they are: what is wrong there is for the linter to say."""
    rows = levels([200, 0.85, 0], [100, 0.85, 0], [300, 0.75, 0], [500, 0.65, 0], [500, 0.65, 0])
    blocks = converted(area(tmp_path, code="440900", resident=scheme(inpatient={"levels": rows})))
    assert list(map(with_reasons, blocks)) == blocks


@pytest.mark.parametrize("place", REASONS, ids=[" ".join(place) for place in REASONS])
def test_every_reason_is_in_the_shipped_figures(place: tuple[str, ...]) -> None:
    """A reason that no entry carries any more would be forgotten here."""
    region, scheme_, kind, figure, level = place
    [file] = (FACTS / "figures" / "dataset").glob(f"{region[:2]}0000-*.yaml")
    content, _ = read_yaml(file)
    assert isinstance(content, dict)
    said = [
        entry.get("not_monotone")
        for block in content["blocks"]
        if (block["region"], block["scheme"], block.get("kind")) == (region, scheme_, kind)
        for entry in block["figures"]
        if (entry["figure"], entry.get("level")) == (figure, level)
    ]
    assert said == [REASONS[region, scheme_, kind, figure, level]]
