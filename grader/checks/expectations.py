"""Checks of expectation values and of ground energies."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from qiskit.quantum_info import DensityMatrix, SparsePauliOp, Statevector

from grader.checks.densities import read_density
from grader.checks.reading.circuits import is_circuit
from grader.checks.reading.data import (
    TargetError,
    Unreadable,
    complex_array,
    is_a,
    number,
    unreadable_type,
)
from grader.checks.states import read_state
from grader.checks.values import number_difference
from grader.checks.verdict import Difference, fail

MAXIMUM_DIAGONALISED = 10
"""Qubits of a Hamiltonian that is diagonalised within the time that a learner waits."""
_LONGEST_TEXT = 60


def assert_expectation(
    actual: object,
    observable: str | SparsePauliOp,
    expected: float,
    *,
    tolerance: float = 1e-6,
) -> None:
    """Check the expectation value of an observable in the state that an answer is or makes.

    Args:
        actual: your answer: a `QuantumCircuit`, a `Statevector` or an array, read as `assert_same_state` does; or a
            mixed state (a circuit with resets and measurements in between, a `DensityMatrix`, a density matrix as an
            array), read as `assert_same_density` does. Measurements at the end of a circuit are ignored.
        observable: a Pauli string, one letter of I, X, Y, Z a qubit with qubit 0 rightmost, or a `SparsePauliOp`.
        expected: the value asked for.
        tolerance: largest distance from it that still counts as equal.

    Raises:
        CheckFailed: the value differs (`wrong_value`, `wrong_sign`), or `actual` is no state of that many qubits.
        TargetError: the observable or the value cannot be read.

    Example:
        >>> circuit = QuantumCircuit(2)
        >>> _ = circuit.h(0), circuit.cx(0, 1)
        >>> assert_expectation(circuit, "XX", 1)
    """
    check = "assert_expectation"
    operator = _observable(observable, check)
    try:
        state = _state(actual)
    except Unreadable as problem:
        fail(check, problem.difference)
    qubits = int(state.num_qubits)
    if qubits != operator.num_qubits:
        sizes = {"got": qubits, "expected": int(operator.num_qubits)}
        fail(check, Difference("wrong_size", sizes))
    value = float(np.real(state.expectation_value(operator)))
    difference = number_difference(value, float(expected), tolerance)
    if difference is not None:
        told = {"case": "expectation", "observable": _observable_text(observable)}
        fail(check, Difference(difference.code, {**difference.parameters, **told}))


def assert_ground_energy(
    actual: object, hamiltonian: str | SparsePauliOp, *, epsilon: float
) -> None:
    """Check that a number is the ground energy of a Hamiltonian: its lowest eigenvalue, found by diagonalisation.

    By the variational principle no state has a lower energy: what is below by more than `epsilon` is a mistake in the
    calculation, not a good result.

    Args:
        actual: your answer: a real number, in the unit of the Hamiltonian.
        hamiltonian: a `SparsePauliOp` with real coefficients, or a Pauli string; at most 10 qubits.
        epsilon: largest distance from the ground energy, above or below, in the same unit. Below it leaves room for
            the noise of sampled energies.

    Raises:
        CheckFailed: `below_ground` (impossible); `wrong_energy`: above by more than `epsilon`, or (case) the energy of
            an excited state; `wrong_sign`, `wrong_type`, `wrong_value`.
        TargetError: the Hamiltonian cannot be used, or `epsilon` is not positive.

    Source: variational principle, J. J. Sakurai and J. Napolitano, Modern Quantum Mechanics (2020), 5.4.

    Example:
        >>> assert_ground_energy(-1.41421, SparsePauliOp(["Z", "X"]), epsilon=1e-3)
    """
    check = "assert_ground_energy"
    operator = _observable(hamiltonian, check)
    if operator.num_qubits > MAXIMUM_DIAGONALISED or not epsilon > 0:
        limit = f"at most {MAXIMUM_DIAGONALISED} qubits and a positive epsilon"
        raise TargetError(check, f"expected {limit}, got {operator.num_qubits} and {epsilon}")
    energy = number(actual)
    if isinstance(energy, complex) and abs(energy.imag) <= 1e-9:
        energy = energy.real  # what NumPy leaves of <ψ|H|ψ>
    if energy is None or isinstance(energy, bool | complex):
        fail(check, unreadable_type(actual, "float").difference)
    if not math.isfinite(energy):
        fail(check, Difference("wrong_value", {"case": "not_finite"}))
    levels = np.linalg.eigvalsh(operator.to_matrix())
    difference = _energy_difference(float(energy), levels, epsilon)
    if difference is not None:
        fail(check, difference)


def _energy_difference(
    energy: float, levels: np.ndarray[Any, np.dtype[np.float64]], epsilon: float
) -> Difference | None:
    """Return how an energy differs from the lowest of the levels (ascending), or None if it does not."""
    ground = float(levels[0])
    if abs(energy - ground) <= epsilon:
        return None
    got = f"{energy:.6g}"
    if abs(energy + ground) <= epsilon:
        return Difference("wrong_sign", {"got": got})
    if energy < ground:
        return Difference("below_ground", {"got": got})
    if np.abs(levels - energy).min() <= epsilon:
        return Difference("wrong_energy", {"case": "excited", "got": got})
    return Difference("wrong_energy", {"got": got})


def _observable(observable: str | SparsePauliOp, check: str) -> SparsePauliOp:
    """Return an observable as a sum of Pauli strings.

    Raises:
        TargetError: it is none, or not Hermitian.
    """
    if not is_a(observable, str, SparsePauliOp):
        raise TargetError(check, f"expected a Pauli string or a SparsePauliOp, got {observable!r}")
    try:
        operator = SparsePauliOp(observable)
    except Exception as error:
        raise TargetError(check, f"expected a Pauli string, got {observable!r}") from error
    if not operator.num_qubits:
        raise TargetError(check, "expected an observable of at least one qubit, got none")
    if np.abs(np.imag(operator.simplify().coeffs)).max() > 1e-9:
        raise TargetError(check, "expected real coefficients: an observable is Hermitian")
    return operator


def _observable_text(observable: str | SparsePauliOp) -> str:
    """Return an observable as a short sum of Pauli strings: "0.5 ZZ - 1 XI"."""
    if isinstance(observable, str):
        return observable[:_LONGEST_TEXT]
    text = " + ".join(f"{weight.real:.4g} {label}" for label, weight in observable.to_list())
    text = text.replace("+ -", "- ")
    return (
        text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1].rsplit(" ", 1)[0] + " …"
    )


def _state(value: Any) -> Statevector | DensityMatrix:
    """Return a pure state where the answer is one, else a mixed one.

    Raises:
        Unreadable: it is neither.
    """
    if is_circuit(value):
        try:
            return Statevector(read_state(value))
        except Unreadable:
            return DensityMatrix(read_density(value))
    if type(value) is DensityMatrix:
        return DensityMatrix(read_density(value))
    if type(value) in (list, tuple, np.ndarray):
        array = complex_array(value, "QuantumCircuit, Statevector, DensityMatrix, array")
        if array.ndim == 2 and 1 not in array.shape:
            return DensityMatrix(read_density(array))
    return Statevector(read_state(value))
