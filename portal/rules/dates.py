"""When an exercise is due for one learner: the dates of its release, and what was arranged with her."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True)
class Dates:
    """When an exercise is handed out, due and closed.

    Attributes:
        release_at: from then on it can be fetched.
        due_at: an attempt after it is late; None: never due.
        closes_at: an attempt after it is not taken; None: it stays open.
    """

    release_at: datetime
    due_at: datetime | None = None
    closes_at: datetime | None = None


@dataclass(frozen=True)
class Allowance:
    """What one arrangement gives a learner.

    Attributes:
        due_at: an extension: due then, if that is later than otherwise; None: no date of her own.
        time_factor: an accommodation: so many times the time from release to due date, 1 or more.
        extra_attempts: attempts beyond the limit.
    """

    due_at: datetime | None = None
    time_factor: float = 1.0
    extra_attempts: int = 0


def personal_dates(dates: Dates, allowances: Iterable[Allowance]) -> Dates:
    """Return the dates that hold for a learner.

    Her due date is the latest of the release's own, release + factor x (due - release) for each factor, and each
    extension: arrangements never take time away, and they do not add up. It closes as much later as it is due later.
    Where the release has no due date, nothing changes.
    """
    if dates.due_at is None:
        return dates
    length = dates.due_at - dates.release_at
    candidates = [dates.due_at]
    for allowance in allowances:
        candidates.append(dates.release_at + allowance.time_factor * length)
        if allowance.due_at is not None:
            candidates.append(allowance.due_at)
    due_at = max(candidates)
    closes_at = dates.closes_at + (due_at - dates.due_at) if dates.closes_at is not None else None
    return replace(dates, due_at=due_at, closes_at=closes_at)
