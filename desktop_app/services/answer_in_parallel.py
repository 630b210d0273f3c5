"""Answer rows of a batch in several processes, each with a rulebook of its own; the order of the rows is kept."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Final

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.services.answer_rows import Answered, Answerer, NumberedRow, Task

AHEAD: Final = 3
"""How many portions per process are under way at most, so that memory does not grow with the rows."""

_answerers: Final[list[Answerer]] = []
"""The one answerer of a helping process."""


def answer_in_parallel(task: Task, portions: Iterable[Sequence[NumberedRow]], jobs: int) -> Iterator[Answered]:
    """What each portion comes to, in their order; `jobs` 0 is one process per core.

    Raises Problem where a process dies.
    """
    count = jobs or os.cpu_count() or 1
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_prepare, initargs=(task,))
    waiting: deque[Future[Answered]] = deque()
    try:
        for portion in portions:
            waiting.append(pool.submit(_answer, portion))
            if len(waiting) > count * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise Problem(message("batch.problem.process_died")) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _prepare(task: Task) -> None:
    """Opens the rulebook once. Ctrl-C is the first process's affair: it lets the others finish what they have."""
    from desktop_app.services.late_rulebook import late_rulebook
    from desktop_app.services.open_rulebook import open_rulebook

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _answerers.append(Answerer(task, late_rulebook(open_rulebook)))


def _answer(rows: Sequence[NumberedRow]) -> Answered:
    return _answerers[-1].answer(rows)
