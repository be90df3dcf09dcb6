"""The scores of an attempt, as a result brings them. What a person gave is never lost to an automatic regrade."""

from __future__ import annotations

from sqlalchemy.orm import Session

from grader.results import MarkedBy, Result, TaskResult
from portal.models import ExerciseVersion, Status, Submission, TaskScore


def replace_scores(
    session: Session,
    found: Submission,
    version: ExerciseVersion,
    result: Result,
    held: frozenset[str],
) -> None:
    """Write what a result brings in place of what an attempt has.

    Args:
        session: writes.
        found: the attempt.
        version: that the result is about.
        result: what came.
        held: tasks whose points by a person stay, also against those of a person in the result.
    """
    by_person = {
        score.task.name: score for score in found.scores if score.marked_by == MarkedBy.PERSON
    }
    tasks = {task.name: task for task in version.tasks}
    kept = {
        task.task: _kept(by_person[task.task], tasks[task.task].id, task.maximum)
        for task in result.tasks
        if task.task in by_person and (task.marked_by != MarkedBy.PERSON or task.task in held)
    }
    fresh = [kept.get(task.task) or _score(task, tasks[task.task].id) for task in result.tasks]
    found.scores.clear()
    session.flush()
    found.scores = fresh
    for score in fresh:
        score.task = next(task for task in version.tasks if task.id == score.task_id)
    marked = [score.points for score in fresh if score.points is not None]
    found.status = Status.GRADED
    found.lease_until = None
    found.graded_version_id = version.id
    found.points = sum(marked)
    found.maximum = sum(score.maximum for score in fresh)
    found.unmarked = len(fresh) - len(marked)
    found.graded_at = result.graded_at
    found.seconds = result.seconds
    found.engine = result.engine[:100]


def _score(task: TaskResult, task_id: int) -> TaskScore:
    verdict = task.verdict
    return TaskScore(
        task_id=task_id,
        points=task.points,
        maximum=task.maximum,
        marked_by=task.marked_by,
        outcome=verdict.outcome,
        code=verdict.code[:60],
        parameters=dict(verdict.parameters),
        rationale=dict(verdict.rationale),
        hint=dict(verdict.hint),
    )


def _kept(old: TaskScore, task_id: int, maximum: float) -> TaskScore:
    """Return a person's mark for the new result; a task that is worth less now bounds it."""
    points = old.points if old.points is None else min(old.points, maximum)
    return TaskScore(
        task_id=task_id,
        points=points,
        maximum=maximum,
        marked_by=old.marked_by,
        outcome=old.outcome,
        code=old.code,
        parameters=old.parameters,
        rationale=old.rationale,
        hint=old.hint,
    )
