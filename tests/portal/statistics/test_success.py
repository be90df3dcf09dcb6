"""Attempts and time until a task is solved: against SciPy and NumPy, and from simulated learners of known speed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from portal.statistics.success import (
    Try,
    attempts_until_success,
    kaplan_meier,
    quantile,
    time_to_success,
)

OBSERVED = st.lists(st.tuples(st.integers(0, 12).map(float), st.booleans()), max_size=60)


@given(OBSERVED)
def test_kaplan_meier_agrees_with_scipy(observed: list[tuple[float, bool]]) -> None:
    curve = kaplan_meier(observed)
    if not any(success for _, success in observed):
        assert curve == ()
        return
    times = [time for time, _ in observed]
    expected = stats.ecdf(
        stats.CensoredData.right_censored(times, [not success for _, success in observed])
    ).sf
    assert [step.survival for step in curve] == pytest.approx(
        expected.evaluate([step.time for step in curve]), abs=1e-9
    )
    assert [step.time for step in curve] == sorted({time for time, success in observed if success})


@given(OBSERVED, st.sampled_from([0.25, 0.5, 0.75]))
def test_a_quantile_is_the_first_time_by_which_the_share_is_there(
    observed: list[tuple[float, bool]], share: float
) -> None:
    curve = kaplan_meier(observed)
    found = quantile(curve, share)
    reached = [step.time for step in curve if 1 - step.survival >= share - 1e-9]
    assert found == (reached[0] if reached else None)


def tries(solved_with: list[int | None]) -> list[Try]:
    return [
        Try(0.0, number, None if number is None else 60.0 * number, 600.0) for number in solved_with
    ]


@given(st.lists(st.none() | st.integers(1, 6), min_size=1, max_size=50))
def test_the_median_of_attempts_is_over_all_who_tried(solved_with: list[int | None]) -> None:
    found = attempts_until_success(tries(solved_with))
    numbers = [math.inf if number is None else number for number in solved_with]
    expected = np.quantile(numbers, 0.5, method="inverted_cdf")
    assert found.median == (None if math.isinf(expected) else expected)
    assert (found.tried, found.without) == (len(solved_with), solved_with.count(None))
    assert dict(found.counts) == {
        number: solved_with.count(number) for number in set(solved_with) - {None}
    }


def test_who_gives_up_does_not_make_a_task_look_easy() -> None:
    assert attempts_until_success(tries([1, 1, 2])).median == 1
    assert attempts_until_success(tries([1, 1, 2, None, None, None])).median == 2
    assert attempts_until_success(tries([1, None, None])).median is None
    assert attempts_until_success([]).median is None


def test_time_runs_from_the_release_or_from_her_own_first_attempt() -> None:
    class_ = [Try(100.0, 1, 100.0, 1000.0), Try(200.0, 2, 260.0, 1000.0)]
    released = time_to_success(class_, since_first_attempt=False)
    own = time_to_success(class_, since_first_attempt=True)
    assert (released.quarter, released.half, released.three_quarters) == (100.0, 100.0, 260.0)
    assert (own.quarter, own.half, own.three_quarters) == (0.0, 0.0, 60.0)
    assert (own.solved, own.censored) == (2, 0)


def test_the_true_times_come_back_although_many_were_not_watched_to_the_end() -> None:
    # learners need exponentially long, on the mean ten hours; a third is watched too short to see it
    chance = np.random.default_rng(3)
    mean = 36_000.0
    needed = chance.exponential(mean, 20_000)
    watched = chance.exponential(2 * mean, 20_000)
    class_ = [
        Try(0.0, 1 if time <= end else None, time if time <= end else None, end)
        for time, end in zip(needed.tolist(), watched.tolist(), strict=True)
    ]
    found = time_to_success(class_, since_first_attempt=False)
    assert found.censored / 20_000 == pytest.approx(1 / 3, abs=0.02)
    for value, share in ((found.quarter, 0.25), (found.half, 0.5), (found.three_quarters, 0.75)):
        assert value == pytest.approx(-mean * math.log(1 - share), rel=0.05)
    # leaving out who was not seen to succeed would say that it goes much faster
    seen = sorted(one.solved for one in class_ if one.solved is not None)
    assert seen[len(seen) // 2] < 0.75 * (found.half or 0.0)
