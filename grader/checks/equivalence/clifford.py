"""Decides by Clifford tableaus: exact for any number of qubits, where every gate is a Clifford gate.

A Pauli operator is written as i**p times a product of X**x Z**z, one for each qubit. A Clifford gate turns each such
product on its qubits into another one, which a table of at most 64 entries holds (Aaronson and Gottesman,
quant-ph/0406196).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np

from grader.checks.reading.programs import Matrix, Program, Step
from grader.checks.simulation.dense import applied

_WIDEST_GATE = 3
_MOST_QUBITS = 1000
_EXACT = 1e-11

Numbers = np.ndarray[Any, np.dtype[np.int64]]

_X: Matrix = np.array([[0, 1], [1, 0]], dtype=np.complex128)
_Z: Matrix = np.array([[1, 0], [0, -1]], dtype=np.complex128)


def clifford_difference(
    part: Program, inputs: Sequence[int], tolerance: float
) -> tuple[int, ...] | None:
    """Return on which qubits a program does something to its inputs; empty if it does nothing but turn the phase.

    A program W leaves |x>|0> alone for all inputs x exactly if it keeps the stabilisers Z of the qubits in |0> among
    themselves, and X and Z of each input up to those (Gottesman, quant-ph/9807006).

    Args:
        part: the program.
        inputs: its qubits that hold an input; all others begin in |0> and must end so.
        tolerance: what all gates together may be away from Clifford gates.

    Returns:
        None if the program is no Clifford circuit, or too wide.
    """
    qubits = part.qubits
    if qubits > _MOST_QUBITS or len(part.steps) * _EXACT > tolerance:
        return None
    held = np.zeros(qubits, dtype=bool)
    held[list(inputs)] = True
    # rows: X of each qubit, then Z of each
    x = np.vstack([np.eye(qubits, dtype=np.int64), np.zeros((qubits, qubits), dtype=np.int64)])
    z = x[::-1, ::-1].copy()
    powers = np.zeros(2 * qubits, dtype=np.int64)
    known: dict[tuple[bytes, int], tuple[Numbers, Numbers] | None] = {}
    for step in part.steps:
        key = (step.matrix.tobytes(), len(step.controls))
        if key not in known:
            known[key] = _table(step)
        table = known[key]
        if table is None:
            return None
        places = (*step.targets, *step.controls)
        local = sum(
            x[:, place] << 2 * bit | z[:, place] << 2 * bit + 1 for bit, place in enumerate(places)
        )
        becomes = table[0][local]
        powers += table[1][local]
        for bit, place in enumerate(places):
            x[:, place] = becomes >> 2 * bit & 1
            z[:, place] = becomes >> 2 * bit + 1 & 1
    own = np.eye(qubits, dtype=np.int64)
    wrong_x = (
        (x[:qubits] != own).any(1) | (z[:qubits, held] != 0).any(1) | (powers[:qubits] % 4 != 0)
    )
    wrong_z = (
        (x[qubits:] != 0).any(1)
        | (z[qubits:, held] != (own * held)[:, held]).any(1)
        | (powers[qubits:] % 4 != 0)
    )
    return tuple(int(qubit) for qubit in np.flatnonzero((wrong_x & held) | wrong_z))


def _table(step: Step) -> tuple[Numbers, Numbers] | None:
    """Return what a gate makes of each product of X**x Z**z on its qubits, and the power of i; None if no such thing.

    Bit 2k of a number is x of the k-th qubit, bit 2k + 1 its z.
    """
    width = len(step.targets) + len(step.controls)
    if width > _WIDEST_GATE or step.matrix.shape[1] != len(step.matrix):
        return None
    targets = len(step.targets)
    local = Step(step.matrix, tuple(range(targets)), tuple(range(targets, width)))
    gate = applied([local], np.eye(2**width, dtype=np.complex128))
    one = [np.eye(2), _X, _Z, _X @ _Z]
    products = np.array(
        [
            reduce(np.kron, [one[number >> 2 * bit & 3] for bit in reversed(range(width))])
            for number in range(4**width)
        ]
    )
    turned = gate @ products @ gate.conj().T
    parts = np.einsum("qij,pij->pq", products.conj(), turned) / 2**width
    becomes = np.argmax(np.abs(parts), axis=1)
    factors = parts[np.arange(len(parts)), becomes]
    powers = np.round(np.angle(factors) / (np.pi / 2)).astype(np.int64) % 4
    parts[np.arange(len(parts)), becomes] -= 1j**powers
    if np.max(np.abs(parts)) > _EXACT:
        return None
    return becomes.astype(np.int64), powers
