"""How well several markers agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

FEWEST = 2
"""Marks of one answer that can be compared."""


@dataclass(frozen=True)
class Agreement:
    """How well markers agree over several answers.

    Attributes:
        answers: answers with two marks or more.
        mean_difference: mean over these answers of the mean absolute difference of two of their marks, in points.
        alpha: Krippendorff's alpha; None where all marks are equal, so that chance alone explains everything.
    """

    answers: int
    mean_difference: float
    alpha: float | None


def agreement(marks: Sequence[Sequence[float]]) -> Agreement | None:
    """Return how well markers agree; None without any answer that two of them marked.

    Args:
        marks: for each answer the points of its markers, in any order.
    """
    units = [unit for unit in marks if len(unit) >= FEWEST]
    if not units:
        return None
    differences = [fmean(abs(a - b) for a, b in combinations(unit, 2)) for unit in units]
    return Agreement(len(units), fmean(differences), alpha(units))


def alpha(marks: Sequence[Sequence[float]]) -> float | None:
    """Return Krippendorff's alpha for values on an interval scale.

    Definition: alpha = 1 - D_o / D_e with the squared difference as metric. D_o is the mean over all pairable values of
    the squared difference of pairs within a unit: sum over units u of (1 / (m_u - 1)) * sum over ordered pairs in u of
    (a - b)^2, divided by n. D_e is the mean squared difference of all ordered pairs of pairable values: the same over
    n (n - 1). A unit with a single value is left out. 1 is perfect agreement, 0 what chance gives.
    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania (2011), section E.

    Args:
        marks: for each unit its values.
    """
    units = [unit for unit in marks if len(unit) >= FEWEST]
    values = [value for unit in units for value in unit]
    number = len(values)
    if not number:
        return None
    expected = _squares(values) / (number * (number - 1))
    if expected == 0:
        return None
    observed = sum(_squares(unit) / (len(unit) - 1) for unit in units) / number
    return 1 - observed / expected


def _squares(values: Sequence[float]) -> float:
    """Return the sum of (a - b)^2 over all ordered pairs; from the mean, since a class may have thousands of marks."""
    mean = fmean(values)
    return 2 * len(values) * sum((value - mean) ** 2 for value in values)
