"""Results: what the grader found out. Points given by a person are never lost to an automatic regrade."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response, request
from flask_babel import gettext
from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload

from grader.results import MarkedBy, Result, ResultError, TaskResult, decode_result
from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, only
from portal.api.files import SentFile, contents, store
from portal.database import read, write
from portal.errors import Unknown, Unreadable
from portal.models import (
    AuditEntry,
    ExerciseVersion,
    FeedbackFile,
    Offering,
    Role,
    RoleAssignment,
    Status,
    Submission,
    TaskScore,
    text_in,
)


class _FeedbackForm(msgspec.Struct):
    files: list[SentFile]


@blueprint.get("/grading/offerings")
@only(Caller.GRADER)
def offerings() -> Response:
    """List the offerings with their learners, for the gradebooks."""
    found = read().scalars(select(Offering).order_by(Offering.id)).all()
    learners: dict[str, list[dict[str, str]]] = {offering.id: [] for offering in found}
    for assignment in read().scalars(
        select(RoleAssignment)
        .where(RoleAssignment.role == Role.LEARNER)
        .options(joinedload(RoleAssignment.person, innerjoin=True))
    ):
        person = assignment.person
        learners[str(assignment.offering_id)].append(
            {
                "pseudonym": person.pseudonym,
                "family_name": person.family_name,
                "given_name": person.given_name,
            }
        )
    return answer(
        {
            "offerings": [
                {
                    "id": offering.id,
                    "institution": offering.institution_id,
                    "title": text_in(offering.title, "en"),
                    "learners": sorted(learners[offering.id], key=lambda one: one["pseudonym"]),
                }
                for offering in found
            ]
        }
    )


@blueprint.put("/grading/submissions/<submission>/result")
@only(Caller.GRADER)
def put_result(submission: str) -> Response:
    """Store a result; the same one again changes nothing."""
    try:
        result = decode_result(request.get_data())
    except (ResultError, RecursionError, UnicodeDecodeError) as error:
        raise _bad(str(error)) from error
    with write() as session:
        found = submission_of(session, submission)
        version = _matching_version(session, found, result)
        before = {score.task.name: score for score in found.scores}
        old = {name: (score.points, score.marked_by.value) for name, score in before.items()}
        was_graded = found.status == Status.GRADED
        _replace_scores(session, found, version, result)
        new = {score.task.name: (score.points, score.marked_by.value) for score in found.scores}
        if was_graded and old != new:
            session.add(_changed_marks(found, old, new))
        _let_latest_count(session, found)
        answered = {
            "submission": submission,
            "status": found.status,
            "score": found.points,
            "maximum": found.maximum,
        }
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


def _matching_version(session: Session, found: Submission, result: Result) -> ExerciseVersion:
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
            raise _bad(f"{name}: expected {expected}, got {got[:100]!a}")
    version = session.scalar(
        select(ExerciseVersion).where(
            ExerciseVersion.exercise_id == found.exercise_id,
            ExerciseVersion.version == result.version,
        )
    )
    if version is None:
        raise _bad(f"version: {result.version[:100]!a} of {found.exercise_id} is not known")
    expected_tasks = {task.name: task.points for task in version.tasks}
    got_tasks = {task.task: task.maximum for task in result.tasks}
    if expected_tasks != got_tasks or len(result.tasks) != len(got_tasks):
        raise _bad(f"tasks: expected {expected_tasks}, got {got_tasks}")
    if any((task.points is None) != (task.marked_by == MarkedBy.NOBODY) for task in result.tasks):
        raise _bad("points are missing exactly where nobody has marked")
    return version


def _bad(reason: str) -> Unreadable:
    return Unreadable(
        "bad_result", gettext("The result cannot be taken: %(reason)s.", reason=reason)
    )


def _replace_scores(
    session: Session, found: Submission, version: ExerciseVersion, result: Result
) -> None:
    by_person = {
        score.task.name: score for score in found.scores if score.marked_by == MarkedBy.PERSON
    }
    tasks = {task.name: task for task in version.tasks}
    kept = {
        task.task: _kept(by_person[task.task], tasks[task.task].id, task.maximum)
        for task in result.tasks
        if task.task in by_person and task.marked_by != MarkedBy.PERSON
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


def _changed_marks(found: Submission, old: dict[str, Any], new: dict[str, Any]) -> AuditEntry:
    changed = [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
    return AuditEntry(
        actor=Caller.GRADER.value,
        action="marks_changed",
        subject=found.public_id,
        details={name: {"before": old.get(name), "after": new.get(name)} for name in changed},
    )


def _let_latest_count(session: Session, found: Submission) -> None:
    """Make the learner's latest graded attempt the one that counts."""
    of_learner = (
        Submission.learner_id == found.learner_id,
        Submission.offering_id == found.offering_id,
        Submission.exercise_id == found.exercise_id,
    )
    session.flush()
    latest = session.scalar(
        select(Submission.id)
        .where(*of_learner, Submission.status == Status.GRADED)
        .order_by(Submission.attempt.desc())
        .limit(1)
    )
    for counts, condition in ((False, Submission.id != latest), (True, Submission.id == latest)):
        session.execute(
            update(Submission)
            .where(*of_learner, condition, Submission.counts.is_not(counts))
            .values(counts=counts)
        )


@blueprint.put("/grading/submissions/<submission>/feedback")
@only(Caller.GRADER)
def put_feedback(submission: str) -> Response:
    """Store an attempt's feedback in place of what was there."""
    form = body_as(_FeedbackForm)
    stored = store(contents(form.files))
    with write() as session:
        found = submission_of(session, submission)
        found.feedback.clear()
        session.flush()
        found.feedback = [
            FeedbackFile(name=name, sha256=blob.sha256, size=blob.size)
            for name, blob in stored.items()
        ]
    return answer({"submission": submission, "files": len(stored)})
