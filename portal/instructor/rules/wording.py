"""Rules, and what other rules do to a learner, in words of the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import gettext, lazy_gettext

from portal.instructor.rules.impact import LearnerImpact
from portal.instructor.rules.proposal import Proposal
from portal.language import moment, points
from portal.learner.wording import counting_rule, duration
from portal.models import Submission
from portal.rules.settlement import Counting, Settled
from portal.rules.terms import Contradiction, Terms

MOST_ROWS, MOST_NAMES = 25, 250
"""So many learners are shown with all that changes, and so many by name alone; of more, their number is given."""

LABELS = {
    "release_at": lazy_gettext("Released"),
    "due_at": lazy_gettext("Due"),
    "closes_at": lazy_gettext("Closes"),
    "grace_minutes": lazy_gettext("Grace"),
    "late_percent": lazy_gettext("Taken off for each day late"),
    "attempt_limit": lazy_gettext("Attempts"),
    "counting": lazy_gettext("Which attempt counts"),
    "markers": lazy_gettext("Markers of each written answer"),
}
"""Names of rules, as in `Terms`."""

FIGURES = {
    "new_due": lazy_gettext("get another due date"),
    "new_lateness": lazy_gettext("other lateness of an attempt"),
    "new_counting": lazy_gettext("another attempt counts"),
    "new_points": lazy_gettext("other points after lateness"),
    "shut_out": lazy_gettext("can no longer hand in"),
    "let_in": lazy_gettext("can hand in again"),
}
"""For how many learners something changes: a property of `LearnerImpact`, and what it is called."""

_NONE = {
    "due_at": lazy_gettext("no due date"),
    "closes_at": lazy_gettext("stays open"),
    "attempt_limit": lazy_gettext("without limit"),
}
"""Rules that need not be there: what it means if they are not."""

COUNTING = {
    Counting.LATEST: lazy_gettext("the latest"),
    Counting.BEST: lazy_gettext("the one with the most points"),
    Counting.FIRST: lazy_gettext("the first"),
}


def rule(name: str, value: Any, zone: ZoneInfo) -> str:
    """Return the value of a rule in words."""
    if isinstance(value, datetime):
        return moment(value, zone)
    if value is None:
        return str(_NONE[name])
    match name:
        case "grace_minutes":
            return duration(timedelta(minutes=value)) if value else str(gettext("none"))
        case "late_percent":
            return str(gettext("%(percent)s%% of the points", percent=points(value)))
        case "counting":
            return counting_rule(value)
        case _:
            return str(value)


def late(terms: Terms) -> str:
    """Return in one short phrase what lateness costs."""
    if not terms.late_percent:
        return str(gettext("costs nothing"))
    percent = points(terms.late_percent)
    if not terms.grace_minutes:
        return str(gettext("%(percent)s%% a day", percent=percent))
    grace = duration(timedelta(minutes=terms.grace_minutes))
    return str(
        gettext("%(percent)s%% a day, after %(grace)s of grace", percent=percent, grace=grace)
    )


def passed(proposed: Iterable[Proposal], at: datetime) -> list[str]:
    """Return which dates would be others and lie in the past; that a release does is nothing unusual."""
    found = {
        change.name
        for one in proposed
        for change in one.changes
        if isinstance(change.after, datetime) and change.after < at
    }
    return [str(LABELS[name]) for name in ("due_at", "closes_at") if name in found]


def credit(value: float | None) -> str:
    """Return points after lateness; a dash where no attempt counts."""
    return "–" if value is None else points(value)


def contradicts(found: Contradiction) -> tuple[str, str]:
    """Return the field at which a contradiction is shown, and what is wrong."""
    return {
        Contradiction.DUE_BEFORE_RELEASE: (
            "due_at",
            str(gettext("The due date must come after the release.")),
        ),
        Contradiction.CLOSES_BEFORE_RELEASE: (
            "closes_at",
            str(gettext("The closing date must come after the release.")),
        ),
        Contradiction.CLOSES_BEFORE_DUE: (
            "closes_at",
            str(gettext("The closing date must not come before the due date.")),
        ),
        Contradiction.CLOSES_WITHIN_GRACE: (
            "closes_at",
            str(gettext("It would close before the grace has ended: close it later.")),
        ),
    }[found]


def effects(one: LearnerImpact) -> list[str]:
    """Return what changes for a learner, one sentence each, without her points and dates."""
    said = [sentence for pair in one.attempts for sentence in _attempt(*pair)]
    before = next((a.attempt for a, _ in _pairs(one) if a.counts), None)
    after = next((s.number for _, s in _pairs(one) if s.counts), None)
    if before != after:
        said.append(_counting(before, after))
    if one.shut_out:
        said.append(gettext("Can hand in now, but could no longer."))
    if one.let_in:
        said.append(gettext("Cannot hand in now, but could again."))
    if one.allowed[0] != one.allowed[1]:
        was, will = (rule("attempt_limit", value, ZoneInfo("UTC")) for value in one.allowed)
        said.append(gettext("Attempts: %(before)s → %(after)s.", before=was, after=will))
    return said


def _pairs(one: LearnerImpact) -> list[tuple[Submission, Settled]]:
    if one.touched is None:
        return []
    return list(zip(one.touched.before, one.touched.after, strict=True))


def _attempt(attempt: Submission, after: Settled) -> list[str]:
    number, said = attempt.attempt, []
    if after.late and not attempt.is_late:
        said.append(gettext("Attempt %(number)s becomes late.", number=number))
    if attempt.is_late and not after.late:
        said.append(gettext("Attempt %(number)s is on time.", number=number))
    if attempt.late_factor != after.factor:
        said.append(
            gettext(
                "Attempt %(number)s keeps %(after)s%% of its points (before: %(before)s%%).",
                number=number,
                before=points(100 * attempt.late_factor),
                after=points(100 * after.factor),
            )
        )
    if attempt.eligible and not after.eligible:
        said.append(
            gettext(
                "Attempt %(number)s may not count any more: beyond the limit, or after closing.",
                number=number,
            )
        )
    if after.eligible and not attempt.eligible:
        said.append(gettext("Attempt %(number)s may count now.", number=number))
    return said


def _counting(before: int | None, after: int | None) -> str:
    if after is None:
        return str(gettext("No attempt counts any more."))
    if before is None:
        return str(gettext("Attempt %(number)s counts.", number=after))
    return str(
        gettext(
            "Attempt %(after)s counts in place of attempt %(before)s.", before=before, after=after
        )
    )
