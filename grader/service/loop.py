"""The loop of the grading service.

One thread owns the course directories, their gradebooks and the connection to the portal; notebooks are judged on a
cluster. Everything the service does can be done again: after a crash the leases expire, the portal hands the
submissions out again, and grading one twice gives one result.
"""

from __future__ import annotations

import logging
import os
import socket
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from time import monotonic

from grader.build_folder import BuiltModule, released_notebook
from grader.cluster import Cluster
from grader.course import Learner, MarkedCourse, Sanitised
from grader.errors import (
    CourseError,
    GraderError,
    PortalRefusedError,
    PortalUnreachableError,
)
from grader.execution import Limits
from grader.grading import NOTHING, Attempt, conclude, conclude_aside, job_of, prepare
from grader.judge.job import Judged
from grader.portal_client import ClaimedRegrade, ClaimedSubmission, Offering, PortalClient
from grader.results import Result
from grader.service.built import Built
from grader.service.chores import Chores
from grader.service.drafts import Authoring, Drafts
from grader.service.marks import PortalMarks
from grader.service.regrades import Regrades
from grader.service.reports import Reporter

LOG = logging.getLogger(__name__)

_LOOK_AT_BUILD = 1.0
_LOOK_AT_OFFERINGS = 5.0
_LOOK_AT_MARKS = 0.5
_LOOK_AT_REGRADES = 1.0
_LOOK_AT_DRAFTS = 1.0
_IDLE = 0.2
_LEASE_MARGIN = 60


@dataclass(frozen=True)
class _Running:
    """A submission whose notebook is being judged; `regrade` is the portal's id if it is judged anew, for that one."""

    course: MarkedCourse
    attempt: Attempt
    sanitised: Sanitised
    regrade: str | None = None


class Service:
    """Grades what learners submit, until it is told to stop.

    Args:
        portal: the portal's API, with the grader's token.
        cluster: where notebooks are judged.
        courses: folder with one course directory per offering.
        build: what `qampus build` made.
        most_open: submissions that are claimed at the same time.
        stopping: when set, `run` returns.
        limits: of each notebook.
        authoring: the course that `build` is made from, where drafts are checked and installed; None: the texts lie
            elsewhere, and no draft is taken.
    """

    def __init__(
        self,
        portal: PortalClient,
        cluster: Cluster,
        *,
        courses: Path,
        build: Path,
        most_open: int,
        stopping: Event,
        limits: Limits | None = None,
        authoring: Authoring | None = None,
    ) -> None:
        self._portal = portal
        self._cluster = cluster
        self._folder = courses.resolve()
        self._build = build.resolve()
        self._most_open = most_open
        self._stopping = stopping
        self._limits = limits or Limits()
        self._name = f"{socket.gethostname()}-{os.getpid()}"
        self._chores = Chores()
        self._built = Built(portal, cluster, self._build, self._chores)
        self._offerings: dict[str, Offering] = {}
        self._courses: dict[str, MarkedCourse] = {}
        self._reporter = Reporter(portal)
        self._regrades = Regrades(portal, self._reporter)
        self._portal_marks = PortalMarks(portal, self._reporter)
        self._running: dict[str, _Running] = {}
        self._drafts = authoring and Drafts(
            portal, self._name, authoring, build=self._build, publish=self._look_at_build
        )

    def run(self) -> None:
        """Serve until told to stop.

        Raises:
            PortalRefusedError: the portal does not accept the token.
        """
        looks = (
            (self._look_at_build, _LOOK_AT_BUILD),
            (self._look_at_offerings, _LOOK_AT_OFFERINGS),
            (self._look_at_regrades, _LOOK_AT_REGRADES),
            (self._look_at_marks, _LOOK_AT_MARKS),
            (self._look_at_drafts, _LOOK_AT_DRAFTS),
        )
        due = [0.0] * len(looks)
        try:
            while not self._stopping.is_set():
                for number, (look, every) in enumerate(looks):
                    if monotonic() >= due[number]:
                        look()
                        due[number] = monotonic() + every
                if self._stopping.is_set():
                    break
                claimed = self._claim()
                busy = self._chores.do_one()
                if self._running:
                    for submission, judged in self._cluster.finished(0.0 if busy else _IDLE / 2):
                        self._conclude(submission, judged)
                elif not claimed and not busy:
                    self._stopping.wait(_IDLE)
        except PortalUnreachableError:
            if not self._stopping.is_set():
                raise
        finally:
            self._stopping.set()
            if self._drafts:
                self._drafts.stop()
            self._cluster.cancel()
        for course in self._courses.values():
            course.close()

    def _look_at_build(self) -> None:
        """Publish and install what was built since the last look."""
        if self._built.look():
            for offering in self._courses:
                self._install(offering)

    def _look_at_offerings(self) -> None:
        """Note which offerings there are; their course directories are opened and their new learners enrolled soon."""
        for offering in self._portal.offerings():
            if self._offerings.get(offering.id) != offering:
                self._chores.add(("enrol", offering.id), partial(self._enrol, offering))

    def _enrol(self, offering: Offering) -> None:
        """Open the course directory of an offering if it is new, and enrol its new learners."""
        before = self._offerings.get(offering.id)
        if offering.id not in self._courses:
            self._courses[offering.id] = MarkedCourse(self._folder / offering.id, offering.id)
            self._install(offering.id)
        known = set(before.learners) if before else set()
        self._courses[offering.id].enrol(
            Learner(one.pseudonym, one.given_name, one.family_name)
            for one in offering.learners
            if one not in known
        )
        self._offerings[offering.id] = offering

    def _look_at_drafts(self) -> None:
        """Work on what authors ask for, if the course's texts are here."""
        if self._drafts:
            self._drafts.look()

    def _install(self, offering: str) -> None:
        """Note that all exercises have to be installed in an offering; the one that is needed comes first."""
        for name, module in self._built.modules.items():
            self._chores.add(
                ("install", offering, name), partial(self._install_one, offering, module)
            )

    def _install_one(self, offering: str, module: BuiltModule) -> None:
        try:
            if self._courses[offering].install(module.module, module.source):
                LOG.info("installed %s in %s", module.module, offering)
        except CourseError:
            LOG.exception("%s cannot be installed", module.module)

    def _claim(self) -> bool:
        """Claim as many submissions as may be open; return whether there were any."""
        room = self._most_open - len(self._running)
        if room <= 0:
            return False
        lease = int(self._limits.notebook_seconds) + _LEASE_MARGIN
        claims: list[ClaimedSubmission] = list(self._portal.claim(self._name, room, lease))
        # what learners hand in goes first
        claims += self._regrades.claim(self._name, room - len(claims), lease)
        for claim in claims:
            try:
                self._start(claim)
            except Exception as error:  # noqa: BLE001 - the surprise of one submission stops no other
                self._fail(claim.submission, error, _regrade_of(claim))
        return bool(claims)

    def _start(self, claim: ClaimedSubmission) -> None:
        offering = self._offerings.get(claim.course)
        if offering is None or all(one.pseudonym != claim.learner for one in offering.learners):
            self._look_at_offerings()
            self._chores.do_now(("enrol", claim.course))
        self._chores.do_now(("install", claim.course, claim.exercise))
        course, module = self._courses.get(claim.course), self._built.modules.get(claim.exercise)
        if course is None or module is None:
            raise CourseError(
                course=claim.course, reason=f"no such offering, or no exercise {claim.exercise}"
            )
        regrade = _regrade_of(claim)
        if isinstance(claim, ClaimedRegrade) and claim.against != module.version:
            raise CourseError(
                course=claim.course,
                reason=f"version {claim.against} of {claim.exercise} is not the one that is built now",
            )
        attempt = Attempt(
            submission=claim.submission,
            exercise=claim.exercise,
            version=module.version,
            learner=claim.learner,
            language=claim.language,
            received_at=claim.received_at,
            files={file.name: file.data() for file in claim.files},
            seed=claim.seed,
        )
        as_received = released_notebook(self._build, claim.exercise, module.version, claim.language)
        sanitised = (
            prepare(course, attempt, as_received)
            if regrade is None
            else course.sanitise_aside(
                attempt.learner, attempt.exercise, attempt.files, as_received
            )
        )
        job = job_of(
            sanitised,
            self._built.plan(module),
            module.given_files(),
            language=attempt.language,
            limits=self._limits,
            seed=attempt.seed,
        )
        name = f"{regrade}/{claim.submission}" if regrade else claim.submission
        self._running[name] = _Running(course, attempt, sanitised, regrade)
        if job is None:
            self._conclude(name, NOTHING)
        else:
            self._cluster.submit(name, job)

    def _conclude(self, name: str, judged: Judged | GraderError) -> None:
        running = self._running.pop(name, None)
        if running is None:
            return  # judged twice, because a worker was lost
        submission = running.attempt.submission
        if isinstance(judged, GraderError):
            self._fail(submission, judged, running.regrade)
            return
        try:
            result = self._report(running, judged)
        except Exception as error:  # noqa: BLE001 - the surprise of one submission stops no other
            self._fail(submission, error, running.regrade)
            return
        LOG.info(
            "graded %s (%s in %s): %g points, judged in %.2f s",
            submission,
            running.attempt.exercise,
            running.course.course_id,
            sum(task.points or 0.0 for task in result.tasks),
            result.seconds,
        )

    def _report(self, running: _Running, judged: Judged) -> Result:
        """Record and report what came out, of an attempt of a regrade beside the gradebook; return it."""
        course, attempt, sanitised = running.course, running.attempt, running.sanitised
        if running.regrade is not None:
            result, notebook = conclude_aside(
                course, attempt, sanitised, judged, limits=self._limits
            )
            self._regrades.report(course, running.regrade, result, notebook)
            return result
        graded = conclude(course, attempt, sanitised, judged, limits=self._limits)
        self._reporter.report(course, attempt.learner, graded.result, graded.feedback)
        return graded.result

    def _fail(self, submission: str, error: Exception, regrade: str | None) -> None:
        if regrade is not None:
            self._regrades.fail(regrade, submission, error)
            return
        LOG.error("%s cannot be graded", submission, exc_info=error)
        if isinstance(error, PortalUnreachableError):
            raise error
        try:
            self._portal.report_failure(submission, str(error)[:1000])
        except PortalRefusedError:
            LOG.exception("the failure of %s could not be reported", submission)

    def _look_at_regrades(self) -> None:
        """Take over into the gradebooks what was decided about regrades."""
        self._regrades.record(self._courses)

    def _look_at_marks(self) -> None:
        """Send what people marked in formgrader since the last look, then record what they marked in the portal."""
        for course in self._courses.values():
            self._reporter.send_marks(course)
        self._portal_marks.record(self._courses)


def _regrade_of(claim: ClaimedSubmission) -> str | None:
    """Return the regrade for which an attempt is judged anew; None if it is graded for the first time."""
    return claim.regrade if isinstance(claim, ClaimedRegrade) else None
