"""What all addresses under `/learner/` share. Each shows only what belongs to the learner who asks."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from portal.accounts import current_person, offerings_attended, require_role
from portal.changes import topic_of_learner
from portal.lab import lab_known, to_lab
from portal.language import texts
from portal.models import Person, Role
from portal.navigation import answer_refusals

blueprint = Blueprint("learner", __name__, url_prefix="/learner")
answer_refusals(blueprint)


@dataclass(frozen=True)
class Tab:
    """A link to one of the learner's own pages; `here`: she is on it."""

    label: str
    address: str
    here: bool


@blueprint.get("/lab")
@require_role(Role.LEARNER)
def lab() -> ResponseReturnValue:
    """Send the learner to her JupyterLab."""
    return to_lab(reader())


@blueprint.app_template_global()
def learner_tabs() -> tuple[Tab, ...]:
    """Return the links between the learner's pages; with several courses each map bears its course's name."""
    taken = offerings_attended(reader())
    links = [(gettext("What now"), url_for("learner.exercises"))]
    for offering in taken:
        label = gettext("Map of the course")
        if len(taken) > 1:
            label = gettext("Map: %(course)s", course=texts(offering.title))
        links.append((label, url_for("learner.course_map", offering_id=offering.id)))
        label = gettext("Lessons")
        if len(taken) > 1:
            label = gettext("Lessons: %(course)s", course=texts(offering.title))
        links.append((label, url_for("lessons.lessons", offering_id=offering.id)))
    links.append((gettext("What you have mastered"), url_for("learner.mastered")))
    return tuple(Tab(label, address, request.path == address) for label, address in links)


def reader() -> Person:
    """Return the learner who asks."""
    person = current_person()
    if person is None:
        abort(403)
    return person


def own_topic() -> str:
    """Return the topic under which the learner's pages hear of changes."""
    return topic_of_learner(reader().pseudonym)


def lab_link() -> str | None:
    """Return the address that leads to JupyterLab, if there is one."""
    return url_for("learner.lab") if lab_known() else None
