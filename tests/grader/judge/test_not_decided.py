"""Answers that the checks cannot decide, and large ones that they can, judged in the real sandbox."""

from tests.grader.judge.judging import judge

LARGE = """
import numpy as np
from qiskit import QuantumCircuit
def f(turn=0.0):
    circuit = QuantumCircuit(30)
    for qubit in range(29):
        circuit.cx(qubit, qubit + 1)
        circuit.rz(np.pi / 4 + turn, qubit + 1)
        circuit.h(qubit)
    return circuit
"""
TARGET = """
target = QuantumCircuit(30)
for qubit in range(29):
    target.cx(qubit, qubit + 1)
    target.t(qubit + 1)
    target.rz(np.pi / 2, qubit)
    target.sx(qubit)
    target.rz(np.pi / 2, qubit)
"""


def test_the_second_opinion_works_inside_the_fence(engine):
    check = TARGET + "assert_same_unitary(f(), target)"
    found = judge(engine, LARGE, check).decisions[0]
    assert (found.outcome, found.code) == ("passed", "passed"), found


TANGLED = """
import numpy as np
from qiskit import QuantumCircuit
def f(turn=0.0):
    circuit = QuantumCircuit(30)
    for step in range(90):
        first, other = 7 * step % 30, (7 * step + 1 + step // 30) % 30
        circuit.ry(0.2 + 0.1 * step + turn, first)
        circuit.cx(first, other)
    return circuit
"""
OTHER_TANGLED = """
target = QuantumCircuit(30)
for step in range(90):
    first, other = 7 * step % 30, (7 * step + 1 + step // 30) % 30
    target.ry(0.2 + 0.1 * step, first)
    target.h(other)
    target.cz(first, other)
    target.h(other)
"""


def test_what_is_not_decided_is_for_a_person_and_never_zero(engine):
    check = OTHER_TANGLED + "assert_same_unitary(f(1e-4), target)"
    found = judge(engine, TANGLED, check, "assert f().num_qubits == 30").decisions
    assert (found[0].outcome, found[0].code) == ("ungraded", "not_decided"), found[0]
    assert "30 qubits" in found[0].parameters["reason"]
    assert found[1].outcome == "passed"


def test_an_answer_cannot_claim_that_it_is_not_decided(engine):
    answer = (
        "from grader.checks import NotDecidedError\n"
        "def f(): raise NotDecidedError('assert_same_unitary', 'too large')"
    )
    found = judge(engine, answer, "f()").decisions[0]
    assert (found.outcome, found.code) == ("failed", "error"), found
