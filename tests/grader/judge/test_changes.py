"""Arguments that an answer changes: those that the reference solution changes, and no others."""

from __future__ import annotations

import numpy as np
import pytest
from qiskit import QuantumCircuit

from grader.judge.changes import Journal
from tests.grader.judge.judging import FUNCTION, OBJECT, judge, one

GIVEN = ("DATA = [3, 1, 4]\nTABLE = {'a': [1], 'b': {2}}\nGRID = np.arange(4.0)",)
EMPTY = "def f(x, y=None):\n    x.clear()\n    return 0\n"


def outcomes(found):
    return [(decision.outcome, decision.code) for decision in found.decisions]


def test_given_value_that_an_answer_empties_is_what_it_was(engine):
    check = "assert f(DATA) == sum(DATA)"
    found = judge(engine, EMPTY, check, check, "assert DATA == [3, 1, 4]", given=GIVEN)
    assert outcomes(found) == [("failed", "assertion")] * 2 + [("passed", "passed")]


def test_value_made_by_an_earlier_check_is_what_it_was(engine):
    checks = [
        "made = [[1], [2]]\nf([])",
        "assert f(made) == len(made)",
        "assert made == [[1], [2]]",
    ]
    found = judge(engine, EMPTY, *checks)
    assert [one.outcome for one in found.decisions] == ["passed", "failed", "passed"]


def test_answer_that_changes_what_it_should_not_fails_where_that_is_checked(engine):
    answer = "def f(x):\n x.sort()\n return x"
    check = "x = [3, 1]\nassert f(x) == [1, 3]\nassert x == [3, 1]"
    found = one(engine, answer, check)
    assert (found.code, found.changes) == ("assertion", ("f():0",))
    assert one(engine, "def f(x): return sorted(x)", check).outcome == "passed"


def test_parts_arrays_and_circuits_are_put_back_in_place(engine):
    answer = (
        "def f(t, g, c):\n t['a'].append(2); t['b'].add(3); t['c'] = 1; g *= 0; c.x(0)\n return 1"
    )
    checks = [
        "circuit = QuantumCircuit(1)\npart = TABLE['a']\nassert f(TABLE, GRID, circuit)",
        "assert TABLE == {'a': [1], 'b': {2}} and TABLE['a'] is part == [1]\n"
        "assert GRID.tolist() == [0, 1, 2, 3] and circuit.size() == 0",
    ]
    found = judge(engine, answer, *checks, given=GIVEN)
    assert outcomes(found) == [("passed", "passed")] * 2
    assert found.decisions[0].changes == ("f():0", "f():1", "f():2")


def test_permission_is_for_one_argument_of_one_function(engine):
    answer = "def f(x, order):\n order[:] = [0, 1]\n x.sort()\ndef g(x): x.sort()"
    check = (
        "x, order = [2, 1], [1, 0]\nf(x, order)\nassert x == [2, 1][order[0]:] + [2, 1][:order[0]]"
    )
    forged = "order = [1, 0]\nf([], order)\nassert order == [0, 1]"
    opaque = {"f": FUNCTION, "g": FUNCTION}
    found = judge(engine, answer, check, forged, opaque=opaque, changes=("f():0", "g():1"))
    assert outcomes(found) == [("failed", "assertion")] * 2
    keyword = "x = [2, 1]\nf(order=[], x=x)\nassert x == [1, 2]"
    assert one(engine, answer, keyword, changes=("f():0",)).code == "assertion"
    assert one(engine, answer, keyword, changes=("f():x",)).outcome == "passed"
    assert one(engine, answer, "g(x := [2, 1])\nassert x == [1, 2]", opaque=opaque).code == (
        "assertion"
    )


def test_operator_and_method_name_their_own_arguments(engine):
    answer = (
        "class S:\n def __add__(self, x): x.append(1); return 1\n def push(self, x): x.append(2)"
    )
    opaque = {"S": OBJECT, "S()": OBJECT, "S().push": FUNCTION}
    check = "x = []\nS() + x\nS().push(x)\nassert x == [1, 2]"
    changes = ("S().__add__():0", "S().push():0")
    explored = one(engine, answer, check, opaque={}, explore=True)
    assert explored.changes == changes
    assert one(engine, answer, check, opaque=opaque, changes=changes).outcome == "passed"
    assert one(engine, answer, check, opaque=opaque, changes=changes[:1]).code == "assertion"


def test_second_run_begins_as_the_first_and_leaves_nothing(engine):
    """What the plan allows happens once, although the check runs twice."""
    given = ("LOG = []\nSEEN = {}",)
    answer = "def f(log, scratch):\n log.append(1); scratch.append(2)"
    checks = [
        "if 'count' not in globals():\n    count = 0\ncount += 1\n"
        "assert count == 1\nf(LOG, [])\nassert LOG == [1]\nlast = [5]",
        "assert LOG == [1] and count == 1 and last == [5]\nf(LOG, last)\nassert LOG == [1, 1]",
        "assert LOG == [1, 1] and last == [5]",
    ]
    found = judge(engine, answer, *checks, given=given, changes=("f():0",))
    assert outcomes(found) == [("passed", "passed")] * 3


def test_wrong_answer_has_no_say_in_what_later_checks_compute_with(engine):
    checks = ["f(DATA)\nassert DATA == [1, 3, 4]", "assert f([]) == sum(DATA)"]
    found = judge(engine, EMPTY, *checks, given=GIVEN, changes=("f():0",))
    assert outcomes(found) == [("failed", "assertion")] * 2


def test_second_run_decides_a_credit_only_downwards(engine):
    answer = "def f(x):\n n = len(x); x.append(1)\n return n"
    checks = ["x = [1]\nf(x)\n2.0 - len(x) / 2", "x = [1]\nf(x)\nlen(x) / 2"]
    found = judge(engine, answer, *checks, ends="number")
    assert [decision.credit for decision in found.decisions] == [1.0, 0.5]


@pytest.mark.parametrize(
    ("own", "new", "before"),
    [
        ([1, [2]], [1, [3]], [1, [2]]),
        ([1, [2]], [], [1, [2]]),
        ({"a": [1]}, {"a": [2], "b": 1}, {"a": [1]}),
        ({1, 2}, {3}, {1, 2}),
        (bytearray(b"ab"), bytearray(b"c"), bytearray(b"ab")),
    ],
)
def test_journal_puts_back_twice_changed_values(own, new, before):
    journal = Journal()
    inner = own[1] if isinstance(own, list) else own
    journal.change(own, new)
    journal.change(own, type(new)())
    assert own != before
    journal.undo()
    assert own == before
    assert not isinstance(own, list) or own[1] is inner


def test_journal_puts_back_an_array_and_a_circuit():
    journal, circuit = Journal(), QuantumCircuit(1)
    array = np.arange(6)
    other = QuantumCircuit(2)
    other.cx(0, 1)
    journal.change(array, np.ones((2, 3), dtype=array.dtype))
    journal.change(circuit, other)
    assert (array.shape, circuit.num_qubits) == ((2, 3), 2)
    journal.undo()
    assert array.tolist() == [0, 1, 2, 3, 4, 5]
    assert circuit == QuantumCircuit(1)


def test_journal_does_not_keep_what_nobody_has():
    journal = Journal()
    kept = [[0] for _ in range(20)]
    for one_list in kept:
        journal.change(one_list, [1])
    for _ in range(1000):
        journal.change([0], [1])
    assert len(journal.contents()) < 200
    journal.undo()
    assert kept == [[0]] * 20
