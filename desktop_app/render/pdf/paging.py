"""Where a long strip of text may be cut into pages.

Paragraphs and table rows are never cut, a heading stays with the two paragraphs (or the sentence and the table) that
follow it, a short table stays whole, and neither the first nor the last row of a long table stands alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextTable

from desktop_app.render.pdf.svg_images import css_scale

_WHOLE_TABLE: Final = 0.12
"""A table no higher than this share of a page is not cut at all."""

_HAIR: Final = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """What cannot be cut, from `top` to `bottom` on the strip. `held`: stays on one page with the piece after it."""

    top: float
    bottom: float
    held: bool = False


@dataclass(frozen=True, slots=True)
class PageCut:
    """The stretch of the strip that one page shows."""

    top: float
    bottom: float


def pieces_of(document: QTextDocument, page_height: float) -> list[Piece]:
    """The document's paragraphs and table rows from top to bottom, each saying whether it holds on to the next."""
    pieces: list[Piece] = []
    children = [child for child in _children(document.rootFrame()) if isinstance(child, QTextTable) or child.text()]
    below_heading = False
    for child, following in zip(children, [*children[1:], None], strict=True):
        if isinstance(child, QTextTable):
            pieces += _rows(document, child, page_height)
        else:
            opens = below_heading and following is not None and not _is_heading(following)
            pieces.append(_paragraph(document, child, held=opens or _is_heading(child)))
        below_heading = _is_heading(child)
    return apart(pieces)


def apart(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces, none reaching into the next.

    The boxes of close lines overlap by a hair: cut there, both would be printed on both pages.
    """
    made: list[Piece] = []
    for piece in pieces:
        top = piece.top
        if made and made[-1].bottom > top:
            top = made[-1].bottom + _HAIR
            made[-1] = replace(made[-1], bottom=piece.top - _HAIR)
        made.append(replace(piece, top=top))
    return made


def pages_of(pieces: Iterable[Piece], page_height: float) -> list[PageCut]:
    """Pages filled from the top and cut where no piece holds on to the next; what is higher than a page is cut hard."""
    pages: list[PageCut] = []
    for group in _groups(pieces):
        top, bottom = group[0].top, group[-1].bottom
        if pages and bottom - pages[-1].top <= page_height:
            pages[-1] = replace(pages[-1], bottom=bottom)
        elif bottom - top <= page_height or len(group) == 1:
            pages += _cut_hard(top, bottom, page_height)
        else:
            loose = [replace(piece, held=False) for piece in group]
            joined = pages_of([*(Piece(page.top, page.bottom) for page in pages[-1:]), *loose], page_height)
            pages = pages[:-1] + joined
    return pages


def _cut_hard(top: float, bottom: float, page_height: float) -> list[PageCut]:
    cuts = []
    while bottom - top > page_height:
        cuts.append(PageCut(top, top + page_height))
        top += page_height
    return [*cuts, PageCut(top, bottom)]


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.held:
            yield group
            group = []
    if group:
        yield group


def _children(frame: QTextFrame) -> Iterator[QTextBlock | QTextTable]:
    walk = frame.begin()
    while not walk.atEnd():
        inner = walk.currentFrame()
        yield inner if isinstance(inner, QTextTable) else walk.currentBlock()
        walk += 1


def _paragraph(document: QTextDocument, block: QTextBlock, *, held: bool) -> Piece:
    """A paragraph from its first to its last line, without the room above and below it."""
    top, layout = document.documentLayout().blockBoundingRect(block).top(), block.layout()
    first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
    return Piece(top + first.y(), top + last.y() + last.height(), held)


def _is_heading(child: QTextBlock | QTextTable) -> bool:
    return not isinstance(child, QTextTable) and child.blockFormat().headingLevel() > 0


def _rows(document: QTextDocument, table: QTextTable, page_height: float) -> list[Piece]:
    frame = document.documentLayout().frameBoundingRect(table)
    tops = [frame.top(), *(_row_top(document, table, row) for row in range(1, table.rows())), frame.bottom()]
    whole, last = frame.height() <= page_height * _WHOLE_TABLE, table.rows() - 1
    return [
        Piece(top, bottom, held=row < last and (whole or row == 0 or row == last - 1))
        for row, (top, bottom) in enumerate(pairwise(tops))
    ]


def _row_top(document: QTextDocument, table: QTextTable, row: int) -> float:
    """The upper edge of a row: its highest text less the padding above it."""
    layout, scale = document.documentLayout(), css_scale(document)
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    return min(
        layout.blockBoundingRect(cell.firstCursorPosition().block()).top()
        - cell.format().toTableCellFormat().topPadding() * scale
        for cell in cells
    )
