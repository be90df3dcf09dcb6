"""A large course in a database of its own: plain inserts, the same for the same seed. Nobody in it is real."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import Connection, insert

from portal import create_app
from portal.bench.coursework import (
    EXERCISES,
    OFFERING,
    START,
    WEEK,
    exercise_name,
    hand_in,
    release_of,
    store_notebooks,
    task_name,
    tasks_of,
)
from portal.configuration import configuration
from portal.database import engine_of
from portal.migrations import upgrade
from portal.models import (
    Base,
    Exercise,
    ExerciseVersion,
    Institution,
    Offering,
    Person,
    Release,
    Role,
    RoleAssignment,
    Submission,
    SubmissionFile,
    Task,
    TaskScore,
)
from portal.storage import BlobStore

_LEARNER = 1_000
"""Number of the first learner; the instructor has the one before."""


@dataclass(frozen=True)
class Course:
    """The course that was made.

    Attributes:
        app: the portal on its database.
        instructor: number of the person who teaches it.
        learners: numbers of those who take it.
        exercises: ids.
        attempts: how many there are.
        scores: how many tasks were graded in them.
    """

    app: Flask
    instructor: int
    learners: tuple[int, ...]
    exercises: tuple[str, ...]
    attempts: int
    scores: int


def make_course(folder: Path, learners: int, seed: int = 6) -> Course:
    """Make a portal in a folder: one offering of 16 exercises with 120 tasks, all learners with attempts at all."""
    chance = random.Random(seed)  # noqa: S311  reproducible, no secret
    config = configuration(folder, {"QAMPUS_DEMO": "1"})
    upgrade(config["DATABASE_URL"])
    app = create_app(config)
    exercises = tuple(exercise_name(number) for number in range(EXERCISES))
    people = tuple(range(_LEARNER, _LEARNER + learners))
    engine = engine_of(app).execution_options(qampus_writes=True)
    attempts = scores = 0
    with engine.begin() as connection:
        _courses(connection, exercises)
        _people(connection, people)
        files = store_notebooks(BlobStore(config["BLOBS"]), chance)
        for number in range(EXERCISES):
            work = hand_in(number, people, files, chance)
            connection.execute(insert(Submission), work.attempts)
            connection.execute(insert(SubmissionFile), work.files)
            connection.execute(insert(TaskScore), work.scores)
            attempts, scores = attempts + len(work.attempts), scores + len(work.scores)
        connection.exec_driver_sql("ANALYZE")
    return Course(app, _LEARNER - 1, people, exercises, attempts, scores)


def _texts(text: str) -> dict[str, str]:
    return {"en": text, "ja": text, "ko": text}


def _put(connection: Connection, table: type[Base], rows: list[dict[str, Any]]) -> None:
    connection.execute(insert(table), rows)


def _courses(connection: Connection, exercises: tuple[str, ...]) -> None:
    institution = {"id": "bench", "name": _texts("Simulated university"), "country": "JP"}
    _put(connection, Institution, [institution | {"time_zone": "Asia/Tokyo"}])
    offering = {"id": OFFERING, "institution_id": "bench", "title": _texts("Simulated course")}
    _put(connection, Offering, [offering])
    _put(connection, Exercise, [{"id": exercise} for exercise in exercises])
    versions, tasks, releases = [], [], []
    for number, exercise in enumerate(exercises):
        own = tasks_of(number)
        versions.append(
            {
                "id": number + 1,
                "exercise_id": exercise,
                "version": "0123456789ab",
                "is_current": True,
                "title": _texts(f"Simulated exercise {number + 1}"),
                "position": number,
                "hours": 2.0,
                "maximum": 2.0 * len(own),
                "manifest": {},
                "added_at": START,
            }
        )
        tasks += [
            {
                "id": task + 1,
                "version_id": number + 1,
                "name": task_name(task),
                "title": _texts(f"Simulated task {task + 1}"),
                "points": 2.0,
                "manual": False,
                "competences": [f"5.{1 + task % 4} II A1"],
                "position": place,
            }
            for place, task in enumerate(own)
        ]
        released = release_of(number)
        releases.append(
            {
                "offering_id": OFFERING,
                "exercise_id": exercise,
                "release_at": released,
                "due_at": released + WEEK,
            }
        )
    _put(connection, ExerciseVersion, versions)
    _put(connection, Task, tasks)
    _put(connection, Release, releases)


def _people(connection: Connection, learners: tuple[int, ...]) -> None:
    everybody = (_LEARNER - 1, *learners)
    _put(
        connection,
        Person,
        [
            {
                "id": number,
                "issuer": "bench",
                "subject": str(number),
                "login": f"simulated-{number}",
                "family_name": "Simulated",
                "given_name": str(number),
                "language": "ja",
                "pseudonym": f"{number:016}",
                "institution_id": "bench",
                "simulated": True,
            }
            for number in everybody
        ],
    )
    _put(
        connection,
        RoleAssignment,
        [
            {
                "person_id": number,
                "role": Role.LEARNER if number in learners else Role.INSTRUCTOR,
                "offering_id": OFFERING,
            }
            for number in everybody
        ],
    )
