"""What the judge and a learner's process say to each other.

The judge asks, one question at a time; the learner's process answers. While it works on a question it may itself ask
the judge to call a function that the judge gave it (`Callback`), and so on within that. Values are bytes of
`grader.execution.wire`. What comes from the learner's side is a stranger's word: every message is read against these
types, and one that does not fit ends the conversation.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

import msgspec

BY_NAME = 0
"""Number of a reference that means a function or class of a library; its name is `module:qualified name`."""

BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "__lt__": operator.lt,
    "__le__": operator.le,
    "__eq__": operator.eq,
    "__ne__": operator.ne,
    "__gt__": operator.gt,
    "__ge__": operator.ge,
    "__add__": operator.add,
    "__sub__": operator.sub,
    "__mul__": operator.mul,
    "__matmul__": operator.matmul,
    "__truediv__": operator.truediv,
    "__floordiv__": operator.floordiv,
    "__mod__": operator.mod,
    "__divmod__": divmod,
    "__pow__": operator.pow,
    "__lshift__": operator.lshift,
    "__rshift__": operator.rshift,
    "__and__": operator.and_,
    "__xor__": operator.xor,
    "__or__": operator.or_,
}
"""Operators on two values: the left operand is the remote object."""

REFLECTED = {
    f"__r{name[2:]}": operation
    for name, operation in BINARY.items()
    if operation
    not in (operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge)
}
"""The same, where the remote object is the right operand."""

IN_PLACE: dict[str, Callable[[Any, Any], Any]] = {
    "__iadd__": operator.iadd,
    "__isub__": operator.isub,
    "__imul__": operator.imul,
    "__imatmul__": operator.imatmul,
    "__itruediv__": operator.itruediv,
    "__ifloordiv__": operator.ifloordiv,
    "__imod__": operator.imod,
    "__ipow__": operator.ipow,
    "__iand__": operator.iand,
    "__ixor__": operator.ixor,
    "__ior__": operator.ior,
}
"""Assignments such as `stack += 1`."""

UNARY: dict[str, Callable[[Any], Any]] = {
    "__neg__": operator.neg,
    "__pos__": operator.pos,
    "__abs__": abs,
    "__invert__": operator.invert,
    "__round__": round,
    "__iter__": iter,
    "__reversed__": reversed,
}
"""Operators on one value, whose result may be anything."""


class Run(msgspec.Struct, tag="run", frozen=True):
    """Run a cell.

    Attributes:
        number: of the question; the answer bears the same.
        source: text of the cell.
        seconds: after which it is interrupted.
        most_output: bytes of output that are kept.
        brief: tell an error without its traceback.
    """

    number: int
    source: str
    seconds: float
    most_output: int
    brief: bool = False


class Look(msgspec.Struct, tag="look", frozen=True):
    """Say what a name of the notebook stands for."""

    number: int
    name: str
    seconds: float


class Operate(msgspec.Struct, tag="operate", frozen=True):
    """Do something with an object of the learner's.

    Attributes:
        number: of the question.
        operation: `__call__`, `__getattr__`, `__next__`, an operator ...; see `grader.execution.operations`.
        target: number of the object.
        arguments: packed positional arguments.
        keywords: packed keyword arguments.
        seconds: after which it is interrupted.
    """

    number: int
    operation: str
    target: int
    arguments: tuple[bytes, ...]
    keywords: dict[str, bytes]
    seconds: float


class Ran(msgspec.Struct, tag="ran", frozen=True):
    """A cell was run.

    Attributes:
        number: of the question.
        outputs: as JSON, a list of outputs as nbformat 4 has them.
        execution_count: as IPython counts.
        stopped: the limit at which the cell was stopped, or empty.
        updates: as JSON, the displays of earlier cells that it changed (`grader.execution.shell_outputs.Update`).
    """

    number: int
    outputs: bytes
    execution_count: int
    stopped: str
    updates: bytes = b"[]"


class Value(msgspec.Struct, tag="value", frozen=True):
    """A value.

    Attributes:
        number: of the question.
        value: packed; empty if the value is one of the arguments.
        same: which argument it is (a position such as `0`, or a keyword), if it is one.
        changes: argument -> its packed new value, where the call changed it in place.
        kept: whether all names that were looked up stand for the same objects as then.
    """

    number: int
    value: bytes
    same: str = ""
    changes: dict[str, bytes] = {}
    kept: bool = False


class Raised(msgspec.Struct, tag="raised", frozen=True):
    """An exception ended what was asked for.

    Attributes:
        number: of the question.
        classes: module and qualified name of its class and of the classes that this is made from, nearest first.
        message: its text.
        arguments: its packed arguments; empty if they are no data.
        traceback: as Python shows it.
        origin: number of the callback in which it began; 0 if it began on this side.
        changes: argument -> its packed new value, where the call changed it in place.
        kept: whether all names that were looked up stand for the same objects as then.
    """

    number: int
    classes: tuple[tuple[str, str], ...]
    message: str
    arguments: bytes
    traceback: str
    origin: int = 0
    changes: dict[str, bytes] = {}
    kept: bool = False


class Missing(msgspec.Struct, tag="missing", frozen=True):
    """There is no such name, or an iterator has ended."""

    number: int


class Unsendable(msgspec.Struct, tag="unsendable", frozen=True):
    """The value cannot cross: it holds itself, is too deep or too large.

    Attributes:
        number: of the question.
        got: name of its type.
    """

    number: int
    got: str


class Stopped(msgspec.Struct, tag="stopped", frozen=True):
    """A limit ended what was asked for.

    Attributes:
        number: of the question.
        limit: `time_limit` or `memory_limit`.
    """

    number: int
    limit: str


class Callback(msgspec.Struct, tag="callback", frozen=True):
    """Call a function that the judge gave as an argument.

    Attributes:
        number: of this question, counted by the learner's side.
        target: number of the function.
        arguments: packed positional arguments.
        keywords: packed keyword arguments.
    """

    number: int
    target: int
    arguments: tuple[bytes, ...]
    keywords: dict[str, bytes]


Question = Run | Look | Operate
"""From the judge."""
Answer = Ran | Value | Raised | Missing | Unsendable | Stopped
"""From the learner's process; `Value` and `Raised` also from the judge, to a `Callback`."""

read_question = msgspec.msgpack.Decoder(Question | Value | Raised).decode
read_answer = msgspec.msgpack.Decoder(Answer | Callback).decode
write = msgspec.msgpack.Encoder().encode
