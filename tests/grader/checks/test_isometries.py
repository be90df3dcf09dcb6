import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.circuit.library import CCXGate, HGate, MCXGate, SGate, XGate
from qiskit.quantum_info import Operator

from grader.checks import (
    TargetError,
    assert_same_isometry,
    assert_same_state,
    assert_same_unitary,
)
from tests.grader.checks.circuits import circuits
from tests.grader.checks.failing import code, failure


def and_of_three(*, clean=True):
    """Flip qubit 3 if qubits 0 to 2 are 1, by way of the ancilla, qubit 4."""
    circuit = QuantumCircuit(5)
    circuit.ccx(0, 1, 4)
    circuit.ccx(2, 4, 3)
    if clean:
        circuit.ccx(0, 1, 4)
    return circuit


def test_ancillas_begin_and_end_in_zero():
    assert_same_unitary(and_of_three(), MCXGate(3), ancillas=[4])
    assert code(assert_same_unitary, and_of_three(), MCXGate(3)) == "wrong_size"
    without = QuantumCircuit(4)
    without.append(MCXGate(3), range(4))
    assert_same_unitary(without, MCXGate(3), ancillas=[4])


def test_a_dirty_ancilla_is_named_with_the_input():
    caught = failure(assert_same_unitary, and_of_three(clean=False), MCXGate(3), ancillas=[4])
    assert caught.code == "dirty_ancilla"
    assert caught.parameters == {"case": "flipped", "input": "0011", "ancilla": 4}
    circuit = QuantumCircuit(3)
    circuit.h(1)
    circuit.cx(1, 2)
    target = QuantumCircuit(2)
    target.h(1)
    caught = failure(assert_same_unitary, circuit, target, ancillas=[2])
    assert caught.parameters == {"case": "entangled", "input": "00", "ancilla": 2}
    assert str(caught) == "On input |00⟩ the ancilla, qubit 2, is left entangled."
    circuit = QuantumCircuit(2)
    circuit.x(1)
    circuit.ch(0, 1)
    caught = failure(assert_same_unitary, circuit, QuantumCircuit(1), ancillas=[1])
    assert caught.parameters == {"case": "flipped", "input": "0", "ancilla": 1}
    turned = QuantumCircuit(2)
    turned.ch(0, 1)
    caught = failure(assert_same_unitary, turned, QuantumCircuit(1), ancillas=[1])
    assert caught.parameters == {"case": "turned", "input": "1", "ancilla": 1}


def test_ancillas_of_a_state():
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.cx(0, 2)
    assert_same_state(circuit, "(|00> + |11>)/√2", ancillas=[1])
    circuit.cx(2, 1)
    caught = failure(assert_same_state, circuit, "(|00> + |11>)/√2", ancillas=[1])
    assert (caught.code, caught.parameters["case"]) == ("dirty_ancilla", "entangled_state")
    circuit = QuantumCircuit(2)
    circuit.x(1)
    caught = failure(assert_same_state, circuit, "|0>", ancillas=[1])
    assert caught.parameters == {"case": "flipped_state", "ancilla": 1}


@settings(max_examples=25, deadline=None)
@given(circuits(fewest=2, most=4), st.integers(0, 2), st.floats(0.05, 3))
def test_an_ancilla_that_is_moved_is_seen_and_one_that_is_not_is_not(circuit, place, angle):
    data = [qubit for qubit in range(circuit.num_qubits + 1) if qubit != place]
    wide = QuantumCircuit(circuit.num_qubits + 1)
    wide.cx(data[0], place)
    wide.cx(data[0], place)
    wide.compose(circuit, data, inplace=True)
    assert_same_unitary(wide, circuit, ancillas=[place])
    assert_same_unitary(transpile(wide, basis_gates=["cz", "u"]), circuit, ancillas=[place])
    wide.ry(angle, place)
    assert code(assert_same_unitary, wide, circuit, ancillas=[place]) == "dirty_ancilla"


def encoder():
    circuit = QuantumCircuit(3)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    return circuit


CODE = np.zeros((8, 2))
CODE[0b000, 0] = CODE[0b111, 1] = 1


def test_only_inputs_on_the_named_qubits_count():
    other = QuantumCircuit(3)
    other.cx(1, 0)
    other.cx(0, 1)
    other.cx(1, 2)
    assert code(assert_same_unitary, other, encoder()) != "passed"
    assert_same_isometry(other, encoder(), inputs=[0])
    assert_same_isometry(encoder(), CODE, inputs=1)
    assert_same_isometry(CODE, encoder(), inputs=1)
    assert_same_isometry(Operator(encoder()), CODE, inputs=[0])
    assert_same_isometry(transpile(encoder(), coupling_map=[[0, 1], [1, 2]]), CODE, inputs=[0])


def test_phases_between_inputs_count():
    circuit = encoder()
    circuit.z(1)
    caught = failure(assert_same_isometry, circuit, CODE, inputs=1)
    assert caught.code == "relative_phase"
    assert caught.parameters == {"case": "inputs", "reference": "0", "input": "1"}


def test_says_how_isometries_differ():
    wrong = QuantumCircuit(3)
    wrong.cx(0, 1)
    caught = failure(assert_same_isometry, wrong, CODE, inputs=1)
    assert caught.parameters == {"input": "1", "basis": "011", "got": "1"}
    turned = encoder()
    turned.s(0)
    assert code(assert_same_isometry, turned, CODE * [1, -1j], inputs=1) == "conjugate"
    moved = QuantumCircuit(3)
    moved.h(0)
    moved.cx(0, 1)
    target = QuantumCircuit(3)
    target.h(0)
    target.cx(0, 2)
    caught = failure(assert_same_isometry, moved, target, inputs=1)
    assert (caught.code, caught.parameters["case"]) == ("qubits_permuted", "pair_end")


def test_an_input_may_move_to_another_qubit():
    circuit = QuantumCircuit(3)
    circuit.swap(0, 2)
    assert_same_isometry(circuit, np.eye(2), inputs=[0], ancillas=[0, 1])
    assert_same_isometry(transpile(circuit), np.eye(2), inputs=[0], ancillas=[0, 1])
    caught = failure(
        assert_same_isometry, QuantumCircuit(3), np.eye(2), inputs=[0], ancillas=[0, 1]
    )
    assert caught.parameters == {"case": "flipped", "input": "1", "ancilla": 0}


def test_qubits_that_begin_in_zero_may_be_prepared():
    circuit = QuantumCircuit(2)
    circuit.reset(1)
    circuit.initialize([0, 1], 1)
    circuit.cx(1, 0)
    target = np.zeros((4, 2))
    target[0b11, 0] = target[0b10, 1] = 1
    assert_same_isometry(circuit, target, inputs=[0])
    assert code(assert_same_isometry, circuit, target, inputs=[1]) == "wrong_type"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, "wrong_type"),
        (QuantumCircuit(2), "wrong_size"),
        (np.ones((8, 2)), "not_unitary"),
        (np.eye(8)[:, :4], "wrong_size"),
        (HGate(), "wrong_size"),
    ],
)
def test_what_is_no_such_map_is_said_clearly(answer, expected):
    assert code(assert_same_isometry, answer, CODE, inputs=1) == expected


@pytest.mark.parametrize(
    ("target", "options"),
    [
        (CODE, {"inputs": [0, 0]}),
        (CODE, {"inputs": [-1]}),
        (CODE, {"inputs": "0"}),
        (CODE, {"inputs": 2}),
        (np.ones((8, 2)), {"inputs": 1}),
        (CCXGate(), {"inputs": [0], "ancillas": [0]}),
        (CCXGate(), {"inputs": [7]}),
    ],
)
def test_a_bad_target_is_the_fault_of_the_check(target, options):
    with pytest.raises(TargetError, match="assert_same_isometry"):
        assert_same_isometry(encoder(), target, **options)


def test_bad_ancillas_are_the_fault_of_the_check():
    for wrong in ([0, 0], [True], "0", [1.5]):
        with pytest.raises(TargetError, match="ancillas"):
            assert_same_unitary(XGate(), SGate(), ancillas=wrong)


def test_a_circuit_can_be_demanded():
    assert code(assert_same_isometry, CODE, CODE, inputs=1, circuit_only=True) == "wrong_type"
