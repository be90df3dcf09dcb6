"""The queue: graders claim attempts for a while, and give back those on which they fail themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated

import msgspec
from flask import Response, current_app
from msgspec import Meta
from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from grader.results import MarkedBy, Outcome
from portal.accounts.pseudonyms import instance_seed
from portal.api.answers import Claimed, Claims, FailureNoted, QueueLengths
from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.description import described
from portal.api.files import load
from portal.api.results import submission_of
from portal.changes import tell, topic_of_offering, topics_of
from portal.database import write
from portal.errors import BlobError
from portal.models import Status, Submission, TaskScore, now

MAX_FAILURES = 3
"""After so many failures of the grader itself an attempt goes to a person."""

OPEN = (Status.QUEUED, Status.CLAIMED)


class ClaimForm(msgspec.Struct):
    """Which worker wants how many attempts, and for how long."""

    worker: Annotated[str, Meta(min_length=1, max_length=100)]
    limit: Annotated[int, Meta(ge=1, le=100)]
    lease_seconds: Annotated[float, Meta(gt=0, le=86_400)]


class KeyLostError(Exception):
    """The key of a learner's institution is missing."""


class FailureForm(msgspec.Struct):
    """Why the grader itself failed."""

    reason: str


@blueprint.post("/grading/claims")
@described("Claim attempts to grade", body=ClaimForm, answers={200: Claims})
@only(Caller.GRADER)
def claim() -> Response:
    """Hand out the oldest attempts that wait, each to one worker until its lease ends."""
    form = body_as(ClaimForm)
    with write() as session:
        moment = now()
        claimed = []
        for submission in _claimable(session, moment, form.limit):
            if submission.status == Status.CLAIMED and _lost_once_more(session, submission):
                continue
            claimed.append(submission)
            submission.status = Status.CLAIMED
            submission.claimed_by = form.worker
            submission.lease_until = moment + timedelta(seconds=form.lease_seconds)
        tell(session, *(topic_of_offering(one.offering_id) for one in claimed))
    handed = (_handed_out(submission) for submission in claimed)
    return answer(Claims([entry for entry in handed if entry is not None]))


def _lost_once_more(session: Session, submission: Submission) -> bool:
    """Count a lease that ended without a word as a failure of the grader; return whether a person gets the attempt.

    Otherwise a notebook that kills the grader itself would kill it for ever.
    """
    submission.failures += 1
    if submission.failures < MAX_FAILURES:
        return False
    _give_to_person(session, submission, f"{MAX_FAILURES} graders ended before they reported on it")
    return True


def _claimable(session: Session, moment: datetime, limit: int) -> list[Submission]:
    """Return the oldest claimable attempts, as many as fit into one answer; at least one if there is one."""
    earlier = aliased(Submission)
    found = session.scalars(
        select(Submission)
        .where(
            or_(
                Submission.status == Status.QUEUED,
                and_(Submission.status == Status.CLAIMED, Submission.lease_until <= moment),
            ),
            ~exists().where(
                earlier.learner_id == Submission.learner_id,
                earlier.offering_id == Submission.offering_id,
                earlier.exercise_id == Submission.exercise_id,
                earlier.attempt < Submission.attempt,
                earlier.status.in_(OPEN),
            ),
        )
        .order_by(Submission.received_at, Submission.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=Submission)
        .options(
            joinedload(Submission.learner),
            joinedload(Submission.version, innerjoin=True),
            selectinload(Submission.files),
        )
    ).all()
    return fitting(found)


def fitting(found: Iterable[Submission]) -> list[Submission]:
    """Return the first attempts, as many as fit into one answer; at least one if there is one."""
    room = current_app.config["MAX_CLAIM_BYTES"]
    fit: list[Submission] = []
    for submission in found:
        room -= sum(file.size for file in submission.files)
        if fit and room < 0:
            break
        fit.append(submission)
    return fit


def _handed_out(submission: Submission) -> Claimed | None:
    """Return an attempt as the grader gets it; None if it cannot be graded, which is a person's business then."""
    try:
        return for_grader(submission)
    except (BlobError, KeyLostError) as error:
        current_app.logger.exception("submission %s cannot be graded", submission.public_id)
        with write() as session:
            _give_to_person(session, submission_of(session, submission.public_id), str(error))
        return None


def for_grader(submission: Submission) -> Claimed:
    """Return all that the grader needs of an attempt.

    Raises:
        BlobError: a stored file is missing or damaged.
        KeyLostError: the key of the learner's institution is gone.
    """
    return Claimed(
        submission=submission.public_id,
        course=submission.offering_id,
        exercise=submission.exercise_id,
        version=submission.version.version,
        learner=submission.learner.pseudonym,
        language=submission.language,
        attempt=submission.attempt,
        received_at=submission.received_at,
        files=load(submission.files),
        seed=_seed_of(submission),
    )


def _seed_of(submission: Submission) -> str:
    """Return the secret of the learner's random instances.

    Raises:
        KeyLostError: her institution's key is gone. With any other her instances would not be those of before.
    """
    learner = submission.learner
    key = current_app.config["INSTITUTION_KEYS"].get(learner.institution_id)
    if key is None:
        raise KeyLostError(
            f"the key of {learner.institution_id} is missing: restore secrets.json from a backup"
        )
    return instance_seed(bytes.fromhex(key), learner.pseudonym, submission.exercise_id)


@blueprint.post("/grading/submissions/<submission>/failure")
@described(
    "Report that the grader failed",
    body=FailureForm,
    answers={200: FailureNoted},
    errors={404: ("unknown_submission",)},
)
@only(Caller.GRADER)
def report_failure(submission: str) -> Response:
    """Take an attempt back on which the grader itself failed; after three times a person gets it.

    An attempt that is not claimed stays as it is: the failure of a worker whose lease has ended changes nothing.
    """
    form = body_as(FailureForm)
    with write() as session:
        found = submission_of(session, submission)
        if found.status == Status.CLAIMED:
            found.failures += 1
            if found.failures >= MAX_FAILURES:
                _give_to_person(session, found, form.reason)
            else:
                found.status = Status.QUEUED
                found.lease_until = None
                found.failure_reason = form.reason[:2000]
        status, failures = found.status, found.failures
    return answer(FailureNoted(submission, status, failures))


def _give_to_person(session: Session, submission: Submission, reason: str) -> None:
    """Leave an attempt to a person: its tasks are ungraded, which is never zero points."""
    submission.status = Status.NEEDS_PERSON
    submission.lease_until = None
    submission.failure_reason = reason[:2000]
    tell(session, *topics_of(submission))
    if submission.scores:
        return
    submission.maximum = submission.version.maximum
    submission.unmarked = len(submission.version.tasks)
    submission.scores = [
        TaskScore(
            task_id=task.id,
            points=None,
            maximum=task.points,
            marked_by=MarkedBy.NOBODY,
            outcome=Outcome.UNGRADED,
            code="needs_person",
            parameters={},
            rationale={},
            hint={},
        )
        for task in submission.version.tasks
    ]


def queue_lengths(session: Session) -> QueueLengths:
    """Return how many attempts are in each status."""
    counted = session.execute(
        select(Submission.status, func.count().label("number")).group_by(Submission.status)
    ).all()
    numbers = {row.status: row.number for row in counted}
    return QueueLengths(**{status.value: numbers.get(status, 0) for status in Status})
