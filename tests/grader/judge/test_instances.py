"""Random instances, generators and black boxes on their way between the judge and an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.execution.limits import Limits
from grader.judge.job import Job
from grader.results import Outcome
from tests.grader.judge.judging import FUNCTION, judge, one, plan, steps, text_of

TELL = "print(instances('t').integers(10**9))"


def numbers(engine, seed, check=TELL, answer="def f(x): return x"):
    job = Job(
        steps(answer, check, visible="from grader.checks import instances\n" + TELL),
        plan(1, {"f": FUNCTION}, remote=("f",)),
        limits=Limits(cell_seconds=10, notebook_seconds=40),
        seed=seed,
    )
    judged = engine.judge(job)
    assert judged.decisions[0].outcome is Outcome.PASSED, judged.decisions[0]
    return text_of(judged.decisions[0]).split(), text_of(judged.runs[-1]).split()


def test_instances_are_those_of_the_seed_and_no_seed_is_left_behind(engine):
    mine, again, hers, public = (
        numbers(engine, seed)[0] for seed in ("a" * 64, "a" * 64, "b" * 64, "")
    )
    assert mine == again
    assert len({*mine, *hers, *public}) == 3


HUNT = """
import gc, os, sys
from grader.checks import instances as public_instances
from grader.checks.instances import _seed

def f(one, other):
    "Look for a text in two halves at every place of this process that Python can see."
    found = []
    for part in gc.get_objects():
        for each in gc.get_referents(part):
            text = each.decode('latin-1') if type(each) is bytes else each
            if type(text) is str and one + other in text:
                found.append(text)
    found += [text for text in (*os.environ.values(), *sys.argv) if one + other in text]
    return [public_instances('t').integers(10**9).item(), _seed, len(found)]
"""
HALVES = "5eed" * 8, "c0de" * 8


def hunted(engine, answer):
    check = (
        f"said = f{HALVES}\n"
        "assert said[0] != instances('t').integers(10**9)\n"
        "assert said[1] == ''\n"
        "assert said[2] == 0, 'found'\n"
    )
    job = Job(
        steps(answer, check),
        plan(1, {"f": FUNCTION}, remote=("f",)),
        limits=Limits(cell_seconds=30, notebook_seconds=60),
        seed="".join(HALVES),
    )
    return engine.judge(job).decisions[0]


def test_the_seed_never_comes_to_the_learners_process(engine):
    found = hunted(engine, HUNT)
    assert found.outcome is Outcome.PASSED, found


def test_the_hunter_finds_what_is_there(engine):
    found = hunted(engine, HUNT + "kept = [''.join(['5eed'] * 8 + ['c0de'] * 8)]")
    assert found.parameters == {"message": "found"}


def test_a_generator_crosses_and_goes_on_where_the_answer_left_it(engine):
    answer = "def f(generator, n): return generator.integers(2, size=n).tolist()"
    check = (
        "mine, theirs = np.random.default_rng(7), np.random.default_rng(7)\n"
        "for n in (3, 5, 1, 8):\n"
        "    assert f(theirs, n) == mine.integers(2, size=n).tolist()\n"
        "assert mine.random() == theirs.random()"
    )
    assert one(engine, answer, check, changes=("f():0",)).outcome is Outcome.PASSED
    assert "f():0" in one(engine, answer, check, explore=True).changes


def test_a_generator_comes_back(engine):
    answer = "import numpy as np\ndef f(seed): return np.random.default_rng(seed)"
    check = "assert f(3).random() == np.random.default_rng(3).random()"
    assert one(engine, answer, check).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("argument", "word"),
    [
        ("instances('t')", "foresees"),
        ("np.random.RandomState(1)", "RandomState"),
        ("object()", "object"),
    ],
)
def test_what_cannot_be_given_is_nobodys_fault_but_the_checks(engine, argument, word):
    found = one(engine, "def f(x): return 1", f"assert f({argument}) == 1")
    assert found.outcome is Outcome.UNGRADED
    assert found.code == "judge_stopped"
    assert word in found.parameters["message"]
    assert "cannot be given to the answer" in found.parameters["message"]


ORACLE = (
    "flip = QuantumCircuit(3)\nflip.ccx(0, 1, 2)\n"
    "answer = f(opaque_oracle('oracle', flip))\n"
    "assert_budget(answer, calls={'oracle': 1})\n"
    "assert_marks(filled_in(answer, {'oracle': flip}), ['11'], qubits=2, ancillas=[2])"
)
KICKBACK = """
from qiskit import QuantumCircuit
def f(oracle):
    circuit = QuantumCircuit(3)
    circuit.x(2)
    circuit.h(2)
    circuit.append({call}, [0, 1, 2])
    circuit.h(2)
    circuit.x(2)
    return circuit
"""


@pytest.mark.parametrize(
    "call",
    ["oracle", "oracle.inverse()", "oracle.inverse(annotated=True).inverse()", "oracle.power(1)"],
)
def test_an_opaque_oracle_crosses_is_called_and_filled_in(engine, call):
    found = one(engine, KICKBACK.replace("{call}", call), ORACLE)
    assert found.outcome is Outcome.PASSED, found


def test_a_controlled_call_crosses(engine):
    answer = (
        "from qiskit import QuantumCircuit\n"
        "def f(oracle):\n"
        " c = QuantumCircuit(3)\n c.append(oracle.control(ctrl_state=0), [2, 0, 1])\n"
        " d = QuantumCircuit(3)\n d.append(c.to_gate(), [0, 1, 2])\n return d"
    )
    check = (
        "flip = QuantumCircuit(2)\nflip.cx(0, 1)\n"
        "circuit = f(opaque_oracle('oracle', flip))\n"
        "assert_budget(circuit, calls={'oracle': 1})\n"
        "wanted = QuantumCircuit(3)\nwanted.x(2)\nwanted.ccx(2, 0, 1)\nwanted.x(2)\n"
        "assert_same_unitary(filled_in(circuit, {'oracle': flip}), wanted, strict_phase=True)"
    )
    assert one(engine, answer, check).outcome is Outcome.PASSED


FORGERIES = {
    "two calls": ("oracle.power(3)", "too_many_calls"),
    "no call": ("__import__('qiskit').circuit.library.IGate().control(2)", "misses_input"),
    "looks inside": ("oracle.definition.to_gate()", "error"),
    "a gate of the same name": (
        "__import__('qiskit').circuit.Gate('oracle', 3, [])",
        "wrong_type",
    ),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_forged_calls_fail(engine, name):
    call, code = FORGERIES[name]
    found = one(engine, KICKBACK.replace("{call}", call), ORACLE)
    assert (found.outcome, found.code) == (Outcome.FAILED, code)


def test_an_engine_judges_by_the_seed_of_each_job(engine):
    job = Job(
        steps("def f(x): return x", TELL),
        plan(1, {"f": FUNCTION}, remote=("f",)),
        limits=Limits(cell_seconds=10, notebook_seconds=40),
    )
    told = {text_of(engine.judge(replace(job, seed=seed)).decisions[0]) for seed in ("x", "y", "x")}
    assert len(told) == 2
    assert "y" * 9 not in repr(replace(job, seed="y" * 9))
    assert judge(engine, "def f(x): return x", TELL).decisions[0].outcome is Outcome.PASSED
