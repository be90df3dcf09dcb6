"""Grades the submissions of any nbgrader course directory: `qampus grade` and `qampus regrade`."""
