"""The independent simulation agrees with Qiskit's, and keeps phases, branches and conditions."""

from __future__ import annotations

import numpy as np
import pytest
from qiskit import ClassicalRegister, QuantumCircuit, QuantumRegister
from qiskit.circuit.library import Initialize
from qiskit.circuit.random import random_circuit
from qiskit.quantum_info import Operator, Statevector

from grader.accuracy.simulation import (
    UndecidableError,
    amplitudes,
    instrument,
    matrix,
    outcomes,
)


@pytest.mark.parametrize("seed", range(12))
def test_states_and_unitaries_are_those_of_qiskit(seed):
    circuit = random_circuit(1 + seed % 4, 5, max_operands=3, seed=seed)
    circuit.global_phase = 0.3 * seed
    assert np.allclose(amplitudes(circuit), Statevector(circuit).data, atol=1e-12)
    assert np.allclose(matrix(circuit), Operator(circuit).data, atol=1e-12)


def test_a_gate_of_ones_own_keeps_its_phase():
    inner = QuantumCircuit(2, global_phase=1.1)
    inner.cx(1, 0)
    circuit = QuantumCircuit(3)
    circuit.append(inner.to_gate(), [2, 0])
    assert np.allclose(matrix(circuit), Operator(circuit).data)


def test_teleportation_works_for_every_outcome():
    circuit = QuantumCircuit(QuantumRegister(3), ClassicalRegister(1), ClassicalRegister(1))
    circuit.ry(0.7, 0)
    circuit.h(1)
    circuit.cx(1, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    circuit.measure(1, 1)
    with circuit.if_test((circuit.cregs[1], 1)):
        circuit.x(2)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.z(2)
    circuit.ry(-0.7, 2)
    circuit.add_register(ClassicalRegister(1))
    circuit.measure(2, 2)
    found = outcomes(circuit)
    assert sum(found.values()) == pytest.approx(1)
    assert {label[0] for label, chance in found.items() if chance > 1e-9} == {"0"}


def test_resets_and_initialisation_are_done():
    circuit = QuantumCircuit(1, 1)
    circuit.x(0)
    circuit.append(Initialize([0.6, 0.8j]), [0])
    circuit.measure(0, 0)
    assert outcomes(circuit) == pytest.approx({"0": 0.36, "1": 0.64})


def test_an_instrument_forgets_nothing_but_what_a_reset_forgets():
    circuit = QuantumCircuit(1)
    circuit.reset(0)
    (found,) = instrument(circuit).values()
    kept = np.array([[1, 0], [0, 0]])
    wanted = sum(
        np.outer(kraus.ravel(), kraus.ravel().conj())
        for kraus in (kept, np.array([[0, 1], [0, 0]]))
    )
    assert np.allclose(found, wanted)


@pytest.mark.parametrize("qubits", [15, 40])
def test_what_is_too_large_is_said_to_be(qubits):
    with pytest.raises(UndecidableError, match="qubits"):
        amplitudes(QuantumCircuit(qubits))
