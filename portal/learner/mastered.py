"""What a learner has mastered, by competence: a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, render_template, url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from grader.competences import HIGHEST_BY_PROGRAM, framework_source, subdomain_name
from grader.results import MarkedBy
from portal.accounts import offerings_attended, require_role
from portal.database import read
from portal.learner.blueprint import blueprint, own_topic, reader
from portal.live import answer_part, live_part
from portal.models import (
    ExerciseVersion,
    Offering,
    Person,
    Release,
    Role,
    Submission,
    Task,
    TaskScore,
    now,
)
from portal.statistics.mastery import Mastery, TaskPoints, mastery


@dataclass(frozen=True)
class CourseMastery:
    """What a learner has mastered in one offering."""

    offering: Offering
    mastery: tuple[Mastery, ...]


@blueprint.get("/mastery")
@require_role(Role.LEARNER)
def mastered() -> str:
    """Show what the learner has mastered."""
    return render_template("learner/mastery.html", part=live_part(**_part()))


@blueprint.get("/mastery/part")
@require_role(Role.LEARNER)
def mastered_part() -> Response:
    """Answer the page when it asks again."""
    return answer_part(**_part())


def _part() -> dict[str, Any]:
    taken = offerings_attended(reader())
    points = task_points(read(), reader(), [offering.id for offering in taken])
    return {
        "template": "learner/_mastery.html",
        "address": url_for("learner.mastered_part"),
        "topic": own_topic(),
        "courses": [CourseMastery(one, mastery(points[one.id])) for one in taken],
        "framework": framework_source(),
        "highest_by_program": HIGHEST_BY_PROGRAM,
        "subdomain_name": subdomain_name,
    }


def task_points(
    session: Session, learner: Person, offering_ids: list[str]
) -> dict[str, list[TaskPoints]]:
    """Return, by offering, the points of a learner in all tasks that are released now, from the attempts that count.

    A task that she tried in an older version of its exercise is known by its name.
    """
    scores = {
        (row.offering_id, row.exercise_id, row.name): row
        for row in session.execute(
            select(
                Submission.offering_id,
                Submission.exercise_id,
                Task.name,
                TaskScore.points,
                TaskScore.marked_by,
            )
            .join(TaskScore, TaskScore.submission_id == Submission.id)
            .join(Task, Task.id == TaskScore.task_id)
            .where(
                Submission.learner_id == learner.id,
                Submission.offering_id.in_(offering_ids),
                Submission.counts,
            )
        )
    }
    found: dict[str, list[TaskPoints]] = {one: [] for one in offering_ids}
    for row in session.execute(
        select(
            Release.offering_id,
            Release.exercise_id,
            Task.name,
            Task.points,
            Task.manual,
            Task.competences,
        )
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Release.exercise_id)
        .join(Task, Task.version_id == ExerciseVersion.id)
        .where(
            Release.offering_id.in_(offering_ids),
            Release.release_at <= now(),
            ExerciseVersion.is_current,
        )
    ):
        score = scores.get((row.offering_id, row.exercise_id, row.name))
        found[row.offering_id].append(
            TaskPoints(
                competences=tuple(row.competences),
                points=score.points if score is not None else None,
                maximum=row.points,
                waiting=score is not None and score.points is None,
                by_person=row.manual or (score is not None and score.marked_by is MarkedBy.PERSON),
            )
        )
    return found
