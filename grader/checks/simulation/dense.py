"""Applies programs to dense amplitudes.

Amplitudes have the shape (2,) * qubits + (columns,): the axis of qubit k is the k-th from the right before the last
one, so that a flat index reads as a bit string does in Qiskit. Each step changes one view of the array in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from grader.checks.reading.programs import Matrix, Program, Step


def columns_of(program: Program, inputs: Sequence[int]) -> Matrix:
    """Return what becomes of each basis input, shape (2**qubits, 2**len(inputs)).

    Args:
        program: what is done.
        inputs: the qubits that hold the input, the least significant first; all others begin in |0>.
    """
    count = len(inputs)
    amplitudes = np.zeros((2**program.qubits, 2**count), dtype=np.complex128)
    numbers = np.arange(2**count)
    rows = sum(((numbers >> place & 1) << qubit for place, qubit in enumerate(inputs)), 0 * numbers)
    amplitudes[rows, numbers] = np.exp(1j * program.phase)
    return applied(program.steps, amplitudes)


def applied(steps: Iterable[Step], amplitudes: Matrix) -> Matrix:
    """Return the amplitudes after the steps; the array given is used up.

    Args:
        steps: what is done.
        amplitudes: shape (2**qubits, columns), contiguous.
    """
    size, columns = amplitudes.shape
    qubits = size.bit_length() - 1
    tensor = amplitudes.reshape((2,) * qubits + (columns,))
    for step in steps:
        matrix, targets, controls = step
        view = tensor
        if controls:
            place: list[int | slice] = [slice(None)] * (qubits + 1)
            for control in controls:
                place[qubits - 1 - control] = slice(1, 2)
            view = tensor[tuple(place)]
        if len(targets) == 1 and matrix.shape[1] == 2:
            _turn_one(matrix, view, qubits - 1 - targets[0])
        else:
            _turn_many(matrix, view, [qubits - 1 - target for target in reversed(targets)])
    return tensor.reshape(size, columns)


def _turn_one(matrix: Matrix, view: Matrix, axis: int) -> None:
    """Apply a matrix to one axis in place."""
    low, high = view.swapaxes(0, axis)
    (a, b), (c, d) = matrix.tolist()
    if b == 0 and c == 0:
        if a != 1:
            low *= a
        if d != 1:
            high *= d
        return
    if a == 0 and d == 0:
        kept = low.copy()
        np.multiply(high, b, out=low)
        np.multiply(kept, c, out=high)
        return
    kept = low * c
    low *= a
    low += b * high
    high *= d
    high += kept


def _turn_many(matrix: Matrix, view: Matrix, axes: list[int]) -> None:
    """Apply a matrix to several axes, the most significant first, in place."""
    count = len(axes)
    front = np.moveaxis(view, axes, range(count))
    shape = front.shape
    if matrix.shape[1] == 1:  # a preparation: only |0...0> is there
        front = front[(0,) * count]
    moved = matrix @ front.reshape(matrix.shape[1], -1)
    np.moveaxis(view, axes, range(count))[...] = moved.reshape(shape)
