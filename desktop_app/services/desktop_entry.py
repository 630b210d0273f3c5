"""A place in the user's own menu, so that a double-click starts the program; Linux desktops.

Follows freedesktop.org's Desktop Entry Specification and Base Directory Specification.
"""

import os
import re
import shutil
import sys
from pathlib import Path

from desktop_app import paths
from desktop_app.domain.message import message
from desktop_app.errors import Problem

_ENTRY = "applications/yidi.desktop"
_ICON = "icons/hicolor/scalable/apps/yidi.svg"


def install() -> Path:
    """Puts launcher and icon into the user's menu and returns the launcher's file.

    Run again it replaces both, which mends a launcher whose program has moved.
    Raises Problem on Windows and macOS, which have no such menu.
    """
    home = _user_data_home()
    entry, icon = home / _ENTRY, home / _ICON
    template = (paths.resources_dir() / "desktop" / "yidi.desktop").read_text(encoding="utf-8")
    for file in (entry, icon):
        file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(paths.resources_dir() / "icons" / "app" / "yidi.svg", icon)
    entry.write_text(template.replace("@EXEC@", exec_line(start_command())), encoding="utf-8")
    return entry


def remove() -> tuple[Path, ...]:
    """Takes launcher and icon out of the menu again; returns what there was to take out.

    Raises Problem on Windows and macOS.
    """
    home = _user_data_home()
    present = tuple(file for file in (home / _ENTRY, home / _ICON) if file.exists())
    for file in present:
        file.unlink()
    return present


def start_command() -> list[str]:
    """What starts the program from anywhere: the checkout's start.sh, else this Python."""
    checkout = paths.checkout_dir()
    if checkout:
        return [str(checkout / "start.sh")]
    return [sys.executable, "-P", "-m", "desktop_app"]


def exec_line(command: list[str]) -> str:
    """The command as the specification wants it: quoted, then escaped as text, % doubled."""
    quoted = (
        '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"' if re.search(r"[^\w./+:@-]", word, re.ASCII) else word
        for word in command
    )
    return " ".join(quoted).replace("\\", "\\\\").replace("%", "%%")


def _user_data_home() -> Path:
    if not sys.platform.startswith("linux"):
        raise Problem(message("desktop.linux-only", system=sys.platform))
    named = os.environ.get("XDG_DATA_HOME", "")
    # The specification says to ignore a relative path.
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"
