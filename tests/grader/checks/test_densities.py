import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.quantum_info import (
    DensityMatrix,
    Kraus,
    Statevector,
    partial_trace,
    random_density_matrix,
)

from grader.checks import TargetError, assert_same_density
from tests.grader.checks.circuits import circuits
from tests.grader.checks.failing import code, failure

HALF = np.eye(2) / 2
PLUS = np.full((2, 2), 0.5)


def bell():
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    return circuit


def looked_at():
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit


def test_a_part_of_an_entangled_state_is_mixed():
    assert_same_density(bell(), HALF, environment=[1])
    assert_same_density(bell(), HALF, environment=(0,))
    assert_same_density(bell(), "(|00> + |11>)/√2")
    assert code(assert_same_density, bell(), HALF) == "wrong_size"
    assert code(assert_same_density, QuantumCircuit(1), HALF, environment=[0]) == "wrong_size"


def test_a_measurement_at_the_end_may_look_or_disturb():
    assert_same_density(looked_at(), "|+>")
    assert_same_density(looked_at(), HALF)
    assert code(assert_same_density, looked_at(), "|->") == "wrong_density"
    every = QuantumCircuit(8)
    every.h(range(8))
    every.measure_all()
    assert_same_density(every, np.eye(256) / 256)


def test_resets_measurements_and_conditions_are_followed():
    circuit = looked_at()
    with circuit.if_test((0, 1)):
        circuit.h(0)
    assert_same_density(circuit, [[0.75, -0.25], [-0.25, 0.25]])
    circuit.reset(0)
    assert_same_density(circuit, "|0>")
    noisy = QuantumCircuit(1)
    noisy.h(0)
    noisy.append(Kraus([math.sqrt(0.7) * np.eye(2), math.sqrt(0.3) * np.diag([1, -1])]), [0])
    assert_same_density(noisy, [[0.5, 0.2], [0.2, 0.5]])


@settings(max_examples=25, deadline=None)
@given(circuits(fewest=2, most=4), st.data())
def test_a_reduced_state_is_the_partial_trace(circuit, data):
    lost = data.draw(
        st.sets(st.integers(0, circuit.num_qubits - 1), max_size=circuit.num_qubits - 1)
    )
    expected = partial_trace(Statevector(circuit), sorted(lost))
    assert_same_density(circuit, expected, environment=sorted(lost))
    line = [[0, 1], [1, 2], [2, 3], [3, 4]]
    moved = transpile(circuit, basis_gates=["u", "cx"], coupling_map=line, seed_transpiler=3)
    assert_same_density(moved, expected, environment=sorted(lost))


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 3), st.integers(0, 10**6), st.floats(0.001, 0.9))
def test_states_apart_differ_both_ways(qubits, seed, weight):
    one, other = (random_density_matrix(2**qubits, seed=seed + step) for step in (0, 1))
    assert_same_density(one, one.data)
    mixed = (1 - weight) * one.data + weight * other.data
    distance = np.abs(np.linalg.eigvalsh(mixed - one.data)).sum() / 2
    failure(assert_same_density, mixed, one, tolerance=0.99 * distance)
    failure(assert_same_density, one, mixed, tolerance=0.99 * distance)
    assert_same_density(mixed, one, tolerance=1.01 * distance)


@pytest.mark.parametrize(
    ("answer", "target", "expected"),
    [
        ([[0.5, 0.2j], [-0.2j, 0.5]], [[0.5, -0.2j], [0.2j, 0.5]], "conjugate"),
        (np.diag([0.5, 0.5, 0, 0]), np.diag([0.5, 0, 0.5, 0]), "qubit_order_reversed"),
        (np.diag([0.6, 0.4]), np.diag([0.7, 0.3]), "wrong_density"),
        ([[0.5, 0.5], [0.4, 0.5]], PLUS, "not_hermitian"),
        (np.eye(2), HALF, "not_normalised"),
        ([[0.5, 0.6], [0.6, 0.5]], PLUS, "not_positive"),
        ([1, 1], PLUS, "not_normalised"),
        (np.eye(3) / 3, HALF, "wrong_size"),
        (np.ones((2, 3)), HALF, "wrong_size"),
        (np.eye(512) / 512, HALF, "wrong_size"),
        (QuantumCircuit(9), HALF, "wrong_size"),
        (None, HALF, "wrong_type"),
        ("|0>", "|0>", "wrong_type"),
        ([[math.inf, 0], [0, 0]], HALF, "wrong_value"),
    ],
)
def test_says_how_states_differ(answer, target, expected):
    assert code(assert_same_density, answer, target) == expected


@pytest.mark.parametrize(
    ("answer", "target", "case"),
    [
        ("|+>", HALF, "pure"),
        (HALF, "|+>", "mixed"),
        (np.diag([0.6, 0.4]), np.diag([0.7, 0.3]), "population"),
        ([[0.5, 0.1], [0.1, 0.5]], [[0.5, 0.3], [0.3, 0.5]], "coherence"),
        ("|->", "|+>", "coherence"),
    ],
)
def test_names_the_case(answer, target, case):
    answer = Statevector.from_label(answer[1]) if isinstance(answer, str) else DensityMatrix(answer)
    assert failure(assert_same_density, answer, target).parameters["case"] == case


def test_decimals_within_the_tolerance_are_no_fault():
    thirds = np.diag([1 / 3, 1 / 3, 1 / 3, 0])
    rounded = [[0.3333, 0, 0, 0], [0, 0.3333, 0, 0], [0, 0, 0.3333, 0], [0, 0, 0, 0]]
    assert_same_density(rounded, thirds, tolerance=1e-3)
    assert code(assert_same_density, rounded, thirds) == "not_normalised"


def test_the_target_is_not_told():
    told = failure(assert_same_density, np.diag([0.6, 0.4]), np.diag([0.87654, 0.12346]))
    assert told.parameters == {"case": "population", "basis": "0", "got": "0.6"}
    assert "0.87" not in json.dumps([str(told), told.parameters])


@pytest.mark.parametrize("target", ["|0> + |1>", [[1, 0], [0, 1]], None, np.eye(3) / 3])
def test_a_bad_target_is_the_fault_of_the_check(target):
    with pytest.raises(TargetError):
        assert_same_density(HALF, target)


def test_measuring_twice_at_the_end_still_only_looks():
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.measure([0, 1], [0, 1])
    circuit.measure_all()
    assert_same_density(circuit, "(|00> + |11>)/√2")
    assert_same_density(circuit, np.diag([0.5, 0, 0, 0.5]))
