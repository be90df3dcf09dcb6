"""Putting attempts back into the queue on which the grader failed for good."""

from __future__ import annotations

from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from grader.results import MarkedBy
from portal.changes import tell, topics_of
from portal.errors import Conflict, Unknown
from portal.instructor.grading.queries import has_later
from portal.models import AuditEntry, Person, Status, Submission


def grade_again(session: Session, offering_id: str, public_id: str, asker: Person) -> None:
    """Put one attempt back into the queue.

    Raises:
        Unknown: the offering has no such attempt.
        Conflict: it does not wait for a person, or its learner has handed in a later one.
    """
    found = session.execute(
        select(Submission, has_later().label("later"))
        .where(Submission.offering_id == offering_id, Submission.public_id == public_id)
        .with_for_update(of=Submission)
    ).one_or_none()
    if found is None:
        raise Unknown("unknown_submission", gettext("There is no such attempt in this course."))
    submission, later = found
    if submission.status != Status.NEEDS_PERSON:
        raise Conflict(
            "not_failed",
            gettext("This attempt is in the queue or graded already. Nothing was changed."),
        )
    if later:
        # the gradebook holds one attempt of each learner: the later one must not be replaced there
        raise Conflict(
            "later_attempt",
            gettext("The learner has handed in a later attempt. Nothing was changed."),
        )
    _put_back(session, submission, asker)


def grade_all_again(session: Session, offering_id: str, asker: Person) -> int:
    """Put all failed attempts of an offering back that have no later one; return how many."""
    found = session.scalars(
        select(Submission)
        .where(
            Submission.offering_id == offering_id,
            Submission.status == Status.NEEDS_PERSON,
            ~has_later(),
        )
        .order_by(Submission.id)
        .with_for_update(of=Submission)
    ).all()
    for submission in found:
        _put_back(session, submission, asker)
    return len(found)


def _put_back(session: Session, submission: Submission, asker: Person) -> None:
    """Let an attempt wait as if it had just come, with a trace of who asked; points that people gave stay."""
    session.add(
        AuditEntry(
            actor=asker.pseudonym,
            action="graded_again",
            subject=submission.public_id,
            details={
                "before": {
                    "status": submission.status.value,
                    "failures": submission.failures,
                    "reason": submission.failure_reason,
                },
                "after": {"status": Status.QUEUED.value},
            },
        )
    )
    submission.status = Status.QUEUED
    submission.failures = 0
    submission.failure_reason = None
    submission.lease_until = None
    if all(score.marked_by != MarkedBy.PERSON for score in submission.scores):
        submission.scores.clear()
        submission.maximum = None
        submission.unmarked = 0
    tell(session, *topics_of(submission))
