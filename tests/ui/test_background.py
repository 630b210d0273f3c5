"""The one door off the UI thread."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.ui.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:  # noqa: ARG001 -- needs an application
    """A door, shut at the end."""
    door = Background()
    yield door
    door.wait()


def test_work_is_done_elsewhere_and_its_result_arrives_here(qtbot: QtBot, background: Background) -> None:
    """The work sees another thread, its result the UI thread."""
    seen: list[bool] = []
    background.run(
        lambda: current_thread() is main_thread(),
        owner=background,
        done=lambda on_main: seen.extend([on_main, current_thread() is main_thread()]),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [False, True]


def test_a_problem_arrives_as_what_it_is(qtbot: QtBot, background: Background) -> None:
    """Whoever asked for the work gets the very problem it ended with."""
    gone = Problem(message("problems.file_empty", key="case.yaml"))
    problems: list[Problem] = []

    def fail() -> None:
        raise gone

    background.run(fail, owner=background, done=lambda _: None, failed=problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert problems == [gone]


def test_a_bug_is_no_problem(qtbot: QtBot, background: Background) -> None:
    """What nobody can put right is raised on the UI thread, where bugs are reported, and not said to be a problem."""
    problems: list[Problem] = []

    def fail() -> None:
        raise OSError("the disk is gone")

    with qtbot.capture_exceptions() as bugs:
        background.run(fail, owner=background, done=lambda _: None, failed=problems.append)
        qtbot.waitUntil(lambda: bool(bugs))
    assert [str(bug) for _, bug, _ in bugs] == ["the disk is gone"]
    assert problems == []


def test_work_runs_one_piece_after_the_other(qtbot: QtBot, background: Background) -> None:
    """Nothing written by one piece can be overtaken by the next."""
    order: list[str] = []
    begin = Event()
    background.run(lambda: begin.wait(5), owner=background, done=lambda _: order.append("first"))
    background.run(lambda: None, owner=background, done=lambda _: order.append("second"))
    begin.set()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["first", "second"]


def test_nothing_arrives_for_a_page_that_is_gone(qtbot: QtBot, background: Background) -> None:
    """A page that was closed meanwhile is not called any more."""
    arrived: list[str] = []
    page, go_on = QObject(), Event()
    background.run(lambda: go_on.wait(5), owner=page, done=lambda _: arrived.append("for the page"))
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    go_on.set()
    background.run(lambda: None, owner=background, done=lambda _: arrived.append("afterwards"))
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == ["afterwards"]


def test_the_other_thread_knows_nothing_of_the_page(qtbot: QtBot, background: Background) -> None:
    """Whoever works there holds neither page nor callback: it could be the last to let go of them, and in mid-air."""
    page, held, arrived = QObject(), [], []

    def show(_result: object) -> None:
        arrived.append(True)

    def work() -> None:
        caller = sys._getframe(1)
        known = [*caller.f_locals.values(), caller.f_locals]
        held.extend([*known, *gc.get_referents(*known)])

    background.run(work, owner=page, done=show)
    qtbot.waitUntil(lambda: bool(arrived))
    assert any(each is work for each in held)
    assert not any(each is page or each is show for each in held)
