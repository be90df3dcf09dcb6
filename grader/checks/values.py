"""Check of plain values: numbers, text, and lists, arrays and dicts of them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from grader.checks.diagnosis.notation import amplitude_text
from grader.checks.reading.data import TargetError, is_a, number, type_name, unreadable_type
from grader.checks.verdict import Difference, Parameter, fail


def assert_close(actual: object, expected: object, *, tolerance: float = 1e-6) -> None:
    """Check a value: a number, a text, or a list, tuple, array or dict of them.

    Lists, tuples and arrays with the same entries are the same. Text and booleans are compared exactly, and so are two
    integers. Where one side is a float or complex number, the two may differ by the tolerance.

    Args:
        actual: your answer.
        expected: the value asked for.
        tolerance: largest distance |actual - expected| of two numbers, entry by entry.

    Raises:
        CheckFailed: the values differ: `wrong_value`, `wrong_sign`, `conjugate`, `wrong_length`, `wrong_type`.
        TargetError: `expected` holds something that is no such value.

    Example:
        >>> assert_close([0.5, 1 / 3], [0.5, 0.333333333])
    """
    difference = _difference(actual, expected, tolerance, "")
    if difference is not None:
        fail("assert_close", difference)


def assert_between(
    actual: object, lowest: float | None = None, highest: float | None = None
) -> None:
    """Check that a number, or every number of a list or array, lies within bounds.

    Args:
        actual: your answer: a real number, or a list, tuple or array of them.
        lowest: smallest value that is accepted, itself included; None for no bound.
        highest: largest value that is accepted, itself included; None for no bound.

    Raises:
        CheckFailed: `out_of_range` (its case says whether below or above), `wrong_type`, `wrong_value` (not finite).
        TargetError: no bound is given, or `lowest` is above `highest`.

    Example:
        >>> assert_between(0.8536, lowest=0.85, highest=0.86)
    """
    check = "assert_between"
    if lowest is None and highest is None:
        raise TargetError(check, "expected a lowest or a highest value, got neither")
    low = -math.inf if lowest is None else lowest
    high = math.inf if highest is None else highest
    if not low <= high:
        raise TargetError(check, f"expected lowest <= highest, got {lowest} and {highest}")
    difference = _range_difference(actual, low, high, "")
    if difference is not None:
        fail(check, difference)


def number_difference(actual: complex, expected: complex, tolerance: float) -> Difference | None:
    """Return how a number differs from the expected one, or None if it does not."""
    if not (math.isfinite(actual.real) and math.isfinite(actual.imag)):
        return Difference("wrong_value", {"case": "not_finite", "got": str(actual)})
    if abs(actual - expected) <= tolerance:
        return None
    got = value_text(actual)
    if abs(actual + expected) <= tolerance:
        return Difference("wrong_sign", {"got": got})
    if abs(actual - expected.conjugate()) <= tolerance:
        return Difference("conjugate", {"case": "value", "got": got})
    return Difference("wrong_value", {"got": got})


def value_text(value: Any) -> str:
    """Return a learner's plain value as short text."""
    if type(value) is complex:
        return amplitude_text(value)
    if type(value) is float:
        return f"{value:.6g}"
    if is_a(value, np.generic):
        return value_text(np.generic.item(value))
    if type(value) in {list, tuple}:
        opening, closing = "[]" if type(value) is list else "()"
        text = f"{opening}{', '.join(map(value_text, value[:40]))}{closing}"
    else:
        text = repr(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _difference(actual: Any, expected: Any, tolerance: float, where: str) -> Difference | None:
    if expected is None:
        return None if actual is None else _wrong_type(actual, "None", where)
    if is_a(expected, str):
        return _text_difference(actual, str.__str__(expected), where)
    if is_a(expected, dict):
        return _dict_difference(actual, expected, tolerance, where)
    wanted = number(expected)
    if wanted is not None:
        return _at(where, _number_difference(actual, wanted, tolerance))
    if is_a(expected, list, tuple, np.ndarray):
        return _sequence_difference(actual, expected, tolerance, where)
    raise TargetError(
        "assert_close", f"expected a number, text, list, array or dict, got {type_name(expected)}"
    )


def _number_difference(
    actual: Any, wanted: bool | int | float | complex, tolerance: float
) -> Difference | None:
    got = number(actual)
    if got is None or (type(got) is bool) != (type(wanted) is bool):
        return _wrong_type(actual, type(wanted).__name__, "")
    if type(got) in (bool, int) and type(wanted) in (bool, int):
        if got == wanted:
            return None
        sign = type(got) is int and got == -wanted
        return Difference("wrong_sign" if sign else "wrong_value", {"got": str(got)[:40]})
    try:
        return number_difference(complex(got), complex(wanted), tolerance)
    except OverflowError:
        return Difference("wrong_value", {"got": value_text(got)})


def _range_difference(actual: Any, low: float, high: float, where: str) -> Difference | None:
    entries = _entries(actual) if is_a(actual, list, tuple, np.ndarray) else None
    if entries is not None:
        inside = (
            _range_difference(entry, low, high, f"{where}[{index}]")
            for index, entry in enumerate(entries)
        )
        return next((difference for difference in inside if difference is not None), None)
    got = number(actual)
    if got is None or isinstance(got, bool | complex):
        return _wrong_type(actual, "float", where)
    if isinstance(got, float) and not math.isfinite(got):
        return _at(where, Difference("wrong_value", {"case": "not_finite"}))
    if low <= got <= high:
        return None
    case = "low" if got < low else "high"
    return _at(where, Difference("out_of_range", {"case": case, "got": value_text(got)}))


def _text_difference(actual: Any, wanted: str, where: str) -> Difference | None:
    if not is_a(actual, str):
        return _wrong_type(actual, "str", where)
    got = str.__str__(actual)
    return (
        None if got == wanted else _at(where, Difference("wrong_value", {"got": value_text(got)}))
    )


def _sequence_difference(
    actual: Any, expected: Any, tolerance: float, where: str
) -> Difference | None:
    if not is_a(actual, list, tuple, np.ndarray):
        return _wrong_type(actual, type_name(expected), where)
    got, wanted = _entries(actual), _entries(expected)
    if got is None or wanted is None:
        return _wrong_type(actual, type_name(expected), where)
    if len(got) != len(wanted):
        return _at(where, Difference("wrong_length", {"got": len(got), "expected": len(wanted)}))
    for index, (one, other) in enumerate(zip(got, wanted, strict=True)):
        difference = _difference(one, other, tolerance, f"{where}[{index}]")
        if difference is not None:
            return difference
    return None


def _dict_difference(
    actual: Any, expected: dict[Any, Any], tolerance: float, where: str
) -> Difference | None:
    if not is_a(actual, dict):
        return _wrong_type(actual, "dict", where)
    got = {_key(key): value for key, value in dict.items(actual)}
    wanted = {_key(key): value for key, value in expected.items()}
    for key in got:
        if key not in wanted:
            return _at(
                where, Difference("wrong_value", {"case": "extra_key", "key": value_text(key)})
            )
    for key, value in wanted.items():
        if key not in got:
            return _at(where, Difference("wrong_value", {"case": "missing_key"}))
        difference = _difference(got[key], value, tolerance, f"{where}[{value_text(key)}]")
        if difference is not None:
            return difference
    return None


def _entries(value: Any) -> list[Any] | None:
    if is_a(value, np.ndarray):
        plain = np.ndarray.view(value, np.ndarray)
        return None if plain.ndim == 0 else list(plain)
    return list(list.__iter__(value) if is_a(value, list) else tuple.__iter__(value))


def _key(key: Any) -> Any:
    """Return a key as plain data; a key of another type is replaced by its type's name."""
    if is_a(key, str):
        return str.__str__(key)
    if is_a(key, tuple):
        return tuple(_key(part) for part in tuple.__iter__(key))
    plain = number(key)
    return plain if plain is not None or key is None else f"<{type_name(key)}>"


def _wrong_type(actual: object, expected: str, where: str) -> Difference:
    difference = unreadable_type(actual, expected).difference
    return _at(where, difference) or difference


def _at(where: str, difference: Difference | None) -> Difference | None:
    if difference is None or not where:
        return difference
    parameters: dict[str, Parameter] = {**difference.parameters, "where": where}
    return Difference(difference.code, parameters)
