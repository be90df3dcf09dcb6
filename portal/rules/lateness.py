"""What it costs to be late."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

DAY = timedelta(days=1)
"""A day is 24 hours, so that a change of the clocks is nobody's loss."""


@dataclass(frozen=True)
class LateRule:
    """How lateness is counted.

    Attributes:
        grace: an attempt is on time until so long after its due date.
        percent_per_day: taken off the points for each day after the due date that has begun, of the points earned.
    """

    grace: timedelta = timedelta()
    percent_per_day: float = 0.0


def is_late(received_at: datetime, due_at: datetime | None, rule: LateRule) -> bool:
    """Say whether an attempt received then is late."""
    return due_at is not None and received_at > due_at + rule.grace


def late_factor(received_at: datetime, due_at: datetime | None, rule: LateRule) -> float:
    """Return the share of its points that an attempt keeps, 0 to 1.

    Formula: max(0, 1 - percent / 100 x d), where d is the number of days begun since the due date (not since the end
    of the grace); 1 for an attempt that is not late.
    """
    if due_at is None or not is_late(received_at, due_at, rule):
        return 1.0
    days = math.ceil((received_at - due_at) / DAY)
    return max(0.0, 1.0 - rule.percent_per_day / 100 * days)
