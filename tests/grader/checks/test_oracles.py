import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit, transpile
from qiskit.circuit.library import DiagonalGate
from qiskit.quantum_info import Operator

from grader.checks import TargetError, assert_marks
from tests.grader.checks.failing import code, failure


def flips(qubits, marked, *, phase=False):
    """An oracle that is right by construction: one multi-controlled gate for each marked input."""
    circuit = QuantumCircuit(qubits + (not phase))
    for number in marked:
        zeros = [k for k in range(qubits) if not number >> k & 1]
        if zeros:
            circuit.x(zeros)
        if not phase:
            circuit.mcx(list(range(qubits)), qubits)
        elif qubits == 1:
            circuit.z(0)
        else:
            circuit.mcp(np.pi, list(range(qubits - 1)), qubits - 1)
        if zeros:
            circuit.x(zeros)
    return circuit


@st.composite
def tasks(draw):
    qubits = draw(st.integers(1, 4))
    marked = draw(st.sets(st.integers(0, 2**qubits - 1), max_size=2**qubits))
    return qubits, marked


@settings(max_examples=40, deadline=None)
@given(tasks(), st.sampled_from(["phase", "bit"]), st.floats(0, 6))
def test_right_oracles_pass_however_they_are_built(task, kind, angle):
    qubits, marked = task
    circuit = flips(qubits, sorted(marked), phase=kind == "phase")
    turned = transpile(circuit, basis_gates=["u", "cx"], optimization_level=2, seed_transpiler=1)
    turned.global_phase += angle
    turned.measure_all()
    for answer in (circuit, turned, Operator(circuit)):
        assert_marks(answer, marked, kind=kind, qubits=qubits)
    texts = [format(one, f"0{qubits}b") for one in marked]
    assert_marks(circuit, lambda bits: bits in texts, kind=kind, qubits=qubits, strict_phase=True)


@settings(max_examples=40, deadline=None)
@given(tasks(), tasks(), st.sampled_from(["phase", "bit"]))
def test_another_set_fails_and_its_inputs_are_named(task, other, kind):
    qubits, marked = task
    wrong = {one % 2**qubits for one in other[1]}
    everything = set(range(2**qubits))
    circuit = flips(qubits, sorted(wrong), phase=kind == "phase")
    same = wrong == marked or (kind == "phase" and wrong == everything - marked)
    if same:
        assert_marks(circuit, marked, kind=kind, qubits=qubits)
        return
    caught = failure(assert_marks, circuit, marked, kind=kind, qubits=qubits)
    assert caught.code in (
        "misses_input",
        "marks_too_many",
        "marks_other",
        "marks_complement",
        "qubit_order_reversed",
    )
    for name in {"input", "missing"} & caught.parameters.keys():
        number = int(caught.parameters[name], 2)
        differs = (number in wrong) != (number in marked)
        # a phase oracle and its complement are one, up to a global phase
        assert differs or kind == "phase"


@settings(max_examples=40, deadline=None)
@given(tasks(), st.integers(0, 3), st.floats(0.01, 3))
def test_a_little_more_is_wrong(task, qubit, angle):
    qubits, marked = task
    circuit = flips(qubits, sorted(marked))
    circuit.ry(angle, qubit % (qubits + 1))
    assert code(assert_marks, circuit, marked, kind="bit", qubits=qubits) == "not_an_oracle"
    circuit = flips(qubits, sorted(marked))
    circuit.p(angle, qubit % (qubits + 1))
    assert code(assert_marks, circuit, marked, kind="bit", qubits=qubits) == "oracle_phase"


def test_the_codes():
    def found(circuit, marked, **options):
        caught = failure(assert_marks, circuit, marked, **options)
        return caught.code, caught.parameters

    both = {"kind": "bit", "qubits": 2}
    assert found(flips(2, [3]), [3, 1], **both) == ("misses_input", {"input": "01", "number": 1})
    assert found(flips(2, []), [3, 1], **both) == ("misses_input", {"case": "all"})
    assert found(flips(2, [3, 1, 0]), [3], **both) == (
        "marks_too_many",
        {"input": "00", "number": 2},
    )
    assert found(flips(2, [0, 3]), [0, 1], **both) == (
        "marks_other",
        {"input": "11", "missing": "01"},
    )
    assert found(flips(2, [0, 1, 2]), [3], **both) == ("marks_complement", {"case": "bit"})
    assert found(flips(2, [1]), [2], **both) == ("qubit_order_reversed", {"case": "oracle"})
    negated = flips(2, [0, 1, 2], phase=True)
    assert_marks(negated, ["11"], qubits=2)
    assert found(negated, ["11"], qubits=2, strict_phase=True) == (
        "marks_complement",
        {"case": "phase"},
    )
    toffoli = flips(2, [3])
    toffoli.cz(0, 1)
    assert found(toffoli, [3], **both) == (
        "oracle_phase",
        {"case": "bit", "input": "11", "target": 0, "angle": "1π"},
    )
    half = QuantumCircuit(2)
    half.cs(0, 1)
    assert found(half, [3], qubits=2) == (
        "oracle_phase",
        {"case": "phase", "input": "11", "angle": "0.5π"},
    )
    shifted = QuantumCircuit(2)
    shifted.cz(0, 1)
    shifted.x(1)
    assert found(shifted, [3], qubits=2) == (
        "not_an_oracle",
        {"case": "register", "input": "00", "basis": "10"},
    )
    halfway = flips(2, [3])
    halfway.h(2)
    assert found(halfway, [3], **both) == ("not_an_oracle", {"case": "target", "input": "00"})


def kickback(*, undone):
    """A phase oracle for 11 by way of an ancilla."""
    circuit = QuantumCircuit(3)
    circuit.ccx(0, 1, 2)
    circuit.z(2)
    if undone:
        circuit.ccx(0, 1, 2)
    return circuit


def test_ancillas_must_come_back():
    assert_marks(kickback(undone=True), ["11"], qubits=2, ancillas=[2])
    assert_marks(kickback(undone=True), ["11"], qubits=2, ancillas=None)
    caught = failure(assert_marks, kickback(undone=False), ["11"], qubits=2, ancillas=[2])
    assert (caught.code, caught.parameters) == ("dirty_ancilla", {"case": "oracle", "input": "11"})
    assert "ancilla" in str(caught)
    assert code(assert_marks, kickback(undone=True), ["11"], qubits=2) == "wrong_size"


def test_a_register_anywhere():
    circuit = QuantumCircuit(4)
    circuit.x(3)
    circuit.ccx(3, 1, 0)
    circuit.x(3)
    assert_marks(circuit, ["10"], kind="bit", qubits=[3, 1], target=0, ancillas=[2])
    assert_marks(circuit, ["01"], kind="bit", qubits=[1, 3], target=0, ancillas=None)
    caught = failure(
        assert_marks, circuit, ["01"], kind="bit", qubits=[3, 1], target=0, ancillas=[2]
    )
    assert caught.code == "qubit_order_reversed"


@pytest.mark.parametrize("qubits", [11, 12])
def test_one_wrong_input_among_thousands_is_found(qubits):
    right = DiagonalGate([-1 if x in (5, 77) else 1 for x in range(2**qubits)])
    assert_marks(right, [5, 77], qubits=qubits)
    caught = failure(assert_marks, right, [5, 77, 1234], qubits=qubits)
    assert caught.parameters == {"input": format(1234, f"0{qubits}b"), "number": 1}
    last = flips(qubits - 1, [])
    last.mcx(list(range(qubits - 1)), qubits - 1)
    assert_marks(last, [2 ** (qubits - 1) - 1], kind="bit", qubits=qubits - 1)
    assert failure(assert_marks, last, [], kind="bit", qubits=qubits - 1).parameters["number"] == 1


def test_the_tolerance_is_the_distance_of_the_worst_input():
    for qubits in (3, 11):
        circuit = QuantumCircuit(qubits)
        circuit.mcp(np.pi - 1e-3, list(range(qubits - 1)), qubits - 1)
        marked = ["1" * qubits]
        assert code(assert_marks, circuit, marked, qubits=qubits) == "oracle_phase"
        assert code(assert_marks, circuit, marked, qubits=qubits, tolerance=4e-4) == "oracle_phase"
        assert_marks(circuit, marked, qubits=qubits, tolerance=1.1e-3)


def test_no_circuit_and_no_unitary():
    assert code(assert_marks, None, [1], qubits=1) == "wrong_type"
    measured = QuantumCircuit(1, 1)
    measured.measure(0, 0)
    measured.x(0)
    assert code(assert_marks, measured, [1], qubits=1) == "wrong_type"
    assert code(assert_marks, [[1, 0], [1, 1]], [1], qubits=1) == "not_unitary"
    assert code(assert_marks, QuantumCircuit(3), [1], qubits=2) == "wrong_size"


@pytest.mark.parametrize(
    ("marked", "options"),
    [
        (["2"], {"qubits": 1}),
        ([2], {"qubits": 1}),
        (["011"], {"qubits": 2}),
        ([1], {"qubits": 2, "kind": "colour"}),
        ([1], {"qubits": 2, "target": 2}),
        ([1], {"qubits": 2, "ancillas": [1]}),
        ([1], {"qubits": 0}),
    ],
)
def test_a_check_that_makes_no_sense_says_so(marked, options):
    with pytest.raises(TargetError):
        assert_marks(QuantumCircuit(2), marked, **options)


@pytest.mark.parametrize("angle", [float("nan"), float("inf")])
def test_an_angle_that_is_no_number_marks_nothing(angle):
    turned, phased = QuantumCircuit(2), QuantumCircuit(2)
    turned.rz(angle, 0)
    phased.global_phase = angle
    for circuit in (turned, phased):
        assert code(assert_marks, circuit, ["11"], qubits=2) == "not_unitary"
        assert code(assert_marks, circuit, [1], qubits=1, kind="bit") == "not_unitary"


def test_doing_nothing_marks_nothing_however_many_are_asked_for():
    for marked in (["01"], ["00", "11"], ["00", "01", "10"]):
        caught = failure(assert_marks, QuantumCircuit(2), marked, qubits=2)
        assert (caught.code, caught.parameters) == ("misses_input", {"case": "all"})


def test_where_both_readings_of_the_signs_fit_the_answer_is_taken_at_its_word():
    circuit = QuantumCircuit(2)
    circuit.x([0, 1])
    circuit.cz(0, 1)
    circuit.x([0, 1])
    caught = failure(assert_marks, circuit, ["10"], qubits=2)
    assert (caught.code, caught.parameters) == ("marks_other", {"missing": "10", "input": "00"})
