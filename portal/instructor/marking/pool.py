"""The answers of an offering that people mark, each as it stands for one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session

from portal.models import Mark, Person, Release, Role, RoleAssignment, Submission, Task, TaskScore
from portal.models.base import Texts
from portal.rules.marks import to_discuss
from portal.rules.settlement import Counting

_CLOSE = 1e-9


class State(StrEnum):
    """How far an answer is, for the one who looks."""

    TO_MARK = "to_mark"
    """It waits for her."""
    WAITS_FOR_OTHERS = "waits_for_others"
    """She has marked it; not everybody has."""
    TO_DISCUSS = "to_discuss"
    """Everybody has marked it, and the marks are far apart."""
    MARKED = "marked"


@dataclass(frozen=True)
class Entry:
    """One answer.

    Attributes:
        submission: id of the attempt.
        learner_id: whose.
        exercise: the exercise.
        task: the task's id.
        title: the task's.
        points: what the marks make together; None as long as one is missing.
        maximum: what the task is worth.
        wanted: so many people mark it.
        marks: points by marker, the person's key.
        state: for the one who looks.
    """

    submission: str
    learner_id: int
    exercise: str
    task: str
    title: Texts
    points: float | None
    maximum: float
    wanted: int
    marks: Mapping[int, float]
    state: State


def pool(
    session: Session,
    offering_id: str,
    marker_id: int,
    *,
    exercise_id: str | None = None,
    task: str | None = None,
) -> tuple[Entry, ...]:
    """Return all answers that people mark, oldest first.

    These are the written answers, and those that a check could not judge or that somebody has marked already, in the
    attempts that count; where the best attempt counts, in all that may count, since a mark decides which is the best.

    Args:
        session: reads.
        offering_id: the offering.
        marker_id: who looks.
        exercise_id: of this exercise alone.
        task: of this task alone.
    """
    query = (
        select(
            Submission.public_id,
            Submission.id,
            Submission.learner_id,
            Submission.exercise_id,
            Task.name,
            Task.title,
            TaskScore.points,
            TaskScore.maximum,
            Release.markers,
        )
        .join(TaskScore, TaskScore.submission_id == Submission.id)
        .join(Task, Task.id == TaskScore.task_id)
        .join(
            Release,
            and_(
                Release.offering_id == Submission.offering_id,
                Release.exercise_id == Submission.exercise_id,
            ),
        )
        .where(
            Submission.offering_id == offering_id,
            or_(
                Submission.counts,
                and_(Release.counting == Counting.BEST, Submission.eligible),
            ),
            or_(
                Task.manual,
                TaskScore.points.is_(None),
                exists().where(Mark.submission_id == Submission.id, Mark.task == Task.name),
            ),
        )
        .order_by(Submission.received_at, Submission.id, Task.position)
    )
    given = (
        select(Mark.submission_id, Mark.task, Mark.marker_id, Mark.points)
        .join(Submission, Submission.id == Mark.submission_id)
        .where(Submission.offering_id == offering_id)
        .order_by(Mark.marked_at, Mark.id)
    )
    if exercise_id is not None:
        query = query.where(Submission.exercise_id == exercise_id)
        given = given.where(Submission.exercise_id == exercise_id)
    if task is not None:
        query = query.where(Task.name == task)
    marks: dict[tuple[int, str], dict[int, float]] = {}
    for one in session.execute(given):
        marks.setdefault((one.submission_id, one.task), {})[one.marker_id] = one.points
    found = []
    for row in session.execute(query):
        given_to = marks.get((row.id, row.name), {})
        found.append(
            Entry(
                submission=row.public_id,
                learner_id=row.learner_id,
                exercise=row.exercise_id,
                task=row.name,
                title=row.title,
                points=row.points,
                maximum=row.maximum,
                wanted=row.markers,
                marks=given_to,
                state=_state(given_to, row.points, row.maximum, mine=marker_id in given_to),
            )
        )
    return tuple(found)


def first_for(session: Session, offering_id: str, marker: Person, waiting: int) -> int:
    """Return at which of the waiting answers somebody begins.

    Several people who begin at the same time each begin elsewhere, so that they do not mark the same answer.
    """
    people = session.scalars(
        select(RoleAssignment.person_id)
        .where(RoleAssignment.offering_id == offering_id, RoleAssignment.role == Role.INSTRUCTOR)
        .order_by(RoleAssignment.person_id)
    ).all()
    place = people.index(marker.id) if marker.id in people else 0
    return waiting * place // max(1, len(people))


def next_entry(entries: Sequence[Entry], after: str | None, first: int) -> Entry | None:
    """Return the next answer that waits for the one who looks.

    Args:
        entries: answers to one task, in order.
        after: id of the attempt that she comes from; behind the last one it goes on with the first. None: she begins.
        first: where she begins, among those that wait.
    """
    waiting = [entry for entry in entries if entry.state == State.TO_MARK]
    if not waiting:
        return None
    places = {entry.submission: place for place, entry in enumerate(entries)}
    if after not in places:
        return waiting[first % len(waiting)]
    # she does not get the same answer again as long as there is another one
    return min(
        waiting,
        key=lambda entry: (places[entry.submission] - places[after] - 1) % len(entries),
    )


def _state(
    marks: Mapping[int, float], points: float | None, maximum: float, *, mine: bool
) -> State:
    if points is None:
        return State.WAITS_FOR_OTHERS if mine else State.TO_MARK
    given = list(marks.values())
    # points that are not the mean were given in formgrader or with the answer to an appeal: that settled it
    if to_discuss(given, maximum) and abs(fmean(given) - points) < _CLOSE:
        return State.TO_DISCUSS
    return State.MARKED
