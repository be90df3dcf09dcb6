"""Marks of the portal, taken over into the gradebooks.

Both sides may be marked on; the later mark holds. First the portal gets what formgrader has, with the time at which
the gradebook was last written, and decides which is the later one; what it then still wants recorded is written here.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from grader.course import MarkedCourse, Marks
from grader.errors import GraderError, PortalUnreachableError
from grader.grading import with_marks
from grader.portal_client import PortalClient, PortalMark
from grader.service.reports import Reporter

LOG = logging.getLogger(__name__)

_MOST = 50


class PortalMarks:
    """Takes over what people mark in the portal.

    Args:
        portal: the portal's API, with the grader's token.
        reporter: knows what was sent of each attempt and which marks it has seen.
    """

    def __init__(self, portal: PortalClient, reporter: Reporter) -> None:
        self._portal = portal
        self._reporter = reporter

    def record(self, courses: Mapping[str, MarkedCourse]) -> None:
        """Write into the gradebooks what was marked since the last look."""
        for mark in self._portal.marks(_MOST):
            course = courses.get(mark.course)
            if course is None:
                continue  # it comes again when the offering is known
            if self._reporter.behind(course):
                continue  # formgrader has marked meanwhile, which the portal has to hear first
            try:
                self._take_over(course, mark)
                self._portal.mark_recorded(mark)
            except (GraderError, OSError) as error:
                if isinstance(error, PortalUnreachableError):
                    raise
                LOG.exception("the mark on %s stays behind", mark.submission)

    def _take_over(self, course: MarkedCourse, mark: PortalMark) -> None:
        """Make the gradebook, the feedback and what is known of an attempt what the portal has."""
        known = self._reporter.known(course, mark.learner, mark.exercise)
        if known is None or known.submission != mark.submission:
            return  # the gradebook has another attempt of this learner
        if mark.task not in {task.task for task in known.tasks}:
            return  # nor has it tasks that a later version dropped
        course.mark(mark.learner, mark.exercise, mark.task, mark.points, mark.comment)
        comments = {mark.task: mark.comment} if mark.comment else {}
        marks = Marks({mark.task: mark.points}, comments)
        self._reporter.took_over(course, mark.learner, mark.exercise, marks)
        self._reporter.correct(course, mark.learner, with_marks(known, marks))
        LOG.info("recorded the mark on %s in %s", mark.task, mark.submission)
