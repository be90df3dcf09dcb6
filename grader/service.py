"""The grading service: claims submissions from the portal, grades them, reports back.

One thread, the main one, owns the course directories, their gradebooks and the connection to the portal. The others
only wait for sandboxes. Everything the service does can be done again: after a crash the leases expire, the portal
hands the submissions out again, and grading one twice gives one result.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
from collections.abc import Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

import click

from grader.catalog import (
    BuiltModule,
    Stamp,
    catalog_stamp,
    read_catalog,
    released_notebook,
)
from grader.course import Course, Learner, Marks, Sanitised
from grader.errors import (
    CatalogError,
    CourseError,
    ExecutionCancelledError,
    GraderError,
    PortalRefusedError,
    PortalUnreachableError,
)
from grader.execution import Executed, Limits, Sandbox, open_sandbox
from grader.grading import Attempt, conclude, engine_name, prepare, run, with_marks
from grader.portal_client import ClaimedSubmission, Offering, PortalClient
from grader.results import Result, decode_result, encode_result

LOG = logging.getLogger("qampus.grader")

_LOOK_AT_BUILD = 1.0
_LOOK_AT_OFFERINGS = 5.0
_LOOK_AT_MARKS = 0.5
_IDLE = 0.2
_LEASE_MARGIN = 60
_LAST_SECONDS = 4
"""After a request to stop, the service ends by itself in well under a second; if not, then after these."""


@dataclass(frozen=True)
class _Running:
    """A submission whose notebook is being executed."""

    course: Course
    attempt: Attempt
    sanitised: Sanitised


class Service:
    """Grades what learners submit, until it is told to stop.

    Args:
        portal: the portal's API, with the grader's token.
        sandbox: where learner code runs.
        courses: folder with one course directory per offering.
        build: what `qampus build` made.
        workers: notebooks executed at the same time.
        stopping: when set, `run` returns.
        limits: of each notebook.
    """

    def __init__(
        self,
        portal: PortalClient,
        sandbox: Sandbox,
        *,
        courses: Path,
        build: Path,
        workers: int,
        stopping: Event,
        limits: Limits | None = None,
    ) -> None:
        self._portal = portal
        self._sandbox = sandbox
        self._folder = courses.resolve()
        self._build = build.resolve()
        self._workers = workers
        self._stopping = stopping
        self._limits = limits or Limits()
        self._name = f"{socket.gethostname()}-{os.getpid()}"
        self._engine = engine_name(sandbox)
        self._modules: dict[str, BuiltModule] = {}
        self._stamp: Stamp = ()
        self._offerings: dict[str, Offering] = {}
        self._courses: dict[str, Course] = {}
        self._marks: dict[str, dict[tuple[str, str], Marks]] = {}
        self._stamps: dict[str, tuple[int, ...]] = {}
        self._running: dict[Future[Executed], _Running] = {}

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
        with ThreadPoolExecutor(self._workers, thread_name_prefix="sandbox") as pool:
            try:
                while not self._stopping.is_set():
                    for number, (look, every) in enumerate(looks):
                        if monotonic() >= due[number]:
                            look()
                            due[number] = monotonic() + every
                    claimed = self._claim(pool)
                    if self._running:
                        done, _ = wait(
                            self._running, timeout=_IDLE / 2, return_when=FIRST_COMPLETED
                        )
                        for future in done:
                            self._conclude(future)
                    elif not claimed:
                        self._stopping.wait(_IDLE)
            except PortalUnreachableError:
                if not self._stopping.is_set():
                    raise
            finally:
                self._stopping.set()
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
            for offering in self._courses:
                self._install(offering)
        self._stamp = stamp

    def _look_at_offerings(self) -> None:
        """Open the course directories of new offerings, enrol new learners."""
        for offering in self._portal.offerings():
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

    def _claim(self, pool: ThreadPoolExecutor) -> bool:
        """Claim as many submissions as keep the workers busy; return whether there were any."""
        room = self._workers + 1 - len(self._running)
        if room <= 0:
            return False
        lease = int(self._limits.notebook_seconds) + _LEASE_MARGIN
        claims = self._portal.claim(self._name, room, lease)
        for claim in claims:
            try:
                self._start(claim, pool)
            except GraderError as error:
                self._fail(claim.submission, error)
        return bool(claims)

    def _start(self, claim: ClaimedSubmission, pool: ThreadPoolExecutor) -> None:
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
        )
        as_received = released_notebook(self._build, claim.exercise, module.version, claim.language)
        sanitised = prepare(course, attempt, as_received)
        future = pool.submit(
            run,
            sanitised,
            self._sandbox,
            language=attempt.language,
            limits=self._limits,
            cancelled=self._stopping,
        )
        self._running[future] = _Running(course, attempt, sanitised)

    def _conclude(self, future: Future[Executed]) -> None:
        running = self._running.pop(future)
        attempt = running.attempt
        try:
            graded = conclude(
                running.course,
                attempt,
                running.sanitised,
                future.result(),
                engine=self._engine,
                limits=self._limits,
            )
            self._report(running.course, attempt.learner, graded.result, graded.feedback)
        except ExecutionCancelledError:
            return  # the service stops; the lease expires and another attempt follows
        except GraderError as error:
            self._fail(attempt.submission, error)
            return
        points = sum(task.points or 0.0 for task in graded.result.tasks)
        LOG.info(
            "graded %s (%s in %s): %g points, executed in %.2f s",
            attempt.submission,
            attempt.exercise,
            running.course.course_id,
            points,
            graded.result.seconds,
        )

    def _report(self, course: Course, learner: str, result: Result, feedback: bytes) -> None:
        """Send feedback, then result: who sees a score finds the feedback there."""
        try:
            self._portal.put_feedback(result.submission, {f"{result.exercise}.html": feedback})
        except PortalRefusedError:
            LOG.exception("the feedback on %s stays behind", result.submission)
        self._portal.put_result(result)
        path = _result_path(course, learner, result.exercise)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(encode_result(result))
        fresh.replace(path)

    def _fail(self, submission: str, error: GraderError) -> None:
        LOG.error("%s cannot be graded", submission, exc_info=error)
        if isinstance(error, PortalUnreachableError):
            raise error
        try:
            self._portal.report_failure(submission, str(error)[:1000])
        except PortalRefusedError:
            LOG.exception("the failure of %s could not be reported", submission)

    def _look_at_marks(self) -> None:
        """Send what people marked in formgrader since the last look."""
        for offering, course in self._courses.items():
            stamp = course.stamp()
            if self._stamps.get(offering) == stamp:
                continue
            first = offering not in self._marks
            before: Mapping[tuple[str, str], Marks] = self._marks.get(offering, {})
            now = course.marks()
            for key, marks in now.items():
                if before.get(key) != marks:
                    self._send_marks(course, *key, marks, even_if_known=not first)
            self._marks[offering], self._stamps[offering] = now, stamp

    def _send_marks(
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
            self._report(course, learner, result, course.feedback(learner, exercise))
        except (CourseError, PortalRefusedError):
            LOG.exception("the marks on %s stay behind", result.submission)
        else:
            LOG.info("sent marks on %s (%s)", result.submission, exercise)


def _result_path(course: Course, learner: str, exercise: str) -> Path:
    """Return where the last result sent for a learner and exercise is kept, to add marks to it later."""
    return course.directory / "results" / learner / f"{exercise}.json"


@click.command()
@click.option("--portal", required=True, help="Address of the portal.")
@click.option(
    "--courses",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with one nbgrader course directory per offering.",
)
@click.option(
    "--build",
    required=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="What `qampus build` made.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="one per processor",
    help="Notebooks executed at the same time.",
)
@click.option(
    "--unsafe-no-sandbox",
    is_flag=True,
    help="Run learner code without protection. Only for notebooks you trust.",
)
def main(portal: str, courses: Path, build: Path, workers: int, unsafe_no_sandbox: bool) -> None:
    """Grade what learners submit. The grader's token is taken from QAMPUS_TOKEN."""
    token = os.environ.pop("QAMPUS_TOKEN", "")
    if not token:
        raise click.ClickException("Set QAMPUS_TOKEN to the grader's token.")
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    LOG.setLevel(logging.INFO)
    stopping = Event()

    def stop(*_: object) -> None:
        stopping.set()
        signal.alarm(_LAST_SECONDS)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    client = PortalClient(portal, token, stopping=stopping)
    try:
        with open_sandbox(unsafe_no_sandbox=unsafe_no_sandbox) as sandbox:
            Service(
                client,
                sandbox,
                courses=courses,
                build=build,
                workers=workers,
                stopping=stopping,
            ).run()
    except GraderError as error:
        raise click.ClickException(str(error)) from error
    finally:
        client.close()


if __name__ == "__main__":
    main()
