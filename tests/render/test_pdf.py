"""The PDF as a reader sees it: its text, its fonts, its bookmarks, with and without fonts on the system."""

import os
import re
import subprocess
import sys
from base64 import b64decode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject
from PySide6.QtGui import QPdfWriter

from desktop_app.domain.money import Fen
from desktop_app.errors import Problem
from desktop_app.render.pdf import paint, write_pdf
from desktop_app.render.summary import PaperSheet, summary_sheet
from desktop_app.render.words import LANGUAGES, Language
from tests.render.conftest import reader, words_of
from tests.render.samples import SmallLibrary, a_case, a_plan, says, some_money

RADICALS = re.compile("[\u2e80-\u2fdf]")
ROOT = Path(__file__).parents[2]
NO_FONTS = "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>{}</dir></fontconfig>"


@dataclass(frozen=True)
class Written:
    """A PDF and its text as pdftotext gives it, blanks removed."""

    path: Path
    text: str


def written(folder: Path, language: Language, *, system_fonts: bool) -> Written:
    """The sample written by a fresh process without a screen, with or without the system's fonts."""
    path = folder / f"{language}-{system_fonts}.pdf"
    environment = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment.pop("QT_QPA_PLATFORM", None)
    if not system_fonts:
        empty = folder / "no-fonts"
        empty.mkdir()
        (folder / "fonts.conf").write_text(NO_FONTS.format(empty), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    arguments = [sys.executable, "-m", "tests.render.write_sample", str(path), language]
    run = subprocess.run(arguments, cwd=ROOT, env=environment, check=False, capture_output=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    return Written(path, re.sub(r"\s+", "", reader("pdftotext", "-layout", path, "-")))


@pytest.fixture(scope="module", params=[True, False], ids=["system-fonts", "no-system-fonts"])
def chinese(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The Chinese sample, once with the system's fonts and once without any."""
    return written(tmp_path_factory.mktemp("pdf"), "zh_CN", system_fonts=request.param)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The English sample."""
    return written(tmp_path_factory.mktemp("pdf"), "en", system_fonts=True)


def titles(outline: Sequence[object]) -> list[str]:
    """The bookmarks from top to bottom, nested ones in their place."""
    found: list[str] = []
    for item in outline:
        if isinstance(item, list):
            found += titles(item)
        elif isinstance(item, Destination):
            found.append(str(item.title))
    return found


def test_the_text_holds_what_a_family_needs(chinese: Written) -> None:
    """Case, verdicts, every paper, money, deadlines, questions, sources, date, edition and the disclaimer."""
    for expected in (
        "山西省太原市",
        "城乡居民医保，老年居民，68岁",
        "要备案：异地长期居住人员",
        "满足下面的条件，就可以在医院直接结算",
        "医保码、身份证、社保卡任选一样",
        "备案登记表",
        "居住证明",
        "或☐个人承诺书",
        "国家异地就医备案小程序",
        "2026年12月3日",
        "2026年12月3日起",
        "请住院处登记成“异地医保”",
        "住院费用清单",
        "按现在的情况，预计医保基金付¥30,300.00（¥28,700.00到¥31,900.00）",
        "¥27,940.00",
        "¥2,360.00",
        "44,000.00×63.5%",
        "比现在多¥1,200.00到¥2,600.00",
        "0351-12393",
        "问到的：____",
        "医保发〔2022〕22号",
        "https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html",
        "S4-27（资讯文章四：山西异地就医）：称山西长期备案有效一年。",
        "通行口径",
        "公开资料",
        "制作日期2026年11月21日·规则库2026.11",
        "这不是官方软件",
        "第1页，共3页",
    ):
        assert expected in chinese.text, expected


def test_the_text_is_chinese_and_not_radicals(chinese: Written) -> None:
    """Copied or searched text holds the characters people type: no Kangxi radical, with or without system fonts."""
    assert RADICALS.findall(chinese.text) == []
    assert len(re.findall("[\u4e00-\u9fff]", chinese.text)) > 1000


@pytest.mark.usefixtures("qapp")
def test_every_character_is_printed_exactly_once(tmp_path: Path, language: Language) -> None:
    """Wherever the pages end: what stands at an edge is neither cut off nor repeated on the next page."""
    for lines in range(16):
        money = some_money()
        more = replace(money, as_is=replace(money.as_is, warnings=(says("占一行。"),) * lines))
        sheet = summary_sheet(a_case(), a_plan(more), SmallLibrary(), words_of(language))
        write_pdf(sheet, tmp_path / "plan.pdf")
        pages = len(PdfReader(tmp_path / "plan.pdf").pages)
        feet = "".join(
            sheet.foot + sheet.head + "·" + sheet.page_of.format(page=n + 1, pages=pages) for n in range(pages)
        )
        expected = characters(text_of(sheet.html) + feet)
        printed = characters(reader("pdftotext", tmp_path / "plan.pdf", "-"))
        assert printed - expected == Counter(), "printed twice"
        assert expected - printed == Counter(), "not printed"


def characters(text: str) -> Counter[str]:
    """How often each character stands in a text, blanks aside."""
    return Counter(re.sub(r"[\s\f]", "", text))


def text_of(html: str) -> str:
    """Everything a page says, the words in its pictures included."""
    body = html.partition("</style>")[2]
    pictures = [b64decode(found).decode() for found in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", body)]
    drawn = ["".join(re.findall(r"<text[^>]*>([^<]*)</text>", picture)) for picture in pictures]
    return unescape(re.sub(r"<[^>]+>", "", body) + "".join(drawn))


def test_only_the_bundled_fonts_are_used_and_they_are_embedded(chinese: Written) -> None:
    """The file looks the same on a machine without Chinese fonts."""
    lines = reader("pdffonts", chinese.path).splitlines()[2:]
    assert lines
    for line in lines:
        assert "YidiSansSC" in line
        assert line.split()[-5] == "yes", "the column emb"


def test_title_language_and_bookmarks(chinese: Written) -> None:
    """A screen reader knows the language, a window shows the title, and every heading can be jumped to."""
    pdf = PdfReader(chinese.path)
    assert pdf.metadata
    assert pdf.metadata.title == "异地就医办事清单"
    assert str(pdf.root_object["/Lang"]) == "zh-CN"
    shown = pdf.root_object["/ViewerPreferences"]
    assert isinstance(shown, DictionaryObject)
    assert str(shown["/DisplayDocTitle"]) == "True"
    headings = titles(pdf.outline)
    assert headings[0] == "异地就医办事清单"
    assert {"结论", "备案要交的材料", "到医院怎么走", "报销是这样算的", "打电话问清楚", "这些说法从哪里来"} <= set(
        headings
    )
    assert len(pdf.outline) == 2, "one title with everything else below it"


def test_bookmarks_lead_to_the_page_of_their_heading(chinese: Written) -> None:
    """Each heading is found in the text of the page its bookmark opens."""
    pdf = PdfReader(chinese.path)
    nested = pdf.outline[1]
    assert isinstance(nested, list)
    for mark in nested:
        if isinstance(mark, Destination):
            number = pdf.get_destination_page_number(mark)
            assert number is not None
            page = reader("pdftotext", "-f", str(number + 1), "-l", str(number + 1), chinese.path, "-")
            assert str(mark.title) in page


def test_english_beside_it(english: Written) -> None:
    """The same plan in English, with title and language."""
    for expected in ("Filefirst:long-termresidentelsewhere", "thefundswillpayabout¥30,300.00", "Reported", "page1of4"):
        assert expected in english.text
    pdf = PdfReader(english.path)
    assert pdf.metadata
    assert pdf.metadata.title == "Plan for care elsewhere"
    assert str(pdf.root_object["/Lang"]) == "en"


def test_pages_are_a4(chinese: Written) -> None:
    """210 × 297 mm, which is 595 × 842 points."""
    for page in PdfReader(chinese.path).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def a_sheet() -> PaperSheet:
    """A short sheet."""
    return summary_sheet(a_case(), a_plan(), SmallLibrary(), words_of("zh_CN"))


@pytest.mark.usefixtures("qapp")
def test_a_plan_without_a_bill_says_so_instead_of_money(tmp_path: Path) -> None:
    """No chart, no sum of nothing: one sentence."""
    write_pdf(a_sheet(), tmp_path / "plan.pdf")
    text = re.sub(r"\s+", "", reader("pdftotext", tmp_path / "plan.pdf", "-"))
    assert "没有填费用，所以没有算报销" in text
    assert "报销是这样算的" not in text


@pytest.mark.usefixtures("qapp")
def test_an_older_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """Under its name there is the old file or the new one; unfinished files do not stay."""
    target = tmp_path / "清单 一" / "计划.pdf"
    target.parent.mkdir()
    target.write_bytes(b"old")
    write_pdf(a_sheet(), target)
    assert target.read_bytes().startswith(b"%PDF")
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_not_there_is_a_problem_with_a_sentence(tmp_path: Path) -> None:
    """The message names the file, in both languages."""
    target = tmp_path / "nowhere" / "plan.pdf"
    with pytest.raises(Problem) as raised:
        write_pdf(a_sheet(), target)
    for language in LANGUAGES:
        assert str(target) in words_of(language).text(raised.value.message)


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfEngine", "QPdfWriter", "QFile", "QIODevice")
def test_a_device_that_takes_nothing_is_a_problem(tmp_path: Path) -> None:
    """As with a printer that is off: a sentence instead of silence."""
    device = QPdfWriter(str(tmp_path / "no-such-folder" / "out.pdf"))
    with pytest.raises(Problem) as raised:
        paint(a_sheet(), device)
    assert words_of("zh_CN").text(raised.value.message).startswith("打印机没有反应")


@pytest.mark.usefixtures("qapp")
def test_a_very_long_sum_is_cut_between_its_lines(tmp_path: Path) -> None:
    """A trace of two hundred lines runs over several pages; each amount is there exactly once."""
    money = some_money()
    step = money.as_is.trace[6]
    lines = tuple(replace(step, amount=Fen(number * 100 + 7)) for number in range(1, 201))
    long = replace(money, as_is=replace(money.as_is, trace=lines))
    sheet = summary_sheet(a_case(), a_plan(long), SmallLibrary(), words_of("zh_CN"))
    write_pdf(sheet, tmp_path / "long.pdf")
    text = reader("pdftotext", "-layout", tmp_path / "long.pdf", "-")
    assert [int(amount) for amount in re.findall(r"¥(\d+)\.07\b", text)] == list(range(1, 201))
