"""The finished PDF file: fonts embedded, with bookmarks, title and language."""

import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from desktop_app.domain.message import message
from desktop_app.errors import Problem, reason_of
from desktop_app.render.pdf.fonts import need_application
from desktop_app.render.pdf.painting import Bookmark, paint
from desktop_app.render.summary import PaperSheet

_RESOLUTION: Final = 1200
_SIDE, _TOP, _BOTTOM = 14, 12, 9
"""Margins of an A4 page in millimetres."""


def write_pdf(sheet: PaperSheet, path: Path) -> None:
    """Writes the sheet as A4 pages; an older file of that name is replaced only by a complete one.

    Raises Problem where the file cannot be written.
    """
    content = pdf_bytes(sheet)
    try:
        _replace(path, content)
    except OSError as error:
        raise Problem(message("paper.problem.cannot_write", path=str(path), reason=reason_of(error))) from error


def pdf_bytes(sheet: PaperSheet) -> bytes:
    """The PDF of a sheet; works with no window and no screen."""
    need_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(a4())
    writer.setTitle(sheet.title)
    writer.setCreator("Yidi")
    bookmarks = paint(sheet, writer)
    buffer.close()
    return _finished(bytes(buffer.data().data()), sheet, bookmarks)


def a4() -> QPageLayout:
    """A4 upright with this program's margins, for the PDF and as the printer's first choice."""
    margins = QMarginsF(_SIDE, _TOP, _SIDE, _BOTTOM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def _finished(painted: bytes, sheet: PaperSheet, bookmarks: list[Bookmark]) -> bytes:
    """Adds what Qt cannot write: bookmarks, the language, and that the title (not the file name) is to be shown."""
    from pypdf import PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, Fit, NameObject, TextStringObject

    pdf = PdfWriter(clone_from=BytesIO(painted))
    parent = None
    for mark in bookmarks:
        height = float(pdf.pages[mark.page].mediabox.height)
        nested = parent if mark.level > 1 else None
        place = Fit.xyz(top=height - mark.down)
        added = pdf.add_outline_item(title=mark.text, page_number=mark.page, parent=nested, fit=place)
        parent = added if mark.level == 1 else parent
    pdf.root_object[NameObject("/Lang")] = TextStringObject(sheet.language)
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    pdf.root_object[NameObject("/ViewerPreferences")] = shown
    finished = BytesIO()
    pdf.write(finished)
    return finished.getvalue()


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".yidi-", suffix=".pdf")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
