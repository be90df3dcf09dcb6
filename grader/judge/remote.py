"""The learner's names in the judge: values that come as data, and stand-ins for what is none.

What may be no data is known beforehand, from the reference solution: anything else that is no data is of a wrong type,
and the check has failed, whatever it makes of that.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

import numpy as np

from grader.checks import CheckFailed
from grader.execution import messages
from grader.execution.messages import (
    BY_NAME,
    Answer,
    Callback,
    Look,
    Missing,
    Operate,
    Raised,
    Unsendable,
    Value,
)
from grader.execution.wire import NotData, Reference, WireError, pack, unpack
from grader.judge.changes import Journal, changeable
from grader.judge.link import DIED, ConversationError, Link
from grader.judge.plan import CheckPlan, Opaque
from grader.judge.raised import rebuilt
from grader.judge.stand_ins import KINDS, Known, StandIn, known_of

_MOST_NOTED = 500
"""Paths that are noted for a plan."""
_NAMED = (type, types.FunctionType, types.BuiltinFunctionType, np.ufunc)
_MOST_MESSAGE = 300


class Remote:
    """What the judge knows of a learner's process, and asks of it.

    Attributes:
        link: the conversation.
        wrong: the first value of a wrong type since `begin`.
        opaque: path -> what came there that is no data, since `begin`; only where the plan is being made.
        changes: arguments that the answer changed in place, since `begin`, as in `CheckPlan.changes`.
        unsendable: why an argument could not be given to the answer, since `begin`; empty if all could.
        unasked: whether one of them is not in the plan, so that the judge's own argument did not change with it.
        journal: what was changed of the judge's own.
    """

    def __init__(self, link: Link, *, explore: bool = False) -> None:
        self.link = link
        self.wrong: CheckFailed | None = None
        self.opaque: dict[str, Opaque] = {}
        self.changes: dict[str, None] = {}
        self.unasked = False
        self.unsendable = ""
        self.journal = Journal()
        self._explore = explore
        self._every_change = explore
        self._plan = CheckPlan("")
        self._stand_ins: WeakValueDictionary[tuple[int, Opaque, str], StandIn] = (
            WeakValueDictionary()
        )
        self._reached: dict[tuple[int, Opaque], list[str]] = {}  # first paths of stand-ins
        self._lent: dict[int, Callable[..., Any]] = {}
        self._numbers: dict[int, int] = {}  # id of a value of _lent -> its number
        self._next = BY_NAME + 1
        self._errors: dict[int, Exception] = {}  # number of a callback -> what it raised
        self._looked: dict[str, StandIn] = {}  # names that stand for the same object as before

    @contextmanager
    def asking(
        self, plan: CheckPlan, seconds: float, *, every_change: bool = False
    ) -> Iterator[None]:
        """Let the learner's process be asked, for a check with this plan.

        Args:
            plan: of the check.
            seconds: that all answers together may take.
            every_change: let all of the judge's arguments change with the learner's, and not those of the plan alone.
        """
        self._plan = plan
        self._every_change = every_change or self._explore
        self.wrong = None
        self.unasked = False
        self.unsendable = ""
        self.opaque.clear()
        self.changes.clear()
        self._looked.clear()
        self.link.begin(seconds)
        try:
            yield
        finally:
            self.link.end()
            self._lent.clear()
            self._numbers.clear()
            self._errors.clear()

    def look(self, name: str) -> Any:
        """Return what a name stands for in the learner's notebook.

        Raises:
            KeyError: it has no such name.
        """
        if not self.link.open:
            raise KeyError(name)
        if name in self._looked:
            return self._looked[name]
        answer = self.link.ask(lambda number, seconds: Look(number, name, seconds))
        if isinstance(answer, Missing):
            raise KeyError(name)
        value = self._value(answer, (name,), {})
        if known_of(value) is not None and not self.link.waiting:
            self._looked[name] = value
        return value

    def operate(
        self,
        known: Known,
        operation: str,
        arguments: tuple[Any, ...] = (),
        keywords: dict[str, Any] | None = None,
        *,
        paths: tuple[str, ...],
    ) -> Any:
        """Do something with an object of the learner's, and return what comes of it.

        Args:
            known: the object.
            operation: its name in `grader.execution.operations`.
            arguments: positional arguments.
            keywords: keyword arguments.
            paths: where the result is.

        Raises:
            Exception: what the learner's code raised, as the nearest class that the judge knows.
            CheckFailed: what came is of a wrong type.
            StopIteration: an iterator has ended.
            TypeError: an argument cannot be sent.
        """
        if not self.link.open:
            raise RuntimeError("expected a check to run while an answer is used")
        packed = tuple(self._packed(value) for value in arguments)
        named = {name: self._packed(value) for name, value in (keywords or {}).items()}
        looked, self._looked = self._looked, {}
        answer = self.link.ask(
            lambda number, seconds: Operate(
                number, operation, known.number, packed, named, seconds
            ),
            call_back=partial(self._call_back, known),
        )
        if isinstance(answer, Value | Raised) and answer.kept:
            self._looked = looked
        if isinstance(answer, Missing) and operation == "__next__":
            raise StopIteration
        given = {str(place): value for place, value in enumerate(arguments)} | (keywords or {})
        if isinstance(answer, Value | Raised) and answer.changes:
            called = known.below("()" if operation == "__call__" else f".{operation}()")
            self._change(called, answer.changes, given)
        return self._value(answer, paths, given)

    def exactly(
        self, known: Known, operation: str, kind: type, arguments: tuple[Any, ...] = ()
    ) -> Any:
        """Do something whose result Python wants to be of this very type.

        Raises:
            TypeError: it is of another.
        """
        result = self.operate(known, operation, arguments, paths=())
        if type(result) is not kind:
            got = type(result).__name__
            raise TypeError(f"expected {operation} to give {kind.__name__}, got {got}")
        return result

    def _value(self, answer: Answer, paths: tuple[str, ...], given: dict[str, Any]) -> Any:
        match answer:
            case Raised():
                if answer.origin in self._errors:
                    raise self._errors[answer.origin]
                raise rebuilt(answer)
            case Unsendable():
                raise self._wrong_type(answer.got[:60], "data")
            case Value(same=""):
                return self._unpacked(answer.value, paths)
            case Value() if answer.same in given:
                if answer.same in answer.changes and not self._may_change(paths, answer.same):
                    return self._unpacked(answer.changes[answer.same], paths)
                return given[answer.same]
            case _:
                raise self.link.lose(DIED)

    def _change(
        self, paths: tuple[str, ...], changes: dict[str, bytes], given: dict[str, Any]
    ) -> None:
        """Change the judge's own arguments as far as they may."""
        for name, data in changes.items():
            if name not in given or not changeable(given[name]):
                raise self.link.lose(DIED)
            for path in paths[: max(0, _MOST_NOTED - len(self.changes))]:
                self.changes[f"{path}:{name}"] = None
            new = self._unpacked(data, paths)
            if self._may_change(paths, name):
                self.journal.change(given[name], new)
            else:
                self.unasked = True

    def _may_change(self, paths: tuple[str, ...], name: str) -> bool:
        """Return whether the judge's own argument changes with the learner's, in a call at these paths."""
        return self._every_change or any(f"{path}:{name}" in self._plan.changes for path in paths)

    def _packed(self, value: object) -> bytes:
        try:
            return pack(value, stand_in=self._lend)
        except (NotData, WireError) as error:
            why = (
                f"an argument of type {type(value).__name__} cannot be given to the answer: {error}"
            )
            self.unsendable = self.unsendable or why
            raise TypeError(why) from error

    def _lend(self, part: object) -> Reference | None:
        """Return what crosses for part of an argument that is no data."""
        known = known_of(part)
        if known is not None:
            return Reference(known.number, known.kind.value, known.name, mine=True)
        if not callable(part):
            return None
        name = _library_name(part)
        if name is not None:
            return Reference(BY_NAME, "function", name)
        number = self._numbers.get(id(part))
        if number is None:
            number, self._next = self._next, self._next + 1
            self._lent[number] = part
            self._numbers[id(part)] = number
        own_name = getattr(part, "__name__", "function")
        return Reference(number, "function", own_name if type(own_name) is str else "function")

    def _unpacked(self, data: bytes, paths: tuple[str, ...]) -> Any:
        try:
            return unpack(data, resolve=partial(self._resolve, paths))
        except WireError as error:
            raise self.link.lose(DIED) from error

    def _resolve(self, paths: tuple[str, ...], reference: Reference) -> object:
        if reference.mine:
            if reference.number not in self._lent:
                raise self.link.lose(DIED)
            return self._lent[reference.number]
        kind = self._allowed(paths, reference)
        for first in self._reached.get((reference.number, kind), ()):
            stand_in = self._stand_ins.get((reference.number, kind, first))
            known = None if stand_in is None else known_of(stand_in)
            if known is not None and self._may_be_one(known.paths, paths):
                known.reached_by(paths)
                return stand_in
        stand_in = KINDS[kind](Known(reference.number, kind, reference.name, paths, self))
        self._stand_ins[reference.number, kind, paths[0]] = stand_in
        self._reached.setdefault((reference.number, kind), []).append(paths[0])
        return stand_in

    def _may_be_one(self, known: tuple[str, ...], paths: tuple[str, ...]) -> bool:
        """Return whether what is known by some paths and now comes by others is to be one object here, too.

        It is where it was one in the reference solution (`push` returns its own stack). Elsewhere it becomes two, so
        that a value is never used by the rules of a path by which it did not come.
        """
        if not set(known).isdisjoint(paths):
            return True
        same = [f"{one}={other}" for one in known for other in paths]
        if self._explore:
            for both in same[: max(0, _MOST_NOTED - len(self.opaque))]:
                self.opaque[both] = Opaque.OBJECT
            return True
        return any(both in self._plan.opaque for both in same)

    def _allowed(self, paths: tuple[str, ...], reference: Reference) -> Opaque:
        """Return what the judge takes something for that is no data.

        Raises:
            CheckFailed: data was expected here.
        """
        kind = Opaque(reference.kind)
        if self._explore and paths:
            for path in paths[: max(1, _MOST_NOTED - len(self.opaque))]:
                if self.opaque.setdefault(path, kind) != kind:
                    self.opaque[path] = Opaque.OBJECT  # it can do what the others can
            return kind
        for path in paths:
            if path in self._plan.opaque:
                return self._plan.opaque[path]
        case = {"case": "function"} if kind is Opaque.FUNCTION else {}
        raise self._wrong_type(reference.name[:60], "data", **case)

    def _wrong_type(self, got: str, expected: str, **case: str) -> CheckFailed:
        """Note that what came is of a wrong type, and return what to raise."""
        parameters = {"got": got, "expected": expected, **case}
        failure = CheckFailed("check", "wrong_type", parameters)
        self.wrong = self.wrong or failure
        return failure

    def _call_back(self, known: Known, asked: Callback) -> bytes:
        """Call one of the judge's functions for the learner's, and return the message with what came of it."""
        function = self._lent.get(asked.target)
        if function is None:
            raise ConversationError(f"expected a function that was lent, got {asked.target}")
        paths = known.below("()<")
        arguments = [self._unpacked(data, paths) for data in asked.arguments]
        keywords = {name: self._unpacked(data, paths) for name, data in asked.keywords.items()}
        try:
            result = function(*arguments, **keywords)
            return messages.write(Value(asked.number, self._packed(result)))
        except Exception as error:  # noqa: BLE001 - it goes through the learner's function, as any exception does
            self._errors[asked.number] = error
            # an assertion's text may tell what is hidden
            text = "" if isinstance(error, AssertionError) else str(error)[:_MOST_MESSAGE]
            classes = tuple((one.__module__, one.__qualname__) for one in type(error).__mro__)
            return messages.write(Raised(asked.number, classes, text, b"", ""))


def _library_name(part: Any) -> str | None:
    """Return `module:name` of a function or class that both processes can import; None for any other."""
    if not isinstance(part, _NAMED):
        return None
    module, name = getattr(part, "__module__", None), getattr(part, "__qualname__", None)
    name = name or getattr(part, "__name__", None)
    if type(module) is not str or type(name) is not str or module == "__main__":
        return None
    found: Any = sys.modules.get(module)
    for step in name.split("."):
        found = getattr(found, step, None)
    return f"{module}:{name}" if found is part else None
