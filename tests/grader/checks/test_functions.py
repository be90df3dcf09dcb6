from functools import partial

import pytest
from qiskit import QuantumCircuit

from grader.checks import TargetError, assert_close, assert_implements, assert_same_state
from tests.grader.checks.failing import code, failure


def ghz(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(n - 1):
        circuit.cx(k, k + 1)
    return circuit


def test_a_right_function_passes():
    assert_implements(lambda a, b: a + b, [((1, 2), 3), ((0.5, 0.25), 0.75)])
    cases = [((n,), f"(|{'0' * n}> + |{'1' * n}>)/√2") for n in (2, 3, 4)]
    assert_implements(ghz, cases, compare=assert_same_state)
    assert_implements(lambda: 0.101, [((), 0.1)], compare=partial(assert_close, tolerance=0.01))


def test_names_the_first_case_that_differs():
    caught = failure(
        assert_implements, lambda n: n * n, [((0,), 0), ((1,), 1), ((3,), 8), ((4,), 0)]
    )
    assert caught.code == "wrong_value"
    assert caught.parameters["got"] == "9"
    assert caught.parameters["call"] == "<lambda>(3)"
    assert "<lambda>(3)" in str(caught)


def test_gives_the_code_of_the_comparison():
    def only_two(n):
        return ghz(2)

    cases = [((2,), "(|00> + |11>)/√2"), ((3,), "(|000> + |111>)/√2")]
    assert code(assert_implements, only_two, cases, compare=assert_same_state) == "wrong_size"


def test_cases_are_safe_from_a_function_that_changes_its_arguments():
    def emptying(items):
        total = sum(items)
        items.clear()
        return total

    cases = [(([1, 2],), 3)]
    assert_implements(emptying, cases)
    assert_implements(emptying, cases)


def test_an_answer_that_is_no_function():
    assert failure(assert_implements, None, []).parameters["case"] == "none"
    assert code(assert_implements, 3, []) == "wrong_type"


def test_an_error_of_the_function_stays_an_error_and_names_the_call():
    with pytest.raises(ZeroDivisionError) as caught:
        assert_implements(lambda n: 1 / n, [((0,), 0)])
    assert "<lambda>(0)" in caught.value.__notes__[0]


def test_cases_that_are_none_or_no_pairs_are_the_checks_own_fault():
    for cases in ([], iter(()), [(1, 2)], [((1,), 2, 3)], [((1,),)], [7]):
        with pytest.raises(TargetError):
            assert_implements(lambda x: x, cases)


def test_a_generator_is_asked_no_further_than_needed():
    asked = []

    def cases():
        for n in range(10):
            asked.append(n)
            yield (n,), n

    caught = failure(assert_implements, lambda n: min(n, 3), cases())
    assert caught.parameters["call"] == "<lambda>(4)"
    assert asked == [0, 1, 2, 3, 4]
