import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit
from qiskit.quantum_info import (
    DensityMatrix,
    Kraus,
    SparsePauliOp,
    Statevector,
    random_density_matrix,
)

from grader.checks import TargetError, assert_expectation, assert_ground_energy
from tests.grader.checks.circuits import circuits
from tests.grader.checks.failing import code, failure

ISING = SparsePauliOp(["ZZ", "XI", "IX"], [-1.0, -0.5, -0.5])
GROUND = -math.sqrt(2)


@settings(max_examples=30, deadline=None)
@given(circuits(most=3), st.data(), st.floats(0.01, 2))
def test_pure_states_agree_with_a_direct_calculation(circuit, data, shift):
    letters = "".join(data.draw(st.lists(st.sampled_from("IXYZ"), min_size=3, max_size=3)))
    label = letters[: circuit.num_qubits]
    state = Statevector(circuit)
    value = float(np.real(np.vdot(state.data, SparsePauliOp(label).to_matrix() @ state.data)))
    assert_expectation(circuit, label, value)
    assert_expectation(DensityMatrix(state), label, value)
    for wrong in (value + shift, value - shift):
        assert code(assert_expectation, circuit, label, wrong) in ("wrong_value", "wrong_sign")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_mixed_states_agree_with_the_trace(seed):
    density = random_density_matrix(4, seed=seed)
    value = float(np.real(np.trace(density.data @ ISING.to_matrix())))
    assert_expectation(density, ISING, value)
    assert_expectation(density.data, ISING, value)


def test_resets_and_noise_are_followed():
    circuit = QuantumCircuit(1, 1)
    circuit.ry(1.0, 0)
    circuit.measure(0, 0)
    circuit.h(0)
    assert_expectation(circuit, "X", math.cos(1.0))
    noisy = QuantumCircuit(1)
    noisy.h(0)
    noisy.append(Kraus([math.sqrt(0.9) * np.eye(2), math.sqrt(0.1) * np.diag([1, -1])]), [0])
    assert_expectation(noisy, "X", 0.8)
    assert code(assert_expectation, noisy, "X", 1.0) == "wrong_value"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (np.eye(2), "not_normalised"),
        (np.eye(4) / 4, "wrong_size"),
        (QuantumCircuit(2), "wrong_size"),
        (None, "wrong_type"),
        ([[1, 1], [0, 0]], "not_hermitian"),
        (np.diag([0.25, 0.75]), "wrong_sign"),
    ],
)
def test_says_what_is_wrong_with_a_state(answer, expected):
    assert code(assert_expectation, answer, "Z", 0.5) == expected


@pytest.mark.parametrize("observable", ["Q", "", SparsePauliOp(["Z"], [1j]), np.eye(2), None])
def test_a_bad_observable_is_the_fault_of_the_check(observable):
    with pytest.raises(TargetError):
        assert_expectation([1, 0], observable, 1)


@pytest.mark.parametrize(
    "energy", [GROUND, GROUND + 9e-4, GROUND - 9e-4, np.float64(GROUND), complex(GROUND, 1e-17)]
)
def test_a_ground_energy_within_epsilon_passes(energy):
    assert_ground_energy(energy, ISING, epsilon=1e-3)


@pytest.mark.parametrize(
    ("energy", "expected", "case"),
    [
        (GROUND - 2e-3, "below_ground", None),
        (-5, "below_ground", None),
        (GROUND + 2e-3, "wrong_energy", None),
        (-1.0, "wrong_energy", "excited"),
        (1.0, "wrong_energy", "excited"),
        (0.3, "wrong_energy", None),
        (-GROUND, "wrong_sign", None),
        (math.nan, "wrong_value", "not_finite"),
        (complex(GROUND, 0.1), "wrong_type", None),
        ("-1.414", "wrong_type", None),
        (None, "wrong_type", "none"),
        (True, "wrong_type", None),
    ],
)
def test_says_how_an_energy_is_wrong(energy, expected, case):
    told = failure(assert_ground_energy, energy, ISING, epsilon=1e-3)
    assert (told.code, told.parameters.get("case")) == (expected, case)


@settings(max_examples=20, deadline=None)
@given(circuits(fewest=2, most=2), st.floats(1e-3, 0.1))
def test_no_state_is_refused_as_impossible(circuit, epsilon):
    energy = float(np.real(Statevector(circuit).expectation_value(ISING)))
    try:
        assert_ground_energy(energy, ISING, epsilon=epsilon)
    except AssertionError as told:
        assert told.code != "below_ground"
        assert energy > GROUND + epsilon


@pytest.mark.parametrize(
    ("hamiltonian", "epsilon"),
    [(ISING, 0), (ISING, -1), ("I" * 11, 0.1), (1j * ISING, 0.1), ("H", 0.1), (ISING, math.nan)],
)
def test_a_bad_hamiltonian_is_the_fault_of_the_check(hamiltonian, epsilon):
    with pytest.raises(TargetError):
        assert_ground_energy(0.0, hamiltonian, epsilon=epsilon)


def test_an_observable_is_named_as_a_short_sum():
    circuit = QuantumCircuit(2)
    observable = SparsePauliOp(["ZZ", "XI"], [1 / 3, -2])
    told = failure(assert_expectation, circuit, observable, 5).parameters
    assert told["observable"] == "0.3333 ZZ - 2 XI"
    long = SparsePauliOp(["ZZ", "XI", "YY", "IX", "ZI", "IZ", "XX"], np.full(7, 1 / 7))
    told = failure(assert_expectation, circuit, long, 5).parameters
    assert len(str(told["observable"])) <= 60 and str(told["observable"]).endswith(" …")
