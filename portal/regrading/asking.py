"""Asking for a regrade: what is newer, which attempts there are, and the regrade itself."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext
from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from portal.changes import tell, topic_of_offering
from portal.errors import Conflict, Unreadable
from portal.models import (
    ExerciseVersion,
    Person,
    Regrade,
    RegradeItem,
    RegradeState,
    Release,
    Status,
    Submission,
    Task,
)
from portal.regrading.versions import differences

MOST_LETTERS = 500
"""Of a reason."""

OPEN = (RegradeState.JUDGING, RegradeState.READY)


class Which(StrEnum):
    """Which graded attempts are judged anew."""

    COUNTING = "counting"
    ALL = "all"


@dataclass(frozen=True)
class Newer:
    """How the version that is handed out now differs from those that attempts were graded against.

    Attributes:
        version: that is handed out now.
        outdated: attempts that count and were graded against an older version.
        changed: tasks that changed since one of those versions.
        revalued: of those, tasks that are worth other points now.
        added: tasks that one of those did not have.
        gone: tasks of those that it does not have any more.
        untold: tasks of which the manifests do not tell whether they changed.
        counting: attempts that count.
        graded: all graded attempts.
        open_regrade: one of this exercise that is neither applied nor dropped.
    """

    version: ExerciseVersion
    outdated: int
    changed: tuple[Task, ...]
    revalued: tuple[Task, ...]
    added: tuple[Task, ...]
    gone: tuple[Task, ...]
    untold: tuple[Task, ...]
    counting: int
    graded: int
    open_regrade: Regrade | None


def newer(session: Session, offering_id: str, exercise_id: str) -> Newer | None:
    """Return how an exercise's current version differs from what its attempts were graded against.

    None where the offering has no such exercise.
    """
    version = session.scalar(
        select(ExerciseVersion)
        .join(Release, Release.exercise_id == ExerciseVersion.exercise_id)
        .where(
            Release.offering_id == offering_id,
            Release.exercise_id == exercise_id,
            ExerciseVersion.is_current,
        )
    )
    if version is None:
        return None
    of_exercise = (Submission.offering_id == offering_id, Submission.exercise_id == exercise_id)
    counted = session.execute(
        select(Submission.graded_version_id, func.count().label("number"))
        .where(*of_exercise, Submission.counts, Submission.status == Status.GRADED)
        .group_by(Submission.graded_version_id)
    ).all()
    graded = session.scalar(
        select(func.count())
        .select_from(Submission)
        .where(*of_exercise, Submission.status == Status.GRADED)
    )
    older = {row.graded_version_id: row.number for row in counted if row.graded_version_id}
    older.pop(version.id, None)
    former = session.scalars(
        select(ExerciseVersion)
        .where(ExerciseVersion.id.in_(older))
        .options(selectinload(ExerciseVersion.tasks))
        .order_by(ExerciseVersion.id.desc())
    ).all()
    found = [differences(one, version) for one in former]

    def named(names: Collection[str]) -> tuple[Task, ...]:
        return tuple(task for task in version.tasks if task.name in names)

    changed = {name for one in found for name in one.changed}
    left = {name for one in found for name in one.gone}
    gone = {task.name: task for one in former for task in one.tasks if task.name in left}
    return Newer(
        version,
        outdated=sum(older.values()),
        changed=named(changed),
        revalued=named({name for one in found for name in one.revalued}),
        added=named({name for one in found for name in one.added}),
        gone=tuple(gone.values()),
        untold=named({name for one in found for name in one.untold} - changed),
        counting=sum(row.number for row in counted),
        graded=graded or 0,
        open_regrade=open_regrade(session, offering_id, exercise_id),
    )


def open_regrade(session: Session, offering_id: str, exercise_id: str) -> Regrade | None:
    """Return the regrade of an exercise that is neither applied nor dropped, if there is one."""
    return session.scalar(
        select(Regrade)
        .where(
            Regrade.offering_id == offering_id,
            Regrade.exercise_id == exercise_id,
            Regrade.state.in_(OPEN),
        )
        .limit(1)
    )


def ask(
    session: Session,
    offering_id: str,
    exercise_id: str,
    asker: Person,
    *,
    version: str,
    tasks: Collection[str],
    which: str,
    reason: str,
) -> Regrade:
    """Have attempts judged anew; nothing changes until the regrade is applied.

    Args:
        session: writes.
        offering_id: the offering.
        exercise_id: one of its exercises that has a version.
        asker: an instructor of the offering.
        version: the version that she saw.
        tasks: ids of the tasks whose points may change.
        which: one of `Which`.
        reason: why, told to the learners whose points change.

    Raises:
        Conflict: a regrade of the exercise is open, or a newer version came out meanwhile.
        Unreadable: no task, no reason, or no attempt.
    """
    current = session.scalars(
        select(ExerciseVersion).where(
            ExerciseVersion.exercise_id == exercise_id, ExerciseVersion.is_current
        )
    ).one()
    # One at a time of an exercise: on SQLite the transaction itself holds all others off.
    session.get_one(Release, (offering_id, exercise_id), with_for_update=True)
    before = open_regrade(session, offering_id, exercise_id)
    reason = reason.strip()
    if before is not None and _same(before, asker, current, tasks, reason):
        return before  # a double click
    if before is not None:
        raise Conflict(
            "regrade_open",
            gettext("A regrade of this exercise is open already. Apply it or drop it first."),
        )
    if current.version != version:
        raise Conflict(
            "newer_version",
            gettext("A newer version came out while you were choosing. Look at the tasks again."),
        )
    chosen = [task.name for task in current.tasks if task.name in tasks and not task.manual]
    if not chosen:
        raise Unreadable("no_task", gettext("Choose at least one task."))
    if not reason:
        raise Unreadable("no_reason", gettext("Say why: the learners will read it."))
    if len(reason) > MOST_LETTERS:
        raise Unreadable(
            "long_reason",
            gettext("The reason has more than %(limit)d letters.", limit=MOST_LETTERS),
        )
    submissions = _attempts(session, offering_id, exercise_id, which)
    if not submissions:
        raise Unreadable("no_attempt", gettext("No attempt has been graded yet."))
    regrade = Regrade(
        public_id=uuid.uuid4().hex,
        offering_id=offering_id,
        exercise_id=exercise_id,
        version_id=current.id,
        tasks=chosen,
        reason=reason,
        asked_by_id=asker.id,
        items=[RegradeItem(submission_id=submission) for submission in submissions],
    )
    session.add(regrade)
    tell(session, topic_of_offering(offering_id))
    session.flush()
    return regrade


def _same(
    before: Regrade,
    asker: Person,
    current: ExerciseVersion,
    tasks: Collection[str],
    reason: str,
) -> bool:
    """Say whether the very same was asked for already."""
    told = (before.asked_by_id, before.version_id, set(before.tasks), before.reason)
    return told == (asker.id, current.id, set(tasks), reason)


def _attempts(session: Session, offering_id: str, exercise_id: str, which: str) -> list[int]:
    """Return the graded attempts, all or those that count."""
    query = (
        select(Submission.id)
        .where(
            Submission.offering_id == offering_id,
            Submission.exercise_id == exercise_id,
            Submission.status == Status.GRADED,
        )
        .order_by(Submission.id)
    )
    if which != Which.ALL:
        query = query.where(Submission.counts)
    return list(session.scalars(query))


def regrade_of(session: Session, offering_id: str, public_id: str) -> Regrade | None:
    """Return a regrade of an offering, locked if the session writes; None if there is no such."""
    return session.scalar(
        select(Regrade)
        .where(Regrade.offering_id == offering_id, Regrade.public_id == public_id)
        .options(joinedload(Regrade.version), joinedload(Regrade.asked_by))
        .with_for_update(of=Regrade)
    )
