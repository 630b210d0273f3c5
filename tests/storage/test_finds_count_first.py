"""What was found in documents and reports counts before what the dataset says, wherever both could answer."""

from collections import defaultdict
from pathlib import Path
from typing import Final

from desktop_app.storage.data_text import read_yaml
from desktop_app.storage.figure_rule import FigureRule
from desktop_app.storage.figure_schema import FigureFile
from desktop_app.storage.figure_text import rules_of

FIGURES: Final = Path(__file__).parents[2] / "data" / "figures"


def rules(pattern: str) -> list[FigureRule]:
    """Every rule of the files that match."""
    return [
        rule
        for file in sorted(FIGURES.glob(pattern))
        for block in FigureFile.model_validate(read_yaml(file)[0]).blocks
        for entry in block.figures
        for rule in rules_of(block.region, entry.over(block), entry)
    ]


def counts_first(find: FigureRule, other: FigureRule) -> bool:
    """Whether the lookup takes the find where both hold: same place, and its own kind of care or more conditions."""
    if find.region != other.region or (find.kind is None and other.kind is not None):
        return False
    return find.kind != other.kind or find.specificity > other.specificity


def test_no_figure_of_the_dataset_hides_a_find() -> None:
    """A city's entry goes before its province's, so what a find for the province covers must be cut out of it."""
    finds = defaultdict(list)
    for find in rules("[0-9]*.yaml"):
        finds[find.region, find.scheme, find.figure].append(find)
    hidden, met = [], 0
    for rule in rules("dataset/[0-9]*.yaml"):
        for region in {rule.region, rule.region[:2] + "0000"}:
            for find in finds[region, rule.scheme, rule.figure]:
                if rule.meets(find):
                    met += 1
                    hidden += [] if counts_first(find, rule) else [(rule.region, rule.figure.value, find.backing.fact)]
    assert hidden == []
    assert met > 400
