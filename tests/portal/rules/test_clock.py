"""Written times and the moments that they mean, where clocks are put forward and back and where they are not."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from portal.rules.clock import LocalTime, NoSuchTime, local_time, shown_time

CHICAGO, TOKYO, SEOUL = (ZoneInfo(name) for name in ("America/Chicago", "Asia/Tokyo", "Asia/Seoul"))


def test_the_clock_of_the_place_counts() -> None:
    written = datetime(2026, 10, 20, 23, 59)
    assert local_time(written, CHICAGO).at == datetime(2026, 10, 21, 4, 59, tzinfo=UTC)
    assert local_time(written, TOKYO).at == datetime(2026, 10, 20, 14, 59, tzinfo=UTC)
    assert local_time(written, SEOUL).at == local_time(written, TOKYO).at


@pytest.mark.parametrize(
    ("hour", "minute", "utc", "twice"),
    [(0, 59, 5, False), (1, 0, 6, True), (1, 59, 6, True), (2, 0, 8, False)],
)
def test_of_an_hour_that_comes_twice_the_earlier_is_meant(
    hour: int, minute: int, utc: int, twice: bool
) -> None:
    written = datetime(2026, 11, 1, hour, minute)
    assert local_time(written, CHICAGO) == LocalTime(
        datetime(2026, 11, 1, utc, minute, tzinfo=UTC), twice
    )


@pytest.mark.parametrize(("hour", "minute"), [(2, 0), (2, 30), (2, 59)])
def test_an_hour_that_is_skipped_is_refused(hour: int, minute: int) -> None:
    with pytest.raises(NoSuchTime) as refused:
        local_time(datetime(2027, 3, 14, hour, minute), CHICAGO)
    assert refused.value.after == datetime(2027, 3, 14, hour + 1, minute)


def test_what_is_shown_means_the_same_moment_again() -> None:
    at = datetime(2026, 7, 1, 4, 59, tzinfo=UTC)
    for zone in (CHICAGO, TOKYO, SEOUL):
        assert local_time(datetime.fromisoformat(shown_time(at, zone)), zone).at == at
