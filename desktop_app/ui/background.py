"""The one door off the UI thread."""

from collections.abc import Callable
from functools import cached_property, partial
from itertools import count
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from desktop_app.errors import Problem

T = TypeVar("T")
Outcome = Callable[[], T]
"""Gives what the work gave, or raises what it raised."""


class Background(QObject):
    """Does long work elsewhere, one piece after the other, and brings the outcome back to the UI thread.

    The thread that works knows the work and its number, not who waits for it: were it the last to let go of a page,
    the page would be taken down there while Qt takes it down here. It is Python's thread, not Qt's pool: that deletes
    each of its tasks by itself, and PySide takes the next object at the same address for the task.
    """

    _came_back = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count()
        self._waiting: dict[int, Callable[[Outcome[Any]], None]] = {}
        self._came_back.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[["Problem"], None] | None = None,
    ) -> None:
        """Runs `work` elsewhere, then `done` or `failed` here, unless `owner` is gone by then.

        `work` must not hold on to any part of the window. What a person can put right goes to `failed`; any other
        exception is a bug and raised here, where the program reports its bugs.
        """

        def take(outcome: Outcome[T]) -> None:
            if isValid(owner):
                _tell(outcome, done, failed)

        number = next(self._numbers)
        self._waiting[number] = take
        self._pool.submit(self._work, number, work)

    def wait(self) -> None:
        """Waits until no work is left, and lets the thread go: for the end of the program. Later work gets another."""
        pool: ThreadPoolExecutor | None = self.__dict__.pop("_pool", None)
        if pool is not None:
            pool.shutdown()

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # after the first paint: it takes some milliseconds

        return ThreadPoolExecutor(max_workers=1)

    def _work(self, number: int, work: Callable[[], T]) -> None:
        try:
            outcome: Outcome[T] = partial(_give, work())
        except Exception as error:  # whatever it is, it belongs on the UI thread
            outcome = partial(_throw, error)
        if isValid(self):
            self._came_back.emit(number, outcome)

    @Slot(int, object)
    def _hand_over(self, number: int, outcome: Outcome[Any]) -> None:
        self._waiting.pop(number)(outcome)


def _tell(outcome: Outcome[T], done: Callable[[T], None], failed: Callable[["Problem"], None] | None) -> None:
    try:
        result = outcome()
    except Exception as error:
        from desktop_app.errors import Problem  # after the first paint, as above

        if failed is None or not isinstance(error, Problem):
            raise
        failed(error)
    else:
        done(result)


def _give(result: T) -> T:
    return result


def _throw(error: Exception) -> NoReturn:
    raise error
