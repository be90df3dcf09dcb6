"""How a task goes with the others: against NumPy and SciPy, and on simulated classes whose truth is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from portal.statistics.items import FEWEST, corrected_item_total, fisher_interval, pearson
from tests.portal.statistics.simulated_class import answers, columns

POINTS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 40)).map(lambda pair: (pair[0] / 4, pair[1] / 4)),
    min_size=4,
    max_size=60,
)


@given(POINTS)
def test_pearson_and_its_interval_agree_with_scipy(pairs: list[tuple[float, float]]) -> None:
    first, second = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    assume(len(set(first)) > 1 and len(set(second)) > 1)
    expected = stats.pearsonr(first, second)
    found = pearson(first, second)
    assert found == pytest.approx(expected.statistic, abs=1e-9)
    assume(abs(expected.statistic) < 1 - 1e-9)
    interval = expected.confidence_interval(0.95)
    assert fisher_interval(found, len(pairs)) == pytest.approx(tuple(interval), abs=1e-7)


@pytest.mark.parametrize("value", [0.1 + 0.2, 0.3, 1e9 / 3])
def test_points_that_do_not_vary_have_no_correlation(value: float) -> None:
    assert pearson([value] * 12, [float(number) for number in range(12)]) is None
    assert pearson([0.1 + 0.2, 0.3] * 6, [float(number) for number in range(12)]) is None


def test_a_perfect_correlation_has_no_width_and_few_pairs_say_nothing() -> None:
    assert fisher_interval(1.0, 30) == (1.0, 1.0)
    assert fisher_interval(0.5, 3) == (-1.0, 1.0)


@given(st.integers(FEWEST, 60), st.integers(2, 6), st.integers(0, 1000))
def test_the_task_itself_is_not_in_the_sum(learners: int, tasks: int, seed: int) -> None:
    points = np.random.default_rng(seed).integers(0, 5, (learners, tasks)) / 2
    found = corrected_item_total(
        {str(task): [(float(one), 2.0) for one in points[:, task]] for task in range(tasks)}
    )
    for task in range(tasks):
        rest = points.sum(axis=1) - points[:, task]
        own = found[str(task)]
        if np.ptp(rest) == 0 or np.ptp(points[:, task]) == 0:
            assert own.value is None
        else:
            assert own.value == pytest.approx(np.corrcoef(points[:, task], rest)[0, 1], abs=1e-9)
            assert own.low <= own.value <= own.high
        assert (own.n, own.left_out) == (learners, 0)


@pytest.mark.parametrize(("learners", "given_"), [(FEWEST - 1, False), (FEWEST, True)])
def test_too_few_learners_give_no_correlation(learners: int, given_: bool) -> None:
    column = [(float(place % 2), 1.0) for place in range(learners)]
    found = corrected_item_total({"one": column, "other": column})["one"]
    assert (found.value is not None) is given_
    assert found.n == learners


def test_an_essay_that_nobody_has_marked_takes_no_learner_away() -> None:
    found = corrected_item_total(
        {
            "code": [(float(place % 2), 1.0) for place in range(12)],
            "more": [(float(place % 3), 2.0) for place in range(12)],
            "essay": [None] * 10 + [(1.0, 2.0)] * 2,
        }
    )
    assert (found["code"].n, found["code"].left_out, found["code"].others) == (12, 0, ("more",))
    assert found["essay"].n == 2


def test_who_lacks_points_in_another_task_is_left_out_and_counted() -> None:
    found = corrected_item_total(
        {
            "code": [(float(place % 2), 1.0) for place in range(14)],
            "essay": [None] * 3 + [(float(place % 3), 2.0) for place in range(11)],
        }
    )
    assert (found["code"].n, found["code"].left_out) == (11, 3)
    # an essay has nothing to wait for in itself
    assert (found["essay"].n, found["essay"].left_out) == (11, 0)


def test_a_single_task_has_no_others() -> None:
    assert corrected_item_total({"only": [(1.0, 1.0), (0.0, 1.0)] * 10})["only"].value is None
    assert corrected_item_total({}) == {}


TASKS = [(-1.0, 1.0), (0.0, 1.5), (0.5, 1.0), (0.0, 0.6), (1.0, 1.2), (-0.5, 0.9), (0.0, 0.0)]


def test_the_interval_covers_the_true_correlation_as_often_as_it_says() -> None:
    chance = np.random.default_rng(6)
    # the truth: the same simulated tasks in a class of four hundred thousand
    large = answers(chance, 400_000, TASKS).astype(float)
    truth = [
        np.corrcoef(large[:, task], large.sum(axis=1) - large[:, task])[0, 1]
        for task in range(len(TASKS))
    ]
    classes, covered, errors = 400, np.zeros(len(TASKS)), np.zeros(len(TASKS))
    for _ in range(classes):
        found = corrected_item_total(columns(answers(chance, 60, TASKS)))
        for task, own in enumerate(found.values()):
            assert own.value is not None
            covered[task] += own.low <= truth[task] <= own.high
            errors[task] += own.value - truth[task]
    # 95% is exact for normal data alone; with all points or none it is 92 to 99%, the latter for easy tasks
    assert (covered / classes).min() >= 0.92
    assert (covered / classes).max() <= 0.99
    assert errors / classes == pytest.approx(np.zeros(len(TASKS)), abs=0.02)


def test_tasks_that_separate_better_are_found_in_their_order() -> None:
    separating = [0.0, 0.4, 0.8, 1.4, 2.5]
    solved = answers(np.random.default_rng(1), 4000, [(0.0, one) for one in separating])
    found = [own.value for own in corrected_item_total(columns(solved)).values()]
    assert None not in found
    assert found == sorted(found, key=lambda value: value or 0.0)
    assert found[0] == pytest.approx(0.0, abs=0.05)
