"""Answers transpiled for a device that has more qubits than a check simulates."""

import pytest
from qiskit import QuantumCircuit, transpile
from qiskit.transpiler import CouplingMap

from grader.checks import (
    assert_distribution,
    assert_marks,
    assert_same_channel,
    assert_same_density,
)
from tests.grader.checks.failing import code, failure


def on_device(circuit, layout):
    return transpile(
        circuit,
        coupling_map=CouplingMap.from_line(40),
        basis_gates=["rz", "sx", "x", "cx"],
        initial_layout=layout,
        optimization_level=1,
        seed_transpiler=3,
        qubits_initially_zero=False,
    )


def uneven():
    circuit = QuantumCircuit(3)
    circuit.ry(0.4, 0)
    circuit.cx(0, 1)
    circuit.ry(1.1, 2)
    circuit.crx(0.7, 2, 0)
    return circuit


@pytest.mark.parametrize("layout", [[20, 24, 22], [39, 37, 35], None])
def test_a_small_circuit_on_a_large_device_is_judged(layout):
    moved = on_device(uneven(), layout)
    assert moved.num_qubits == 40
    assert_same_density(moved, uneven())
    assert_same_channel(moved, uneven())
    other = uneven()
    other.t(0)
    assert code(assert_same_channel, moved, other)
    assert code(assert_same_density, moved, other)


@pytest.mark.parametrize("layout", [[20, 24, 22], None])
def test_measured_on_a_large_device(layout):
    circuit = QuantumCircuit(3, 2)
    circuit.x(1)
    circuit.cx(1, 2)
    circuit.barrier()
    circuit.measure([2, 0], [0, 1])
    moved = on_device(circuit, layout)
    assert_distribution(moved, {"01": 1})
    assert code(assert_distribution, moved, {"11": 1})


def test_an_oracle_on_a_large_device():
    circuit = QuantumCircuit(3)
    circuit.x(1)
    circuit.ccz(0, 1, 2)
    circuit.x(1)
    moved = on_device(circuit, [20, 24, 22])
    assert_marks(moved, ["101"], qubits=3)
    assert code(assert_marks, moved, ["011"], qubits=3) == "marks_other"


def test_qubits_of_its_author_are_never_left_out():
    caught = failure(assert_same_density, QuantumCircuit(13), "|0>")
    assert (caught.code, caught.parameters["got"]) == ("wrong_size", 13)
