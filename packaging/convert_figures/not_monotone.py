"""Levels that stand the wrong way round in the dataset and stay so, each with the reason the linter asks for.

Nothing was found that says how it ought to be: the figure ships as the dataset has it, within its range.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from convert_figures.drafts import Draft, DraftBlock

Place = tuple[str, str, str, str, str]
"""Region, scheme, kind of care, figure and level."""

REASONS: Final[Mapping[Place, str]] = {
    ("110000", "resident", "inpatient", "ratio", "level3_top"): "数据集如此，未核对：顶级三级医院78%，其他三级75%",
    ("440800", "resident", "inpatient", "deductible", "level1"): (
        "数据集如此，未核对：一级100元，社区200元，所引文件都写200元"
    ),
}


def with_reasons(block: DraftBlock) -> DraftBlock:
    """The block with the reasons beside the entries that need them."""
    return block.keeping(_reasoned(draft, block) for draft in block.drafts)


def _reasoned(draft: Draft, block: DraftBlock) -> Draft:
    level = draft.where.get("level")
    reasons = [
        reason
        for kind in block.kinds
        if (reason := REASONS.get((block.region, block.scheme, kind, draft.figure, str(level))))
    ]
    return replace(draft, more={**draft.more, "not_monotone": reasons[0]}) if reasons else draft
