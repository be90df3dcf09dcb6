"""The item analysis of an exercise, and of each of its tasks. Of the instructor's own offering alone."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, current_app, render_template, request
from sqlalchemy.orm import joinedload

from portal.accounts import require_role
from portal.database import read
from portal.diagnosis import in_words
from portal.instructor.analysis import wording
from portal.instructor.analysis.answers import READ, Answers
from portal.instructor.analysis.figures import TaskAnalysis
from portal.instructor.analysis.memory import memory_of
from portal.instructor.analysis.queries import (
    ExerciseAnalysis,
    exercise_analysis,
    notebooks,
    release_of,
    state,
)
from portal.models import ExerciseVersion, Offering, Release, Role, now
from portal.navigation import answer_refusals
from portal.statistics.flags import PASSED
from portal.statistics.items import FEWEST

blueprint = Blueprint("analysis", __name__, url_prefix="/instructor")
answer_refusals(blueprint)


@dataclass(frozen=True)
class Page:
    """What both pages show.

    Attributes:
        offering: whose learners.
        zone: whose clock its dates are read by.
        release: the exercise in the offering.
        version: the version handed out now.
        analysis: its figures.
    """

    offering: Offering
    zone: ZoneInfo
    release: Release
    version: ExerciseVersion
    analysis: ExerciseAnalysis


@blueprint.get("/<offering_id>/exercises/<exercise_id>/analysis")
@require_role(Role.INSTRUCTOR)
def analysis(offering_id: str, exercise_id: str) -> str:
    """Show the figures of all tasks of an exercise."""
    page = _page(offering_id, exercise_id)
    return render_template(
        "instructor/analysis/exercise.html",
        page=page,
        wording=wording,
        in_words=in_words,
        right=PASSED,
    )


@blueprint.get("/<offering_id>/exercises/<exercise_id>/analysis/<task_name>")
@require_role(Role.INSTRUCTOR)
def task(offering_id: str, exercise_id: str, task_name: str) -> str:
    """Show one task: its figures, what wrong answers look like, and how differently it was solved."""
    page = _page(offering_id, exercise_id)
    found = next((one for one in page.analysis.tasks if one.task.name == task_name), None)
    if found is None:
        abort(404)
    everything = request.args.get("answers") == "all"
    answers = _answers(page.release, found, everything=everything)
    return render_template(
        "instructor/analysis/task.html",
        page=page,
        one=found,
        wording=wording,
        in_words=in_words,
        right=PASSED,
        FEWEST=FEWEST,
        examples={code.code: answers.examples(code.examples) for code in found.codes},
        constructions=answers.constructions(found.right, everything=everything),
    )


def _page(offering_id: str, exercise_id: str) -> Page:
    """Return what the pages of an exercise show, or answer 404."""
    session = read()
    found = release_of(session, offering_id, exercise_id)
    if found is None:
        abort(404)
    release, version = found
    offering = session.get_one(Offering, offering_id, options=[joinedload(Offering.institution)])
    figures = memory_of(current_app).get(
        (offering_id, exercise_id),
        state(session, offering_id),
        lambda: exercise_analysis(session, release, now()),
    )
    return Page(offering, ZoneInfo(offering.institution.time_zone), release, version, figures)


def _answers(release: Release, found: TaskAnalysis, *, everything: bool) -> Answers:
    """Return what reads the answers to a task."""
    right = found.right if everything else found.right[:READ]
    wanted = {attempt for code in found.codes for attempt in code.examples} | set(right)
    files = notebooks(read(), release, tuple(wanted))
    return Answers(current_app.config["BLOBS"], files, found.task.name)
