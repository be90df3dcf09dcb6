"""What the marks of several people make together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from portal.rules.marks import GivenMark, Together, to_discuss, together

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


def given(points: float, hours: int, comment: str = "") -> GivenMark:
    return GivenMark(points, comment, NOON + timedelta(hours=hours))


def test_the_mean_counts_as_soon_as_the_last_mark_is_there() -> None:
    assert together([], 1) is None
    assert together([given(1, 0)], 2) is None
    assert together([given(1, 0), given(2, 1)], 2) == Together(1.5, "")
    assert together([given(1, 0), given(2, 1), given(3, 2)], 2) == Together(2.0, "")


def test_comments_stand_in_the_order_of_the_marks_and_once() -> None:
    marks = [given(1, 2, "b"), given(1, 1, "a"), given(1, 3, "b"), given(1, 4)]
    assert together(marks, 1) == Together(1.0, "a\n\nb")


def test_a_decision_counts_alone_and_after_it_the_latest_mark() -> None:
    marks = [given(0, 0, "old"), given(1, 1, "old"), given(3, 5, "decided")]
    decided = NOON + timedelta(hours=5)
    assert together(marks, 2, decided) == Together(3.0, "decided")
    assert together([*marks, given(2, 6, "later")], 2, decided) == Together(2.0, "later")


def test_more_than_a_third_of_the_points_apart_is_talked_about() -> None:
    assert not to_discuss([], 3)
    assert not to_discuss([1], 3)
    assert not to_discuss([1, 2], 3)
    assert to_discuss([1, 2.5], 3)
    assert to_discuss([1, 2, 3], 3)
