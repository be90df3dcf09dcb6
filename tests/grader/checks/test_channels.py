import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.circuit import Gate
from qiskit.circuit.library import XGate
from qiskit.quantum_info import (
    PTM,
    Chi,
    Choi,
    DensityMatrix,
    Kraus,
    Operator,
    Stinespring,
    SuperOp,
    random_quantum_channel,
    random_statevector,
)
from qiskit_aer.noise import amplitude_damping_error, depolarizing_error

from grader.checks import TargetError, assert_same_channel
from grader.checks.diagnosis.notation import amplitude_text
from grader.checks.reading.kets import parse_ket
from tests.grader.checks.circuits import circuits
from tests.grader.checks.failing import code, failure


def damping(strength):
    return [
        np.diag([1, math.sqrt(1 - strength)]),
        np.array([[0, math.sqrt(strength)], [0, 0]]),
    ]


def flips(chance, matrix):
    return [math.sqrt(1 - chance) * np.eye(2), math.sqrt(chance) * np.array(matrix)]


X, Y, Z = [[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]
SKEW = np.array([[0.6, 0.8j], [0.8, -0.6j]])
SKEWED = [math.sqrt(0.7) * SKEW, math.sqrt(0.3) * np.array(X)]
TRANSPOSITION = SuperOp(np.eye(4)[[0, 2, 1, 3]])


def measured(*gates):
    circuit = QuantumCircuit(1, 1)
    for gate in gates:
        getattr(circuit, gate)(0)
    circuit.measure(0, 0)
    return circuit


def swapped_into_environment(angle=1.1):
    """Amplitude damping: the excitation of qubit 0 goes to qubit 1."""
    circuit = QuantumCircuit(2)
    circuit.cry(angle, 0, 1)
    circuit.cx(1, 0)
    return circuit


@pytest.mark.parametrize("form", [SuperOp, Choi, PTM, Chi, Stinespring, Kraus])
def test_every_representation_of_one_channel_is_the_same(form):
    channel = random_quantum_channel(4, 4, seed=5)
    assert_same_channel(form(channel), channel)
    assert_same_channel(channel, form(channel))


def test_kraus_operators_may_be_mixed_by_a_unitary():
    first, second = damping(0.3)
    assert_same_channel([0.6 * first + 0.8j * second, 0.8 * first - 0.6j * second], damping(0.3))
    assert_same_channel(np.array(damping(0.3)), Kraus(damping(0.3)))


def test_what_a_circuit_throws_away_is_environment():
    circuit = swapped_into_environment()
    assert_same_channel(circuit, damping(math.sin(0.55) ** 2), environment=[1])
    assert code(assert_same_channel, circuit, damping(0.3)) == "wrong_size"
    assert code(assert_same_channel, QuantumCircuit(1), Z, environment=[0]) == "wrong_size"


def test_measurements_resets_and_conditions_are_followed():
    assert_same_channel(measured(), [np.diag([1, 0]), np.diag([0, 1])])
    assert_same_channel(
        measured("h"),
        [np.array([[1, 1], [0, 0]]) / math.sqrt(2), np.array([[0, 0], [1, -1]]) / math.sqrt(2)],
    )
    restored = measured()
    with restored.if_test((0, 1)):
        restored.x(0)
    emptied = QuantumCircuit(1)
    emptied.reset(0)
    assert_same_channel(restored, emptied)
    assert_same_channel(restored, damping(1))
    repeated = QuantumCircuit(1)
    with repeated.for_loop(range(3)):
        repeated.s(0)
    assert_same_channel(repeated, np.diag([1, -1j]))


def test_noise_instructions_and_errors_are_read():
    noisy = QuantumCircuit(1)
    noisy.append(Kraus(damping(0.3)).to_instruction(), [0])
    assert_same_channel(noisy, damping(0.3))
    assert_same_channel(amplitude_damping_error(0.3), damping(0.3))
    assert_same_channel(
        depolarizing_error(0.3, 1),
        [
            math.sqrt(weight) * np.array(matrix)
            for weight, matrix in zip(
                (0.775, 0.075, 0.075, 0.075), (np.eye(2), X, Y, Z), strict=True
            )
        ],
    )
    noisy.append(amplitude_damping_error(0.2).to_instruction(), [0])
    assert_same_channel(noisy, damping(1 - 0.7 * 0.8))


def test_many_resets_stay_tractable():
    circuit = QuantumCircuit(2)
    for _ in range(30):
        circuit.ry(0.02, 1)
        circuit.cx(1, 0)
        circuit.reset(1)
    flipped = (1 - math.cos(0.02) ** 30) / 2
    assert_same_channel(circuit, flips(flipped, X), environment=[1])


def test_noise_on_several_qubits_follows_their_order():
    noise = random_quantum_channel(4, 4, seed=8)
    for places in ([2, 0], [0, 1], [1, 2]):
        circuit = QuantumCircuit(3)
        circuit.cx(0, 1)
        circuit.append(Kraus(noise).to_instruction(), places)
        circuit.ry(0.3, 2)
        assert_same_channel(circuit, SuperOp(circuit))


@settings(max_examples=25, deadline=None)
@given(circuits(most=3))
def test_a_circuit_is_the_channel_of_its_matrix(circuit):
    assert_same_channel(circuit, Operator(circuit))
    assert_same_channel(Operator(circuit), circuit)


@settings(max_examples=25, deadline=None)
@given(circuits(most=3), st.integers(0, 2), st.floats(0.01, 1))
def test_noise_is_seen_from_both_sides(circuit, place, strength):
    noisy = circuit.copy()
    noisy.append(Kraus(damping(strength)).to_instruction(), [place % circuit.num_qubits])
    failure(assert_same_channel, noisy, circuit)
    failure(assert_same_channel, circuit, noisy)
    assert_same_channel(noisy, SuperOp(noisy))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.01, 1))
def test_the_tolerance_is_half_the_trace_norm_and_bounds_what_any_input_shows(seed, weight):
    one, other = (Choi(random_quantum_channel(2, 2, seed=seed + step)) for step in (0, 1))
    mixed = Choi((1 - weight) * one.data + weight * other.data)
    bound = np.abs(np.linalg.eigvalsh(mixed.data - one.data)).sum() / 2
    assert_same_channel(mixed, one, tolerance=1.001 * bound)
    failure(assert_same_channel, mixed, one, tolerance=0.999 * bound)
    failure(assert_same_channel, one, mixed, tolerance=0.999 * bound)
    pair = random_statevector(4, seed=seed)
    seen, asked = (DensityMatrix(pair).evolve(channel, [0]).data for channel in (mixed, one))
    assert np.abs(np.linalg.eigvalsh(seen - asked)).sum() / 2 <= bound + 1e-9


def test_a_transpiled_circuit_is_the_circuit_before():
    circuit = QuantumCircuit(3, 1)
    circuit.h(0)
    circuit.cx(0, 2)
    circuit.reset(1)
    circuit.cx(2, 1)
    circuit.cry(0.7, 0, 1)
    circuit.measure(0, 0)
    line = [[0, 1], [1, 2], [2, 3], [3, 4]]
    for seed in range(4):
        moved = transpile(
            circuit,
            basis_gates=["u", "cx", "measure", "reset"],
            coupling_map=line,
            seed_transpiler=seed,
            optimization_level=1,
        )
        assert_same_channel(moved, circuit)


@pytest.mark.parametrize(
    ("answer", "target", "expected"),
    [
        (damping(0.3)[:1], damping(0.3), "not_trace_preserving"),
        ([np.array([[1, 0.4], [0, math.sqrt(0.84)]])], np.eye(2), "not_trace_preserving"),
        (TRANSPOSITION, np.eye(2), "not_completely_positive"),
        (SuperOp(np.diag([1, 1j, 1j, 1])), np.eye(2), "not_completely_positive"),
        ([matrix.T for matrix in damping(0.3)], damping(0.3), "inverse"),
        (np.diag([1, 1j]), np.diag([1, -1j]), "inverse"),
        (Operator(SKEW.conj()), Operator(SKEW), "conjugate"),
        ([k.T for k in SKEWED], SKEWED, "inverse"),
        ([k.conj() for k in SKEWED], SKEWED, "conjugate"),
        (damping(0.2), damping(0.3), "wrong_strength"),
        (flips(0.1, X), flips(0.3, X), "wrong_strength"),
        (flips(0.7, Y), flips(0.3, Y), "wrong_strength"),
        (flips(0.3, X), flips(0.3, Z), "wrong_channel"),
        (np.eye(2), flips(0.3, Z), "wrong_channel"),
        (measured(), np.eye(2), "wrong_channel"),
        (
            [np.kron(np.eye(2), k) for k in damping(0.3)],
            [np.kron(k, np.eye(2)) for k in damping(0.3)],
            "qubit_order_reversed",
        ),
        (XGate(), np.eye(4), "wrong_size"),
        ([np.array([[1, 0]]), np.array([[0, 1]])], np.eye(2), "wrong_size"),
        ([np.eye(3)], np.eye(2), "wrong_size"),
        ([[[1, 0], [0]]], np.eye(2), "wrong_size"),
        ([1, 0], np.eye(2), "wrong_size"),
        (np.eye(32), np.eye(2), "wrong_size"),
        (None, np.eye(2), "wrong_type"),
        ("X", np.eye(2), "wrong_type"),
        (Gate("mystery", 1, []), np.eye(2), "wrong_type"),
        ([[[math.nan, 0], [0, 1]]], np.eye(2), "wrong_value"),
    ],
)
def test_says_how_channels_differ(answer, target, expected):
    assert code(assert_same_channel, answer, target) == expected


@pytest.mark.parametrize(
    ("answer", "target", "case"),
    [
        (damping(0.2), damping(0.3), "weak"),
        (damping(0.5), damping(0.3), "strong"),
        (Operator(np.diag([1, np.exp(0.5j)])), Operator(np.diag([1, np.exp(1j)])), "weak"),
        ([matrix.T for matrix in damping(0.3)], damping(0.3), "kraus"),
        (np.eye(2), damping(0.3), "nothing"),
        (flips(0.3, X), flips(0.3, Z), "basis"),
        (measured(), np.eye(2), "superposition"),
    ],
)
def test_names_the_case(answer, target, case):
    assert failure(assert_same_channel, answer, target).parameters["case"] == case


def test_the_counterexample_is_an_input_and_an_entry_of_its_output():
    parameters = failure(assert_same_channel, damping(0.3), flips(0.2, Z)).parameters
    assert parameters == {
        "case": "basis",
        "input": "|1⟩",
        "row": "0",
        "column": "0",
        "got": "0.3",
    }
    turned = failure(assert_same_channel, np.diag([1, 1j]), flips(0.2, Z)).parameters
    assert turned["case"] == "superposition"
    assert turned["input"] in ("(|0⟩ + |1⟩)/√2", "(|0⟩ + i|1⟩)/√2")
    assert (turned["row"], turned["column"]) in (("0", "1"), ("1", "0"))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.3, 6), st.booleans())
def test_the_entry_told_is_the_one_of_the_answer(seed, angle, basis_is_right):
    answer = SuperOp(random_quantum_channel(4, 2, seed=seed))
    turn = Operator(np.diag(np.exp(1j * angle * np.arange(4))))
    other = SuperOp(random_quantum_channel(4, 2, seed=seed + 1))
    target = SuperOp(turn).compose(answer) if basis_is_right else other
    told = failure(assert_same_channel, answer, target).parameters
    assert (told["case"] == "superposition") == basis_is_right
    state = parse_ket(told["input"])
    output = DensityMatrix(np.outer(state, state.conj())).evolve(answer).data
    wanted = DensityMatrix(np.outer(state, state.conj())).evolve(target).data
    place = int(told["row"], 2), int(told["column"], 2)
    assert told["got"] == amplitude_text(complex(output[place]))
    assert abs(output[place] - wanted[place]) > 1e-6


def test_decimals_within_the_tolerance_are_no_fault():
    rounded = [np.diag([1, 0.8367]), np.array([[0, 0.5477], [0, 0]])]
    assert_same_channel(rounded, damping(0.3), tolerance=1e-3)
    assert code(assert_same_channel, rounded, damping(0.3)) == "not_trace_preserving"


def test_a_lost_probability_is_named_with_its_input():
    told = failure(assert_same_channel, damping(0.3)[:1], damping(0.3))
    assert told.parameters == {"input": "1", "got": "0.7"}
    skew = [np.array([[1, 0.4], [0, math.sqrt(0.84)]])]
    assert failure(assert_same_channel, skew, np.eye(2)).parameters == {"case": "superposition"}


def test_the_target_is_not_told():
    told = failure(assert_same_channel, flips(0.3, X), damping(0.123456))
    assert "0.123" not in json.dumps([str(told), told.parameters])
    assert "0.877" not in json.dumps([str(told), told.parameters])


@pytest.mark.parametrize("target", [[np.eye(3)], damping(0.3)[:1], TRANSPOSITION, "X", None])
def test_a_bad_target_is_the_fault_of_the_check(target):
    with pytest.raises(TargetError):
        assert_same_channel(np.eye(2), target)
