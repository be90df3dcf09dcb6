"""The queue: graders claim attempts for a while, and give back those on which they fail themselves."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any

import msgspec
from flask import Response, current_app
from msgspec import Meta
from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from grader.results import MarkedBy, Outcome
from portal.accounts.pseudonyms import instance_seed
from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.files import load
from portal.api.results import submission_of
from portal.database import write
from portal.errors import BlobError
from portal.models import Status, Submission, TaskScore, now

MAX_FAILURES = 3
"""After so many failures of the grader itself an attempt goes to a person."""

OPEN = (Status.QUEUED, Status.CLAIMED)


class _ClaimForm(msgspec.Struct):
    worker: Annotated[str, Meta(min_length=1, max_length=100)]
    limit: Annotated[int, Meta(ge=1, le=100)]
    lease_seconds: Annotated[float, Meta(gt=0, le=86_400)]


class _KeyLostError(Exception):
    """The key of a learner's institution is missing."""


class _FailureForm(msgspec.Struct):
    reason: str


@blueprint.post("/grading/claims")
@only(Caller.GRADER)
def claim() -> Response:
    """Hand out the oldest attempts that wait, each to one worker until its lease ends."""
    form = body_as(_ClaimForm)
    with write() as session:
        moment = now()
        claimed = []
        for submission in _claimable(session, moment, form.limit):
            if submission.status == Status.CLAIMED and _lost_once_more(submission):
                continue
            claimed.append(submission)
            submission.status = Status.CLAIMED
            submission.claimed_by = form.worker
            submission.lease_until = moment + timedelta(seconds=form.lease_seconds)
    handed = (_handed_out(submission) for submission in claimed)
    return answer({"submissions": [entry for entry in handed if entry is not None]})


def _lost_once_more(submission: Submission) -> bool:
    """Count a lease that ended without a word as a failure of the grader; return whether a person gets the attempt.

    Otherwise a notebook that kills the grader itself would kill it for ever.
    """
    submission.failures += 1
    if submission.failures < MAX_FAILURES:
        return False
    _give_to_person(submission, f"{MAX_FAILURES} graders ended before they reported on it")
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
    room = current_app.config["MAX_CLAIM_BYTES"]
    fitting: list[Submission] = []
    for submission in found:
        room -= sum(file.size for file in submission.files)
        if fitting and room < 0:
            break
        fitting.append(submission)
    return fitting


def _handed_out(submission: Submission) -> dict[str, Any] | None:
    """Return an attempt as the grader gets it; None if it cannot be graded, which is a person's business then."""
    try:
        files = load(submission.files)
        seed = _seed_of(submission)
    except (BlobError, _KeyLostError) as error:
        current_app.logger.exception("submission %s cannot be graded", submission.public_id)
        with write() as session:
            _give_to_person(submission_of(session, submission.public_id), str(error))
        return None
    return {
        "submission": submission.public_id,
        "course": submission.offering_id,
        "exercise": submission.exercise_id,
        "version": submission.version.version,
        "learner": submission.learner.pseudonym,
        "language": submission.language,
        "attempt": submission.attempt,
        "received_at": submission.received_at,
        "files": files,
        "seed": seed,
    }


def _seed_of(submission: Submission) -> str:
    """Return the secret of the learner's random instances.

    Raises:
        _KeyLostError: her institution's key is gone. With any other her instances would not be those of before.
    """
    learner = submission.learner
    key = current_app.config["INSTITUTION_KEYS"].get(learner.institution_id)
    if key is None:
        raise _KeyLostError(
            f"the key of {learner.institution_id} is missing: restore secrets.json from a backup"
        )
    return instance_seed(bytes.fromhex(key), learner.pseudonym, submission.exercise_id)


@blueprint.post("/grading/submissions/<submission>/failure")
@only(Caller.GRADER)
def report_failure(submission: str) -> Response:
    """Take an attempt back on which the grader itself failed; after three times a person gets it.

    An attempt that is not claimed stays as it is: the failure of a worker whose lease has ended changes nothing.
    """
    form = body_as(_FailureForm)
    with write() as session:
        found = submission_of(session, submission)
        if found.status == Status.CLAIMED:
            found.failures += 1
            if found.failures >= MAX_FAILURES:
                _give_to_person(found, form.reason)
            else:
                found.status = Status.QUEUED
                found.lease_until = None
                found.failure_reason = form.reason[:2000]
        status, failures = found.status, found.failures
    return answer({"submission": submission, "status": status, "failures": failures})


def _give_to_person(submission: Submission, reason: str) -> None:
    """Leave an attempt to a person: its tasks are ungraded, which is never zero points."""
    submission.status = Status.NEEDS_PERSON
    submission.lease_until = None
    submission.failure_reason = reason[:2000]
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


def queue_lengths(session: Session) -> dict[str, int]:
    """Return how many attempts are in each status."""
    counted = session.execute(
        select(Submission.status, func.count().label("number")).group_by(Submission.status)
    ).all()
    numbers = {row.status: row.number for row in counted}
    return {status.value: numbers.get(status, 0) for status in Status}
