"""NumPy's scalars and arrays as trees."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from grader.execution.wire_errors import NotData, WireError
from grader.execution.wire_tree import (
    MOST,
    Packer,
    Tag,
    Tree,
    Unpacker,
    exactly,
    fields,
    natural,
    reads,
    writes,
)

DTYPES = re.compile(
    r"\|b1|\|[iu]1|[<>](?:[iu][248]|f(?:2|4|8|16)|c(?:8|16|32)|U[0-9]{1,7})|\|S[0-9]{1,7}"
)
"""Everything that a dtype may be called: numpy.dtype sees no other text."""
MOST_DIMENSIONS = 64
MOST_LENGTH = (1 << 31) - 1
PADDED = np.finfo(np.longdouble).nmant == 63
"""Whether a long double is 10 bytes of number and 6 bytes of whatever was in memory."""


def _bytes_of(value: np.ndarray[Any, Any] | np.generic) -> bytes:
    data = np.ndarray.tobytes(value) if isinstance(value, np.ndarray) else value.tobytes()
    if PADDED and value.dtype.char in "gG":
        raw = np.frombuffer(data, np.uint8).reshape(-1, 16).copy()
        raw[:, 10:] = 0
        return raw.tobytes()
    return data


@writes(
    *{np.dtype(code).type for code in "?bhilqBHILQefdgFDG"},
)
def _scalar(packer: Packer, value: np.generic) -> Tree:
    return [int(Tag.SCALAR), value.dtype.str, _bytes_of(value)]


@reads(Tag.SCALAR)
def _read_scalar(unpacker: Unpacker, node: list[Any]) -> object:
    dtype, data = fields(node, 2)
    return _array(_dtype(dtype), [1], exactly(data, bytes))[0]


@writes(np.str_)
def _numpy_text(packer: Packer, value: np.str_) -> Tree:
    return [int(Tag.NUMPY_TEXT), packer.value(str.__str__(value))]


@reads(Tag.NUMPY_TEXT)
def _read_numpy_text(unpacker: Unpacker, node: list[Any]) -> np.str_:
    return np.str_(exactly(unpacker.value(fields(node, 1)[0]), str))


@writes(np.bytes_)
def _numpy_bytes(packer: Packer, value: np.bytes_) -> Tree:
    return [int(Tag.NUMPY_BYTES), packer.blob(bytes.__getitem__(value, slice(None)))]


@reads(Tag.NUMPY_BYTES)
def _read_numpy_bytes(unpacker: Unpacker, node: list[Any]) -> np.bytes_:
    return np.bytes_(bytes(unpacker.blob(fields(node, 1)[0])))


@writes(np.ndarray)
def write_array(packer: Packer, value: np.ndarray[Any, Any]) -> Tree:
    """Return the tree of an array; a subclass is written as the plain array that it is."""
    value = np.asarray(value) if type(value) is np.ndarray else np.array(value, subok=False)
    if value.dtype.kind == "O":
        items = value.reshape(-1).tolist()
        packer.enter(len(items))
        trees = []
        try:
            for item in items:
                trees.append(packer.value(item))
        except NotData as error:
            raise error.inside(f".flat[{len(trees)}]") from error
        packer.leave()
        return [int(Tag.OBJECTS), list(value.shape), trees]
    if not DTYPES.fullmatch(value.dtype.str):
        raise NotData("ndarray", reason=f"of dtype {value.dtype}")
    if value.nbytes > MOST:
        raise WireError(f"an array larger than {MOST} bytes")
    return [int(Tag.ARRAY), value.dtype.str, list(value.shape), packer.blob(_bytes_of(value))]


@reads(Tag.ARRAY)
def read_array(unpacker: Unpacker, node: list[Any]) -> np.ndarray[Any, Any]:
    """Return the array of a tree: writable, in C order."""
    dtype, shape, blob = fields(node, 3)
    return _array(_dtype(dtype), _shape(shape), unpacker.blob(blob))


@reads(Tag.OBJECTS)
def _read_objects(unpacker: Unpacker, node: list[Any]) -> np.ndarray[Any, Any]:
    shape, trees = fields(node, 2)
    shape = _shape(shape)
    if math.prod(shape) != len(exactly(trees, list)):
        raise WireError(f"{len(trees)} items for an array of shape {shape}")
    value = np.empty(len(trees), dtype=object)
    for position, tree in enumerate(trees):
        value[position] = unpacker.value(tree)
    return value.reshape(shape)


def _dtype(text: object) -> np.dtype[Any]:
    if not DTYPES.fullmatch(exactly(text, str)):
        raise WireError(f"a dtype called {text!r:.40}")
    return np.dtype(text)  # type: ignore[call-overload,no-any-return]


def _shape(node: object) -> list[int]:
    shape = [natural(length, MOST_LENGTH) for length in exactly(node, list)]
    if len(shape) > MOST_DIMENSIONS or math.prod(shape) > MOST:
        raise WireError(f"an array of shape {shape!r:.80}")
    return shape


def _array(
    dtype: np.dtype[Any], shape: list[int], data: bytes | memoryview
) -> np.ndarray[Any, Any]:
    if math.prod(shape) * dtype.itemsize != len(data):
        raise WireError(f"{len(data)} bytes for an array of shape {shape!r:.80} and dtype {dtype}")
    if not data:
        return np.zeros(shape, dtype)
    if dtype.kind == "b" and np.frombuffer(data, np.uint8).max() > 1:
        raise WireError("a truth value that is neither 0 nor 1")
    if dtype.kind == "U" and np.frombuffer(data, f"{dtype.str[0]}u4").max() > 0x10FFFF:
        raise WireError("a character beyond Unicode")
    return np.frombuffer(data, dtype).reshape(shape).copy()
