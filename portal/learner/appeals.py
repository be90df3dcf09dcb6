"""A learner asks to look again at the points of one task, and reads the answer."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.accounts import require_role
from portal.appealing import LONGEST, address_of, appeals_of, ask, refusal, withdraw
from portal.database import read, write
from portal.errors import PortalError
from portal.learner.blueprint import blueprint, reader
from portal.learner.exercise_page import exercise_page
from portal.models import Appeal, AppealState, Role, Submission, Task, TaskScore, now


@dataclass(frozen=True)
class _Asked:
    """A task of one of her attempts, with all that was asked about it."""

    zone: ZoneInfo
    score: TaskScore
    appeals: tuple[Appeal, ...]

    @property
    def open(self) -> Appeal | None:
        """The question that waits for an answer."""
        return next((one for one in self.appeals if one.state == AppealState.OPEN), None)


@blueprint.get("/<offering_id>/<exercise_id>/appeals/<int:attempt>/<task>")
@require_role(Role.LEARNER)
def appeal(offering_id: str, exercise_id: str, attempt: int, task: str) -> str:
    """Show what was asked about a task and answered, and the form to ask."""
    return _page(_asked(offering_id, exercise_id, attempt, task))


@blueprint.post("/<offering_id>/<exercise_id>/appeals/<int:attempt>/<task>")
@require_role(Role.LEARNER)
def ask_about(offering_id: str, exercise_id: str, attempt: int, task: str) -> ResponseReturnValue:
    """Ask to look again at a task."""
    found = _asked(offering_id, exercise_id, attempt, task)
    question = request.form.get("question", "")
    try:
        with write() as session:
            ask(session, reader(), found.score.submission.public_id, task, question)
    except PortalError as error:
        found = _asked(offering_id, exercise_id, attempt, task)
        return _page(found, question, str(error.message)), error.status
    flash(gettext("Your question is with the instructors. You are told as soon as it is answered."))
    return redirect(request.path, 303)


@blueprint.post("/<offering_id>/<exercise_id>/appeals/<int:attempt>/<task>/withdraw")
@require_role(Role.LEARNER)
def withdraw_question(
    offering_id: str, exercise_id: str, attempt: int, task: str
) -> ResponseReturnValue:
    """Take the open question back."""
    found = _asked(offering_id, exercise_id, attempt, task)
    try:
        with write() as session:
            withdraw(session, reader(), found.score.submission.public_id, task)
    except PortalError as error:
        found = _asked(offering_id, exercise_id, attempt, task)
        return _page(found, problem=str(error.message)), error.status
    flash(gettext("Your question is withdrawn."))
    return redirect(request.path.removesuffix("/withdraw"), 303)


def _page(found: _Asked, question: str = "", problem: str = "") -> str:
    score = found.score
    return render_template(
        "learner/appeal.html",
        asked=found,
        refusal=refusal(score),
        back=address_of(score.submission, score.task.name),
        question=question,
        problem=problem,
        longest=LONGEST,
    )


def _asked(offering_id: str, exercise_id: str, attempt: int, task: str) -> _Asked:
    """Return a task of one of the learner's own attempts, or answer 404."""
    page = exercise_page(read(), reader(), offering_id, exercise_id, now())
    found = next((one for one in page.attempts if one.attempt == attempt), None) if page else None
    if page is None or found is None:
        abort(404)
    score = read().scalar(
        select(TaskScore)
        .join(Task, Task.id == TaskScore.task_id)
        .where(TaskScore.submission_id == found.id, Task.name == task)
        .options(
            joinedload(TaskScore.task).joinedload(Task.version),
            joinedload(TaskScore.submission).joinedload(Submission.offering),
        )
    )
    if score is None:
        abort(404)
    return _Asked(page.zone, score, tuple(appeals_of(read(), found.id).get(task, ())))
