"""How a diagnosis writes basis states, amplitudes and phases, and the order of qubits in arrays."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from itertools import combinations, permutations
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.complex128]]

_MOST_PERMUTED = 6
"""Qubits of which all orders are tried."""


def bits(index: int, qubits: int) -> str:
    """Return a basis state's index as Qiskit writes it, qubit 0 rightmost."""
    return format(index, f"0{qubits}b") if qubits else ""


def amplitude_text(value: complex) -> str:
    """Return an amplitude rounded to three decimals: "0.707", "-0.5i", "0.5+0.5i"."""
    real, imaginary = round(value.real, 3) + 0.0, round(value.imag, 3) + 0.0
    if imaginary == 0:
        return f"{real:g}"
    if real == 0:
        return f"{imaginary:g}i"
    return f"{real:g}{imaginary:+g}i"


def angle_text(value: complex) -> str:
    """Return the phase of a number as a multiple of π: "0.5π"."""
    return f"{round(cmath.phase(value) / math.pi, 3) + 0.0:g}π"


def qubits_of(array: Array) -> int:
    """Return the number of qubits whose basis states the first axis of an array counts."""
    return len(array).bit_length() - 1


def permuted_rows(array: Array, order: Sequence[int]) -> Array:
    """Return the array with qubit k of its first axis called `order[k]`."""
    qubits = len(order)
    axes = [0] * qubits
    for old, new in enumerate(order):
        axes[qubits - 1 - new] = qubits - 1 - old
    rest = array.shape[1:]
    tensor = array.reshape((2,) * qubits + rest)
    return tensor.transpose(*axes, *range(qubits, qubits + len(rest))).reshape(array.shape)


def permuted(matrix: Array, order: Sequence[int]) -> Array:
    """Return the square matrix with qubit k called `order[k]`, in its rows and its columns."""
    return permuted_rows(permuted_rows(matrix, order).T, order).T


def exchanges(qubits: int) -> list[tuple[int, ...]]:
    """Return the orders in which two of the qubits change places."""
    found = []
    for first, second in combinations(range(qubits), 2):
        order = list(range(qubits))
        order[first], order[second] = second, first
        found.append(tuple(order))
    return found


def other_orders(qubits: int) -> list[tuple[int, ...]]:
    """Return the orders of a few qubits but the given one: exchanges of two first. None of many qubits."""
    if qubits > _MOST_PERMUTED:
        return []
    pairs = exchanges(qubits)
    known = {*pairs, tuple(range(qubits))}
    return [*pairs, *(order for order in permutations(range(qubits)) if order not in known)]


def order_parameters(order: Sequence[int], *, at_end: bool = False) -> dict[str, str | int]:
    """Return what a verdict says about an order: the pair that changes places, or where each qubit belongs.

    Args:
        order: where each qubit belongs.
        at_end: whether only the outputs are meant, not the inputs.
    """
    moved = [qubit for qubit, place in enumerate(order) if qubit != place]
    if len(moved) == 2:
        return {
            "case": "pair_end" if at_end else "pair",
            "first": moved[0],
            "second": moved[1],
        }
    case = {"case": "end"} if at_end else {}
    return {**case, "order": ", ".join(f"{qubit} → {order[qubit]}" for qubit in moved)}
