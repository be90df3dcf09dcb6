"""Check of the distribution of measurement outcomes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from qiskit import QuantumCircuit

from grader.checks.counting import counts_difference, shots_needed
from grader.checks.pictures.subjects import outcomes_picture
from grader.checks.reading.circuits import is_circuit, plain_circuit
from grader.checks.reading.data import (
    TargetError,
    Unreadable,
    is_a,
    number,
    type_name,
    unreadable_type,
)
from grader.checks.simulation.outcomes import outcome_probabilities, unmeasured_bits
from grader.checks.verdict import Difference, fail

_CHECK = "assert_distribution"
_KINDS = "QuantumCircuit, counts, probabilities"


def assert_distribution(
    actual: object,
    expected: Mapping[str, float],
    *,
    false_alarm: float = 1e-6,
    tolerance: float = 1e-6,
    circuit_only: bool = False,
    shots: int | None = None,
) -> None:
    """Check how often each measurement outcome occurs.

    Of a circuit the exact probabilities are computed, no shots are taken. Of counts, an outcome that cannot occur
    is refused if it occurs once; the rest goes through statistical tests (G test; exact binomial tails for two outcomes
    and for rare ones) that together refuse right counts with the probability `false_alarm` at most.
    A fixed margin cannot do this: of 100 shots of a fair coin, 37% are not within less than 0.05 of one half.
    At one in a million, 1000 shots tell a coin of 0.6 from a fair one 9 times in 10, and 2000 shots nearly always.
    Outcomes are written as Qiskit writes them, bit 0 rightmost; spaces between registers do not matter.

    Args:
        actual: your answer: a circuit with measurements, counts (outcome -> whole number of shots), probabilities
            (outcome -> number), or, where `shots` is given, a function that takes a number of shots and returns counts.
        expected: outcome -> probability. An outcome left out has probability 0.
        false_alarm: for counts, the largest chance that right counts are refused because of bad luck.
        tolerance: for a circuit and for probabilities, the largest difference of one outcome's probability.
        circuit_only: if True, only a measured circuit is an answer, because the task asks how to make the distribution.
        shots: how many shots counts must have in all; a function is called with this number.

    Raises:
        CheckFailed: `missing_measurement`, `impossible_outcome`, `wrong_distribution`, `qubit_order_reversed`,
            `wrong_length`, `not_normalised`, `wrong_type`, `wrong_value`.
        TargetError: `expected` is no distribution, or `shots` are too few to tell it from its likeliest outcome alone.
        Exception: whatever the function raises.

    Source: R. R. Sokal and F. J. Rohlf, Biometry (2012), chapter 17 (G test).

    Example:
        >>> circuit = QuantumCircuit(1)
        >>> _ = circuit.h(0), circuit.measure_all()
        >>> assert_distribution(circuit, {"0": 0.5, "1": 0.5})
    """
    target = _target(expected)
    if shots is not None and shots < shots_needed(target, false_alarm):
        needed = shots_needed(target, false_alarm)
        raise TargetError(_CHECK, f"expected shots={needed} at least, got {shots}")
    try:
        difference = (
            _circuit_difference(plain_circuit(actual), target, tolerance)
            if is_circuit(actual)
            else _outcomes_difference(
                _sampled(actual, circuit_only, shots), target, tolerance, false_alarm, shots
            )
        )
    except Unreadable as problem:
        fail(_CHECK, problem.difference)
    if difference is not None:
        fail(_CHECK, difference)


def _sampled(actual: Any, circuit_only: bool, shots: int | None) -> Any:
    """Return an answer that is no circuit; in place of a function, the counts that it returns.

    Raises:
        Unreadable: only a circuit will do.
    """
    if circuit_only:
        raise unreadable_type(actual, "QuantumCircuit")
    if shots is None or is_a(actual, dict) or not callable(actual):
        return actual
    return actual(shots)


def _circuit_difference(
    circuit: QuantumCircuit, target: Mapping[str, float], tolerance: float
) -> Difference | None:
    outcomes = outcome_probabilities(circuit)
    difference = _with_mirror(outcomes, target, partial(_exact_difference, tolerance=tolerance))
    if difference is None or difference.code == "wrong_length":
        return difference
    bits = unmeasured_bits(circuit)
    needed = [bit for bit in bits if any(key[len(key) - 1 - bit] == "1" for key in target)]
    if needed:
        return Difference("missing_measurement", {"case": "bits", "got": len(needed)})
    return replace(difference, picture=outcomes_picture(outcomes, difference.parameters))


def _outcomes_difference(
    value: Any,
    target: Mapping[str, float],
    tolerance: float,
    false_alarm: float,
    shots: int | None,
) -> Difference | None:
    outcomes, total = _read_outcomes(value)
    if total is None and shots is not None:
        raise unreadable_type(value, "counts")
    if total is None:
        exact = partial(_exact_difference, tolerance=tolerance)
        difference = _with_mirror(outcomes, target, exact)
        if difference is None or difference.code == "wrong_length":
            return difference
        return replace(difference, picture=outcomes_picture(outcomes, difference.parameters))
    if shots is not None and total != shots:
        return Difference("wrong_length", {"case": "shots", "got": total, "expected": shots})
    compared = partial(counts_difference, shots=total, false_alarm=false_alarm)
    difference = _with_mirror(outcomes, target, compared)
    if difference is None or difference.code == "wrong_length":
        return difference
    shown = outcomes_picture(outcomes, difference.parameters, shots=total, false_alarm=false_alarm)
    return replace(difference, picture=shown)


def _with_mirror(
    outcomes: Mapping[str, float],
    target: Mapping[str, float],
    compared: Callable[[Mapping[str, float], Mapping[str, float]], Difference | None],
) -> Difference | None:
    """Return how outcomes differ; where they are right from right to left, that."""
    width = len(next(iter(target)))
    for key in outcomes:
        if len(key) != width:
            return Difference("wrong_length", {"case": "bits", "got": len(key), "expected": width})
    difference = compared(outcomes, target)
    if difference is None:
        return None
    mirrored = {key[::-1]: value for key, value in outcomes.items()}
    if compared(mirrored, target) is None:
        return Difference("qubit_order_reversed", {"case": "outcomes"})
    return difference


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
