from __future__ import annotations

import json
from datetime import UTC, datetime

import nbformat
import pytest

from grader.course import Course, Marks
from grader.execution import Limits, open_sandbox
from grader.grading import Attempt, grade, with_marks
from grader.results import LANGUAGES, MarkedBy, Outcome, decode_result, encode_result
from grader.verdicts import MIME_TYPE, failed, verdict
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


@pytest.fixture(scope="module")
def walls(sandbox):
    with open_sandbox() as walls:
        yield walls


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    notebook = source()
    state = "from grader.checks import assert_close\nassert_close(number, 7)"
    notebook.cells[5].source = state
    course = Course(folder / "course", "physics")
    course.install(EXERCISE, write_source(folder / "source", notebook))
    yield course
    course.close()


def attempt(files, language="en"):
    return Attempt("S1", EXERCISE, "0123456789ab", "p-1", language, NOW, files)


def graded(course, walls, notebook, limits=None, language="en"):
    return grade(course, attempt(content(notebook), language), walls, limits=limits)


def tasks(graded):
    return {task.task: task for task in graded.result.tasks}


def codes(graded):
    return {task.task: task.verdict.code for task in graded.result.tasks}


def test_right_answers_get_their_points_and_the_essay_a_person(course, walls):
    outcome = graded(course, walls, answered(course.released(EXERCISE), **RIGHT, why="So."))
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
    assert "nbclient" in outcome.result.engine


def test_untouched_release_gets_nothing_and_says_so(course, walls):
    outcome = graded(course, walls, course.released(EXERCISE))
    assert codes(outcome) == dict.fromkeys(["double", "number", "why"], "not_answered")
    assert sum(task.points for task in outcome.result.tasks) == 0


def test_verdict_of_a_check_comes_with_code_parameters_and_text_in_three_languages(course, walls):
    notebook = answered(course.released(EXERCISE), number_answer="number = -7")
    verdict = tasks(graded(course, walls, notebook, language="ja"))["number"].verdict
    assert verdict.code == "wrong_sign"
    assert "7" in str(verdict.parameters["got"])
    assert set(verdict.rationale) == set(LANGUAGES)
    assert len(set(verdict.rationale.values())) == 3


def test_displayed_verdicts_do_not_stay_in_the_notebook(course, walls):
    graded(course, walls, answered(course.released(EXERCISE), number_answer="number = 8"))
    kept = course.directory / "autograded" / "p-1" / EXERCISE / f"{EXERCISE}.ipynb"
    assert MIME_TYPE not in kept.read_text()
    assert "CheckFailed" in kept.read_text()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("def double(x): return 5", "assertion"),
        ("def double(x): return unknown", "error"),
        ("def double(x): raise NotImplementedError", "not_answered"),
        ("def double(x:", "error"),
        ("def double(x):\n    while True: pass", "time_limit"),
        ("import os; os._exit(0)", "error"),
        ("import sys; sys.exit()", "error"),
    ],
)
def test_a_wrong_answer_gets_nothing_and_a_reason(course, walls, answer, code):
    notebook = answered(course.released(EXERCISE), double_answer=answer)
    short = Limits(cell_seconds=2, notebook_seconds=20)
    double = tasks(graded(course, walls, notebook, limits=short))["double"]
    assert (double.points, double.verdict.outcome, double.verdict.code) == (
        0.0,
        Outcome.FAILED,
        code,
    )


def test_name_and_message_of_an_error_are_told_and_cut(course, walls):
    notebook = answered(
        course.released(EXERCISE), double_answer="def double(x): raise OSError('x' * 1000)"
    )
    parameters = tasks(graded(course, walls, notebook))["double"].verdict.parameters
    assert parameters == {"name": "OSError", "message": "x" * 300}


def test_a_warning_on_standard_error_costs_no_points(course, walls):
    noisy = "import sys\ndef double(x):\n    print('warning', file=sys.stderr)\n    return 2 * x"
    notebook = answered(course.released(EXERCISE), double_answer=noisy)
    assert tasks(graded(course, walls, notebook))["double"].points == 2.0


def test_what_is_no_notebook_fails_with_the_reason(course, walls):
    outcome = grade(course, attempt({f"{EXERCISE}.ipynb": b"{"}), walls)
    assert codes(outcome)["double"] == "error"
    assert "JSON" in tasks(outcome)["double"].verdict.parameters["message"]
    assert sum(task.points or 0 for task in outcome.result.tasks) == 0


def test_cheats_in_the_file_win_nothing(course, walls):
    notebook = course.released(EXERCISE)
    for cell in notebook.cells:
        if grade_id(cell) in {"double", "number"}:
            cell.metadata.tags = ["skip-execution"]
            cell.metadata.nbgrader.points = 100
            cell.source = "pass"
    notebook.cells.append(mark(nbformat.v4.new_code_cell("pass"), "double", grade=True, points=9))
    outcome = graded(course, walls, notebook)
    assert [task.maximum for task in outcome.result.tasks] == [1.0, 3.0, 2.0]
    assert sum(task.points for task in outcome.result.tasks) == 0


def test_deleted_checks_fail_even_after_a_full_attempt(course, walls):
    released = course.released(EXERCISE)
    assert tasks(graded(course, walls, answered(released, **RIGHT)))["double"].points == 2.0
    bare = nbformat.v4.new_notebook(cells=[])
    assert [task.points for task in graded(course, walls, bare).result.tasks] == [0.0, 0.0, 0.0]


def test_marks_replace_points_and_bring_the_comment(course, walls):
    result = graded(course, walls, answered(course.released(EXERCISE), **RIGHT, why="So.")).result
    after = with_marks(result, Marks({"why": 1.5}, {"why": "See page 3."}))
    why = after.tasks[-1]
    assert (why.points, why.marked_by, why.verdict.code) == (1.5, MarkedBy.PERSON, "marked")
    assert why.verdict.rationale["ko"] == "See page 3."
    assert after.tasks[:-1] == result.tasks[:-1]
    assert with_marks(after, Marks({"why": 1.5}, {"why": "See page 3."})) is after
    assert with_marks(result, Marks({"why": 99.0}, {})).tasks[-1].points == 3.0


def check_cell(*outputs):
    cell = nbformat.v4.new_code_cell("check")
    cell.outputs = [nbformat.from_dict(output) for output in outputs]
    return cell


def error(name):
    return {"output_type": "error", "ename": name, "evalue": "text", "traceback": []}


def display(data):
    return {"output_type": "display_data", "data": {MIME_TYPE: data}, "metadata": {}}


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        "x",
        {},
        {"code": 3, "parameters": {}},
        {"code": "a b", "parameters": {}},
        {"code": "inverse", "parameters": []},
    ],
)
def test_an_unsound_verdict_is_not_believed(told):
    assert failed(check_cell(display(told), error("CheckFailed"))).code == "assertion"


def test_a_verdict_without_a_failed_check_is_not_believed():
    told = display({"code": "inverse", "parameters": {}})
    assert failed(check_cell(told, error("NameError"))).code == "error"


def test_parameters_are_plain_and_bounded():
    wild = {"a": [1], "b c": 1, "got": "x" * 9999, "n": 3, "big": 1e301, "case": {"x": 1}}
    told = display(json.loads(json.dumps({"code": "wrong_value", "parameters": wild})))
    verdict = failed(check_cell(told, error("CheckFailed")))
    assert verdict.parameters == {"got": "x" * 300, "n": 3}


def test_parameters_may_have_any_name():
    """A check's parameter was once called as a parameter of ours is, and ended the service."""
    told = verdict(Outcome.FAILED, "impossible_outcome", outcome="11", code="x", number=3)
    assert told.parameters == {"outcome": "11", "code": "x", "number": 3}
    assert told.code == "impossible_outcome"
