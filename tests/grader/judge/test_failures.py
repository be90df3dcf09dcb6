"""What fails a check, and what the decision says about it."""

from __future__ import annotations

import pytest

from grader.execution.limits import Limits
from grader.judge.job import Job, Step, StepKind
from tests.grader.judge.judging import FUNCTION, ITERATOR, OBJECT, judge, one, plan, text_of

QUICK = Limits(cell_seconds=1, notebook_seconds=30)

FAILING = {
    "wrong value": ("def f(): return 2", "assert f() == 3", "assertion", {}),
    "message": ("def f(): return 2", "assert f() == 3, 'three'", "assertion", {"message": "three"}),
    "diagnosis": ("def f(): return -1.0", "assert_close(f(), 1.0)", "wrong_sign", {"got": "-1"}),
    "error": ("def f(): return 1 / 0", "f()", "error", {"name": "ZeroDivisionError"}),
    "own class": (
        "class Mine(Exception): pass\ndef f(): raise Mine('why')",
        "f()",
        "error",
        {"name": "Mine", "message": "why"},
    ),
    "no name": ("", "f()", "error", {"name": "NameError", "message": "name 'f' is not defined"}),
    "not answered": ("def f(): raise NotImplementedError", "f()", "not_answered", {}),
    "assertion of the answer": (
        "def f(): assert False, 'inner'",
        "f()",
        "assertion",
        {"message": "inner"},
    ),
    "forged diagnosis": (
        "from grader.checks import CheckFailed\n"
        "def f(): raise CheckFailed('assert_close', 'passed', {'points': 1})",
        "f()",
        "assertion",
        {},
    ),
    "exit": ("def f(): raise SystemExit(0)", "f()", "error", {"name": "SystemExit"}),
    "quit": ("def f(): quit()", "f()\nassert False", "assertion", {}),
    "keyboard": ("def f(): raise KeyboardInterrupt", "f()", "error", {"name": "KeyboardInterrupt"}),
    "generator exit": ("def f(): raise GeneratorExit", "f()", "error", {"name": "GeneratorExit"}),
    "skipped": (
        "import unittest\ndef f(): raise unittest.SkipTest('no')",
        "f()",
        "error",
        {"name": "SkipTest"},
    ),
    "stopped iteration in a map": (
        "def f(x): raise StopIteration",
        "for y in map(f, [1, 2]):\n    assert y == x",
        "error",
        {"name": "StopIteration"},
    ),
    "stopped iteration in all": (
        "def f(x): raise StopIteration",
        "assert all(f(x) == x for x in [1, 2])",
        "error",
        {"name": "StopIteration"},
    ),
    "memory": ("def f(): raise MemoryError", "f()", "memory_limit", {}),
    "exit of the check": (
        "def f(): return 1",
        "f()\nraise SystemExit(0)",
        "error",
        {"name": "SystemExit"},
    ),
    "False": ("def f(): return 1", "f() == 2", "assertion", {}),
    "False of NumPy": ("def f(): return 1", "np.bool_(f() == 2)", "assertion", {}),
    "generator for a list": (
        "def f(): yield 1",
        "assert sorted(f()) == [1]",
        "wrong_type",
        {"got": "generator", "expected": "data"},
    ),
    "function for a number": (
        "def f(): return f",
        "f()",
        "wrong_type",
        {"case": "function", "got": "f"},
    ),
    "instance for a number": (
        "class E:\n def __eq__(self, o): return True\ndef f(): return E()",
        "assert f() == 3",
        "wrong_type",
        {"got": "E"},
    ),
    "wrong type that is caught": (
        "class E: pass\ndef f(): return E()",
        "try:\n    f()\nexcept Exception:\n    pass",
        "wrong_type",
        {"got": "E"},
    ),
    "list that holds itself": (
        "def f():\n x = []\n x.append(x)\n return x",
        "f()",
        "wrong_type",
        {},
    ),
    "too much data": ("def f(): return bytes(100_000_000)", "f()", "wrong_type", {}),
    "death": ("import os\ndef f(): os._exit(0)", "f()", "died", {}),
    "death that is caught": (
        "import os\ndef f(): os._exit(0)",
        "try:\n    f()\nexcept Exception:\n    pass",
        "died",
        {},
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_failure_has_its_code(engine, name):
    answer, check, code, parameters = FAILING[name]
    found = one(engine, answer, check)
    assert (found.outcome, found.code) == ("failed", code), found
    assert parameters.items() <= found.parameters.items(), found


def test_credit_is_the_last_number(engine):
    checks = ["f()\n0.5", "f()\nnp.float64(1.5)", "f()\n0", "f() == 1", "f()", "None", "f", "2;"]
    found = judge(engine, "def f(): return 1", *checks)
    assert [one.outcome for one in found.decisions] == ["passed"] * len(checks)
    assert [one.credit for one in found.decisions] == [0.5, 1.5, 0.0, None, 1.0, None, None, None]


def test_no_number_is_for_a_person(engine):
    found = judge(engine, "def f(): return float('nan')", "f()", "float('inf')", "10 ** 400")
    assert [(one.outcome, one.code) for one in found.decisions] == [
        ("ungraded", "judge_stopped")
    ] * 3


def test_object_is_never_credit(engine):
    answer = "class F(float):\n def __init__(self, x): self.y = 1\nclass N:\n def __float__(self): return 5.0\n"
    found = one(
        engine, answer + "def f(): return N()", "f()", opaque={"f": FUNCTION, "f()": OBJECT}
    )
    assert (found.outcome, found.credit) == ("passed", None)


def test_standard_error_and_warnings_do_not_count(engine):
    check = "import sys, warnings\nwarnings.warn('old')\nprint('x', file=sys.stderr)\nf()\nNone"
    found = one(engine, "import warnings\ndef f(): warnings.warn('y', DeprecationWarning)", check)
    assert found.outcome == "passed"


def test_hidden_lines_are_known_by_the_statement_that_failed(engine):
    answer = "def f(x): return x"
    helper = "def g(x): assert f(x) == 1\n{}\ng(1)\n{}"
    first, later = helper.format("pass", "g(2)"), helper.format("pass", "pass")
    checks = [
        "assert f(1) == 2",
        "f(1)\nassert f(1) == 2",
        first,
        later,
        "f(1)\nf(1, 2)",
        "f(1, 2)\n",
        "f(1)\nf(1) == 2",
    ]
    found = judge(engine, answer, *checks).decisions
    assert [one.hidden for one in found] == [False, True, True, False, True, False, True]


def test_outputs_of_a_check_are_kept(engine):
    found = one(
        engine, "def f():\n print('dropped')\n return 1", "print('kept', f())\nassert f() == 2"
    )
    assert text_of(found) == "kept 1\n"
    assert found.outputs[-1]["ename"] == "AssertionError"


def test_traceback_of_the_answer_is_shown(engine):
    found = one(engine, "def f():\n    return missing_thing", "f()")
    shown = "\n".join(found.outputs[-1]["traceback"])
    assert "missing_thing" in shown
    assert len(shown) < 20_000


def test_prints_of_a_judged_call_go_to_no_cell(engine):
    answer = "import os\ndef f():\n print('a'); os.system('echo b'); os.write(1, b'c'); display(4)\n return 1"
    found = judge(engine, answer, "assert f() == 1", "assert f() == 1", visible="print('here')")
    assert [text_of(run) for run in found.runs] == ["", "here\n", "here\n"]
    assert [len(run.outputs) for run in found.runs] == [0, 1, 1]
    assert [one.outcome for one in found.decisions] == ["passed"] * 2


def test_figure_of_a_judged_call_goes_to_no_cell(engine):
    answer = "import matplotlib.pyplot as plt\ndef f():\n plt.plot([1, 2])\n return 1"
    found = judge(engine, answer, "assert f() == 1", visible="1")
    assert len(found.runs[1].outputs) == 1


def test_unexpected_change_must_not_make_a_check_pass(engine):
    answer = "def f(x, target):\n target[:] = x\n return x"
    check = "target = [9]\nassert f([1], target) == target"
    found = one(engine, answer, check)
    assert (found.outcome, found.code) == ("failed", "assertion")
    assert found.changes == ("f():1",)
    # where the reference changes this argument, it is what the task asks for
    assert one(engine, answer, check, changes=("f():1",)).outcome == "passed"
    for other in ("f():0", "f():target", "f()", "g():1"):
        assert one(engine, answer, check, changes=(other,)).code == "assertion"


def test_change_that_does_not_matter_passes(engine):
    answer = "def f(x):\n x.sort()\n return x"
    assert one(engine, answer, "x = [2, 1]\nassert f(x) == [1, 2]").outcome == "passed"


def test_names_of_the_judge_are_not_replaced(engine):
    answer = (
        "def assert_close(*a, **k): pass\nclass np: pass\nprint = len = sum = abs = lambda *a: 0\n"
        "QuantumCircuit = None\n__builtins__ = {}\ndef f(x): return 3"
    )
    checks = [
        "assert_close(f(1), 4.0)",
        "assert np.pi > 3 and len([1]) == 1 and sum([1, 2]) == 3\nassert f(1) == 4",
        "QuantumCircuit(1)\nprint(1)\nassert f(1) == 3",
    ]
    found = judge(engine, answer, *checks, remote=("f",)).decisions
    assert [(one.outcome, one.code) for one in found] == [
        ("failed", "wrong_value"),
        ("failed", "assertion"),
        ("passed", "passed"),
    ]


def test_name_that_is_the_learners_is_never_the_judges(engine):
    given = ("def f(x): return x + 1",)
    check = "assert f(1) == 2"
    found = one(engine, "def f(x): return 0", check, opaque={}, given=given, remote=())
    assert found.outcome == "passed", "without being the learner's, the name is the instructor's"
    found = one(engine, "def f(x): return 0", check, given=given)
    assert found.code == "assertion"


def test_given_cells_use_the_answer(engine):
    given = ("def both(x): return f(x) * 2",)
    assert one(engine, "def f(x): return x", "assert both(2) == 4", given=given).outcome == "passed"
    found = one(engine, "def f(x): return x + 1", "assert both(2) == 4", given=given)
    assert found.code == "assertion"


def test_broken_given_cell_is_not_the_learners_fault(engine):
    given = ("data = open('missing.csv').read()",)
    answer = "def f(x): return x"
    assert one(engine, answer, "assert f(2) == 2", given=given).outcome == "passed"
    found = one(engine, answer, "assert f(2) == len(data)", given=given)
    assert (found.outcome, found.code) == ("ungraded", "judge_stopped")


def test_given_cell_that_an_answer_broke_is(engine):
    found = one(engine, "def f(): return 1 / 0", "assert x", given=("x = f()",))
    assert (found.outcome, found.code) == ("failed", "error")


def test_files_of_the_instructor_and_of_the_learner_stay_apart(engine):
    job = Job(
        (
            Step(0, StepKind.RUN, "def f(): return open('a.txt').read()"),
            Step(
                1,
                StepKind.CHECK,
                "",
                "check0",
                "assert f() + open('a.txt').read() == 'learner judge'",
            ),
        ),
        plan(1, {"f": FUNCTION}),
        files={"a.txt": b"learner "},
        given_files={"a.txt": b"judge"},
    )
    assert engine.judge(job).decisions[0].outcome == "passed"


def test_visible_form_leaves_names_behind_and_decides_nothing(engine):
    job = Job(
        (
            Step(0, StepKind.RUN, "def f(): return 1"),
            Step(
                1, StepKind.CHECK, "left = 5\nassert False", "check0", "left = 6\nassert f() == 1"
            ),
            Step(2, StepKind.RUN, "print(left)"),
            Step(3, StepKind.BESIDE, "print('all of it')", "beside"),
        ),
        plan(1, {"f": FUNCTION}),
    )
    found = engine.judge(job)
    assert [one.outcome for one in found.decisions] == ["passed"]
    assert found.runs[1].outputs[0]["ename"] == "AssertionError"
    assert [text_of(run) for run in found.runs[2:]] == ["5\n", "all of it\n"]
    assert [run.execution_count for run in found.runs] == [1, 2, 3, 4]


def test_time_of_a_call_ends_its_check_alone(engine):
    answer = "def f(x):\n while x: pass\n return 1"
    checks = ["try:\n    f(1)\nexcept Exception:\n    pass", "assert f(0) == 1"]
    found = judge(engine, answer, *checks, limits=QUICK)
    first, second = found.decisions
    assert (first.outcome, first.code, first.parameters) == (
        "failed",
        "time_limit",
        {"seconds": 1.0},
    )
    assert first.answering > 0.8
    assert second.outcome == "passed"
    assert found.stopped == ""


def test_time_within_a_callback_ends_its_check_alone(engine):
    answer = "def f(g): return g(f)\ndef h(x):\n while x: pass\n return 1"
    checks = ["f(lambda f: h(1))", "assert h(0) == 1"]
    found = judge(
        engine,
        answer,
        *checks,
        limits=QUICK,
        opaque={"f": FUNCTION, "h": FUNCTION, "f()<": FUNCTION},
    )
    assert [one.code for one in found.decisions] == ["time_limit", "passed"]


def test_answer_that_never_comes_ends_the_notebook(engine):
    answer = (
        "import signal\ndef f(x):\n"
        " signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})\n"
        " while x: pass\n"
        " return 1"
    )
    found = judge(engine, answer, "f(1)", "assert f(0) == 1", limits=QUICK)
    assert [one.code for one in found.decisions] == ["time_limit", "time_limit"]
    assert [run.stopped for run in found.runs] == ["", "", "time_limit"]
    assert found.stopped == "time_limit"


def test_cell_that_takes_too_long_is_stopped_and_the_next_runs(engine):
    found = judge(engine, "import time\ntime.sleep(30)", "x = 1", visible="print(1)", limits=QUICK)
    assert [run.stopped for run in found.runs] == ["time_limit", ""]
    assert found.decisions[0].outcome == "passed"


def test_notebook_that_takes_too_long_reports_all_the_rest(engine):
    limits = Limits(cell_seconds=30, notebook_seconds=1.5)
    found = judge(engine, "import time\ntime.sleep(30)", "x = 1", "y = 1", limits=limits)
    assert [run.stopped for run in found.runs] == ["time_limit"] * 3
    assert [(one.outcome, one.code) for one in found.decisions] == [("failed", "time_limit")] * 2
    assert found.stopped == "time_limit"


def test_judge_that_computes_too_long_is_for_a_person(engine):
    found = judge(
        engine, "def f(): return 1", "f()\nwhile True: pass", "assert f() == 1", limits=QUICK
    )
    assert [(one.outcome, one.code) for one in found.decisions] == [
        ("ungraded", "judge_stopped"),
        ("passed", "passed"),
    ]


def test_judge_that_dies_keeps_what_was_decided(engine):
    checks = ["assert f() == 1", "import os\nos._exit(0)", "assert f() == 1"]
    found = judge(engine, "def f(): return 1", *checks)
    assert [(one.outcome, one.code) for one in found.decisions] == [
        ("passed", "passed"),
        ("ungraded", "judge_stopped"),
        ("ungraded", "judge_stopped"),
    ]
    assert [run.stopped for run in found.runs] == ["", "", "", "died"]


def test_death_of_the_learners_process_is_reported_at_once(engine):
    found = judge(engine, "import os\nos._exit(3)", "x = 1", "y = 1")
    assert [run.stopped for run in found.runs] == ["died"] * 3
    assert [(one.outcome, one.code) for one in found.decisions] == [("failed", "died")] * 2
    assert found.stopped == "died"


def test_wrong_kind_of_use_of_an_iterator(engine):
    found = one(
        engine,
        "class It:\n def __iter__(self): return self\n def __next__(self): return 1\n"
        " def __eq__(self, o): return True\n"
        "def f(): return It()",
        "assert f() == [1, 2]",
        opaque={"f": FUNCTION, "f()": ITERATOR},
    )
    assert found.code == "assertion"
