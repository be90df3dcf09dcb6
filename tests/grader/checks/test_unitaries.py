import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.circuit import CircuitInstruction, Gate, Parameter
from qiskit.circuit.library import (
    CCXGate,
    CPhaseGate,
    CXGate,
    CZGate,
    HGate,
    MCXGate,
    PauliEvolutionGate,
    RXGate,
    RYGate,
    SGate,
    SwapGate,
    SXGate,
    TGate,
    XGate,
    YGate,
)
from qiskit.quantum_info import Operator, SparsePauliOp
from qiskit.synthesis import SuzukiTrotter
from scipy.linalg import expm

from grader.checks import NotDecidedError, TargetError, assert_distribution, assert_same_unitary
from grader.checks.simulation.outcomes import outcome_probabilities
from tests.grader.checks.circuits import circuits
from tests.grader.checks.failing import code, failure


@settings(max_examples=40, deadline=None)
@given(circuits(), st.integers(0, 3), st.integers(0, 50), st.floats(-3, 3))
def test_equal_unitaries_pass_however_they_are_built(circuit, level, seed, phase):
    line = [[k, k + 1] for k in range(4)] + [[k + 1, k] for k in range(4)]
    built = transpile(
        circuit,
        basis_gates=["cx", "rz", "sx", "x"],
        coupling_map=line,
        optimization_level=level,
        seed_transpiler=seed,
    )
    built.global_phase += phase
    built.measure_all()
    assert_same_unitary(built, circuit)
    assert_same_unitary(Operator(circuit), built)


@settings(max_examples=60, deadline=None)
@given(circuits(), circuits(), st.integers(0, 3), st.floats(0.01, 3.0), st.booleans())
def test_a_perturbed_unitary_fails_both_ways(before, after, place, angle, diagonal):
    place %= before.num_qubits
    other = before.copy()
    (other.p if diagonal else other.rx)(angle, place)
    original = before.copy()
    if after.num_qubits == before.num_qubits:
        other, original = other.compose(after), original.compose(after)
    wrong = {"inverse", "conjugate", "control_target_swapped", "qubit_order_reversed"}
    wrong |= {"relative_phase", "wrong_unitary", "qubits_permuted", "does_nothing"}
    wrong |= {"off_by_gate", "transposed", "gates_reversed"}
    assert code(assert_same_unitary, other, original) in wrong
    assert code(assert_same_unitary, original, other) in wrong


def swapped(gate):
    circuit = QuantumCircuit(2)
    circuit.append(gate, [1, 0])
    return circuit


@pytest.mark.parametrize(
    ("answer", "target", "expected"),
    [
        (SGate(), SGate().inverse(), "inverse"),
        (RYGate(0.3), RYGate(-0.3), "inverse"),
        (
            SGate().to_matrix() @ HGate().to_matrix(),
            np.array([[1, 1], [-1j, 1j]]) / 2**0.5,
            "conjugate",
        ),
        (CXGate(), swapped(CXGate()), "control_target_swapped"),
        (np.kron(HGate(), np.eye(2)), np.kron(np.eye(2), HGate()), "qubit_order_reversed"),
        (YGate(), XGate(), "relative_phase"),
        (CZGate(), CPhaseGate(1.0), "relative_phase"),
        (HGate(), XGate(), "wrong_unitary"),
        (XGate(), CXGate(), "wrong_size"),
    ],
)
def test_says_how_unitaries_differ(answer, target, expected):
    assert code(assert_same_unitary, answer, target) == expected


def test_control_and_target_are_named_inside_a_larger_circuit():
    circuit, target = QuantumCircuit(3), QuantumCircuit(3)
    circuit.cx(2, 1)
    target.cx(1, 2)
    parameters = failure(assert_same_unitary, circuit, target).parameters
    assert (parameters["first"], parameters["second"]) == (1, 2)


def test_basis_inputs_alone_do_not_decide():
    circuit = QuantumCircuit(3)
    circuit.ccx(0, 1, 2)
    circuit.cz(0, 1)
    assert code(assert_same_unitary, circuit, CCXGate()) == "relative_phase"


def test_the_worst_input_decides_not_the_average():
    nothing = QuantumCircuit(10)
    caught = failure(assert_same_unitary, nothing, MCXGate(9))
    assert (caught.code, caught.parameters["input"]) == ("does_nothing", "0111111111")
    nearly = QuantumCircuit(8)
    nearly.append(MCXGate(7, ctrl_state=3), range(8))
    assert failure(assert_same_unitary, nearly, MCXGate(7)).parameters["input"] == "00000011"


def test_decimal_angles_need_a_larger_tolerance():
    assert code(assert_same_unitary, RXGate(3.14), XGate()) == "wrong_unitary"
    assert_same_unitary(RXGate(3.14), XGate(), tolerance=1e-3)


def test_global_phase_counts_only_when_asked():
    assert_same_unitary(SXGate(), RXGate(np.pi / 2))
    caught = failure(assert_same_unitary, SXGate(), RXGate(np.pi / 2), strict_phase=True)
    assert (caught.code, caught.parameters["angle"]) == ("global_phase", "0.25π")


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_a_swap_that_the_transpiler_elides_is_no_difference(level):
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.append(SwapGate(), [0, 2])
    circuit.append(TGate(), [2])
    assert_same_unitary(transpile(circuit, optimization_level=level), circuit)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, "wrong_type"),
        (HGate, "wrong_type"),
        ("h", "wrong_type"),
        (np.ones((2, 2)), "not_unitary"),
        (np.ones((2, 3)), "wrong_size"),
        (np.eye(3), "wrong_size"),
        (np.full((2, 2), np.inf), "wrong_value"),
        (QuantumCircuit(13), "wrong_size"),
        (np.eye(2**12), "wrong_size"),
    ],
)
def test_what_is_no_unitary_is_said_clearly(answer, expected):
    assert code(assert_same_unitary, answer, HGate()) == expected


def test_a_bad_target_is_the_fault_of_the_check():
    with pytest.raises(TargetError, match="not_unitary"):
        assert_same_unitary(HGate(), np.ones((2, 2)))


def test_a_circuit_can_be_demanded():
    assert code(assert_same_unitary, HGate(), HGate(), circuit_only=True) == "wrong_type"


def test_a_controlled_gate_with_an_angle_that_was_bound_later():
    turn = QuantumCircuit(1)
    turn.rx(Parameter("a"), 0)
    circuit, expected = QuantumCircuit(2), QuantumCircuit(2)
    circuit.append(turn.to_gate().control(1, annotated=False), [0, 1])
    expected.crx(0.3, 0, 1)
    assert_same_unitary(circuit.assign_parameters([0.3]), expected)


def test_definitions_that_double_and_hold_nothing_are_not_followed_to_the_end():
    inner = QuantumCircuit(1)
    for _ in range(40):
        gate = Gate("g", 1, [])
        gate.definition = inner
        inner = QuantumCircuit(1)
        for _ in range(2):
            inner._append(CircuitInstruction(gate, inner.qubits, ()))
    expected = QuantumCircuit(1)
    expected.x(0)
    with pytest.raises(NotDecidedError):
        assert_same_unitary(inner, expected)


def test_probabilities_that_a_learner_sees_to_differ_are_not_called_right():
    actual, expected = QuantumCircuit(1), QuantumCircuit(1)
    actual.ry(0.52, 0)
    actual.p(1.6, 0)
    expected.ry(0.5, 0)
    assert code(assert_same_unitary, actual, expected) == "wrong_unitary"


def test_basis_states_that_a_learner_sees_to_be_wrong_are_not_called_right():
    actual, expected = QuantumCircuit(2), QuantumCircuit(2)
    actual.h(0)
    actual.rz(0.08, 0)
    actual.z(1)
    expected.h(0)
    caught = failure(assert_same_unitary, actual, expected)
    assert (caught.code, caught.parameters["case"]) == ("relative_phase", "unitary")


def test_qubits_are_named_as_the_learner_numbers_them_beside_ancillas():
    actual, expected = QuantumCircuit(3), QuantumCircuit(2)
    actual.cx(1, 2)
    expected.cx(1, 0)
    told = failure(assert_same_unitary, actual, expected, ancillas=[0]).parameters
    assert (told["first"], told["second"]) == (1, 2)


def test_an_evolution_is_what_its_product_formula_does():
    """Budgets count the formula's gates: the exact exponential at that price would be something for nothing."""
    hamiltonian = SparsePauliOp(["XX", "ZI"])
    exact = expm(-0.7j * hamiltonian.to_matrix())
    coarse, fine = QuantumCircuit(2), QuantumCircuit(2)
    coarse.append(PauliEvolutionGate(hamiltonian, time=0.7), [0, 1])
    fine.append(
        PauliEvolutionGate(hamiltonian, time=0.7, synthesis=SuzukiTrotter(order=4, reps=30)), [0, 1]
    )
    assert code(assert_same_unitary, coarse, exact) == "wrong_unitary"
    assert_same_unitary(fine, exact, tolerance=1e-5)
    measured = coarse.copy()
    measured.measure_all()
    wanted = coarse.decompose(reps=4)
    wanted.measure_all()
    assert_distribution(measured, outcome_probabilities(wanted))
