"""Qiskit's parameters as trees: by name and UUID, so that the same parameter in two messages is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import numpy as np
from qiskit.circuit import Parameter, ParameterExpression, ParameterVector, ParameterVectorElement
from qiskit.circuit.parameterexpression import OpCode

from grader.execution.wire_errors import WireError
from grader.execution.wire_tree import (
    MOST_ITEMS,
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

MOST_STEPS = 2000
"""Arithmetic operations in one expression, at most: Qiskit evaluates them recursively, outside of Python."""
MOST_POWER = 16.0
"""Exponents that are numbers are at most so large in size: Qiskit multiplies whole powers out when it compares."""


def plain_number(value: Any) -> Any:
    """Return a number of NumPy's as Python's own: `np.arccos` gives such angles, and some gates keep them."""
    return value.item() if isinstance(value, np.number) else value


def angle(value: object, what: str) -> Any:
    """Return an angle that was read: a plain number or an expression.

    Raises:
        WireError: it is neither.
    """
    if type(value) in (float, int) or isinstance(value, ParameterExpression):
        return value
    raise WireError(f"a {type(value).__name__} as {what}")


@writes(Parameter)
def _parameter(packer: Packer, value: Parameter) -> Tree:
    return [int(Tag.PARAMETER), packer.value(value.name), value.uuid.bytes]


@reads(Tag.PARAMETER)
def _read_parameter(unpacker: Unpacker, node: list[Any]) -> Parameter:
    name, identity = fields(node, 2)
    return Parameter(exactly(unpacker.value(name), str), uuid=UUID(bytes=exactly(identity, bytes)))


@writes(ParameterVector)
def _vector(packer: Packer, value: ParameterVector) -> Tree:
    return [int(Tag.VECTOR), packer.value(value.name), value.uuid.bytes, len(value)]


@reads(Tag.VECTOR)
def _read_vector(unpacker: Unpacker, node: list[Any]) -> ParameterVector:
    name, identity, length = fields(node, 3)
    name = exactly(unpacker.value(name), str)
    length = natural(length, MOST_ITEMS)
    identity = UUID(bytes=exactly(identity, bytes))
    vector = unpacker.vectors.get((name, identity.int))
    if vector is None or len(vector) != length:
        unpacker.spend(length)
        vector = unpacker.vectors[name, identity.int] = ParameterVector(name, length, uuid=identity)
    return vector


@writes(ParameterVectorElement)
def _element(packer: Packer, value: ParameterVectorElement) -> Tree:
    return [int(Tag.ELEMENT), *_vector(packer, value.vector)[1:], value.index]


@reads(Tag.ELEMENT)
def _read_element(unpacker: Unpacker, node: list[Any]) -> ParameterVectorElement:
    *vector, index = fields(node, 4)
    found: Any = _read_vector(unpacker, [int(Tag.VECTOR), *vector])
    return found[natural(index, MOST_ITEMS)]


@writes(ParameterExpression)
def _expression(packer: Packer, value: ParameterExpression) -> Tree:
    steps = value._qpy_replay
    if len(steps) > MOST_STEPS:
        raise WireError(f"an expression of more than {MOST_STEPS} operations")
    if not steps:
        return [int(Tag.EXPRESSION), [], packer.value(value.numeric())]
    trees = []
    for step in steps:
        operands = [None if part is None else packer.value(part) for part in (step.lhs, step.rhs)]
        trees.append([int(step.op), *operands])
    return [int(Tag.EXPRESSION), trees, None]


def _power(base: ParameterExpression, exponent: Any) -> ParameterExpression:
    if not isinstance(exponent, ParameterExpression) and abs(exponent) > MOST_POWER:
        raise WireError(f"a power of {exponent!r:.40}")
    return base**exponent


_TWO: dict[int, Callable[[Any, Any], Any]] = {
    int(OpCode.ADD): lambda left, right: left + right,
    int(OpCode.SUB): lambda left, right: left - right,
    int(OpCode.MUL): lambda left, right: left * right,
    int(OpCode.DIV): lambda left, right: left / right,
    int(OpCode.POW): _power,
    int(OpCode.RSUB): lambda left, right: right - left,
    int(OpCode.RDIV): lambda left, right: right / left,
    int(OpCode.RPOW): lambda left, right: left.__rpow__(right),
}
_ONE: dict[int, Callable[[Any], Any]] = {
    int(OpCode.SIN): lambda value: value.sin(),
    int(OpCode.COS): lambda value: value.cos(),
    int(OpCode.TAN): lambda value: value.tan(),
    int(OpCode.ASIN): lambda value: value.arcsin(),
    int(OpCode.ACOS): lambda value: value.arccos(),
    int(OpCode.ATAN): lambda value: value.arctan(),
    int(OpCode.EXP): lambda value: value.exp(),
    int(OpCode.LOG): lambda value: value.log(),
    int(OpCode.SIGN): lambda value: value.sign(),
    int(OpCode.CONJ): lambda value: value.conjugate(),
    int(OpCode.ABS): lambda value: value.abs(),
}


@reads(Tag.EXPRESSION)
def _read_expression(unpacker: Unpacker, node: list[Any]) -> ParameterExpression:
    steps, number = fields(node, 2)
    if not exactly(steps, list):
        return ParameterExpression._Value(_operand(unpacker, number))
    if len(steps) > MOST_STEPS:
        raise WireError(f"an expression of more than {MOST_STEPS} operations")
    stack: list[Any] = []
    for step in steps:
        code, left, right = exactly(step, list)
        code = natural(code, 255)
        if code in _TWO:
            # what is not written is on the stack, the right operand above the left one
            right = stack.pop() if right is None else _operand(unpacker, right)
            left = stack.pop() if left is None else _operand(unpacker, left)
            if not isinstance(left, ParameterExpression):
                left = ParameterExpression._Value(left)
            stack.append(_TWO[code](left, right))
        else:
            left = stack.pop() if left is None else _operand(unpacker, left)
            if not isinstance(left, ParameterExpression):
                left = ParameterExpression._Value(left)
            stack.append(_ONE[code](left))
    (value,) = stack
    return value


def _operand(unpacker: Unpacker, node: Tree) -> Any:
    value = unpacker.value(node)
    if type(value) in (int, float, complex) or isinstance(value, Parameter):
        return value
    raise WireError(f"a {type(value).__name__} in an expression")
