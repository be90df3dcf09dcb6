"""Times as people write them, by the clock of a place: which moment is meant, also around a change of the clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


class NoSuchTime(ValueError):
    """The clock of the place skips this time: it is put forward over it.

    Attributes:
        local: the time as it was written.
        after: what it shows instead, as much later as it is put forward.
    """

    def __init__(self, local: datetime, after: datetime) -> None:
        super().__init__(f"{local.isoformat()} is skipped by the clock")
        self.local = local
        self.after = after


@dataclass(frozen=True)
class LocalTime:
    """The moment that a written time means.

    Attributes:
        at: the moment, in UTC.
        twice: the clock shows this time twice, since it is put back; the earlier moment is meant.
    """

    at: datetime
    twice: bool


def local_time(written: datetime, zone: ZoneInfo) -> LocalTime:
    """Return the moment at which the clock of a place shows a time.

    Args:
        written: without a zone.
        zone: the place.

    Raises:
        NoSuchTime: the clock never shows it.
    """
    earlier = written.replace(tzinfo=zone, fold=0)
    at = earlier.astimezone(UTC)
    shown = at.astimezone(zone).replace(tzinfo=None, fold=0)
    if shown != written:
        # In a gap fold=0 reckons with the offset from before the gap, so that the moment lies after it.
        raise NoSuchTime(written, shown)
    twice = written.replace(tzinfo=zone, fold=1).utcoffset() != earlier.utcoffset()
    return LocalTime(at, twice)


def shown_time(at: datetime, zone: ZoneInfo) -> str:
    """Return a moment as the field of a form takes it: `2026-11-01T23:59`, by the clock of the place."""
    return at.astimezone(zone).strftime("%Y-%m-%dT%H:%M")
