"""Check of a function over cases."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from grader.checks.reading.data import TargetError, is_a, type_name, unreadable_type
from grader.checks.values import assert_close, value_text
from grader.checks.verdict import CheckFailed, Difference, fail

_CHECK = "assert_implements"


def assert_implements(
    function: object,
    cases: Iterable[tuple[tuple[Any, ...], Any]],
    *,
    compare: Callable[[Any, Any], None] = assert_close,
) -> None:
    """Check that a function gives the right result in each of several cases.

    The cases are tried in order, each with fresh copies of its arguments; the first that differs is named, so the
    smallest cases come first.

    Args:
        function: your function.
        cases: pairs of the arguments, as a tuple, and the expected result; a generator is asked for one after the
            other and no further than to the first that differs.
        compare: assertion that compares a result with the expected one: `assert_close`, `assert_same_state` ...

    Raises:
        CheckFailed: `function` is no function (`wrong_type`), or the comparison failed: then it has the code of the
            comparison, and the call in `parameters["call"]`.
        TargetError: a case is no such pair, or there is none.
        Exception: whatever the function raises, with a note that names the call.

    Example:
        >>> assert_implements(lambda a, b: a + b, [((1, 2), 3), ((0.5, 0.25), 0.75)])
        >>> generator = instances("sum")
        >>> assert_implements(sum, (((list(range(n)),), n * (n - 1) // 2) for n in generator.integers(1, 9, size=3)))
    """
    if not callable(function):
        difference = unreadable_type(function, "function").difference
        fail(_CHECK, Difference("wrong_type", {**difference.parameters, "expected": "function"}))
    tried = 0
    for case in cases:
        arguments, expected = _pair(case)
        tried += 1
        call = _call_text(function, arguments)
        try:
            result = function(*copy.deepcopy(arguments))
        except Exception as error:
            error.add_note(f"{_CHECK}: while calling {call}")
            raise
        try:
            compare(result, expected)
        except CheckFailed as failure:
            told = failure.difference
            raise CheckFailed(
                _CHECK, told.code, {**told.parameters, "call": call}, picture=told.picture
            ) from None
    if not tried:
        raise TargetError(_CHECK, "expected at least one case, got none: every function would pass")


def _pair(case: Any) -> tuple[tuple[Any, ...], Any]:
    """Return arguments and expected result of a case."""
    if not isinstance(case, tuple | list) or len(case) != 2 or type(case[0]) is not tuple:
        raise TargetError(
            _CHECK, f"expected a case ((argument, ...), result), got a {type_name(case)}"
        )
    return case[0], case[1]


def _call_text(function: object, arguments: tuple[Any, ...]) -> str:
    name = getattr(function, "__name__", "function")
    texts = ", ".join(_argument_text(argument) for argument in arguments)
    return f"{name if type(name) is str else 'function'}({texts})"[:120]


def _argument_text(value: Any) -> str:
    if is_a(value, bool, int, float, complex, str, list, tuple, dict) or value is None:
        return value_text(value)
    if is_a(value, np.ndarray) and value.size <= 4:
        return value_text(value.tolist())
    return type_name(value)
