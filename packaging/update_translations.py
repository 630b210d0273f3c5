"""Collects what the windows say into the translation, then compiles it.

    python packaging/update_translations.py

New English sentences arrive in `resources/translations/*.ts` as unfinished; write the translation there by hand or
with `pyside6-linguist`, then run this again. `--check` only says whether a sentence is missing or unfinished.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent


def main() -> int:
    """Updates every translation, or checks it; 1 where something is left to translate."""
    checking = "--check" in sys.argv[1:]
    left = [gap for file in sorted(TRANSLATIONS.glob("*.ts")) for gap in (check(file) if checking else update(file))]
    print(*left, sep="\n")
    return 1 if left else 0


def update(file: Path) -> list[str]:
    """Takes new sentences into a translation and compiles it; returns what is unfinished."""
    _collect(file)
    compile_translation(file)
    return unfinished(file)


def check(file: Path) -> list[str]:
    """What is unfinished or missing in a translation as it stands, changing nothing."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / file.name
        copy.write_bytes(file.read_bytes())
        _collect(copy)
        return unfinished(copy)


def compile_translation(file: Path) -> None:
    """Makes the .qm that the program loads, beside its source."""
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(file), "-qm", str(file.with_suffix(".qm"))]
    subprocess.run(command, check=True)


def unfinished(file: Path) -> list[str]:
    """Every sentence without a translation, with the class that says it."""
    root = ElementTree.parse(file).getroot()
    return [
        f"{file.name}: {context.findtext('name')}: {sentence.findtext('source')}"
        for context in root.iter("context")
        for sentence in context.iter("message")
        if not _is_translated(sentence)
    ]


def _is_translated(sentence: ElementTree.Element) -> bool:
    translation = sentence.find("translation")
    return translation is not None and translation.get("type") is None and bool((translation.text or "").strip())


def _collect(file: Path) -> None:
    sources = sorted(str(source) for source in (ROOT / "desktop_app" / "ui").rglob("*.py"))
    options = ["-silent", "-locations", "none", "-no-obsolete", "-no-ui-lines"]
    command = [str(TOOLS / "pyside6-lupdate"), *options, *sources, "-ts", str(file)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
