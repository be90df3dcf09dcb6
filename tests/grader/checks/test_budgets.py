import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.circuit import Gate

from grader.checks import assert_budget
from tests.grader.checks.failing import code, failure


def ladder():
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.barrier()
    circuit.cx(1, 2)
    circuit.measure_all()
    return circuit


def test_a_circuit_within_its_budget_passes():
    assert_budget(ladder(), qubits=3, depth=3, gates=3, two_qubit_gates=2)
    assert_budget(ladder(), allowed_gates=["h", "cx"], forbidden_gates=["unitary"])


@pytest.mark.parametrize(
    ("limit", "got"),
    [({"qubits": 2}, 3), ({"depth": 2}, 3), ({"gates": 2}, 3), ({"two_qubit_gates": 1}, 2)],
)
def test_names_the_resource_and_by_how_much(limit, got):
    caught = failure(assert_budget, ladder(), **limit)
    ((resource, allowed),) = limit.items()
    assert caught.code == "budget_exceeded"
    assert caught.parameters == {"case": resource, "got": got, "limit": allowed}


def test_forbidden_and_not_allowed_gates_are_named():
    assert failure(assert_budget, ladder(), forbidden_gates=["cx"]).parameters["name"] == "cx"
    assert failure(assert_budget, ladder(), allowed_gates=["cx"]).parameters["name"] == "h"


def test_a_gate_in_a_wrapping_costs_what_is_inside():
    wrapped = QuantumCircuit(3)
    inner = ladder()
    inner.remove_final_measurements()
    wrapped.append(inner.to_instruction(label="one gate"), [0, 1, 2])
    assert failure(assert_budget, wrapped, gates=2).parameters["got"] == 3
    assert_budget(wrapped, allowed_gates=["h", "cx"], gates=3)
    assert code(assert_budget, wrapped, forbidden_gates=["h"]) == "forbidden_gate"


def test_a_matrix_is_not_one_gate():
    circuit = QuantumCircuit(2)
    circuit.unitary(np.eye(4)[[0, 1, 3, 2]], [0, 1])
    assert code(assert_budget, circuit, two_qubit_gates=0) == "budget_exceeded"
    assert code(assert_budget, circuit, forbidden_gates=["unitary"]) == "forbidden_gate"
    assert_budget(circuit, allowed_gates=["unitary"])


def test_a_three_qubit_gate_counts_as_the_two_qubit_gates_inside_it():
    circuit = QuantumCircuit(3)
    circuit.ccx(0, 1, 2)
    assert_budget(circuit, gates=1, two_qubit_gates=6)
    assert failure(assert_budget, circuit, two_qubit_gates=5).parameters["got"] == 6


def test_a_borrowed_name_does_not_help():
    circuit = QuantumCircuit(1)
    for name in ("barrier", "h"):
        disguise = Gate(name, 1, [])
        disguise.definition = QuantumCircuit(1)
        disguise.definition.t(0)
        circuit.append(disguise, [0])
    assert failure(assert_budget, circuit, allowed_gates=["h", "barrier"]).parameters["name"] == "t"
    assert failure(assert_budget, circuit, gates=1).parameters["got"] == 2


def test_loops_and_branches_count():
    circuit = QuantumCircuit(1)
    with circuit.for_loop(range(5)):
        circuit.x(0)
    assert failure(assert_budget, circuit, gates=4).parameters["got"] == 5


@pytest.mark.parametrize("answer", [None, ladder, [1, 0], "circuit"])
def test_what_is_no_circuit_is_said_clearly(answer):
    assert code(assert_budget, answer, gates=3) == "wrong_type"
