"""Which rules contradict each other, and which of them differ."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from portal.rules.settlement import Counting
from portal.rules.terms import Change, Contradiction, Terms, changes, contradiction

START = datetime(2026, 10, 1, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.mark.parametrize(
    ("due", "closes", "grace", "found"),
    [
        (None, None, 0, None),
        (START + DAY, None, 60, None),
        (START, None, 0, Contradiction.DUE_BEFORE_RELEASE),
        (None, START, 0, Contradiction.CLOSES_BEFORE_RELEASE),
        (START + DAY, START + DAY - MINUTE, 0, Contradiction.CLOSES_BEFORE_DUE),
        (START + DAY, START + DAY, 0, None),
        (START + DAY, START + DAY + 59 * MINUTE, 60, Contradiction.CLOSES_WITHIN_GRACE),
        (START + DAY, START + DAY + 60 * MINUTE, 60, None),
    ],
)
def test_dates_in_the_wrong_order(
    due: datetime | None, closes: datetime | None, grace: int, found: Contradiction | None
) -> None:
    assert contradiction(Terms(START, due, closes, grace)) is found


def test_changes_name_what_differs() -> None:
    before = Terms(START, START + DAY)
    after = Terms(START, START + 2 * DAY, counting=Counting.BEST)
    assert changes(before, before) == ()
    assert changes(before, after) == (
        Change("due_at", START + DAY, START + 2 * DAY),
        Change("counting", Counting.LATEST, Counting.BEST),
    )
    assert after.rules.counting is Counting.BEST
    assert after.as_data()["due_at"] == "2026-10-03T00:00:00+00:00"
