"""Photographs every screen.

    python -m tests.gallery OUT_DIR [--theme light|dark|contrast] [--scale 1|1.25|1.5] [--lang zh_CN|en] [--only PART]

Writes one PNG per screen, named after the screen, off screen unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Reads what is wanted and photographs it, with records of nobody in a folder that is thrown away."""
    wanted = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="yidi-gallery-") as folder:
        os.environ["YIDI_DATA_DIR"] = str(Path(folder) / "records")
        _photograph(wanted, Path(folder) / "rules.sqlite")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--scale", choices=("1", "1.25", "1.5"), default="1")
    parser.add_argument("--lang", choices=("zh_CN", "en"), default="zh_CN")
    parser.add_argument("--only", default="", help="only screens with this in their name")
    return parser.parse_args()


def _photograph(wanted: argparse.Namespace, pack: Path) -> None:
    from desktop_app.storage.compile_pack import build
    from desktop_app.ui.preferences import Preferences
    from desktop_app.ui.roles import Look
    from tests.gallery.screens import ALL_SCREENS
    from tests.gallery.studio import application, standing

    build(ROOT / "data", pack)
    application()
    percent = {"1": 100, "1.25": 125, "1.5": 150}[wanted.scale]
    preferences = Preferences(wanted.lang, percent, Look(wanted.theme))
    wanted.out.mkdir(parents=True, exist_ok=True)
    for screen in ALL_SCREENS:
        if wanted.only not in screen.name:
            continue
        with standing(screen, pack=pack, preferences=preferences) as (_window, shown):
            file = wanted.out / f"{screen.name}.png"
            shown.grab().save(str(file))
            print(file)


if __name__ == "__main__":
    main()
