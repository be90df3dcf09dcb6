"""What the page of live grading shows. Figures of other offerings go into the estimate of time alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from grader.results import MarkedBy
from portal.instructor.queries import GradingState, grading_state
from portal.models import Offering, Person, Status, Submission, TaskScore, Texts
from portal.statistics.queueing import WINDOW, Outlook, Queue, outlook

MOST = 100
"""Attempts that are listed of each kind; how many there are in all is said."""

_RECENT = timedelta(days=7)
"""Attempts that came earlier say nothing about the rate of now; looking through all would take too long."""


@dataclass(frozen=True)
class Row:
    """One attempt in a list.

    Attributes:
        submission: the attempt.
        title: of its exercise.
        later: its learner has handed in a later one.
    """

    submission: Submission
    title: Texts
    later: bool


@dataclass(frozen=True)
class Rows:
    """The first attempts of one kind, and how many there are in all."""

    shown: tuple[Row, ...]
    total: int


@dataclass(frozen=True)
class LivePage:
    """How the grading of an offering goes on.

    Attributes:
        offering: whose attempts.
        zone: whose clock its dates are read by.
        at: as of when.
        grading: attempts by state.
        oldest: when the oldest attempt that nobody has taken came.
        outlook: rate and time left.
        heard: the last sign of the grader.
        stuck: attempts whose lease has passed, or that were tried before.
        failed: attempts on which the grader failed for good.
    """

    offering: Offering
    zone: ZoneInfo
    at: datetime
    grading: GradingState
    oldest: datetime | None
    outlook: Outlook
    heard: datetime | None
    stuck: Rows
    failed: Rows


def live_page(session: Session, offering: Offering, at: datetime) -> LivePage:
    """Return how the grading of an offering goes on, as of a moment."""
    queue = _queue(session, offering, at)
    open_ = Submission.status.in_((Status.QUEUED, Status.CLAIMED))
    lost = (Submission.status == Status.CLAIMED) & (Submission.lease_until <= at)
    return LivePage(
        offering,
        ZoneInfo(offering.institution.time_zone),
        at,
        grading_state(session, offering),
        session.scalar(
            select(func.min(Submission.received_at)).where(
                Submission.offering_id == offering.id, Submission.status == Status.QUEUED
            )
        ),
        outlook(queue, at),
        queue.heard,
        stuck=_rows(session, offering, open_ & or_(lost, Submission.failures > 0)),
        failed=_rows(session, offering, Submission.status == Status.NEEDS_PERSON),
    )


def has_later() -> ColumnElement[bool]:
    """Return the condition that an attempt's learner has handed in a later one."""
    later = aliased(Submission)
    return exists().where(
        later.learner_id == Submission.learner_id,
        later.offering_id == Submission.offering_id,
        later.exercise_id == Submission.exercise_id,
        later.attempt > Submission.attempt,
    )


def _queue(session: Session, offering: Offering, at: datetime) -> Queue:
    """Return the queue up to the last attempt of an offering: what came earlier, from wherever, is graded before it."""
    waiting = Submission.status.in_((Status.QUEUED, Status.CLAIMED))
    last = session.scalar(
        select(func.max(Submission.received_at)).where(
            Submission.offering_id == offering.id, waiting
        )
    )
    ahead, oldest = 0, None
    if last is not None:
        ahead = (
            session.scalar(select(func.count()).where(waiting, Submission.received_at <= last)) or 0
        )
        oldest = session.scalar(
            select(func.min(Submission.received_at)).where(Submission.status == Status.QUEUED)
        )
    taken = session.scalar(
        select(exists().where(Submission.status == Status.CLAIMED, Submission.lease_until > at))
    )
    by_person = exists().where(
        TaskScore.submission_id == Submission.id, TaskScore.marked_by == MarkedBy.PERSON
    )
    recent = (Submission.status == Status.GRADED, Submission.received_at > at - _RECENT)
    graded = session.execute(
        # marks that a person gives change the moment, too, and are no work of the grader
        select(Submission.graded_at, Submission.received_at).where(
            *recent, Submission.graded_at > at - WINDOW, Submission.graded_at <= at, ~by_person
        )
    ).all()
    heard = session.scalar(select(func.max(Submission.graded_at)).where(*recent))
    return Queue(
        ahead,
        oldest,
        bool(taken),
        [(done, came) for done, came in graded if done is not None],
        heard,
    )


def _rows(session: Session, offering: Offering, which: ColumnElement[bool]) -> Rows:
    """Return attempts of an offering, oldest first."""
    condition = (Submission.offering_id == offering.id, which)
    found = session.execute(
        select(Submission, has_later().label("later"))
        .join(Person, Person.id == Submission.learner_id)
        .where(*condition)
        .order_by(Submission.received_at, Submission.id)
        .limit(MOST)
        .options(joinedload(Submission.learner), joinedload(Submission.version))
    ).all()
    total = session.scalar(select(func.count()).select_from(Submission).where(*condition)) or 0
    return Rows(tuple(Row(one, one.version.title, bool(later)) for one, later in found), total)
