"""What a classical condition of a circuit comes to, once the classical bits are known."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from qiskit.circuit import ClassicalRegister, Clbit
from qiskit.circuit.classical import expr, types

from grader.checks.reading.data import Unreadable

_Op = expr.Binary.Op
_BINARY: Mapping[Any, Callable[[int, int], int]] = {
    _Op.BIT_AND: operator.and_,
    _Op.BIT_OR: operator.or_,
    _Op.BIT_XOR: operator.xor,
    _Op.LOGIC_AND: operator.and_,
    _Op.LOGIC_OR: operator.or_,
    _Op.EQUAL: operator.eq,
    _Op.NOT_EQUAL: operator.ne,
    _Op.LESS: operator.lt,
    _Op.LESS_EQUAL: operator.le,
    _Op.GREATER: operator.gt,
    _Op.GREATER_EQUAL: operator.ge,
    _Op.ADD: operator.add,
    _Op.SUB: operator.sub,
    _Op.MUL: operator.mul,
}


def decided(condition: Any, values: tuple[int, ...], bits: Mapping[Any, int]) -> int:
    """Return the value of a condition, of the target of a `switch`, or of a classical expression in them.

    Args:
        condition: a pair (bit or register, value), a bit, a register, or an expression over bits and registers.
        values: what the classical bits hold.
        bits: bit -> its index in `values`.

    Returns:
        A whole number; 1 and 0 for true and false.

    Raises:
        Unreadable: it holds something else: a variable of the circuit, a time, a decimal number.
    """
    if isinstance(condition, tuple):
        target, wanted = condition
        return int(decided(target, values, bits) == int(wanted))
    if isinstance(condition, Clbit):
        return values[bits[condition]]
    if isinstance(condition, ClassicalRegister):
        return sum(values[bits[bit]] << position for position, bit in enumerate(condition))
    if isinstance(condition, expr.Var) and not condition.standalone:
        return decided(condition.var, values, bits)
    return _limited(_calculated(condition, values, bits), condition.type)


def _calculated(condition: Any, values: tuple[int, ...], bits: Mapping[Any, int]) -> int:
    """Return the value of an expression before it is cut to the width of its type."""
    if isinstance(condition, expr.Value) and isinstance(condition.value, bool | int):
        return int(condition.value)
    if isinstance(condition, expr.Cast):
        return decided(condition.operand, values, bits)
    if isinstance(condition, expr.Index):
        word, place = (decided(one, values, bits) for one in (condition.target, condition.index))
        return word >> place & 1
    if isinstance(condition, expr.Unary):
        operand = decided(condition.operand, values, bits)
        negated = {expr.Unary.Op.BIT_NOT: ~operand, expr.Unary.Op.LOGIC_NOT: 1 - operand}
        return negated.get(condition.op, -operand)
    if isinstance(condition, expr.Binary) and condition.op in _BINARY:
        left, right = (decided(one, values, bits) for one in (condition.left, condition.right))
        return int(_BINARY[condition.op](left, right))
    raise Unreadable("wrong_type", case="mid_circuit_unknown", name=type(condition).__name__)


def _limited(value: int, type_: Any) -> int:
    """Return a value as its type holds it: a bool as 0 or 1, a whole number modulo 2**width."""
    return value % 2**type_.width if isinstance(type_, types.Uint) else int(bool(value))
