"""Points and verdict of a task as plain data, and how those of two versions of an exercise go together.

Pure: nothing here reads or writes the database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from grader.results import MarkedBy, Outcome, Result, TaskResult, Verdict
from portal.models import TaskScore


@dataclass(frozen=True)
class Held:
    """Points and verdict of one task in one attempt; the fields are those of `TaskScore`."""

    points: float | None
    maximum: float
    marked_by: MarkedBy
    outcome: Outcome
    code: str
    parameters: Mapping[str, str | int | float]
    rationale: Mapping[str, str]
    hint: Mapping[str, str]

    @property
    def by_person(self) -> bool:
        """Whether a person gave the points."""
        return self.marked_by == MarkedBy.PERSON


Scores = Mapping[str, Held]
"""Task id -> what it has in one attempt."""


@dataclass(frozen=True)
class Together:
    """What an attempt has after some of its tasks got other points.

    Attributes:
        moves: it now fits the wanted version as a whole; otherwise it stays with the version that it has.
        scores: of all its tasks.
    """

    moves: bool
    scores: Scores


def held(score: TaskScore) -> Held:
    """Return a row as data."""
    return Held(
        points=score.points,
        maximum=score.maximum,
        marked_by=score.marked_by,
        outcome=score.outcome,
        code=score.code,
        parameters=dict(score.parameters),
        rationale=dict(score.rationale),
        hint=dict(score.hint),
    )


def judged(result: Result) -> dict[str, Held]:
    """Return what a result says of each task."""
    return {
        task.task: Held(
            points=task.points,
            maximum=task.maximum,
            marked_by=task.marked_by,
            outcome=task.verdict.outcome,
            code=task.verdict.code[:60],
            parameters=dict(task.verdict.parameters),
            rationale=dict(task.verdict.rationale),
            hint=dict(task.verdict.hint),
        )
        for task in result.tasks
    }


def as_result(task: str, score: Held) -> TaskResult:
    """Return a task's score as the grader writes it."""
    verdict = Verdict(score.outcome, score.code, score.parameters, score.rationale, score.hint)
    return TaskResult(task, score.points, score.maximum, score.marked_by, verdict)


def stored(scores: Scores) -> dict[str, Any]:
    """Return scores as JSON has them."""
    found: dict[str, Any] = msgspec.to_builtins(scores)
    return found


def read_stored(document: Any) -> dict[str, Held]:
    """Return the scores that `stored` made JSON of."""
    return msgspec.convert(document, dict[str, Held])


def total(scores: Scores) -> float:
    """Return the points of all tasks; those that nobody has marked bring none yet."""
    return sum(score.points or 0.0 for score in scores.values())


def together(
    now: Scores, fresh: Scores, wanted: Mapping[str, float], *, gone: frozenset[str] = frozenset()
) -> Together:
    """Put fresh scores of some tasks into an attempt.

    An attempt is always graded against one whole version. It moves to the wanted one if and only if, with the fresh
    scores in, it has exactly that version's tasks, each worth the same. Otherwise it stays with its own version: tasks
    that this does not have are left out, and where a task is worth other points there, the fresh points count in
    proportion.

    Args:
        now: all scores that the attempt has.
        fresh: those that replace or join them.
        wanted: tasks of the wanted version -> points.
        gone: tasks that the attempt loses if it moves.
    """
    merged = {task: score for task, score in now.items() if task not in gone} | dict(fresh)
    if {task: score.maximum for task, score in merged.items()} == dict(wanted):
        return Together(True, merged)
    stays = {
        task: _in_proportion(fresh[task], score.maximum) if task in fresh else score
        for task, score in now.items()
    }
    return Together(False, stays)


def _in_proportion(score: Held, maximum: float) -> Held:
    if score.maximum == maximum:
        return score
    points = None if score.points is None else score.points / score.maximum * maximum
    return replace(score, points=points, maximum=maximum)
