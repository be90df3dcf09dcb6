"""Finds out what differs between two states, and gives the smallest counterexample."""

from __future__ import annotations

import math

import numpy as np

from grader.checks.diagnosis.gates import state_off_by_gate
from grader.checks.diagnosis.notation import (
    Array,
    amplitude_text,
    angle_text,
    bits,
    order_parameters,
    other_orders,
    permuted_rows,
    qubits_of,
)
from grader.checks.verdict import Difference


def state_difference(
    actual: Array,
    expected: Array,
    *,
    strict_phase: bool,
    tolerance: float,
    made: bool = False,
) -> Difference | None:
    """Return how a state differs from the expected one, or None if it does not.

    The most telling difference comes first: `does_nothing` (only of what makes a state), `conjugate`,
    `qubit_order_reversed`, `qubits_permuted`, `relative_phase` (all probabilities are right), `wrong_amplitudes` (the
    right basis states, other probabilities), `off_by_gate`, `wrong_state`.

    Args:
        actual: amplitudes, shape (2**n,), norm 1.
        expected: likewise.
        strict_phase: whether a global phase counts.
        tolerance: largest infidelity 1 - |<expected|actual>|².
        made: whether a circuit made the state from |0...0>.
    """
    qubits = qubits_of(actual)
    if len(actual) != len(expected):
        return Difference("wrong_size", {"got": qubits, "expected": qubits_of(expected)})
    overlap = complex(np.vdot(expected, actual))
    if 1 - abs(overlap) ** 2 <= tolerance:
        if strict_phase and 1 - overlap.real > tolerance:
            return Difference("global_phase", {"angle": angle_text(overlap)})
        return None
    if made and abs(actual[0]) ** 2 >= 1 - tolerance:
        return Difference("does_nothing", {"case": "state"})
    return _known_mistake(actual, expected, tolerance) or _amplitude_difference(
        actual, expected, tolerance
    )


def _infidelity(actual: Array, expected: Array) -> float:
    return float(1 - abs(np.vdot(expected, actual)) ** 2)


def _known_mistake(actual: Array, expected: Array, tolerance: float) -> Difference | None:
    """Return the usual mistake that turns the expected state into this one, if there is one."""
    if _infidelity(actual.conj(), expected) <= tolerance:
        return Difference("conjugate", {"case": "state"})
    backwards = range(qubits_of(actual))[::-1]
    if _infidelity(permuted_rows(actual, backwards), expected) <= tolerance:
        return Difference("qubit_order_reversed", {"case": "state"})
    # an order of the qubits keeps all amplitudes: without this most answers would cost hundreds of comparisons
    if np.max(np.abs(np.sort(np.abs(actual)) - np.sort(np.abs(expected)))) > math.sqrt(tolerance):
        return None
    for order in other_orders(qubits_of(actual)):
        if _infidelity(permuted_rows(actual, order), expected) <= tolerance:
            return Difference("qubits_permuted", order_parameters(order))
    return None


def _amplitude_difference(actual: Array, expected: Array, tolerance: float) -> Difference:
    """Return the first amplitude that differs by more than one of an accepted state could."""
    slack = max(math.sqrt(tolerance), 1e-6)
    qubits = qubits_of(actual)
    moduli, wanted = np.abs(actual), np.abs(expected)
    off = np.abs(moduli - wanted) > slack
    if not off.any():
        return _state_phase(actual, expected, slack)
    foreign = off & ((moduli > slack) != (wanted > slack))
    index = int(np.argmax(foreign if foreign.any() else off))
    parameters = {"basis": bits(index, qubits), "got": amplitude_text(actual[index])}
    if not foreign.any():
        probability = round(float(moduli[index] ** 2), 4)
        return Difference("wrong_amplitudes", {**parameters, "probability": probability})
    gate = state_off_by_gate(actual, expected, tolerance)
    if gate is not None:
        return gate
    case = "extra" if moduli[index] > wanted[index] else "missing"
    return Difference("wrong_state", {"case": case, **parameters})


def _state_phase(actual: Array, expected: Array, slack: float) -> Difference:
    """Return the first basis state whose phase relative to the first present one is wrong."""
    qubits = qubits_of(actual)
    present = np.flatnonzero(np.abs(expected) > 10 * slack)
    reference = int(present[0]) if len(present) else int(np.argmax(np.abs(expected)))
    turned = actual * np.exp(-1j * np.angle(actual[reference]))
    wanted = expected * np.exp(-1j * np.angle(expected[reference]))
    off = np.abs(turned - wanted)
    index = int(np.argmax(off > min(max(slack, 0.5 * float(off.max())), 0.999 * float(off.max()))))
    return Difference(
        "relative_phase",
        {
            "case": "state",
            "reference": bits(reference, qubits),
            "basis": bits(index, qubits),
            "angle": angle_text(actual[index] / actual[reference]),
        },
    )
