"""The bundled font: its name, what it can write, and what a PDF made with it gives back."""

import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPageLayout, QPainter, QPdfWriter

from desktop_app.paths import resources_dir

FONTS = resources_dir() / "fonts"
STYLES = ("Regular", "Bold")
# The characters people meet as radicals in a copied PDF, with their neighbours in ordinary text.
OFTEN_LOST = "一人入八刀力十口土士大女子小山工己干心户手文方日月木止比毛气水火父牙牛玉瓜瓦甘生用田白皮目石示禾穴立"
BEYOND_HAN = "¥→·–—…“”‘’《》（）【】％℃①②③ⅠⅡⅢ✓☐☑☒─│┌┐■□●○★×÷±≤≥≈½²‰№"


@pytest.fixture(scope="module", params=STYLES)
def font(request: pytest.FixtureRequest) -> TTFont:
    """One of the two weights."""
    return TTFont(FONTS / f"YidiSansSC-{request.param}.otf")


def gb2312() -> set[str]:
    """The 6,763 characters and 682 signs of GB 2312, by its own code table."""
    cells = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {text for text in (cell.decode("gb2312", errors="ignore") for cell in cells) if text}


def test_every_name_record_carries_the_new_family(font: TTFont) -> None:
    """No name a program could match with a system copy of the original is left."""
    names = {record.nameID: str(record) for record in font["name"].names}
    assert names[1] == "Yidi Sans SC"
    assert names[6].startswith("YidiSansSC-")
    for name_id in (1, 2, 3, 4, 6, 16, 17, 25):
        assert not {"noto", "source"} & set(names.get(name_id, "").lower().replace("-", " ").split())
        assert "noto" not in names.get(name_id, "").lower()
    inner = font["CFF "].cff
    top = inner.topDictIndex[0]
    for name in [*inner.fontNames, top.FamilyName, top.FullName, *(part.FontName for part in top.FDArray)]:
        assert "noto" not in name.lower()


def test_copyright_and_licence_travel_with_the_font(font: TTFont) -> None:
    """The OFL asks for both, in the font and beside it."""
    names = {record.nameID: str(record) for record in font["name"].names}
    assert "Adobe" in names[0]
    assert "Open Font License" in names[13]
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Adobe" in licence


def test_it_writes_gb2312_and_the_signs_of_a_form(font: TTFont) -> None:
    """GB 2312 whole, rare standard characters of place and personal names, and marks."""
    cmap = font.getBestCmap()
    rare_but_standard = "㮾㸆䴙䶮圳堼埇嵊郯鄯鄄邛亳儋崀珲𠅤𬭚𫄨"
    wanted = gb2312() | set(BEYOND_HAN) | set(rare_but_standard) | {"\u00a0"}
    assert len(gb2312()) == 7445
    assert sorted(character for character in wanted if ord(character) not in cmap) == []
    assert len(cmap) > 9000


def test_no_glyph_belongs_to_two_characters(font: TTFont) -> None:
    """A shared glyph would let a PDF forget which of its characters was printed; no radicals at all."""
    cmap = font.getBestCmap()
    assert len(set(cmap.values())) == len(cmap)
    assert [code for code in cmap if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF] == []


def write_pdf(target: Path, text: str, *, bold: bool) -> None:
    """Draws the text in lines of forty characters on one page as large as it needs."""
    lines = [text[start : start + 40] for start in range(0, len(text), 40)]
    writer = QPdfWriter(str(target))
    writer.setResolution(72)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    face = QFont("Yidi Sans SC", 8)
    face.setBold(bold)
    painter = QPainter(writer)
    painter.setFont(face)
    for number, line in enumerate(lines):
        painter.drawText(20, 20 + 12 * number, line)
    painter.end()


@pytest.mark.parametrize("bold", [False, True])
def test_a_pdf_gives_back_the_characters_that_were_printed(
    qapp: QGuiApplication, tmp_path: Path, *, bold: bool
) -> None:
    """What pdftotext reads is what was drawn: no Kangxi radicals, no private characters."""
    del qapp  # fonts need an application
    for style in STYLES:
        assert QFontDatabase.addApplicationFont(str(FONTS / f"YidiSansSC-{style}.otf")) != -1
    common = "".join(sorted(gb2312()))[700:2700]
    text = OFTEN_LOST + BEYOND_HAN + common
    pdf = tmp_path / "all.pdf"
    write_pdf(pdf, text, bold=bold)
    read = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    assert set(read) - set("\n\f") == set(text)
    fonts = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, encoding="utf-8").stdout
    assert [line.split()[0] for line in fonts.splitlines()[2:]] == [f"YidiSansSC-{STYLES[bold]}"]
