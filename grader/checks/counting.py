"""Test of counts against probabilities, at a stated chance of a false alarm."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

# scipy.stats would take half a second to import
from scipy.special import bdtr, bdtrc, chdtrc

from grader.checks.verdict import Difference, Parameter

_RARE_BELOW = 5.0
"""Outcomes expected less often than this are rare: their statistic is no chi-square."""

_SHARE_OF_RARE = 0.1
_MARGIN = 2.0
"""The tail of chi-square is too short by up to this factor: all counts of up to 60 shots were enumerated."""

Numbers = np.ndarray[Any, np.dtype[np.float64]]


def counts_difference(
    counts: Mapping[str, float], target: Mapping[str, float], shots: int, false_alarm: float
) -> Difference | None:
    """Return how counts differ from probabilities by more than chance explains, or None if they do not.

    Three tests share the chance of a false alarm. An outcome of probability 0 must never occur. A rare outcome,
    expected fewer than 5 times, must not occur too often: exact binomial tail, at a share divided by the number of
    rare outcomes (Bonferroni). All outcomes, rare ones pooled, go through the G test with Williams' correction.

    Args:
        counts: outcome -> how often it occurred.
        target: outcome -> probability; the sum is 1.
        shots: sum of the counts.
        false_alarm: largest chance that counts drawn from `target` are refused.

    Source: R. R. Sokal and F. J. Rohlf, Biometry (2012), chapter 17 (G test, pooling, Williams' correction).
    """
    for key in sorted(counts):
        if target.get(key, 0.0) == 0.0 and counts[key] > 0:
            return Difference("impossible_outcome", _told(key, counts))
    keys = sorted(key for key in target if target[key] > 0)
    probability = np.array([target[key] for key in keys])
    observed = np.array([counts.get(key, 0.0) for key in keys])
    worst = _improbable(observed, probability, shots, false_alarm)
    if worst is not None:
        return Difference("wrong_distribution", {**_told(keys[worst], counts), "shots": shots})
    needed = shots_needed(target, false_alarm)
    if shots < needed:
        return Difference(
            "wrong_distribution", {"case": "too_few_shots", "got": shots, "needed": needed}
        )
    return None


def shots_needed(target: Mapping[str, float], false_alarm: float) -> int:
    """Return how many shots it takes to tell a distribution from its likeliest outcome alone."""
    probability = np.array(sorted(target.values(), reverse=True))
    highest = float(probability[0])
    if highest >= 1 - 1e-12:
        return 1
    needed = math.log(false_alarm) / math.log(highest)
    shots = math.ceil(max(needed, _RARE_BELOW / (1 - highest)))
    probability = probability[probability > 0]
    alone = np.zeros(len(probability))
    while True:
        alone[0] = shots
        if _improbable(alone, probability, shots, false_alarm) is not None:
            return shots
        shots = max(shots + 1, shots * 21 // 20)


def _told(outcome: str, counts: Mapping[str, float]) -> dict[str, Parameter]:
    return {"case": "counts", "outcome": outcome, "got": int(counts.get(outcome, 0))}


def _improbable(
    observed: Numbers, probability: Numbers, shots: int, false_alarm: float
) -> int | None:
    """Return the index of the outcome that chance explains worst, or None if it explains all."""
    expected = probability * shots
    rare = np.flatnonzero(expected < _RARE_BELOW)
    share = false_alarm
    if len(rare):
        share *= 1 - _SHARE_OF_RARE
        tails = np.array([_tail(observed[index], shots, probability[index]) for index in rare])
        if tails.min() < false_alarm * _SHARE_OF_RARE / len(rare):
            return int(rare[np.argmin(tails)])
    cells = _pooled(observed, expected)
    if len(cells) > 1 and _chance(cells, shots) < share:
        return int(np.argmax(np.abs(observed - expected) / np.sqrt(expected)))
    return None


def _tail(seen: float, shots: int, probability: float) -> float:
    """Return the chance that an outcome occurs at least as often as seen."""
    return 1.0 if seen < 1 else float(bdtrc(seen - 1, shots, probability))


def _pooled(observed: Numbers, expected: Numbers) -> list[tuple[float, float]]:
    """Return cells (observed, expected): outcomes pooled, the rarest first, until each is expected often enough."""
    cells: list[tuple[float, float]] = []
    seen = wanted = 0.0
    for index in np.argsort(expected, kind="stable"):
        seen, wanted = seen + float(observed[index]), wanted + float(expected[index])
        if wanted >= _RARE_BELOW:
            cells.append((seen, wanted))
            seen = wanted = 0.0
    if wanted and cells:
        last = cells.pop()
        cells.append((last[0] + seen, last[1] + wanted))
    return cells


def _chance(cells: list[tuple[float, float]], shots: int) -> float:
    """Return an upper bound of the chance that cells lie so far from what is expected.

    Of two cells the binomial tail is exact. Of more, the tail of chi-square for the G statistic, times `_MARGIN`.
    """
    if len(cells) == 2:
        (seen, wanted), _ = cells
        probability = wanted / shots
        below = float(bdtr(seen, shots, probability))
        return 2 * min(below, _tail(seen, shots, probability))
    freedom = len(cells) - 1
    statistic = 2 * sum(seen * math.log(seen / wanted) for seen, wanted in cells if seen > 0)
    spread = sum(shots / wanted for _, wanted in cells) - 1
    correction = 1 + spread / (6 * shots * freedom)
    return _MARGIN * float(chdtrc(freedom, max(statistic / correction, 0.0)))
