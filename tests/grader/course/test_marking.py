"""Marks of the portal in the gradebook: as formgrader would have written them."""

from __future__ import annotations

import pytest

from grader.course import MarkedCourse, Marks
from grader.errors import CourseError
from tests.grader.course.attempts import LEARNER, gradebook, mark_by_hand, outcome, submit
from tests.grader.course.sample import EXERCISE, RIGHT, source, write_source

KEY = (LEARNER.pseudonym, EXERCISE)


@pytest.fixture
def course(tmp_path):
    course = MarkedCourse(tmp_path / "course", "physics")
    course.install(EXERCISE, write_source(tmp_path / "source", source()))
    course.enrol([LEARNER])
    course.record(*outcome(submit(course, **RIGHT, why="So."), number="AssertionError"))
    yield course
    course.close()


def test_a_mark_for_an_essay_is_read_back_as_formgraders(course):
    course.mark(*KEY, "why", 1.25, "Half of it.")
    assert course.marks() == {KEY: Marks({"why": 1.25}, {"why": "Half of it."})}
    with gradebook(course) as book:
        submission = book.find_submission(EXERCISE, LEARNER.pseudonym)
        assert (submission.score, submission.needs_manual_grade) == (3.25, False)
    assert b"Half of it." in course.feedback(*KEY)


def test_a_mark_for_code_takes_the_place_of_what_the_check_gave(course):
    course.mark(*KEY, "number", 0.5, "The method was right.")
    with gradebook(course) as book:
        grade = book.find_grade("number", EXERCISE, EXERCISE, LEARNER.pseudonym)
        assert (grade.auto_score, grade.manual_score, grade.score) == (0.0, 0.5, 0.5)
    assert course.marks()[KEY].comments == {"number": "The method was right."}


def test_a_mark_replaces_all_that_was_given_by_hand_before(course):
    mark_by_hand(course, "why", 3.0, "Very good.")
    with gradebook(course) as book:
        book.find_grade("why", EXERCISE, EXERCISE, LEARNER.pseudonym).extra_credit = 1.0
        book.db.commit()
    course.mark(*KEY, "why", 1.0, "")
    assert course.marks() == {KEY: Marks({"why": 1.0}, {})}


def test_what_is_not_there_cannot_be_marked(course):
    for learner, task in (("nobody", "why"), (LEARNER.pseudonym, "none")):
        with pytest.raises(CourseError):
            course.mark(learner, EXERCISE, task, 1.0, "")
    assert course.marks() == {}
