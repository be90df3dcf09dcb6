"""What the learner's side tells the judge as text: outputs of cells, and exceptions with their tracebacks."""

from __future__ import annotations

import sys
import traceback
from typing import Any

import msgspec

from grader.execution.messages import Raised
from grader.execution.shell_limits import TimeLimitReached
from grader.execution.wire import NotData, WireError, pack

_MOST_TEXT = 4000
_MOST_CLASSES = 20


def raised(number: int, error: BaseException, changes: dict[str, bytes]) -> Raised:
    """Return the answer that an exception ended what question `number` asks for."""
    try:
        message = str(error)
    except Exception:  # noqa: BLE001 - a learner's own __str__
        message = ""
    try:
        arguments = pack(error.args, stand_in=lambda _: None)
    except (WireError, NotData):
        arguments = b""
    classes = [(str(one.__module__), str(one.__qualname__)) for one in type(error).__mro__]
    origin = getattr(error, "_callback_of_judge", 0)
    return Raised(
        number,
        tuple((_bounded(module), _bounded(name)) for module, name in classes[:_MOST_CLASSES]),
        _bounded(message),
        arguments if len(arguments) <= _MOST_TEXT else b"",
        _traceback(error),
        origin if type(origin) is int else 0,
        changes,
    )


def error_of_judge(raised: Raised, number: int) -> BaseException:
    """Return what a function of the judge's raised; without a class it is the order to stop."""
    if not raised.classes:
        return TimeLimitReached("the judge stopped")
    for module, name in raised.classes:
        kind = getattr(sys.modules.get(module), name, None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            try:
                error = kind(raised.message)
                error._callback_of_judge = number  # type: ignore[attr-defined]
            except Exception:  # noqa: BLE001, S112 - a class whose constructor asks for more
                continue
            return error
    return RuntimeError(raised.message)


def as_json(outputs: object) -> bytes:
    """Return outputs of cells as JSON, without halves of surrogate pairs."""
    try:
        return msgspec.json.encode(outputs)
    except UnicodeEncodeError:
        return msgspec.json.encode(_sound(msgspec.to_builtins(outputs)))


def _sound(value: Any) -> Any:
    """Return plain data without halves of surrogate pairs."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_sound(key): _sound(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(item) for item in value]
    return value


def _bounded(text: str) -> str:
    return text[:_MOST_TEXT].encode("utf-8", "replace").decode()


def _traceback(error: BaseException) -> str:
    """Return where it happened, without the frames of this package."""
    try:
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_globals.get("__package__") == __package__:
            trace = trace.tb_next
        return _bounded(
            "".join(traceback.format_exception(type(error), error, trace))[-_MOST_TEXT:]
        )
    except Exception:  # noqa: BLE001 - a learner's own __str__
        return ""
