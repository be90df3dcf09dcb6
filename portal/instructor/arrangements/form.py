"""The form of an arrangement: with whom, for which exercise, and what is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from portal.instructor.arrangements.queries import Group
from portal.instructor.rules.fields import Fields
from portal.language import moment
from portal.models import Arrangement, Person, Release
from portal.rules.clock import shown_time
from portal.rules.dates import Allowance
from portal.rules.terms import MOST_ATTEMPTS

MOST_TIME = 10
"""So many times the time to work at most; who needs more needs a date of her own."""
LONGEST_NOTE = 500
LEARNERS, GROUPS = "learner", "group"
"""The fields that are there once for each chosen learner or group."""
NAMES = ("exercise", "due_at", "time_factor", "extra_attempts", "note")


@dataclass(frozen=True)
class Wanted:
    """What is to be arranged.

    Attributes:
        learners: with whom, by name.
        exercise_id: for this exercise; None: for all, also future ones.
        allowance: what each of them gets.
        note: why, for instructors alone.
    """

    learners: tuple[Person, ...]
    exercise_id: str | None
    allowance: Allowance
    note: str

    @property
    def learner_ids(self) -> frozenset[int]:
        """Ids of the persons."""
        return frozenset(person.id for person in self.learners)

    def same_as(self, one: Arrangement) -> bool:
        """Say whether an arrangement gives the same learners the same; reasons apart."""
        return (self.exercise_id, self.allowance, self.learner_ids) == (
            one.exercise_id,
            one.allowance,
            frozenset(person.id for person in one.learners),
        )


@dataclass(frozen=True)
class Roster:
    """Whom and what a form can name.

    Attributes:
        learners: of the offering, by name.
        groups: cohorts among them.
        releases: exercises by id.
        zone: whose clock times are read by.
    """

    learners: Sequence[Person]
    groups: Sequence[Group]
    releases: Mapping[str, Release]
    zone: ZoneInfo


def empty(learners: Sequence[str] = (), exercise: str = "") -> dict[str, Any]:
    """Return what stands in the form at first."""
    return {
        "exercise": exercise,
        "due_at": "",
        "time_factor": "",
        "extra_attempts": "",
        "note": "",
        LEARNERS: list(learners),
        GROUPS: [],
    }


def filled(one: Arrangement, zone: ZoneInfo) -> dict[str, Any]:
    """Return what stands in the form that changes an arrangement."""
    return {
        "exercise": one.exercise_id or "",
        "due_at": shown_time(one.due_at, zone) if one.due_at else "",
        "time_factor": "" if one.time_factor == 1 else f"{one.time_factor:g}",
        "extra_attempts": str(one.extra_attempts or ""),
        "note": one.note,
        LEARNERS: [person.pseudonym for person in one.learners],
        GROUPS: [],
    }


def written(sent: MultiDict[str, str]) -> dict[str, Any]:
    """Return what was sent of the form's fields."""
    return {name: sent.get(name, "") for name in NAMES} | {
        name: sent.getlist(name) for name in (LEARNERS, GROUPS)
    }


def resolved(values: Mapping[str, Any], wanted: Wanted) -> dict[str, Any]:
    """Return what was sent with each learner by herself, so that a group that changes meanwhile changes nothing."""
    return {**values, LEARNERS: [one.pseudonym for one in wanted.learners], GROUPS: []}


def read_wanted(
    sent: MultiDict[str, str], roster: Roster, standing: Arrangement | None
) -> tuple[Wanted | None, Fields]:
    """Return what a form means, or None where it says what is wrong.

    Args:
        sent: the form.
        roster: whom and what it can name.
        standing: the arrangement that it changes, if it changes one.
    """
    fields = Fields(sent, roster.zone)
    learners = _learners(fields, sent, roster)
    exercise_id = fields.text("exercise") or None
    if exercise_id is not None and exercise_id not in roster.releases:
        fields.problems["exercise"] = gettext("Choose one of the list.")
    due_at = fields.moment("due_at", standing.due_at if standing is not None else None)
    factor = fields.number("time_factor", 1, MOST_TIME, empty=1.0, needed=False)
    extra = fields.whole("extra_attempts", 0, MOST_ATTEMPTS, empty=0, needed=False)
    note = fields.text("note")
    if len(note) > LONGEST_NOTE:
        fields.problems["note"] = gettext(
            "The note is too long: at most %(number)s characters.", number=LONGEST_NOTE
        )
    if factor is None or extra is None or fields.problems:
        return None, fields
    if due_at is None and factor == 1 and not extra:
        fields.problems["due_at"] = gettext("Give a later date, more time, or more attempts.")
    elif due_at is not None:
        _later(fields, due_at, exercise_id, roster)
    if fields.problems:
        return None, fields
    return Wanted(learners, exercise_id, Allowance(due_at, factor, extra), note), fields


def _learners(fields: Fields, sent: MultiDict[str, str], roster: Roster) -> tuple[Person, ...]:
    """Return who was chosen, alone or as a member of a group."""
    names, group_ids = set(sent.getlist(LEARNERS)), set(sent.getlist(GROUPS))
    known = {person.pseudonym for person in roster.learners}
    if names - known or group_ids - {group.id for group in roster.groups}:
        fields.problems[LEARNERS] = gettext(
            "Somebody whom you chose is not in this course any more. Load the page again."
        )
        return ()
    members: set[int] = set()
    for group in roster.groups:
        if group.id in group_ids:
            members |= group.learner_ids
    chosen = tuple(
        person for person in roster.learners if person.pseudonym in names or person.id in members
    )
    if not chosen:
        fields.problems[LEARNERS] = gettext("Choose one learner or group at least.")
    return chosen


def _later(fields: Fields, due_at: datetime, exercise_id: str | None, roster: Roster) -> None:
    """Refuse a date that is not later than the due date of everybody."""
    if exercise_id is None:
        return
    due = roster.releases[exercise_id].due_at
    if due is None:
        fields.problems["due_at"] = gettext(
            "This exercise is never due, so that there is nothing to extend. Leave the date empty."
        )
    elif due_at <= due:
        fields.problems["due_at"] = gettext(
            "It is due on %(date)s for everybody. Give a later date.",
            date=moment(due, roster.zone),
        )
