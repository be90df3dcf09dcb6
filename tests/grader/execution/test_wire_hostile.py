"""Bytes from a stranger: whatever they are, unpack raises WireError or returns data, soon and in little memory."""

from __future__ import annotations

import copy
import io
import pickle
import random
import resource
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, qpy
from qiskit.circuit import Parameter, ParameterVector, library
from qiskit.quantum_info import (
    Kraus,
    Pauli,
    SparseObservable,
    SparsePauliOp,
    Statevector,
    random_clifford,
)

from grader.execution.wire import WireError, pack, unpack
from grader.execution.wire_operations import number_of
from grader.execution.wire_tree import MOST, MOST_TREE, Tag

PARAMETER = [40, "a", b"x" * 16]


def message(tree: Any, tail: bytes = b"") -> bytes:
    data = tree if isinstance(tree, bytes) else msgspec.msgpack.encode(tree)
    return len(data).to_bytes(4, "big") + data + tail


def full(item: Any) -> bytes:
    """A list that holds the same tree as often as a message can."""
    data = msgspec.msgpack.encode(item)
    count = (MOST_TREE - 20) // len(data)
    return message(b"\x92\x00\xdd" + count.to_bytes(4, "big") + data * count)


def value_of(data: bytes) -> object:
    return unpack(data, resolve=lambda reference: reference)


def samples() -> list[Any]:
    theta, vector = Parameter("t"), ParameterVector("v", 3)
    circuit = QuantumCircuit(3, 2, metadata={"a": 1})
    circuit.rx(theta * 2 - vector[1], 0)
    circuit.measure(0, 0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(1)
    with circuit.switch(circuit.cregs[0]) as case, case(1, 2):
        circuit.y(0)
    gate = QuantumCircuit(2, name="g")
    gate.h(0)
    circuit.append(gate.to_gate().control(1, ctrl_state=0), [0, 1, 2])
    circuit.append(library.PauliEvolutionGate(SparsePauliOp(["XX", "ZZ"]), theta), [0, 1])
    circuit.initialize([0.6, 0.8], 0)
    circuit.unitary(np.eye(4), [0, 1])
    circuit.mcx([0, 1], 2)
    return [
        circuit,
        {"a": [1.5, (2, {3})], 1j: np.arange(6).reshape(2, 3)},
        [b"x" * 3000, "y" * 3000, np.zeros(500), [0.5] * 30],
        np.array([["a", 1]], dtype=object),
        [theta, vector, vector[2], theta**2],
        [Pauli("-iXY"), random_clifford(2, seed=1), Statevector([1, 0]), Kraus([np.eye(2)])],
        SparseObservable.from_list([("X+", 1.5)]),
        [np.float32(2), np.str_("x"), range(4), slice(1), 10**30],
    ]


def trees() -> list[tuple[Any, bytes]]:
    found = []
    for sample in samples():
        data = pack(sample, stand_in=lambda _: None)
        end = 4 + int.from_bytes(data[:4], "big")
        found.append((msgspec.msgpack.decode(data[4:end]), data[end:]))
    return found


TREES = trees()


def paths(tree: Any, here: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    found = [here]
    if isinstance(tree, list):
        for place, part in enumerate(tree):
            found += paths(part, (*here, place))
    return found


def part(tree: Any, path: tuple[int, ...]) -> Any:
    for place in path:
        tree = tree[place]
    return tree


PARTS = [part(tree, path) for tree, _ in TREES for path in paths(tree)]
ODD = [
    0, 1, -1, 2, 7, 64, 255, 1000, 1001, 2**31, 2**53, 2**63 - 1, -(2**63), 1e308, float("nan"), -0.0, None, True,
    "", "x", "a" * 300, b"", b"\xff" * 16, [], [0], [[]], [0, []], {}, {"a": 1}, "<f8", "|b1", "|O", "<U3",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.randoms(use_true_random=False))
def test_changed_messages_are_data_or_an_error(chance: random.Random) -> None:
    tree, tail = copy.deepcopy(chance.choice(TREES))
    for _ in range(chance.choice([1, 1, 2])):
        path = chance.choice(paths(tree)[1:])
        above, place = part(tree, path[:-1]), path[-1]
        match chance.randrange(4):
            case 0:
                above[place] = chance.choice(ODD)
            case 1:
                above[place] = copy.deepcopy(chance.choice(PARTS))
            case 2:
                above.insert(place, copy.deepcopy(chance.choice(PARTS)))
            case _:
                del above[place]
        if not isinstance(tree, list) or not tree:
            break
    try:
        value = value_of(message(tree, tail))
    except WireError as error:
        assert error.reason
    else:
        pack(value, stand_in=lambda _: 1)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(TREES), st.data())
def test_noise_is_an_error_or_data(
    noise: bytes, sample: tuple[Any, bytes], data: st.DataObject
) -> None:
    whole = bytearray(message(*sample))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    for stranger in (noise, message(noise), bytes(whole), bytes(whole[:place])):
        try:
            value_of(stranger)
        except WireError as error:
            assert str(error)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\0",
        b"\xff" * 8,
        message(b"\xdd\xff\xff\xff\xff"),
        message(b"\xdf\xff\xff\xff\xff"),
        message(b"\xc6\xff\xff\xff\xff"),
        message(b"\x91" * 100_000),
        message(b"\x92\x00\x91" * 100_000 + b"\xc0"),
        message({"a": 1}),
        message([]),
        message([-1]),
        message([999, 1]),
        message([True, []]),
        message([0.0, []]),
        message(5, b"more"),
        message([Tag.BYTES, 2000], b"x" * 1999),
        message([Tag.BYTES, MOST + 1], b""),
        message([Tag.BYTES, -1], b"x"),
        message([Tag.TEXT, b"\xff"]),
        message([Tag.INTEGER, b"\x7f" * 2000]),
        message([Tag.DECIMAL, "1E+999999999"]),
        message([Tag.DECIMAL, "1" * 10_000]),
        message([Tag.FRACTION, 1, 0]),
        message([Tag.DICT, [[Tag.LIST, []], 1]]),
        message([Tag.DICT, [1, 2, 3]]),
        message([Tag.DICT, [1, 2, 1, 3]]),
        message([Tag.SET, [1, 1]]),
        message([Tag.SET, [[Tag.DICT, []]]]),
        message([Tag.FLOATS, 0, b"1234567"]),
        message([Tag.ARRAY, "|O", [1], b"12345678"]),
        message([Tag.ARRAY, "<f8,<f8", [1], b"1" * 16]),
        message([Tag.ARRAY, "f8", [1], b"12345678"]),
        message([Tag.ARRAY, "<M8[ns]", [1], b"12345678"]),
        message([Tag.ARRAY, "<f8", [2], b"12345678"]),
        message([Tag.ARRAY, "<f8", [-1], b"12345678"]),
        message([Tag.ARRAY, "|b1", [2**31] * 3, b""]),
        message([Tag.ARRAY, "<U0", [2**30], b""]),
        message([Tag.ARRAY, "|b1", [1] * 65, b"\1"]),
        message([Tag.ARRAY, "|b1", [1], b"\2"]),
        message([Tag.ARRAY, "<U1", [1], b"\xff\xff\xff\xff"]),
        message([Tag.OBJECTS, [3], [1]]),
        message([Tag.VECTOR, "v", b"x" * 16, 10**9]),
        message([Tag.PARAMETER, "v", b"short"]),
        message([Tag.EXPRESSION, [[0, None, None]], None]),
        message([Tag.EXPRESSION, [[0, 1, PARAMETER]] * 3000, None]),
        message([Tag.EXPRESSION, [[4, PARAMETER, 10**9]], None]),
        message([Tag.REGISTER, 0, "q", 10**9]),
        message([Tag.BIT, 0, "q", 2, 2]),
        message([Tag.CIRCUIT, "", 0.0, None, [[[0, "q", 1001]]], [[]], None, [], None]),
        message([Tag.CIRCUIT, "", 0.0, None, [[[0, "q", 1]]], [[]], None, [[1, [0, 0], []]], None]),
        message([Tag.CIRCUIT, "", 0.0, None, [[[0, "q", 2]]], [[]], None, [[number_of("cx"), [1, 1], []]], None]),
        message([Tag.CIRCUIT, "", 0.0, None, [[[0, "q", 1]]], [[]], None, [[1, [1], []]], None]),
        message([Tag.CIRCUIT, "", 0.0, None, [[[0, "q", 1]]], [[]], None, [[1, [0], [0.5]]], None]),
        message([Tag.CIRCUIT, "", float("nan"), 5, [[]], [[]], None, [], None]),
        message([Tag.OPERATION, 0]),
        message([Tag.OPERATION, "os.system", None]),
        message([Tag.OPERATION, "library", "MCXGate", None, 3, 7]),
        message([Tag.OPERATION, "library", "initialize", None, 1, 10**9, False]),
        message([Tag.OPERATION, "library", "qft", None, 10**9]),
        message([Tag.OPERATION, "library", "unitary", None, [30, "<c16", [1, 1], b"\x40" * 16]]),
        message([Tag.DENSITY_MATRIX, [30, "<c16", [30_000], 480_000], [30_000]], bytes(480_000)),
        message([Tag.SET, [[Tag.REFERENCE, 1, 0, "f", False]]]),
        message([Tag.CIRCUIT, "", [Tag.REFERENCE, 1, 0, "f", False], None, [[]], [[]], None, [], None]),
        message([Tag.REFERENCE, -1, 0, "f", False]),
        message([Tag.REFERENCE, 1, 9, "f", False]),
        message([Tag.OBSERVABLE, 2, *[[30, "<c16", [1], b"\0" * 16]], [30, "|u1", [1], b"\1"],
                 [30, "<u4", [1], b"\0" * 4], [30, "<u8", [2], b"\0" * 8 + b"\xff" * 8]]),
        pickle.dumps([1, 2, 3]),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        value_of(data)


def test_a_matrix_whose_product_would_be_huge_is_refused_first() -> None:
    data = message(
        [Tag.OPERATION, "library", "unitary", None, [30, "<c16", [1, 2000], 32_000]], bytes(32_000)
    )
    with pytest.raises(WireError, match="unitary of shape"):
        value_of(data)


def test_qpy_of_any_version_is_refused() -> None:
    for version in range(qpy.common.QPY_COMPATIBILITY_VERSION, qpy.common.QPY_VERSION + 1):
        file = io.BytesIO()
        qpy.dump(QuantumCircuit(1), file, version=version)
        with pytest.raises(WireError):
            value_of(file.getvalue())
        with pytest.raises(WireError):
            value_of(message([Tag.CIRCUIT, file.getvalue()]))


@pytest.mark.parametrize(
    "data",
    [
        full([Tag.CIRCUIT, "", 0.0, None, [[]], [[]], None, [], None]),
        full([Tag.CIRCUIT, "", 0.0, None, [[[0, "q", 1000]]], [[]], None, [], None]),
        message([Tag.LIST, [[Tag.REGISTER, 0, f"q{number}", 1000] for number in range(1000)]]),
        message(
            [Tag.LIST, [[Tag.VECTOR, f"v{number}", b"x" * 16, 50_000] for number in range(100)]]
        ),
        message([Tag.LIST, [[Tag.BIT, 0, number] for number in range(100_001)]]),
    ],
    ids=["circuits", "wide circuits", "registers", "vectors", "bits"],
)
def test_what_costs_no_bytes_is_counted(data: bytes) -> None:
    with pytest.raises(WireError, match="more than 100000"):
        value_of(data)


@pytest.mark.parametrize(
    "item",
    [
        [Tag.LIST, []],
        [Tag.DICT, []],
        [Tag.ARRAY, "|b1", [0], b""],
        [Tag.OPERATION, "library", "qft", None, 1000],
    ],
    ids=["lists", "dicts", "arrays", "gates"],
)
def test_the_smallest_parts_cannot_grow_to_a_gigabyte(item: list[Any]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        value_of(full(item))
    except WireError as error:
        assert "more than" in error.reason
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600 * 1024


def test_the_bound_on_a_message_holds_for_the_tree_too() -> None:
    with pytest.raises(WireError):
        value_of(
            message(
                b"\x92\x00\xdd" + (MOST_TREE + 1).to_bytes(4, "big") + b"\x01" * (MOST_TREE + 1)
            )
        )
    with pytest.raises(WireError):
        value_of(message([Tag.BYTES, MOST], bytes(MOST)))


def test_an_error_of_the_receiver_is_not_swallowed() -> None:
    class Mine(Exception):
        pass

    def resolve(reference: object) -> object:
        raise Mine

    with pytest.raises(Mine):
        unpack(message([Tag.REFERENCE, 1, 0, "f", False]), resolve=resolve)
