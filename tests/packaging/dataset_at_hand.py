"""The public dataset in miniature: one area's figures as it writes them, judged and made into entries."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from convert_figures.blocks import blocks_of, populations_of
from convert_figures.dataset import Area, read_areas
from convert_figures.drafts import Draft, DraftBlock
from convert_figures.judgement import Judgement

Raw = dict[str, Any]
SCHEMES: Final = ("employee", "resident")
EVERYTHING: Final = ("outpatient", "inpatient", "catastrophic", "elsewhere")


def levels(*rows: list[Any] | None) -> Raw:
    """Figures of community, levels 1, 2, 3 and the top level."""
    return dict(zip(("community", "level1", "level2", "level3", "level3_top"), rows, strict=True))


def same(row: list[Any]) -> Raw:
    """The same figures at every level."""
    return levels(*[row] * 5)


def scheme(**changes: Raw) -> Raw:
    """A scheme's figures as the dataset writes them, with these changes."""
    parts: Raw = {
        "outpatient": {
            "document": "notice", "deductible": 100, "deductible_retired": None, "deductible_basis": "annual",
            "cap": 2000, "cap_retired": None, "levels": same([100, 0.6, 0.05]), "notes": [],
        },
        "inpatient": {
            "document": "notice", "cap": 300000, "cap_retired": None, "combined_cap": None, "repeat_deductible": None,
            "levels": levels([200, 0.9, 0.03], [200, 0.9, 0.03], [500, 0.85, 0.03], [800, 0.8, 0.03], [800, 0.8, 0.03]),
        },
        "catastrophic": {
            "document": "notice", "name": "大额补助", "deductible": 0, "tiers": [[0, None, 0.9]], "cap": 400000,
        },
        "elsewhere": {
            "document": "notice", "channels": [], "long_term": 1.0, "referral": 0.9, "emergency": 0.9, "unfiled": 0.7,
            "notes": [],
        },
    }  # fmt: skip
    return {part: {**parts[part], **changes.get(part, {})} for part in parts}


def area(folder: Path, code: str = "140100", conflicts: list[Raw] | None = None, **schemes: Raw) -> Area:
    """One area out of a file of the dataset."""
    document = {
        "id": "notice", "title": "办法", "number": "一号", "issuers": ["医保局"], "published": "2024-01-01",
        "effective": "2024-07-01", "status": "active", "url": "http://ybj.example.gov.cn/1.html",
    }  # fmt: skip
    raw = {
        "code": code,
        "name": "某市",
        "province": "某省",
        "documents": [document],
        "employee": schemes.get("employee", scheme()),
        "resident": schemes.get("resident", scheme()),
        "conflicts": conflicts or [],
    }
    file = folder / f"{code}.json"
    file.write_text(json.dumps([raw], ensure_ascii=False), encoding="utf-8")
    return next(read_areas(file))


def judged(verdict: str, *codes: str, contradicted: frozenset[tuple[str, str, str]] = frozenset()) -> Judgement:
    """One verdict on every block of these areas."""
    blocks = {(code, which, part): verdict for code in codes for which in SCHEMES for part in EVERYTHING}
    return Judgement(blocks, frozenset(), contradicted)


def converted(one: Area, verdict: str = "individual") -> list[DraftBlock]:
    """The area's blocks, compared with nobody but itself."""
    judgement = judged(verdict, one.listed)
    return list(blocks_of(one, judgement, populations_of([one], judgement)))


def drafts(blocks: list[DraftBlock], which: str, kind: str, figure: str) -> list[Draft]:
    """The entries for this figure."""
    return [
        draft
        for block in blocks
        if block.scheme == which and kind in (block.kinds or (kind,))
        for draft in block.drafts
        if draft.figure == figure
    ]


def numbers(value: object) -> object:
    """Decimals as they are written, whatever zeros follow."""
    if isinstance(value, list | tuple):
        return [numbers(one) for one in value]
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value
