"""The exchange: what a person's JupyterLab asks for. She sees her own rows, in the offerings where she has a role."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Annotated

import msgspec
from flask import Response
from flask_babel import format_datetime, gettext
from msgspec import UNSET, Meta, UnsetType
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from portal.accounts import has_role
from portal.api.answers import Assignment, Assignments, Attempt, Feedback, Receipt, ReleasedFiles
from portal.api.blueprint import answer, blueprint, body_as, query_as
from portal.api.caller import Caller, calling_person, only
from portal.api.description import described
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
from portal.settling import personal
from portal.storage import digest_of_files


class CourseQuery(msgspec.Struct):
    """Which course's exercises are listed."""

    course: Annotated[str, Meta(description="One course alone.")] | UnsetType = UNSET


class SubmitForm(msgspec.Struct):
    """An attempt: its files, and the version that was worked on."""

    files: list[SentFile]
    version: str | None = None


@blueprint.get("/exchange/assignments")
@described(
    "List released exercises",
    query=CourseQuery,
    answers={200: Assignments},
    errors={404: ("unknown_course",)},
)
@only(Caller.PERSON)
def assignments() -> Response:
    """List what is released to the person, with her attempts."""
    person = calling_person()
    courses = _courses(person)
    wanted = query_as(CourseQuery).course
    if wanted is not UNSET:
        if wanted not in courses:
            raise _unknown_course(wanted)
        courses = {wanted}
    releases = (
        read()
        .scalars(
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
        .all()
    )
    attempts = _attempts(person)
    dates = personal(read(), releases, person.id)
    keys = [(release.offering_id, release.exercise_id) for release in releases]
    return answer(
        Assignments(
            [
                _assignment(release, dates[key].due_at, person, attempts[key])
                for release, key in zip(releases, keys, strict=True)
            ]
        )
    )


def _assignment(
    release: Release, due_at: datetime | None, person: Person, attempts: list[Submission]
) -> Assignment:
    version = _current(release.exercise)
    return Assignment(
        course=release.offering_id,
        exercise=release.exercise_id,
        title=text_in(version.title, person.language),
        language=_language(version.files, person.language),
        version=version.version,
        release_at=release.release_at,
        due_at=due_at,
        points=version.maximum,
        submissions=[_attempt(attempt) for attempt in attempts],
    )


def _attempt(attempt: Submission) -> Attempt:
    files = [(file.name, file.sha256) for file in attempt.feedback]
    return Attempt(
        **msgspec.structs.asdict(receipt(attempt)),
        status=attempt.status,
        score=attempt.points,
        maximum=attempt.maximum,
        unmarked=attempt.unmarked,
        feedback=bool(files),
        feedback_sha256=digest_of_files(files) if files else None,
    )


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
@described(
    "Fetch an exercise",
    answers={200: ReleasedFiles},
    errors={403: ("not_released",), 404: ("unknown_course", "unknown_exercise")},
)
@only(Caller.PERSON)
def release(course: str, exercise: str) -> Response:
    """Hand out a release in the person's language, or in English where there is none."""
    person = calling_person()
    _, version = _released(read(), person, course, exercise)
    language = _language(version.files, person.language)
    return answer(
        ReleasedFiles(
            course=course,
            exercise=exercise,
            version=version.version,
            language=language,
            files=load(file for file in version.files if file.language == language),
        )
    )


@blueprint.post("/exchange/courses/<course>/assignments/<exercise>/submissions")
@described(
    "Submit an attempt",
    body=SubmitForm,
    answers={200: Receipt, 201: Receipt},
    errors={
        403: ("not_released", "not_a_learner", "closed", "no_attempts_left"),
        404: ("unknown_course", "unknown_exercise"),
        413: ("too_many_files",),
        422: ("bad_name", "bad_encoding", "notebook_missing", "not_a_notebook", "unknown_version"),
    },
)
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
    form = body_as(SubmitForm)
    stored, is_new = receive(person, opened, current, form.files, form.version)
    return answer(stored, 201 if is_new else 200)


@blueprint.get("/exchange/submissions/<submission>/feedback")
@described(
    "Fetch feedback",
    answers={200: Feedback},
    errors={404: ("unknown_submission", "feedback_not_ready")},
)
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
    return answer(Feedback(load(found.feedback)))


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
