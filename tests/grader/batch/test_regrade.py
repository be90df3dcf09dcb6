"""`qampus regrade`: one task, shown first, written if it is wished, with a history."""

from __future__ import annotations

import nbformat
import pytest
from nbgrader.api import Gradebook

from grader.batch.history import read
from grader.errors import CourseError
from tests.grader.batch.courses import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    WRONG,
    OneByOne,
    copy_of,
    grade_here,
    graded,
    hand_in,
    make_course,
    regrade_here,
    released,
    rows,
    scores,
    tree,
    without,
)
from tests.grader.course.sample import answered, grade_id

LENIENT = "assert double(2) == 4\n### BEGIN HIDDEN TESTS\nassert True\n### END HIDDEN TESTS"


@pytest.fixture(scope="module")
def made(tmp_path_factory, engine):
    course = make_course(tmp_path_factory.mktemp("made") / "course")
    hand_in(course, "right", RIGHT)
    hand_in(course, "wrong", WRONG)
    hand_in(course, "marked", WRONG)
    hand_in(course, "gone", without(answered(released(course), **RIGHT), "double"))
    grade_here(course, OneByOne(engine))
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        grade = book.find_grade("double", NOTEBOOK, ASSIGNMENT, "marked")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 1.0, 0.5, False
        comment = book.find_comment("double_answer", NOTEBOOK, ASSIGNMENT, "marked")
        comment.manual_comment = "Nearly."
        book.db.commit()
    return course


@pytest.fixture
def course(made, tmp_path):
    return copy_of(made, tmp_path / "course")


def rewrite_check(course, task, text):
    path = course / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if grade_id(cell) == task:
            cell.source = text
    nbformat.write(notebook, path)


def test_a_preview_writes_nothing(course, judging):
    rewrite_check(course, "double", LENIENT)
    before = rows(course), tree(course / "autograded")
    regrading = regrade_here(course, judging, "double")
    changes = {one.student: (one.before, one.after) for one in regrading.changes}
    assert changes == {"wrong": (0.0, 2.0), "marked": (0.0, 2.0)}
    assert regrading.unchanged == 2
    assert "wrong  double  0 -> 2" in regrading.text()
    assert "--apply" in regrading.text()
    assert (rows(course), tree(course / "autograded")) == before
    assert read(course, ASSIGNMENT) == ()


def test_applied_scores_are_written_with_a_history_and_marks_stay(course, judging):
    rewrite_check(course, "double", LENIENT)
    before = rows(course)
    regrading = regrade_here(course, judging, "double", apply=True)
    assert regrading.applied
    after = rows(course)
    changed = {row[0]: row[3:] for row in set(after["scores"]) - set(before["scores"])}
    assert changed == {"wrong": (2.0, None, None, 0), "marked": (2.0, 1.0, 0.5, 0)}
    assert after["comments"] == before["comments"]
    entries = {entry.student: entry for entry in read(course, ASSIGNMENT)}
    assert entries.keys() == {"wrong", "marked"}
    assert (entries["wrong"].task, entries["wrong"].before, entries["wrong"].after) == (
        "double",
        0,
        2,
    )
    assert entries["wrong"].at.tzinfo is not None
    cell = next(cell for cell in graded(course, "wrong").cells if grade_id(cell) == "double")
    assert cell.source == LENIENT
    assert cell.outputs == []
    # again: nothing is left to change, and later gradings use the new check
    assert not regrade_here(course, judging, "double", apply=True).changes
    assert len(read(course, ASSIGNMENT)) == 2
    hand_in(course, "later", WRONG)
    grade_here(course, judging)
    assert scores(course, "later")["double"] == (2.0, False)


def test_other_tasks_and_ungraded_submissions_are_left_alone(course, judging):
    rewrite_check(course, "double", "assert False")
    rewrite_check(course, "number", "assert number == 8")
    hand_in(course, "new", RIGHT)
    hand_in(course, "wrong", RIGHT, at="2026-04-03 12:00:00 UTC")
    regrading = regrade_here(course, judging, "number", apply=True)
    assert {one.task for one in regrading.changes} == {"number"}
    assert regrading.passed_over.keys() == {"new", "wrong"}
    assert scores(course, "right") == {
        "double": (2.0, False), "number": (0.0, False), "why": (None, True)
    }  # fmt: skip


def test_what_cannot_be_regraded_is_said(course, judging):
    with pytest.raises(CourseError, match="it has double, number"):
        regrade_here(course, judging, "nonsense")
    with pytest.raises(CourseError, match="marked by a person"):
        regrade_here(course, judging, "why")
    path = course / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if grade_id(cell) == "double":
            cell.metadata.nbgrader.points = 5
    nbformat.write(notebook, path)
    with pytest.raises(CourseError, match="worth 5 points in source/ and 2"):
        regrade_here(course, judging, "double")
