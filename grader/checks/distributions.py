"""Check of the distribution of measurement outcomes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from scipy.special import chdtrc, chdtri  # scipy.stats would take half a second to import

from grader.checks.circuits import is_circuit, plain_circuit
from grader.checks.outcomes import outcome_probabilities, unmeasured_bits
from grader.checks.reading import TargetError, Unreadable, is_a, number, type_name, unreadable_type
from grader.checks.verdict import Difference, fail

_CHECK = "assert_distribution"
_KINDS = "QuantumCircuit, counts, probabilities"
_POOLED_BELOW = 5.0
"""Outcomes expected less often than this are pooled: their statistic is no chi-square."""


def assert_distribution(
    actual: object,
    expected: Mapping[str, float],
    *,
    false_alarm: float = 1e-6,
    tolerance: float = 1e-6,
) -> None:
    """Check how often each measurement outcome occurs.

    Of a circuit the exact probabilities are computed, no shots are taken. Of counts, an outcome that cannot occur
    is refused if it occurs once; the rest goes through a likelihood-ratio test (G test, rare outcomes pooled).
    Outcomes are written as Qiskit writes them, bit 0 rightmost; spaces between registers do not matter.

    Args:
        actual: your answer: a circuit with measurements, counts (outcome -> whole number of shots) or
            probabilities (outcome -> number).
        expected: outcome -> probability. An outcome left out has probability 0.
        false_alarm: for counts, the chance that right counts are refused because of bad luck.
        tolerance: for a circuit and for probabilities, the largest difference of one outcome's probability.

    Raises:
        CheckFailed: `missing_measurement`, `impossible_outcome`, `wrong_distribution`, `qubit_order_reversed`,
            `wrong_length`, `not_normalised`, `wrong_type`, `wrong_value`.
        TargetError: `expected` is no distribution.

    Example:
        >>> circuit = QuantumCircuit(1)
        >>> _ = circuit.h(0), circuit.measure_all()
        >>> assert_distribution(circuit, {"0": 0.5, "1": 0.5})
    """
    target = _target(expected)
    unmeasured: tuple[int, ...] = ()
    try:
        if is_circuit(actual):
            circuit = plain_circuit(actual)
            outcomes = outcome_probabilities(circuit)
            unmeasured = unmeasured_bits(circuit)
            shots = None
        else:
            outcomes, shots = _read_outcomes(actual)
    except Unreadable as problem:
        fail(_CHECK, problem.difference)
    width = len(next(iter(target)))
    for key in outcomes:
        if len(key) != width:
            fail(
                _CHECK,
                Difference("wrong_length", {"case": "bits", "got": len(key), "expected": width}),
            )
    if shots is None:
        difference = _exact_difference(outcomes, target, tolerance)
        needed = [bit for bit in unmeasured if any(key[width - 1 - bit] == "1" for key in target)]
        if difference is not None and needed:
            difference = Difference("missing_measurement", {"case": "bits", "got": len(needed)})
        mirrored = _exact_difference(_mirrored(outcomes), target, tolerance)
    else:
        difference = _counts_difference(outcomes, target, shots, false_alarm)
        mirrored = _counts_difference(_mirrored(outcomes), target, shots, false_alarm)
    if difference is None:
        return
    if mirrored is None and difference.code != "missing_measurement":
        difference = Difference("qubit_order_reversed", {"case": "outcomes"})
    fail(_CHECK, difference)


def _exact_difference(
    outcomes: Mapping[str, float], target: Mapping[str, float], tolerance: float
) -> Difference | None:
    for key in sorted(outcomes):
        if target.get(key, 0.0) == 0.0 and outcomes[key] > tolerance:
            return Difference("impossible_outcome", {"outcome": key, "got": f"{outcomes[key]:.4g}"})
    for key in sorted(target):
        got = outcomes.get(key, 0.0)
        if abs(got - target[key]) > tolerance:
            return Difference("wrong_distribution", {"outcome": key, "got": f"{got:.4g}"})
    return None


def _counts_difference(
    counts: Mapping[str, float], target: Mapping[str, float], shots: int, false_alarm: float
) -> Difference | None:
    for key in sorted(counts):
        if target.get(key, 0.0) == 0.0 and counts[key] > 0:
            return Difference(
                "impossible_outcome", {"case": "counts", "outcome": key, "got": int(counts[key])}
            )
    keys = sorted(key for key in target if target[key] > 0)
    probability = np.array([target[key] for key in keys])
    observed = np.array([counts.get(key, 0.0) for key in keys])
    statistic, freedom = _g_test(observed, probability * shots)
    if freedom and float(chdtrc(freedom, statistic)) < false_alarm:
        worst = int(np.argmax(np.abs(observed - probability * shots) / np.sqrt(probability)))
        return Difference(
            "wrong_distribution",
            {"case": "counts", "outcome": keys[worst], "got": int(observed[worst]), "shots": shots},
        )
    needed = _shots_needed(probability, false_alarm)
    if shots < needed:
        return Difference(
            "wrong_distribution", {"case": "too_few_shots", "got": shots, "needed": needed}
        )
    return None


def _g_test(
    observed: np.ndarray[Any, np.dtype[np.float64]], expected: np.ndarray[Any, np.dtype[np.float64]]
) -> tuple[float, int]:
    """Return the statistic, with Williams' correction for small numbers, and its degrees of freedom.

    Rare outcomes are pooled, the rarest first, until every cell is expected often enough.
    """
    order = np.argsort(expected)
    cells: list[list[float]] = []
    pool = [0.0, 0.0]
    for index in order:
        pool = [pool[0] + float(observed[index]), pool[1] + float(expected[index])]
        if pool[1] >= _POOLED_BELOW:
            cells.append(pool)
            pool = [0.0, 0.0]
    if pool[1] and cells:
        cells[-1] = [cells[-1][0] + pool[0], cells[-1][1] + pool[1]]
    if len(cells) < 2:
        return 0.0, 0
    total = sum(cell[1] for cell in cells)
    statistic = 2 * sum(o * math.log(o / e) for o, e in cells if o > 0)
    freedom = len(cells) - 1
    correction = 1 + (sum(total / e for _, e in cells) - 1) / (6 * total * freedom)
    return max(statistic / correction, 0.0), freedom


def _shots_needed(probability: np.ndarray[Any, np.dtype[np.float64]], false_alarm: float) -> int:
    """Return how many shots it takes to tell the distribution from its likeliest outcome alone."""
    if len(probability) < 2:
        return 1
    critical = float(chdtri(1, false_alarm))
    highest, lowest = float(probability.max()), 1 - float(probability.max())
    return math.ceil(max(critical / (-2 * math.log(highest)), _POOLED_BELOW / lowest))


def _mirrored(outcomes: Mapping[str, float]) -> dict[str, float]:
    return {key[::-1]: value for key, value in outcomes.items()}


def _read_outcomes(value: Any) -> tuple[dict[str, float], int | None]:
    """Return counts with their total, or probabilities with None.

    Raises:
        Unreadable: no dict of bit strings and numbers, or no distribution.
    """
    if not is_a(value, dict):
        raise unreadable_type(value, _KINDS)
    read: dict[str, float] = {}
    whole = True
    for key, entry in dict.items(value):
        if not is_a(key, str) or not set(str.__str__(key)) <= set("01 "):
            raise Unreadable("wrong_type", case="outcome", got=_key_text(key))
        plain = number(entry)
        if plain is None or isinstance(plain, bool | complex):
            raise Unreadable("wrong_type", case="element", expected=_KINDS, got=type_name(entry))
        if not math.isfinite(plain) or plain < 0:
            raise Unreadable("wrong_value", case="negative", got=str(plain)[:20])
        whole = whole and isinstance(plain, int)
        name = str.__str__(key).replace(" ", "")
        read[name] = read.get(name, 0.0) + plain
    total = sum(read.values())
    if total == 0:
        raise Unreadable("missing_measurement", case="empty")
    if whole and total > 1:
        return read, int(total)
    if abs(total - 1) > 1e-6:
        raise Unreadable("not_normalised", case="probabilities", got=f"{total:.6g}")
    return read, None


def _key_text(key: object) -> str:
    if is_a(key, str):
        return repr(str.__str__(key))[:20]
    return type_name(key)


def _target(expected: Mapping[str, float]) -> dict[str, float]:
    """Return the expected distribution with plain keys.

    Raises:
        TargetError: it is none.
    """
    target = {str(key).replace(" ", ""): float(value) for key, value in expected.items()}
    if not target or len({len(key) for key in target}) != 1 or set("".join(target)) - set("01"):
        raise TargetError(_CHECK, f"expected bit strings of one length, got {sorted(target)}")
    if min(target.values()) < 0 or abs(sum(target.values()) - 1) > 1e-6:
        raise TargetError(_CHECK, f"expected probabilities with sum 1, got {sum(target.values())}")
    return target
