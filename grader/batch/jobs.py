"""From restored notebooks to jobs, and from what came out back to notebooks that nbgrader can score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from grader.batch.instance_key import course_key, instance_seed
from grader.course.desk import Desk, GradedNotebook, TakenIn
from grader.course.folder import CourseFolder
from grader.errors import ExecutionError, GraderError
from grader.execution.limits import Limits
from grader.judge.analysis import nbgrader_metadata
from grader.judge.job import Job, Judged
from grader.judge.plan import CheckPlan, Plan
from grader.judge.protection import plan_for
from grader.judge.steps import MARK, HiddenTests, make_steps, task_of, written
from grader.notebooks import NotebookNode

PLANS = ".qampus/plans"
"""Where a course keeps how its checks are judged."""

_NO_SOURCE = "the course has no source notebook, so there is no reference solution to try it with"
_ADD_SOURCE = "put the instructor's notebook into the course's source folder"
_NO_LIMIT = 3600.0
"""Seconds for a notebook in a course whose configuration sets no limit."""
_PATIENCE = 1.0


class Judging(Protocol):
    """What judges many notebooks: `grader.cluster.Cluster`."""

    def submit(self, key: str, job: Job) -> object:
        """Have a notebook judged."""

    def finished(self, timeout: float) -> Sequence[tuple[str, Judged | GraderError]]:
        """Return what ended since the last call; wait for the first if there is none."""

    def cancel(self) -> None:
        """End all that was submitted."""


@dataclass(frozen=True)
class Assessment:
    """How the notebooks of an assignment are judged.

    Attributes:
        plans: notebook -> plan.
        limits: of each notebook.
        hidden: how the course marks hidden tests.
        given_files: the instructor's files beside the notebooks.
        assignment: nbgrader's assignment id.
        key: the course's secret, from which the random instances of its students come.
    """

    plans: Mapping[str, Plan]
    limits: Limits
    hidden: HiddenTests
    given_files: Mapping[str, bytes]
    assignment: str
    key: bytes = field(repr=False)

    def job(self, taken: TakenIn, notebook: str) -> Job:
        """Return a submission's notebook as a job."""
        plan = self.plans[notebook]
        return Job(
            steps=make_steps(taken.notebooks[notebook], plan, self.hidden),
            plan=plan,
            limits=self.limits,
            files=taken.files,
            given_files=self.given_files,
            seed=instance_seed(self.key, taken.found.student, self.assignment),
        )

    def graded(
        self, taken: TakenIn, notebook: str, judged: Judged, *, protected_only: bool
    ) -> GradedNotebook:
        """Return what came of a submission's notebook.

        Args:
            taken: the submission.
            notebook: name of the notebook.
            judged: what came out.
            protected_only: send what is not protected to a person.
        """
        filled = written(taken.notebooks[notebook], judged, self.hidden)
        told = {
            task_of(cell): cell.metadata[MARK] for cell in filled.cells if MARK in cell.metadata
        }
        open_ = frozenset(task for task, mark in told.items() if not mark["protected"])
        unclear = frozenset(task for task, mark in told.items() if mark["ungraded"])
        text = _TO_A_PERSON if protected_only else _NOT_PROTECTED
        return GradedNotebook(
            filled,
            by_person=unclear | open_ if protected_only else unclear,
            notes={task: text.format(task=task) for task in open_},
        )

    def unprotected(self) -> dict[str, CheckPlan]:
        """Return task, with its notebook if there are several -> why it is not protected."""
        several = len(self.plans) > 1
        return {
            f"{name}/{task}" if several else task: check
            for name, plan in self.plans.items()
            for task, check in plan.checks.items()
            if not check.protected
        }


_NOT_PROTECTED = "The score of {task} is not protected: it was read from the process that ran the learner's own code."
_TO_A_PERSON = (
    "The check of {task} cannot be protected from the learner's own code: a person marks it."
)


def assess(
    folder: CourseFolder,
    desk: Desk,
    judging: Judging,
    sources: Mapping[str, NotebookNode] | None = None,
) -> Assessment:
    """Return how an assignment is judged; its reference solution runs if that is not known yet.

    Args:
        folder: the course.
        desk: the assignment's.
        judging: runs the reference solution.
        sources: notebook -> instructor's notebook, in place of the course's.

    Raises:
        ExecutionError: the reference solution could not be run.
        CourseError: the course's secret is damaged.
    """
    limits = course_limits(folder)
    hidden = HiddenTests(*folder.hidden_tests)
    plans = {}
    for name in desk.assignment.notebooks:
        source = (sources or {}).get(name) or restored_source(desk, name)
        if source is None:
            plans[name] = _without_source(desk, name)
        else:
            plans[name] = plan_for(
                source,
                desk.given_files,
                _One(judging),
                folder.directory / PLANS / desk.assignment.name,
                name,
                limits=limits,
                visible=hidden,
            )
    key = course_key(folder.directory)
    return Assessment(plans, limits, hidden, desk.given_files, desk.assignment.name, key)


def course_limits(folder: CourseFolder) -> Limits:
    """Return the limits of a notebook: a cell has the time that nbgrader gives it in this course."""
    cell = folder.cell_seconds
    if cell is None:
        return Limits(cell_seconds=_NO_LIMIT, notebook_seconds=_NO_LIMIT)
    return Limits(cell_seconds=cell, notebook_seconds=max(Limits.notebook_seconds, 4 * cell))


def restored_source(desk: Desk, name: str) -> NotebookNode | None:
    """Return the instructor's notebook with its locked cells as the gradebook has them: by these all are judged."""
    source = desk.sources[name]
    if source is None:
        return None
    known = desk.assignment.notebooks[name].cells
    for cell in source.cells:
        ours = known.get(str(nbgrader_metadata(cell).get("grade_id", "")))
        if ours is not None and ours.locked:
            cell.source = ours.source
    return source


def _without_source(desk: Desk, name: str) -> Plan:
    checks = {
        task: CheckPlan(task, protected=False, reason=_NO_SOURCE, suggestion=_ADD_SOURCE)
        for task, cell in desk.assignment.notebooks[name].cells.items()
        if cell.is_check
    }
    return Plan(stamp="", imports=(), given=(), checks=checks)


@dataclass(frozen=True)
class _One:
    """Judges one notebook at a time by what judges many."""

    judging: Judging

    def judge(self, job: Job) -> Judged:
        """Run a job to its end.

        Raises:
            ExecutionError: it could not be run.
        """
        self.judging.submit("reference solution", job)
        while True:
            for _, answer in self.judging.finished(_PATIENCE):
                if isinstance(answer, Judged):
                    return answer
                raise ExecutionError(
                    f"the reference solution could not be run: {answer}"
                ) from answer
