"""Qiskit's classical expressions and variables as trees: what control flow in a circuit decides by."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from qiskit.circuit import Clbit, Duration
from qiskit.circuit.classical import expr, types

from grader.execution.wire_errors import WireError
from grader.execution.wire_tree import (
    MOST_BITS,
    Packer,
    Tag,
    Tree,
    Unpacker,
    exactly,
    fields,
    natural,
    reads,
    writes,
)

KINDS = (expr.Var, expr.Stretch, expr.Value, expr.Cast, expr.Unary, expr.Binary, expr.Index)
TYPES = (types.Bool, types.Float, types.Duration)
UNITS = ("dt", "ps", "ns", "us", "ms", "s")


@writes(types.Bool, types.Float, types.Duration, types.Uint)
def _type(packer: Packer, value: types.Type) -> Tree:
    if isinstance(value, types.Uint):
        return [int(Tag.CLASSICAL), "type", value.width]
    return [int(Tag.CLASSICAL), "type", -1 - TYPES.index(type(value))]


@writes(Duration)
def _duration(packer: Packer, value: Duration) -> Tree:
    return [int(Tag.CLASSICAL), "duration", value.unit(), packer.value(value.value())]


@writes(*KINDS)
def _expression(packer: Packer, value: expr.Expr) -> Tree:
    packer.enter(1)
    node = [int(Tag.CLASSICAL), KINDS.index(type(value)), *map(packer.value, _parts(value))]
    packer.leave()
    return node


def _parts(value: expr.Expr) -> list[Any]:  # noqa: PLR0911 - one for each kind
    if isinstance(value, expr.Var):
        own = value.standalone
        return [value.var.bytes if own else value.var, value.type, value.name if own else None]
    if isinstance(value, expr.Stretch):
        return [value.var.bytes, value.name]
    if isinstance(value, expr.Value):
        return [value.value, value.type]
    if isinstance(value, expr.Cast):
        return [value.operand, value.type, value.implicit]
    if isinstance(value, expr.Unary):
        return [value.op.value, value.operand, value.type]
    if isinstance(value, expr.Binary):
        return [value.op.value, value.left, value.right, value.type]
    return [value.target, value.index, value.type]


@reads(Tag.CLASSICAL)
def _read(unpacker: Unpacker, node: list[Any]) -> object:
    kind = node[1]
    if kind == "type":
        (width,) = fields(node, 2)[1:]
        return (
            TYPES[-1 - width]()
            if exactly(width, int) < 0
            else types.Uint(natural(width, MOST_BITS))
        )
    if kind == "duration":
        unit, value = fields(node, 3)[1:]
        if unit not in UNITS:
            raise WireError(f"a duration in {unit!r:.20}")
        return getattr(Duration, unit)(unpacker.value(value))
    return _read_expression(
        KINDS[natural(kind, len(KINDS) - 1)], [unpacker.value(part) for part in node[2:]]
    )


def _read_expression(kind: Any, parts: list[Any]) -> expr.Expr:  # noqa: PLR0911 - one for each kind
    if kind is expr.Var:
        var, type_, name = parts
        _all(types.Type, type_)
        if type(var) is bytes:
            return expr.Var(UUID(bytes=var), type_, name=exactly(name, str))
        if not isinstance(var, Clbit):
            _all(expr.Var, expr.lift(var))
        return expr.Var(var, type_)
    if kind is expr.Stretch:
        return expr.Stretch(UUID(bytes=exactly(parts[0], bytes)), exactly(parts[1], str))
    if kind is expr.Value:
        value, type_ = parts
        if type(value) not in (bool, int, float) and not isinstance(value, Duration):
            raise WireError(f"a {type(value).__name__} as a classical value")
        return expr.Value(value, _all(types.Type, type_))
    if kind is expr.Cast:
        operand, type_, implicit = parts
        return expr.Cast(_all(expr.Expr, operand), _all(types.Type, type_), exactly(implicit, bool))
    if kind is expr.Unary:
        code, operand, type_ = parts
        return expr.Unary(expr.Unary.Op(code), _all(expr.Expr, operand), _all(types.Type, type_))
    if kind is expr.Binary:
        code, left, right, type_ = parts
        _all(expr.Expr, left, right)
        return expr.Binary(expr.Binary.Op(code), left, right, _all(types.Type, type_))
    target, index, type_ = parts
    _all(expr.Expr, target, index)
    return expr.Index(target, index, _all(types.Type, type_))


def _all(kind: type, *parts: object) -> Any:
    for part in parts:
        if not isinstance(part, kind):
            raise WireError(f"a {type(part).__name__} where a {kind.__name__} belongs")
    return parts[-1]
