from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import nbformat
import pytest
from nbgrader.api import Gradebook

from grader.course import Course, Marks
from grader.execution import Limits, open_sandbox
from grader.grading import Attempt, conclude, grade, job_of, prepare, with_marks
from grader.judge.engine import Engine
from grader.judge.job import Decision
from grader.judge.protection import make_plan
from grader.results import LANGUAGES, UNPROTECTED, MarkedBy, Outcome, decode_result, encode_result
from grader.verdicts import decided, limit, verdict
from tests.grader.course.sample import (
    EXERCISE,
    RIGHT,
    answered,
    content,
    grade_id,
    mark,
    source,
    write_source,
)

NOW = datetime(2026, 4, 1, tzinfo=UTC)


HIDDEN = """from grader.checks import assert_close
assert_close(number, 7)
### BEGIN HIDDEN TESTS
assert_close(double(number), 14)
### END HIDDEN TESTS"""


@pytest.fixture(scope="module")
def judging(sandbox):
    """What judges, and how."""
    with open_sandbox() as walls, Engine(walls) as engine:
        yield engine, make_plan(instructors(), {}, engine)


def instructors():
    """The exercise, with a hidden test."""
    notebook = source()
    notebook.cells[5].source = HIDDEN
    return notebook


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    notebook = instructors()
    course = Course(folder / "course", "physics")
    course.install(EXERCISE, write_source(folder / "source", notebook))
    yield course
    course.close()


def attempt(files, language="en"):
    return Attempt("S1", EXERCISE, "0123456789ab", "p-1", language, NOW, files)


def graded(course, judging, notebook, limits=None, language="en"):
    return grade(course, attempt(content(notebook), language), *judging, limits=limits)


def tasks(graded):
    return {task.task: task for task in graded.result.tasks}


def codes(graded):
    return {task.task: task.verdict.code for task in graded.result.tasks}


def test_right_answers_get_their_points_and_the_essay_a_person(course, judging):
    outcome = graded(course, judging, answered(course.released(EXERCISE), **RIGHT, why="So."))
    found = tasks(outcome)
    assert list(found) == ["double", "number", "why"]
    assert (found["double"].points, found["double"].marked_by) == (2.0, MarkedBy.CHECK)
    assert found["number"].verdict.outcome is Outcome.PASSED
    assert found["why"].points is None
    assert found["why"].marked_by is MarkedBy.NOBODY
    assert (found["why"].verdict.outcome, found["why"].verdict.code) == (
        Outcome.UNGRADED,
        "needs_person",
    )
    assert decode_result(encode_result(outcome.result)) == outcome.result
    assert outcome.result.seconds > 0
    assert outcome.result.engine.startswith("qampus ")


def test_points_that_were_read_beside_the_learners_code_say_so(course, judging):
    engine, plan = judging
    beside = replace(plan.checks["number"], protected=False)
    plan = replace(plan, checks={**plan.checks, "number": beside})
    right = tasks(graded(course, (engine, plan), answered(course.released(EXERCISE), **RIGHT)))
    assert right["number"].points == right["number"].maximum
    assert right["number"].verdict.parameters == {UNPROTECTED: 1}
    assert right["double"].verdict.parameters == {}
    untouched = tasks(graded(course, (engine, plan), course.released(EXERCISE)))
    assert UNPROTECTED not in untouched["number"].verdict.parameters


def test_untouched_release_gets_nothing_and_says_so(course, judging):
    outcome = graded(course, judging, course.released(EXERCISE))
    assert codes(outcome) == dict.fromkeys(["double", "number", "why"], "not_answered")
    assert sum(task.points for task in outcome.result.tasks) == 0


def test_verdict_of_a_check_comes_with_code_parameters_and_text_in_three_languages(course, judging):
    notebook = answered(course.released(EXERCISE), number_answer="number = -7")
    verdict = tasks(graded(course, judging, notebook, language="ja"))["number"].verdict
    assert verdict.code == "wrong_sign"
    assert "7" in str(verdict.parameters["got"])
    assert set(verdict.rationale) == set(LANGUAGES)
    assert len(set(verdict.rationale.values())) == 3


def test_of_a_hidden_check_only_the_kind_of_difference_is_told(course, judging):
    answer = "def double(x): return 2 * x if x < 7 else -2 * x"
    notebook = answered(course.released(EXERCISE), **RIGHT | {"double_answer": answer})
    outcome = graded(course, judging, notebook)
    told = tasks(outcome)["number"].verdict
    assert (told.outcome, told.code) == (Outcome.FAILED, "wrong_sign")
    assert told.rationale["en"] == "A check that is not shown failed: a sign differs."
    assert "minus" in told.hint["en"]
    assert dict(told.parameters) == {}
    page = outcome.feedback.decode()
    # neither the learner's value nor the expected one; times and numbers of processes may hold a 14
    assert not re.search(r"-14\b|\b14\)", re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL))
    assert "a check that is not shown failed" in page
    kept = course.directory / "autograded" / "p-1" / EXERCISE / f"{EXERCISE}.ipynb"
    assert "assert_close(double(number), 14)" in kept.read_text()  # the instructor sees it all


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("def double(x): return 5", "assertion"),
        ("def double(x): return unknown", "error"),
        ("def double(x): raise NotImplementedError", "not_answered"),
        ("def double(x:", "error"),
        ("def double(x):\n    while True: pass", "time_limit"),
        ("import os; os._exit(0)", "died"),
        ("import sys; sys.exit()", "error"),
        ("def double(x): import sys; sys.exit()", "error"),
        ("def double(x): return bytearray(2**31)", "memory_limit"),
        (
            "class Liar:\n    def __eq__(self, _): return True\ndouble = lambda x: Liar()",
            "wrong_type",
        ),
    ],
)
def test_a_wrong_answer_gets_nothing_and_a_reason(course, judging, answer, code):
    notebook = answered(course.released(EXERCISE), double_answer=answer)
    short = Limits(cell_seconds=2, notebook_seconds=20)
    double = tasks(graded(course, judging, notebook, limits=short))["double"]
    assert (double.points, double.verdict.outcome, double.verdict.code) == (
        0.0,
        Outcome.FAILED,
        code,
    )


def test_name_and_message_of_an_error_are_told_and_cut(course, judging):
    notebook = answered(
        course.released(EXERCISE), double_answer="def double(x): raise OSError('x' * 1000)"
    )
    parameters = tasks(graded(course, judging, notebook))["double"].verdict.parameters
    assert parameters == {"name": "OSError", "message": "x" * 300}


def test_a_warning_on_standard_error_costs_no_points(course, judging):
    noisy = "import sys\ndef double(x):\n    print('warning', file=sys.stderr)\n    return 2 * x"
    notebook = answered(course.released(EXERCISE), double_answer=noisy)
    assert tasks(graded(course, judging, notebook))["double"].points == 2.0


def test_what_is_no_notebook_fails_with_the_reason(course, judging):
    outcome = grade(course, attempt({f"{EXERCISE}.ipynb": b"{"}), *judging)
    assert codes(outcome)["double"] == "error"
    assert "JSON" in tasks(outcome)["double"].verdict.parameters["message"]
    assert sum(task.points or 0 for task in outcome.result.tasks) == 0


def test_cheats_in_the_file_win_nothing(course, judging):
    notebook = course.released(EXERCISE)
    for cell in notebook.cells:
        if grade_id(cell) in {"double", "number"}:
            cell.metadata.tags = ["skip-execution"]
            cell.metadata.nbgrader.points = 100
            cell.source = "pass"
    notebook.cells.append(mark(nbformat.v4.new_code_cell("pass"), "double", grade=True, points=9))
    outcome = graded(course, judging, notebook)
    assert [task.maximum for task in outcome.result.tasks] == [1.0, 3.0, 2.0]
    assert sum(task.points for task in outcome.result.tasks) == 0


def test_deleted_checks_fail_even_after_a_full_attempt(course, judging):
    released = course.released(EXERCISE)
    assert tasks(graded(course, judging, answered(released, **RIGHT)))["double"].points == 2.0
    bare = nbformat.v4.new_notebook(cells=[])
    assert [task.points for task in graded(course, judging, bare).result.tasks] == [0.0, 0.0, 0.0]


def test_marks_replace_points_and_bring_the_comment(course, judging):
    result = graded(course, judging, answered(course.released(EXERCISE), **RIGHT, why="So.")).result
    after = with_marks(result, Marks({"why": 1.5}, {"why": "See page 3."}))
    why = after.tasks[-1]
    assert (why.points, why.marked_by, why.verdict.code) == (1.5, MarkedBy.PERSON, "marked")
    assert why.verdict.rationale["ko"] == "See page 3."
    assert after.tasks[:-1] == result.tasks[:-1]
    assert with_marks(after, Marks({"why": 1.5}, {"why": "See page 3."})) is after
    assert with_marks(result, Marks({"why": 99.0}, {})).tasks[-1].points == 3.0


def test_what_the_judge_could_not_tell_goes_to_a_person(course, judging):
    """A learner cannot make the judge stop; what it does then is shown with a judgement of our own."""
    engine, plan = judging
    notebook = answered(course.released(EXERCISE), **RIGHT)
    sanitised = prepare(course, attempt(content(notebook)))
    judged = engine.judge(job_of(sanitised, plan, {}, language="en"))
    stopped = tuple(
        Decision(one.task, Outcome.UNGRADED, code="judge_stopped") if one.task == "number" else one
        for one in judged.decisions
    )
    outcome = conclude(
        course, attempt(content(notebook)), sanitised, replace(judged, decisions=stopped)
    )
    number = tasks(outcome)["number"]
    assert (number.points, number.marked_by) == (None, MarkedBy.NOBODY)
    assert (number.verdict.outcome, number.verdict.code) == (Outcome.UNGRADED, "judge_stopped")
    with Gradebook(f"sqlite:///{course.directory}/gradebook.db", "physics") as book:
        row = book.find_grade("number", EXERCISE, EXERCISE, "p-1")
        assert (row.auto_score, row.needs_manual_grade) == (None, True)


def test_a_limit_is_told_with_its_size():
    told = limit("memory_limit", Limits(memory=64 * 1024 * 1024))
    assert "64 MiB" in told.rationale["en"]
    assert "64 MiB" in told.rationale["ja"]
    hidden = Decision("x", Outcome.FAILED, code="time_limit", hidden=True)
    assert "5 seconds" in decided(hidden, Limits(cell_seconds=5)).rationale["en"]


def test_parameters_may_have_any_name():
    """A check's parameter was once called as a parameter of ours is, and ended the service."""
    told = verdict(Outcome.FAILED, "impossible_outcome", outcome="11", code="x", number=3)
    assert told.parameters == {"outcome": "11", "code": "x", "number": 3}
    assert told.code == "impossible_outcome"
