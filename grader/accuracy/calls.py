"""Stands between a check and an answer: records what the answer is called with, and changes what it returns."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from qiskit import QuantumCircuit

Arguments = tuple[Any, ...]


@dataclass(frozen=True)
class Call:
    """One call of a name that an answer defines; a plain value counts as a call of nothing.

    Attributes:
        name: which one.
        arguments: with what, as they were before the call.
        is_value: whether the name is no function.
    """

    name: str
    arguments: Arguments
    is_value: bool = False


@dataclass
class Recorder:
    """Keeps the calls that come from outside the answer.

    Attributes:
        calls: what was called, in order.
        results: what came back.
    """

    calls: list[Call] = field(default_factory=list)
    results: list[Any] = field(default_factory=list)
    _depth: int = 0

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, recorded. Calls by keyword are left alone."""

        @functools.wraps(function)
        def recorded(*arguments: Any, **keywords: Any) -> Any:
            outermost = not self._depth and not keywords
            kept = copy.deepcopy(arguments) if outermost else ()
            self._depth += 1
            try:
                result = function(*arguments, **keywords)
            finally:
                self._depth -= 1
            if outermost:
                self.calls.append(Call(name, kept))
                self.results.append(result)
            return result

        return recorded


@dataclass
class Changer:
    """Changes what the check gets to see.

    Attributes:
        on_arguments: change of the arguments, None to leave them.
        on_result: change of the result, None to leave it; gets the arguments, too.
        changed: pairs of a result and what it was changed to.
        touched: whether anything was changed at all.
    """

    on_arguments: Callable[[Arguments], Any] | None = None
    on_result: Callable[[Arguments, Any], Any] | None = None
    changed: list[tuple[Any, Any]] = field(default_factory=list)
    touched: bool = False
    _depth: int = 0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, changed for those who call it from outside."""

        @functools.wraps(function)
        def changed(*arguments: Any, **keywords: Any) -> Any:
            if self._depth:
                return function(*arguments, **keywords)
            if self.on_arguments is not None:
                new = self.on_arguments(arguments)
                if new is not None:
                    self.touched, arguments = True, new
            kept = copy.deepcopy(arguments) if self.on_result is not None else ()
            self._depth += 1
            try:
                result = function(*arguments, **keywords)
            finally:
                self._depth -= 1
            return self.result(kept, result)

        return changed

    def result(self, arguments: Arguments, result: Any) -> Any:
        """Return the changed result."""
        if self.on_result is None:
            return result
        new = self.on_result(arguments, result)
        if new is None:
            return result
        self.touched = True
        if len(self.changed) < 100:
            self.changed.append((result, new))
        return new


def key(value: Any) -> str:
    """Return a text that tells inputs apart: circuits by their gates, arrays by their numbers."""
    if isinstance(value, QuantumCircuit):
        steps = [
            (
                step.operation.name,
                [str(angle) for angle in step.operation.params],
                [value.find_bit(qubit).index for qubit in step.qubits],
            )
            for step in value.data
        ]
        return f"circuit {value.num_qubits} {float(value.global_phase):.9f} {steps}"
    if isinstance(value, np.ndarray):
        return f"array {value.tolist()}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(key(part) for part in value)}]"
    if callable(value):
        return getattr(value, "__qualname__", type(value).__name__)
    return repr(value)
