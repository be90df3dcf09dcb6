import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.circuit import Gate, Parameter
from qiskit.quantum_info import SparsePauliOp, Statevector

from grader.checks import TargetError, assert_expectation, assert_same_state
from tests.grader.checks.circuits import circuits
from tests.grader.checks.failing import code, failure


def bell() -> QuantumCircuit:
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    return circuit


@settings(max_examples=40, deadline=None)
@given(circuits(), st.integers(0, 3), st.integers(0, 50), st.floats(-3, 3))
def test_equal_states_pass_however_they_are_built(circuit, level, seed, phase):
    line = [[k, k + 1] for k in range(5)] + [[k + 1, k] for k in range(5)]
    built = transpile(
        circuit,
        basis_gates=["cx", "rz", "sx", "x"],
        coupling_map=line,
        optimization_level=level,
        seed_transpiler=seed,
    )
    built.global_phase += phase
    built.barrier()
    built.measure_all()
    assert_same_state(built, circuit)
    assert_same_state(Statevector(circuit).data * np.exp(1j * phase), built)


@settings(max_examples=60, deadline=None)
@given(circuits(), st.integers(0, 3), st.floats(0.1, 3.0))
def test_a_perturbed_state_fails_both_ways(circuit, place, angle):
    other = circuit.copy()
    place %= circuit.num_qubits
    other.ry(angle, place)
    overlap = abs(np.vdot(Statevector(circuit).data, Statevector(other).data)) ** 2
    if overlap < 1 - 1e-4:
        wrong = {"wrong_state", "wrong_amplitudes", "relative_phase", "conjugate"}
        wrong |= {"qubit_order_reversed", "qubits_permuted", "does_nothing", "off_by_gate"}
        assert code(assert_same_state, other, circuit) in wrong
        assert code(assert_same_state, circuit, other) in wrong


@pytest.mark.parametrize(
    ("answer", "target", "expected"),
    [
        ([1, 0, 0, -1], "(|00> + |11>)/√2", "relative_phase"),
        ([1, 0, 0, -1j], "(|00> + i|11>)/√2", "conjugate"),
        ([0, 1, 0, 0], "|10>", "qubit_order_reversed"),
        ([1, 0, 0, 1], "0.6|00> + 0.8|11>", "wrong_amplitudes"),
        ([1, 0, 0, 0], "(|00> + |11>)/√2", "wrong_state"),
        ([1, 1, 1, 1], "(|00> + |11>)/√2", "wrong_state"),
        ([1, 0], "|00>", "wrong_size"),
    ],
)
def test_says_how_states_differ(answer, target, expected):
    vector = np.array(answer) / np.linalg.norm(answer)
    assert code(assert_same_state, vector, target) == expected


def test_names_the_smallest_counterexample():
    parameters = failure(assert_same_state, [0.5, 0.5, 0.5, -0.5], "|++>").parameters
    assert parameters["basis"] == "11"
    assert parameters["reference"] == "00"
    assert parameters["angle"] == "1π"
    parameters = failure(assert_same_state, [0, 0, 1, 0], "|00>").parameters
    assert parameters["case"] == "missing"
    assert parameters["basis"] == "00"


def test_global_phase_counts_only_when_asked():
    assert_same_state([-1, 0], "|0>")
    assert code(assert_same_state, [1j, 0], "|0>", strict_phase=True) == "global_phase"
    assert_same_state([1, 0], "|0>", strict_phase=True)


def test_tolerance_is_infidelity():
    circuit = QuantumCircuit(1)
    circuit.rx(3.1, 0)
    assert code(assert_same_state, circuit, "|1>") == "wrong_state"
    assert_same_state(circuit, "|1>", tolerance=1e-3)


def _mid_measured():
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    circuit.h(0)
    return circuit


def _reset():
    circuit = bell()
    circuit.reset(0)
    return circuit


def _free():
    circuit = QuantumCircuit(1)
    circuit.rx(Parameter("θ"), 0)
    return circuit


def _opaque():
    circuit = QuantumCircuit(1)
    circuit.append(Gate("mystery", 1, []), [0])
    return circuit


@pytest.mark.parametrize(
    ("answer", "expected", "case"),
    [
        (None, "wrong_type", "none"),
        (bell, "wrong_type", "function"),
        ("(|00> + |11>)/√2", "wrong_type", None),
        (3, "wrong_type", None),
        (["a", 1], "wrong_type", "element"),
        (_free(), "wrong_type", "unbound"),
        (_mid_measured(), "wrong_type", "mid_circuit"),
        (_reset(), "wrong_type", "mid_circuit"),
        (_opaque(), "wrong_type", "opaque"),
        (QuantumCircuit(13), "wrong_size", None),
        (np.ones(2**21) / 2**10.5, "wrong_size", "too_many"),
        ([1, 0, 0], "wrong_size", "length"),
        ([[1, 0], [0]], "wrong_size", "ragged"),
        (np.eye(2), "wrong_size", "shape"),
        ([1, 1], "not_normalised", None),
        ([1, float("nan")], "wrong_value", "not_finite"),
    ],
)
def test_what_is_no_state_is_said_clearly(answer, expected, case):
    caught = failure(assert_same_state, answer, "(|00> + |11>)/√2")
    assert caught.code == expected
    assert caught.parameters.get("case") == case


def test_an_array_is_no_answer_where_a_circuit_is_asked():
    assert_same_state(bell(), "(|00> + |11>)/√2", circuit_only=True)
    array = Statevector(bell())
    assert_same_state(array, "(|00> + |11>)/√2")
    assert code(assert_same_state, array, bell(), circuit_only=True) == "wrong_type"


def test_initialize_and_resets_of_fresh_qubits_are_fine():
    circuit = QuantumCircuit(2)
    circuit.reset(1)
    circuit.initialize([1, 0, 0, 1j], [0, 1], normalize=True)
    assert_same_state(circuit, "(|00> + i|11>)/√2")


def test_a_nested_measurement_at_the_end_is_stripped():
    inner = bell()
    inner.measure_all()
    outer = QuantumCircuit(2, 2)
    outer.append(inner.to_instruction(), [0, 1], [0, 1])
    assert_same_state(outer, "(|00> + |11>)/√2")


def test_lies_of_an_answer_are_not_believed():
    class Everything:
        __class__ = Statevector
        data = np.array([1, 0])

        def __eq__(self, other):
            return True

        __hash__ = None

    class LyingState(Statevector):
        def equiv(self, *_, **__):
            return True

    class LyingArray(np.ndarray):
        def __array__(self, *_, **__):
            return np.array([1, 0], dtype=complex)

    class GateCalledBarrier(Gate):
        def __init__(self):
            super().__init__("barrier", 1, [])

        def _define(self):
            self.definition = QuantumCircuit(1)
            self.definition.x(0)

    assert code(assert_same_state, Everything(), "|0>") == "wrong_type"
    assert code(assert_same_state, LyingState([0, 1]), "|0>") == "wrong_type"
    assert code(assert_same_state, np.array([0, 1.0]).view(LyingArray), "|0>") == "wrong_state"
    circuit = QuantumCircuit(1)
    circuit.append(GateCalledBarrier(), [0])
    assert code(assert_same_state, circuit, "|0>") == "wrong_state"


@pytest.mark.parametrize("target", ["|0> + |1>", "nonsense", [1, 1], None])
def test_a_bad_target_is_the_fault_of_the_check(target):
    with pytest.raises(TargetError, match="assert_same_state"):
        assert_same_state([1, 0], target)


def test_expectation_values():
    assert_expectation(bell(), "XX", 1)
    assert_expectation(bell(), SparsePauliOp(["ZZ", "YY"], [2, 1]), 1)
    assert code(assert_expectation, bell(), "YY", 1) == "wrong_sign"
    assert failure(assert_expectation, bell(), "ZI", 1).parameters["got"] == "0"
    assert code(assert_expectation, bell(), "Z", 1) == "wrong_size"
    assert code(assert_expectation, None, "Z", 1) == "wrong_type"
    with pytest.raises(TargetError):
        assert_expectation(bell(), "QQ", 1)
    circuit = QuantumCircuit(2)
    circuit.x(0)
    assert_expectation(circuit, "IZ", -1)


def test_qubits_are_named_as_the_learner_numbers_them_beside_ancillas():
    circuit = QuantumCircuit(4)
    circuit.x(1)
    circuit.h(3)
    circuit.h(2)
    circuit.s(2)
    caught = failure(assert_same_state, circuit, "|1>|+>|i>", ancillas=[0])
    assert (caught.code, caught.parameters["order"]) == ("qubits_permuted", "1 → 3, 2 → 1, 3 → 2")


def test_measuring_twice_at_the_end_does_not_matter():
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.measure([0, 1], [0, 0])
    circuit.measure_all()
    assert_same_state(circuit, "(|00> + |11>)/√2")
    circuit.h(0)
    assert failure(assert_same_state, circuit, "|00>").parameters["case"] == "mid_circuit"


def test_a_measurement_that_something_hangs_on_does_matter():
    circuit = QuantumCircuit(2, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    with circuit.if_test((0, 1)):
        circuit.x(1)
    assert failure(assert_same_state, circuit, "|00>").parameters["case"] == "mid_circuit"
