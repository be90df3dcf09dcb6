"""The modules of a course as a learner stands in them: done, begun, open next, or something else first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.learner.works import Course, Work
from portal.models import ExerciseVersion, Texts

DONE_SHARE = 0.5
"""A module is done when the attempt that counts has at least this share of the points, before what lateness costs."""


class Standing(StrEnum):
    """How a learner stands in a module."""

    DONE = "done"
    BEGUN = "begun"
    """Handed in, and not done yet."""
    NEXT = "next"
    """Open, and all that it builds on is done."""
    FIRST = "first"
    """Open, but something that it builds on is not done."""
    LATER = "later"
    """Not released yet."""
    CLOSED = "closed"
    """Nothing was handed in, and no attempt is taken any more."""


@dataclass(frozen=True)
class Known:
    """A module as it is named by another one."""

    id: str
    title: Texts


@dataclass(frozen=True)
class Module:
    """One module of a course.

    Attributes:
        number: 1, 2, 3 ... in the order of the course.
        work: its exercise and the learner's attempts.
        builds_on: modules of the same course that come first.
        missing: those of them that are not done; empty where that says nothing any more (done or begun).
        standing: how the learner stands in it.
    """

    number: int
    work: Work
    builds_on: tuple[Known, ...]
    missing: tuple[Known, ...]
    standing: Standing

    @property
    def id(self) -> str:
        """The module's id, which is its exercise's."""
        return self.work.exercise

    @property
    def title(self) -> Texts:
        """The module's title."""
        return self.work.title


def modules(session: Session, course: Course, at: datetime) -> tuple[Module, ...]:
    """Return the modules of a course with what they build on, as the catalogue's manifests say."""
    rows = session.execute(
        select(ExerciseVersion.exercise_id, ExerciseVersion.manifest["prerequisites"]).where(
            ExerciseVersion.is_current,
            ExerciseVersion.exercise_id.in_([work.exercise for work in course.works]),
        )
    )
    return standings(course.works, {exercise: needed or [] for exercise, needed in rows}, at)


def standings(
    works: Sequence[Work], prerequisites: Mapping[str, Sequence[str]], at: datetime
) -> tuple[Module, ...]:
    """Return how a learner stands in each module.

    Args:
        works: the exercises of the course, in its order.
        prerequisites: module -> modules that it builds on. One that the course does not have is left out: a learner
            cannot do it here.
        at: the present moment.
    """
    known = {work.exercise: Known(work.exercise, work.title) for work in works}
    done = {work.exercise for work in works if _done(work)}
    found = []
    for number, work in enumerate(works, start=1):
        builds_on = tuple(
            known[one] for one in prerequisites.get(work.exercise, ()) if one in known
        )
        missing = tuple(one for one in builds_on if one.id not in done)
        standing = _standing(work, work.exercise in done, bool(missing), at)
        if standing in {Standing.DONE, Standing.BEGUN}:
            missing = ()
        found.append(Module(number, work, builds_on, missing, standing))
    return tuple(found)


def _done(work: Work) -> bool:
    counting = work.counting
    return (
        counting is not None
        and counting.points is not None
        and bool(counting.maximum)
        and counting.points >= DONE_SHARE * (counting.maximum or 0.0)
    )


def _standing(work: Work, done: bool, missing: bool, at: datetime) -> Standing:
    if done:
        return Standing.DONE
    if work.attempts:
        return Standing.BEGUN
    if work.release.release_at > at:
        return Standing.LATER
    if work.closed(at):
        return Standing.CLOSED
    return Standing.FIRST if missing else Standing.NEXT
