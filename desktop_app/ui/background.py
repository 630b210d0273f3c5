"""The one door off the UI thread."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Background(QObject):
    """Does long work elsewhere, one piece after the other, and brings the outcome back to the UI thread."""

    _came_back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._came_back.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Runs `work` elsewhere, then `done` or `failed` here, unless `owner` is gone by then.

        Without `failed` an exception is raised here, where the program reports its bugs.
        """

        def errand() -> None:
            try:
                result = work()
            except Exception as error:  # whatever it is, it belongs on the UI thread
                self._bring(partial(_fail, error, failed), owner)
            else:
                self._bring(partial(done, result), owner)

        self._pool.start(QRunnable.create(errand))

    def wait(self) -> None:
        """Waits until no work is left. For the end of the program."""
        self._pool.waitForDone()

    @Slot(object)
    def _take(self, outcome: Callable[[], None]) -> None:
        outcome()

    def _bring(self, outcome: Callable[[], None], owner: QObject) -> None:
        if isValid(self):
            self._came_back.emit(lambda: outcome() if isValid(owner) else None)


def _fail(error: Exception, failed: Callable[[Exception], None] | None) -> None:
    if failed is None:
        raise error
    failed(error)
