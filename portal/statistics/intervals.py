"""Confidence intervals."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist


@dataclass(frozen=True)
class Interval:
    """An interval of shares, 0 <= low <= high <= 1."""

    low: float
    high: float


def wilson(successes: int, trials: int, confidence: float = 0.95) -> Interval:
    """Return the Wilson score interval of a share.

    With p = successes / trials and z the normal quantile of (1 + confidence) / 2, its ends are
    (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n). It stays within 0 and 1 and holds
    its level for small n, where the textbook interval p +- z sqrt(p(1-p)/n) does not.

    Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209; recommended for small n by Brown, Cai
    and DasGupta, Statistical Science 16 (2001) 101.

    Args:
        successes: 0 to trials.
        trials: number of trials; with none of them the interval is all of 0 to 1.
        confidence: level, between 0 and 1.

    Raises:
        ValueError: a number is out of its range.
    """
    if not 0 <= successes <= trials:
        raise ValueError(f"successes: expected 0 to {trials}, got {successes}")
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: expected between 0 and 1, got {confidence}")
    if trials == 0:
        return Interval(0.0, 1.0)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, weight = successes / trials, z * z / trials
    middle = (share + weight / 2) / (1 + weight)
    half = z * sqrt(share * (1 - share) / trials + weight / (4 * trials)) / (1 + weight)
    # at the ends middle and half are equal but for rounding
    low = 0.0 if successes == 0 else max(0.0, middle - half)
    high = 1.0 if successes == trials else min(1.0, middle + half)
    return Interval(low, high)
