"""Descriptions of devices: what they promise, and that they agree with themselves."""

import dataclasses
import math
from datetime import date

import networkx as nx
import pytest
from qiskit import QuantumCircuit, transpile
from qiskit.quantum_info import Operator

from grader.checks.devices import DeviceError, device, names

ALL = pytest.mark.parametrize("name", names())


def test_there_is_a_chip_and_an_ion_trap():
    assert names() == ("h2_like", "heron_like")
    assert device("heron_like").two_qubit_gate == "cz"
    assert device("h2_like").two_qubit_gate == "rzz"


@ALL
def test_all_figures_are_of_the_right_size_and_range(name):
    one = device(name)
    assert len(one.readout_errors) == len(one.positions) == one.qubits
    assert all(0 < error < 0.5 for error in one.readout_errors)
    for gate in one.gates.values():
        assert 0 <= gate.error < 1
        assert 0 <= gate.duration < one.readout_duration * 10
        assert len(gate.errors) in (0, one.qubits, len(one.coupling_pairs()))
        assert all(0 < error < 1 for error in gate.errors.values())
    if one.t1 is not None and one.t2 is not None:
        assert len(one.t1) == len(one.t2) == one.qubits
        assert all(0 < t2 <= 2 * t1 < 1e-3 for t1, t2 in zip(one.t1, one.t2, strict=True))


@ALL
def test_sources_and_date_are_told(name):
    one = device(name)
    date.fromisoformat(one.as_of)
    assert one.sources
    for source in one.sources:
        assert source.title
        assert source.where
        assert source.gives
        assert 2017 <= source.year <= date.fromisoformat(one.as_of).year
    assert "no live device" in one.title


@ALL
def test_every_pair_is_told_once_and_the_device_is_connected(name):
    one = device(name)
    pairs = one.coupling_pairs()
    assert list(pairs) == sorted(set(pairs))
    assert all(0 <= a < b < one.qubits for a, b in pairs)
    assert nx.is_connected(nx.Graph(pairs))
    assert nx.Graph(pairs).number_of_nodes() == one.qubits


def test_the_chip_is_two_heavy_hexagons():
    graph = nx.Graph(device("heron_like").coupling_pairs())
    assert max(dict(graph.degree).values()) == 3
    assert sorted(len(ring) for ring in nx.minimum_cycle_basis(graph)) == [12, 12]
    for a, b in graph.edges:  # neighbours are drawn next to each other
        (xa, ya), (xb, yb) = (device("heron_like").positions[q] for q in (a, b))
        assert math.isclose(math.hypot(xa - xb, ya - yb), 1)


def test_ions_meet_in_every_pair():
    ions = device("h2_like")
    assert len(ions.coupling_pairs()) == 56 * 55 // 2
    assert ions.error("rzz", 55, 3) == ions.error("rzz", 0, 1) == 1.57e-3
    assert ions.estimates  # durations are not published
    assert ions.t1 is None


def test_figures_of_places():
    chip = device("heron_like")
    assert chip.error("cz", 16, 17) == chip.error("cz", 17, 16) == 0.21125
    assert chip.error("cz", 0, 1) == 1.8298e-3
    assert chip.error("sx", 20) == chip.error("x", 20) == 4.5042e-4
    assert chip.error("measure", 7) == 0.0229
    assert chip.gates["cz"].error == sorted(chip.gates["cz"].errors.values())[11]
    assert chip.duration("measure") == 1560e-9
    assert chip.duration("cz") == 84e-9
    assert chip.t1 is not None
    assert chip.t1[2] == pytest.approx(338.42e-6)
    assert chip.t2 is not None
    assert chip.t2[13] == pytest.approx(2 * 63.32e-6)  # a fit said 145.75 µs


@ALL
def test_the_target_says_the_same(name):
    one = device(name)
    target = one.target()
    assert target.num_qubits == one.qubits
    assert set(target.operation_names) == {*one.gates, "measure"}
    for gate, told in one.gates.items():
        places = one.coupling_pairs() if told.qubits == 2 else [(q,) for q in range(one.qubits)]
        assert set(target[gate]) == {*places, *(place[::-1] for place in places)}
        for place in places[:: max(1, len(places) // 20)]:
            for way in (place, place[::-1]):
                assert target[gate][way].error == one.error(gate, *place)
                assert target[gate][way].duration == one.duration(gate)
    assert target["measure"][(1,)].error == one.readout_errors[1]
    assert target["measure"][(1,)].duration == one.readout_duration


@ALL
def test_the_transpiler_can_use_the_target(name):
    one = device(name)
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.t(1)
    circuit.cx(1, 2)
    circuit.cx(0, 2)
    made = transpile(circuit, target=one.target(), optimization_level=1, seed_transpiler=1)
    assert set(made.count_ops()) <= set(one.gates)
    allowed = set(one.coupling_pairs())
    for step in made.data:
        where = tuple(sorted(made.find_bit(q).index for q in step.qubits))
        assert len(where) == 1 or where in allowed
    words = transpile(circuit, basis_gates=list(one.gates), optimization_level=1)
    assert Operator(words).equiv(circuit)


@pytest.mark.parametrize("name", ["heron", "", "../heron_like", "heron_like.toml", 3])
def test_an_unknown_device_is_refused_with_the_known_ones(name):
    with pytest.raises(DeviceError, match="expected the name of a device") as caught:
        device(name)
    assert "h2_like, heron_like" in str(caught.value)
    assert caught.value.name == str(name)


@pytest.mark.parametrize(
    ("gate", "qubits"),
    [
        ("cz", (0, 2)),
        ("cz", (0,)),
        ("sx", (21,)),
        ("sx", (0, 1)),
        ("cx", (0, 1)),
        ("measure", (21,)),
    ],
)
def test_what_cannot_be_done_there_has_no_error(gate, qubits):
    known = gate in (*device("heron_like").gates, "measure")
    told = "expected a place" if known else "expected a native gate"
    with pytest.raises(DeviceError, match=f"heron_like: {told}"):
        device("heron_like").error(gate, *qubits)


def test_unknown_gates_have_no_duration():
    with pytest.raises(DeviceError, match="expected a native gate"):
        device("h2_like").duration("cz")


def test_a_description_is_made_once_and_cannot_be_changed():
    one = device("heron_like")
    assert device("heron_like") is one
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.qubits = 3
    with pytest.raises(TypeError):
        one.gates["cz"] = None
    with pytest.raises(TypeError):
        one.gates["cz"].errors[0, 1] = 0
