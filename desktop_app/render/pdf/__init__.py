"""Sheets of paper: HTML laid out by Qt, cut into pages, painted to a PDF or a printer, finished with bookmarks."""

from desktop_app.render.pdf.file import pdf_bytes, write_pdf
from desktop_app.render.pdf.painting import paint
from desktop_app.render.pdf.svg_images import SvgImages

__all__ = ["SvgImages", "paint", "pdf_bytes", "write_pdf"]
