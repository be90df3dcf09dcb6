"""A logger for nbgrader's converters that says nothing.

nbgrader reports every cell it touches. What matters reaches callers as results and exceptions.
"""

from __future__ import annotations

import logging

QUIET = logging.getLogger("grader.course.nbgrader")
QUIET.propagate = False
QUIET.addHandler(logging.NullHandler())
