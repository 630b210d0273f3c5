"""The changes: one figure, comparison, boundary, operator, rounding, condition, returned value or entry at a time."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

Step = tuple[str, int | None]
"""From a node to one below it: the field, and the place in it where it is a list."""

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
BOUNDARY: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OPERATOR: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DISPLAYS = (ast.Tuple, ast.List, ast.Set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is put in place of what, and where."""

    where: str  # the outermost function, or the class, as Python names it; empty for the module itself
    before: str
    after: str
    number: int  # the how-manieth of its kind in that place
    path: tuple[Step, ...]
    instead: ast.AST
    lines: range  # of the statement around it
    around: range  # of the outermost function around it; empty for what happens at import
    when_called: bool  # False for what happens once, when the module is imported

    @property
    def name(self) -> str:
        """The change in words that survive edits elsewhere in the file."""
        again = f" (#{self.number})" if self.number > 1 else ""
        return f"{self.where or 'module'}: {self.before} → {self.after}{again}"


@dataclass(frozen=True, slots=True)
class Trial:
    """One change of one module."""

    module: str  # desktop_app.domain.money
    file: str  # desktop_app/domain/money.py
    change: Change

    @property
    def name(self) -> str:
        """What it is called in results and in survivors.toml."""
        return f"{self.file.partition('/')[2]} · {self.change.name}"


def enumerations(sources: Iterator[str]) -> dict[str, list[str]]:
    """The members of every enumeration, by its name."""
    return {
        node.name: [
            target.id
            for line in node.body
            if isinstance(line, ast.Assign)
            for target in line.targets
            if isinstance(target, ast.Name)
        ]
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Enum") for base in node.bases)
    }


def changes(source: str, members: dict[str, list[str]]) -> list[Change]:
    """Every change of a module, in the order of its lines."""
    return list(_Finder(members).found(ast.parse(source)))


def changed(source: str, change: Change) -> ast.Module:
    """The module with the change made."""
    tree = ast.parse(source)
    node: ast.AST = tree
    for field, place in change.path[:-1]:
        child = getattr(node, field)
        node = child if place is None else child[place]
    field, place = change.path[-1]
    if place is None:
        setattr(node, field, deepcopy(change.instead))
    else:
        getattr(node, field)[place] = deepcopy(change.instead)
    return ast.fix_missing_locations(tree)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk has come to."""

    path: tuple[Step, ...] = ()
    where: str = ""
    lines: range = range(0)
    around: range = range(0)
    when_called: bool = False
    parent: ast.AST | None = None


class _Finder:
    """Walks through a module; leaves out annotations, decorators, docstrings, messages of errors and `strict=`."""

    def __init__(self, members: dict[str, list[str]]) -> None:
        self._members = members
        self._seen: dict[tuple[str, str, str], count[int]] = {}

    def found(self, tree: ast.Module) -> Iterator[Change]:
        """The changes of the whole module."""
        yield from self._below(tree, _Place())

    def _below(self, node: ast.AST, place: _Place) -> Iterator[Change]:
        for field, value in ast.iter_fields(node):
            if self._left_out(node, field):
                continue
            children = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
            for number, child in children:
                if isinstance(child, ast.AST):
                    yield from self._at(child, self._step(node, (field, number), child, place))

    def _at(self, node: ast.AST, place: _Place) -> Iterator[Change]:
        if isinstance(node, ast.expr):
            yield from (self._change(node, instead, place) for instead in self._instead(node, place))
        if isinstance(node, ast.AugAssign) and type(node.op) in OPERATOR:
            yield self._change(node, ast.AugAssign(node.target, OPERATOR[type(node.op)](), node.value), place)
        yield from self._below(node, place)

    def _change(self, node: ast.AST, instead: ast.AST, place: _Place) -> Change:
        before, after = (" ".join(ast.unparse(each).split()) for each in (node, instead))
        number = next(self._seen.setdefault((place.where, before, after), count(1)))
        return Change(
            where=place.where,
            before=before,
            after=after,
            number=number,
            path=place.path,
            instead=instead,
            lines=place.lines,
            around=place.around,
            when_called=place.when_called,
        )

    def _step(self, node: ast.AST, step: Step, child: ast.AST, place: _Place) -> _Place:
        where, lines, around, when_called = place.where, place.lines, place.around, place.when_called
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and step[0] == "body":
            when_called = when_called or isinstance(node, FUNCTIONS)
        if isinstance(child, (*FUNCTIONS, ast.ClassDef)) and not when_called:
            where = f"{where}.{child.name}" if where else child.name
            around = range(child.lineno, (child.end_lineno or child.lineno) + 1)
        if isinstance(child, ast.stmt):
            lines = range(child.lineno, _last_line(child) + 1)
        return _Place((*place.path, step), where, lines, around, when_called, node)

    @staticmethod
    def _left_out(node: ast.AST, field: str) -> bool:
        """What says something to readers and tools, not to the reckoning."""
        if field in {"annotation", "returns", "decorator_list", "bases", "keywords"} and not isinstance(node, ast.Call):
            return True
        if isinstance(node, ast.Raise) or (isinstance(node, ast.keyword) and node.arg == "strict"):
            return True
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            return True
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return True
        named = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id
        alias = bool(named) and str(named).lstrip("_")[:1].isupper() and not str(named).isupper()
        return (alias and not isinstance(getattr(node, "value", None), DISPLAYS)) or named == "__all__"

    def _instead(self, node: ast.expr, place: _Place) -> Iterator[ast.expr]:
        """Everything that could stand in an expression's place."""
        yield from _other_operation(node)
        if isinstance(node, ast.Constant):
            yield from _other_constant(node, place.parent)
        elif isinstance(node, ast.Compare):
            yield from _other_comparison(node)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield from self._other_member(node, node.value.id, place.parent)
        elif isinstance(node, DISPLAYS) and not place.when_called and _outermost(place.parent) and len(node.elts) > 1:
            yield from (_without(node, number) for number in range(len(node.elts)))
        if _is_condition(place) and not isinstance(node, (ast.Compare, ast.BoolOp, ast.UnaryOp)):
            yield ast.UnaryOp(ast.Not(), node)

    def _other_member(self, node: ast.Attribute, name: str, parent: ast.AST | None) -> Iterator[ast.expr]:
        """The next member of an enumeration; of two, a comparison already tries the other one."""
        members = self._members.get(name, [])
        if node.attr in members and not (isinstance(parent, ast.Compare) and len(members) == 2):
            other = members[(members.index(node.attr) + 1) % len(members)]
            yield ast.Attribute(node.value, other, ast.Load())


def _other_operation(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATOR:
        yield ast.BinOp(node.left, OPERATOR[type(node.op)](), node.right)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLED:
        yield ast.Call(ast.Name(CALLED[node.func.id], ast.Load()), node.args, node.keywords)


def _other_constant(node: ast.Constant, parent: ast.AST | None) -> Iterator[ast.expr]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
    elif isinstance(node.value, str) and isinstance(parent, ast.Return):
        yield ast.Constant(node.value + "?")


def _other_comparison(node: ast.Compare) -> Iterator[ast.expr]:
    for number, op in enumerate(node.ops):
        for table in (OPPOSITE, BOUNDARY):
            if type(op) in table:
                ops = [*node.ops[:number], table[type(op)](), *node.ops[number + 1 :]]
                yield ast.Compare(node.left, ops, node.comparators)


def _without(node: ast.expr, number: int) -> ast.expr:
    """A table with one entry left out."""
    short = deepcopy(node)
    assert isinstance(short, DISPLAYS)
    del short.elts[number]
    return short


def _outermost(parent: ast.AST | None) -> bool:
    """Whether a display is a table of its own: assigned, or handed to `frozenset`."""
    built = isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id == "frozenset"
    named = isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name)
    return built or named or isinstance(parent, ast.AnnAssign)


def _is_condition(place: _Place) -> bool:
    field = place.path[-1][0]
    if isinstance(place.parent, ast.comprehension):
        return field == "ifs"
    return isinstance(place.parent, (ast.If, ast.IfExp, ast.While)) and field == "test"


def _last_line(statement: ast.stmt) -> int:
    """Where a statement ends; of one with statements in it, where its head ends."""
    head = getattr(statement, "test", None) or getattr(statement, "iter", None)
    if head is not None and hasattr(statement, "body"):
        return head.end_lineno or statement.lineno
    return statement.end_lineno or statement.lineno
