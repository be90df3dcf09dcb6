"""Turns what a learner gives into plain data that the checks can trust.

An answer is judged by its exact type and by its data, never by methods that its class could override: a value whose
class says that it equals everything must not pass.
"""

from __future__ import annotations

import types
from typing import Any

import numpy as np

from grader.checks.verdict import Difference, Parameter

MAXIMUM_QUBITS = 12
"""Dense comparison beyond this takes longer than a learner waits."""


class Unreadable(ValueError):
    """A value that no check can read; says why as a difference.

    Attributes:
        difference: code and parameters for the learner.
    """

    def __init__(self, code: str, **parameters: Parameter) -> None:
        super().__init__(code, parameters)
        self.difference = Difference(code, parameters)


class TargetError(ValueError):
    """The check itself is written wrongly: its target cannot be read. Not the learner's fault.

    Attributes:
        check: name of the assertion.
        reason: what was expected of the target and what was found.
    """

    def __init__(self, check: str, reason: str) -> None:
        super().__init__(f"{check}: its target cannot be used: {reason}")
        self.check = check
        self.reason = reason


def unreadable_type(value: object, expected: str) -> Unreadable:
    """Return the difference for a value of a wrong type.

    Args:
        value: the answer.
        expected: the types that would do, as a reader knows them: "QuantumCircuit, Statevector".
    """
    got = type_name(value)
    if value is None:
        return Unreadable("wrong_type", case="none", expected=expected, got=got)
    if type(value) in (types.FunctionType, types.MethodType, types.BuiltinFunctionType, type):
        return Unreadable("wrong_type", case="function", expected=expected, got=got)
    return Unreadable("wrong_type", expected=expected, got=got)


def type_name(value: object) -> str:
    """Return the name of the value's true type, bounded in length."""
    return str(type.__dict__["__name__"].__get__(type(value)))[:60]


_is_made_from = type.__subclasscheck__
"""Looks at the true line of ancestors, whatever a metaclass says."""


def is_a(value: object, *kinds: type) -> bool:
    """Return whether the value's true type (not the one that it claims) is one of `kinds` or made from one."""
    true_type = type(value)
    for kind in kinds:  # noqa: SIM110 - a generator is slower, and checks ask this thousands of times
        if _is_made_from(kind, true_type):
            return True
    return False


def complex_array(value: Any, expected: str) -> np.ndarray[Any, np.dtype[np.complex128]]:
    """Return a list, tuple or array of numbers as a plain complex array.

    Args:
        value: the answer.
        expected: the types that would do, for the message.

    Raises:
        Unreadable: it holds something else than finite numbers, or is ragged.
    """
    if is_a(value, np.ndarray):
        plain = np.ndarray.view(value, np.ndarray)
        if plain.dtype.kind == "O":
            value = np.ndarray.tolist(plain)
        elif plain.dtype.kind not in "iufc":
            raise Unreadable("wrong_type", expected=expected, got=f"ndarray({plain.dtype})")
        else:
            value = plain
    if type(value) in (list, tuple):
        value = _nested(value, expected)
        try:
            value = np.array(value, dtype=np.complex128)
        except ValueError as error:
            raise Unreadable("wrong_size", case="ragged") from error
    if type(value) is not np.ndarray:
        raise unreadable_type(value, expected)
    array = value.astype(np.complex128)
    if not np.all(np.isfinite(array)):
        raise Unreadable("wrong_value", case="not_finite")
    return array


def number(value: Any) -> bool | int | float | complex | None:
    """Return a number as an exact built-in number, or None if the value is none."""
    if type(value) in (bool, int, float, complex):
        return value  # type: ignore[no-any-return]
    if is_a(value, np.number, np.bool_):
        return np.generic.item(value)  # type: ignore[no-any-return]
    if is_a(value, np.ndarray) and np.ndarray.view(value, np.ndarray).ndim == 0:
        return number(np.ndarray.view(value, np.ndarray)[()])
    exact = (int, int.__int__), (float, float.__float__), (complex, complex.__complex__)
    return next((convert(value) for kind, convert in exact if is_a(value, kind)), None)


def _nested(value: Any, expected: str) -> Any:
    """Return nested lists with exact numbers in them."""
    if type(value) in (list, tuple):
        return [_nested(item, expected) for item in value]
    if is_a(value, np.ndarray):
        return complex_array(value, expected).tolist()
    plain = number(value)
    if plain is None:
        raise Unreadable("wrong_type", case="element", expected=expected, got=type_name(value))
    return plain
