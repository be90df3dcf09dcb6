"""The reference solution decides: real sandboxes, real forks, small notebooks of every kind of check."""

from pathlib import Path

import pytest

from grader.authoring.notebooks import notebook as exercise_notebook
from grader.authoring.source import read_exercise
from grader.authoring.translation import Translation
from grader.execution.sandbox import open_sandbox
from grader.judge.engine import Engine
from grader.judge.job import Job
from grader.judge.protection import make_plan, plan_for, read_plan, stamp_of, write_plan
from grader.judge.steps import make_steps, written
from grader.notebooks import new_cell
from tests.grader.judge.notebooks import instructors

ROOT = Path(__file__).parents[3]
EXERCISES = sorted((ROOT / "exercises").glob("*/exercise.py"))


@pytest.fixture(scope="module")
def engine():
    with open_sandbox() as sandbox, Engine(sandbox) as started:
        yield started


def plan_of(engine, *cells, files=None, points=2):
    """Return the plan of each check of a notebook, by task."""
    return make_plan(instructors(*cells, points=points), files or {}, engine).checks


def only(engine, *cells, **options):
    (check,) = plan_of(engine, *cells, **options).values()
    return check


SQUARES = ("answer", "def squares(n):\n    return [i ** 2 for i in range(1, n + 1)]")


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.parent.name)
def test_every_check_of_our_exercises_is_protected(engine, path):
    source = read_exercise(path)
    plan = make_plan(exercise_notebook(source, Translation("en", {})), {}, engine)
    assert {task: check.reason for task, check in plan.checks.items() if not check.protected} == {}
    assert set(plan.checks) == {task.id for task in source.tasks if not task.manual}


@pytest.mark.parametrize(
    ("answer", "check"),
    [
        (SQUARES[1], "assert squares(3) == [1, 4, 9]"),
        ("total = 3", "assert total == 3\nassert isinstance(total, int)"),
        (
            "class Stack:\n    def __init__(self): self.items = []\n"
            "    def push(self, x): self.items.append(x)\n    def pop(self): return self.items.pop()",
            "s = Stack()\ns.push(3)\ns.push(4)\nassert s.pop() == 4\nassert s.items == [3]",
        ),
        (
            "def primes():\n    n = 2\n    while True:\n"
            "        if all(n % d for d in range(2, n)): yield n\n        n += 1",
            "from itertools import islice\nassert list(islice(primes(), 4)) == [2, 3, 5, 7]",
        ),
        (
            "def sort_in_place(xs):\n    xs.sort()",
            "data = [3, 1, 2]\nassert sort_in_place(data) is None\nassert data == [1, 2, 3]",
        ),
        ("def adder(n):\n    return lambda x: x + n", "assert adder(3)(4) == 7"),
        (
            "def check_positive(x):\n    if x < 0: raise ValueError('negative')",
            "try:\n    check_positive(-1)\nexcept ValueError:\n    pass\nelse:\n    raise AssertionError",
        ),
        ("def apply(f, x):\n    return f(f(x))", "assert apply(lambda x: x + 1, 3) == 5"),
        ("async def double(x):\n    return 2 * x", "assert await double(3) == 6"),
        (
            "from qiskit import QuantumCircuit\n"
            "def bell():\n    c = QuantumCircuit(2)\n    c.h(0)\n    c.cx(0, 1)\n    return c",
            "from qiskit.quantum_info import Statevector\nassert abs(Statevector(bell())[0]) > 0.7",
        ),
        (
            "def f(x): return x",
            "import warnings\nwarnings.warn('old', DeprecationWarning)\nassert f(1) == 1",
        ),
        ("def f(x): return x", "import sys\nprint('careful', file=sys.stderr)\nassert f(1) == 1"),
        ("def f(x): return x", "%%time\nassert f(1) == 1"),
        (SQUARES[1], "assert callable(globals()['squares'])"),
    ],
    ids=[
        "function", "value", "class", "generator", "argument_changed", "closure", "exception",
        "callback", "coroutine", "circuit", "warning", "standard_error", "magic", "namespace",
    ],
)  # fmt: skip
def test_checks_that_can_be_judged(engine, answer, check):
    found = only(engine, ("answer", answer), ("check", check))
    assert (found.protected, found.reason) == (True, "")


@pytest.mark.parametrize(
    ("answer", "check", "reason"),
    [
        (
            SQUARES[1],
            "import inspect\nassert 'range' in inspect.getsource(squares)",
            "reads the source of a learner's function (inspect.getsource)",
        ),
        (
            SQUARES[1] + "\ndef total(n): return sum(squares(n))",
            "kept = squares\ndel squares\ntry:\n    total(1)\nexcept NameError:\n    pass\n"
            "else:\n    raise AssertionError\nfinally:\n    squares = kept",
            "removes the learner's name `squares`",
        ),
        (
            SQUARES[1] + "\ndef total(n): return sum(squares(n))",
            "kept = squares\nsquares = lambda n: [100]\nassert total(3) == 100\nsquares = kept",
            "replaces the learner's name `squares`",
        ),
        (
            "import random\ndef roll(): return random.randint(1, 6)",
            "import random\nkept = random.randint\nrandom.randint = lambda a, b: 17\n"
            "try:\n    assert roll() == 17\nfinally:\n    random.randint = kept",
            "replaces `random.randint` in the learner's process",
        ),
        (
            "import matplotlib.pyplot as plt\ndef draw(): plt.plot([1, 2], [3, 4])",
            "import matplotlib.pyplot as plt\ndraw()\nassert len(plt.gca().lines) == 1",
            "inspects a plot (matplotlib figure) of the learner's process: `plt.gca`",
        ),
        (SQUARES[1], "assert squares.__code__.co_argcount == 1", "`squares.__code__`"),
        (
            "def greet(): print('hello')",
            "import io, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n"
            "    greet()\nassert out.getvalue() == 'hello\\n'",
            "reads what the learner's code prints",
        ),
        ("def f(): return 1", "assert f() == 2", "does not pass its own check"),
        ("def f(): return 1", "f() == 2", "does not pass its own check"),
        ("def f(): return 1", "0", "does not pass its own check"),
    ],
    ids=[
        "source", "deleted", "replaced", "monkeypatch", "plot", "code_object", "printed", "wrong", "false", "no_credit",
    ],
)  # fmt: skip
def test_checks_that_cannot_be_judged_say_why(engine, answer, check, reason):
    found = only(engine, ("answer", answer), ("check", check))
    assert not found.protected
    assert found.suggestion
    if reason is not None:
        assert reason in found.reason


def test_partial_credit_is_the_same_in_the_judge(engine):
    check = only(engine, SQUARES, ("check", "score = len(squares(3)) / 2\nscore"), points=2)
    assert (check.protected, check.ends) == (True, "number")


def test_name_of_python_that_an_answer_defines_is_the_learners(engine):
    check = only(engine, ("answer", "def bin(n): return f'{n:b}'"), ("check", "bin(5) == '101'"))
    assert (check.protected, check.remote, check.ends) == (True, {"bin"}, "truth")


def test_one_check_that_cannot_be_judged_leaves_the_others_alone(engine):
    source = instructors(
        ("given", "import inspect\nlimit = 3"),
        SQUARES,
        ("check:fine", "assert squares(limit) == [1, 4, 9]"),
        ("check:source", "assert inspect.getsource(squares)\ndef helper(): return squares(1)"),
        ("check:helped", "assert helper() == [1]"),
        ("check:after", "assert squares(1) == [1]"),
        ("check:stops", "import os\nif type(squares).__name__ != 'function': os._exit(3)"),
        ("check:last", "assert squares(2)"),
    )
    plan = make_plan(source, {}, engine)
    assert {task for task, check in plan.checks.items() if check.protected} == {
        "fine",
        "after",
        "last",
    }
    assert "`source` defines" in plan.checks["helped"].reason
    judged = engine.judge(Job(make_steps(source, plan), plan))
    assert {one.task: one.code for one in judged.decisions} == {
        "fine": "passed",
        "after": "passed",
        "last": "passed",
    }
    graded = written(source, judged)
    assert not any(out.output_type == "error" for cell in graded.cells for out in cell.outputs)


def test_files_of_the_instructor_are_the_judges_own(engine):
    files = {"numbers.txt": b"1 4 9", "tables.py": b"def wanted(n): return [1, 4, 9][:n]\n"}
    check = only(
        engine,
        SQUARES,
        ("given", "from tables import wanted"),
        (
            "check",
            "assert squares(3) == wanted(3) == list(map(int, open('numbers.txt').read().split()))",
        ),
        files=files,
    )
    assert (check.protected, check.reason) == (True, "")


def test_a_helper_that_only_a_magic_brings_could_be_the_learners(engine):
    check = only(
        engine,
        ("given", "%run helpers.py"),
        SQUARES,
        ("check", "assert fine(squares(3))"),
        files={"helpers.py": b"def fine(found): return found == [1, 4, 9]\n"},
    )
    assert not check.protected
    assert "`fine`" in check.reason


def test_a_notebook_without_checks_starts_nothing():
    plan = make_plan(instructors(SQUARES, ("by_hand", "x = 1")), {}, engine=None)
    assert plan.checks == {}


class Counting:
    """An engine that counts its jobs."""

    def __init__(self, engine):
        self.engine = engine
        self.jobs = 0

    def judge(self, job):
        self.jobs += 1
        return self.engine.judge(job)


def test_a_plan_is_kept_until_something_changes(engine, tmp_path):
    counting = Counting(engine)
    source = instructors(SQUARES, ("check", "assert squares(1) == [1]"))
    path = tmp_path / "plans" / "ex.json"

    def plan():
        before = counting.jobs
        made = plan_for(source, {}, counting, tmp_path / "plans", "ex")
        return made, counting.jobs - before

    first, runs = plan()
    assert runs == 3
    assert plan() == (first, 0)
    source.cells.insert(0, new_cell("markdown", "translated prose"))
    assert plan() == (first, 0)
    assert stamp_of(source, {}) != stamp_of(source, {"a": b""})
    source.cells[-1].source += "\nassert squares(0) == []"
    second, runs = plan()
    assert runs == 3
    assert second.stamp != first.stamp
    for broken in (
        b"",
        b"{",
        b'{"stamp": 3}',
        path.read_bytes().replace(b'"schema": 2', b'"schema": 1'),
    ):
        path.write_bytes(broken)
        assert plan() == (second, 3)
    assert list(path.parent.iterdir()) == [path]


def test_a_plan_survives_its_file(engine, tmp_path):
    source = instructors(
        ("given", "n = 2"),
        ("answer", "def adder(n):\n    return lambda x: x + n\ndef fill(xs):\n    xs.append(1)"),
        ("check", "data = []\nfill(data)\nassert data == [1]\nassert adder(n)(2) == 4"),
    )
    plan = make_plan(source, {}, engine)
    (check,) = plan.checks.values()
    assert check.opaque
    assert check.changes == {"fill():0"}
    write_plan(tmp_path / "plan.json", plan)
    assert read_plan(tmp_path / "plan.json") == plan
