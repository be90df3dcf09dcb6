"""When are two answers the same construction? A normal form of code: what is left without names, comments, docstrings.

The code is a stranger's: it is parsed, never run, and what cannot be parsed stands for itself.
"""

from __future__ import annotations

import ast
import hashlib
from itertools import count

LONGEST = 20_000
"""Letters; longer code is compared letter by letter, so that no answer can make the parser work for long."""

_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def normal_form(code: str) -> str:
    """Return a digest that two answers share if they differ in names of local variables, comments and docstrings alone.

    Local are parameters of functions and whatever is bound inside of a function, a lambda or a comprehension; names of
    the notebook itself, such as that of the function that the task asks for, stay.
    """
    return hashlib.sha256(_normal(code).encode("utf-8", "replace")).hexdigest()


def _normal(code: str) -> str:
    if len(code) > LONGEST:
        return code.strip()
    try:
        return ast.dump(_Renaming().visit(_without_docstrings(ast.parse(code))))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return code.strip()


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if (
                isinstance(first, ast.Expr)
                and isinstance(first.value, ast.Constant)
                and isinstance(first.value.value, str)
            ):
                del node.body[0]
    return tree


class _Renaming(ast.NodeTransformer):
    """Gives local names numbers in the order in which they are met."""

    def __init__(self) -> None:
        self._scopes: list[dict[str, str | None]] = []
        self._numbers = count()

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self._name(node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.arg = self._name(node.arg)
        return self.generic_visit(node)

    def visit_alias(self, node: ast.alias) -> ast.alias:
        node.asname = node.asname and self._name(node.asname)
        return node

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        node.name = node.name and self._name(node.name)
        return self.generic_visit(node)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.Nonlocal:
        node.names = [self._name(name) for name in node.names]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.name = self._name(node.name)
        return self._inside(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        node.name = self._name(node.name)
        return self._inside(node)

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return self._inside(node)

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        return self._inside(node)

    def visit_SetComp(self, node: ast.SetComp) -> ast.AST:
        return self._inside(node)

    def visit_DictComp(self, node: ast.DictComp) -> ast.AST:
        return self._inside(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.AST:
        return self._inside(node)

    def _inside(self, node: _Function | _Comprehension) -> ast.AST:
        self._scopes.append(dict.fromkeys(_bound(node)))
        visited = self.generic_visit(node)
        self._scopes.pop()
        return visited

    def _name(self, name: str) -> str:
        for scope in reversed(self._scopes):
            if name in scope:
                known = scope[name]
                if known is None:
                    known = scope[name] = f"local {next(self._numbers)}"
                return known
        return name


def _bound(scope: _Function | _Comprehension) -> set[str]:
    """Return the names that a scope binds, without those that inner functions bind."""
    names: set[str] = set()
    elsewhere: set[str] = set()
    waiting: list[ast.AST] = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                names.add(name)
            case ast.arg(arg=name):
                names.add(name)
            case ast.alias(asname=str(name)):
                names.add(name)
            case ast.ExceptHandler(name=str(name)):
                names.add(name)
            case ast.Nonlocal(names=several):
                elsewhere.update(several)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
                continue
            case ast.Lambda() | ast.ClassDef():
                continue
        waiting.extend(ast.iter_child_nodes(node))
    return names - elsewhere
