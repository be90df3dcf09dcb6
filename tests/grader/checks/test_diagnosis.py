"""Each code is given where it is certain, and names the smallest counterexample."""

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.circuit.library import CCXGate, CXGate, CZGate, HGate, XGate, YGate
from qiskit.quantum_info import Operator, Statevector, random_unitary

from grader.checks import assert_same_state, assert_same_unitary
from tests.grader.checks.failing import code, failure


def base(qubits=3):
    """A circuit without symmetries."""
    circuit = QuantumCircuit(qubits)
    for qubit in range(qubits):
        circuit.ry(0.3 + qubit, qubit)
        circuit.rz(0.9 - 0.4 * qubit, qubit)
    for qubit in range(qubits - 1):
        circuit.cx(qubit, qubit + 1)
        circuit.rx(0.5 + qubit, qubit + 1)
    return circuit


def test_doing_nothing_is_said_with_an_input_that_shows_it():
    caught = failure(assert_same_unitary, QuantumCircuit(3), CCXGate())
    assert (caught.code, caught.parameters) == ("does_nothing", {"input": "011"})
    circuit = QuantumCircuit(2)
    circuit.cx(0, 1)
    caught = failure(assert_same_state, circuit, "|11>")
    assert (caught.code, caught.parameters) == ("does_nothing", {"case": "state"})
    # amplitudes are not made by a circuit that forgot something
    assert code(assert_same_state, [1, 0, 0, 0], "|11>") == "wrong_state"


@pytest.mark.parametrize("gate", ["x", "y", "h", "s", "t", "sdg", "tdg"])
@pytest.mark.parametrize("begin", [True, False])
def test_one_gate_is_named_with_its_place(gate, begin):
    answer, extra = base(), QuantumCircuit(3)
    getattr(extra, gate)(1)
    answer.compose(extra, front=begin, inplace=True)
    caught = failure(assert_same_unitary, answer, base())
    if gate not in "xyh":
        assert caught.code == "relative_phase"  # all moduli are right: that says more
    else:
        place = "begin" if begin else "end"
        assert caught.code == "off_by_gate"
        assert caught.parameters == {"case": place, "gate": gate.upper(), "qubit": 1}


def test_a_gate_that_may_stand_in_several_places_is_not_named():
    answer, target = QuantumCircuit(2), QuantumCircuit(2)
    target.cx(0, 1)
    answer.cx(0, 1)
    answer.x(1)
    caught = failure(assert_same_unitary, answer, target)
    assert (caught.code, caught.parameters) == ("off_by_gate", {})


def test_one_gate_of_a_single_qubit_is_no_hint():
    assert code(assert_same_unitary, YGate(), HGate()) == "wrong_unitary"
    assert code(assert_same_state, [0, 1], [0.6, 0.8]) == "wrong_state"


def test_one_gate_of_a_state():
    answer = base()
    answer.h(2)
    caught = failure(assert_same_state, answer, base())
    assert caught.code in {"off_by_gate", "wrong_amplitudes"}
    bell = np.array([1, 0, 0, 1]) / 2**0.5
    assert code(assert_same_state, [0, 2**-0.5, 2**-0.5, 0], bell) == "wrong_state"
    caught = failure(assert_same_state, [0, 0.8, 0.6, 0], [0.6, 0, 0, 0.8])
    assert caught.parameters == {"case": "end", "gate": "X", "qubit": 1}


def test_orders_of_the_qubits():
    target = base()
    for order, expected in (
        ([2, 1, 0], "qubit_order_reversed"),
        ([1, 0, 2], "qubits_permuted"),
        ([1, 2, 0], "qubits_permuted"),
    ):
        answer = QuantumCircuit(3)
        answer.compose(target, order, inplace=True)
        assert code(assert_same_unitary, answer, target) == expected
        assert code(assert_same_state, answer, target) == expected
    parameters = failure(assert_same_unitary, answer, target).parameters
    assert parameters == {"order": "0 → 2, 1 → 0, 2 → 1"}


def test_the_order_of_gates_and_of_rows():
    target, answer = base(2), QuantumCircuit(2)
    for instruction in reversed(target.data):
        answer.append(instruction)
    assert code(assert_same_unitary, answer, target) == "gates_reversed"
    assert code(assert_same_unitary, Operator(answer), Operator(target)) == "wrong_unitary"
    matrix = random_unitary(4, seed=1).data
    assert code(assert_same_unitary, matrix.T, matrix) == "transposed"


def test_the_smallest_counterexample_of_a_gate():
    answer = QuantumCircuit(2)
    answer.h(1)
    answer.cz(0, 1)
    target = QuantumCircuit(2)
    target.ch(0, 1)
    caught = failure(assert_same_unitary, answer, target)
    assert caught.parameters == {"input": "00", "basis": "10", "got": "0.707"}
    assert "0.707" in str(caught)


def test_small_entries_of_a_wide_state_are_not_overlooked():
    circuit = QuantumCircuit(8)
    circuit.h(range(8))
    other = circuit.copy()
    other.mcp(np.pi, list(range(7)), 7)
    caught = failure(assert_same_unitary, other, circuit)
    assert caught.parameters["case"] == "unitary"
    assert caught.parameters["basis"] == "1" * 8
    caught = failure(assert_same_state, other, Statevector(circuit))
    assert (caught.code, caught.parameters["basis"]) == ("relative_phase", "1" * 8)


def test_a_target_is_not_told():
    target = np.array([[0.28, -0.96], [0.96, 0.28]])
    for answer in (np.eye(2), HGate(), XGate(), target.T @ target.T):
        caught = failure(assert_same_unitary, answer, target)
        assert "0.28" not in str(caught) + str(caught.parameters)
    assert code(assert_same_unitary, CZGate(), CXGate()) != "passed"
