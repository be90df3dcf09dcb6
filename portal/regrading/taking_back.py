"""Taking an applied regrade back: exactly what was there, except where something newer has changed it since."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.models import (
    ExerciseVersion,
    Person,
    Regrade,
    RegradeItem,
    RegradeState,
    Submission,
    Texts,
    now,
)
from portal.regrading.preview import Kind, TaskChange, done, items_of, scores_of, titles, worth
from portal.regrading.scores import Held, Scores, read_stored, together
from portal.regrading.writing import (
    changed_meanwhile,
    hold,
    not_now,
    note,
    settle,
    version_name,
    write_scores,
)


@dataclass(frozen=True)
class TakenBack:
    """What taking a regrade back does to one attempt.

    Attributes:
        item: its part of the regrade.
        back: the tasks that get what they had before.
        stays: those that something newer has changed since: they stay.
        version: that it is graded against afterwards.
        after: all scores that it would have.
    """

    item: RegradeItem
    back: tuple[TaskChange, ...]
    stays: tuple[TaskChange, ...]
    version: ExerciseVersion
    after: Scores

    @property
    def submission(self) -> Submission:
        """The attempt."""
        return self.item.submission


@dataclass(frozen=True)
class WayBack:
    """What taking a regrade back would do; `seen` is the digest of all this."""

    attempts: tuple[TakenBack, ...]
    seen: str


def way_back(session: Session, regrade: Regrade) -> WayBack:
    """Return what taking an applied regrade back would do, as everything is now."""
    items = [one for one in items_of(session, regrade) if one.before is not None]
    later = _judged_later(session, regrade)
    attempts = tuple(_taken_back(session, regrade, one, later) for one in items)
    told = [
        (one.submission.public_id, one.back, one.stays, one.version.version) for one in attempts
    ]
    seen = hashlib.sha256(msgspec.json.encode([regrade.public_id, told])).hexdigest()[:32]
    return WayBack(attempts, seen)


def roll_back(session: Session, regrade: Regrade, decider: Person, seen: str) -> WayBack:
    """Put back what a regrade changed, except where something newer has changed it since; all of it or nothing.

    Args:
        session: writes.
        regrade: one that is applied.
        decider: who takes it back.
        seen: the digest of what she saw.

    Raises:
        Conflict: it is not applied (any more), or something has changed since she saw it.
    """
    if regrade.state != RegradeState.APPLIED:
        raise not_now(regrade)
    hold(session, regrade)
    found = way_back(session, regrade)
    if found.seen != seen:
        raise changed_meanwhile()
    for one in found.attempts:
        submission, old = one.submission, version_name(one.submission)
        if one.back or submission.graded_version_id != one.version.id:
            one.item.recorded_at = None
            write_scores(session, submission, one.version, one.after)
            changed = [task for task in one.back if task.before != task.after]
            note(
                session,
                regrade,
                decider,
                submission,
                changed,
                kind="regrade_rolled_back",
                old_version=old,
            )
    regrade.state = RegradeState.ROLLED_BACK
    regrade.rolled_back_by_id, regrade.rolled_back_at = decider.id, now()
    settle(session, regrade, [one.submission for one in found.attempts])
    return found


def _taken_back(
    session: Session, regrade: Regrade, item: RegradeItem, later: Mapping[int, frozenset[str]]
) -> TakenBack:
    kept: Mapping[str, Any] = item.before or {}
    before, wrote = read_stored(kept["scores"]), read_stored(kept["wrote"])
    submission, present = item.submission, scores_of(item.submission)
    newer = later.get(submission.id, frozenset())
    free = {name for name, score in wrote.items() if present.get(name) == score} - newer
    former = session.get_one(ExerciseVersion, kept["version"])
    whole = together(
        present,
        {name: before[name] for name in free & before.keys()},
        worth(former),
        gone=frozenset(free - before.keys()),
    )
    named = titles(regrade)
    back, stays = [], []
    for task in done(regrade, item):
        name, score = task.task, whole.scores.get(task.task)
        if name in free and (name in before or whole.moves):
            back.append(_back(name, named[name], present[name], score))
        elif name in present:
            stays.append(_back(name, named[name], present[name], present[name]))
    version = former if whole.moves else submission.graded_version or former
    return TakenBack(item, tuple(back), tuple(stays), version, whole.scores)


def _back(name: str, title: Texts, present: Held, after: Held | None) -> TaskChange:
    """Return the change of a task that gets what it had, or stays."""
    old, new = present.points or 0.0, (after.points or 0.0) if after is not None else 0.0
    told = after or present
    return TaskChange(
        task=name,
        title=title,
        kind=Kind.BY_PERSON
        if told.by_person
        else Kind.SAME
        if old == new
        else Kind.UP
        if new > old
        else Kind.DOWN,
        before=present.points,
        after=after.points if after is not None else None,
        maximum=told.maximum,
        judged=None,
        code=told.code,
        rationale=told.rationale,
    )


def _judged_later(session: Session, regrade: Regrade) -> dict[int, frozenset[str]]:
    """Return the tasks of attempts that a later regrade has decided: submission -> task ids."""
    found: dict[int, frozenset[str]] = {}
    later = session.execute(
        select(RegradeItem.submission_id, RegradeItem.before)
        .join(Regrade, Regrade.id == RegradeItem.regrade_id)
        .where(
            Regrade.offering_id == regrade.offering_id,
            Regrade.exercise_id == regrade.exercise_id,
            Regrade.state == RegradeState.APPLIED,
            Regrade.id > regrade.id,
            RegradeItem.before.is_not(None),
        )
    )
    for submission_id, before in later:
        found[submission_id] = found.get(submission_id, frozenset()) | before["wrote"].keys()
    return found
