"""Changes that a learner's function made to an argument in place, done again to the judge's own object."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from qiskit import QuantumCircuit

_OWN = frozenset(("_builder_api",))
"""Attributes of a circuit that stay when its content changes: they lead back to the circuit itself."""
_FEW = 8
"""Changed objects that are kept without a look at whether anybody else has them."""
_HELD_HERE = 2
"""References to an object that only the journal has, the one that counts them included."""


def changeable(value: object) -> bool:
    """Return whether a function that gets this value can change it."""
    return isinstance(
        value, list | dict | set | bytearray | np.ndarray | np.random.Generator | QuantumCircuit
    )


def assign(own: Any, new: Any) -> None:
    """Give one of the judge's objects the content of another of the same kind; leave it alone if the kinds differ.

    Parts that stay at their place are changed in place, too, so that other names for them see it.
    """
    if isinstance(own, list) and type(new) is list:
        if len(own) == len(new):
            for place, item in enumerate(new):
                own[place] = _joined(own[place], item)
        else:
            own[:] = new
    elif isinstance(own, dict) and type(new) is dict:
        merged = {key: _joined(own[key], item) if key in own else item for key, item in new.items()}
        own.clear()
        own.update(merged)
    elif isinstance(own, set) and type(new) is set:
        own.clear()
        own.update(new)
    elif isinstance(own, bytearray) and type(new) is bytearray:
        own[:] = new
    elif isinstance(own, np.ndarray) and type(new) is np.ndarray:
        if own.dtype == new.dtype and own.size == new.size and own.flags.writeable:
            own.shape = new.shape
            own[...] = new
    elif isinstance(own, np.random.Generator) and type(new) is np.random.Generator:
        if type(own.bit_generator) is type(new.bit_generator):
            own.bit_generator.state = new.bit_generator.state
    elif isinstance(own, QuantumCircuit) and type(new) is QuantumCircuit:
        kept = {name: value for name, value in vars(own).items() if name in _OWN}
        vars(own).clear()
        vars(own).update(vars(new) | kept)


@dataclass(frozen=True)
class Content:
    """What one of the judge's objects holds.

    Attributes:
        own: a copy of it, one level deep; of a circuit its attributes, of a generator its state.
        within: those of its parts that can be changed in place, with what they hold.
    """

    own: Any
    within: tuple[tuple[Any, Content], ...] = ()


def content_of(own: Any, within: frozenset[int] = frozenset()) -> Content:
    """Return what one of the judge's objects holds now; `within` are ids of the objects that it is part of."""
    if isinstance(own, list | dict):
        within |= {id(own)}
        parts: Iterable[Any] = own.values() if isinstance(own, dict) else own
        changed = [part for part in parts if changeable(part) and id(part) not in within]
        copied = dict(own) if isinstance(own, dict) else list(own)
        return Content(copied, tuple((part, content_of(part, within)) for part in changed))
    if isinstance(own, QuantumCircuit):
        return Content(dict(vars(own)))
    if isinstance(own, np.random.Generator):
        return Content(own.bit_generator.state)
    return Content(own.copy())


def give_back(own: Any, content: Content) -> None:
    """Let one of the judge's objects, and those in it, hold what they held, in place."""
    if isinstance(own, QuantumCircuit):
        vars(own).clear()
        vars(own).update(content.own)
    elif isinstance(own, dict | set):
        own.clear()
        own.update(content.own)
    elif isinstance(own, np.random.Generator):
        own.bit_generator.state = content.own
    elif isinstance(own, np.ndarray):
        if own.flags.writeable:
            own.shape = content.own.shape
            own[...] = content.own
    else:
        own[:] = content.own
    for part, held in content.within:
        give_back(part, held)


class Journal:
    """Changes that were done to the judge's own objects, so that they can be undone."""

    def __init__(self) -> None:
        self._changed: dict[int, tuple[Any, Content]] = {}  # by id: it, and what it held at first
        self._crowded = _FEW

    def change(self, own: Any, new: Any) -> None:
        """Give one of the judge's objects the content of another (`assign`)."""
        if id(own) not in self._changed:
            if len(self._changed) >= self._crowded:
                self._forget_the_dead()
            self._changed[id(own)] = own, content_of(own)
        assign(own, new)

    def contents(self) -> list[tuple[Any, Content]]:
        """Return the objects that were changed, with what they hold now."""
        return [(own, content_of(own)) for own, _ in self._changed.values()]

    def undo(self) -> None:
        """Let all objects hold what they held before they were changed."""
        for own, content in reversed(self._changed.values()):
            give_back(own, content)
        self.clear()

    def clear(self) -> None:
        """Leave the changes as they are, and forget them."""
        self._changed.clear()
        self._crowded = _FEW

    def _forget_the_dead(self) -> None:
        """Forget objects that nobody else has: a check may hand over a thousand large arrays, one after the other."""
        self._changed = {
            number: entry
            for number, entry in self._changed.items()
            if sys.getrefcount(entry[0]) > _HELD_HERE
        }
        self._crowded = max(_FEW, 2 * len(self._changed))


def _joined(own: Any, new: Any) -> Any:
    """Return what stands at a place of a container now: the old object with new content, if it is one that changes."""
    if changeable(own) and type(own) is type(new):
        assign(own, new)
        return own
    return new
