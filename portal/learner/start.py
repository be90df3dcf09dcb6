"""The start page of a learner: what to do now, and everything of her courses."""

from __future__ import annotations

from typing import Any

from flask import Response, render_template, url_for

from portal.accounts import require_role
from portal.database import read
from portal.learner import wording
from portal.learner.agenda import agenda, deadline, next_in_course
from portal.learner.blueprint import blueprint, lab_link, own_topic, reader
from portal.learner.works import courses
from portal.live import answer_part, live_part
from portal.models import Role, now


@blueprint.get("/")
@require_role(Role.LEARNER)
def exercises() -> str:
    """Show what the learner should look at now, and the exercises of all offerings that she takes."""
    return render_template("learner/exercises.html", part=live_part(**_exercises_part()))


@blueprint.get("/part")
@require_role(Role.LEARNER)
def exercises_part() -> Response:
    """Answer the exercises page when it asks again."""
    return answer_part(**_exercises_part())


def _exercises_part() -> dict[str, Any]:
    """Return what makes the changing part of the start page."""
    at = now()
    taken = courses(read(), reader(), at)
    works = [work for course in taken for work in course.works]
    return {
        "template": "learner/_exercises.html",
        "address": url_for("learner.exercises_part"),
        "topic": own_topic(),
        "courses": taken,
        "groups": agenda(works, at),
        "next": next_in_course(works, at),
        "at": at,
        "deadline": deadline,
        "wording": wording,
        "lab_link": lab_link(),
    }
