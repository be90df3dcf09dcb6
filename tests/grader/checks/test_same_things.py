"""States, unitaries and isometries of random circuits: equal ones pass however they are built, perturbed ones fail."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.circuit.library import CCXGate, Initialize, MCXGate, RXGate, StatePreparation, XGate
from qiskit.quantum_info import Operator, Statevector, random_clifford

from grader.checks import (
    CheckFailed,
    assert_same_isometry,
    assert_same_state,
    assert_same_unitary,
)
from tests.grader.checks.circuits import circuits
from tests.grader.checks.failing import code

LINE = [[k, k + 1] for k in range(6)] + [[k + 1, k] for k in range(6)]
BASES = (["cx", "rz", "sx", "x"], ["cz", "rz", "rx"], ["ecr", "u"])


def rebuilt(circuit, level, seed, basis, phase):
    """Another circuit with the same action: routed, its gates replaced, with barriers and measurements."""
    built = transpile(
        circuit,
        basis_gates=BASES[basis],
        coupling_map=LINE,
        optimization_level=level,
        seed_transpiler=seed,
    )
    built.global_phase += phase
    built.barrier()
    built.measure_all()
    return built


BUILT = (st.integers(0, 3), st.integers(0, 99), st.integers(0, 2), st.floats(-3, 3))


@settings(max_examples=30, deadline=None)
@given(circuits(most=6), *BUILT)
def test_equal_pairs_pass_both_ways(circuit, level, seed, basis, phase):
    other = rebuilt(circuit, level, seed, basis, phase)
    assert_same_unitary(other, circuit)
    assert_same_unitary(circuit, other)
    assert_same_state(other, circuit)
    assert_same_state(circuit, other)
    assert_same_isometry(other, circuit, inputs=1)
    assert_same_isometry(circuit, other, inputs=range(circuit.num_qubits))
    assert_same_unitary(circuit.copy(), circuit, strict_phase=True)


@settings(max_examples=30, deadline=None)
@given(circuits(most=6), circuits(most=6), *BUILT, st.integers(0, 5), st.floats(0.01, 3))
def test_perturbed_pairs_fail_both_ways(before, after, level, seed, basis, phase, place, angle):
    if after.num_qubits > before.num_qubits:
        before, after = after, before
    place %= before.num_qubits
    right, wrong = before.copy(), before.copy()
    wrong.rx(angle, place)
    right.compose(after, range(after.num_qubits), inplace=True)
    wrong.compose(after, range(after.num_qubits), inplace=True)
    wrong = rebuilt(wrong, level, seed, basis, phase)
    for one, two in ((right, wrong), (wrong, right)):
        with pytest.raises(CheckFailed) as caught:
            assert_same_unitary(one, two)
        assert caught.value.code != "global_phase"


@settings(max_examples=25, deadline=None)
@given(circuits(most=6), st.integers(0, 20), st.integers(0, 20))
def test_gates_on_different_qubits_may_be_exchanged(circuit, first, second):
    data = list(circuit.data)
    for place in (first % len(data), second % len(data)):
        if place and not set(data[place].qubits) & set(data[place - 1].qubits):
            data[place - 1], data[place] = data[place], data[place - 1]
    other = circuit.copy_empty_like()
    for instruction in data:
        other.append(instruction)
        other.barrier()
    assert_same_unitary(other, circuit, strict_phase=True)


@settings(max_examples=25, deadline=None)
@given(circuits(most=4), st.floats(0.02, 3.1))
def test_a_global_phase_counts_when_asked(circuit, angle):
    other = circuit.copy()
    other.global_phase += angle
    assert_same_unitary(other, circuit)
    assert code(assert_same_unitary, other, circuit, strict_phase=True) == "global_phase"
    assert code(assert_same_state, other, circuit, strict_phase=True) == "global_phase"
    assert code(assert_same_isometry, circuit, other, inputs=1, strict_phase=True) == "global_phase"


@settings(max_examples=20, deadline=None)
@given(circuits(most=3), circuits(most=3))
def test_what_is_defined_inside_a_gate_counts_as_what_it_is(circuit, other):
    outer = QuantumCircuit(circuit.num_qubits + 1)
    outer.append(circuit.to_gate().control(1, ctrl_state=0), range(circuit.num_qubits + 1))
    outer.append(other.to_gate(), range(other.num_qubits)) if (
        other.num_qubits <= outer.num_qubits
    ) else None
    assert_same_unitary(outer, Operator(outer), strict_phase=True)


def test_the_pairs_that_others_confuse():
    assert code(assert_same_unitary, RXGate(3.14), XGate()) == "wrong_unitary"
    assert_same_unitary(RXGate(3.14), XGate(), tolerance=1e-3)
    assert code(assert_same_unitary, QuantumCircuit(10), MCXGate(9)) == "does_nothing"
    circuit = QuantumCircuit(3)
    circuit.ccx(0, 1, 2)
    circuit.cz(0, 1)
    assert code(assert_same_unitary, circuit, CCXGate()) == "relative_phase"
    hz, xh = QuantumCircuit(1), QuantumCircuit(1)
    hz.z(0)
    hz.h(0)
    xh.h(0)
    xh.x(0)
    assert_same_unitary(hz, xh, strict_phase=True)


def test_a_reset_is_no_gate():
    circuit = QuantumCircuit(1)
    circuit.reset(0)
    circuit.x(0)
    assert_same_state(circuit, "|1>")
    assert code(assert_same_unitary, circuit, XGate()) == "wrong_type"
    assert_same_isometry(circuit, [[0], [1]], inputs=0)


@pytest.mark.parametrize("kind", [Initialize, StatePreparation])
def test_prepared_states(kind):
    vector = np.arange(1, 1025) * np.exp(1j * np.arange(1024))
    vector = vector / np.linalg.norm(vector)
    circuit = QuantumCircuit(11)
    circuit.h(10)
    circuit.append(kind(vector), range(10))
    circuit.cx(10, 0)
    assert_same_state(circuit, Statevector(circuit), strict_phase=True)
    label = QuantumCircuit(3)
    label.append(kind("r1-"), range(3))
    assert_same_state(label, "|r1->")


def test_a_preparation_on_a_qubit_in_use_is_a_gate():
    circuit = QuantumCircuit(1)
    circuit.x(0)
    circuit.append(StatePreparation([0.6, 0.8]), [0])
    assert_same_state(circuit, Statevector(circuit))
    circuit.initialize([1, 0], 0)
    assert code(assert_same_state, circuit, "|0>") == "wrong_type"


def test_library_objects_inside_a_circuit():
    circuit = QuantumCircuit(4)
    circuit.append(random_clifford(3, seed=5), [2, 0, 1])
    circuit.append(XGate().control(2, ctrl_state=1, annotated=True), [3, 1, 0])
    circuit.append(MCXGate(3, ctrl_state=5), [0, 1, 2, 3])
    circuit.unitary(np.diag([1, 1j, 1, -1]), [3, 0])
    assert_same_unitary(circuit, Operator(circuit), strict_phase=True)


def test_lies_of_an_answer_are_not_believed():
    class Equal(np.ndarray):
        __hash__ = None

        def __eq__(self, other):
            return True

        def __array_ufunc__(self, *_, **__):
            return np.zeros((2, 2))

    class LyingCircuit(QuantumCircuit):
        __hash__ = None

        def __eq__(self, other):
            return True

        def to_gate(self, *_, **__):
            return XGate()

    class LyingOperator(Operator):
        def equiv(self, *_, **__):
            return True

    lie = np.eye(2, dtype=complex).view(Equal)
    assert code(assert_same_unitary, lie, XGate()) == "does_nothing"
    assert code(assert_same_unitary, LyingCircuit(1), XGate()) == "does_nothing"
    assert code(assert_same_unitary, LyingOperator(np.eye(2)), XGate()) == "wrong_type"
    assert code(assert_same_isometry, lie, XGate(), inputs=1) == "does_nothing"


def test_definitions_without_end_are_refused():
    circuit = QuantumCircuit(1)
    circuit.h(0)
    for _ in range(60):
        outer = QuantumCircuit(1)
        outer.append(circuit.to_gate(), [0])
        circuit = outer
    assert code(assert_same_unitary, circuit, XGate()) == "wrong_type"
