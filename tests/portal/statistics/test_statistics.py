"""Figures about learning: against SciPy where it has them, by hand where they are small."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from portal.statistics.intervals import Interval, wilson
from portal.statistics.progress import Step, mean_score, progress
from portal.statistics.tasks import TaskScore, summarise_tasks

START = datetime(2026, 10, 1, tzinfo=UTC)


def at(day: int) -> datetime:
    return START + timedelta(days=day)


@given(
    trials=st.integers(1, 400), data=st.data(), confidence=st.sampled_from([0.5, 0.9, 0.95, 0.99])
)
def test_wilson_agrees_with_scipy(trials: int, data: st.DataObject, confidence: float) -> None:
    successes = data.draw(st.integers(0, trials))
    expected = binomtest(successes, trials).proportion_ci(confidence, method="wilson")
    found = wilson(successes, trials, confidence)
    assert found.low == pytest.approx(expected.low, abs=1e-9)
    assert found.high == pytest.approx(expected.high, abs=1e-9)


def test_wilson_of_nothing_is_everything() -> None:
    assert wilson(0, 0) == Interval(0.0, 1.0)


@pytest.mark.parametrize(
    ("successes", "trials", "confidence"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0)]
)
def test_wilson_refuses_what_is_no_share(successes: int, trials: int, confidence: float) -> None:
    with pytest.raises(ValueError, match="expected"):
        wilson(successes, trials, confidence)


def test_tasks_keep_the_waiting_apart_from_zero() -> None:
    summary = summarise_tasks(
        [
            TaskScore("bell", 2.0, 2.0, "passed"),
            TaskScore("bell", 0.0, 2.0, "relative_phase"),
            TaskScore("bell", 0.0, 2.0, "relative_phase"),
            TaskScore("bell", None, 2.0, "needs_person"),
        ]
    )["bell"]
    assert (summary.marked, summary.waiting, summary.full) == (3, 1, 1)
    assert summary.mean == pytest.approx(1 / 3)
    assert summary.full_share == pytest.approx(1 / 3)
    assert summary.full_interval == wilson(1, 3)
    assert summary.codes == (("relative_phase", 2), ("passed", 1))


def test_a_task_that_only_waits_has_no_mean() -> None:
    summary = summarise_tasks([TaskScore("essay", None, 2.0, "needs_person")])["essay"]
    assert summary.mean is None
    assert summary.full_share is None


def test_progress_weighs_modules_by_points_and_starts_without_the_unreached() -> None:
    steps = progress(
        {
            "a": [Step(at(1), 80.0), Step(at(4), 90.0)],
            "b": [Step(at(3), 50.0)],
            "gone": [Step(at(0), 1.0)],
        },
        {"a": 10.0, "b": 30.0},
    )
    assert steps == (Step(at(1), 20.0), Step(at(3), 57.5), Step(at(4), 60.0))


def test_mean_score_is_over_the_modules_that_have_one() -> None:
    assert mean_score({"a": 80.0}, {"a": 10.0, "b": 30.0}) == pytest.approx(80.0)
    assert mean_score({"a": 80.0, "b": 40.0}, {"a": 10.0, "b": 30.0}) == pytest.approx(50.0)
    assert mean_score({}, {"a": 10.0}) is None
