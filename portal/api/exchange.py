"""The exchange: what a person's JupyterLab asks for. She sees her own rows, in the offerings where she has a role."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec
from flask import Response, request
from flask_babel import format_datetime, gettext
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from portal.accounts import has_role
from portal.api.blueprint import answer, blueprint, body_as
from portal.api.caller import Caller, calling_person, only
from portal.api.files import SentFile, load
from portal.api.submitting import receipt, receive
from portal.database import read
from portal.errors import Refused, Unknown
from portal.models import (
    OFFERING_ROLES,
    Exercise,
    ExerciseVersion,
    Person,
    Release,
    ReleasedFile,
    Role,
    Submission,
    now,
    text_in,
)
from portal.storage import digest_of_files


class _SubmitForm(msgspec.Struct):
    files: list[SentFile]
    version: str | None = None


@blueprint.get("/exchange/assignments")
@only(Caller.PERSON)
def assignments() -> Response:
    """List what is released to the person, with her attempts."""
    person = calling_person()
    courses = _courses(person)
    wanted = request.args.get("course")
    if wanted is not None:
        if wanted not in courses:
            raise _unknown_course(wanted)
        courses = {wanted}
    releases = read().scalars(
        select(Release)
        .join(Exercise)
        .join(ExerciseVersion)
        .where(
            Release.offering_id.in_(courses),
            Release.release_at <= now(),
            ExerciseVersion.is_current,
        )
        .order_by(Release.offering_id, ExerciseVersion.position, Release.exercise_id)
        .options(
            joinedload(Release.exercise)
            .joinedload(Exercise.current_version)
            .selectinload(ExerciseVersion.files)
        )
    )
    attempts = _attempts(person)
    return answer(
        {
            "assignments": [
                _assignment(release, person, attempts[release.offering_id, release.exercise_id])
                for release in releases
            ]
        }
    )


def _assignment(release: Release, person: Person, attempts: list[Submission]) -> dict[str, Any]:
    version = _current(release.exercise)
    return {
        "course": release.offering_id,
        "exercise": release.exercise_id,
        "title": text_in(version.title, person.language),
        "language": _language(version.files, person.language),
        "version": version.version,
        "release_at": release.release_at,
        "due_at": release.due_at,
        "points": version.maximum,
        "submissions": [
            receipt(attempt, release)
            | {
                "status": attempt.status,
                "score": attempt.points,
                "maximum": attempt.maximum,
                "unmarked": attempt.unmarked,
                "feedback": bool(attempt.feedback),
                "feedback_sha256": digest_of_files(
                    (file.name, file.sha256) for file in attempt.feedback
                )
                if attempt.feedback
                else None,
            }
            for attempt in attempts
        ],
    }


def _attempts(person: Person) -> defaultdict[tuple[str, str], list[Submission]]:
    """Return the person's attempts by offering and exercise, first to last."""
    found: defaultdict[tuple[str, str], list[Submission]] = defaultdict(list)
    for attempt in read().scalars(
        select(Submission)
        .where(Submission.learner_id == person.id)
        .order_by(Submission.attempt)
        .options(selectinload(Submission.feedback))
    ):
        found[attempt.offering_id, attempt.exercise_id].append(attempt)
    return found


@blueprint.get("/exchange/courses/<course>/assignments/<exercise>")
@only(Caller.PERSON)
def release(course: str, exercise: str) -> Response:
    """Hand out a release in the person's language, or in English where there is none."""
    person = calling_person()
    _, version = _released(read(), person, course, exercise)
    language = _language(version.files, person.language)
    return answer(
        {
            "course": course,
            "exercise": exercise,
            "version": version.version,
            "language": language,
            "files": load(file for file in version.files if file.language == language),
        }
    )


@blueprint.post("/exchange/courses/<course>/assignments/<exercise>/submissions")
@only(Caller.PERSON)
def submit(course: str, exercise: str) -> Response:
    """Take an attempt: 201 and a receipt once it is stored; 200 and the old receipt if it is the latest one again."""
    person = calling_person()
    opened, current = _released(read(), person, course, exercise)
    if not has_role(person, Role.LEARNER, course):
        raise Refused(
            "not_a_learner",
            gettext("You teach %(course)s, so you cannot submit there.", course=course),
        )
    form = body_as(_SubmitForm)
    stored, is_new = receive(person, opened, current, form.files, form.version)
    return answer(stored, 201 if is_new else 200)


@blueprint.get("/exchange/submissions/<submission>/feedback")
@only(Caller.PERSON)
def feedback(submission: str) -> Response:
    """Hand out the feedback of one of the person's own attempts."""
    found = read().scalar(
        select(Submission).where(
            Submission.public_id == submission, Submission.learner_id == calling_person().id
        )
    )
    if found is None:
        raise Unknown(
            "unknown_submission",
            gettext("You have no submission %(submission)s.", submission=submission),
        )
    if not found.feedback:
        raise Unknown(
            "feedback_not_ready",
            gettext("There is no feedback yet. It is there as soon as the attempt is graded."),
        )
    return answer({"files": load(found.feedback)})


def _courses(person: Person) -> set[str]:
    """Return the ids of the offerings in which the person learns or teaches."""
    return {
        assignment.offering_id
        for assignment in person.roles
        if assignment.role in OFFERING_ROLES and assignment.offering_id
    }


def _released(
    session: Session, person: Person, course: str, exercise: str
) -> tuple[Release, ExerciseVersion]:
    """Return the release and the version that is handed out now.

    Raises:
        Unknown: no such course for this person, or no such exercise in it.
        Refused: the exercise is not released yet.
    """
    if course not in _courses(person):
        raise _unknown_course(course)
    found = session.get(Release, (course, exercise))
    if found is None or found.exercise.current_version is None:
        raise Unknown(
            "unknown_exercise",
            gettext(
                "There is no exercise %(exercise)s in %(course)s.", exercise=exercise, course=course
            ),
        )
    if found.release_at > now():
        raise Refused(
            "not_released",
            gettext(
                "%(exercise)s is released on %(date)s (UTC).",
                exercise=exercise,
                date=format_datetime(found.release_at),
            ),
        )
    return found, found.exercise.current_version


def _current(exercise: Exercise) -> ExerciseVersion:
    if exercise.current_version is None:
        raise LookupError(f"expected a current version of {exercise.id}")
    return exercise.current_version


def _language(files: list[ReleasedFile], wanted: str) -> str:
    """Return the wanted language if the release has it, otherwise English."""
    return wanted if any(file.language == wanted for file in files) else "en"


def _unknown_course(course: str) -> Unknown:
    return Unknown(
        "unknown_course",
        gettext(
            "You have no course %(course)s. Check its name, or ask your instructor to enrol you.",
            course=course,
        ),
    )
