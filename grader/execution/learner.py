"""Answers the judge from inside the process that runs a learner's cells.

Nothing here is trusted, because the learner's code can change all of it: it serves honest code only. `serve` is where a
fork begins.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import socket
import sys
import threading
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import msgspec

from grader.execution import messages
from grader.execution.channel import Channel, ChannelClosed, MessageTooLarge
from grader.execution.learner_texts import as_json, error_of_judge, raised
from grader.execution.messages import (
    BY_NAME,
    Answer,
    Callback,
    Look,
    Missing,
    Operate,
    Raised,
    Ran,
    Run,
    Stopped,
    Unsendable,
    Value,
)
from grader.execution.operations import OPERATIONS
from grader.execution.shell import NotebookShell, shell
from grader.execution.shell_limits import TimeLimitReached
from grader.execution.wire import NotData, Reference, WireError, kind_of, pack, unpack

_CHANGEABLE = ("list", "dict", "set", "bytearray", "ndarray", "Generator", "QuantumCircuit")


def serve(sock: socket.socket) -> None:
    """Answer the judge until it hangs up.

    Args:
        sock: connected with the judge's process.
    """
    _Learner(Channel(sock), shell()).serve()


class _Learner:
    """One learner's notebook: its namespace, and the objects that the judge knows by number."""

    def __init__(self, channel: Channel, notebook: NotebookShell) -> None:
        self._channel = channel
        self._shell = notebook
        self._module = types.ModuleType("__main__")
        self._shell.use(self._module)
        self._process = os.getpid()
        self._thread = threading.get_ident()
        self._objects: dict[int, object] = {}
        self._numbers: dict[int, int] = {}  # id of an object in _objects -> its number
        self._borrowed: dict[int, Callable[..., Any]] = {}  # number of a function of the judge's
        self._owned: dict[int, int] = {}  # id of a value of _borrowed -> its number
        self._looked: dict[str, object] = {}  # what the judge was told that names stand for
        self._working = False
        self._callbacks = 0

    def serve(self) -> None:
        """Answer questions one after the other."""
        while True:
            try:
                question = messages.read_question(self._channel.receive())
            except ChannelClosed:
                return
            if isinstance(question, Run | Look | Operate):
                self._reply(question)

    def _reply(self, question: Run | Look | Operate) -> None:
        callbacks = self._callbacks
        answer = self._run(question) if isinstance(question, Run) else self._guarded(question)
        if isinstance(answer, Value | Raised) and isinstance(question, Operate):
            kept = self._callbacks == callbacks and self._kept()
            answer = msgspec.structs.replace(answer, kept=kept)
        if os.getpid() != self._process:
            os._exit(0)  # a child that the learner's code forked and that came back here
        try:
            self._channel.send(messages.write(answer))
        except MessageTooLarge:
            self._channel.send(messages.write(Unsendable(question.number, "too much data")))

    def _kept(self) -> bool:
        """Return whether all names that the judge knows stand for what they stood for."""
        namespace = self._module.__dict__
        kept = all(namespace.get(name) is value for name, value in self._looked.items())
        if not kept:
            self._looked.clear()
        return kept

    def _run(self, question: Run) -> Answer:
        ran = self._shell.run(
            question.source,
            seconds=question.seconds,
            most_output=question.most_output,
            brief=question.brief,
        )
        return Ran(
            question.number,
            as_json(ran.outputs),
            ran.execution_count,
            ran.stopped,
            as_json(ran.updates),
        )

    def _guarded(self, question: Look | Operate) -> Answer:
        """Answer within the time that the question gives, and in silence."""
        number = question.number
        try:
            # the time of the first question bounds those within it; to look takes none
            if self._working or isinstance(question, Look):
                return self._answer(question)
            with _no_new_figures():
                self._working = True
                try:
                    return self._in_notebook(question)
                finally:
                    self._working = False
        except (TimeLimitReached, asyncio.CancelledError):
            return Stopped(number, "time_limit")
        except MemoryError:
            return Stopped(number, "memory_limit")

    def _in_notebook(self, question: Operate) -> Answer:
        """Answer where a cell would run: with the notebook's event loop and context, what is printed being dropped."""
        if question.operation == "__await__":
            awaitable: Any = self._objects[question.target]

            async def wait() -> Answer:
                try:
                    return self._value(question.number, await awaitable)
                except (TimeLimitReached, MemoryError, asyncio.CancelledError):
                    raise
                except BaseException as error:  # noqa: BLE001 - whatever it is, the judge hears of it
                    return raised(question.number, error, {})

            waited: Answer = self._shell.apply(wait, seconds=question.seconds)
            return waited
        answer: Answer = self._shell.apply(
            lambda: self._operate(question), seconds=question.seconds
        )
        return answer

    def _answer(self, question: Look | Operate) -> Answer:
        return self._look(question) if isinstance(question, Look) else self._operate(question)

    def _look(self, question: Look) -> Answer:
        namespace = self._module.__dict__
        own = self._shell.user_ns_hidden  # what the shell put there
        if question.name not in namespace:
            return Missing(question.number)
        value = namespace[question.name]
        if question.name in own and own[question.name] is value:
            return Missing(question.number)
        answer = self._value(question.number, value)
        if id(value) in self._numbers:  # it is known by its number, and so is kept alive
            self._looked[question.name] = value
        return answer

    def _operate(self, question: Operate) -> Answer:
        number = question.number
        target = self._objects[question.target]
        arguments = [self._unpacked(data) for data in question.arguments]
        keywords = {name: self._unpacked(data) for name, data in question.keywords.items()}
        given = {str(place): value for place, value in enumerate(arguments)} | keywords
        before = {
            name: self._packed(value)
            for name, value in given.items()
            if type(value).__name__ in _CHANGEABLE
        }
        try:
            result = OPERATIONS[question.operation](target, *arguments, **keywords)
        except (TimeLimitReached, MemoryError):
            raise
        except BaseException as error:  # noqa: BLE001 - whatever it is, the judge hears of it
            if isinstance(error, StopIteration) and question.operation == "__next__":
                return Missing(number)
            return raised(number, error, self._changes(before, given))
        if question.operation in ("__setattr__", "__setitem__", "__delattr__", "__delitem__"):
            result = None
        changes = self._changes(before, given)
        for name, value in given.items():
            if result is value and (name in before or id(value) in self._owned):
                return Value(number, b"", name, changes)
        return self._value(number, result, changes)

    def _changes(self, before: dict[str, bytes], given: dict[str, Any]) -> dict[str, bytes]:
        after = {name: self._packed(given[name]) for name in before}
        return {name: data for name, data in after.items() if data != before[name]}

    def _value(self, number: int, value: object, changes: dict[str, bytes] | None = None) -> Answer:
        try:
            return Value(number, pack(value, stand_in=self._stand_in), changes=changes or {})
        except (WireError, NotData):
            return Unsendable(number, type(value).__name__)

    def _packed(self, value: object) -> bytes:
        """Return a value as bytes; empty if it cannot cross, so that it counts as unchanged."""
        try:
            return pack(value, stand_in=self._stand_in)
        except (WireError, NotData):
            return b""

    def _stand_in(self, part: object) -> Reference:
        if id(part) in self._owned:
            name = getattr(part, "__name__", "function")
            return Reference(self._owned[id(part)], "function", str(name), mine=True)
        number = self._numbers.get(id(part))
        if number is None:
            number = len(self._objects) + 1
            self._objects[number] = part  # keeps it alive, and so its id
            self._numbers[id(part)] = number
        kind = kind_of(part)
        if isinstance(part, type) or (kind == "function" and type(part).__module__ == "__main__"):
            kind = "object"  # a class, or something callable that can do more than be called
        name = None if kind == "iterator" else getattr(part, "__name__", None)
        return Reference(number, kind, name if type(name) is str else type(part).__name__)

    def _unpacked(self, data: bytes) -> Any:
        return unpack(data, resolve=self._resolve)

    def _resolve(self, reference: Reference) -> object:
        if reference.mine:
            return self._objects[reference.number]
        if reference.number == BY_NAME:
            module, _, name = reference.name.partition(":")
            found: Any = importlib.import_module(module)
            for part in name.split("."):
                found = getattr(found, part)
            return cast("object", found)
        if reference.number not in self._borrowed:
            function = self._borrow(reference)
            self._borrowed[reference.number] = function
            self._owned[id(function)] = reference.number
        return self._borrowed[reference.number]

    def _borrow(self, reference: Reference) -> Callable[..., Any]:
        """Return a function that calls one of the judge's."""

        def function(*arguments: Any, **keywords: Any) -> Any:
            if (os.getpid(), threading.get_ident()) != (self._process, self._thread):
                raise RuntimeError("expected this function to be called by the notebook itself")
            if not self._working:
                raise RuntimeError(
                    "expected this function to be called before the call that got it ended"
                )
            return self._call_back(reference.number, arguments, keywords)

        function.__name__ = function.__qualname__ = reference.name
        return function

    def _call_back(self, target: int, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        self._callbacks += 1
        number = self._callbacks
        packed = tuple(pack(value, stand_in=self._stand_in) for value in arguments)
        named = {name: pack(value, stand_in=self._stand_in) for name, value in keywords.items()}
        self._channel.send(messages.write(Callback(number, target, packed, named)))
        while True:
            message = messages.read_question(self._channel.receive())
            if isinstance(message, Run | Look | Operate):
                self._reply(message)
            elif message.number == number:
                break
        if isinstance(message, Raised):
            raise error_of_judge(message, number)
        return self._unpacked(message.value)


@contextmanager
def _no_new_figures() -> Iterator[None]:
    """Close the figures that are opened here: they belong to no cell."""
    pyplot = sys.modules["matplotlib.pyplot"]
    figures = set(pyplot.get_fignums())
    try:
        yield
    finally:
        for figure in set(pyplot.get_fignums()) - figures:
            pyplot.close(figure)
