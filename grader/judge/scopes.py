"""Which names the code of one cell needs from elsewhere, and which it defines: found without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field

from IPython.core.inputtransformer2 import TransformerManager

_RUNS_CODE = (["time"], ["capture"], ["prun"])
"""Magics that run the code behind them in the notebook's own names."""


@dataclass(frozen=True)
class CellNames:
    """Names of one cell, as the notebook's namespace sees them.

    Attributes:
        now: loaded (or deleted) while the cell runs, and not bound before in it.
        later: loaded in bodies of functions, at any time after, and bound nowhere in the cell.
        bound: bound or deleted by the cell at top level, imports included.
        imported: those of `bound` that only import statements bind.
        changed: names of which the cell sets an item or an attribute, or calls a method as a statement.
        imports: its import statements, wherever they stand: one name each.
    """

    now: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    imported: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    imports: tuple[str, ...] = ()

    @property
    def used(self) -> frozenset[str]:
        """All names that the cell takes from elsewhere."""
        return self.now | self.later


def cell_tree(text: str) -> ast.Module | None:
    """Return the syntax tree of a cell, IPython's own syntax included; None if it does not parse."""
    manager = TransformerManager()  # type: ignore[no-untyped-call]
    try:
        return ast.parse(manager.transform_cell(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def cell_names(text: str) -> CellNames:
    """Return the names of a cell; none if it does not parse, or is nested without end."""
    tree = cell_tree(text)
    if tree is None:
        return CellNames()
    reader = _Reader()
    try:
        reader.visit_all(tree.body)
    except RecursionError:  # the parser goes deeper than Python's own stack
        return CellNames()
    return CellNames(
        now=frozenset(reader.now),
        later=frozenset(reader.later - reader.bound),
        bound=frozenset(reader.bound),
        imported=frozenset(reader.imported - reader.defined),
        changed=frozenset(reader.changed),
        imports=tuple(dict.fromkeys(reader.imports)),
    )


@dataclass
class _Scope:
    """A scope inside the cell: `function`, `class` or `comprehension`, and the names that are its own."""

    kind: str
    names: set[str] = field(default_factory=set)
    outer: set[str] = field(default_factory=set)
    """Names declared global."""


class _Reader(ast.NodeVisitor):
    """Walks a cell in the order in which it runs; the bodies of functions run later."""

    def __init__(self, *, into_functions: bool = True) -> None:
        self._into_functions = into_functions
        self.now: set[str] = set()
        self.later: set[str] = set()
        self.bound: set[str] = set()
        self.defined: set[str] = set()
        self.imported: set[str] = set()
        self.changed: set[str] = set()
        self.imports: list[str] = []
        self._scopes: list[_Scope] = []

    def visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        """Visit these nodes in order."""
        for node in nodes:
            if node is not None:
                self.visit(node)

    # Names

    def visit_Name(self, node: ast.Name) -> None:
        """Load, bind or delete a name."""
        if not isinstance(node.ctx, ast.Store):
            self._load(node.id)
        if not isinstance(node.ctx, ast.Load):
            self._bind(node.id)

    def _load(self, name: str) -> None:
        own = True
        for scope in reversed(self._scopes):
            if name in scope.outer:
                break
            if name in scope.names and (own or scope.kind != "class"):
                return
            own = False
        if any(scope.kind == "function" for scope in self._scopes):
            self.later.add(name)
        elif name not in self.bound:
            self.now.add(name)

    def _bind(self, name: str, *, by_import: bool = False) -> None:
        for scope in reversed(self._scopes):
            if name in scope.outer:
                break
            if scope.kind != "comprehension":
                scope.names.add(name)
                return
        self.bound.add(name)
        (self.imported if by_import else self.defined).add(name)

    # Statements whose parts do not run in the order of their fields

    def visit_Assign(self, node: ast.Assign) -> None:
        """The value comes first."""
        self.visit_all([node.value, *node.targets])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """An annotation without a value binds nothing."""
        self.visit_all([node.value, node.annotation])
        if node.value is not None or not isinstance(node.target, ast.Name):
            self.visit(node.target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """The target is read, too."""
        if isinstance(node.target, ast.Name):
            self._load(node.target.id)
        self.visit_all([node.value, node.target])

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        """The iterable comes before the target."""
        self.visit_all([node.iter, node.target, *node.body, *node.orelse])

    visit_AsyncFor = visit_For  # noqa: N815

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        """Bind the exception's name."""
        self.visit_all([node.type])
        if node.name:
            self._bind(node.name)
        self.visit_all(node.body)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        """Bind a pattern's name."""
        self.visit_all([node.pattern])
        if node.name:
            self._bind(node.name)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        """Bind the rest of a sequence."""
        if node.name:
            self._bind(node.name)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        """Bind the rest of a mapping."""
        self.generic_visit(node)
        if node.rest:
            self._bind(node.rest)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """An item that is set changes what holds it."""
        self._note_change(node)
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """An attribute that is set changes its owner."""
        self._note_change(node)
        self.generic_visit(node)

    def _note_change(self, node: ast.Subscript | ast.Attribute) -> None:
        if not isinstance(node.ctx, ast.Load):
            self._change(node)

    def _change(self, node: ast.expr) -> None:
        while isinstance(node, ast.Subscript | ast.Attribute | ast.Call):
            node = node.func if isinstance(node, ast.Call) else node.value
        if isinstance(node, ast.Name):
            self.changed.add(node.id)

    def visit_Expr(self, node: ast.Expr) -> None:
        """A method that is called for its own sake may change its owner, as in `circuit.h(0)`."""
        call = node.value.value if isinstance(node.value, ast.Await) else node.value
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            self._change(call.func)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Look into the code that a magic such as `%%time` runs."""
        self.generic_visit(node)
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        texts = [str(one.value) for one in node.args if isinstance(one, ast.Constant)]
        if called not in {"run_cell_magic", "run_line_magic"} or texts[:1] not in _RUNS_CODE:
            return
        if texts[0] == "capture":
            # its line names the variable that holds the output, and options
            names = [word for word in texts.pop(1).split() if word.isidentifier()]
            for name in names:
                self._bind(name)
        for text in texts[1:]:
            tree = cell_tree(text)
            self.visit_all(tree.body if tree else [])

    # Imports

    def visit_Import(self, node: ast.Import) -> None:
        """Note each module, and bind its first name or its alias."""
        for alias in node.names:
            self._bind(alias.asname or alias.name.partition(".")[0], by_import=True)
            self.imports.append(f"import {_spelled(alias)}")

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Note each name; a module of the notebook's own package cannot be found elsewhere."""
        for alias in node.names:
            if alias.name != "*":
                self._bind(alias.asname or alias.name, by_import=True)
            if not node.level and node.module != "__future__":
                self.imports.append(f"from {node.module} import {_spelled(alias)}")

    # Scopes

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Decorators, defaults and annotations run now, the body later."""
        self.visit_all([*node.decorator_list, *_signature(node.args), node.returns])
        self._bind(node.name)
        self._function(node.args, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Defaults are evaluated now, the body later."""
        self.visit_all(_signature(node.args))
        self._function(node.args, [node.body])

    def _function(self, arguments: ast.arguments, body: list[ast.stmt] | list[ast.expr]) -> None:
        if not self._into_functions:
            return
        own = {one.arg for one in _parameters(arguments)}
        scope = _Scope("function", own, _declared_global(body))
        # what a body binds anywhere is its own everywhere: found by a first walk, of which nothing else is kept
        first = _Reader(into_functions=False)
        first._scopes = [scope]
        first.visit_all(body)
        self._scopes.append(scope)
        self.visit_all(body)
        self._scopes.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """A class body runs now; its names are not seen by its methods."""
        self.visit_all([*node.decorator_list, *node.bases, *node.keywords])
        self._scopes.append(_Scope("class", set(), _declared_global(node.body)))
        self.visit_all(node.body)
        self._scopes.pop()
        self._bind(node.name)

    def visit_ListComp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> None:
        """Targets are the comprehension's own."""
        self._comprehension(node.generators, [node.elt])

    visit_SetComp = visit_ListComp  # noqa: N815
    visit_GeneratorExp = visit_ListComp  # noqa: N815

    def visit_DictComp(self, node: ast.DictComp) -> None:
        """Targets are the comprehension's own."""
        self._comprehension(node.generators, [node.key, node.value])

    def _comprehension(self, generators: list[ast.comprehension], made: list[ast.expr]) -> None:
        self.visit(generators[0].iter)
        targets = {
            name.id
            for one in generators
            for name in ast.walk(one.target)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        }
        self._scopes.append(_Scope("comprehension", targets))
        for number, one in enumerate(generators):
            # targets may hold items and attributes, whose owners are read
            reads = [part for part in ast.walk(one.target) if isinstance(part, ast.Name)]
            self.visit_all(part for part in reads if isinstance(part.ctx, ast.Load))
            self.visit_all([one.iter if number else None, *one.ifs])
        self.visit_all(made)
        self._scopes.pop()


def _signature(arguments: ast.arguments) -> list[ast.expr | None]:
    """Return what of a signature is evaluated where the function is defined."""
    annotations = (one.annotation for one in _parameters(arguments))
    return [*arguments.defaults, *arguments.kw_defaults, *annotations]


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    rest = [one for one in (arguments.vararg, arguments.kwarg) if one is not None]
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *rest]


def _declared_global(body: Iterable[ast.AST]) -> set[str]:
    """Return the names that a body declares global, those of scopes inside it left out."""
    names: set[str] = set()
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Global):
            names |= set(node.names)
        elif not isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
        ):
            waiting += ast.iter_child_nodes(node)
    return names


def _spelled(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name
