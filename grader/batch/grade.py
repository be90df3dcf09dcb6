"""Grades the submissions of one assignment: one process keeps the books while workers judge.

A submission is recorded as a whole or not at all, and what is recorded is not graded again. So an interrupted or killed
grading goes on where it was when it is started again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Event
from time import monotonic

from grader.batch import forced
from grader.batch.jobs import Assessment, Judging, assess
from grader.batch.lock import alone_in
from grader.batch.progress import Progress, shown
from grader.batch.report import Line, Report, Status
from grader.batch.stream import Steps, judge_all, reason_of
from grader.course.desk import Desk, TakenIn
from grader.course.folder import CourseFolder, Found
from grader.errors import UngradableError
from grader.judge.job import Job, Judged


def grade(
    folder: CourseFolder,
    assignment: str,
    open_judging: Callable[[], AbstractContextManager[Judging]],
    *,
    most_open: int,
    students: Sequence[str] = (),
    force: bool = False,
    protected_only: bool = False,
    stopping: Event | None = None,
) -> Report:
    """Grade the submissions of an assignment that are not graded yet.

    Args:
        folder: the course.
        assignment: nbgrader's assignment id.
        open_judging: opens what judges the notebooks; called only if there is something to grade.
        most_open: submissions that are held in memory at once.
        students: ids or file globs; all by default.
        force: grade again what is graded; one that was interrupted goes on.
        protected_only: send scores that are not protected to a person.
        stopping: when set, no more submissions are begun and what was begun is left.

    Raises:
        CourseError: there is no such assignment or student, or the course cannot be read.
        GraderError: nobody is left to judge.
    """
    begin = monotonic()
    with alone_in(folder.directory):
        desk = Desk(folder, assignment)
        found = folder.submissions(assignment, students)
        since = forced.begin(folder.directory, assignment) if force else None
        lines, waiting = _sorted_out(folder, assignment, found, since)
        if not waiting:
            if force:
                forced.end(folder.directory, assignment)
            return Report(assignment, lines, 0, {}, monotonic() - begin)
        with (
            open_judging() as judging,
            shown(len(waiting), f"grading {assignment}") as progress,
        ):
            assessment = assess(folder, desk, judging)
            batch = _Batch(desk, assessment, progress, protected_only)
            left = judge_all(
                waiting,
                judging,
                Steps(batch.begin, batch.conclude, batch.fail),
                most_open=most_open,
                stopping=stopping or Event(),
            )
        if force and not left:
            forced.end(folder.directory, assignment)
    lines = (*lines, *batch.lines)
    return Report(assignment, lines, left, assessment.unprotected(), monotonic() - begin)


def _sorted_out(
    folder: CourseFolder, assignment: str, found: Sequence[Found], since: float | None
) -> tuple[tuple[Line, ...], list[Found]]:
    """Return lines for submissions that need no grading, or cannot have any, and the others.

    Args:
        folder: the course.
        assignment: nbgrader's assignment id.
        found: all of them.
        since: when it was decided to grade all of them again; None if it was not.
    """
    lines, waiting = [], []
    for one in found:
        try:
            graded = folder.is_graded(assignment, one)
            if graded and since is not None:
                place = folder.place("autograded", one.student, assignment)
                graded = place.stat().st_mtime > since
        except UngradableError as error:
            lines.append(Line(one.student, Status.FAILED, error.reason))
            continue
        if graded:
            lines.append(Line(one.student, Status.SKIPPED))
        else:
            waiting.append(one)
    return tuple(lines), waiting


@dataclass
class _Batch:
    """One run over the submissions of an assignment."""

    desk: Desk
    assessment: Assessment
    progress: Progress
    protected_only: bool
    lines: list[Line] = field(default_factory=list)

    def begin(self, found: Found) -> tuple[TakenIn, Mapping[str, Job]]:
        taken = self.desk.take_in(found)
        return taken, {name: self.assessment.job(taken, name) for name in taken.notebooks}

    def conclude(self, taken: TakenIn, judged: Mapping[str, Judged]) -> None:
        graded = {
            name: self.assessment.graded(taken, name, one, protected_only=self.protected_only)
            for name, one in judged.items()
        }
        points = self.desk.record(taken, graded)
        self._end(
            Line(
                taken.found.student,
                Status.GRADED,
                points=sum(given.automatic or 0.0 for given in points.values()),
                notebooks=len(graded),
                unprotected=sum(len(one.notes.keys() - one.by_person) for one in graded.values()),
                waiting=sum(given.automatic is None for given in points.values()),
            )
        )

    def fail(self, found: Found, error: Exception) -> None:
        line = Line(found.student, Status.FAILED, reason_of(error))
        self.progress.say(f"{line.student}: not graded: {line.reason}")
        self._end(line)

    def _end(self, line: Line) -> None:
        self.lines.append(line)
        self.progress.step()
