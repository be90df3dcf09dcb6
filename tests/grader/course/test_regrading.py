"""Judging a recorded submission anew: nothing is written until it is decided, and then only what was decided."""

from __future__ import annotations

import pytest

from grader.course import RegradingCourse
from grader.errors import CourseError
from tests.grader.course.attempts import (
    LEARNER,
    gradebook,
    mark_by_hand,
    outcome,
    points,
    submit,
)
from tests.grader.course.sample import EXERCISE, RIGHT, answered, content, source, write_source

KEY = (LEARNER.pseudonym, EXERCISE)


@pytest.fixture
def course(tmp_path):
    course = RegradingCourse(tmp_path / "course", "physics")
    course.install(EXERCISE, write_source(tmp_path / "source", source()))
    course.enrol([LEARNER])
    course.record(*outcome(submit(course, **RIGHT, why="So."), number="AssertionError"))
    yield course
    course.close()


def aside(course, **errors):
    files = content(answered(course.released(EXERCISE), **RIGHT))
    return outcome(course.sanitise_aside(*KEY, files), **errors)


def files_of(course):
    return {
        path.relative_to(course.directory): path.read_bytes()
        for step in ("submitted", "autograded")
        for path in (course.directory / step).rglob("*")
        if path.is_file()
    }


def rows(course):
    with gradebook(course) as book:
        found = book.find_submission(EXERCISE, LEARNER.pseudonym)
        return {grade.name: (grade.auto_score, grade.score) for grade in found.notebooks[0].grades}


def test_what_is_judged_aside_leaves_files_and_gradebook_as_they_are(course):
    before, recorded = files_of(course), rows(course)
    found = course.scores_aside(*aside(course, double="AssertionError"), to_person={"number"})
    assert points(found) == {"double": 0.0, "number": None, "why": 0.0}
    assert [(one.task, one.maximum, one.needs_person) for one in found][:2] == [
        ("double", 2.0, False),
        ("number", 1.0, True),
    ]
    assert (files_of(course), rows(course)) == (before, recorded)


def test_a_path_that_leaves_the_folder_is_refused_aside_too(course):
    with pytest.raises(CourseError, match="inside the submission's folder"):
        course.sanitise_aside(*KEY, {"../elsewhere.py": b""})


def test_new_points_are_written_in_proportion_and_what_a_person_gave_stays(course):
    mark_by_hand(course, "double", 0.5)
    course.rescore(*KEY, {"double": (3.0, 4.0), "number": (1.0, 1.0), "gone": (1.0, 1.0)})
    assert rows(course)["double"] == (1.5, 0.5)
    assert rows(course)["number"] == (1.0, 1.0)
    course.rescore(*KEY, {"number": (None, 1.0)})
    with gradebook(course) as book:
        assert book.find_grade("number", EXERCISE, EXERCISE, LEARNER.pseudonym).needs_manual_grade


def test_a_learner_without_a_submission_has_no_points_to_change(course):
    with pytest.raises(CourseError):
        course.rescore("p-2", EXERCISE, {"number": (1.0, 1.0)})


def test_the_recorded_notebook_shows_the_checks_that_were_judged_anew_and_no_others(course):
    _, judged = aside(course, double="KeyError")
    assert b"KeyError" not in course.feedback(*KEY)
    course.rewrite(*KEY, {"number"}, judged)
    assert b"KeyError" not in course.feedback(*KEY)
    course.rewrite(*KEY, {"double"}, judged)
    assert b"KeyError" in course.feedback(*KEY)
