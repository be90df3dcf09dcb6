"""What marks do: they become the points of a task, by the same rules wherever they are given.

Marks are given in the portal (`give_mark`), with the answer to an appeal, and in formgrader; those come as a result of
the grader, see `portal.recording` for how both sides stay one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import gettext
from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload

from grader.results import LANGUAGES, MarkedBy, Outcome
from portal.changes import tell, topic_of_offering, topics_of
from portal.errors import Conflict, Unknown, Unreadable
from portal.models import (
    Appeal,
    AppealState,
    AuditEntry,
    Mark,
    Notice,
    Person,
    Release,
    Status,
    Submission,
    Task,
    TaskScore,
    now,
)
from portal.notices import notify
from portal.rules.marks import GivenMark, Together, together
from portal.settling import settle_learner

MARKED = "marked"
"""Code of a verdict for points that a person gave, as the grader writes it for marks of formgrader."""

LONGEST_COMMENT = 5000

_GIVEN = {
    "en": "A person gave {points:g} of {maximum:g} points.",
    "ja": "採点者が {maximum:g} 点中 {points:g} 点を付けました。",
    "ko": "채점자가 {maximum:g}점 만점에 {points:g}점을 주었습니다.",
}


@dataclass(frozen=True)
class Given:
    """What a person gives for one answer.

    Attributes:
        points: in all.
        lines: points for each line of the rubric; None: given as a whole.
        comment: for the learner; may be empty.
    """

    points: float
    lines: tuple[float, ...] | None
    comment: str


def marked_score(session: Session, submission: str, task: str) -> TaskScore:
    """Return the score of a task in an attempt, to be written; nobody else writes it until the transaction ends.

    Raises:
        Unknown: there is none.
    """
    score = session.scalar(
        select(TaskScore)
        .join(Submission, Submission.id == TaskScore.submission_id)
        .join(Task, Task.id == TaskScore.task_id)
        .where(Submission.public_id == submission, Task.name == task)
        .with_for_update(of=Submission)
        .options(joinedload(TaskScore.submission), joinedload(TaskScore.task))
    )
    if score is None:
        raise Unknown("unknown_answer", gettext("There is no such answer."))
    return score


def give_mark(session: Session, score: TaskScore, marker: Person, given: Given) -> None:
    """Write what a person gives for an answer; an earlier mark of hers is replaced. Twice the same changes nothing.

    Raises:
        Unreadable: more points than there are, fewer than none, or a comment that is too long.
        Conflict: as many people as mark each answer have marked this one already.
    """
    _check(score, given)
    marks = marks_of(session, score)
    mine = next((mark for mark in marks if mark.marker_id == marker.id), None)
    if mine is None and len(marks) >= score.submission.release.markers:
        raise Conflict(
            "marked_already",
            gettext(
                "Somebody else has marked this answer meanwhile, so your mark was not saved. "
                "Go on with the next answer."
            ),
        )
    if mine is not None and _same(mine, given):
        return
    write_mark(session, score, marker, given, now())
    settle_task(session, score, marker)


def write_mark(
    session: Session, score: TaskScore, marker: Person, given: Given, at: datetime
) -> None:
    """Write a person's mark and a trace of it. The task's score is not changed by this alone."""
    _check(score, given)
    mark = session.scalar(
        select(Mark).where(
            Mark.submission_id == score.submission_id,
            Mark.task == score.task.name,
            Mark.marker_id == marker.id,
        )
    )
    before = None if mark is None else _told(mark)
    if mark is None:
        mark = Mark(submission_id=score.submission_id, task=score.task.name, marker_id=marker.id)
        session.add(mark)
    mark.points, mark.comment = given.points, given.comment
    mark.lines = None if given.lines is None else list(given.lines)
    mark.marked_at, mark.recorded_at = at, None
    session.flush()
    session.add(
        AuditEntry(
            actor=marker.pseudonym,
            action="mark_given",
            subject=score.submission.public_id,
            details={score.task.name: {"before": before, "after": _told(mark)}},
        )
    )


def settle_task(session: Session, score: TaskScore, marker: Person) -> None:
    """Make of the marks of an answer what they make together; nothing as long as one is missing.

    Args:
        session: writes.
        score: of the task in the attempt.
        marker: whose mark was the last.
    """
    submission = score.submission
    standing = standing_of(session, score)
    if standing is not None:
        before = (score.points, score.marked_by.value)
        _write_verdict(score, standing)
        _count(submission)
        session.flush()
        after = (score.points, score.marked_by.value)
        if after != before:
            session.add(
                AuditEntry(
                    actor=marker.pseudonym,
                    action="marks_changed",
                    subject=submission.public_id,
                    details={score.task.name: {"before": before, "after": after}},
                )
            )
        settle_learner(session, submission.release, submission.learner_id)
        if before[0] is None:
            tell_marks_given(session, submission)
        tell(session, *topics_of(submission))
    else:
        tell(session, topic_of_offering(submission.offering_id))


def settle_markers(session: Session, release: Release, person: Person) -> None:
    """Settle all answers that wait, after the number of people who mark each of them became smaller."""
    waiting = session.scalars(
        select(TaskScore)
        .join(Submission, Submission.id == TaskScore.submission_id)
        .join(Task, Task.id == TaskScore.task_id)
        .where(
            Submission.offering_id == release.offering_id,
            Submission.exercise_id == release.exercise_id,
            TaskScore.points.is_(None),
            exists().where(Mark.submission_id == Submission.id, Mark.task == Task.name),
        )
        .options(joinedload(TaskScore.submission), joinedload(TaskScore.task))
    ).all()
    for score in waiting:
        settle_task(session, score, person)


def marks_of(session: Session, score: TaskScore) -> Sequence[Mark]:
    """Return the marks of an answer, first to last."""
    return session.scalars(
        select(Mark)
        .where(Mark.submission_id == score.submission_id, Mark.task == score.task.name)
        .order_by(Mark.marked_at, Mark.id)
        .options(joinedload(Mark.marker))
    ).all()


def standing_of(session: Session, score: TaskScore) -> Together | None:
    """Return what the marks of an answer make together now; None as long as one is missing."""
    decided_at = session.scalar(
        select(Appeal.answered_at)
        .where(
            Appeal.submission_id == score.submission_id,
            Appeal.task == score.task.name,
            Appeal.state == AppealState.ANSWERED,
            Appeal.points_after.is_distinct_from(Appeal.points_before),
        )
        .order_by(Appeal.answered_at.desc())
        .limit(1)
    )
    given = [
        GivenMark(mark.points, mark.comment, mark.marked_at) for mark in marks_of(session, score)
    ]
    return together(given, score.submission.release.markers, decided_at)


def tell_marks_given(session: Session, submission: Submission) -> None:
    """Tell the learner that all of an attempt is marked: once, however often marks change later."""
    if submission.unmarked:
        return
    address = url_for(
        "learner.exercise",
        offering_id=submission.offering_id,
        exercise_id=submission.exercise_id,
        attempt=submission.attempt,
    )
    told = exists().where(
        Notice.person_id == submission.learner_id,
        Notice.kind == "marks_given",
        Notice.address == address,
    )
    if not session.scalar(select(told)):
        version = submission.graded_version or submission.version
        parameters = {"exercise": version.title, "attempt": submission.attempt}
        notify(session, submission.learner_id, "marks_given", parameters, address)


def _write_verdict(score: TaskScore, standing: Together) -> None:
    """Write points and verdict of a person, in the words that the grader has for marks of formgrader."""
    points = min(standing.points, score.maximum)
    score.points, score.marked_by = points, MarkedBy.PERSON
    score.outcome = Outcome.PASSED if points >= score.maximum else Outcome.FAILED
    score.code, score.hint = MARKED, {}
    score.parameters = {"points": points, "maximum": score.maximum}
    score.rationale = {
        language: standing.comment or _GIVEN[language].format(points=points, maximum=score.maximum)
        for language in LANGUAGES
    }


def _count(submission: Submission) -> None:
    """Add up an attempt. One on which the grader failed is graded once a person has marked all of it."""
    marked = [score.points for score in submission.scores if score.points is not None]
    submission.points = sum(marked)
    submission.unmarked = len(submission.scores) - len(marked)
    if submission.status == Status.NEEDS_PERSON and not submission.unmarked:
        submission.status = Status.GRADED
        submission.graded_at = now()
        submission.graded_version_id = submission.version_id


def _check(score: TaskScore, given: Given) -> None:
    if not (math.isfinite(given.points) and 0 <= given.points <= score.maximum):
        raise Unreadable(
            "bad_points",
            gettext(
                "Points go from 0 to %(maximum)s here. Give another number.",
                maximum=f"{score.maximum:g}",
            ),
        )
    if len(given.comment) > LONGEST_COMMENT:
        raise Unreadable(
            "long_comment",
            gettext(
                "The comment is longer than %(limit)d characters. Shorten it.",
                limit=LONGEST_COMMENT,
            ),
        )


def _same(mark: Mark, given: Given) -> bool:
    lines = None if mark.lines is None else tuple(mark.lines)
    return (mark.points, lines, mark.comment) == (given.points, given.lines, given.comment)


def _told(mark: Mark) -> dict[str, object]:
    return {"points": mark.points, "lines": mark.lines, "comment": mark.comment}
