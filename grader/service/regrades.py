"""Regrades of the portal: attempts judged anew beside the gradebook, and what was decided taken over into it.

An attempt is judged when an instructor asks; she decides later, perhaps never. The notebook that came out is kept in
the course directory until then, so that the feedback shows the check as it was judged, and so is the one that it
replaces, for the case that the regrade is taken back. Points are right without them, too: another grader may have
judged the attempt.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from pathlib import Path
from time import monotonic

from grader.course import RegradingCourse
from grader.errors import CourseError, GraderError, PortalRefusedError, PortalUnreachableError
from grader.notebooks import NotebookNode, read_notebook, text_of
from grader.portal_client import ClaimedRegrade, PortalClient, RegradeRecord
from grader.results import Result
from grader.service.reports import Reporter

LOG = logging.getLogger(__name__)

_LOOK_AGAIN = 1.0
_MOST_RECORDS = 50


class Regrades:
    """Claims attempts of regrades, reports what came out, and records what was decided.

    Args:
        portal: the portal's API, with the grader's token.
        reporter: knows what was sent of each attempt.
    """

    def __init__(self, portal: PortalClient, reporter: Reporter) -> None:
        self._portal = portal
        self._reporter = reporter
        self._due = 0.0

    def claim(self, worker: str, room: int, lease: int) -> tuple[ClaimedRegrade, ...]:
        """Claim attempts if there is room; where there were none, the portal is asked again only after a while."""
        if room <= 0 or monotonic() < self._due:
            return ()
        claims = self._portal.claim_regrades(worker, room, lease)
        if not claims:
            self._due = monotonic() + _LOOK_AGAIN
        return claims

    def report(
        self, course: RegradingCourse, regrade: str, result: Result, notebook: NotebookNode
    ) -> None:
        """Send what came out of an attempt, and keep the judged notebook.

        Raises:
            PortalRefusedError: the portal does not take it.
        """
        _keep(_kept(course, regrade, result.submission, "judged"), notebook)
        self._portal.put_regrade_result(regrade, result)
        LOG.info("judged %s anew for regrade %s", result.submission, regrade)

    def fail(self, regrade: str, submission: str, error: Exception) -> None:
        """Say that the grader failed on an attempt."""
        LOG.error("%s cannot be judged anew", submission, exc_info=error)
        if isinstance(error, PortalUnreachableError):
            raise error
        try:
            self._portal.report_regrade_failure(regrade, submission, str(error)[:1000])
        except PortalRefusedError:
            LOG.exception("the failure of %s could not be reported", submission)

    def record(self, courses: Mapping[str, RegradingCourse]) -> None:
        """Write into the gradebooks what instructors applied or took back since the last look."""
        for record in self._portal.regrade_records(_MOST_RECORDS):
            course = courses.get(record.course)
            if course is None:
                continue  # it comes again when the offering is known
            try:
                self._take_over(course, record)
                self._portal.regrade_recorded(record)
            except (GraderError, OSError) as error:
                if isinstance(error, PortalUnreachableError):
                    raise
                LOG.exception("the regrade of %s stays behind", record.submission)

    def _take_over(self, course: RegradingCourse, record: RegradeRecord) -> None:
        """Make the gradebook, the feedback and what is known of an attempt what the portal has."""
        known = self._reporter.known(course, record.learner, record.exercise)
        if known is None or known.submission != record.submission:
            return  # the gradebook has another attempt of this learner
        worth = {task.task: task.maximum for task in record.result.tasks}
        course.rescore(
            record.learner,
            record.exercise,
            {
                task: (points, worth[task]) if task in worth else (0.0, 1.0)
                for task, points in record.tasks.items()
            },
        )
        self._show(course, record, record.tasks.keys())
        self._reporter.correct(course, record.learner, record.result)
        LOG.info(
            "regrade %s of %s is %s in the gradebook",
            record.regrade,
            record.submission,
            "recorded" if record.applied else "taken back",
        )

    def _show(self, course: RegradingCourse, record: RegradeRecord, tasks: Collection[str]) -> None:
        """Let the recorded notebook show these checks as they were judged for the points that hold now."""
        former = _kept(course, record.regrade, record.submission, "former")
        judged = _kept(course, record.regrade, record.submission, "judged")
        if record.applied and judged.exists() and not former.exists():
            _keep(former, course.recorded_notebook(record.learner, record.exercise))
        shown = judged if record.applied else former
        if not shown.exists():
            LOG.warning("the feedback on %s keeps the former checks", record.submission)
            return
        try:
            course.rewrite(record.learner, record.exercise, tasks, read_notebook(shown))
        except CourseError:
            LOG.exception("the feedback on %s keeps the former checks", record.submission)


def _kept(course: RegradingCourse, regrade: str, submission: str, what: str) -> Path:
    return course.directory / "regrades" / regrade / f"{submission}.{what}.ipynb"


def _keep(path: Path, notebook: NotebookNode) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(text_of(notebook), encoding="utf-8")
    fresh.replace(path)
