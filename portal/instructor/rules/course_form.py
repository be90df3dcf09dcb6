"""The form for the rules of several exercises at once: a plan of dates, and rules that all of them get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from portal.instructor.rules.fields import Fields, skipped
from portal.instructor.rules.wording import contradicts
from portal.language import texts
from portal.models import Texts
from portal.rules.clock import NoSuchTime
from portal.rules.plan import LONGEST, Plan, PlannedDates, planned
from portal.rules.settlement import Counting
from portal.rules.terms import (
    LAST_YEAR,
    LONGEST_GRACE,
    MOST_ATTEMPTS,
    MOST_MARKERS,
    Terms,
    contradiction,
)

NAMES = (
    "dates",
    "first",
    "weekday",
    "release_time",
    "every",
    "length",
    "due_time",
    "close_after",
    "grace_minutes",
    "late_percent",
    "attempt_limit",
    "counting",
    "markers",
)
EXERCISES = "exercise"
"""The field that is there once for each chosen exercise."""


@dataclass(frozen=True)
class CourseForm:
    """What a form means.

    Attributes:
        wanted: the rules that each chosen exercise would get; nothing where the form is broken.
        problems: field -> what is wrong.
        twice: whether a planned hour is one that the clock shows twice.
    """

    wanted: Mapping[str, Terms]
    problems: Mapping[str, str]
    twice: bool


def empty(exercises: Sequence[str], today: datetime) -> dict[str, Any]:
    """Return what stands in the form at first: all exercises are chosen, and everything stays as it is."""
    return dict.fromkeys(NAMES, "") | {
        "dates": "keep",
        "first": f"{today:%Y-%m-%d}",
        "release_time": "09:00",
        "every": "7",
        "length": "14",
        "due_time": "23:59",
        EXERCISES: list(exercises),
    }


def written(sent: MultiDict[str, str]) -> dict[str, Any]:
    """Return what was sent of the form's fields."""
    return {name: sent.get(name, "") for name in NAMES} | {EXERCISES: sent.getlist(EXERCISES)}


def read_course(
    sent: MultiDict[str, str], standing: Mapping[str, tuple[Terms, Texts]], zone: ZoneInfo
) -> CourseForm:
    """Return what a form means for each chosen exercise.

    Args:
        sent: the form.
        standing: the exercises of the offering in the order of the curriculum, with rules and titles.
        zone: whose clock its times are read by.
    """
    fields = Fields(sent, zone)
    chosen = [exercise for exercise in standing if exercise in set(sent.getlist(EXERCISES))]
    if not chosen:
        fields.problems[EXERCISES] = gettext("Choose one exercise at least.")
    elif set(sent.getlist(EXERCISES)) - set(standing):
        fields.problems[EXERCISES] = gettext(
            "One of the exercises is not part of this course. Load the page again."
        )
    dates = _dates(fields, len(chosen), zone) if fields.text("dates") == "plan" else None
    common = _common(fields)
    if fields.problems:
        return CourseForm({}, fields.problems, twice=False)
    wanted: dict[str, Terms] = {}
    for place, exercise in enumerate(chosen):
        terms, title = standing[exercise]
        new = replace(terms, **common)
        if dates is not None:
            own = dates[place].dates
            new = replace(
                new, release_at=own.release_at, due_at=own.due_at, closes_at=own.closes_at
            )
        found = contradiction(new)
        if found is not None:
            fields.problems[EXERCISES] = f"{texts(title)}: {contradicts(found)[1]}"
            return CourseForm({}, fields.problems, twice=False)
        wanted[exercise] = new
    twice = dates is not None and any(one.twice for one in dates)
    return CourseForm(wanted, fields.problems, twice)


def _dates(fields: Fields, number: int, zone: ZoneInfo) -> tuple[PlannedDates, ...] | None:
    """Return the dates of so many exercises, or None where the plan is broken."""
    first = fields.day("first")
    release_time, due_time = fields.hour("release_time"), fields.hour("due_time")
    every = fields.whole("every", 1, LONGEST)
    length = fields.whole("length", 1, LONGEST)
    weekday = fields.whole("weekday", 0, 6, needed=False)
    close_after = fields.whole("close_after", 0, LONGEST, needed=False)
    if (
        fields.problems
        or first is None
        or release_time is None
        or due_time is None
        or every is None
        or length is None
    ):
        return None
    plan = Plan(first, release_time, every, length, due_time, weekday, close_after)
    if not plan.fits:
        fields.problems["every"] = gettext(
            "A fixed weekday needs whole weeks: give 7, 14, 21 ... days, or leave the weekday open."
        )
        return None
    try:
        dates = planned(plan, number, zone)
    except NoSuchTime as gap:
        fields.problems["due_time" if gap.local.time() == due_time else "release_time"] = skipped(
            gap, zone
        )
        return None
    except OverflowError:
        dates = ()
    if len(dates) < number or any(
        at is not None and at.year > LAST_YEAR
        for one in dates
        for at in (one.dates.due_at, one.dates.closes_at)
    ):
        fields.problems["every"] = gettext(
            "The last dates would come after the year %(last)s.", last=LAST_YEAR
        )
        return None
    return dates


def _common(fields: Fields) -> dict[str, Any]:
    """Return the rules that all chosen exercises get, by name; what is empty in the form stays as it is."""
    limit = fields.whole("attempt_limit", 0, MOST_ATTEMPTS, needed=False)
    given: dict[str, Any] = {
        "grace_minutes": fields.whole("grace_minutes", 0, LONGEST_GRACE, needed=False),
        "late_percent": fields.number("late_percent", 0, 100, needed=False),
        "counting": fields.word("counting", Counting) if fields.text("counting") else None,
        "markers": fields.whole("markers", 1, MOST_MARKERS, needed=False),
    }
    common: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if limit is not None:
        common["attempt_limit"] = limit or None
    return common
