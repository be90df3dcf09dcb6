"""Generators and black boxes as data: what arrives is the same, and forged ones are refused."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qiskit import QuantumCircuit

from grader.checks import instances, opaque_oracle
from grader.checks.opaque import OpaqueOracle
from grader.execution.wire import NotData, Reference, WireError, pack, unpack
from grader.execution.wire_tree import Tag


def refuse(reference):
    raise AssertionError(reference)


def there(value):
    return unpack(pack(value, stand_in=lambda part: None), resolve=refuse)


def raw(tree):
    data = msgspec.msgpack.encode(tree)
    return len(data).to_bytes(4, "big") + data


@given(st.integers(0, 2**64), st.integers(0, 5))
def test_a_generator_goes_on_as_it_would_have(seed, drawn):
    mine = np.random.default_rng(seed)
    mine.integers(100, size=drawn, dtype=np.int32)  # an odd number leaves half a word
    arrived = there(mine)
    assert type(arrived) is np.random.Generator
    assert arrived.integers(100, size=9, dtype=np.int32).tolist() == (
        mine.integers(100, size=9, dtype=np.int32).tolist()
    )
    assert arrived.normal() == mine.normal()


def test_other_generators_are_no_data_and_those_of_instances_have_no_stand_in():
    other = np.random.Generator(np.random.MT19937(1))
    with pytest.raises(NotData):
        pack(other, stand_in=lambda part: None)
    assert (
        unpack(
            pack(other, stand_in=lambda part: Reference(7, "object")),
            resolve=lambda one: one.number,
        )
        == 7
    )
    for value in (instances("t"), [instances("t")], {"a": (instances("t"),)}):
        with pytest.raises(NotData, match="foresees"):
            pack(value, stand_in=lambda part: Reference(7, "object"))


def big(number):
    return [int(Tag.INTEGER), number.to_bytes(number.bit_length() // 8 + 1, "big", signed=True)]


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [1, 1, 0],
        [1, 2, 0, 0],
        [-1, 1, 0, 0],
        [1.0, 1, 0, 0],
        [1, 1, 2, 0],
        [1, 1, True, 0],
        [1, 1, 0, 1 << 32],
        [big(1 << 128), 1, 0, 0],
        [1, big((1 << 128) + 1), 0, 0],
        [1, 1, 0, "0"],
    ],
)
def test_forged_states_are_refused(parts):
    assert unpack(raw([int(Tag.GENERATOR), 5, 3, 0, 0]), resolve=refuse).random() < 1
    with pytest.raises(WireError):
        unpack(raw([int(Tag.GENERATOR), *parts]), resolve=refuse)


def test_black_boxes_arrive_as_what_they_are():
    call = opaque_oracle("oracle", 2)
    circuit = QuantumCircuit(5)
    circuit.append(call, [0, 1])
    circuit.append(call.inverse(), [1, 0])
    circuit.append(call.control(2, ctrl_state=1, label="two"), [3, 2, 1, 0])
    circuit.append(call.inverse().control(3), [4, 3, 2, 1, 0])
    inner = QuantumCircuit(2)
    inner.append(call, [0, 1])
    circuit.append(inner.to_gate(), [0, 1])
    arrived = there(circuit)
    assert arrived == circuit
    for mine, theirs in zip(circuit.data[:4], arrived.data[:4], strict=True):
        one, other = mine.operation, theirs.operation
        assert type(other) is OpaqueOracle
        assert vars(one).keys() == vars(other).keys()
        for name in ("oracle", "size", "inverted", "controls", "ctrl_state", "label"):
            assert getattr(one, name) == getattr(other, name)
    assert type(there(call)) is OpaqueOracle


@pytest.mark.parametrize(
    "parts",
    [
        ["oracle", 2, False, 0],
        [3, 2, False, 0, 0],
        ["oracle", -1, False, 0, 0],
        ["oracle", 10**9, False, 0, 0],
        ["oracle", 2, 0, 0, 0],
        ["oracle", 2, False, 1, 2],
        ["oracle", 2, False, 1, -1],
        ["oracle", 2, False, 0, None],
        ["oracle", 2.0, False, 0, 0],
    ],
)
def test_forged_black_boxes_are_refused(parts):
    tree = [int(Tag.OPERATION), "library", "oracle", None]
    assert unpack(raw([*tree, "oracle", 2, False, 0, 0]), resolve=refuse).size == 2
    with pytest.raises(WireError):
        unpack(raw([*tree, *parts]), resolve=refuse)
