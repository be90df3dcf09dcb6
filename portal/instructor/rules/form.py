"""The form for the rules of one exercise: what stands in it, and what was written into it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from flask_babel import gettext

from portal.instructor.rules.fields import Fields
from portal.instructor.rules.wording import contradicts
from portal.rules.clock import shown_time
from portal.rules.settlement import Counting
from portal.rules.terms import (
    LONGEST_GRACE,
    MOST_ATTEMPTS,
    MOST_MARKERS,
    Terms,
    contradiction,
)

NAMES = (
    "release_at",
    "due_at",
    "closes_at",
    "grace_minutes",
    "late_percent",
    "attempt_limit",
    "counting",
    "markers",
)
BASE = "base"
"""The field that says from which rules the form was filled."""


def filled(terms: Terms, zone: ZoneInfo) -> dict[str, str]:
    """Return what stands in the form where rules hold."""
    return {
        "release_at": shown_time(terms.release_at, zone),
        "due_at": shown_time(terms.due_at, zone) if terms.due_at else "",
        "closes_at": shown_time(terms.closes_at, zone) if terms.closes_at else "",
        "grace_minutes": str(terms.grace_minutes),
        "late_percent": f"{terms.late_percent:g}",
        "attempt_limit": "" if terms.attempt_limit is None else str(terms.attempt_limit),
        "counting": terms.counting.value,
        "markers": str(terms.markers),
        BASE: base_of(terms),
    }


def base_of(terms: Terms) -> str:
    """Return a short digest of rules, by which an out-of-date form is known."""
    return hashlib.sha256(json.dumps(terms.as_data()).encode()).hexdigest()[:16]


def written(sent: Mapping[str, str]) -> dict[str, str]:
    """Return what was sent of the form's fields."""
    return {name: sent.get(name, "") for name in (*NAMES, BASE)}


def read_terms(
    sent: Mapping[str, str], standing: Terms, zone: ZoneInfo
) -> tuple[Terms | None, Fields]:
    """Return the rules that a form means, or None where it says what is wrong.

    Args:
        sent: the form.
        standing: the rules that hold.
        zone: whose clock its times are read by.
    """
    fields = Fields(sent, zone)
    release_at = fields.moment("release_at", standing.release_at)
    if release_at is None and "release_at" not in fields.problems:
        fields.problems["release_at"] = gettext("Say when the exercise is released.")
    due_at = fields.moment("due_at", standing.due_at)
    closes_at = fields.moment("closes_at", standing.closes_at)
    grace = fields.whole("grace_minutes", 0, LONGEST_GRACE)
    percent = fields.number("late_percent", 0, 100)
    limit = fields.whole("attempt_limit", 1, MOST_ATTEMPTS, needed=False)
    counting = fields.word("counting", Counting)
    markers = fields.whole("markers", 1, MOST_MARKERS)
    if (
        fields.problems
        or release_at is None
        or grace is None
        or percent is None
        or counting is None
        or markers is None
    ):
        return None, fields
    terms = Terms(release_at, due_at, closes_at, grace, percent, limit, counting, markers)
    found = contradiction(terms)
    if found is not None:
        name, reason = contradicts(found)
        fields.problems[name] = reason
        return None, fields
    return terms, fields
