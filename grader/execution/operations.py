"""What the judge can do with an object of the learner's: one function for each operation."""

from __future__ import annotations

import builtins
import copy
import inspect
from collections.abc import Callable, Iterator
from typing import Any

from grader.execution.messages import BINARY, IN_PLACE, REFLECTED, UNARY


def _reflected(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda target, left: operation(left, target)


def _enter(target: Any) -> Any:
    return type(target).__enter__(target)


def _exit(target: Any, name: str | None, message: str) -> bool:
    """Leave a with-statement; an exception of the judge's arrives as the builtin class of this name."""
    if name is None:
        return bool(type(target).__exit__(target, None, None, None))
    kind = getattr(builtins, name, Exception)
    error = (kind if issubclass(kind, Exception) else Exception)(message)
    return bool(type(target).__exit__(target, type(error), error, None))


def _signature(target: Any) -> list[tuple[str, int, bool, str]]:
    """Return name, kind, whether there is a default, and its text, of each parameter."""
    return [
        (name, int(one.kind), one.default is not one.empty, repr(one.default)[:200])
        for name, one in inspect.signature(target).parameters.items()
    ]


def _next(target: Any) -> Any:
    if not isinstance(target, Iterator) and not hasattr(type(target), "__next__"):
        raise TypeError(f"'{type(target).__name__}' object is not an iterator")
    return next(target)


OPERATIONS: dict[str, Callable[..., Any]] = {
    **BINARY,
    **{name: _reflected(operation) for name, operation in REFLECTED.items()},
    **IN_PLACE,
    **UNARY,
    "__call__": lambda target, *arguments, **keywords: target(*arguments, **keywords),
    "__getattr__": getattr,
    "__setattr__": setattr,
    "__delattr__": delattr,
    "__getitem__": lambda target, key: target[key],
    "__setitem__": lambda target, key, value: target.__setitem__(key, value),
    "__delitem__": lambda target, key: target.__delitem__(key),
    "__contains__": lambda target, value: value in target,
    "__next__": _next,
    "__len__": len,
    "__bool__": bool,
    "__int__": int,
    "__float__": float,
    "__complex__": complex,
    "__index__": lambda target: type(target).__index__(target),
    "__hash__": hash,
    "__str__": str,
    "__repr__": repr,
    "__format__": format,
    "__enter__": _enter,
    "__exit__": _exit,
    "__instancecheck__": lambda target, value: isinstance(value, target),
    "__copy__": copy.copy,
    "__deepcopy__": copy.deepcopy,
    "__doc__": lambda target: target.__doc__ if isinstance(target.__doc__, str) else None,
    "__signature__": _signature,
}
"""Operation -> what it does with the object and its arguments."""
