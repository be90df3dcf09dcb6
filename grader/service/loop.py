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
from pathlib import Path
from threading import Event
from time import monotonic

from grader.build_folder import (
    BuiltModule,
    Stamp,
    catalog_stamp,
    read_catalog,
    released_notebook,
)
from grader.cluster import Cluster
from grader.course import Course, Learner, Sanitised
from grader.errors import (
    CatalogError,
    CourseError,
    GraderError,
    PortalRefusedError,
    PortalUnreachableError,
)
from grader.execution import Limits
from grader.grading import NOTHING, Attempt, conclude, job_of, prepare
from grader.judge.job import Judged
from grader.judge.plan import Plan
from grader.judge.protection import plan_for
from grader.notebooks import read_notebook
from grader.portal_client import ClaimedSubmission, Offering, PortalClient
from grader.service.reports import Reporter

LOG = logging.getLogger(__name__)

_LOOK_AT_BUILD = 1.0
_LOOK_AT_OFFERINGS = 5.0
_LOOK_AT_MARKS = 0.5
_IDLE = 0.2
_LEASE_MARGIN = 60


@dataclass(frozen=True)
class _Running:
    """A submission whose notebook is being judged."""

    course: Course
    attempt: Attempt
    sanitised: Sanitised


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
    ) -> None:
        self._portal = portal
        self._cluster = cluster
        self._folder = courses.resolve()
        self._build = build.resolve()
        self._most_open = most_open
        self._stopping = stopping
        self._limits = limits or Limits()
        self._name = f"{socket.gethostname()}-{os.getpid()}"
        self._modules: dict[str, BuiltModule] = {}
        self._plans: dict[str, Plan] = {}
        self._stamp: Stamp = ()
        self._offerings: dict[str, Offering] = {}
        self._courses: dict[str, Course] = {}
        self._reporter = Reporter(portal)
        self._running: dict[str, _Running] = {}

    def run(self) -> None:
        """Serve until told to stop.

        Raises:
            PortalRefusedError: the portal does not accept the token.
        """
        looks = (
            (self._look_at_build, _LOOK_AT_BUILD),
            (self._look_at_offerings, _LOOK_AT_OFFERINGS),
            (self._look_at_marks, _LOOK_AT_MARKS),
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
                if self._running:
                    for submission, judged in self._cluster.finished(_IDLE / 2):
                        self._conclude(submission, judged)
                elif not claimed:
                    self._stopping.wait(_IDLE)
        except PortalUnreachableError:
            if not self._stopping.is_set():
                raise
        finally:
            self._stopping.set()
            self._cluster.cancel()
        for course in self._courses.values():
            course.close()

    def _look_at_build(self) -> None:
        """Publish and install what was built since the last look."""
        stamp = catalog_stamp(self._build)
        if stamp == self._stamp:
            return
        try:
            modules = read_catalog(self._build)
            for name, module in modules.items():
                before = self._modules.get(name)
                if before is None or before.manifest != module.manifest:
                    self._portal.publish(name, module.manifest, module.releases())
                    LOG.info("published %s, version %s", name, module.version)
        except (CatalogError, PortalRefusedError):
            if not self._modules:
                raise
            LOG.exception("the new build is left aside")
        else:
            self._modules = modules
            self._plans.clear()
            for offering in self._courses:
                self._install(offering)
        self._stamp = stamp

    def _look_at_offerings(self) -> None:
        """Open the course directories of new offerings, enrol new learners."""
        for offering in self._portal.offerings():
            if self._stopping.is_set():
                return  # a gradebook takes seconds to make
            before = self._offerings.get(offering.id)
            if offering.id not in self._courses:
                self._courses[offering.id] = Course(self._folder / offering.id, offering.id)
                self._install(offering.id)
            known = set(before.learners) if before else set()
            self._courses[offering.id].enrol(
                Learner(one.pseudonym, one.given_name, one.family_name)
                for one in offering.learners
                if one not in known
            )
            self._offerings[offering.id] = offering

    def _install(self, offering: str) -> None:
        for name, module in self._modules.items():
            try:
                if self._courses[offering].install(name, module.source):
                    LOG.info("installed %s in %s", name, offering)
            except CourseError:
                LOG.exception("%s cannot be installed", name)

    def _claim(self) -> bool:
        """Claim as many submissions as may be open; return whether there were any."""
        room = self._most_open - len(self._running)
        if room <= 0:
            return False
        lease = int(self._limits.notebook_seconds) + _LEASE_MARGIN
        claims = self._portal.claim(self._name, room, lease)
        for claim in claims:
            try:
                self._start(claim)
            except Exception as error:  # noqa: BLE001 - the surprise of one submission stops no other
                self._fail(claim.submission, error)
        return bool(claims)

    def _start(self, claim: ClaimedSubmission) -> None:
        offering = self._offerings.get(claim.course)
        if offering is None or all(one.pseudonym != claim.learner for one in offering.learners):
            self._look_at_offerings()
        course, module = self._courses.get(claim.course), self._modules.get(claim.exercise)
        if course is None or module is None:
            raise CourseError(
                course=claim.course, reason=f"no such offering, or no exercise {claim.exercise}"
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
        sanitised = prepare(course, attempt, as_received)
        job = job_of(
            sanitised,
            self._plan(module),
            module.given_files(),
            language=attempt.language,
            limits=self._limits,
            seed=attempt.seed,
        )
        self._running[claim.submission] = _Running(course, attempt, sanitised)
        if job is None:
            self._conclude(claim.submission, NOTHING)
        else:
            self._cluster.submit(claim.submission, job)

    def _plan(self, module: BuiltModule) -> Plan:
        """Return how an exercise is judged: as the build found out, or found out now by its reference solution."""
        if module.module not in self._plans:
            self._plans[module.module] = plan_for(
                read_notebook(module.source / f"{module.module}.ipynb"),
                module.given_files(),
                self._cluster,
                self._build / "plans",
                module.module,
            )
        return self._plans[module.module]

    def _conclude(self, submission: str, judged: Judged | GraderError) -> None:
        running = self._running.pop(submission, None)
        if running is None:
            return  # judged twice, because a worker was lost
        attempt = running.attempt
        if isinstance(judged, GraderError):
            self._fail(submission, judged)
            return
        try:
            graded = conclude(
                running.course,
                attempt,
                running.sanitised,
                judged,
                limits=self._limits,
            )
            self._reporter.report(running.course, attempt.learner, graded.result, graded.feedback)
        except Exception as error:  # noqa: BLE001 - the surprise of one submission stops no other
            self._fail(submission, error)
            return
        points = sum(task.points or 0.0 for task in graded.result.tasks)
        LOG.info(
            "graded %s (%s in %s): %g points, judged in %.2f s",
            submission,
            attempt.exercise,
            running.course.course_id,
            points,
            graded.result.seconds,
        )

    def _fail(self, submission: str, error: Exception) -> None:
        LOG.error("%s cannot be graded", submission, exc_info=error)
        if isinstance(error, PortalUnreachableError):
            raise error
        try:
            self._portal.report_failure(submission, str(error)[:1000])
        except PortalRefusedError:
            LOG.exception("the failure of %s could not be reported", submission)

    def _look_at_marks(self) -> None:
        """Send what people marked in formgrader since the last look."""
        for course in self._courses.values():
            self._reporter.send_marks(course)
