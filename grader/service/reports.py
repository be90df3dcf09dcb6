"""Tells the portal what came out, and later what people marked in formgrader."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
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

    def report(
        self,
        course: Course,
        learner: str,
        result: Result,
        feedback: bytes,
        marked_at: datetime | None = None,
    ) -> None:
        """Send feedback, then result: who sees a score finds the feedback there.

        Args:
            course: the course.
            learner: pseudonym.
            result: of the attempt.
            feedback: HTML.
            marked_at: when people marked it in formgrader at the latest; None: it comes from a grading.

        Raises:
            PortalRefusedError: the portal does not take the result.
        """
        try:
            self._portal.put_feedback(result.submission, {f"{result.exercise}.html": feedback})
        except PortalRefusedError:
            LOG.exception("the feedback on %s stays behind", result.submission)
        _remember(course, learner, result)
        self._portal.put_result(result, marked_at)

    def known(self, course: Course, learner: str, exercise: str) -> Result | None:
        """Return what was sent last of a learner's exercise; None if this service has sent nothing."""
        path = _result_path(course, learner, exercise)
        return decode_result(path.read_bytes()) if path.exists() else None

    def correct(self, course: Course, learner: str, result: Result) -> None:
        """Remember a result that the portal itself made of a regrade or of marks, and send feedback that shows it."""
        _remember(course, learner, result)
        feedback = course.feedback(learner, result.exercise)
        self._portal.put_feedback(result.submission, {f"{result.exercise}.html": feedback})

    def send_marks(self, course: Course) -> None:
        """Send what people marked in a course since the last call; cheap if the gradebook has not changed."""
        stamp = course.stamp()
        if self._stamps.get(course.course_id) == stamp:
            return
        first = course.course_id not in self._marks
        before = self._marks.get(course.course_id, {})
        now = course.marks()
        later = {
            (learner, exercise)
            for (learner, exercise), marks in now.items()
            if before.get((learner, exercise)) != marks
            and not self._send(
                course, learner, exercise, marks, even_if_known=not first, stamp=stamp
            )
        }
        self._marks[course.course_id] = {
            key: marks for key, marks in now.items() if key not in later
        }
        if not later:
            self._stamps[course.course_id] = stamp

    def behind(self, course: Course) -> bool:
        """Say whether the gradebook has changed since its marks were last sent."""
        return self._stamps.get(course.course_id) != course.stamp()

    def took_over(self, course: Course, learner: str, exercise: str, marks: Marks) -> None:
        """Note marks of the portal that were written into the gradebook, so that they are not sent back."""
        known = dict(self._marks.get(course.course_id, {}))
        before = known.get((learner, exercise), Marks())
        others = {task: text for task, text in before.comments.items() if task not in marks.points}
        known[learner, exercise] = Marks(
            {**before.points, **marks.points}, {**others, **marks.comments}
        )
        self._marks[course.course_id] = known

    def _send(
        self,
        course: Course,
        learner: str,
        exercise: str,
        marks: Marks,
        *,
        even_if_known: bool,
        stamp: tuple[int, ...],
    ) -> bool:
        """Send the latest result with these marks; a comment alone changes the feedback only.

        Returns:
            False if they have to wait: a regrade of the attempt must reach the gradebook first.
        """
        known = self.known(course, learner, exercise)
        if known is None:
            return True  # graded by other means than this service
        result = with_marks(known, marks)
        if result is known and not even_if_known:
            return True
        try:
            # nobody marked after the gradebook's file was written last
            marked_at = datetime.fromtimestamp(max(stamp) / 1e9, UTC)
            feedback = course.feedback(learner, exercise)
            self.report(course, learner, result, feedback, marked_at)
        except (CourseError, PortalRefusedError) as error:
            if isinstance(error, PortalRefusedError) and error.code == "regrade_not_recorded":
                return False
            LOG.exception("the marks on %s stay behind", result.submission)
        else:
            LOG.info("sent marks on %s (%s)", result.submission, exercise)
        return True


def _remember(course: Course, learner: str, result: Result) -> None:
    path = _result_path(course, learner, result.exercise)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(encode_result(result))
    fresh.replace(path)


def _result_path(course: Course, learner: str, exercise: str) -> Path:
    return course.directory / "results" / learner / f"{exercise}.json"
