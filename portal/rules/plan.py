"""A plan of dates for the exercises of a course: every so many days, at the same hours by the clock of a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from portal.rules.clock import local_time
from portal.rules.dates import Dates

LONGEST = 366
"""Days: of the steps, of the time to work, and of the time until closing."""


@dataclass(frozen=True)
class Plan:
    """When each of several exercises is released, due and closed.

    Attributes:
        first: the day of the first release, or the day from which on `weekday` is looked for.
        release_time: the hour of each release.
        every: days from one release to the next.
        length: days from the day of release to the day on which it is due.
        due_time: the hour at which it is due, and at which it closes.
        weekday: each release falls on it, 0 for Monday; None: the weekday of `first`. Fits only whole weeks.
        close_after: days from the due day to the day on which it closes; None: it stays open.
    """

    first: date
    release_time: time
    every: int
    length: int
    due_time: time
    weekday: int | None = None
    close_after: int | None = None

    @property
    def fits(self) -> bool:
        """Whether the steps keep the weekday that is asked for."""
        return self.weekday is None or self.every % 7 == 0


@dataclass(frozen=True)
class PlannedDates:
    """What the plan makes for one exercise.

    Attributes:
        dates: the moments.
        twice: one of them stands for a time that the clock shows twice; the earlier is meant.
    """

    dates: Dates
    twice: bool


def planned(plan: Plan, number: int, zone: ZoneInfo) -> tuple[PlannedDates, ...]:
    """Return the dates of so many exercises.

    Days and hours are those of the calendar and clock of the place: what is due at 23:59 is due at 23:59 there before
    and after a change of the clocks.

    Raises:
        NoSuchTime: one of the hours is skipped by the clock on its day.
        OverflowError: a date lies beyond the calendar.
    """
    start = plan.first
    if plan.weekday is not None:
        start += timedelta(days=(plan.weekday - start.weekday()) % 7)
    return tuple(
        _planned(plan, start + timedelta(days=place * plan.every), zone) for place in range(number)
    )


def _planned(plan: Plan, day: date, zone: ZoneInfo) -> PlannedDates:
    due_day = day + timedelta(days=plan.length)
    release = local_time(datetime.combine(day, plan.release_time), zone)
    due = local_time(datetime.combine(due_day, plan.due_time), zone)
    if plan.close_after is None:
        return PlannedDates(Dates(release.at, due.at), release.twice or due.twice)
    closing_day = due_day + timedelta(days=plan.close_after)
    closing = local_time(datetime.combine(closing_day, plan.due_time), zone)
    return PlannedDates(
        Dates(release.at, due.at, closing.at), release.twice or due.twice or closing.twice
    )
