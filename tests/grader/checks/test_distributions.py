import math

import numpy as np
import pytest
from hypothesis import given, settings
from qiskit import ClassicalRegister, QuantumCircuit, QuantumRegister
from qiskit.circuit import Gate
from qiskit.quantum_info import Statevector

from grader.checks import TargetError, assert_distribution
from tests.grader.checks.circuits import circuits
from tests.grader.checks.failing import code, failure

COIN = {"0": 0.5, "1": 0.5}


@settings(max_examples=40, deadline=None)
@given(circuits())
def test_a_measured_circuit_has_its_born_probabilities(circuit):
    expected = Statevector(circuit).probabilities_dict()
    measured = circuit.copy()
    measured.measure_all()
    total = sum(expected.values())
    assert_distribution(measured, {key: value / total for key, value in expected.items()})


def test_partial_measurement_into_registers_follows_qiskit_counts():
    qubits = QuantumRegister(3)
    circuit = QuantumCircuit(qubits, ClassicalRegister(1, "a"), ClassicalRegister(2, "b"))
    circuit.x(2)
    circuit.h(0)
    circuit.measure(2, 0)
    circuit.measure(0, 2)
    assert code(assert_distribution, circuit, {"00 1": 1.0}) == "impossible_outcome"
    assert_distribution(circuit, {"00 1": 0.5, "10 1": 0.5})


def test_measurement_in_between_reset_and_conditions_are_followed():
    circuit = QuantumCircuit(3, 3)
    circuit.ry(1.0, 0)
    circuit.h(1)
    circuit.cx(1, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    with circuit.if_test((circuit.clbits[1], 1)):
        circuit.x(2)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.z(2)
    circuit.reset([0, 1])
    circuit.ry(-1.0, 2)
    circuit.measure(2, 2)
    assert_distribution(circuit, {"000": 0.25, "001": 0.25, "010": 0.25, "011": 0.25})


def test_measuring_in_between_destroys_interference():
    circuit = QuantumCircuit(1, 2)
    circuit.h(0)
    circuit.measure(0, 0)
    circuit.h(0)
    circuit.measure(0, 1)
    assert_distribution(circuit, {"00": 0.25, "01": 0.25, "10": 0.25, "11": 0.25})


def _measured(qubits=1, bits=None, *, gate=None):
    circuit = QuantumCircuit(qubits, qubits if bits is None else bits)
    if gate:
        getattr(circuit, gate)(0)
    circuit.measure(range(circuit.num_clbits), range(circuit.num_clbits))
    return circuit


@pytest.mark.parametrize(
    ("answer", "target", "expected"),
    [
        (QuantumCircuit(1), COIN, "missing_measurement"),
        ({}, COIN, "missing_measurement"),
        (_measured(gate="h"), {"0": 1.0}, "impossible_outcome"),
        (_measured(gate="h"), {"0": 0.25, "1": 0.75}, "wrong_distribution"),
        (_measured(2, gate="x"), {"10": 1.0}, "qubit_order_reversed"),
        (_measured(2), COIN, "wrong_length"),
        ({"0": 999, "1": 1}, {"0": 1.0}, "impossible_outcome"),
        ({"0": 300, "1": 700}, COIN, "wrong_distribution"),
        ({"0": 3, "1": 4}, COIN, "wrong_distribution"),
        ({"01": 1000}, {"10": 1.0}, "qubit_order_reversed"),
        ({"0": 0.5, "1": 0.4}, COIN, "not_normalised"),
        ({"0": 0.4, "1": 0.6}, COIN, "wrong_distribution"),
        ({"0": -1, "1": 2}, COIN, "wrong_value"),
        ({"a": 5}, COIN, "wrong_type"),
        ({0: 5}, COIN, "wrong_type"),
        ([0.5, 0.5], COIN, "wrong_type"),
        ({"0": "5"}, COIN, "wrong_type"),
    ],
)
def test_says_how_distributions_differ(answer, target, expected):
    assert code(assert_distribution, answer, target) == expected


def test_a_bit_that_is_never_written_is_named():
    circuit = QuantumCircuit(2, 2)
    circuit.x([0, 1])
    circuit.measure(0, 0)
    assert failure(assert_distribution, circuit, {"11": 1.0}).parameters == {
        "case": "bits",
        "got": 1,
    }


def test_too_few_shots_are_said_with_how_many_it_takes():
    parameters = failure(assert_distribution, {"0": 4, "1": 4}, COIN).parameters
    assert parameters["case"] == "too_few_shots"
    needed = parameters["needed"]
    assert_distribution({"0": needed // 2, "1": needed - needed // 2}, COIN)
    assert code(assert_distribution, {"0": needed}, COIN) == "wrong_distribution"


@pytest.mark.parametrize(
    "probabilities",
    [
        [0.5, 0.5],
        [0.9, 0.1],
        [0.97, 0.02, 0.01],
        [1 / 8] * 8,
        [2**-k for k in (1, 2, 3, 4, 5, 5)],
        [0.5, 0.49] + [0.01 / 30] * 30,
    ],
)
@pytest.mark.parametrize("shots", [200, 1000])
def test_right_counts_are_refused_no_more_often_than_stated(probabilities, shots):
    stated, runs = 1e-2, 3000
    width = math.ceil(math.log2(len(probabilities)))
    target = {format(k, f"0{width}b"): p for k, p in enumerate(probabilities)}
    samples = np.random.default_rng(7).multinomial(shots, probabilities, size=runs)
    refused = 0
    for sample in samples:
        try:
            counts = dict(zip(target, map(int, sample), strict=True))
            assert_distribution(counts, target, false_alarm=stated)
        except AssertionError:
            refused += 1
    assert refused <= stated * runs + 4 * math.sqrt(stated * runs)


def test_probabilities_and_a_single_certain_outcome():
    assert_distribution({"0": 0.5, "1": 0.5}, COIN)
    assert_distribution({"1": 1}, {"1": 1.0})
    assert_distribution({"1": 1000}, {"0": 0.0, "1": 1.0})


@pytest.mark.parametrize("target", [{}, {"0": 0.5}, {"0": 0.5, "11": 0.5}, {"x": 1.0}])
def test_a_bad_target_is_the_fault_of_the_check(target):
    with pytest.raises(TargetError):
        assert_distribution({"0": 1}, target)


def test_only_a_circuit_is_an_answer_where_told():
    assert_distribution(_measured(gate="h"), COIN, circuit_only=True)
    for answer in ({"0": 500, "1": 500}, COIN, lambda shots: {"0": 1}):
        assert code(assert_distribution, answer, COIN, circuit_only=True, shots=100) == "wrong_type"


def _tossed(share):
    def counts(shots):
        ones = int(np.random.default_rng(11).binomial(shots, share))
        return {"0": shots - ones, "1": ones}

    return counts


def test_a_function_is_asked_for_counts():
    assert_distribution(_tossed(0.5), COIN, shots=2000)
    assert code(assert_distribution, _tossed(0.6), COIN, shots=2000) == "wrong_distribution"
    assert code(assert_distribution, _tossed(0.5), {"0": 1.0}, shots=50) == "impossible_outcome"
    assert code(assert_distribution, _tossed(0.5), COIN) == "wrong_type"
    assert_distribution({"0": 500, "1": 500}, COIN, shots=1000)
    assert_distribution(_measured(gate="h"), COIN, shots=1000)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (lambda shots: {"0": shots // 4, "1": shots // 4}, "wrong_length"),
        (lambda shots: COIN, "wrong_type"),
        (lambda shots: None, "wrong_type"),
        (lambda shots: {}, "missing_measurement"),
        ({"0": 50, "1": 50}, "wrong_length"),
        (COIN, "wrong_type"),
    ],
)
def test_the_number_of_shots_counts_where_given(answer, expected):
    assert code(assert_distribution, answer, COIN, shots=1000) == expected


def test_shots_that_cannot_tell_are_the_fault_of_the_check():
    with pytest.raises(TargetError, match="shots=21"):
        assert_distribution(_tossed(0.5), COIN, shots=10)


def test_an_instruction_without_meaning_is_named():
    circuit = QuantumCircuit(1, 1)
    circuit.append(Gate("mystery", 1, []), [0])
    circuit.measure(0, 0)
    assert failure(assert_distribution, circuit, COIN).parameters == {"case": "opaque"}


def test_many_resets_stay_tractable():
    circuit = QuantumCircuit(2, 1)
    for _ in range(30):
        circuit.ry(0.2, 1)
        circuit.cx(1, 0)
        circuit.reset(1)
    circuit.measure(0, 0)
    flipped = (1 - math.cos(0.2) ** 30) / 2
    assert_distribution(circuit, {"1": flipped, "0": 1 - flipped})


def test_a_loop_may_use_its_counter():
    circuit = QuantumCircuit(1, 1)
    with circuit.for_loop(range(3)) as counter:
        circuit.rx(counter * 0.5, 0)
    circuit.measure(0, 0)
    one = math.sin(0.75) ** 2
    assert_distribution(circuit, {"0": 1 - one, "1": one})
    assert code(assert_distribution, circuit, {"0": one, "1": 1 - one}) == "wrong_distribution"
