"""Appeals: a learner asks to look again at the points of one task, an instructor answers, with other points or not.

Other points are a mark by hand: they hold until somebody marks the answer again, and no regrade changes them.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from portal.changes import tell, topics_of
from portal.errors import Conflict, Unknown, Unreadable
from portal.marking import Given, marked_score, settle_task, write_mark
from portal.models import (
    Appeal,
    AppealState,
    AuditEntry,
    Person,
    Role,
    RoleAssignment,
    Submission,
    TaskScore,
    now,
)
from portal.notices import notify

LONGEST = 5000
"""Characters of a question and of an answer."""


@dataclass(frozen=True)
class Reply:
    """What an instructor answers.

    Attributes:
        text: for the learner.
        points: that the task gets; None: the points stay.
        seen: the task's points that she saw when she answered.
    """

    text: str
    points: float | None
    seen: float | None


def refusal(score: TaskScore) -> str | None:
    """Return why a learner cannot appeal against a score; None if she can."""
    if score.points is None:
        return str(gettext("This task is not marked yet. You can ask once it has points."))
    if score.points >= score.maximum:
        return str(gettext("This task has all its points already."))
    return None


def ask(session: Session, learner: Person, submission: str, task: str, question: str) -> Appeal:
    """Write an appeal and tell the instructors. The same question again is the same appeal.

    Raises:
        Unknown: she has no such attempt, or it has no such task.
        Unreadable: there is no question, or it is too long.
        Conflict: one is open already, or there is nothing to appeal against.
    """
    score = marked_score(session, submission, task)
    attempt = score.submission
    if attempt.learner_id != learner.id:
        raise Unknown("unknown_answer", gettext("There is no such answer."))
    text = _text(question, gettext("Write what should be looked at again, and why."))
    before = appeals_of(session, attempt.id).get(task, ())
    already = next((one for one in before if one.state == AppealState.OPEN), None)
    if already is not None:
        if already.question == text:
            return already
        raise Conflict(
            "appeal_open",
            gettext(
                "You have asked about this task already. Wait for the answer, or withdraw that question first."
            ),
        )
    reason = refusal(score)
    if reason is not None:
        raise Conflict("no_appeal", reason)
    appeal = Appeal(
        public_id=secrets.token_hex(13),
        submission=attempt,
        task=task,
        question=text,
        asked_at=now(),
        points_before=score.points,
    )
    session.add(appeal)
    _note(session, learner, appeal, "appeal_asked", {"question": text})
    address = url_for("appeals.appeal", offering_id=attempt.offering_id, appeal=appeal.public_id)
    for instructor in session.scalars(
        select(RoleAssignment.person_id).where(
            RoleAssignment.offering_id == attempt.offering_id,
            RoleAssignment.role == Role.INSTRUCTOR,
        )
    ):
        told = {"exercise": score.task.version.title, "task": score.task.title}
        notify(session, instructor, "appeal_asked", told, address)
    tell(session, *topics_of(attempt))
    return appeal


def withdraw(session: Session, learner: Person, submission: str, task: str) -> None:
    """Take the open appeal about a task back; twice does no harm.

    Raises:
        Unknown: she has never asked about it.
        Conflict: it is answered already.
    """
    score = marked_score(session, submission, task)
    found = appeals_of(session, score.submission_id).get(task, ())
    if score.submission.learner_id != learner.id or not found:
        raise Unknown("unknown_appeal", gettext("There is no such appeal."))
    appeal = found[-1]
    if appeal.state == AppealState.WITHDRAWN:
        return
    if appeal.state == AppealState.ANSWERED:
        raise Conflict(
            "appeal_answered",
            gettext("It has been answered meanwhile, so there is nothing to withdraw."),
        )
    appeal.state = AppealState.WITHDRAWN
    _note(session, learner, appeal, "appeal_withdrawn", {})
    tell(session, *topics_of(score.submission))


def answer(session: Session, appeal: Appeal, instructor: Person, reply: Reply) -> None:
    """Answer an appeal, with other points or not, and tell the learner. The same answer again changes nothing.

    Raises:
        Unreadable: there is no text, or points cannot be given.
        Conflict: it was withdrawn or answered meanwhile, or the points have changed since she looked.
    """
    score = marked_score(session, appeal.submission.public_id, appeal.task)
    session.refresh(appeal)  # nobody else writes about this attempt from here on
    text = _text(reply.text, gettext("Write an answer; the learner reads it beside the question."))
    if appeal.state != AppealState.OPEN:
        again = (appeal.answer, appeal.answered_by_id) == (text, instructor.id)
        if appeal.state == AppealState.ANSWERED and again:
            return
        raise _closed(appeal)
    if score.points != reply.seen:
        raise Conflict(
            "points_changed",
            gettext(
                "The points of this task have changed since you opened this page. "
                "Here is how it is now; look at it and answer again."
            ),
        )
    at, changes = now(), reply.points is not None and reply.points != score.points
    # What held before the answer: a regrade may have changed it since she asked.
    appeal.points_before = score.points
    if changes and reply.points is not None:
        write_mark(session, score, instructor, Given(reply.points, None, text), at)
        appeal.points_after = reply.points
    else:
        appeal.points_after = score.points
    appeal.state, appeal.answer = AppealState.ANSWERED, text
    appeal.answered_by_id, appeal.answered_at = instructor.id, at
    session.flush()
    if changes:
        settle_task(session, score, instructor)
    points = {"before": appeal.points_before, "after": appeal.points_after}
    _note(session, instructor, appeal, "appeal_answered", {"answer": text, "points": points})
    attempt = score.submission
    notify(
        session,
        attempt.learner_id,
        "appeal_answered",
        {"exercise": score.task.version.title, "task": score.task.title, **points},
        address_of(attempt, appeal.task),
    )
    tell(session, *topics_of(attempt))


def appeals_of(session: Session, submission_id: int) -> Mapping[str, Sequence[Appeal]]:
    """Return the appeals against an attempt, by task, first to last."""
    found: dict[str, list[Appeal]] = {}
    for appeal in session.scalars(
        select(Appeal)
        .where(Appeal.submission_id == submission_id)
        .order_by(Appeal.asked_at, Appeal.id)
        .options(joinedload(Appeal.answered_by))
    ):
        found.setdefault(appeal.task, []).append(appeal)
    return found


def address_of(submission: Submission, task: str) -> str:
    """Return where a learner finds a task of one of her attempts."""
    return url_for(
        "learner.exercise",
        offering_id=submission.offering_id,
        exercise_id=submission.exercise_id,
        attempt=submission.attempt,
        _anchor=f"task-{task}",
    )


def _text(written: str, missing: str) -> str:
    text = written.replace("\r\n", "\n").strip()
    if not text:
        raise Unreadable("no_text", missing)
    if len(text) > LONGEST:
        raise Unreadable(
            "long_text",
            gettext("The text is longer than %(limit)d characters. Shorten it.", limit=LONGEST),
        )
    return text


def _closed(appeal: Appeal) -> Conflict:
    if appeal.state == AppealState.WITHDRAWN:
        return Conflict(
            "appeal_withdrawn",
            gettext("The learner has withdrawn this appeal meanwhile, so nothing was saved."),
        )
    return Conflict(
        "appeal_answered",
        gettext("Somebody else has answered this appeal meanwhile, so yours was not saved."),
    )


def _note(
    session: Session, person: Person, appeal: Appeal, action: str, details: Mapping[str, object]
) -> None:
    """Write down who did what about an appeal."""
    session.add(
        AuditEntry(
            actor=person.pseudonym,
            action=action,
            subject=appeal.submission.public_id,
            details={appeal.task: {"appeal": appeal.public_id, **details}},
        )
    )
