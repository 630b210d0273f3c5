"""Where the program begins: with arguments it is the command line `yidi`, without them the window."""

import os
import sys
from datetime import date, datetime

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> None:
    """Runs the program and leaves with its exit code."""
    arguments = sys.argv[1:]
    sys.exit(_command_line(arguments) if arguments else _window())


def today() -> date:
    """The day on the clock where the program runs; rules are always told the day, they never ask."""
    return datetime.now().astimezone().date()


def _command_line(arguments: list[str]) -> int:
    from desktop_app.cli import run

    return run(arguments, today)


def _window() -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        from desktop_app.cli import say_there_is_no_screen

        return say_there_is_no_screen(today)
    import gc

    gc.disable()  # nothing is garbage yet; looking for it would cost a tenth of the start
    from desktop_app.ui.run_window import run_window

    return run_window(today)
