"""All that an instructor sets for an exercise, what is possible, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from portal.rules.dates import Dates
from portal.rules.lateness import LateRule
from portal.rules.settlement import Counting, Rules

LONGEST_GRACE = 7 * 24 * 60
"""Minutes. Who means more should move the due date."""
MOST_ATTEMPTS = 1000
MOST_MARKERS = 9
FIRST_YEAR, LAST_YEAR = 2000, 2099


@dataclass(frozen=True)
class Terms:
    """The rules of one exercise in one offering; see `portal.models.Release` for each of them."""

    release_at: datetime
    due_at: datetime | None = None
    closes_at: datetime | None = None
    grace_minutes: int = 0
    late_percent: float = 0.0
    attempt_limit: int | None = None
    counting: Counting = Counting.LATEST
    markers: int = 1

    @property
    def rules(self) -> Rules:
        """The part of them by which attempts are settled."""
        return Rules(
            dates=Dates(self.release_at, self.due_at, self.closes_at),
            late=LateRule(timedelta(minutes=self.grace_minutes), self.late_percent),
            attempt_limit=self.attempt_limit,
            counting=self.counting,
        )

    def as_data(self) -> dict[str, Any]:
        """Return them for JSON."""
        return {
            one.name: value.isoformat() if isinstance(value, datetime) else value
            for one in fields(self)
            for value in [getattr(self, one.name)]
        }


@dataclass(frozen=True)
class Change:
    """One rule that is another one.

    Attributes:
        name: of the rule, as in `Terms`.
    """

    name: str
    before: Any
    after: Any


class Contradiction(StrEnum):
    """Why terms cannot hold together."""

    DUE_BEFORE_RELEASE = "due_before_release"
    CLOSES_BEFORE_RELEASE = "closes_before_release"
    CLOSES_BEFORE_DUE = "closes_before_due"
    CLOSES_WITHIN_GRACE = "closes_within_grace"


def contradiction(terms: Terms) -> Contradiction | None:
    """Return why terms cannot hold together, the first reason of several; None where they can."""
    released, due, closes = terms.release_at, terms.due_at, terms.closes_at
    broken = {
        Contradiction.DUE_BEFORE_RELEASE: due is not None and due <= released,
        Contradiction.CLOSES_BEFORE_RELEASE: closes is not None and closes <= released,
        Contradiction.CLOSES_BEFORE_DUE: bool(closes and due and closes < due),
        Contradiction.CLOSES_WITHIN_GRACE: bool(
            closes and due and closes < due + timedelta(minutes=terms.grace_minutes)
        ),
    }
    return next((why for why, holds in broken.items() if holds), None)


def changes(before: Terms, after: Terms) -> tuple[Change, ...]:
    """Return the rules that differ, in the order in which they stand in `Terms`."""
    return tuple(_changes(before, after))


def _changes(before: Terms, after: Terms) -> Iterator[Change]:
    for one in fields(Terms):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if old != new:
            yield Change(one.name, old, new)
