"""How fast a queue is worked off, and when it will be empty. Pure: moments in, figures out.

The rate is what was graded within the last `WINDOW`, divided by the time since work was there; time in which nothing
waited does not count. Gradings are taken as a Poisson process: of n of them the rate is known to 1.96 / sqrt(n) (95 %).
With fewer than `FEWEST` nothing is said: one over a guess is no estimate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil, sqrt

WINDOW = timedelta(minutes=5)
"""What was graded longer ago says little about now."""
FEWEST = 10
"""Gradings within the window, below which no time is given."""
SILENT_AFTER = timedelta(minutes=2)
"""A grader that has taken nothing and sent nothing for so long, while something waits, is said to be silent."""


class Pace(StrEnum):
    """What can be said about a queue."""

    EMPTY = "empty"
    """Nothing waits."""
    SILENT = "silent"
    """Something waits, and the grader has not been heard of."""
    UNKNOWN = "unknown"
    """Too little was graded lately to say how long it takes."""
    KNOWN = "known"


@dataclass(frozen=True)
class Queue:
    """A queue at one moment.

    Attributes:
        ahead: attempts to be graded until the last one of interest is done, that one included.
        oldest: when the oldest of them that nobody has taken came; None if all are taken.
        taken: a grader holds some of them now.
        graded: when which attempts were graded lately, and when each of them had come.
        heard: the last sign of the grader; None if there was none.
    """

    ahead: int
    oldest: datetime | None
    taken: bool
    graded: Sequence[tuple[datetime, datetime]]
    heard: datetime | None


@dataclass(frozen=True)
class Outlook:
    """How it goes on.

    Attributes:
        pace: what can be said.
        rate: gradings a minute; None where there were too few.
        soonest: minutes until all is graded, at the least; None unless `pace` is known.
        latest: the same, at the most.
    """

    pace: Pace
    rate: float | None = None
    soonest: int | None = None
    latest: int | None = None


def outlook(queue: Queue, at: datetime) -> Outlook:
    """Return how a queue goes on, as of a moment."""
    lately = [(graded, came) for graded, came in queue.graded if at - WINDOW < graded <= at]
    rate = _rate(lately, queue.oldest, at)
    if not queue.ahead:
        return Outlook(Pace.EMPTY, rate)
    if _silent(queue, at):
        return Outlook(Pace.SILENT)
    if rate is None:
        return Outlook(Pace.UNKNOWN)
    error = 1.96 / sqrt(len(lately))
    return Outlook(
        Pace.KNOWN,
        rate,
        soonest=ceil(queue.ahead / (rate * (1 + error))),
        latest=ceil(queue.ahead / (rate * (1 - error))),
    )


def _rate(
    lately: Sequence[tuple[datetime, datetime]], oldest: datetime | None, at: datetime
) -> float | None:
    if len(lately) < FEWEST:
        return None
    came = [moment for _, moment in lately]
    if oldest is not None:
        came.append(oldest)
    began = max(at - WINDOW, min(came))
    minutes = (at - began) / timedelta(minutes=1)
    return len(lately) / minutes if minutes > 0 else None


def _silent(queue: Queue, at: datetime) -> bool:
    """Say whether something waits for long, and no grader has taken or sent anything in that time."""
    if queue.taken or queue.oldest is None:
        return False
    since = max(queue.oldest, queue.heard) if queue.heard is not None else queue.oldest
    return at - since > SILENT_AFTER
