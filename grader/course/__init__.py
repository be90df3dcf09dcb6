"""The one door to nbgrader's converters and gradebook."""

from grader.course.release import COURSE_CONFIG, release_notebook

__all__ = ["COURSE_CONFIG", "release_notebook"]
