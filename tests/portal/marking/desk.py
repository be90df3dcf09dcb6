"""A course with written answers that wait to be marked, for tests of marks and appeals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload

from portal.marking import Given, give_mark, marked_score
from portal.models import (
    ExerciseVersion,
    Mark,
    Person,
    Release,
    Role,
    RoleAssignment,
    Submission,
    SubmissionFile,
    Task,
    TaskScore,
)
from tests.portal.classroom import START, TASKS, Portal, hand_in

OFFERING = "snu-2026"
EXERCISE = "04_entanglement"
ESSAY = "no_signalling"
FIRST, SECOND, THIRD = "snu-instructor", "snu-instructor-2", "snu-instructor-3"
RUBRIC = """One point for each of two statements.

- **1 point, statistics:** says that Bob sees half 0 and half 1, *with a reason*.

- **1 point, no control:** says that Alice cannot choose her outcome.

A contradiction takes the point of that line away."""


def notebook(answers: Mapping[str, str]) -> str:
    """Return a notebook with these answers: task -> text."""
    cells = [
        {
            "cell_type": "markdown",
            "source": text,
            "metadata": {"nbgrader": {"grade_id": task, "grade": True, "solution": True}},
        }
        for task, text in answers.items()
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def open_desk(portal: Portal, learners: int = 3, *, markers: int = 1, rubric: bool = True) -> None:
    """Let learners of Seoul hand in essays; `markers` people mark each, two more instructors teach, too."""
    room = portal.room
    with portal.writing() as session:
        version = session.get_one(ExerciseVersion, room.versions[EXERCISE].id)
        texts = {"en": RUBRIC} if rubric else {}
        version.manifest = {
            "tasks": [
                {"id": name, "points": points, "rubric": texts if manual else {}}
                for name, _, _, _, points, manual, _ in TASKS
            ]
        }
        session.execute(update(Release).values(markers=markers))
        second = Person(
            issuer="demo",
            subject=SECOND,
            login=SECOND,
            family_name="Instructor",
            given_name="Second",
            language="en",
            pseudonym="0123456789abcdef",
            institution_id="snu",
            simulated=True,
        )
        third = Person(
            issuer="demo",
            subject=THIRD,
            login=THIRD,
            family_name="Instructor",
            given_name="Third",
            language="en",
            pseudonym="123456789abcdef0",
            institution_id="snu",
            simulated=True,
        )
        for person in (second, third):
            person.roles = [RoleAssignment(role=Role.INSTRUCTOR, offering_id=OFFERING)]
            session.add(person)
    with portal.writing() as session:
        for number, learner in enumerate(room.learners("snu")[:learners]):
            essay(portal, session, learner, START + timedelta(days=2 + number), f"Essay {number}")


def essay(
    portal: Portal, session: Session, learner: Person, at: datetime, text: str, attempt: int = 1
) -> Submission:
    """Hand in an attempt with an essay that nobody has marked."""
    submission = hand_in(session, portal.room, learner, EXERCISE, at, attempt=attempt)
    content = portal.store(notebook({ESSAY: text}))
    submission.files.append(SubmissionFile(name=f"{EXERCISE}.ipynb", sha256=content, size=1))
    session.flush()
    return submission


def attempt_of(portal: Portal, number: int, attempt: int = 1) -> Submission:
    """Return an attempt of the learner with this number, 1 for the first, as it is stored now."""
    with portal.writing() as session:
        return session.scalars(
            select(Submission)
            .join(Person, Person.id == Submission.learner_id)
            .where(Person.login == f"snu-learner-{number}", Submission.attempt == attempt)
            .options(joinedload(Submission.learner))
        ).one()


def score_of(portal: Portal, submission: Submission, task: str = ESSAY) -> TaskScore:
    """Return what a task has now."""
    with portal.writing() as session:
        return session.scalars(
            select(TaskScore)
            .join(Task, Task.id == TaskScore.task_id)
            .where(TaskScore.submission_id == submission.id, Task.name == task)
        ).one()


def marks_in(portal: Portal, submission: Submission) -> list[Mark]:
    """Return all marks of an attempt, first to last."""
    with portal.writing() as session:
        return list(
            session.scalars(
                select(Mark).where(Mark.submission_id == submission.id).order_by(Mark.id)
            )
        )


def mark(
    portal: Portal,
    submission: Submission,
    login: str,
    points: float,
    comment: str = "",
    task: str = ESSAY,
) -> None:
    """Let an instructor mark an answer."""
    with portal.app.test_request_context(), portal.writing() as session:
        marker = session.scalars(select(Person).where(Person.login == login)).one()
        score = marked_score(session, submission.public_id, task)
        give_mark(session, score, marker, Given(points, None, comment))
