"""Names of the learner's that are also Python's or IPython's."""

from __future__ import annotations

import pytest

from tests.grader.judge.judging import FUNCTION, judge, one

NAMES = ["bin", "sorted", "print", "open", "exit", "quit", "get_ipython", "In", "Out", "_1", "_"]


@pytest.mark.parametrize("name", NAMES)
def test_answer_that_does_not_define_a_name_has_none(engine, name):
    checks = [
        f"{name}",
        f"def used():\n    return {name}\nused()",
        f"assert {name!r} in globals()",
        f"assert globals().get({name!r}) is not None",
    ]
    found = judge(engine, "5", *checks, opaque={name: FUNCTION}).decisions
    assert [(one.outcome, one.code) for one in found] == [("failed", "error")] * 2 + [
        ("failed", "assertion")
    ] * 2
    assert found[0].parameters == {
        "name": "NameError",
        "message": f"name '{name}' is not defined",
    }


@pytest.mark.parametrize("name", NAMES)
def test_answer_that_defines_a_name_is_asked(engine, name):
    check = (
        f"def used(x):\n    return {name}(x)\n"
        f"assert {name}(2) == used(2) == 3 and {name!r} in globals()\n"
        f"assert globals()[{name!r}](2) == globals().get({name!r})(2) == 3"
    )
    opaque = {name: FUNCTION}
    assert one(engine, f"def {name}(x): return x + 1", check, opaque=opaque).outcome == "passed"
    wrong = one(engine, f"def {name}(x): return x", check, opaque=opaque)
    assert (wrong.outcome, wrong.code) == ("failed", "assertion")


def test_what_the_judge_has_is_no_answer(engine):
    given = ("def f(x): return x + 1",)
    assert one(engine, "pass", "assert f(1) == 2", given=given).parameters["name"] == "NameError"


def test_names_of_python_stay_the_judges(engine):
    check = "assert bin(2) == '0b10' and callable(open) and get_ipython() and exit and In"
    assert one(engine, "bin = open = exit = None", check, opaque={}, remote=()).outcome == "passed"


def test_shell_works_whatever_an_answer_calls_so(engine):
    answer = "In = Out = exit = open = _oh = _ih = None\nx = 2"
    checks = ["%time x\nx", "!true\nx", "x\nassert x == 2 and In is None", "_1 = 3\n_1 - 1"]
    found = judge(engine, answer, *checks)
    assert [one.outcome for one in found.decisions] == ["passed"] * 4
