"""What happens when the program itself is at fault: a number to quote, a note in the log, nothing lost on screen."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from zlib import crc32

from PySide6.QtCore import QObject, Signal

from desktop_app.paths import log_file


class BugWatch(QObject):
    """Stands at the end of every exception nobody caught. `found` carries the bug's number, once for each place.

    The log gets kind and place of the error only: its words may hold what somebody typed.
    """

    found = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: set[str] = set()

    def stand_guard(self) -> None:
        """From now on hears of every exception that reaches the event loop."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Notes a bug and tells of it. An interruption by keyboard ends the program as ever."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(where)]
        number = f"{crc32(' '.join([kind.__name__, *places]).encode()):08X}"
        if number in self._known:
            return
        self._known.add(number)
        _write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {number} {kind.__name__}\n  " + "\n  ".join(places))
        self.found.emit(number)


def _write(note: str) -> None:
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            log.write(note + "\n")
    except OSError:
        sys.stderr.write(note + "\n")
