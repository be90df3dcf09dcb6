import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.circuit import AnnotatedOperation, Gate, Parameter, PowerModifier
from qiskit.circuit.library import CCXGate, IntegerComparatorGate

from grader.checks import TargetError, assert_budget, opaque_oracle
from tests.grader.checks.circuits import circuits
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
    [
        ({"qubits": 2}, 3),
        ({"depth": 2}, 3),
        ({"gates": 2}, 3),
        ({"two_qubit_gates": 1}, 2),
        ({"two_qubit_depth": 1}, 2),
    ],
)
def test_names_the_resource_and_by_how_much(limit, got):
    caught = failure(assert_budget, ladder(), **limit)
    ((resource, allowed),) = limit.items()
    assert caught.code == "budget_exceeded"
    assert caught.parameters == {"case": resource, "got": got, "limit": allowed, "excess": 1}
    assert f"{got}, which is 1 more than the budget of {allowed}" in str(caught)


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


LIMITS = ("depth", "gates", "two_qubit_gates", "two_qubit_depth", "t_count")


def cost(circuit, resource):
    """The smallest budget that the circuit keeps, found by the text of the failure."""
    try:
        assert_budget(circuit, **{resource: -1})
    except AssertionError as caught:
        return caught.parameters["got"]
    raise AssertionError


@settings(max_examples=60, deadline=None)
@given(circuits(most=5))
def test_counts_what_qiskit_counts_and_the_limit_is_sharp(circuit):
    expected = {
        "depth": circuit.depth(),
        "gates": circuit.size(),
        "two_qubit_gates": circuit.num_nonlocal_gates(),
        "two_qubit_depth": circuit.depth(lambda one: len(one.qubits) > 1),
    }
    for resource, got in expected.items():
        assert_budget(circuit, **{resource: got})
        caught = failure(assert_budget, circuit, **{resource: got - 1})
        assert caught.parameters["got"] == got
        assert caught.parameters["excess"] == 1


@settings(max_examples=40, deadline=None)
@given(circuits(fewest=2, most=4), circuits(fewest=2, most=4), st.integers(0, 6))
def test_boxes_loops_and_branches_cost_what_they_stand_for(first, second, times):
    size = max(first.num_qubits, second.num_qubits)
    written, looped = QuantumCircuit(size, 1), QuantumCircuit(size, 1)
    for _ in range(times):
        written.compose(first, inplace=True)
    with looped.for_loop(range(times)):
        looped.append(first.to_gate(), range(first.num_qubits))
    branched = looped.copy()
    with branched.if_test((0, 1)) as otherwise:
        branched.append(first.to_gate(), range(first.num_qubits))
    with otherwise:
        branched.append(second.to_gate(), range(second.num_qubits))
    for resource in LIMITS[:-1]:
        assert cost(looped, resource) == cost(written, resource)
        either = [written.compose(one) for one in (first, second)]
        assert cost(branched, resource) == max(cost(one, resource) for one in either)


def test_a_huge_loop_costs_no_time():
    begun = time.monotonic()
    circuit = QuantumCircuit(2)
    with circuit.for_loop(range(10**12)):
        circuit.h(0)
        circuit.cx(0, 1)
    assert failure(assert_budget, circuit, depth=3).parameters["got"] == 2 * 10**12
    nested = QuantumCircuit(2)
    nested.cx(0, 1)
    for _ in range(25):
        gate = Gate("twice", 2, [])
        gate.definition = nested
        nested = QuantumCircuit(2)
        nested.append(gate, [0, 1])
        nested.append(gate, [1, 0])
    assert failure(assert_budget, nested, two_qubit_gates=3).parameters["got"] == 2**25
    assert time.monotonic() - begun < 20


def test_a_while_loop_has_no_bound():
    circuit = QuantumCircuit(1, 1)
    with circuit.while_loop((0, 0)):
        circuit.h(0)
        circuit.measure(0, 0)
    assert code(assert_budget, circuit, gates=100) == "unbounded_loop"
    assert_budget(circuit, qubits=1, allowed_gates=["h"])
    assert code(assert_budget, circuit, forbidden_gates=["h"]) == "forbidden_gate"


def test_a_switch_counts_its_worst_case():
    circuit = QuantumCircuit(1, 2)
    with circuit.switch(circuit.cregs[0]) as case:
        with case(0):
            circuit.x(0)
        with case(1, 2):
            circuit.t(0)
            circuit.h(0)
            circuit.t(0)
    assert cost(circuit, "gates") == 3
    assert cost(circuit, "t_count") == 2


def test_t_count_of_known_gates():
    for build, count in (
        (lambda c: c.t(0), 1),
        (lambda c: (c.t(0), c.s(0), c.tdg(1), c.cx(0, 1)), 2),
        (lambda c: c.ccx(0, 1, 2), 7),
        (lambda c: c.ccz(0, 1, 2), 7),
        (lambda c: c.cswap(0, 1, 2), 7),
        (lambda c: c.rccx(0, 1, 2), 4),
        (lambda c: c.cs(0, 1), 3),
        (lambda c: c.ch(0, 1), 2),
        (lambda c: (c.rz(np.pi / 2, 0), c.rx(-np.pi, 1), c.p(3 * np.pi, 2)), 0),
        (lambda c: (c.rz(np.pi / 4, 0), c.ry(-3 * np.pi / 4, 1), c.rzz(np.pi / 4, 0, 1)), 3),
        (lambda c: c.u(0, np.pi / 8, np.pi / 8, 0), 1),
        (lambda c: c.u(np.pi, np.pi / 8, -np.pi / 8, 0), 1),
        (lambda c: c.unitary(CCXGate().to_matrix()[:2, :2], [0]), 0),
        (lambda c: c.append(CCXGate(ctrl_state=1), [0, 1, 2]), 7),
    ):
        circuit = QuantumCircuit(3)
        build(circuit)
        assert cost(circuit, "t_count") == count, circuit


def test_what_is_no_clifford_plus_t_has_no_t_count():
    circuit = QuantumCircuit(4)
    circuit.rx(0.785, 0)
    caught = failure(assert_budget, circuit, t_count=100)
    assert (caught.code, caught.parameters) == ("not_clifford_t", {"case": "angle", "name": "rx"})
    assert "π/4" in str(caught)
    circuit = QuantumCircuit(5)
    circuit.mcx([0, 1, 2, 3], 4)
    assert failure(assert_budget, circuit, t_count=1000).parameters == {"name": "mcx"}
    free = QuantumCircuit(1)
    free.rz(Parameter("a"), 0)
    assert code(assert_budget, free, t_count=3) == "not_clifford_t"
    assert_budget(free, gates=1)


def test_ancillas_are_the_qubits_beyond_the_tasks_own():
    assert_budget(QuantumCircuit(5), ancillas=2, data_qubits=3)
    caught = failure(assert_budget, QuantumCircuit(5), ancillas=1, data_qubits=3)
    assert caught.parameters == {"case": "ancillas", "got": 2, "limit": 1, "excess": 1}
    with pytest.raises(TargetError):
        assert_budget(QuantumCircuit(5), ancillas=1)


def test_calls_of_an_oracle_are_counted_in_every_form():
    oracle = opaque_oracle("oracle", 2)
    circuit = QuantumCircuit(3)
    circuit.append(oracle, [0, 1])
    circuit.append(oracle.inverse(), [0, 1])
    circuit.append(oracle.control(), [2, 0, 1])
    circuit.append(oracle.power(2), [0, 1])
    circuit.append(AnnotatedOperation(oracle, PowerModifier(3)), [0, 1])
    inner = circuit.copy()
    with circuit.for_loop(range(2)):
        circuit.append(inner.to_gate(), range(3))
    caught = failure(assert_budget, circuit, calls={"oracle": 23})
    assert caught.code == "too_many_calls"
    assert caught.parameters == {"name": "oracle", "got": 24, "limit": 23, "excess": 1}
    assert_budget(circuit, calls={"oracle": 24}, allowed_gates=[], two_qubit_gates=0, t_count=0)
    assert code(assert_budget, circuit, calls={"other": 1}, allowed_gates=[]) == "forbidden_gate"


def test_a_gate_that_borrows_the_oracles_name_is_no_call_and_not_free():
    circuit = QuantumCircuit(2)
    disguise = Gate("oracle", 2, [])
    disguise.definition = QuantumCircuit(2)
    disguise.definition.cx(0, 1)
    circuit.append(disguise, [0, 1])
    assert_budget(circuit, calls={"oracle": 0})
    assert (
        code(assert_budget, circuit, calls={"oracle": 1}, allowed_gates=["h"]) == "forbidden_gate"
    )
    assert cost(circuit, "two_qubit_gates") == 1


def test_a_controlled_composite_counts_the_oracle_in_it():
    inner = QuantumCircuit(2)
    inner.h(0)
    inner.append(opaque_oracle("oracle", 2), [0, 1])
    circuit = QuantumCircuit(3)
    circuit.append(inner.to_gate().control(1, annotated=True), range(3))
    assert failure(assert_budget, circuit, calls={"oracle": 0}).parameters["got"] == 1


LINE = [(0, 1), (1, 2)]


def test_two_qubit_gates_stay_on_connected_pairs():
    circuit = QuantumCircuit(3)
    circuit.cx(1, 0)
    circuit.cz(1, 2)
    assert_budget(circuit, allowed_pairs=LINE)
    caught = failure(assert_budget, circuit, allowed_pairs=LINE, directed=True)
    assert caught.parameters == {"case": "direction", "first": 1, "second": 0}
    backwards = QuantumCircuit(3)
    backwards.cz(2, 1)
    assert_budget(backwards, allowed_pairs=LINE, directed=True)
    far = QuantumCircuit(3)
    far.append(backwards.to_gate(), [2, 1, 0])
    assert failure(assert_budget, far, allowed_pairs=[(1, 2)]).parameters == {
        "case": "far",
        "first": 0,
        "second": 1,
    }
    toffoli = QuantumCircuit(3)
    toffoli.ccx(0, 1, 2)
    assert code(assert_budget, toffoli, allowed_pairs=LINE) == "forbidden_pair"
    routed = transpile(
        toffoli, coupling_map=[[0, 1], [1, 2]], basis_gates=["u", "cx"], seed_transpiler=1
    )
    assert_budget(routed, allowed_pairs=LINE, allowed_gates=["u", "cx"])


def test_an_empty_branch_that_a_transpiler_left_costs_nothing():
    circuit = QuantumCircuit(1, 1)
    circuit.measure(0, 0)
    circuit.if_test((circuit.clbits[0], 1), QuantumCircuit(), [], [])
    circuit.x(0)
    assert_budget(circuit, qubits=1, gates=1, depth=1)


def test_library_gates_are_taken_apart():
    circuit = QuantumCircuit(6)
    circuit.append(IntegerComparatorGate(3, 2), range(4))
    assert cost(circuit, "two_qubit_gates") > 1
    assert_budget(circuit, forbidden_gates=["unitary"])


@pytest.mark.parametrize("levels", [31, 40])
def test_gates_too_deep_to_be_counted_are_not_taken_for_one(levels):
    inner = QuantumCircuit(2)
    inner.h([0, 1])
    inner.cx(0, 1)
    for _ in range(levels):
        gate = Gate("h", 2, [])
        gate.definition = inner
        inner = QuantumCircuit(2)
        inner.append(gate, [0, 1])
    assert code(assert_budget, inner, gates=3, allowed_gates=["h"]) == "forbidden_gate"


def test_an_empty_loop_costs_nothing():
    circuit = QuantumCircuit(1)
    with circuit.for_loop(range(3)):
        pass
    circuit.h(0)
    assert_budget(circuit, gates=1, depth=1, two_qubit_depth=0)
