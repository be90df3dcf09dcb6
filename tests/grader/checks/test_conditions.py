import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qiskit import ClassicalRegister, QuantumCircuit
from qiskit.circuit import Clbit
from qiskit.circuit.classical import expr, types

from grader.checks import assert_distribution
from grader.checks.simulation.conditions import decided
from tests.grader.checks.failing import failure

WORD = ClassicalRegister(3, "word")
LONE = Clbit()
BITS = {bit: index for index, bit in enumerate([*WORD, LONE])}


def held(word, lone=0):
    return (*(word >> place & 1 for place in range(3)), lone)


@given(st.integers(0, 7), st.integers(0, 7), st.integers(0, 1))
def test_expressions_come_to_what_python_says(word, other, lone):
    values = held(word, lone)
    for build, meaning in (
        (expr.equal, operator.eq),
        (expr.not_equal, operator.ne),
        (expr.less, operator.lt),
        (expr.less_equal, operator.le),
        (expr.greater, operator.gt),
        (expr.greater_equal, operator.ge),
        (expr.bit_and, operator.and_),
        (expr.bit_or, operator.or_),
        (expr.bit_xor, operator.xor),
    ):
        assert decided(build(WORD, other), values, BITS) == meaning(word, other)
    assert decided(expr.bit_not(WORD), values, BITS) == 7 - word
    assert decided(expr.logic_not(LONE), values, BITS) == 1 - lone
    assert decided(expr.logic_and(LONE, WORD[0]), values, BITS) == (lone & word & 1)
    assert decided(expr.logic_or(LONE, WORD[1]), values, BITS) == (lone | word >> 1 & 1)
    assert decided(expr.index(WORD, 2), values, BITS) == word >> 2
    assert decided(expr.add(WORD, other), values, BITS) == (word + other) % 8
    assert decided(expr.sub(WORD, other), values, BITS) == (word - other) % 8
    assert decided(expr.cast(WORD, types.Bool()), values, BITS) == bool(word)
    assert decided((WORD, other), values, BITS) == (word == other)
    assert decided((LONE, 1), values, BITS) == lone


def _prepared(word):
    circuit = QuantumCircuit(3, 3)
    for place in range(3):
        if word >> place & 1:
            circuit.x(place)
    circuit.measure([0, 1], [0, 1])
    return circuit


@pytest.mark.parametrize("word", range(4))
def test_a_switch_chooses_its_case(word):
    circuit = _prepared(word)
    with circuit.switch(circuit.cregs[0]) as case:
        with case(1, 2):
            circuit.id(2)
        with case(case.DEFAULT):
            circuit.x(2)
    circuit.measure(2, 2)
    outcome = ("0" if word in (1, 2) else "1") + format(word, "02b")
    assert_distribution(circuit, {outcome: 1.0})


@pytest.mark.parametrize("word", range(4))
def test_an_expression_may_be_a_condition(word):
    circuit = _prepared(word)
    with circuit.if_test(expr.logic_and(circuit.clbits[0], circuit.clbits[1])) as otherwise:
        circuit.x(2)
    with otherwise:
        circuit.id(2)
    circuit.measure(2, 2)
    assert_distribution(circuit, {("1" if word == 3 else "0") + format(word, "02b"): 1.0})


def test_what_cannot_be_followed_is_named():
    circuit = QuantumCircuit(1, 1)
    circuit.measure(0, 0)
    with circuit.while_loop((circuit.clbits[0], 1)):
        circuit.x(0)
        circuit.measure(0, 0)
    told = failure(assert_distribution, circuit, {"0": 1.0})
    assert told.parameters == {"case": "mid_circuit_unknown", "name": "while_loop"}
    kept = QuantumCircuit(1, 1)
    flag = kept.add_var("flag", False)
    with kept.if_test(flag):
        kept.x(0)
    kept.measure(0, 0)
    assert (
        failure(assert_distribution, kept, {"0": 1.0}).parameters["case"] == "mid_circuit_unknown"
    )
