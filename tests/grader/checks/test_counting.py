"""The statistics of counts: exact rates by enumeration, no luck."""

import math
from itertools import product

import numpy as np
import pytest

from grader.checks.counting import counts_difference, shots_needed

KEYS = ("00", "01", "10", "11")


def refused(sample, probabilities, false_alarm):
    target = dict(zip(KEYS, probabilities, strict=False))
    counts = dict(zip(KEYS, map(int, sample), strict=False))
    difference = counts_difference(counts, target, int(sum(sample)), false_alarm)
    return difference is not None and difference.parameters["case"] == "counts"


def chance(sample, probabilities):
    """Return the multinomial probability of a sample."""
    logarithm = math.lgamma(sum(sample) + 1)
    for seen, probability in zip(sample, probabilities, strict=True):
        logarithm += seen * math.log(probability) - math.lgamma(seen + 1)
    return math.exp(logarithm)


def rate(shots, drawn, target, false_alarm):
    """Return the exact probability that counts drawn from one distribution are refused as another."""
    samples = [
        (*sample, shots - sum(sample))
        for sample in product(range(shots + 1), repeat=len(drawn) - 1)
        if sum(sample) <= shots
    ]
    return sum(
        weight
        for sample in samples
        if (weight := chance(sample, drawn)) > 1e-15 and refused(sample, target, false_alarm)
    )


@pytest.mark.parametrize("false_alarm", [1e-6, 1e-4, 1e-2])
@pytest.mark.parametrize("shots", [20, 100, 500])
@pytest.mark.parametrize("share", [0.5, 0.3, 0.1, 0.02, 0.002])
def test_a_coin_is_refused_no_more_often_than_stated(shots, share, false_alarm):
    assert rate(shots, (1 - share, share), (1 - share, share), false_alarm) <= false_alarm


@pytest.mark.parametrize("false_alarm", [1e-6, 1e-2])
@pytest.mark.parametrize(
    "probabilities", [(0.5, 0.25, 0.25), (0.6, 0.3, 0.1), (0.9, 0.08, 0.02), (0.34, 0.33, 0.33)]
)
def test_three_outcomes_are_refused_no_more_often_than_stated(probabilities, false_alarm):
    assert rate(35, probabilities, probabilities, false_alarm) <= false_alarm


def test_right_counts_of_many_outcomes_are_refused_no_more_often_than_stated():
    stated, runs = 1e-2, 4000
    probabilities = np.array([0.5, 0.3, *[0.2 / 14] * 14])
    target = {format(k, "04b"): share for k, share in enumerate(probabilities)}
    samples = np.random.default_rng(3).multinomial(400, probabilities, size=runs)
    alarms = sum(
        counts_difference(dict(zip(target, map(int, sample), strict=True)), target, 400, stated)
        is not None
        for sample in samples
    )
    assert 0 < alarms <= stated * runs + 3 * math.sqrt(stated * runs)


@pytest.mark.parametrize(
    ("shots", "drawn", "least"),
    [(1000, 0.6, 0.9), (2000, 0.6, 0.9999), (10_000, 0.53, 0.85), (100, 0.85, 0.99)],
)
def test_a_wrong_coin_is_refused_with_enough_shots(shots, drawn, least):
    assert rate(shots, (drawn, 1 - drawn), (0.5, 0.5), 1e-6) >= least


def test_a_fixed_margin_fails_right_answers():
    half = (0.5, 0.5)
    outside = [sample for sample in ((k, 100 - k) for k in range(101)) if abs(sample[0] - 50) >= 5]
    assert sum(chance(sample, half) for sample in outside) == pytest.approx(0.368, abs=5e-4)


def test_pooling_keeps_the_test_sharp():
    """Without pooling, Williams' correction of a very rare outcome hides a coin that is plainly wrong."""
    target = (0.5, 0.49999, 0.000005, 0.000005)
    assert refused((430, 570, 0, 0), target, 1e-4)
    assert not refused((480, 520, 0, 0), target, 1e-4)


def test_pooling_hides_no_rare_outcome_that_is_common():
    target = (0.5, 0.49999, 0.00001)
    assert refused((500, 0, 500), target, 1e-6)
    assert refused((500, 490, 10), target, 1e-6)
    many = {format(k, "06b"): 0.01 / 32 for k in range(32)} | {"100000": 0.5, "100001": 0.49}
    counts = {"100000": 500, "100001": 490, "000011": 10}
    told = counts_difference(counts, many, 1000, 1e-6)
    assert told.parameters["outcome"] == "000011"


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
@pytest.mark.parametrize("false_alarm", [1e-2, 1e-6])
def test_enough_shots_are_as_few_as_tell_the_likeliest_outcome_alone(share, false_alarm):
    needed = shots_needed({"00": share, "01": 1 - share}, false_alarm)
    assert refused((needed, 0), (share, 1 - share), false_alarm)
    assert not refused((needed // 2, 0), (share, 1 - share), false_alarm)
    assert shots_needed({"00": 1.0, "01": 0.0}, false_alarm) == 1
