"""A learner hands in, and what is done by hand with it: for tests of a course directory."""

from __future__ import annotations

from datetime import UTC, datetime

import nbformat
from nbgrader.api import Gradebook

from grader.course import Learner
from tests.grader.course.sample import EXERCISE, answered, content, grade_id

NOW = datetime(2026, 4, 1, 12, 30, tzinfo=UTC)
LEARNER = Learner("p-1", "Simulated", "Learner")


def submit(course, **answers):
    files = content(answered(course.released(EXERCISE), **answers))
    return course.sanitise(LEARNER.pseudonym, EXERCISE, files, NOW)


def outcome(sanitised, **errors):
    """Return a sanitised submission and its notebook with the outputs of an execution: an error in the named checks."""
    notebook = nbformat.from_dict(sanitised.notebook)
    for cell in notebook.cells:
        if grade_id(cell) in errors:
            name = errors[grade_id(cell)]
            cell.outputs = [nbformat.v4.new_output("error", ename=name, evalue="", traceback=[])]
    return sanitised, notebook


def points(scores):
    return {score.task: score.automatic for score in scores}


def gradebook(course):
    return Gradebook(f"sqlite:///{course.directory}/gradebook.db", course.course_id)


def mark_by_hand(course, task, score, comment=None):
    """Do what formgrader's handlers do."""
    with gradebook(course) as book:
        grade = book.find_grade(task, EXERCISE, EXERCISE, LEARNER.pseudonym)
        grade.manual_score, grade.needs_manual_grade = score, False
        if comment:
            book.find_comment(task, EXERCISE, EXERCISE, LEARNER.pseudonym).manual_comment = comment
        book.db.commit()
