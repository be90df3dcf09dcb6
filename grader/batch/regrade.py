"""Judges single tasks of an assignment anew, after their check was changed in source/.

The learner's cells run as far as the task needs them; only that task's score is compared, and written if it is wished.
What people marked and wrote stays.
"""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from threading import Event

from grader.batch import history
from grader.batch.jobs import Assessment, Judging, assess
from grader.batch.lock import alone_in
from grader.batch.progress import Progress, shown
from grader.batch.stream import Steps, judge_all, reason_of
from grader.batch.targets import Target, targets_of, text_in_source
from grader.checks.messages import rationale
from grader.course.desk import Desk, GradedNotebook, TakenIn, automatic_points
from grader.course.folder import CourseFolder, Found
from grader.course.rows import Points
from grader.judge.job import Job, Judged
from grader.judge.steps import task_of
from grader.notebooks import NotebookNode


@dataclass(frozen=True)
class Change:
    """A score that is not what it was.

    Attributes:
        student: whose it is.
        notebook: name of the notebook.
        task: grade_id of the check.
        before: automatic points; None if a person was to mark it.
        after: likewise.
        why: what the check says now.
    """

    student: str
    notebook: str
    task: str
    before: float | None
    after: float | None
    why: str


@dataclass(frozen=True)
class Regrading:
    """What came of judging tasks anew.

    Attributes:
        assignment: nbgrader's assignment id.
        changes: scores that are not what they were.
        unchanged: submissions whose scores stay.
        passed_over: student -> why the submission was not looked at.
        failed: student -> why it could not be judged.
        applied: whether the changes are written.
    """

    assignment: str
    changes: Sequence[Change]
    unchanged: int
    passed_over: Mapping[str, str]
    failed: Mapping[str, str]
    applied: bool

    def text(self) -> str:
        """Return it for a terminal."""
        lines = [
            f"{one.student}  {one.task}  {_points(one.before)} -> {_points(one.after)}  {one.why}"
            for one in self.changes
        ]
        lines += [f"{student}: not looked at: {why}" for student, why in self.passed_over.items()]
        lines += [f"{student}: not judged: {why}" for student, why in self.failed.items()]
        done = "changed" if self.applied else "would change"
        lines.append(
            f"{len(self.changes)} scores {done}; the scores of {self.unchanged} submissions stay."
        )
        if self.changes and not self.applied:
            lines.append("Nothing is written. Run it again with --apply to write these scores.")
        return "\n".join(lines)


def regrade(
    folder: CourseFolder,
    assignment: str,
    tasks: Sequence[str],
    open_judging: Callable[[], AbstractContextManager[Judging]],
    *,
    most_open: int,
    students: Sequence[str] = (),
    apply: bool = False,
    stopping: Event | None = None,
) -> Regrading:
    """Judge tasks of graded submissions anew, by their checks as they stand in source/.

    Args:
        folder: the course.
        assignment: nbgrader's assignment id.
        tasks: grade_ids of checks.
        open_judging: opens what judges the notebooks.
        most_open: submissions that are held in memory at once.
        students: ids or file globs; all by default.
        apply: write the new scores; by default they are only shown.
        stopping: when set, no more submissions are begun.

    Raises:
        CourseError: there is no such assignment, task or student, or a person marks the task.
        GraderError: nobody is left to judge.
    """
    with alone_in(folder.directory):
        desk = Desk(folder, assignment)
        targets = targets_of(folder, desk, tasks)
        texts = {target: text_in_source(folder, desk, target) for target in targets}
        changed = {
            target: text
            for target, text in texts.items()
            if text != desk.assignment.notebooks[target[0]].cells[target[1]].source
        }
        desk.revise(changed)
        found, passed_over = [], {}
        for one in folder.submissions(assignment, students):
            if folder.is_graded(assignment, one):
                found.append(one)
            else:
                passed_over[one.student] = f"not graded yet; run `qampus grade {assignment}`"
        with open_judging() as judging, shown(len(found), f"judging {assignment}") as progress:
            assessment = assess(folder, desk, judging)
            if apply:
                for name, task in changed:
                    desk.rows.revise(name, desk.assignment.notebooks[name].cells[task])
            run = _Run(folder, desk, assessment, progress, targets, apply)
            judge_all(
                found,
                judging,
                Steps(run.begin, run.conclude, run.fail),
                most_open=most_open,
                stopping=stopping or Event(),
            )
    return Regrading(assignment, tuple(run.changes), run.unchanged, passed_over, run.failed, apply)


@dataclass
class _Run:
    """One run over graded submissions."""

    folder: CourseFolder
    desk: Desk
    assessment: Assessment
    progress: Progress
    targets: Sequence[Target]
    apply: bool
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    failed: dict[str, str] = field(default_factory=dict)

    def begin(self, found: Found) -> tuple[TakenIn, Mapping[str, Job]]:
        taken = self.desk.take_in(found, again=True)
        names = sorted({name for name, _ in self.targets if name in taken.notebooks})
        return taken, {name: self._job(taken, name) for name in names}

    def conclude(self, taken: TakenIn, judged: Mapping[str, Judged]) -> None:
        graded = {
            name: self.assessment.graded(taken, name, one, protected_only=False)
            for name, one in judged.items()
        }
        student = taken.found.student
        before = self.desk.rows.scores(student)
        changes = []
        for name, task in self.targets:
            if name not in graded or (name, task) not in before:
                continue
            was, now = before[name, task].automatic, _after(graded[name], task)
            if was != now:
                why = _why(graded[name].notebook, judged[name], task)
                changes.append(Change(student, name, task, was, now, why))
        if changes and self.apply:
            self._write(taken.found, changes, graded)
        self.changes += changes
        self.unchanged += not changes
        self.progress.step()

    def fail(self, found: Found, error: Exception) -> None:
        self.failed[found.student] = reason_of(error)
        self.progress.step()

    def _job(self, taken: TakenIn, name: str) -> Job:
        """Return a job that ends with the last check that is wanted; checks before it may define what it needs."""
        job = self.assessment.job(taken, name)
        wanted = {task for place, task in self.targets if place == name}
        last = max((at for at, step in enumerate(job.steps) if step.task in wanted), default=-1)
        return replace(job, steps=job.steps[: last + 1])

    def _write(
        self, found: Found, changes: Sequence[Change], graded: Mapping[str, GradedNotebook]
    ) -> None:
        now, who = datetime.now(UTC), getpass.getuser()
        entries = [
            history.Entry(
                at=now,
                who=who,
                student=change.student,
                notebook=change.notebook,
                task=change.task,
                before=change.before,
                after=change.after,
                why=change.why,
                version=self._version(change),
            )
            for change in changes
        ]
        # history first: a score that changed without a trace would be worse than a trace without a change
        history.append(self.folder.directory, self.desk.assignment.name, entries)
        self.desk.rows.rescore(
            found.student,
            {(change.notebook, change.task): Points(change.after) for change in changes},
        )
        for name in sorted({change.notebook for change in changes}):
            tasks = [change.task for change in changes if change.notebook == name]
            self.desk.rewrite(found, name, tasks, graded[name].notebook)

    def _version(self, change: Change) -> str:
        text = self.desk.assignment.notebooks[change.notebook].cells[change.task].source
        return hashlib.sha256(text.encode()).hexdigest()[:12]


def _after(graded: GradedNotebook, task: str) -> float | None:
    """Return the points of a check; none for a check that the learner deleted."""
    if task in graded.by_person:
        return None
    cells = [cell for cell in graded.notebook.cells if task_of(cell) == task]
    return automatic_points(cells[0]) if cells else 0.0


def _why(notebook: NotebookNode, judged: Judged, task: str) -> str:
    """Return what a check says, in English."""
    for decision in judged.decisions:
        if decision.task == task:
            return rationale(decision.code, decision.parameters, "en")
    for cell in notebook.cells:
        if task_of(cell) == task:
            errors = [one for one in cell.outputs if one.output_type == "error"]
            return f"{errors[0].ename}: {errors[0].evalue}"[:200] if errors else "not protected"
    return "the learner deleted this check"


def _points(points: float | None) -> str:
    return "to a person" if points is None else f"{points:g}"
