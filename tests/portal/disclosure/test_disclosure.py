"""What the gate lets through: a useful picture of cohorts of ten and more, and nothing of the others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from portal.disclosure import (
    Change,
    CohortRows,
    Count,
    batches,
    count_class,
    mask,
    publish,
    queue_size,
    union_count,
)

START = datetime(2026, 10, 1, tzinfo=UTC)


def cohort(
    institution: str, name: str, size: int, share: float, *, done: int | None = None
) -> CohortRows:
    learners = [f"{name}-{number}" for number in range(size)]
    active = learners[: size if done is None else done]
    return CohortRows(
        institution=institution,
        cohort=name,
        learners=frozenset(learners),
        modules=("02",),
        submitted={learner: frozenset({"02"}) for learner in active},
        changes=tuple(
            Change(START + timedelta(hours=hour), learner, "02", share)
            for hour, learner in enumerate(active)
        ),
    )


def test_a_cohort_of_ten_is_shown_and_one_of_nine_is_not() -> None:
    published = publish([cohort("a", "ten", 10, 0.5), cohort("b", "nine", 9, 0.9)])
    ten, nine = published.cohorts
    assert (ten.enrolled, [point.percent for point in ten.scores["02"]]) == (10, [50])
    assert (nine.enrolled, nine.active, nine.completed, dict(nine.scores)) == (None, None, None, {})
    assert published.institutions["b"].enrolled is None


def test_totals_leave_small_cohorts_out() -> None:
    published = publish([cohort("a", "big", 24, 0.5), cohort("a", "small", 8, 1.0)])
    assert published.institutions["a"].enrolled == 24
    assert published.total.enrolled == 24
    assert published.total.left_out == 1
    assert published.total.scores["02"][-1].percent == 50


def test_totals_weigh_cohorts_by_enrolment() -> None:
    published = publish([cohort("a", "one", 30, 0.8), cohort("b", "two", 10, 0.4)])
    assert published.total.scores["02"][-1].percent == 70


def test_somebody_in_two_cohorts_counts_in_the_first() -> None:
    first = cohort("a", "one", 12, 0.5)
    twin = CohortRows("a", "two", first.learners, ("02",), first.submitted, first.changes)
    published = publish([first, twin])
    assert [entry.enrolled for entry in published.cohorts] == [12, None]


def test_a_mean_waits_for_the_tenth_learner_and_then_for_ten_more() -> None:
    changes = [Change(START + timedelta(hours=hour), f"l{hour}", "02", 0.5) for hour in range(25)]
    assert [point.at for point in batches(changes[:9])] == []
    assert [point.at for point in batches(changes)] == [changes[9].at, changes[19].at]


def test_one_busy_learner_makes_no_batch() -> None:
    changes = [Change(START + timedelta(hours=hour), "same", "02", 0.5) for hour in range(50)]
    assert batches(changes) == ()


def test_changes_of_one_instant_are_one_batch() -> None:
    changes = [Change(START, f"l{number}", "02", number / 14) for number in range(15)]
    (point,) = batches(changes)
    assert point.percent == 50


@pytest.mark.parametrize(
    ("percent", "shown"), [(0.0, 5), (4.0, 5), (5.6, 6), (94.4, 94), (99.0, 95), (100.0, 95)]
)
def test_means_are_rounded_and_masked_at_the_ends(percent: float, shown: int) -> None:
    assert mask(percent) == shown


@pytest.mark.parametrize(
    ("k", "n", "shown"),
    [
        (0, 24, Count(0, 9, 24)),
        (9, 24, Count(0, 9, 24)),
        (10, 24, Count(10, 23, 24)),
        (23, 24, Count(10, 23, 24)),
        (24, 24, Count(24, 24, 24)),
        (15, 16, Count(0, 15, 16)),
        (5, 10, Count(0, 9, 10)),
        (37, 60, Count(30, 39, 60)),
    ],
)
def test_counts_are_classes(k: int, n: int, shown: Count) -> None:
    assert count_class(k, n) == shown


def test_everybody_is_said_only_where_a_module_is_published() -> None:
    assert count_class(24, 24, everybody=False) == Count(10, 24, 24)


def test_a_count_beyond_its_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 0 to 10, got 11"):
        count_class(11, 10)


def test_the_programme_can_say_more_than_its_cohorts() -> None:
    parts = [count_class(20, 24) for _ in range(5)]
    assert all(part.low == 10 for part in parts)
    assert union_count(100, parts) == Count(100, 115, 120)


def test_one_hidden_part_is_not_given_away_by_its_union() -> None:
    parts = [count_class(24, 24), count_class(3, 12)]
    assert union_count(27, parts) == Count(24, 35, 36)


def test_the_queue_is_rounded_and_hidden_while_few_stand_behind_it() -> None:
    assert queue_size(57, 30) == 50
    assert queue_size(57, 9) is None
