"""Values as trees that msgpack can carry, and back: the frame that knows no type by itself.

A tree is None, a bool, an int of 64 bits, a float, a str, bytes, or a list that begins with a `Tag`. Byte strings
that are long travel behind the tree (the tail), and the tree holds their length: so the tree stays small enough
that a hostile one cannot grow to more than some hundred megabytes of objects.

Modules that know types register a function for each with `writes` and `reads`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from grader.execution.wire_errors import NotData, WireError

Tree = Any

MOST = 32 * 1024 * 1024
"""Bytes of a message, at most."""
MOST_TREE = 4 * 1024 * 1024
"""Bytes of the tree in a message, at most."""
MOST_NODES = 1 << 19
"""Parts of a value, at most; a long list of numbers is one part."""
MOST_DEPTH = 64
"""Levels of nesting, at most."""
MOST_BITS = 1000
"""Qubits, or classical bits, of one circuit, register or operator, at most."""
MOST_ITEMS = 100_000
"""Bits, parameters and such that a message may ask for without carrying a byte for each, at most."""
INLINE = 1024
"""Byte strings longer than this go to the tail."""


class Tag(IntEnum):
    """First item of a list in a tree: what the list stands for."""

    LIST = 0
    TUPLE = 1
    DICT = 2
    SET = 3
    FROZENSET = 4
    INTEGER = 5
    COMPLEX = 6
    TEXT = 7
    BYTES = 8
    BYTEARRAY = 9
    RANGE = 10
    SLICE = 11
    ELLIPSIS = 12
    FRACTION = 13
    DECIMAL = 14
    DATETIME = 15
    DATE = 16
    TIMEDELTA = 17
    FLOATS = 18
    INTEGERS = 19
    REFERENCE = 20
    ARRAY = 30
    OBJECTS = 31
    SCALAR = 32
    NUMPY_TEXT = 33
    NUMPY_BYTES = 34
    GENERATOR = 35
    PARAMETER = 40
    VECTOR = 41
    ELEMENT = 42
    EXPRESSION = 43
    CIRCUIT = 50
    OPERATION = 51
    REGISTER = 52
    BIT = 53
    CLASSICAL = 54
    OPERATOR = 60
    STATEVECTOR = 61
    DENSITY_MATRIX = 62
    PAULI = 63
    PAULI_LIST = 64
    SPARSE_PAULI = 65
    CLIFFORD = 66
    STABILIZER = 67
    CHANNEL = 68
    OBSERVABLE = 69
    COUNTS = 70
    QUASI = 71
    PROBABILITIES = 72
    BIT_ARRAY = 73
    DATA_BIN = 74
    PUB_RESULT = 75
    PRIMITIVE_RESULT = 76


Writer = Callable[["Packer", Any], Tree]
Reader = Callable[["Unpacker", list[Any]], object]

WRITERS: dict[type, Writer] = {}
READERS: dict[int, Reader] = {}


def writes(*kinds: type) -> Callable[[Writer], Writer]:
    """Register a function that turns values of these types, and of their subclasses, into trees."""

    def register(writer: Writer) -> Writer:
        WRITERS.update(dict.fromkeys(kinds, writer))
        return writer

    return register


def reads(tag: Tag) -> Callable[[Reader], Reader]:
    """Register a function that turns a tree that begins with this tag into a value."""

    def register(reader: Reader) -> Reader:
        READERS[int(tag)] = reader
        return reader

    return register


class Packer:
    """Turns one value into a tree and a tail.

    Attributes:
        tail: byte strings that travel behind the tree.
        inline: whether byte strings must stay in the tree, because the order of their owners is not known yet.
        operations: id of a circuit operation that has been written -> its number in the message.
        keep: what must live until the message is written, because its id is used.
        loose: bit of no register -> its number in the message.
        sealed: how many reasons there are to let nothing stand in.
    """

    __slots__ = (
        "depth",
        "inline",
        "keep",
        "loose",
        "nodes",
        "operations",
        "sealed",
        "stand_in",
        "tail",
        "tail_size",
    )

    def __init__(self, stand_in: Callable[[object], Tree]) -> None:
        self.stand_in = stand_in
        self.tail: list[bytes] = []
        self.tail_size = 0
        self.inline = False
        self.sealed = 0
        self.depth = 0
        self.nodes = 0
        self.operations: dict[int, int] = {}
        self.keep: list[object] = []
        self.loose: dict[Any, int] = {}

    def value(self, value: object) -> Tree:
        """Return the tree of a value."""
        kind = type(value)
        writer = WRITERS.get(kind)
        if writer is None:
            # not isinstance: a class may lie about __class__
            writer = next((WRITERS[base] for base in kind.__mro__ if base in WRITERS), None)
            if writer is None:
                if self.sealed:
                    raise NotData(kind.__name__, reason="nothing can stand in for it here")
                return self.stand_in(value)
        return writer(self, value)

    def enter(self, parts: int) -> None:
        """Go one level deeper, into a container of so many parts; pair with `leave`."""
        self.depth += 1
        self.nodes += parts
        if self.depth > MOST_DEPTH:
            raise WireError(f"nested deeper than {MOST_DEPTH} levels, or holds itself")
        if self.nodes > MOST_NODES:
            raise WireError(f"more than {MOST_NODES} parts")

    def leave(self) -> None:
        """Come back from a level."""
        self.depth -= 1

    def seal(self) -> None:
        """Let nothing stand in for what is no data, until `unseal`: here code would look into it at once."""
        self.sealed += 1

    def unseal(self) -> None:
        """Undo a `seal`."""
        self.sealed -= 1

    def blob(self, data: bytes) -> Tree:
        """Return what stands in the tree for a byte string."""
        if len(data) <= INLINE or self.inline:
            return data
        self.tail_size += len(data)
        if self.tail_size > MOST:
            raise WireError(f"larger than {MOST} bytes")
        self.tail.append(data)
        return len(data)


class Unpacker:
    """Turns a tree and a tail into a value. Both are hostile.

    Attributes:
        vectors: parameter vectors of the message, by name and UUID.
        operations: circuit operations of the message, by number.
        registers: registers of the message, by kind, name and size.
        loose: bits of no register, by number.
        sealed: how many reasons there are to refuse references.
    """

    __slots__ = (
        "_items",
        "_nodes",
        "_tail",
        "_taken",
        "depth",
        "loose",
        "operations",
        "registers",
        "resolve",
        "sealed",
        "vectors",
    )

    def __init__(self, tail: memoryview, resolve: Callable[[list[Any]], object]) -> None:
        self.resolve = resolve
        self.depth = 0
        self.sealed = 0
        self.vectors: dict[tuple[str, int], Any] = {}
        self.operations: list[Any] = []
        self.registers: dict[tuple[int, str, int], Any] = {}
        self.loose: dict[int, Any] = {}
        self._tail = tail
        self._taken = 0
        self._items = 0
        self._nodes = 0

    def value(self, node: Tree) -> Any:
        """Return the value of a tree."""
        kind = type(node)
        if kind is list:
            self.depth += 1
            self._nodes += 1
            if self.depth > MOST_DEPTH or self._nodes > MOST_NODES:
                raise WireError(
                    f"nested deeper than {MOST_DEPTH} levels, or more than {MOST_NODES} parts"
                )
            reader = READERS.get(node[0]) if node and type(node[0]) is int else None
            if reader is None:
                raise WireError(f"unknown tag {node[0] if node else 'of nothing'!r:.40}")
            if node[0] in UNSEALED:
                value = reader(self, node)
            else:
                self.sealed += 1
                value = reader(self, node)
                self.sealed -= 1
            self.depth -= 1
            return value
        if kind is dict or kind not in NATIVE:
            raise WireError(f"a {kind.__name__} of msgpack")
        return node

    def values(self, nodes: Tree) -> list[Any]:
        """Return the values of a list of trees."""
        return [self.value(node) for node in exactly(nodes, list)]

    def blob(self, node: Tree) -> bytes | memoryview:
        """Return a byte string, from the tree or the tail."""
        if type(node) is bytes:
            return node
        size = natural(node, MOST)
        data = self._tail[self._taken : self._taken + size]
        if len(data) != size:
            raise WireError("the message ends inside a byte string")
        self._taken += size
        return data

    def spend(self, items: int) -> None:
        """Account for objects that the message asks for in return for no bytes."""
        self._items += items
        if self._items > MOST_ITEMS:
            raise WireError(f"asks for more than {MOST_ITEMS} bits or parameters")

    def finish(self) -> None:
        """Check that nothing is left of the tail."""
        if self._taken != len(self._tail):
            raise WireError(f"{len(self._tail) - self._taken} bytes too many")


UNSEALED = frozenset({Tag.LIST, Tag.TUPLE, Tag.DICT, Tag.SLICE, Tag.OBJECTS, Tag.REFERENCE})
"""Containers in which something may stand in for a part: nothing looks into it before the receiver does."""
NATIVE = frozenset({type(None), bool, int, float, str, bytes})


def fields(node: list[Any], count: int) -> list[Any]:
    """Return what follows the tag of a node that must have so many fields."""
    if len(node) != count + 1:
        raise WireError(f"{Tag(node[0]).name} with {len(node) - 1} fields instead of {count}")
    return node[1:]


def exactly(node: Tree, kind: type) -> Any:
    """Return a part of a tree that must be of this very type."""
    if type(node) is not kind:
        raise WireError(f"a {type(node).__name__} where a {kind.__name__} belongs")
    return node


def natural(node: Tree, most: int) -> int:
    """Return a part of a tree that must be an int from 0 to `most`."""
    if type(node) is not int or not 0 <= node <= most:
        raise WireError(f"{node!r:.40} where a number from 0 to {most} belongs")
    return node
