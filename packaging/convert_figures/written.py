"""Blocks of figures and their sources as YAML: one line per figure, decimals as they are, nothing folded."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from convert_figures.dataset import Area
from convert_figures.drafts import Draft, DraftBlock, Said, Shortfall

_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_HEADER: Final = """\
# 公开数据集里{name}各统筹区的待遇数字，去掉了 data/figures/{file} 里已有的。
# Figures of the public dataset (good9527/china-medical-insurance, MIT) that nothing in data/figures/{file} replaces.
# Converted once (packaging/convert_figures) and since then corrected by hand: a figure found in a document belongs into
# the file named above, and its entry here goes.
"""


def block_document(block: DraftBlock) -> dict[str, Said]:
    """A file with this block alone, as YAML would read it."""
    return {"province": block.region, "blocks": [{**_shared(block), "figures": [_entry(one) for one in block.drafts]}]}


def file_text(
    name: str,
    file: str,
    province: str,
    areas: Iterable[tuple[Area, list[DraftBlock]]],
    left_open: Iterable[Shortfall] = (),
) -> str:
    """A province's file."""
    lines = [_HEADER.format(name=name, file=file), f'province: "{province}"\n']
    gaps = "".join(_gap_text(one) for one in left_open)
    lines.append(f"gaps:\n{gaps}\nblocks:\n" if gaps else "blocks:\n")
    for area, blocks in areas:
        lines.append(f"\n# ---- {_heading(area, blocks)} ----\n")
        lines += [_block_text(block) for block in blocks]
    return "".join(lines)


def _gap_text(left_open: Shortfall) -> str:
    said: dict[str, Said] = {
        "region": list(left_open.regions),
        "scheme": left_open.scheme,
        "kind": left_open.kind,
        "reason": left_open.reason,
    }
    return "- " + "  ".join(f"{key}: {_flow(value)}\n" for key, value in said.items())


def _heading(area: Area, blocks: list[DraftBlock]) -> str:
    """The place the blocks are written for: the area, or its province where that is one pool."""
    for_province = any(block.region != area.code for block in blocks)
    return f"{area.province_name} {area.province}" if for_province else f"{area.name} {area.code}"


def _block_text(block: DraftBlock) -> str:
    shared = "".join(f"  {key}: {_flow(value)}\n" for key, value in _shared(block).items())
    entries = "".join(f"  - {_flow(_entry(draft))}\n" for draft in block.drafts)
    return f"\n- {shared[2:]}  figures:\n{entries}"


def _shared(block: DraftBlock) -> dict[str, Said]:
    said: dict[str, Said] = {"region": block.region, "scheme": block.scheme}
    if block.kinds:
        said["kind"] = list(block.kinds) if len(block.kinds) > 1 else block.kinds[0]
    said |= {"source": block.source, "evidence": block.evidence}
    if block.unchecked:
        said["unchecked"] = True
    said["from"] = block.start
    if block.until:
        said["until"] = block.until
    return {**said, "note": block.note} if block.note else said


def _entry(draft: Draft) -> dict[str, Said]:
    span = draft.span
    said: dict[str, Said] = {"figure": draft.figure, **draft.where, "value": span.value}
    if span.low != span.value or span.high != span.value:
        said |= {"low": span.low, "high": span.high}
    said |= draft.more
    return {**said, "note": draft.note} if draft.note else said


def sources_text(name: str, sources: Iterable[Mapping[str, str | None]]) -> str:
    """The documents the dataset names for blocks that may be called local, nobody having compared them."""
    lines = [f"# 公开数据集为{name}各地数字所引的文件，未核对。Documents the dataset cites, not compared with it.\n"]
    for source in sources:
        said = "".join(f"  {key}: {_quoted(value)}\n" for key, value in source.items() if value)
        lines.append(f"- {said[2:]}")
    return "".join(lines) if len(lines) > 1 else ""


def _flow(value: Said) -> str:
    match value:
        case dict():
            text = "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            text = "[" + ", ".join(_flow(one) for one in value) + "]"
        case None | bool():
            text = "null" if value is None else str(value).lower()
        case Decimal():
            text = _number(value)
        case date():
            text = value.isoformat()
        case int():
            text = str(value)
        case _:
            text = value if value and set(value) <= _PLAIN and not value.isdigit() else _quoted(value)
    return text


def _number(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
