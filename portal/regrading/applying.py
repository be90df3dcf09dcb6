"""Applying a regrade: in one transaction, and only as it was seen."""

from __future__ import annotations

from sqlalchemy.orm import Session

from portal.models import Person, Regrade, RegradeState, now
from portal.regrading.preview import Kind, Preview, preview
from portal.regrading.scores import stored
from portal.regrading.writing import (
    changed_meanwhile,
    hold,
    not_now,
    note,
    settle,
    version_name,
    write_scores,
)


def apply(session: Session, regrade: Regrade, decider: Person, seen: str) -> Preview:
    """Write the points of a regrade, all of them or none.

    Args:
        session: writes.
        regrade: one that is ready.
        decider: who applies it.
        seen: the digest of the preview that she saw.

    Raises:
        Conflict: it is not ready (any more), or something has changed since she saw it.
    """
    if regrade.state != RegradeState.READY:
        raise not_now(regrade)
    hold(session, regrade)
    found = preview(session, regrade)
    if found.seen != seen:
        raise changed_meanwhile()
    written = [one for one in found.attempts if one.changes]
    for one in written:
        submission, item = one.submission, one.item
        old = version_name(submission)
        item.before = {
            "version": submission.graded_version_id or submission.version_id,
            "scores": stored(one.now),
            "wrote": stored({name: one.after[name] for name in sorted(one.replaced)}),
            "up": sum(task.kind == Kind.UP for task in one.tasks),
            "down": sum(task.kind == Kind.DOWN for task in one.tasks),
        }
        item.recorded_at = None
        version = regrade.version if one.moves else submission.graded_version
        write_scores(session, submission, version or regrade.version, one.after)
        changed = [task for task in one.tasks if task.before != task.after]
        note(
            session, regrade, decider, submission, changed, kind="regrade_applied", old_version=old
        )
    regrade.state = RegradeState.APPLIED
    regrade.decided_by_id, regrade.decided_at = decider.id, now()
    settle(session, regrade, [one.submission for one in written])
    return found


def drop(session: Session, regrade: Regrade, decider: Person) -> None:
    """Give a regrade up before it is applied; nothing changes.

    Raises:
        Conflict: it is applied or dropped already.
    """
    if regrade.state not in (RegradeState.JUDGING, RegradeState.READY):
        raise not_now(regrade)
    regrade.state = RegradeState.DROPPED
    regrade.decided_by_id, regrade.decided_at = decider.id, now()
    session.flush()
