"""Other ways to write the same program: changes of the syntax tree that keep its meaning."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

from grader.authoring.source import python_tree


def source_rewrites(text: str) -> list[tuple[str, str]]:
    """Return what is changed and the whole changed text, for each rewrite that applies."""
    tree = python_tree(text)
    found: list[tuple[str, str]] = []
    for said, rewrite in _REWRITES.items():
        made = copy.deepcopy(tree)
        rewrite(made)
        if ast.dump(made) != ast.dump(tree):
            found.append((said, ast.unparse(ast.fix_missing_locations(made))))
    return found


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


class _Renaming(ast.NodeTransformer):
    """Renames variables."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self.names.get(node.id, node.id)
        return node


def _locals_renamed(tree: ast.Module) -> None:
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        inner = list(ast.walk(node))
        shared = {
            name
            for one in inner
            if isinstance(one, ast.Global | ast.Nonlocal)
            for name in one.names
        }
        fixed = {one.arg for one in inner if isinstance(one, ast.arg)}
        fixed |= {one.name for one in inner if isinstance(one, ast.FunctionDef | ast.ClassDef)}
        fixed |= {
            alias.asname or alias.name.split(".")[0]
            for one in inner
            if isinstance(one, ast.Import | ast.ImportFrom)
            for alias in one.names
        }
        stored = {
            one.id for one in inner if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
        }
        names = {name: f"my_{name}" for name in stored - fixed - shared}
        _Renaming(names).visit(node)


class _Operands(ast.NodeTransformer):
    """Exchanges operands where one of them is a plain number, and turns comparisons round."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.BinOp:
        self.generic_visit(node)
        if isinstance(node.op, ast.Mult | ast.Add) and any(
            isinstance(side, ast.Constant) and isinstance(side.value, int | float | complex)
            for side in (node.left, node.right)
        ):
            node.left, node.right = node.right, node.left
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:
        self.generic_visit(node)
        turned = {
            ast.Lt: ast.Gt,
            ast.Gt: ast.Lt,
            ast.LtE: ast.GtE,
            ast.GtE: ast.LtE,
            ast.Eq: ast.Eq,
        }
        if len(node.ops) == 1 and type(node.ops[0]) in turned:
            node.left, node.comparators = node.comparators[0], [node.left]
            node.ops = [turned[type(node.ops[0])]()]
        return node


class _Returns(ast.NodeTransformer):
    """Gives a name to what is returned."""

    def visit_Return(self, node: ast.Return) -> list[ast.stmt]:
        if node.value is None:
            return [node]
        named = ast.Assign([ast.Name("my_answer", ast.Store())], node.value)
        return [named, ast.Return(ast.Name("my_answer", ast.Load()))]


class _Conditions(ast.NodeTransformer):
    """Turns conditions round."""

    def visit_If(self, node: ast.If) -> ast.If:
        self.generic_visit(node)
        turned = ast.UnaryOp(ast.Not(), node.test)
        return ast.If(turned, node.orelse or [ast.Pass()], node.body)

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        self.generic_visit(node)
        return ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.orelse, node.body)


class _Comprehensions(ast.NodeTransformer):
    """Writes a comprehension as list(generator)."""

    def visit_ListComp(self, node: ast.ListComp) -> ast.Call:
        self.generic_visit(node)
        generator = ast.GeneratorExp(node.elt, node.generators)
        return ast.Call(ast.Name("list", ast.Load()), [generator], [])


class _Loops(ast.NodeTransformer):
    """Writes `for k in range(...)` as a loop over a list made beforehand."""

    def visit_For(self, node: ast.For) -> ast.For:
        self.generic_visit(node)
        called = node.iter.func if isinstance(node.iter, ast.Call) else None
        if isinstance(called, ast.Name) and called.id == "range":
            node.iter = ast.Call(ast.Name("list", ast.Load()), [node.iter], [])
        return node


class _Constants(ast.NodeTransformer):
    """Writes small integers as sums, except in patterns, indices and annotations."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if type(node.value) is int and 1 < node.value < 100:
            return ast.BinOp(ast.Constant(node.value - 1), ast.Add(), ast.Constant(1))
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.JoinedStr:
        return node


def _wrapped(tree: ast.Module) -> None:
    """Let each function of the cell pass everything on to an inner one of another name."""
    for node in [one for one in tree.body if isinstance(one, ast.FunctionDef)]:
        if node.decorator_list:
            continue
        inner = copy.deepcopy(node)
        inner.name = f"_my_{node.name}"
        every = [*node.args.posonlyargs, *node.args.args]
        if node.args.vararg or node.args.kwarg or node.args.kwonlyargs:
            continue
        passed = [ast.Name(one.arg, ast.Load()) for one in every]
        call = ast.Call(ast.Name(inner.name, ast.Load()), list(passed), [])
        node.body = [ast.Return(call)]
        tree.body.insert(tree.body.index(node), inner)


def _as_lambda(tree: ast.Module) -> None:
    """Hand each function on under its name by an assignment."""
    for node in [one for one in tree.body if isinstance(one, ast.FunctionDef)]:
        name = node.name
        tree.body.insert(
            tree.body.index(node) + 1,
            ast.Assign(
                [ast.Name(name, ast.Store())],
                ast.Call(
                    ast.Attribute(
                        ast.Call(
                            ast.Name("__import__", ast.Load()), [ast.Constant("functools")], []
                        ),
                        "partial",
                        ast.Load(),
                    ),
                    [ast.Name(name, ast.Load())],
                    [],
                ),
            ),
        )


def _documented(tree: ast.Module) -> None:
    for node in _functions(tree):
        node.body.insert(0, ast.Expr(ast.Constant("Do what is asked.")))


def _chatty(tree: ast.Module) -> None:
    for node in _functions(tree):
        said = ast.Call(ast.Name("print", ast.Load()), [ast.Constant("working on it")], [])
        node.body.insert(0, ast.Expr(said))


def _by(transformer: type[ast.NodeTransformer]) -> Callable[[ast.Module], object]:
    return lambda tree: transformer().visit(tree)


_REWRITES: dict[str, Callable[[ast.Module], object]] = {
    "locals renamed": _locals_renamed,
    "operands exchanged": _by(_Operands),
    "results named": _by(_Returns),
    "conditions turned round": _by(_Conditions),
    "comprehensions as generators": _by(_Comprehensions),
    "loops over lists": _by(_Loops),
    "constants as sums": _by(_Constants),
    "inside another function": _wrapped,
    "a partial function": _as_lambda,
    "a docstring": _documented,
    "prints": _chatty,
}
