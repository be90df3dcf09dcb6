"""What the pages on regrades show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, joinedload

from portal.models import (
    Exercise,
    ExerciseVersion,
    ItemState,
    Offering,
    Person,
    Regrade,
    RegradeItem,
    RegradeState,
    Release,
    Submission,
    Texts,
)
from portal.regrading.asking import Newer, newer
from portal.regrading.effects import Effect, effects
from portal.regrading.preview import Kind, Tally, TaskChange, done, items_of, preview, rows, tally
from portal.regrading.scores import total
from portal.regrading.taking_back import WayBack, way_back

Row = tuple[Submission, TaskChange]


@dataclass(frozen=True)
class Entry:
    """One regrade in the history of an offering.

    Attributes:
        regrade: who, when, why.
        title: of the exercise.
        attempts: in it.
        judged: of those.
        failed: those on which the grader failed for good.
        up: scores of tasks that went up when it was applied.
        down: likewise down.
        recorded: how many of the written attempts the gradebook has.
        written: attempts that it changed.
    """

    regrade: Regrade
    title: Texts
    attempts: int
    judged: int
    failed: int
    up: int
    down: int
    recorded: int
    written: int


@dataclass(frozen=True)
class History:
    """All regrades of an offering, and the exercises that can be graded again: title, id, what is newer."""

    offering: Offering
    zone: ZoneInfo
    entries: tuple[Entry, ...]
    exercises: tuple[tuple[Texts, str, Newer], ...]


@dataclass(frozen=True)
class TaskSum:
    """What a regrade does to one task over all attempts."""

    title: Texts
    tally: Tally


@dataclass(frozen=True)
class RegradePage:
    """One regrade.

    Attributes:
        entry: who, when, why, how far.
        offering: where.
        zone: whose clock its dates are read by.
        sums: per task.
        changes: scores that change, or did.
        by_person: scores that stay because a person gave them.
        undecided: scores that stay because the check could not tell.
        failed: attempts on which the grader failed.
        effects: what becomes of learners' marks; nobody before it is ready and after it is decided.
        decider: who applied or dropped it.
        undoer: who took it back.
        seen: the digest of all this.
        staying: attempts that stay with the version that they were graded against, since their tasks differ.
        superseded: a newer version has come out since it was asked for.
    """

    entry: Entry
    offering: Offering
    zone: ZoneInfo
    sums: tuple[TaskSum, ...]
    changes: Sequence[Row]
    by_person: Sequence[Row]
    undecided: Sequence[Row]
    failed: Sequence[RegradeItem]
    effects: Sequence[Effect]
    decider: Person | None
    undoer: Person | None
    seen: str
    staying: int
    superseded: bool

    @property
    def regrade(self) -> Regrade:
        """The regrade."""
        return self.entry.regrade


@dataclass(frozen=True)
class WayBackPage:
    """What taking a regrade back would do."""

    entry: Entry
    offering: Offering
    zone: ZoneInfo
    way: WayBack
    effects: Sequence[Effect]

    @property
    def back(self) -> Sequence[Row]:
        """Scores that get other points: those that they had."""
        return rows(((one.submission, one.back) for one in self.way.attempts), Kind.UP, Kind.DOWN)

    @property
    def stays(self) -> Sequence[Row]:
        """Scores that something newer has changed."""
        return rows(((one.submission, one.stays) for one in self.way.attempts), *Kind)


def history(session: Session, offering: Offering) -> History:
    """Return all regrades of an offering, latest first."""
    regrades = session.scalars(
        select(Regrade)
        .where(Regrade.offering_id == offering.id)
        .options(joinedload(Regrade.version), joinedload(Regrade.asked_by))
        .order_by(Regrade.id.desc())
    ).all()
    exercises = []
    for exercise_id, title in session.execute(
        select(Exercise.id, ExerciseVersion.title)
        .join(Release, Release.exercise_id == Exercise.id)
        .join(ExerciseVersion, ExerciseVersion.exercise_id == Exercise.id)
        .where(Release.offering_id == offering.id, ExerciseVersion.is_current)
        .order_by(ExerciseVersion.position, Exercise.id)
    ):
        found = newer(session, offering.id, exercise_id)
        if found is not None and found.graded:
            exercises.append((title, exercise_id, found))
    zone = ZoneInfo(offering.institution.time_zone)
    return History(offering, zone, tuple(_entries(session, regrades)), tuple(exercises))


def regrade_page(session: Session, offering: Offering, regrade: Regrade) -> RegradePage:
    """Return one regrade: what it would change if it is ready, what it changed if it was applied."""
    (entry,) = _entries(session, [regrade])
    seen, staying = "", 0
    touched: tuple[Effect, ...] = ()
    attempts: list[tuple[Submission, tuple[TaskChange, ...]]] = []
    failed: tuple[RegradeItem, ...] = ()
    if regrade.state in {RegradeState.READY, RegradeState.DROPPED}:
        found = preview(session, regrade)
        attempts = [(one.submission, one.tasks) for one in found.attempts]
        failed, seen = found.failed, found.seen
        staying = sum(
            not one.moves and one.submission.graded_version_id != regrade.version_id
            for one in found.attempts
        )
        if regrade.state == RegradeState.READY:
            wanted = {one.submission.id: total(one.after) for one in found.attempts if one.changes}
            touched = effects(session, regrade, wanted)
    elif regrade.state in {RegradeState.APPLIED, RegradeState.ROLLED_BACK}:
        items = items_of(session, regrade)
        attempts = [(one.submission, done(regrade, one)) for one in items]
        failed = tuple(one for one in items if one.state == ItemState.FAILED)
    return RegradePage(
        entry,
        offering,
        ZoneInfo(offering.institution.time_zone),
        sums=tuple(_sums(regrade, (task for _, tasks in attempts for task in tasks))),
        changes=rows(attempts, Kind.UP, Kind.DOWN),
        by_person=rows(attempts, Kind.BY_PERSON),
        undecided=rows(attempts, Kind.UNDECIDED),
        failed=failed,
        effects=touched,
        decider=_person(session, regrade.decided_by_id),
        undoer=_person(session, regrade.rolled_back_by_id),
        seen=seen,
        staying=staying,
        superseded=not regrade.version.is_current,
    )


def way_back_page(session: Session, offering: Offering, regrade: Regrade) -> WayBackPage:
    """Return what taking a regrade back would do."""
    (entry,) = _entries(session, [regrade])
    zone = ZoneInfo(offering.institution.time_zone)
    way = way_back(session, regrade)
    wanted = {one.submission.id: total(one.after) for one in way.attempts}
    return WayBackPage(entry, offering, zone, way, effects(session, regrade, wanted))


def _entries(session: Session, regrades: Sequence[Regrade]) -> list[Entry]:
    written = RegradeItem.before.is_not(None)
    counted = {
        row.regrade_id: row
        for row in session.execute(
            select(
                RegradeItem.regrade_id,
                func.count().label("attempts"),
                func.sum(_one(RegradeItem.state == ItemState.JUDGED)).label("judged"),
                func.sum(_one(RegradeItem.state == ItemState.FAILED)).label("failed"),
                func.sum(RegradeItem.before["up"].as_integer()).label("up"),
                func.sum(RegradeItem.before["down"].as_integer()).label("down"),
                func.sum(_one(written & RegradeItem.recorded_at.is_not(None))).label("recorded"),
                func.sum(_one(written)).label("written"),
            )
            .where(RegradeItem.regrade_id.in_([one.id for one in regrades]))
            .group_by(RegradeItem.regrade_id)
        )
    }
    return [
        Entry(
            one,
            one.version.title,
            row.attempts,
            row.judged,
            row.failed,
            row.up or 0,
            row.down or 0,
            row.recorded,
            row.written,
        )
        for one in regrades
        for row in [counted[one.id]]
    ]


def _one(condition: Any) -> Any:
    return case((condition, 1), else_=0)


def _sums(regrade: Regrade, tasks: Iterable[TaskChange]) -> list[TaskSum]:
    by_task: dict[str, list[TaskChange]] = {name: [] for name in regrade.tasks}
    for task in tasks:
        by_task[task.task].append(task)
    named = {task.name: task.title for task in regrade.version.tasks}
    return [TaskSum(named[name], tally(found)) for name, found in by_task.items()]


def _person(session: Session, person_id: int | None) -> Person | None:
    return session.get(Person, person_id) if person_id is not None else None
