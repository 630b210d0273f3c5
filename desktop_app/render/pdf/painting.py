"""A sheet painted page by page: the same to a PDF, to a printer and into a print preview."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QTextDocument

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.render.charts.style import PAPER
from desktop_app.render.pdf.fonts import need_application, paper_font
from desktop_app.render.pdf.paging import PageCut, pages_of, pieces_of
from desktop_app.render.pdf.svg_images import SvgImages
from desktop_app.render.summary import PaperSheet

_BODY_POINTS: Final = 10.0
_RUNNING_POINTS: Final = 7.5
_FOOT: Final = 8.0
_FOOT_GAP: Final = 3.0
"""Room for what runs along the foot of the pages, and the gap above its line, in millimetres."""

_MM_PER_INCH: Final = 25.4
_POINTS_PER_INCH: Final = 72


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: its text and level, the page it is on (from 0) and how far below the paper's edge, in points."""

    text: str
    level: int
    page: int
    down: float


def paint(sheet: PaperSheet, device: QPagedPaintDevice) -> list[Bookmark]:
    """Paints the whole sheet to a device whose paper is set up already, and says where the headings stand.

    Raises Problem where the device takes nothing, as a printer may that is switched off.
    """
    need_application()
    font = paper_font(_BODY_POINTS)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    SvgImages.serve(document)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(sheet.html)
    room = QSizeF(device.width(), device.height() - _millimetres(_FOOT, device))
    document.setTextWidth(room.width())
    pages = pages_of(pieces_of(document, room.height()), room.height())
    painter = QPainter()
    if not painter.begin(device):
        raise Problem(message("paper.problem.cannot_print"))
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        _paint_page(painter, document, page, room)
        _paint_foot(painter, sheet, sheet.page_of.format(page=number + 1, pages=len(pages)), device)
    painter.end()
    return _bookmarks(document, pages, device)


def _paint_page(painter: QPainter, document: QTextDocument, page: PageCut, room: QSizeF) -> None:
    painter.save()
    painter.translate(0, -page.top)
    document.drawContents(painter, QRectF(0, page.top, room.width(), page.bottom - page.top))
    painter.restore()


def _paint_foot(painter: QPainter, sheet: PaperSheet, page: str, device: QPagedPaintDevice) -> None:
    """A hairline, the disclaimer, the rulebook and the page number below the text."""
    painter.save()
    painter.setFont(paper_font(_RUNNING_POINTS))
    top = device.height() - _millimetres(_FOOT - _FOOT_GAP, device)
    painter.setPen(QColor(PAPER["border"]))
    painter.drawLine(0, int(top), device.width(), int(top))
    painter.setPen(QColor(PAPER["muted"]))
    area = QRectF(0, top, device.width(), device.height() - top)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, sheet.foot)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{sheet.head} · {page}")
    painter.restore()


def _bookmarks(document: QTextDocument, pages: list[PageCut], device: QPagedPaintDevice) -> list[Bookmark]:
    found, block = [], document.begin()
    margin = device.pageLayout().paintRectPoints().top()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            top = document.documentLayout().blockBoundingRect(block).top()
            page = next(index for index, cut in enumerate(pages) if top < cut.bottom)
            down = margin + (top - pages[page].top) * _POINTS_PER_INCH / device.logicalDpiY()
            found.append(Bookmark(block.text(), level, page, down))
        block = block.next()
    return found


def _millimetres(length: float, device: QPagedPaintDevice) -> float:
    return length * device.logicalDpiY() / _MM_PER_INCH
