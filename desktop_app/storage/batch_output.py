"""The output of a batch: whole lines only, whatever happens; and one that was interrupted, taken up again."""

import csv
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, NoReturn, Self

from desktop_app.domain.message import message
from desktop_app.errors import Problem, reason_of

_NO_ROOM: Final = frozenset({ENOSPC, EDQUOT, EFBIG})


class KeptRow(NamedTuple):
    """A whole row of an earlier output: its cells, and its place in the file in bytes."""

    cells: tuple[str, ...]
    start: int
    stop: int


class BatchOutput(AbstractContextManager["BatchOutput"]):
    """A file that grows by whole lines: what was begun and not finished is cut off again, also on Ctrl-C."""

    def __init__(self, path: Path, mode: str) -> None:
        self._path = path
        try:
            self._file = path.open(mode, buffering=0)
        except FileExistsError:
            raise Problem(message("batch.problem.exists", file=str(path))) from None
        except OSError as error:
            self._refuse(error)
        self._whole = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file, suppress(OSError):  # a device has no end that could be cut off
            self._file.truncate(self._whole)

    @classmethod
    def anew(cls, path: Path, head: bytes, *, replace: bool) -> Self:
        """A new file with its first line. Raises Problem where there is one already and it may not be replaced."""
        output = cls(path, "wb" if replace else "xb")
        try:
            output.append(head)
        except BaseException:
            output.__exit__(None, None, None)
            raise
        return output

    @classmethod
    def continuing(cls, path: Path, whole: int) -> Self:
        """An earlier file, cut off after its first `whole` bytes, to be continued there."""
        output = cls(path, "r+b")
        output._file.truncate(whole)
        output._file.seek(whole)
        output._whole = whole
        return output

    def append(self, lines: bytes) -> None:
        """Writes whole lines. Raises Problem where the disk is full; the file then ends with the last whole line."""
        left = memoryview(lines)
        try:
            while left:
                left = left[self._file.write(left) or 0 :]
        except OSError as error:
            self._refuse(error)
        self._whole += len(lines)

    def _refuse(self, error: OSError) -> NoReturn:
        if error.errno in _NO_ROOM:
            raise Problem(message("batch.problem.no_room", file=str(self._path))) from error
        reason = reason_of(error)
        raise Problem(message("batch.problem.not_written", file=str(self._path), reason=reason)) from error


def kept_rows(path: Path, head: bytes, width: int) -> Iterator[KeptRow]:
    """The whole rows of an earlier output of so many columns, after its first line.

    Yields nothing where not even the first line was finished. Raises Problem where it is another one.
    """
    try:
        with path.open("rb") as file:
            begun = file.read(len(head))
            if not head.startswith(begun):
                raise Problem(message("batch.problem.other_head", file=str(path)))
            if begun == head:
                yield from _whole_rows(file, len(head), width)
    except OSError as error:
        raise Problem(message("problems.file_unreadable", key=str(path), reason=reason_of(error))) from error


def _whole_rows(file: Iterator[bytes], offset: int, width: int) -> Iterator[KeptRow]:
    """Rows with all their cells and their line's end; the first that lacks any of them was cut off."""
    fed = offset

    def lines() -> Iterator[str]:
        nonlocal fed
        for line in file:
            if not line.endswith(b"\n"):
                return
            fed += len(line)
            yield line.decode("utf-8", errors="replace")

    for cells in csv.reader(lines()):
        if len(cells) != width:
            return
        yield KeptRow(tuple(cells), offset, fed)
        offset = fed
