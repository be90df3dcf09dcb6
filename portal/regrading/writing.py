"""What applying a regrade and taking it back have in common: scores, traces, and what learners are told."""

from __future__ import annotations

from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.changes import tell, topics_of
from portal.errors import Conflict
from portal.models import (
    AuditEntry,
    ExerciseVersion,
    Person,
    Regrade,
    RegradeItem,
    RegradeState,
    Submission,
    TaskScore,
)
from portal.notices import notify
from portal.regrading.preview import TaskChange
from portal.regrading.scores import Scores
from portal.settling import settle_learner


def hold(session: Session, regrade: Regrade) -> None:
    """Hold the attempts of a regrade: nobody marks or grades them until the transaction ends."""
    of_regrade = select(RegradeItem.submission_id).where(RegradeItem.regrade_id == regrade.id)
    session.scalars(
        select(Submission.id)
        .where(Submission.id.in_(of_regrade))
        .order_by(Submission.id)
        .with_for_update()
    ).all()


def write_scores(
    session: Session, submission: Submission, version: ExerciseVersion, scores: Scores
) -> None:
    """Make these the scores of an attempt, graded against this version."""
    tasks = {task.name: task for task in version.tasks}
    submission.scores.clear()
    session.flush()
    submission.scores = [
        TaskScore(
            task=tasks[name],
            points=score.points,
            maximum=score.maximum,
            marked_by=score.marked_by,
            outcome=score.outcome,
            code=score.code,
            parameters=dict(score.parameters),
            rationale=dict(score.rationale),
            hint=dict(score.hint),
        )
        for name, score in scores.items()
    ]
    marked = [score.points for score in scores.values() if score.points is not None]
    submission.graded_version = version
    submission.points = sum(marked)
    submission.maximum = sum(score.maximum for score in scores.values())
    submission.unmarked = len(scores) - len(marked)
    session.flush()


def note(
    session: Session,
    regrade: Regrade,
    decider: Person,
    submission: Submission,
    changed: Iterable[TaskChange],
    *,
    kind: str,
    old_version: str,
) -> None:
    """Write down who changed what in an attempt, and tell its learner if her points changed."""
    tasks = list(changed)
    session.add(
        AuditEntry(
            actor=decider.pseudonym,
            action=kind,
            subject=submission.public_id,
            details={
                "regrade": regrade.public_id,
                "reason": regrade.reason,
                "version": {"before": old_version, "after": version_name(submission)},
                "tasks": {
                    task.task: {"before": task.before, "after": task.after} for task in tasks
                },
            },
        )
    )
    if tasks:
        told = {
            "exercise": regrade.version.title,
            "attempt": submission.attempt,
            "tasks": [
                {"title": task.title, "before": task.before, "after": task.after} for task in tasks
            ],
            "reason": regrade.reason,
        }
        address = url_for(
            "learner.exercise",
            offering_id=submission.offering_id,
            exercise_id=submission.exercise_id,
            attempt=submission.attempt,
        )
        notify(session, submission.learner_id, kind, told, address)
    tell(session, *topics_of(submission))


def settle(session: Session, regrade: Regrade, submissions: Iterable[Submission]) -> None:
    """Settle the learners of these attempts: another one may count now."""
    for learner_id in {one.learner_id for one in submissions}:
        settle_learner(session, regrade.release, learner_id)


def version_name(submission: Submission) -> str:
    """Return the version that an attempt is graded against."""
    return submission.graded_version.version if submission.graded_version is not None else ""


def not_now(regrade: Regrade) -> Conflict:
    """Return why a regrade cannot be decided as it was asked for."""
    messages = {
        RegradeState.JUDGING: gettext(
            "The attempts are still being judged. Wait until all of them are."
        ),
        RegradeState.READY: gettext("This regrade has not been applied."),
        RegradeState.APPLIED: gettext("This regrade has been applied already."),
        RegradeState.ROLLED_BACK: gettext("This regrade has been taken back already."),
        RegradeState.DROPPED: gettext("This regrade has been dropped. Ask for a new one."),
    }
    return Conflict("regrade_state", messages[regrade.state])


def changed_meanwhile() -> Conflict:
    """Return that what was seen is no longer so."""
    return Conflict(
        "regrade_changed",
        gettext(
            "Points have changed since you looked at this page, so nothing was written. "
            "Here is how it is now; look at it and decide again."
        ),
    )
