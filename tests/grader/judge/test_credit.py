"""What the last expression of a check may be: what it was in the reference solution."""

from __future__ import annotations

import pytest

from tests.grader.judge.judging import judge, one

ANSWER = "import numpy as np\nVALUE = {}\ndef f(): return VALUE"
PASSED, WRONG = ("passed", "passed"), ("failed", "wrong_type")
FALSE = ("failed", "assertion")


def ended(engine, value, ends):
    found = one(engine, ANSWER.format(value), "f()", ends=ends)
    return found.outcome, found.code, found.credit


@pytest.mark.parametrize(
    "value", ["0.5", "np.float64(0.5)", "np.float32(0.5)", "np.array([0.5])[0]"]
)
def test_number_is_the_credit(engine, value):
    assert ended(engine, value, "number") == (*PASSED, 0.5)


@pytest.mark.parametrize(
    "value",
    ["True", "np.bool_(True)", "False", "None", "'2'", "[]", "np.array([2.0])", "2j", "float('nan')",
     "float('inf')", "10 ** 400"],
)  # fmt: skip
def test_what_is_no_number_is_no_credit(engine, value):
    assert ended(engine, value, "number") == (*WRONG, None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("True", PASSED), ("np.bool_(True)", PASSED), ("False", FALSE), ("np.bool_(False)", FALSE), ("1", FALSE),
        ("None", FALSE), ("np.array([True])", FALSE), ("'True'", FALSE), ("0.5", FALSE), ("float('nan')", FALSE),
    ],
)  # fmt: skip
def test_where_the_reference_is_true_nothing_else_passes(engine, value, expected):
    assert ended(engine, value, "truth") == (*expected, None)


@pytest.mark.parametrize("ends", ["nothing", "other"])
@pytest.mark.parametrize("value", ["0", "10 ** 9", "float('nan')", "None", "True", "[1]"])
def test_where_the_reference_ends_in_no_number_it_is_ignored(engine, ends, value):
    assert ended(engine, value, ends) == (*PASSED, None)
    assert ended(engine, "False", ends) == (*FALSE, None)


def test_how_a_check_ends_is_noted(engine):
    checks = ["f()", "f() == 1", "np.bool_(1)", "[f()]", "x = f()", "f();", "1 / 0"]
    found = judge(engine, "def f(): return 1", *checks)
    assert [decision.ends for decision in found.decisions] == [
        "number",
        "truth",
        "truth",
        "other",
        "nothing",
        "nothing",
        "",
    ]
