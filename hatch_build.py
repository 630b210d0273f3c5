"""What a wheel needs beyond the source: the compiled rule pack, translations, and resources/.

A checkout reads `resources/` where it lies and compiles its rule pack with `yidi rules build`,
so an editable install asks for nothing here.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = "desktop_app/shipped"


class ShippedFiles(BuildHookInterface[Any]):
    """Compiles the facts and translations at build time, so that nobody's first start has to."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the rule pack, the translations, resources, samples and notices to a wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        self._made = tempfile.TemporaryDirectory(prefix="yidi-build-")
        made = Path(self._made.name)
        shipped: dict[str, str] = build_data["force_include"]
        shipped[str(_compile_rules(root, made))] = f"{SHIPPED}/rules.sqlite"
        for compiled in _compile_translations(root / "resources" / "translations", made):
            shipped[str(compiled)] = f"{SHIPPED}/resources/translations/{compiled.name}"
        shipped[str(root / "THIRD_PARTY_NOTICES.md")] = f"{SHIPPED}/THIRD_PARTY_NOTICES.md"
        for folder, below in ((root / "resources", root), (root / "data" / "examples", root / "data")):
            for file in sorted(folder.rglob("*")):
                if file.is_file() and file.suffix != ".qm":
                    shipped[str(file)] = f"{SHIPPED}/{file.relative_to(below).as_posix()}"

    def finalize(
        self,
        version: str,  # noqa: ARG002 -- hatchling calls it with all three
        build_data: dict[str, Any],  # noqa: ARG002 -- likewise
        artifact_path: str,  # noqa: ARG002 -- likewise
    ) -> None:
        """Removes what was compiled once the wheel holds it."""
        if hasattr(self, "_made"):
            self._made.cleanup()


def _compile_rules(root: Path, made: Path) -> Path:
    sys.path.insert(0, str(root))
    try:
        build = importlib.import_module("desktop_app.storage.compile_pack").build
    finally:
        sys.path.remove(str(root))
    pack = made / "rules.sqlite"
    build(root / "data", pack)
    return pack


def _compile_translations(sources: Path, made: Path) -> list[Path]:
    compiled = []
    for source in sorted(sources.glob("*.ts")):
        target = made / f"{source.stem}.qm"
        # the tool lies beside the Python that builds, which need not be on the PATH
        found = shutil.which(
            "pyside6-lrelease", path=f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
        )
        subprocess.run([found or "pyside6-lrelease", str(source), "-qm", str(target)], check=True)
        compiled.append(target)
    return compiled
