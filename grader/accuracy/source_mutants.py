"""Faults put into the text of an answer: one node of its syntax tree is changed at a time."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

from grader.authoring.source import python_tree

_SWAPPED: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitAnd,),
}
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_EXCHANGED = {
    "sin": "cos", "cos": "sin", "arcsin": "arccos", "arccos": "arcsin", "tan": "sin",
    "min": "max", "max": "min", "argmax": "argmin", "argmin": "argmax", "ceil": "floor",
    "floor": "ceil", "real": "imag", "imag": "real", "any": "all", "all": "any",
    "rx": "ry", "ry": "rx", "rz": "ry", "cx": "cz", "cz": "cx", "h": "x", "x": "z", "z": "x",
    "y": "x", "s": "sdg", "sdg": "s", "t": "tdg", "tdg": "t", "sx": "x", "p": "rx", "cry": "crx",
    "ch": "cx", "swap": "cx", "ccx": "ccz", "conj": "copy", "conjugate": "copy", "sum": "max",
    "mean": "sum", "exp": "cos", "sqrt": "abs", "angle": "abs", "inverse": "copy", "kron": "outer",
    "outer": "kron", "append": "extend", "T": "real", "vdot": "dot", "dot": "vdot",
}  # fmt: skip

_DROPPED = {"reversed", "sorted", "abs", "list"}
_TURNS = {"rx", "ry", "rz", "p", "cry", "crx", "crz", "cp", "r", "u"}

Site = Callable[[ast.AST], None]


def source_mutants(text: str) -> list[tuple[str, str]]:
    """Return what is changed and the whole changed text, for each fault that can be put into an answer.

    Texts that are the same after parsing appear once; the answer itself does not.
    """
    tree = python_tree(text)
    seen = {ast.dump(tree)}
    found: list[tuple[str, str]] = []
    for position, node in enumerate(ast.walk(tree)):
        for said, change in _changes(node):
            mutated = copy.deepcopy(tree)
            site = next(one for k, one in enumerate(ast.walk(mutated)) if k == position)
            change(site)
            shape = ast.dump(mutated)
            if shape not in seen:
                seen.add(shape)
                line = getattr(node, "lineno", 1)
                found.append(
                    (f"line {line}: {said}", ast.unparse(ast.fix_missing_locations(mutated)))
                )
    return found


def _changes(node: ast.AST) -> Iterator[tuple[str, Site]]:  # noqa: PLR0912 - one branch for each kind of node
    if isinstance(node, ast.BinOp):
        for operator in _SWAPPED.get(type(node.op), ()):
            yield f"{type(node.op).__name__} to {operator.__name__}", _setting("op", operator())
        if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult | ast.Pow | ast.Mod):
            yield "operands exchanged", _operands_exchanged
        yield "right operand dropped", _becoming("left")
    elif isinstance(node, ast.AugAssign):
        for operator in _SWAPPED.get(type(node.op), ()):
            yield f"{type(node.op).__name__} to {operator.__name__}", _setting("op", operator())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "sign dropped", _setting("op", ast.UAdd())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped", _becoming("operand")
    elif isinstance(node, ast.Compare):
        for comparison in _COMPARED.get(type(node.ops[0]), ()):
            yield (
                f"{type(node.ops[0]).__name__} to {comparison.__name__}",
                _setting_first("ops", comparison()),
            )
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "and, or exchanged", _setting("op", other)
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Call):
        yield from _calls(node)
    elif isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Load):
        yield from _names(node)
    elif isinstance(node, ast.IfExp):
        yield "branches exchanged", _branches_exchanged
    elif isinstance(node, ast.Tuple | ast.List) and len(node.elts) > 1:
        yield "first two entries exchanged", _first_exchanged("elts")
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        yield "index one more", _index_shifted
    yield from _statements(node)


def _constants(node: ast.Constant) -> Iterator[tuple[str, Site]]:
    value = node.value
    if isinstance(value, bool):
        yield "truth negated", _setting("value", not value)
    elif isinstance(value, int):
        yield f"{value} to {value + 1}", _setting("value", value + 1)
        yield f"{value} to {value - 1}", _setting("value", value - 1)
    elif isinstance(value, float):
        for new in (value * 2, value / 2, -value):
            yield f"{value} to {new}", _setting("value", new)
    elif isinstance(value, complex):
        yield f"{value} conjugated", _setting("value", value.conjugate())
        yield f"{value} without i", _setting("value", abs(value))
    elif isinstance(value, str) and 0 < len(value) <= 8:
        yield "text reversed", _setting("value", value[::-1])
        yield "text shortened", _setting("value", value[:-1])
        if set(value) <= {"0", "1"}:
            yield "bits flipped", _setting("value", value.translate({48: "1", 49: "0"}))


def _calls(node: ast.Call) -> Iterator[tuple[str, Site]]:
    if len(node.args) > 1:
        yield "arguments exchanged", _first_exchanged("args")
    if isinstance(node.func, ast.Name) and node.func.id == "range" and node.args:
        yield "range one shorter", _range_shifted(-1, ast.Sub())
        yield "range one longer", _range_shifted(-1, ast.Add())
        if len(node.args) > 1:
            yield "range begins one later", _range_shifted(0, ast.Add())
    if isinstance(node.func, ast.Name) and node.func.id in _DROPPED and node.args:
        yield f"{node.func.id} dropped", _becoming_argument
    if isinstance(node.func, ast.Attribute) and node.func.attr in _TURNS and node.args:
        yield "angle doubled", _angle(2.0)
        yield "angle halved", _angle(0.5)
        yield "angle negated", _angle(-1.0)
    for place, keyword in enumerate(node.keywords):
        yield f"keyword {keyword.arg} dropped", _dropping("keywords", place)


def _names(node: ast.Attribute | ast.Name) -> Iterator[tuple[str, Site]]:
    field = "attr" if isinstance(node, ast.Attribute) else "id"
    name = getattr(node, field)
    if field == "id" and len(name) == 1:
        return  # a variable, not a function
    if name in _EXCHANGED:
        yield f"{name} to {_EXCHANGED[name]}", _setting(field, _EXCHANGED[name])


def _statements(node: ast.AST) -> Iterator[tuple[str, Site]]:
    if isinstance(node, ast.If | ast.While):
        yield "condition negated", _condition_negated
    for field in ("body", "orelse"):
        block = getattr(node, field, None)
        if not isinstance(block, list) or isinstance(node, ast.Module):
            continue
        for place, statement in enumerate(block):
            plain = isinstance(statement, ast.Expr | ast.AugAssign | ast.If | ast.For | ast.Return)
            text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
            if plain and not text:
                yield f"statement {ast.unparse(statement)[:40]!r} dropped", _dropping(field, place)
            if place + 1 < len(block) and plain and not text:
                yield "statements exchanged", _order_exchanged(field, place)


def _setting(field: str, value: object) -> Site:
    return lambda node: setattr(node, field, value)


def _setting_first(field: str, value: object) -> Site:
    def change(node: ast.AST) -> None:
        getattr(node, field)[0] = value

    return change


def _becoming(field: str) -> Site:
    """Return a change of an expression into a part of it."""

    def change(node: ast.AST) -> None:
        part = getattr(node, field)
        node.__class__ = part.__class__
        node.__dict__.clear()
        node.__dict__.update(part.__dict__)

    return change


def _becoming_argument(node: ast.AST) -> None:
    assert isinstance(node, ast.Call)
    part = node.args[0]
    node.__class__ = part.__class__  # type: ignore[assignment]
    node.__dict__.clear()
    node.__dict__.update(part.__dict__)


def _operands_exchanged(node: ast.AST) -> None:
    assert isinstance(node, ast.BinOp)
    node.left, node.right = node.right, node.left


def _branches_exchanged(node: ast.AST) -> None:
    assert isinstance(node, ast.IfExp)
    node.body, node.orelse = node.orelse, node.body


def _first_exchanged(field: str) -> Site:
    def change(node: ast.AST) -> None:
        parts = getattr(node, field)
        parts[0], parts[1] = parts[1], parts[0]

    return change


def _index_shifted(node: ast.AST) -> None:
    assert isinstance(node, ast.Subscript)
    if not isinstance(node.slice, ast.Slice | ast.Tuple):
        node.slice = ast.BinOp(node.slice, ast.Add(), ast.Constant(1))


def _range_shifted(place: int, operator: ast.operator) -> Site:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Call)
        at = min(1, len(node.args) - 1) if place else 0
        node.args[at] = ast.BinOp(node.args[at], operator, ast.Constant(1))

    return change


def _angle(factor: float) -> Site:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Call)
        node.args[0] = ast.BinOp(ast.Constant(factor), ast.Mult(), node.args[0])

    return change


def _condition_negated(node: ast.AST) -> None:
    assert isinstance(node, ast.If | ast.While)
    node.test = ast.UnaryOp(ast.Not(), node.test)


def _dropping(field: str, place: int) -> Site:
    def change(node: ast.AST) -> None:
        block = getattr(node, field)
        del block[place]
        if field == "body" and not block:
            block.append(ast.Pass())

    return change


def _order_exchanged(field: str, place: int) -> Site:
    def change(node: ast.AST) -> None:
        block = getattr(node, field)
        block[place], block[place + 1] = block[place + 1], block[place]

    return change
