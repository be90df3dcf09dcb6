"""Exceptions of a learner's code, raised again in the judge as classes of the judge's own."""

from __future__ import annotations

import builtins
import sys
from typing import Any

from grader.execution.messages import Raised
from grader.execution.wire import WireError, unpack

_LIBRARIES = frozenset(
    ("matplotlib", "networkx", "numpy", "pandas", "qiskit", "qiskit_aer", "scipy", "sympy")
)
_NEVER = (StopIteration, StopAsyncIteration)
"""They would end a loop of the check instead of failing it."""
_MOST = 300
_MARK = "_raised_by_answer"


class RemoteError(Exception):
    """The learner's code raised something that is no exception of Python or of a library."""


def rebuilt(raised: Raised) -> Exception:
    """Return the exception as the nearest class that the judge knows itself.

    The name of its class is kept for messages, and what Python said about it where it was raised is a note.
    """
    name = raised.classes[0][1] if raised.classes else "Exception"
    error = _made(raised) or RemoteError(f"{name}: {raised.message}"[: 2 * _MOST])
    setattr(error, _MARK, (name[:60], raised.message[:_MOST]))
    if raised.traceback:
        error.add_note(raised.traceback)
    return error


def told_by_answer(error: BaseException) -> tuple[str, str] | None:
    """Return name and message of an exception that the learner's code raised; None for any other."""
    told: tuple[str, str] | None = getattr(error, _MARK, None)
    return told


def _made(raised: Raised) -> Exception | None:
    arguments: tuple[Any, ...] = (raised.message,)
    if raised.arguments:
        try:
            arguments = unpack(raised.arguments, resolve=lambda _: None)
        except WireError:
            arguments = (raised.message,)
        if type(arguments) is not tuple:
            arguments = (raised.message,)
    for module, name in raised.classes:
        kind = _known(module, name)
        if kind is None:
            continue
        for given in (arguments, (raised.message,)):
            try:
                error = kind(*given)
            except Exception:  # noqa: BLE001, S112 - constructors of libraries may ask for anything
                continue
            if type(error) is kind or (issubclass(kind, OSError) and isinstance(error, OSError)):
                return error
    return None


def _known(module: str, name: str) -> type[Exception] | None:
    """Return a class of exceptions by its name, if the judge trusts its library and has it already."""
    root = module.partition(".")[0]
    if module == "builtins":
        kind: Any = vars(builtins).get(name)
    elif root in _LIBRARIES:
        kind = vars(sys.modules.get(module, builtins)).get(name)
    else:
        return None
    if not isinstance(kind, type) or not issubclass(kind, Exception) or issubclass(kind, _NEVER):
        return None
    if kind in (Exception, BaseException):
        return None  # says nothing: RemoteError does
    home = kind.__module__.partition(".")[0]
    return kind if home == "builtins" or home in _LIBRARIES else None
