"""A plan of dates keeps days of the week and hours of the day by the clock of its place."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from portal.rules.clock import NoSuchTime
from portal.rules.plan import Plan, planned

CHICAGO = ZoneInfo("America/Chicago")
WEEKLY = Plan(date(2026, 10, 20), time(9), 7, 6, time(23, 59), weekday=0, close_after=2)


def test_weeks_go_over_a_change_of_the_clocks() -> None:
    for place, one in enumerate(planned(WEEKLY, 4, CHICAGO)):
        release, due, closing = (
            at.astimezone(CHICAGO)
            for at in (one.dates.release_at, one.dates.due_at, one.dates.closes_at)
            if at is not None
        )
        assert (release.weekday(), release.hour, release.minute) == (0, 9, 0)
        assert (due.weekday(), due.hour, due.minute) == (6, 23, 59)
        assert (closing.date() - due.date()).days == 2
        assert (release.date() - date(2026, 10, 26)).days == 7 * place


def test_a_plan_without_a_weekday_begins_on_its_first_day_and_stays_open() -> None:
    (one,) = planned(Plan(date(2026, 10, 20), time(9), 3, 1, time(10)), 1, CHICAGO)
    assert one.dates.release_at == datetime(2026, 10, 20, 14, tzinfo=UTC)
    assert one.dates.closes_at is None


def test_an_hour_that_comes_twice_is_said_and_a_skipped_one_refused() -> None:
    twice = Plan(date(2026, 10, 31), time(9), 7, 1, time(1, 30))
    assert [one.twice for one in planned(twice, 2, CHICAGO)] == [True, False]
    with pytest.raises(NoSuchTime):
        planned(Plan(date(2027, 3, 13), time(9), 7, 1, time(2, 30)), 1, CHICAGO)


def test_a_weekday_needs_whole_weeks() -> None:
    assert WEEKLY.fits
    assert not Plan(date(2026, 10, 20), time(9), 10, 6, time(23, 59), weekday=0).fits
    assert Plan(date(2026, 10, 20), time(9), 10, 6, time(23, 59)).fits
