"""Results: what the grader found out. Points given by a person are never lost to an automatic regrade."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from flask import Response, request
from flask_babel import gettext
from msgspec import Meta
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from grader.results import MarkedBy, Result, ResultError, decode_result
from portal.api.answers import (
    FeedbackStored,
    GradedLearner,
    GradedOffering,
    GradedOfferings,
    Scored,
)
from portal.api.blueprint import answer, blueprint, body_as, query_as
from portal.api.caller import Caller, only
from portal.api.description import described
from portal.api.files import SentFile, contents, store
from portal.api.scores import replace_scores
from portal.changes import tell, topics_of
from portal.database import read, write
from portal.errors import Conflict, Unknown, Unreadable
from portal.marking import tell_marks_given
from portal.models import (
    AuditEntry,
    ExerciseVersion,
    FeedbackFile,
    Offering,
    Role,
    RoleAssignment,
    Status,
    Submission,
    text_in,
)
from portal.recording import held_here, put_aside
from portal.regrading.recording import waits_for_gradebook
from portal.settling import settle_learner


class ResultQuery(msgspec.Struct):
    """Where a result comes from."""

    marked_at: Annotated[
        Annotated[datetime, Meta(tz=True)] | None,
        Meta(
            description="When people marked it in formgrader at the latest; missing: it comes from a grading."
        ),
    ] = None


class FeedbackForm(msgspec.Struct):
    """All files of an attempt's feedback."""

    files: list[SentFile]


@blueprint.get("/grading/offerings")
@described("List the offerings with their learners", answers={200: GradedOfferings})
@only(Caller.GRADER)
def offerings() -> Response:
    """List the offerings with their learners, for the gradebooks."""
    found = read().scalars(select(Offering).order_by(Offering.id)).all()
    learners: dict[str, list[GradedLearner]] = {offering.id: [] for offering in found}
    for assignment in read().scalars(
        select(RoleAssignment)
        .where(RoleAssignment.role == Role.LEARNER)
        .options(joinedload(RoleAssignment.person, innerjoin=True))
    ):
        person = assignment.person
        learners[str(assignment.offering_id)].append(
            GradedLearner(person.pseudonym, person.family_name, person.given_name)
        )
    return answer(
        GradedOfferings(
            [
                GradedOffering(
                    id=offering.id,
                    institution=offering.institution_id,
                    title=text_in(offering.title, "en"),
                    learners=sorted(learners[offering.id], key=lambda one: one.pseudonym),
                )
                for offering in found
            ]
        )
    )


@blueprint.put("/grading/submissions/<submission>/result")
@described(
    "Store a result",
    body=Result,
    query=ResultQuery,
    answers={200: Scored},
    errors={
        404: ("unknown_submission",),
        409: ("regrade_not_recorded",),
        422: ("bad_result",),
    },
)
@only(Caller.GRADER)
def put_result(submission: str) -> Response:
    """Store a result; the same one again changes nothing.

    Marks of the portal that the gradebook does not have yet hold against those of a result, unless it says that people
    gave them later, in formgrader.
    """
    result, marked_at = sent_result(), query_as(ResultQuery).marked_at
    with write() as session:
        found = submission_of(session, submission)
        version = matching_version(session, found, result)
        if found.status == Status.GRADED and waits_for_gradebook(session, found):
            raise Conflict(
                "regrade_not_recorded",
                gettext(
                    "A regrade has changed this attempt. The gradebook has to take that over first."
                ),
            )
        before = {score.task.name: score for score in found.scores}
        old = {name: (score.points, score.marked_by.value) for name, score in before.items()}
        told = {name: (score.points, dict(score.rationale)) for name, score in before.items()}
        was_graded, waited = found.status == Status.GRADED, found.unmarked > 0
        held = held_here(session, found, marked_at)
        replace_scores(session, found, version, result, held)
        put_aside(session, found, told, result, held)
        new = {score.task.name: (score.points, score.marked_by.value) for score in found.scores}
        if was_graded and old != new:
            session.add(_changed_marks(found, old, new))
        settle_learner(session, found.release, found.learner_id)
        if was_graded and waited:
            tell_marks_given(session, found)
        tell(session, *topics_of(found))
        answered = Scored(submission, found.status, found.points, found.maximum)
    return answer(answered)


def submission_of(session: Session, public_id: str) -> Submission:
    """Return an attempt by the id on its receipt.

    Raises:
        Unknown: there is none.
    """
    found = session.scalar(
        select(Submission).where(Submission.public_id == public_id).with_for_update(of=Submission)
    )
    if found is None:
        raise Unknown(
            "unknown_submission",
            gettext("There is no submission %(submission)s.", submission=ascii(public_id)),
        )
    return found


def sent_result() -> Result:
    """Return the result in the request's body.

    Raises:
        Unreadable: it is none.
    """
    try:
        return decode_result(request.get_data())
    except (ResultError, RecursionError, UnicodeDecodeError) as error:
        raise bad_result(str(error)) from error


def matching_version(session: Session, found: Submission, result: Result) -> ExerciseVersion:
    """Return the version that the result is about.

    It may be another one than the attempt was made with: a regrade after a fix.

    Raises:
        Unreadable: the result is about another attempt, exercise, version or other tasks.
    """
    for name, expected, got in (
        ("submission", found.public_id, result.submission),
        ("exercise", found.exercise_id, result.exercise),
    ):
        if expected != got:
            raise bad_result(f"{name}: expected {expected}, got {got[:100]!a}")
    version = session.scalar(
        select(ExerciseVersion).where(
            ExerciseVersion.exercise_id == found.exercise_id,
            ExerciseVersion.version == result.version,
        )
    )
    if version is None:
        raise bad_result(f"version: {result.version[:100]!a} of {found.exercise_id} is not known")
    expected_tasks = {task.name: task.points for task in version.tasks}
    got_tasks = {task.task: task.maximum for task in result.tasks}
    if expected_tasks != got_tasks or len(result.tasks) != len(got_tasks):
        raise bad_result(f"tasks: expected {expected_tasks}, got {got_tasks}")
    if any((task.points is None) != (task.marked_by == MarkedBy.NOBODY) for task in result.tasks):
        raise bad_result("points are missing exactly where nobody has marked")
    return version


def bad_result(reason: str) -> Unreadable:
    """Return why a result cannot be taken."""
    return Unreadable(
        "bad_result", gettext("The result cannot be taken: %(reason)s.", reason=reason)
    )


def _changed_marks(found: Submission, old: dict[str, Any], new: dict[str, Any]) -> AuditEntry:
    changed = [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
    return AuditEntry(
        actor=Caller.GRADER.value,
        action="marks_changed",
        subject=found.public_id,
        details={name: {"before": old.get(name), "after": new.get(name)} for name in changed},
    )


@blueprint.put("/grading/submissions/<submission>/feedback")
@described(
    "Store feedback",
    body=FeedbackForm,
    answers={200: FeedbackStored},
    errors={
        404: ("unknown_submission",),
        413: ("too_many_files",),
        422: ("bad_name", "bad_encoding"),
    },
)
@only(Caller.GRADER)
def put_feedback(submission: str) -> Response:
    """Store an attempt's feedback in place of what was there."""
    form = body_as(FeedbackForm)
    stored = store(contents(form.files))
    with write() as session:
        found = submission_of(session, submission)
        found.feedback.clear()
        session.flush()
        found.feedback = [
            FeedbackFile(name=name, sha256=blob.sha256, size=blob.size)
            for name, blob in stored.items()
        ]
        tell(session, *topics_of(found))
    return answer(FeedbackStored(submission, len(stored)))
