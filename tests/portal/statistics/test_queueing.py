"""How fast a queue moves, and what is said about its end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from portal.statistics.queueing import FEWEST, SILENT_AFTER, WINDOW, Outlook, Pace, Queue, outlook

NOW = datetime(2026, 10, 20, 12, 0, tzinfo=UTC)


def gradings(number: int, every: float, came: timedelta) -> list[tuple[datetime, datetime]]:
    """Return so many gradings, one every so many seconds until now, of attempts that came so long ago."""
    return [(NOW - timedelta(seconds=every * turn), NOW - came) for turn in range(number)]


def queue(
    ahead: int = 60,
    oldest: timedelta | None = timedelta(minutes=10),
    graded: list[tuple[datetime, datetime]] | None = None,
    *,
    taken: bool = True,
    heard: timedelta | None = timedelta(0),
) -> Queue:
    return Queue(
        ahead,
        None if oldest is None else NOW - oldest,
        taken,
        graded or [],
        None if heard is None else NOW - heard,
    )


def test_the_rate_is_over_the_window_and_the_time_left_a_span_around_it() -> None:
    found = outlook(queue(60, graded=gradings(100, 2.9, timedelta(minutes=20))), NOW)
    assert found.pace is Pace.KNOWN
    assert found.rate == pytest.approx(100 / 5)
    # 60 / 20 = 3 minutes, and the rate is known to 1.96 / sqrt(100)
    assert (found.soonest, found.latest) == (3, 4)


def test_fewer_gradings_make_a_wider_span() -> None:
    few = outlook(queue(600, graded=gradings(FEWEST, 25, timedelta(minutes=20))), NOW)
    many = outlook(queue(6000, graded=gradings(10 * FEWEST, 2.5, timedelta(minutes=20))), NOW)
    assert few.rate is not None and many.rate == pytest.approx(10 * few.rate)
    assert few.soonest < many.soonest < 300 < many.latest < few.latest  # type: ignore[operator]


def test_time_in_which_nothing_waited_does_not_count() -> None:
    # all of it came a minute ago: twenty in one minute, not in five
    found = outlook(queue(20, timedelta(minutes=1), gradings(20, 2.9, timedelta(minutes=1))), NOW)
    assert found.rate == pytest.approx(20)


def test_what_was_graded_before_the_window_does_not_count() -> None:
    old = [(NOW - WINDOW - timedelta(seconds=turn), NOW - timedelta(hours=1)) for turn in range(50)]
    assert outlook(queue(graded=old), NOW) == Outlook(Pace.UNKNOWN)


def test_with_too_few_gradings_nothing_is_said() -> None:
    graded = gradings(FEWEST - 1, 5, timedelta(minutes=20))
    assert outlook(queue(graded=graded), NOW) == Outlook(Pace.UNKNOWN)
    assert outlook(queue(graded=gradings(FEWEST, 5, timedelta(minutes=20))), NOW).pace is Pace.KNOWN


def test_an_empty_queue_needs_no_time() -> None:
    assert outlook(queue(0, None), NOW).pace is Pace.EMPTY


@pytest.mark.parametrize("heard", [None, SILENT_AFTER + timedelta(seconds=1)])
def test_a_grader_that_takes_nothing_is_silent(heard: timedelta | None) -> None:
    assert outlook(queue(taken=False, heard=heard), NOW) == Outlook(Pace.SILENT)


def test_silence_is_told_in_place_of_an_estimate() -> None:
    late = [(NOW - timedelta(minutes=3), NOW - timedelta(hours=1))] * FEWEST
    assert outlook(queue(graded=late, taken=False, heard=timedelta(minutes=3)), NOW).soonest is None


def test_a_grader_is_not_silent_that_holds_something_or_was_heard_or_had_no_time_yet() -> None:
    assert outlook(queue(taken=True, heard=None), NOW).pace is Pace.UNKNOWN
    assert outlook(queue(taken=False, heard=timedelta(seconds=30)), NOW).pace is Pace.UNKNOWN
    fresh = queue(oldest=timedelta(seconds=30), taken=False, heard=None)
    assert outlook(fresh, NOW).pace is Pace.UNKNOWN
