"""Puts a change into the running program: into the functions it already has, or into a module not yet imported."""

import ast
import gc
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from tests.mutation.changes import Change, changed

Functions = dict[tuple[str, str], list[FunctionType]]


def living_functions(package: str) -> Functions:
    """Every function of a package that has been made, by module and name."""
    found: Functions = {}
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and (thing.__module__ or "").startswith(package):
            found.setdefault((thing.__module__, thing.__code__.co_qualname), []).append(thing)
    return found


def replant(module: str, source: str, change: Change, functions: Functions) -> bool:
    """Gives the functions changed their new code; False where that cannot be done without a new import."""
    name = change.where
    living = [part for part in functions.get((module, name), []) if part.__code__.co_filename.endswith(".py")]
    code = compile(changed(source, change), living[0].__code__.co_filename if living else "?", "exec")
    found = [part for part in _codes(code) if part.co_qualname == name]
    if not living or len(found) != 1:
        return False
    for function in living:
        if function.__code__.co_freevars != found[0].co_freevars:
            return False
        function.__code__ = found[0]
    return True


def _codes(code: CodeType) -> list[CodeType]:
    """The code objects inside, all the way down."""
    below = [part for part in code.co_consts if isinstance(part, CodeType)]
    return below + [deeper for part in below for deeper in _codes(part)]


class _Loader(SourceFileLoader):
    """Runs a module from a tree instead of from its text."""

    tree: ast.Module

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 -- the loader's protocol
        return compile(self.tree, self.path, "exec")


class Planter(MetaPathFinder):
    """Imports one module changed; everything else as ever."""

    def __init__(self, module: str, path: Path, tree: ast.Module) -> None:
        self._module = module
        self._loader = _Loader(module, str(path))
        self._loader.tree = tree
        self._path = path

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 -- the finder's protocol
        target: ModuleType | None = None,  # noqa: ARG002 -- the finder's protocol
    ) -> ModuleSpec | None:
        """The changed module's own loader."""
        if fullname != self._module:
            return None
        return spec_from_file_location(fullname, self._path, loader=self._loader)


def plant(module: str, path: Path, change: Change) -> None:
    """From now on `module` is imported with the change in it."""
    tree = changed(path.read_text(encoding="utf-8"), change)
    sys.meta_path.insert(0, Planter(module, path, tree))
