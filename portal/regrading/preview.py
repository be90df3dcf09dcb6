"""What applying a regrade would change, as the attempts are now; and what one that was applied has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from grader.results import decode_result
from portal.models import (
    ExerciseVersion,
    ItemState,
    Regrade,
    RegradeItem,
    Submission,
    TaskScore,
    Texts,
)
from portal.regrading.scores import Held, Scores, held, judged, read_stored, together


class Kind(StrEnum):
    """What a regrade does to one task of one attempt."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    BY_PERSON = "by_person"
    """A person gave the points: they stay."""
    UNDECIDED = "undecided"
    """The check could not tell: the points stay."""


@dataclass(frozen=True)
class TaskChange:
    """One task of one attempt.

    Attributes:
        task: its id.
        title: its title.
        kind: what happens to it.
        before: its points; None: nobody has marked it, or the attempt did not have the task.
        after: its points afterwards.
        maximum: what it is worth afterwards.
        judged: points that the check gives now; other than `after` where the points of before stay.
        code: what the answer shows, a stable word.
        rationale: the same as a sentence.
    """

    task: str
    title: Texts
    kind: Kind
    before: float | None
    after: float | None
    maximum: float
    judged: float | None
    code: str
    rationale: Mapping[str, str]


@dataclass(frozen=True)
class AttemptChange:
    """One attempt that was judged anew.

    Attributes:
        item: its part of the regrade.
        tasks: the chosen tasks that it has or would get.
        moves: whether it is graded against the regrade's version afterwards.
        now: all scores that it has.
        after: all scores that it would have.
        replaced: ids of the tasks that would be written.
    """

    item: RegradeItem
    tasks: tuple[TaskChange, ...]
    moves: bool
    now: Scores
    after: Scores
    replaced: frozenset[str]

    @property
    def submission(self) -> Submission:
        """The attempt."""
        return self.item.submission

    @property
    def changes(self) -> bool:
        """Whether anything is written, be it a verdict or the version."""
        other = self.moves and self.submission.graded_version_id != self.item.regrade.version_id
        return other or self.now != self.after


@dataclass(frozen=True)
class Tally:
    """How one task fares over all attempts; `failed` counts attempts."""

    up: int = 0
    down: int = 0
    same: int = 0
    by_person: int = 0
    undecided: int = 0
    points: float = 0.0


@dataclass(frozen=True)
class Preview:
    """All attempts of a regrade.

    Attributes:
        attempts: those judged anew, by learner.
        failed: those that the grader could not judge; their points stay.
        seen: digest of all this; another one means that something has changed meanwhile.
    """

    attempts: tuple[AttemptChange, ...]
    failed: tuple[RegradeItem, ...]
    seen: str

    def rows(self, *kinds: Kind) -> list[tuple[Submission, TaskChange]]:
        """Return the tasks of these kinds; those whose points stay as they are count as the same."""
        return rows(((one.submission, one.tasks) for one in self.attempts), *kinds)


def rows(
    attempts: Iterable[tuple[Submission, Sequence[TaskChange]]], *kinds: Kind
) -> list[tuple[Submission, TaskChange]]:
    """Return the tasks of these kinds with their attempts, in order."""
    return [
        (submission, task) for submission, tasks in attempts for task in tasks if task.kind in kinds
    ]


def tally(tasks: Iterable[TaskChange]) -> Tally:
    """Count what happens to a task."""
    found = list(tasks)
    kinds = [task.kind for task in found]
    return Tally(
        up=kinds.count(Kind.UP),
        down=kinds.count(Kind.DOWN),
        same=kinds.count(Kind.SAME),
        by_person=kinds.count(Kind.BY_PERSON),
        undecided=kinds.count(Kind.UNDECIDED),
        points=sum((task.after or 0.0) - (task.before or 0.0) for task in found),
    )


def preview(session: Session, regrade: Regrade) -> Preview:
    """Return what applying a regrade would change, as everything is now."""
    items = items_of(session, regrade)
    attempts = tuple(_judged_anew(one) for one in items if one.state == ItemState.JUDGED)
    failed = tuple(one for one in items if one.state == ItemState.FAILED)
    return Preview(attempts, failed, _digest(regrade, attempts, failed))


def items_of(session: Session, regrade: Regrade) -> Sequence[RegradeItem]:
    """Return the items of a regrade with all that pages and writing need, by learner and attempt."""
    found = session.scalars(
        select(RegradeItem)
        .where(RegradeItem.regrade_id == regrade.id)
        .options(
            joinedload(RegradeItem.submission).joinedload(Submission.learner),
            joinedload(RegradeItem.submission).joinedload(Submission.graded_version),
            joinedload(RegradeItem.submission)
            .selectinload(Submission.scores)
            .joinedload(TaskScore.task),
            joinedload(RegradeItem.regrade)
            .joinedload(Regrade.version)
            .selectinload(ExerciseVersion.tasks),
        )
    ).all()
    return sorted(found, key=_by_learner)


def scores_of(submission: Submission) -> dict[str, Held]:
    """Return all scores of an attempt."""
    return {score.task.name: held(score) for score in submission.scores}


def worth(version: ExerciseVersion) -> dict[str, float]:
    """Return the tasks of a version and their points."""
    return {task.name: task.points for task in version.tasks}


def titles(regrade: Regrade) -> dict[str, Texts]:
    """Return task id -> title, of the regrade's version."""
    return {task.name: task.title for task in regrade.version.tasks}


def done(regrade: Regrade, item: RegradeItem) -> tuple[TaskChange, ...]:
    """Return what was written of an attempt when the regrade was applied, from what was kept of it."""
    if item.before is None:
        return ()
    before, wrote = (read_stored(item.before[part]) for part in ("scores", "wrote"))
    named = titles(regrade)
    return tuple(
        _change(name, named[name], before.get(name), wrote[name], wrote[name])
        for name in regrade.tasks
        if name in wrote
    )


def _judged_anew(item: RegradeItem) -> AttemptChange:
    regrade, now = item.regrade, scores_of(item.submission)
    fresh = judged(decode_result(msgspec.json.encode(item.after)))
    chosen = {name: fresh[name] for name in regrade.tasks}
    replaced = {
        name: score
        for name, score in chosen.items()
        if score.points is not None and not (name in now and now[name].by_person)
    }
    whole = together(now, replaced, worth(regrade.version))
    named = titles(regrade)
    tasks = tuple(
        _change(name, named[name], now.get(name), whole.scores[name], chosen[name])
        for name in regrade.tasks
        if name in whole.scores
    )
    written = frozenset(replaced) & whole.scores.keys()
    return AttemptChange(item, tasks, whole.moves, now, whole.scores, written)


def _change(name: str, title: Texts, before: Held | None, after: Held, anew: Held) -> TaskChange:
    return TaskChange(
        task=name,
        title=title,
        kind=_kind(before, after, anew),
        before=before.points if before is not None else None,
        after=after.points,
        maximum=after.maximum,
        judged=anew.points,
        code=anew.code,
        rationale=anew.rationale,
    )


def _kind(before: Held | None, after: Held, anew: Held) -> Kind:
    if after.by_person:
        return Kind.BY_PERSON
    if anew.points is None:
        return Kind.UNDECIDED
    old = before.points if before is not None else None
    if old == after.points:
        return Kind.SAME
    return Kind.UP if (after.points or 0.0) >= (old or 0.0) else Kind.DOWN


def _digest(
    regrade: Regrade, attempts: Iterable[AttemptChange], failed: Iterable[RegradeItem]
) -> str:
    told = [
        regrade.public_id,
        [
            (one.submission.public_id, one.submission.graded_version_id, one.moves, one.tasks)
            for one in attempts
        ],
        [one.submission.public_id for one in failed],
    ]
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:32]


def _by_learner(item: RegradeItem) -> tuple[str, str, int, int]:
    learner = item.submission.learner
    return learner.family_name, learner.given_name, learner.id, item.submission.attempt
