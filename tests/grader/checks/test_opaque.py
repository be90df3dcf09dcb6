import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.circuit import Gate
from qiskit.circuit.library import UnitaryGate
from qiskit.exceptions import QiskitError
from qiskit.quantum_info import Operator, random_unitary

from grader.checks import (
    CheckFailed,
    TargetError,
    assert_same_state,
    assert_same_unitary,
    filled_in,
    opaque_oracle,
)
from tests.grader.checks.failing import code


def content():
    circuit = QuantumCircuit(2, global_phase=0.3)
    circuit.h(0)
    circuit.cp(0.7, 0, 1)
    circuit.ry(0.4, 1)
    return circuit


def each_form(call):
    """A circuit on four qubits that calls an oracle on two in every form."""
    circuit = QuantumCircuit(4, 1)
    circuit.append(call, [0, 1])
    circuit.append(call.inverse(), [1, 2])
    circuit.append(call.control(), [3, 0, 1])
    circuit.append(call.control(2, ctrl_state="01"), [3, 2, 0, 1])
    circuit.append(call.inverse().control(ctrl_state=0).control(), [3, 2, 1, 0])
    circuit.append(call.power(2), [2, 3])
    inner = QuantumCircuit(3)
    inner.append(call, [2, 0])
    inner.append(call.inverse(annotated=True), [0, 1])
    circuit.append(inner.to_gate(), [1, 2, 3])
    circuit.append(inner.to_gate().inverse(), [1, 2, 3])
    circuit.append(inner.to_gate().control(annotated=True), range(4))
    return circuit


def test_every_form_of_a_call_is_filled_in():
    gate = content().to_gate()
    expected = Operator(each_form(gate))
    call = opaque_oracle("oracle", content())
    for oracle in (content(), gate, Operator(gate), Operator(gate).data):
        filled = filled_in(each_form(call), {"oracle": oracle})
        assert_same_unitary(filled, expected, strict_phase=True)


def test_the_inverse_of_a_circuit_with_calls_is_its_inverse():
    call = opaque_oracle("oracle", 2)
    circuit = each_form(call)
    both = circuit.compose(circuit.inverse())
    assert_same_unitary(filled_in(both, {"oracle": content()}), np.eye(16))


def test_calls_in_branches_are_filled_in():
    circuit = QuantumCircuit(2, 1)
    with circuit.for_loop(range(3)):
        circuit.append(opaque_oracle("oracle", 2), [0, 1])
    filled = filled_in(circuit, {"oracle": content()})
    body = filled.data[0].operation.blocks[0]
    assert_same_unitary(body, content(), strict_phase=True)


def test_a_black_box_says_nothing():
    call = opaque_oracle("oracle", content())
    assert call.definition is None
    with pytest.raises(QiskitError):
        call.to_matrix()
    with pytest.raises(QiskitError):
        Operator(each_form(call))
    circuit = QuantumCircuit(2)
    circuit.append(call, [0, 1])
    assert code(assert_same_state, circuit, "|00>") == "wrong_type"
    assert_same_state(filled_in(circuit, {"oracle": QuantumCircuit(2)}), "|00>")
    with pytest.raises(QiskitError):
        call.power(0.5)


def test_another_oracle_stays_and_a_borrowed_name_is_not_filled_in():
    circuit = QuantumCircuit(2)
    circuit.append(opaque_oracle("other", 2), [0, 1])
    assert (
        code(assert_same_state, filled_in(circuit, {"oracle": content()}), "|00>") == "wrong_type"
    )
    circuit = QuantumCircuit(2)
    circuit.append(Gate("oracle", 2, []), [0, 1])
    assert (
        code(assert_same_state, filled_in(circuit, {"oracle": content()}), "|00>") == "wrong_type"
    )


def test_what_cannot_be_filled_in():
    with pytest.raises(CheckFailed) as caught:
        filled_in(None, {"oracle": content()})
    assert caught.value.code == "wrong_type"
    circuit = QuantumCircuit(3)
    circuit.append(opaque_oracle("oracle", 3), range(3))
    with pytest.raises(CheckFailed) as caught:
        filled_in(circuit, {"oracle": content()})
    assert caught.value.parameters == {"case": "oracle", "got": 3, "expected": 2}
    measured = QuantumCircuit(1, 1)
    measured.measure(0, 0)
    with pytest.raises(TargetError):
        filled_in(circuit, {"oracle": measured})
    for name, size in (("two words", 2), ("oracle", 0), ("oracle", 99), (3, 2)):
        with pytest.raises(TargetError):
            opaque_oracle(name, size)


def test_the_answer_itself_is_left_as_it_was():
    circuit = each_form(opaque_oracle("oracle", 2))
    before = circuit.copy()
    filled_in(circuit, {"oracle": content()})
    assert circuit == before


@pytest.mark.parametrize(("controls", "state"), [(1, None), (1, 0), (2, "01"), (3, 5)])
def test_a_matrix_under_control_is_what_qiskit_makes_of_it(controls, state):
    matrix = random_unitary(4, seed=3).data
    answer = QuantumCircuit(controls + 2)
    call = opaque_oracle("oracle", 2).control(controls, ctrl_state=state)
    answer.append(call, range(controls + 2))
    filled = filled_in(answer, {"oracle": matrix})
    wanted = UnitaryGate(matrix).control(controls, ctrl_state=state, annotated=False)
    assert np.allclose(Operator(filled).data, Operator(wanted).data)
    assert [step.operation.name for step in filled.data] == ["unitary"]  # nothing was synthesised
