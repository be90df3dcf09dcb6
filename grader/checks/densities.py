"""Check of mixed states."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import DensityMatrix

from grader.checks.diagnosis.notation import amplitude_text, bits
from grader.checks.pictures.subjects import density_picture
from grader.checks.reading.circuits import (
    flattened,
    is_circuit,
    plain_circuit,
    virtual_order,
    without_measurements_at_end,
)
from grader.checks.reading.data import TargetError, Unreadable, complex_array
from grader.checks.reading.kets import KetError, parse_ket
from grader.checks.simulation.branches import Branch, reduced_density, run
from grader.checks.states import read_state
from grader.checks.verdict import Difference, fail

_CHECK = "assert_same_density"
_KINDS = "QuantumCircuit, DensityMatrix, Statevector, array"
MAXIMUM_DENSITY_QUBITS = 8
"""Comparing larger density matrices takes longer than a learner waits."""

_ROUNDING = 1e-6
"""How far from valid (trace, Hermitian, positive) a matrix may be, or the tolerance if that is larger."""

_NOTHING = 1e-9

Matrix = np.ndarray[Any, np.dtype[np.complex128]]


def assert_same_density(
    actual: object,
    expected: object,
    *,
    tolerance: float = 1e-6,
    environment: Sequence[int] = (),
) -> None:
    """Check that an answer is the mixed state that is asked for.

    A circuit stands for the state that it leaves, started in |0...0>, once the classical bits are forgotten.
    Measurements in between, resets, conditions and noise instructions are followed exactly. Measurements at the
    end may be there to look at the state or to disturb it: the answer is right if one of the two readings is.
    Rows and columns are in the order |00>, |01>, |10>, |11>: qubit 0 is the rightmost letter of a ket.

    Args:
        actual: your answer: a `QuantumCircuit`, a `DensityMatrix`, an array of shape (2**qubits, 2**qubits), or, for a
            pure state, a `Statevector` or an array of amplitudes.
        expected: the state asked for: one of these, or a ket as text such as "(|00> + |11>)/√2".
        tolerance: largest trace distance ½‖actual - expected‖₁: no measurement tells the two apart with a probability
            that is better by more than half of it than a guess.
        environment: for circuits, indices of qubits of your circuit that are thrown away at the end (traced out).

    Raises:
        CheckFailed: the states differ: `wrong_density` (its case says how), `conjugate`, `qubit_order_reversed`,
            `wrong_size`; or the answer is no state: `not_normalised`, `not_hermitian`, `not_positive`, `wrong_type`.
        TargetError: `expected` is no state.

    Source: trace distance, M. A. Nielsen and I. L. Chuang, Quantum Computation and Quantum Information (2010), 9.2.1.

    Example:
        >>> circuit = QuantumCircuit(2)
        >>> _ = circuit.h(0), circuit.cx(0, 1)
        >>> assert_same_density(circuit, [[0.5, 0], [0, 0.5]], environment=[1])
    """
    target = _target(expected)
    try:
        readings = _readings(actual, environment, tolerance)
    except Unreadable as problem:
        fail(_CHECK, problem.difference)
    differences = [density_difference(density, target, tolerance) for density in readings]
    if differences[0] is not None and None not in differences:
        found = differences[0]
        fail(_CHECK, replace(found, picture=density_picture(readings[0], found.parameters)))


def density_difference(actual: Matrix, expected: Matrix, tolerance: float) -> Difference | None:
    """Return how a density matrix differs from the expected one, or None if it does not.

    Args:
        actual: matrix, shape (2**n, 2**n), positive, trace 1.
        expected: likewise.
        tolerance: largest trace distance.
    """
    qubits = len(actual).bit_length() - 1
    if len(actual) != len(expected):
        wanted = len(expected).bit_length() - 1
        return Difference("wrong_size", {"got": qubits, "expected": wanted})
    if trace_distance(actual, expected) <= tolerance:
        return None
    return _known_mistake(actual, expected, tolerance) or _entry_difference(actual, expected)


def trace_distance(actual: Matrix, expected: Matrix) -> float:
    """Return half the sum of the magnitudes of the eigenvalues of the (Hermitian) difference.

    Where it is next to nothing, a bound of it that is quicker to have.
    """
    difference = actual - expected
    bound = math.sqrt(len(difference)) * float(np.linalg.norm(difference)) / 2
    if bound < _NOTHING:
        return bound
    return float(np.abs(np.linalg.eigvalsh(difference)).sum() / 2)


def lowest_eigenvalue(matrix: Matrix) -> float:
    """Return the lowest eigenvalue of a Hermitian matrix if it is negative; 0 if none is by more than rounding."""
    try:
        np.linalg.cholesky(matrix + _NOTHING * np.eye(len(matrix)))
    except np.linalg.LinAlgError:
        return float(np.linalg.eigvalsh(matrix)[0])
    return 0.0


def reversed_qubits(matrix: Matrix) -> Matrix:
    """Return the matrix with its qubits numbered from the other end."""
    qubits = len(matrix).bit_length() - 1
    axes = [*range(qubits)[::-1], *range(qubits, 2 * qubits)[::-1]]
    return matrix.reshape((2,) * (2 * qubits)).transpose(axes).reshape(matrix.shape)


def read_density(value: Any) -> Matrix:
    """Return the density matrix of a state, shape (2**qubits, 2**qubits), trace 1.

    Measurements at the end of a circuit are ignored.

    Args:
        value: a circuit, a `DensityMatrix` or a matrix, or what `read_state` takes.

    Raises:
        Unreadable: anything else, or a matrix that is no state.
    """
    return _readings(value)[0]


def _known_mistake(actual: Matrix, expected: Matrix, tolerance: float) -> Difference | None:
    """Return the usual mistake that leads from the expected state to this one, if there is one."""
    if trace_distance(actual.conj(), expected) <= tolerance:
        return Difference("conjugate", {"case": "state"})
    if trace_distance(reversed_qubits(actual), expected) <= tolerance:
        return Difference("qubit_order_reversed", {"case": "state"})
    purity, wanted_purity = (float(np.vdot(matrix, matrix).real) for matrix in (actual, expected))
    # a state within the tolerance of a pure one has a purity of at least 1 - 2 tolerance
    slack = 4 * max(tolerance, 1e-9)
    if purity >= 1 - slack > wanted_purity:
        return Difference("wrong_density", {"case": "pure"})
    if wanted_purity >= 1 - slack > purity:
        return Difference("wrong_density", {"case": "mixed", "purity": f"{purity:.4g}"})
    return None


def _readings(value: Any, environment: Sequence[int] = (), tolerance: float = 0.0) -> list[Matrix]:
    """Return the states that a value may stand for: for a circuit without and with its terminal measurements."""
    if is_circuit(value):
        return _circuit_readings(plain_circuit(value), environment)
    if type(value) is DensityMatrix:
        value = np.asarray(value.data)
    if type(value) in (list, tuple, np.ndarray):
        matrix = complex_array(value, _KINDS)
        if matrix.ndim == 2 and 1 not in matrix.shape:
            return [_valid(matrix, max(tolerance, _ROUNDING))]
        value = matrix
    state = read_state(value)
    if len(state) > 2**MAXIMUM_DENSITY_QUBITS:
        raise _too_many(len(state).bit_length() - 1)
    return [np.outer(state, state.conj())]


def _circuit_readings(circuit: QuantumCircuit, environment: Sequence[int]) -> list[Matrix]:
    stripped, measured = without_measurements_at_end(flattened(circuit))
    order, inputs = virtual_order(circuit)
    kept = [
        (range(circuit.num_qubits) if order is None else order)[qubit]
        for qubit in range(inputs)
        if qubit not in environment
    ]
    if not kept:
        raise Unreadable("wrong_size", case="environment", got=circuit.num_qubits)
    if len(kept) > MAXIMUM_DENSITY_QUBITS:
        raise _too_many(len(kept))
    qubits = {qubit: index for index, qubit in enumerate(circuit.qubits)}
    bits_of = {bit: index for index, bit in enumerate(circuit.clbits)}
    start = np.zeros(2**circuit.num_qubits, dtype=np.complex128)
    start[0] = 1
    first = [Branch((0,) * len(bits_of), start)]
    density = reduced_density(run(first, stripped.data, qubits, bits_of), kept)
    disturbed = [kept.index(qubit) for qubit in measured if qubit in kept]
    return [density, _dephased(density, disturbed)] if disturbed else [density]


def _dephased(density: Matrix, measured: Sequence[int]) -> Matrix:
    """Return the state after a measurement of some qubits whose outcomes are forgotten."""
    index = np.arange(len(density))
    mask = sum(1 << qubit for qubit in measured)
    return np.asarray(np.where((index[:, None] ^ index) & mask, 0, density))


def _too_many(qubits: int) -> Unreadable:
    return Unreadable("wrong_size", case="too_many", got=qubits, limit=MAXIMUM_DENSITY_QUBITS)


def _valid(matrix: Matrix, rounding: float) -> Matrix:
    """Return the matrix if it is a state.

    Raises:
        Unreadable: it is none.
    """
    size = len(matrix)
    if matrix.ndim != 2 or matrix.shape != (size, size):
        raise Unreadable("wrong_size", case="matrix", got=str(matrix.shape))
    if size < 2 or size & (size - 1):
        raise Unreadable("wrong_size", case="length", got=size)
    if size > 2**MAXIMUM_DENSITY_QUBITS:
        raise _too_many(size.bit_length() - 1)
    skew = np.abs(matrix - matrix.conj().T)
    if skew.max() > rounding:
        row, column = np.unravel_index(int(np.argmax(skew)), skew.shape)
        qubits = size.bit_length() - 1
        raise Unreadable(
            "not_hermitian", row=bits(int(row), qubits), column=bits(int(column), qubits)
        )
    trace = float(np.trace(matrix).real)
    if abs(trace - 1) > rounding:
        raise Unreadable("not_normalised", case="density", got=f"{trace:.6g}")
    lowest = lowest_eigenvalue(matrix)
    if lowest < -rounding:
        raise Unreadable("not_positive", got=f"{lowest:.4g}")
    return (matrix + matrix.conj().T) / (2 * trace)


def _entry_difference(actual: Matrix, expected: Matrix) -> Difference:
    """Return a population that differs, or else the coherence that differs most."""
    qubits = len(actual).bit_length() - 1
    off = np.abs(actual - expected)
    populations = np.diag(off)
    if populations.max() > 1e-3 * off.max():
        index = int(np.argmax(populations > 0.5 * populations.max()))
        got = f"{actual[index, index].real:.4g}"
        parameters = {"basis": bits(index, qubits), "got": got}
        return Difference("wrong_density", {"case": "population", **parameters})
    row, column = np.unravel_index(int(np.argmax(off > 0.5 * off.max())), off.shape)
    return Difference(
        "wrong_density",
        {
            "case": "coherence",
            "row": bits(int(row), qubits),
            "column": bits(int(column), qubits),
            "got": amplitude_text(complex(actual[row, column])),
        },
    )


def _target(expected: object) -> Matrix:
    try:
        if isinstance(expected, str):
            state = parse_ket(expected)
            return np.outer(state, state.conj())
        return read_density(expected)
    except (KetError, Unreadable) as error:
        raise TargetError(_CHECK, str(error)) from error
