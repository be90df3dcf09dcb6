"""What the marks of several people for one answer make together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

DISCUSSED = 1 / 3
"""Marks that differ by more than this share of the task's points are talked about."""


@dataclass(frozen=True)
class GivenMark:
    """What one person gave.

    Attributes:
        points: in all.
        comment: for the learner; may be empty.
        at: when.
    """

    points: float
    comment: str
    at: datetime


@dataclass(frozen=True)
class Together:
    """What counts.

    Attributes:
        points: the mean of the marks.
        comment: all comments, in the order of the marks.
    """

    points: float
    comment: str


def together(
    marks: Sequence[GivenMark], markers: int, decided_at: datetime | None = None
) -> Together | None:
    """Return what marks make together; None as long as one is missing.

    Args:
        marks: one of each person.
        markers: so many people mark each answer; more marks than that count, too.
        decided_at: when an appeal was answered with other points. From then on the decision counts alone, and after it
            the latest mark: what several people gave before was looked at and put aside.
    """
    counting = sorted(marks, key=lambda mark: mark.at)
    if decided_at is not None:
        counting = [mark for mark in counting if mark.at >= decided_at][-1:]
    elif len(counting) < markers:
        counting = []
    if not counting:
        return None
    comments = list(dict.fromkeys(mark.comment for mark in counting if mark.comment))
    return Together(fmean(mark.points for mark in counting), "\n\n".join(comments))


def to_discuss(points: Sequence[float], maximum: float) -> bool:
    """Say whether marks for one answer differ by more than a third of the task's points."""
    return len(points) > 1 and max(points) - min(points) > DISCUSSED * maximum + 1e-9
