"""Tells the portal what came out, and later what people marked in formgrader."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from grader.course import Course, Marks
from grader.errors import CourseError, PortalRefusedError
from grader.grading import with_marks
from grader.portal_client import PortalClient
from grader.results import Result, decode_result, encode_result

LOG = logging.getLogger(__name__)


class Reporter:
    """Sends results and feedback, and remembers what it sent so that marks can be added.

    Args:
        portal: the portal's API, with the grader's token.
    """

    def __init__(self, portal: PortalClient) -> None:
        self._portal = portal
        self._marks: dict[str, Mapping[tuple[str, str], Marks]] = {}
        self._stamps: dict[str, tuple[int, ...]] = {}

    def report(self, course: Course, learner: str, result: Result, feedback: bytes) -> None:
        """Send feedback, then result: who sees a score finds the feedback there.

        Raises:
            PortalRefusedError: the portal does not take the result.
        """
        try:
            self._portal.put_feedback(result.submission, {f"{result.exercise}.html": feedback})
        except PortalRefusedError:
            LOG.exception("the feedback on %s stays behind", result.submission)
        path = _result_path(course, learner, result.exercise)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(encode_result(result))
        fresh.replace(path)
        self._portal.put_result(result)

    def send_marks(self, course: Course) -> None:
        """Send what people marked in a course since the last call; cheap if the gradebook has not changed."""
        stamp = course.stamp()
        if self._stamps.get(course.course_id) == stamp:
            return
        first = course.course_id not in self._marks
        before = self._marks.get(course.course_id, {})
        now = course.marks()
        for (learner, exercise), marks in now.items():
            if before.get((learner, exercise)) != marks:
                self._send(course, learner, exercise, marks, even_if_known=not first)
        self._marks[course.course_id], self._stamps[course.course_id] = now, stamp

    def _send(
        self, course: Course, learner: str, exercise: str, marks: Marks, *, even_if_known: bool
    ) -> None:
        """Send the latest result with these marks; a comment alone changes the feedback only."""
        path = _result_path(course, learner, exercise)
        if not path.exists():
            return  # graded by other means than this service
        known = decode_result(path.read_bytes())
        result = with_marks(known, marks)
        if result is known and not even_if_known:
            return
        try:
            self.report(course, learner, result, course.feedback(learner, exercise))
        except (CourseError, PortalRefusedError):
            LOG.exception("the marks on %s stay behind", result.submission)
        else:
            LOG.info("sent marks on %s (%s)", result.submission, exercise)


def _result_path(course: Course, learner: str, exercise: str) -> Path:
    return course.directory / "results" / learner / f"{exercise}.json"
