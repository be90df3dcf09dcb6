"""How well several markers agree, held against a published example and what the definition says by hand."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from portal.statistics.agreement import agreement, alpha

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section E: four observers, twelve units
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS = [[value for value in unit if value is not None] for unit in zip(*OBSERVERS, strict=True)]


def by_definition(units: list[list[float]]) -> float:
    """Return alpha as written in the definition, pair by pair."""
    pairable = [unit for unit in units if len(unit) > 1]
    values = [value for unit in pairable for value in unit]
    number = len(values)
    observed = (
        sum(
            sum((a - b) ** 2 for a, b in permutations(unit, 2)) / (len(unit) - 1)
            for unit in pairable
        )
        / number
    )
    expected = sum((a - b) ** 2 for a, b in permutations(values, 2)) / (number * (number - 1))
    return 1 - observed / expected


def test_alpha_is_that_of_the_published_example() -> None:
    assert alpha(UNITS) == pytest.approx(0.849, abs=5e-4)


def test_alpha_is_what_the_definition_says_of_any_marks() -> None:
    chance = random.Random(3)
    for _ in range(20):
        units = [
            [chance.randrange(9) / 2 for _ in range(chance.randrange(1, 5))] for _ in range(12)
        ]
        assert alpha(units) == pytest.approx(by_definition(units))


def test_perfect_agreement_is_one_and_opposite_marks_are_below_zero() -> None:
    assert alpha([[0, 0], [1, 1], [3, 3]]) == pytest.approx(1.0)
    opposite = alpha([[0, 3], [3, 0]])
    assert opposite is not None
    assert opposite < 0


def test_where_all_marks_are_equal_alpha_says_nothing() -> None:
    assert alpha([[2, 2], [2, 2]]) is None
    found = agreement([[2, 2], [2, 2]])
    assert found is not None
    assert (found.answers, found.mean_difference, found.alpha) == (2, 0.0, None)


def test_answers_with_one_mark_are_left_out() -> None:
    assert agreement([[1], [2], []]) is None
    found = agreement([[1], [0, 1], [2, 4]])
    assert found is not None
    assert (found.answers, found.mean_difference) == (2, 1.5)
    three = agreement([[0, 1, 3]])
    assert three is not None
    assert three.mean_difference == pytest.approx(2.0)  # (1 + 3 + 2) / 3
