"""Where things lie: what the program ships with, and where a family's own records are kept.

Nothing here creates, opens or reads a file of the family's; callers do that. A marker file named
`portable` beside the program keeps everything in its folder, on a stick for instance (portable mode).
"""

from __future__ import annotations

import os
from pathlib import Path

APP_NAME = "yidi"
PORTABLE_MARKER = "portable"
PORTABLE_FOLDER = "portable-data"
DATA_DIR_VARIABLE = "YIDI_DATA_DIR"

_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """Templates, words, icons, fonts: the checkout's own `resources/`, else the wheel's copy."""
    checkout = checkout_dir()
    return checkout / "resources" if checkout else _PACKAGE / "shipped" / "resources"


def rule_pack_file() -> Path:
    """The compiled rule pack; `yidi rules build` makes it in a checkout, a wheel ships it."""
    return _PACKAGE / "shipped" / "rules.sqlite"


def rule_sources_dir() -> Path | None:
    """The facts as text (`data/`), or None where the program runs from a wheel."""
    checkout = checkout_dir()
    return checkout / "data" if checkout else None


def examples_dir() -> Path:
    """The sample cases."""
    sources = rule_sources_dir()
    return sources / "examples" if sources else _PACKAGE / "shipped" / "examples"


def notices_file() -> Path:
    """Whose work the program uses and under which licences (Markdown)."""
    return (checkout_dir() or _PACKAGE / "shipped") / "THIRD_PARTY_NOTICES.md"


def checkout_dir() -> Path | None:
    """The root of the source tree this package runs from, or None for an installed wheel."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "resources").is_dir() else None


def is_portable() -> bool:
    """Whether the family's records stay beside the program instead of in the user's account."""
    return (_PACKAGE.parent / PORTABLE_MARKER).is_file()


def data_dir() -> Path:
    """The family's own folder: YIDI_DATA_DIR, else the portable one, else the platform's (XDG on Linux)."""
    named = os.environ.get(DATA_DIR_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    if is_portable():
        return _PACKAGE.parent / PORTABLE_FOLDER
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def household_file() -> Path:
    """The household's database: people, cases and answers."""
    return data_dir() / "household.sqlite"


def backups_dir() -> Path:
    """Copies of the household's database, made before anything risky."""
    return data_dir() / "backups"


def log_file() -> Path:
    """The program's log; it holds no answers and no names."""
    if os.environ.get(DATA_DIR_VARIABLE) or is_portable():
        return data_dir() / "logs" / "yidi.log"
    from platformdirs import user_log_path

    return user_log_path(APP_NAME, appauthor=False) / "yidi.log"
