"""Filling a part of a page that is on screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_LOOKS: Final = 50
_PAUSE: Final = 10
"""How often, and after how many milliseconds each, it is looked whether everything has its place."""


@contextmanager
def filled_at_once(part: QWidget) -> Iterator[None]:
    """Shows what is put into `part` once all of it has its place: until then the page stays as it was.

    Otherwise a slow machine shows everything squeezed into the height there was before.
    """
    part.setUpdatesEnabled(False)
    try:
        yield
    finally:
        QTimer.singleShot(0, part, partial(_show_when_placed, part, _LOOKS))


def _show_when_placed(part: QWidget, looks: int) -> None:
    if looks and _is_squeezed(part):
        QTimer.singleShot(_PAUSE, part, partial(_show_when_placed, part, looks - 1))
    else:
        part.setUpdatesEnabled(True)


def _is_squeezed(part: QWidget) -> bool:
    layout = part.layout()
    return part.isVisible() and layout is not None and part.height() < layout.totalMinimumHeightForWidth(part.width())
