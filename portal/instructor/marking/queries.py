"""What the marking pages show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from grader.results import MarkedBy
from portal.answers import Answer, answer_to, task_text
from portal.instructor.marking.pool import Entry, State, pool
from portal.marking import marks_of
from portal.models import (
    ExerciseVersion,
    Mark,
    Offering,
    Person,
    Release,
    Submission,
    Task,
    TaskScore,
    Texts,
)
from portal.rubrics import Rubric, rubric_of
from portal.statistics.agreement import Agreement, agreement
from portal.storage import BlobStore


@dataclass(frozen=True)
class TaskState:
    """How far the marking of one task is, for the one who looks.

    Attributes:
        exercise: the exercise.
        exercise_title: its title.
        task: the task's id.
        title: the task's.
        wanted: so many people mark each answer.
        answers: how many answers there are.
        states: how many of them are in each state.
    """

    exercise: str
    exercise_title: Texts
    task: str
    title: Texts
    wanted: int
    answers: int
    states: Mapping[State, int]


@dataclass(frozen=True)
class WaitingPage:
    """All tasks of an offering that people mark, in the curriculum's order."""

    offering: Offering
    tasks: tuple[TaskState, ...]


@dataclass(frozen=True)
class TaskPage:
    """All answers to one task.

    Attributes:
        entries: oldest first, each with its learner.
        agreement: how well the markers agree over the answers that are marked by all; None without several markers.
    """

    offering: Offering
    version: ExerciseVersion
    task: str
    title: Texts
    maximum: float
    wanted: int
    entries: tuple[tuple[Entry, Person], ...]
    agreement: Agreement | None

    def number(self, state: State) -> int:
        """Return how many answers are in a state."""
        return sum(entry.state == state for entry, _ in self.entries)


@dataclass(frozen=True)
class EarlierMark:
    """What a person gave for the same task in another attempt of the same learner."""

    attempt: int
    points: float
    maximum: float
    comment: Texts


@dataclass(frozen=True)
class Sheet:
    """One answer with all that is needed to mark it.

    Attributes:
        zone: whose clock times are read by.
        score: what the task has in the attempt now.
        answer: what the learner wrote; None where it cannot be read.
        question: the text of the task; None where it cannot be read.
        rubric: how it is marked; None without one.
        wanted: so many people mark it.
        mine: the mark of the one who looks; None if she has not given one.
        others: marks of the others; hidden (empty) until hers is given or points are there.
        hidden: how many marks of others she does not see yet.
        earlier: what people gave for the task in other attempts.
    """

    offering: Offering
    zone: ZoneInfo
    submission: Submission
    score: TaskScore
    answer: Answer | None
    question: str | None
    rubric: Rubric | None
    wanted: int
    mine: Mark | None
    others: tuple[Mark, ...]
    hidden: int
    earlier: tuple[EarlierMark, ...]

    @property
    def open_for_her(self) -> bool:
        """Whether she may give a mark: hers is one of those that are wanted, or there is room for it."""
        return self.mine is not None or len(self.others) + self.hidden < self.wanted


def waiting_page(session: Session, offering: Offering, marker: Person) -> WaitingPage:
    """Return what there is to mark in an offering."""
    versions = {
        version.exercise_id: version
        for version in session.scalars(
            select(ExerciseVersion)
            .join(Release, Release.exercise_id == ExerciseVersion.exercise_id)
            .where(Release.offering_id == offering.id, ExerciseVersion.is_current)
        )
    }
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in pool(session, offering.id, marker.id):
        if entry.exercise in versions:
            found.setdefault((entry.exercise, entry.task), []).append(entry)
    tasks = [
        TaskState(
            exercise,
            versions[exercise].title,
            task,
            entries[-1].title,
            entries[-1].wanted,
            len(entries),
            Counter(entry.state for entry in entries),
        )
        for (exercise, task), entries in found.items()
    ]
    tasks.sort(key=lambda one: (versions[one.exercise].position, one.exercise, one.task))
    return WaitingPage(offering, tuple(tasks))


def task_page(
    session: Session, offering: Offering, exercise_id: str, task: str, marker: Person
) -> TaskPage | None:
    """Return all answers to one task; None if nobody marks any."""
    version = session.scalar(
        select(ExerciseVersion).where(
            ExerciseVersion.exercise_id == exercise_id, ExerciseVersion.is_current
        )
    )
    entries = pool(session, offering.id, marker.id, exercise_id=exercise_id, task=task)
    if version is None or not entries:
        return None
    learners = {
        person.id: person
        for person in session.scalars(
            select(Person)
            .join(Submission, Submission.learner_id == Person.id)
            .where(Submission.offering_id == offering.id, Submission.exercise_id == exercise_id)
            .distinct()
        )
    }
    marked = [list(entry.marks.values()) for entry in entries if entry.points is not None]
    return TaskPage(
        offering,
        version,
        task,
        entries[-1].title,
        entries[-1].maximum,
        entries[-1].wanted,
        tuple((entry, learners[entry.learner_id]) for entry in entries),
        agreement(marked),
    )


def sheet(
    session: Session,
    store: BlobStore,
    offering: Offering,
    marker: Person,
    *,
    exercise_id: str,
    task: str,
    submission: str,
    language: str,
) -> Sheet | None:
    """Return one answer to mark; None if the offering has no such answer."""
    score = session.scalar(
        select(TaskScore)
        .join(Submission, Submission.id == TaskScore.submission_id)
        .join(Task, Task.id == TaskScore.task_id)
        .where(
            Submission.public_id == submission,
            Submission.offering_id == offering.id,
            Submission.exercise_id == exercise_id,
            Task.name == task,
        )
        .options(
            joinedload(TaskScore.task).joinedload(Task.version).selectinload(ExerciseVersion.files),
            joinedload(TaskScore.submission).selectinload(Submission.files),
        )
    )
    if score is None:
        return None
    attempt, version = score.submission, score.task.version
    marks = marks_of(session, score)
    mine = next((mark for mark in marks if mark.marker_id == marker.id), None)
    others = tuple(mark for mark in marks if mark.marker_id != marker.id)
    seen = mine is not None or score.points is not None
    return Sheet(
        offering=offering,
        zone=ZoneInfo(offering.institution.time_zone),
        submission=attempt,
        score=score,
        answer=answer_to(store, attempt.files, task),
        question=task_text(store, version, task, language),
        rubric=rubric_of(version.manifest, task, language),
        wanted=attempt.release.markers,
        mine=mine,
        others=others if seen else (),
        hidden=0 if seen else len(others),
        earlier=_earlier(session, attempt, task),
    )


def _earlier(session: Session, attempt: Submission, task: str) -> tuple[EarlierMark, ...]:
    rows = session.execute(
        select(Submission.attempt, TaskScore.points, TaskScore.maximum, TaskScore.rationale)
        .join(TaskScore, TaskScore.submission_id == Submission.id)
        .join(Task, Task.id == TaskScore.task_id)
        .where(
            Submission.learner_id == attempt.learner_id,
            Submission.offering_id == attempt.offering_id,
            Submission.exercise_id == attempt.exercise_id,
            Submission.id != attempt.id,
            Task.name == task,
            TaskScore.marked_by == MarkedBy.PERSON,
        )
        .order_by(Submission.attempt.desc())
    ).all()
    return tuple(
        EarlierMark(row.attempt, row.points, row.maximum, row.rationale)
        for row in rows
        if row.points is not None
    )
