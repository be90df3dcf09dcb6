"""A course directory with one small exercise and one learner."""

from __future__ import annotations

import pytest

from grader.course import Course
from tests.grader.course.attempts import LEARNER
from tests.grader.course.sample import EXERCISE, source, write_source


@pytest.fixture
def course(tmp_path):
    course = Course(tmp_path / "course", "physics")
    course.install(EXERCISE, write_source(tmp_path / "source", source()))
    course.enrol([LEARNER])
    yield course
    course.close()
