"""A file with many cases, read row by row: CSV as spreadsheets write it, or one case document per line."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from desktop_app.domain.message import message
from desktop_app.errors import Problem, reason_of

LINE_SUFFIXES: Final = frozenset({".jsonl", ".ndjson"})
ONE_CASE: Final = ("case",)
"""The one column of a file with a case document per line."""

LONGEST_LINE: Final = 4_000_000
_PIECE: Final = 1 << 20
_OTHER_WIDTHS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENCODINGS: Final = ("utf-8", "gb18030")
"""What is tried, in this order: Chinese spreadsheets write the second."""

Cells = tuple[str, ...]


class CasesFile(AbstractContextManager["CasesFile"]):
    """An open file with cases. `headings` are its columns, `rows()` their cells; `read` counts bytes, of `size`.

    Raises Problem for a file that cannot be read, is neither UTF-8 nor GB18030, or is no table.
    """

    def __init__(self, path: Path) -> None:
        csv.field_size_limit(LONGEST_LINE)
        self.path = path
        self.has_documents = path.suffix.lower() in LINE_SUFFIXES
        encoding = _encoding(path)
        self._raw = path.open("rb")
        self.size = path.stat().st_size
        self._text = io.TextIOWrapper(self._raw, encoding=encoding, newline="")
        self._table = csv.reader(self._text)
        try:
            self.headings = ONE_CASE if self.has_documents else self._headings()
        except Problem:
            self._text.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._text.close()

    @property
    def read(self) -> int:
        """How many bytes have been read so far."""
        return self._raw.tell()

    def rows(self) -> Iterator[Cells]:
        """The cells of every row, empty ones left out; as many as there are headings, more where a row has more."""
        return self._documents() if self.has_documents else self._cells()

    def _headings(self) -> Cells:
        found = next(self._csv_rows(), None)
        if not found or not any(cell.strip() for cell in found):
            raise Problem(message("batch.problem.no_heading"))
        return tuple(found)

    def _cells(self) -> Iterator[Cells]:
        width = len(self.headings)
        for row in self._csv_rows():
            if not any(row):
                continue
            missing = width - len(row)
            if missing > 0:
                yield (*row, *("",) * missing)
            else:
                yield tuple(row if any(row[width:]) else row[:width])

    def _csv_rows(self) -> Iterator[Sequence[str]]:
        try:
            yield from self._table
        except csv.Error as error:
            problem = message("batch.problem.not_csv", file=str(self.path), line=self._table.line_num)
            raise Problem(problem) from error

    def _documents(self) -> Iterator[Cells]:
        number = 0
        while line := self._text.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                raise Problem(message("batch.problem.long_line", file=str(self.path), line=number))
            if written := line.strip():
                yield (written,)


def _encoding(path: Path) -> str:
    """What the whole file can be read as; looked through piece by piece, before anything is written."""
    try:
        if path.stat().st_size and not path.is_file():
            raise IsADirectoryError
        with path.open("rb") as file:
            start = file.read(len(codecs.BOM_UTF8))
            if start == codecs.BOM_UTF8:
                candidates: tuple[str, ...] = ("utf-8-sig",)
            else:
                candidates = () if start.startswith(_OTHER_WIDTHS) else _ENCODINGS
            for candidate in candidates:
                if _decodes(file, candidate):
                    return candidate
    except OSError as error:
        raise Problem(message("problems.file_unreadable", key=str(path), reason=reason_of(error))) from error
    raise Problem(message("batch.problem.encoding", file=str(path)))


def _decodes(file: io.BufferedReader, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        while piece := file.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
