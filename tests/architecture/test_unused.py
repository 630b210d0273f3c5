"""Nothing lies about unused: each module is imported, and what it defines is named in some other place."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import desktop_app
from desktop_app.paths import resources_dir

PACKAGE = Path(desktop_app.__file__).parent
TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py"))}
FOUND_BY_OTHERS = {"__main__", "storage.migrations.env"}
"""What Python and Alembic look for themselves; Alembic finds its versions as well."""
Definition = ast.FunctionDef | ast.ClassDef


def name_of(file: Path) -> str:
    """A module as the package knows it."""
    return ".".join(file.relative_to(PACKAGE).with_suffix("").parts)


def imported(trees: dict[Path, ast.Module]) -> set[str]:
    """The modules that some module imports, whole or in part."""
    found: set[str] = set()
    for node in (node for tree in trees.values() for node in ast.walk(tree)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return {name.removeprefix("desktop_app.") for name in found if name.startswith("desktop_app.")}


def names(tree: ast.AST) -> Iterator[str]:
    """Everything that is called by its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            yield node.value  # an annotation in quotes


def unnamed(trees: dict[Path, ast.Module]) -> list[str]:
    """Functions and classes of a module that nothing names but themselves; a decorator may hand them on."""
    named = Counter(name for tree in trees.values() for name in names(tree))
    for tree in trees.values():
        for node in tree.body:
            if isinstance(node, Definition):
                named.subtract(Counter(name for name in names(node) if name == node.name))
    return [
        f"{file.name}: {node.name}"
        for file, tree in trees.items()
        for node in tree.body
        if isinstance(node, Definition) and not node.decorator_list and named[node.name] <= 0
    ]


def test_every_module_is_imported() -> None:
    """A module nothing imports does nothing."""
    used = imported(TREES)
    there = {name_of(file) for file in TREES if file.stem != "__init__" and "versions" not in file.parts}
    assert there - used - FOUND_BY_OTHERS == set()


def test_every_function_and_class_is_named() -> None:
    """Whatever a module defines at its top is of use to somebody, if only to the module itself."""
    assert unnamed(TREES) == []


def test_every_template_and_icon_is_named() -> None:
    """A page is shown or included somewhere, and a drawing is drawn; help pages go by the names of their topics."""
    folder = resources_dir()
    templates = list((folder / "templates").rglob("*.j2"))
    texts = [file.read_text(encoding="utf-8") for file in (*TREES, *templates, folder / "style.qss")]
    shared = [file.name for file in templates if not {"zh_CN", "en"} & set(file.parts)]
    drawn = [file.stem for file in (folder / "icons").rglob("*.svg")]
    assert len(shared) > 5
    assert len(drawn) > 40
    assert [name for name in shared if not any(name in text for text in texts)] == []
    assert [name for name in drawn if not any(f'"{name}"' in text or f"{name}.svg" in text for text in texts)] == []


def test_these_looks_can_see(tmp_path: Path) -> None:
    """A function that only calls itself, and a module nobody wants."""
    file = tmp_path / "alone.py"
    trees = {file: ast.parse("def alone():\n    return alone()\n\ndef asked():\n    pass\n\nasked()\n")}
    assert unnamed(trees) == ["alone.py: alone"]
    assert imported({file: ast.parse("from desktop_app.domain import money\n")}) == {"domain", "domain.money"}
