"""Typed data between processes that do not trust each other: never code, never a type by its name.

What crosses, and what is lost on the way:

- None, bool, int (up to 4096 digits), float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset,
  range, slice, Ellipsis, Fraction, Decimal, datetime, date, timedelta;
- NumPy's scalars and arrays of numbers, truth values, texts and byte strings, object arrays of data, and random
  generators as `np.random.default_rng` makes them, at their place;
- Qiskit's circuits, operations (black boxes of `grader.checks.opaque` among them), registers, bits, parameters
  (`circuits`), operators, states, channels and results.

An instance of a subclass arrives as the base type. Two parts that are one object arrive as two. What is no data
(a function, an iterator, any other object) is replaced by a `Reference`, if the caller gives one.

Equal values that were made in the same way are equal bytes: see `pack`.
"""

from __future__ import annotations

import gc
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import msgspec
from qiskit.exceptions import QiskitError

from grader.execution import (
    circuits,
    wire_arrays,
    wire_generators,
    wire_plain,
    wire_results,
    wire_states,
)
from grader.execution.wire_changes import MUTABLE, apply_change
from grader.execution.wire_errors import NotData, WireError
from grader.execution.wire_tree import (
    MOST,
    MOST_TREE,
    Packer,
    Tag,
    Tree,
    Unpacker,
    exactly,
    fields,
    natural,
    reads,
)

__all__ = [
    "MOST",
    "MUTABLE",
    "NotData",
    "Reference",
    "WireError",
    "apply_change",
    "kind_of",
    "pack",
    "unpack",
]

# importing these modules taught the tree their types
TYPES_OF = (circuits, wire_arrays, wire_generators, wire_plain, wire_results, wire_states)

MOST_NUMBER = (1 << 53) - 1
MOST_NAME = 200
LARGE = 64 * 1024
"""Bytes of a tree from which on the garbage collector waits."""
KINDS = ("function", "iterator", "object")

# what readers, NumPy and Qiskit raise when a message asks for what cannot be
IMPOSSIBLE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    NameError,
    QiskitError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    msgspec.MsgspecError,
    struct.error,
)


@dataclass(frozen=True)
class Reference:
    """What crosses in place of a value that is no data.

    Attributes:
        number: by which its owner knows it.
        kind: `function`, `iterator` or `object`.
        name: what it or its type is called, for messages.
        mine: whether it belongs to the receiver: a stand-in that goes home.
    """

    number: int
    kind: str
    name: str = ""
    mine: bool = False


def kind_of(value: object) -> str:
    """Return what a value is that is no data: `iterator`, `function` (anything callable) or `object`."""
    if hasattr(type(value), "__next__"):
        return "iterator"
    return "function" if callable(value) else "object"


def pack(value: object, *, stand_in: Callable[[object], Reference | int | None]) -> bytes:
    """Return a value as bytes.

    The same value gives the same bytes as long as it is not changed, so that comparing the bytes before and after
    a call tells whether the call changed its argument.

    Args:
        value: any value.
        stand_in: called with each part that is no data: returns the reference that crosses in its place, or the
            number of one of the caller's own, or None if nothing may.

    Raises:
        NotData: part of the value is no data and has no reference.
        WireError: it is too large, nested too deep, or holds itself.
    """

    def refer(part: object) -> Tree:
        reference = stand_in(part)
        if reference is None:
            raise NotData(type(part).__name__)
        if isinstance(reference, int):
            name = getattr(part, "__name__", None)
            name = name if type(name) is str else type(part).__name__
            reference = Reference(reference, kind_of(part), name)
        packer.nodes += 1
        name = reference.name.encode("utf-8", "replace").decode()[:MOST_NAME]
        return [
            int(Tag.REFERENCE),
            reference.number,
            KINDS.index(reference.kind),
            name,
            reference.mine,
        ]

    packer = Packer(refer)
    try:
        tree = msgspec.msgpack.encode(packer.value(value))
    except RecursionError as error:
        raise WireError("nested too deep for what is left of the stack") from error
    size = 4 + len(tree) + packer.tail_size
    if len(tree) > MOST_TREE or size > MOST:
        raise WireError(f"larger than {MOST} bytes, or more than {MOST_TREE} in small parts")
    return b"".join((len(tree).to_bytes(4, "big"), tree, *packer.tail))


def unpack(data: bytes, *, resolve: Callable[[Reference], object]) -> Any:
    """Return the value that `pack` wrote.

    Args:
        data: bytes from a stranger.
        resolve: returns what stands for a reference here.

    Raises:
        WireError: the bytes are no value, whatever they are.
    """
    if not 4 < len(data) <= MOST:
        raise WireError(f"{len(data)} bytes")
    size = int.from_bytes(data[:4], "big")
    if size > min(MOST_TREE, len(data) - 4):
        raise WireError(f"a tree of {size} bytes in a message of {len(data)}")
    view = memoryview(data)

    def find(node: list[Any]) -> object:
        number, kind, name, mine = fields(node, 4)
        return resolve(
            Reference(
                natural(number, MOST_NUMBER),
                KINDS[natural(kind, len(KINDS) - 1)],
                exactly(name, str)[:MOST_NAME],
                exactly(mine, bool),
            )
        )

    unpacker = Unpacker(view[4 + size :], find)
    try:
        with _no_collection(size > LARGE):
            value = unpacker.value(msgspec.msgpack.decode(view[4 : 4 + size]))
        unpacker.finish()
    except WireError:
        raise
    except IMPOSSIBLE as error:
        raise WireError(f"{type(error).__name__}: {error}"[:500]) from error
    except BaseException as error:
        # a panic in Qiskit's Rust parts is no Exception, and its class cannot be imported
        if type(error).__module__ == "pyo3_runtime":
            raise WireError(f"Qiskit panics: {error}"[:500]) from error
        raise
    return value


@contextmanager
def _no_collection(wanted: bool) -> Iterator[None]:
    """Keep the garbage collector from searching a tree again and again while it grows: it takes five times as long."""
    wanted = wanted and gc.isenabled()
    if wanted:
        gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


@reads(Tag.REFERENCE)
def _read_reference(unpacker: Unpacker, node: list[Any]) -> object:
    if unpacker.sealed:
        raise WireError("a reference where only data can be")
    return unpacker.resolve(node)
