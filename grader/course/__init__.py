"""The one door to nbgrader's converters and gradebook."""

import grader.notebooks  # noqa: F401  # isort: skip - before nbgrader: it makes that import quick
from grader.course.directory import Course
from grader.course.gradebook import Marks, Score
from grader.course.marking import MarkedCourse
from grader.course.records import Learner, Sanitised
from grader.course.regrading import RegradingCourse
from grader.course.release import COURSE_CONFIG, release_notebook

__all__ = [
    "COURSE_CONFIG",
    "Course",
    "Learner",
    "MarkedCourse",
    "Marks",
    "RegradingCourse",
    "Sanitised",
    "Score",
    "release_notebook",
]
