"""What a learner should look at now: her exercises by what they ask of her. Pure: no database, no clock, no text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from portal.learner.works import Work
from portal.models import Status

WEEK = timedelta(days=7)
SOON = timedelta(days=21)


class Group(StrEnum):
    """Why an exercise stands on top of the start page; in the order in which they stand there."""

    LATE = "late"
    """Past due and nothing handed in; it can still be done."""
    THIS_WEEK = "this_week"
    GRADED = "graded"
    """Graded within the last week."""
    GRADING = "grading"
    SOON = "soon"
    MISSED = "missed"
    """Closed, and nothing handed in."""


def agenda(works: Iterable[Work], at: datetime) -> dict[Group, tuple[Work, ...]]:
    """Return the exercises of each group, in the order of the groups; groups without any are left out.

    What is to be done stands in the order of its dates, what is graded with the newest first.
    """
    found: dict[Group, list[Work]] = {group: [] for group in Group}
    for work in works:
        group = group_of(work, at)
        if group is not None:
            found[group].append(work)
    for group, entries in found.items():
        if group is Group.GRADED:
            entries.sort(key=_graded_at, reverse=True)
        else:
            entries.sort(key=lambda work: deadline(work) or datetime.max.replace(tzinfo=at.tzinfo))
    return {group: tuple(entries) for group, entries in found.items() if entries}


def group_of(work: Work, at: datetime) -> Group | None:
    """Return the group that an exercise belongs to; None: it asks for nothing now."""
    if work.latest is None:
        return _group_of_what_is_to_do(work, at)
    if work.latest.status is not Status.GRADED:
        return Group.GRADING
    return Group.GRADED if at - _graded_at(work) <= WEEK else None


def deadline(work: Work) -> datetime | None:
    """Return when an exercise is due, or closes where it is never due; None: neither."""
    return work.dates.due_at or work.dates.closes_at


def next_in_course(works: Iterable[Work], at: datetime) -> Work | None:
    """Return the first exercise that is open and not handed in."""
    return next((work for work in works if work.latest is None and not work.closed(at)), None)


def _group_of_what_is_to_do(work: Work, at: datetime) -> Group | None:
    until = deadline(work)
    if work.closed(at):
        return Group.MISSED
    if until is None or until - at > SOON:
        return None
    if until < at:
        return Group.LATE
    return Group.THIS_WEEK if until - at <= WEEK else Group.SOON


def _graded_at(work: Work) -> datetime:
    """Return when the latest attempt was graded; an attempt without that moment counts from its arrival."""
    latest = work.attempts[-1]
    return latest.graded_at or latest.received_at
