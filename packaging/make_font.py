"""Makes the bundled font: Noto Sans CJK SC, cut down to what mainland Chinese text needs.

    apt-get install fonts-noto-cjk unicode-data
    python packaging/make_font.py

Two reasons for a font of our own. A computer without Chinese fonts must still show and print
Chinese. And a PDF must give back the characters that were printed: Noto draws 一 and the radical ⼀
(U+2F00) with one glyph, and a PDF that remembers only glyphs hands out the radical. So every glyph
here belongs to exactly one character, and the family has a name of its own, lest Qt mix in a
system copy of the original. The OFL allows this; the copyright and licence records stay.
"""

from __future__ import annotations

import bz2
import re
from collections.abc import Iterator
from pathlib import Path

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FAMILY = "Yidi Sans SC"
POSTSCRIPT_FAMILY = "YidiSansSC"
NOTO = Path("/usr/share/fonts/opentype/noto")
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100), *map(ord, "āēīōūǎěǐǒǔǖǘǚǜńňǹḿŒœ")]
PUNCTUATION = [*map(ord, "‐‑‒–—―‖‘’‚“”„†‡•‥…‧‰′″‵‹›※⁂"), *range(0x3000, 0x3020)]
SIGNS = [*map(ord, "€™№℃℉ℓ←↑→↓↔↕⇒⇔−×÷±≈≠≤≥≡√∞∑∏∫∕⁴½¼¾⚠☎☏★☆♀♂♥♡✓")]
FRAMES = [*range(0x2500, 0x2580), *map(ord, "■□▲△▼▽▶▷◀◁◆◇○◎●◢◣◤◥")]
NUMERALS = [*range(0x2460, 0x24A0), *range(0x2776, 0x2780), *range(0x2160, 0x216C)]
FULL_WIDTH = [*range(0xFF01, 0xFF5F), *range(0xFFE0, 0xFFE6), 0x30FB]

# Drawn from what the font has: the ballot boxes of a checklist. Each layer is a character and
# where it goes, in the font's 1000 units.
INNER = Transform(0.72, 0, 0, 0.72, 140, 106)
COMPOSED = {
    "☐": [("□", Identity)],
    "☑": [("□", Identity), ("✓", INNER)],
    "☒": [("□", Identity), ("×", INNER)],
}


def main() -> None:
    """Writes both weights and says how large they are."""
    characters = wanted_characters()
    TARGET.mkdir(parents=True, exist_ok=True)
    for style in ("Regular", "Bold"):
        font = cut(NOTO / f"NotoSansCJK-{style}.ttc", characters)
        separate_shared_glyphs(font)
        for character, layers in COMPOSED.items():
            draw(font, ord(character), layers)
        rename(font, style)
        target = TARGET / f"{POSTSCRIPT_FAMILY}-{style}.otf"
        font.save(target)
        print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size / 1e6:.2f} MB")


def wanted_characters() -> set[int]:
    """The 8,105 of 通用规范汉字表, GB 2312, and the signs a form or a bill uses."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        standard = {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    if len(standard) != 8105:
        raise SystemExit(f"{UNIHAN} lists {len(standard)} characters of the 8,105")
    return standard.union(_gb2312(), LATIN, PUNCTUATION, SIGNS, FRAMES, NUMERALS, FULL_WIDTH)


def _gb2312() -> Iterator[int]:
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def cut(source: Path, characters: set[int]) -> TTFont:
    """The simplified-Chinese member of the collection, with only these characters and kerning.

    Language-dependent shapes, ligatures and vertical forms go: each would be a second glyph for
    a character, and a PDF could no longer say which character it was.
    """
    members = TTCollection(source).fonts
    font = next(member for member in members if member["name"].getDebugName(1) == "Noto Sans CJK SC")
    absent = sorted(characters - font.getBestCmap().keys())
    if absent:
        raise SystemExit(f"{source} lacks " + " ".join(f"{chr(code)} (U+{code:04X})" for code in absent))
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.name_languages = [0x0409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.recalcTimestamp = False
    return font


def separate_shared_glyphs(font: TTFont) -> None:
    """Gives every character a glyph of its own: – and ‒, ／ and ∕, • and · are shared in Noto."""
    sharing: dict[str, list[int]] = {}
    for code, glyph in font.getBestCmap().items():
        sharing.setdefault(glyph, []).append(code)
    for codes in sharing.values():
        for code in sorted(codes)[1:]:
            draw(font, code, [(chr(min(codes)), Identity)])


def draw(font: TTFont, code: int, layers: list[tuple[str, Transform]]) -> None:
    """Adds a glyph composed of others, as wide as the first of them, and maps the character to it."""
    cmap = font.getBestCmap()
    first = cmap[ord(layers[0][0])]
    glyphs, width = font.getGlyphSet(), font["hmtx"][first][0]
    top = font["CFF "].cff.topDictIndex[0]
    part = top.FDSelect[font.getGlyphID(first)]
    private = top.FDArray[part].Private
    spelled = None if width == private.defaultWidthX else width - private.nominalWidthX
    pen = T2CharStringPen(spelled, glyphs)
    for character, transform in layers:
        glyphs[cmap[ord(character)]].draw(TransformPen(pen, transform))
    _append(font, pen.getCharString(private, top.GlobalSubrs), part, (width, font["hmtx"][first][1]))
    for table in font["cmap"].tables:
        if table.isUnicode() and (code <= 0xFFFF or table.format == 12):
            table.cmap[code] = font.getGlyphOrder()[-1]


def _append(font: TTFont, outline: object, part: int, metrics: tuple[int, int]) -> None:
    """Puts an outline behind the last glyph of a CID-keyed font, under the next free identifier."""
    top = font["CFF "].cff.topDictIndex[0]
    order = font.getGlyphOrder()
    name = f"cid{max(int(glyph[3:]) for glyph in order if glyph != '.notdef') + 1:05d}"
    top.CharStrings.charStrings[name] = len(top.CharStrings.charStringsIndex)
    top.CharStrings.charStringsIndex.append(outline)
    top.FDSelect.append(part)
    font["hmtx"][name] = metrics
    font.setGlyphOrder([*order, name])
    top.charset = font.getGlyphOrder()


def rename(font: TTFont, style: str) -> None:
    """Gives the font its own name everywhere a program may look for one."""
    postscript = f"{POSTSCRIPT_FAMILY}-{style}"
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    names = font["name"]
    for name_id, text in {1: FAMILY, 2: style, 3: f"2.004;{postscript}", 4: full, 6: postscript}.items():
        names.removeNames(nameID=name_id)
        names.setName(text, name_id, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName, top.Weight = FAMILY, full, style
    for part in top.FDArray:
        part.FontName = re.sub(r"^NotoSansCJK\w+-[A-Za-z]+", postscript, part.FontName)


if __name__ == "__main__":
    main()
