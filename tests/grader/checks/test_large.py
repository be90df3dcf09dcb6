"""Circuits that are too large for matrices: Clifford tableaus, random states, a second opinion, or no decision."""

import sys
import time

import numpy as np
import psutil
import pytest
from qiskit import QuantumCircuit, transpile
from qiskit.circuit.library import MCXGate, UnitaryGate
from qiskit.quantum_info import Operator, random_unitary

from grader.checks import (
    CheckFailed,
    NotDecidedError,
    assert_same_isometry,
    assert_same_state,
    assert_same_unitary,
)
from grader.checks.equivalence import second_opinion as second
from grader.checks.equivalence.clifford import clifford_difference
from grader.checks.equivalence.random_states import Verdict, random_verdict
from grader.checks.equivalence.reduction import groups, inverted, reduced
from grader.checks.equivalence.sparse import moved_input
from grader.checks.reading.programs import Program, Step, read_program
from grader.checks.simulation.dense import applied, columns_of
from tests.grader.checks.failing import code, failure

BASIS = ["cx", "rz", "sx", "x"]


def line(qubits):
    return [[k, k + 1] for k in range(qubits - 1)] + [[k + 1, k] for k in range(qubits - 1)]


def tangled(qubits, gates, *, clifford=False, seed=1):
    generator = np.random.default_rng(seed)
    circuit = QuantumCircuit(qubits)
    for _ in range(gates):
        place = int(generator.integers(qubits))
        first, other = (int(one) for one in generator.choice(qubits, 2, replace=False))
        if clifford:
            (circuit.h, circuit.s)[int(generator.integers(2))](place)
        else:
            circuit.ry(generator.random(), place)
        circuit.cx(first, other)
    return circuit


def routed(circuit, seed=3):
    return transpile(
        circuit,
        basis_gates=BASIS,
        coupling_map=line(circuit.num_qubits),
        optimization_level=1,
        seed_transpiler=seed,
    )


def word(actual, expected):
    one, two = read_program(actual), read_program(expected)
    return Program(one.qubits, one.own, (*one.steps, *inverted(two.steps)), 0.0)


def test_routed_circuits_are_equal_and_changed_ones_are_not():
    circuit = tangled(12, 20)
    other = routed(circuit)
    other.measure_all()
    assert_same_unitary(other, circuit)
    wrong = routed(circuit)
    wrong.t(0)
    caught = failure(assert_same_unitary, wrong, circuit)
    assert caught.code in {"relative_phase", "wrong_unitary"}
    assert len(caught.parameters["input"]) == 12


def test_a_global_phase_of_large_circuits():
    circuit = tangled(12, 12)
    other = routed(circuit)
    assert_same_unitary(other, circuit, strict_phase=True)
    other.global_phase += 0.5 * np.pi
    assert_same_unitary(other, circuit)
    caught = failure(assert_same_unitary, other, circuit, strict_phase=True)
    assert (caught.code, caught.parameters["angle"]) == ("global_phase", "0.5π")


def test_large_clifford_circuits():
    circuit = tangled(40, 120, clifford=True)
    other = routed(circuit)
    assert_same_unitary(other, circuit)
    other.z(2)
    caught = failure(assert_same_unitary, other, circuit)
    assert (caught.code, caught.parameters["case"]) == ("wrong_unitary", "large")


def test_large_states():
    chain, star = QuantumCircuit(40), QuantumCircuit(40)
    chain.h(0)
    star.h(0)
    for qubit in range(39):
        chain.cx(qubit, qubit + 1)
        star.cx(0, qubit + 1)
    assert_same_state(chain, star)
    assert code(assert_same_unitary, chain, star) == "wrong_unitary"
    star.z(7)
    caught = failure(assert_same_state, star, chain)
    assert (caught.code, caught.parameters["case"]) == ("wrong_state", "large")
    chain.z(0)
    assert_same_state(star, chain)


def test_one_wrong_input_of_a_million_is_found():
    gate = MCXGate(19)
    caught = failure(assert_same_unitary, QuantumCircuit(20), gate)
    assert caught.parameters["input"] == "0" + 19 * "1"
    assert code(assert_same_unitary, QuantumCircuit(40), MCXGate(39)) == "wrong_unitary"
    circuit = QuantumCircuit(40)
    circuit.append(MCXGate(39), range(40))
    assert_same_unitary(circuit, MCXGate(39))


def test_phases_between_inputs_of_a_large_circuit():
    circuit = QuantumCircuit(14)
    circuit.append(MCXGate(13), range(14))
    circuit.h(0)
    other = circuit.copy()
    circuit.h(0)
    other.h(0)
    circuit.mcp(0.3, list(range(12)), 12)
    caught = failure(assert_same_unitary, circuit, other)
    assert (caught.code, caught.parameters["case"]) == ("relative_phase", "inputs")


def test_a_dirty_ancilla_of_a_large_circuit():
    circuit, target = tangled(13, 14), tangled(13, 14)
    wide = QuantumCircuit(14)
    wide.compose(circuit, range(13), inplace=True)
    assert_same_unitary(transpile(wide, basis_gates=BASIS), target, ancillas=[13])
    wide.cx(0, 13)
    caught = failure(assert_same_unitary, wide, target, ancillas=[13])
    assert (caught.code, caught.parameters["ancilla"]) == ("dirty_ancilla", 13)
    assert_same_isometry(routed(circuit), target, inputs=range(10))


@pytest.mark.parametrize("width", [1, 2, 3])
def test_tableaus_say_what_matrices_say(width):
    generator = np.random.default_rng(width)
    for seed in range(40):
        circuit = tangled(max(width, 2), 3, clifford=True, seed=seed)
        other = circuit.copy() if seed % 2 else circuit.inverse().inverse()
        if seed % 4 == 1:
            (other.z, other.sdg, other.y)[int(generator.integers(3))](0)
        inputs = range(seed % (circuit.num_qubits + 1))
        part = word(other, circuit)
        columns = columns_of(part, inputs)
        kept = columns[range(columns.shape[1]), range(columns.shape[1])]
        alone = bool(np.allclose(np.abs(kept), 1) and np.allclose(kept, kept[0]))
        assert (clifford_difference(part, list(inputs), 1e-6) == ()) is alone
    circuit = QuantumCircuit(1)
    circuit.rz(np.pi / 2 + 1e-5, 0)
    assert clifford_difference(read_program(circuit), [0], 1e-6) is None


def test_random_states_prove_refute_or_leave_open():
    circuit = tangled(11, 12)
    part = word(routed(circuit), circuit)
    assert random_verdict(part, range(11), 1e-6).outcome is Verdict.ALIKE
    for angle, outcome in ((1e-2, Verdict.DIFFERS), (1e-6, Verdict.CLOSE), (1e-12, Verdict.ALIKE)):
        turn = Step(np.diag([1, np.exp(1j * angle)]), (10,), tuple(range(10)))
        moved = Program(11, 11, (*part.steps, turn), 0.0)
        assert random_verdict(moved, range(11), 1e-6).outcome is outcome, angle
    assert random_verdict(Program(30, 30, part.steps, 0.0), range(30), 1e-6) is None


def test_sparse_inputs_refute():
    circuit = QuantumCircuit(50)
    circuit.ccx(3, 40, 7)
    part = read_program(circuit)
    found = moved_input(part, range(50), 1e-6)
    assert found & 1 << 3 and found & 1 << 40
    assert moved_input(part, range(30), 1e-6) is None
    assert moved_input(word(circuit, circuit), range(50), 1e-6) is None


def test_what_cancels_is_taken_out():
    circuit = tangled(5, 30)
    program = read_program(circuit)
    left = reduced(program.steps, inverted(program.steps))
    assert (left.steps, left.border) == ((), 0)
    other = circuit.copy()
    other.rz(0.3, 1)
    part = read_program(other)
    left = reduced(part.steps, inverted(program.steps))
    whole = applied([*part.steps, *inverted(program.steps)], np.eye(32, dtype=complex))
    short = applied(left.steps, np.eye(32, dtype=complex)) * np.exp(1j * left.phase)
    assert np.allclose(whole, short)
    assert groups([Step(np.eye(4), (0, 3)), Step(np.eye(2), (2,), (5,))]) == [[0, 3], [2, 5]]


def test_a_second_opinion():
    circuit = tangled(4, 6)
    circuit.append(UnitaryGate(random_unitary(4, seed=2)).control(1), [2, 0, 3])
    other = transpile(circuit, basis_gates=BASIS)
    part = word(other, circuit)
    border = len(read_program(other).steps)
    assert np.allclose(Operator(other).data, Operator(circuit).data)
    assert second.second_opinion(part, border, range(4))
    other.t(0)
    assert not second.second_opinion(word(other, circuit), border + 1, range(4))
    nearly = QuantumCircuit(12)
    nearly.mcp(1e-3, list(range(11)), 11)
    assert not second.second_opinion(word(nearly, QuantumCircuit(12)), 1, range(12))


def test_a_second_opinion_about_ancillas():
    circuit = QuantumCircuit(2)
    circuit.cx(1, 0)
    nothing = QuantumCircuit(2)
    assert second.second_opinion(word(circuit, nothing), 1, [0])
    assert not second.second_opinion(word(circuit, nothing), 1, [0, 1])
    circuit.x(1)
    assert not second.second_opinion(word(circuit, nothing), 2, [0])


def test_a_second_opinion_that_takes_too_long_is_killed():
    circuit = tangled(24, 60)
    begun = time.monotonic()
    part = word(routed(circuit), circuit)
    assert not second.second_opinion(part, 100, range(24), seconds=0.5)
    assert time.monotonic() - begun < 60
    assert not [
        process
        for process in psutil.Process().children(recursive=True)
        if process.status() != psutil.STATUS_ZOMBIE
        and any("qcec_process" in word for word in process.cmdline())
    ]


def test_qcec_decides_what_nothing_else_can():
    circuit = QuantumCircuit(30)
    for qubit in range(29):
        circuit.cx(qubit, qubit + 1)
        circuit.t(qubit + 1)
        circuit.h(qubit)
    other = transpile(circuit, basis_gates=BASIS, optimization_level=1)
    assert_same_unitary(other, circuit)
    assert "mqt.qcec" not in sys.modules


def test_what_nothing_decides_is_not_decided(monkeypatch):
    monkeypatch.setattr(second, "SECONDS", 0.2)
    monkeypatch.setattr(second.second_opinion, "__kwdefaults__", {"seconds": 0.2})
    circuit = tangled(26, 60)
    with pytest.raises(NotDecidedError) as caught:
        assert_same_unitary(routed(circuit), circuit)
    assert not isinstance(caught.value, AssertionError | CheckFailed)
    assert "person" in str(caught.value)
    assert "26 qubits" in caught.value.reason
    with pytest.raises(NotDecidedError):
        assert_same_state(routed(circuit), circuit)


def test_too_many_gates_are_not_decided(monkeypatch):
    circuit = QuantumCircuit(1)
    circuit.h(0)
    for _ in range(4):
        outer = QuantumCircuit(1)
        outer.append(circuit.to_gate(), [0])
        outer.append(circuit.to_gate(), [0])
        circuit = outer
    assert_same_unitary(circuit, QuantumCircuit(1))
    monkeypatch.setattr("grader.checks.reading.programs.MOST_STEPS", 10)
    with pytest.raises(NotDecidedError, match="gates"):
        assert_same_unitary(circuit, QuantumCircuit(1))


def test_layouts_of_large_circuits_are_honoured():
    circuit = tangled(12, 8)
    swapped = circuit.copy()
    for place in (2, 0, 1):
        swapped.swap(place, place + 5)
    built = transpile(swapped, basis_gates=BASIS, optimization_level=2, seed_transpiler=1)
    assert built.layout.final_index_layout() != list(range(12))
    assert_same_unitary(built, swapped)
    assert code(assert_same_unitary, built, circuit) in {"wrong_unitary", "relative_phase"}
