"""Check of unitaries: gates, circuits, matrices."""

from __future__ import annotations

from typing import Any

import numpy as np
from qiskit import QiskitError, QuantumCircuit
from qiskit.circuit import Instruction
from qiskit.quantum_info import Clifford, Operator, Pauli

from grader.checks.circuits import (
    flattened,
    is_circuit,
    plain_circuit,
    require_coherent,
    virtual_order,
    without_terminal_measurements,
)
from grader.checks.diagnosis import unitary_difference
from grader.checks.reading import (
    MAXIMUM_QUBITS,
    TargetError,
    Unreadable,
    complex_array,
    is_a,
    unreadable_type,
)
from grader.checks.verdict import fail

_KINDS = "QuantumCircuit, Gate, Operator, array"

Matrix = np.ndarray[Any, np.dtype[np.complex128]]


def assert_same_unitary(
    actual: object,
    expected: object,
    *,
    strict_phase: bool = False,
    tolerance: float = 1e-6,
    circuit_only: bool = False,
) -> None:
    """Check that an answer acts as the unitary that is asked for, on every input.

    Column x of the matrix is what becomes of the basis state |x>. All columns are compared, with their phases relative
    to each other, and the worst one decides: a gate that is right on nearly all inputs is wrong. How a circuit was
    built or transpiled does not matter; measurements at its end and barriers are ignored.

    Args:
        actual: your answer: a `QuantumCircuit`, a gate, an `Operator` or an array of shape (2**qubits, 2**qubits).
        expected: the unitary asked for, in one of these forms.
        strict_phase: if True, a global phase counts too. No measurement can see it, so it usually does not; it
            becomes visible when the gate is controlled.
        tolerance: largest distance (Euclidean norm) between a column and the expected one. A rotation whose angle
            is wrong by d radians is off by about d/2: 1e-6 refuses `rx(3.14)` for X, 1e-3 accepts it.
        circuit_only: if True, only a circuit is an answer, because the task asks how to build it.

    Raises:
        CheckFailed: the unitaries differ; its code says how: `inverse`, `conjugate`, `control_target_swapped`,
            `qubit_order_reversed`, `relative_phase`, `wrong_unitary`, `global_phase`, `not_unitary`, `wrong_size`,
            `wrong_type`.
        TargetError: `expected` is no unitary.

    Example:
        >>> circuit = QuantumCircuit(1)
        >>> _ = circuit.h(0), circuit.z(0), circuit.h(0)
        >>> assert_same_unitary(circuit, np.array([[0, 1], [1, 0]]))
    """
    check = "assert_same_unitary"
    try:
        target = read_unitary(expected)
    except Unreadable as problem:
        raise TargetError(check, str(problem)) from problem
    try:
        if circuit_only and not is_circuit(actual):
            raise unreadable_type(actual, "QuantumCircuit")
        matrix = read_unitary(actual)
    except Unreadable as problem:
        fail(check, problem.difference)
    difference = unitary_difference(matrix, target, strict_phase=strict_phase, tolerance=tolerance)
    if difference is not None:
        fail(check, difference)


def read_unitary(value: Any) -> Matrix:
    """Return the matrix of a unitary, shape (2**qubits, 2**qubits).

    Raises:
        Unreadable: no circuit, gate, operator or array, or not unitary.
    """
    if is_circuit(value):
        return _circuit_matrix(plain_circuit(value))
    if is_a(value, Instruction):
        return _circuit_matrix(plain_circuit(_alone(value)))
    if type(value) in (Operator, Pauli, Clifford):
        value = np.asarray(Operator(value).data)
    matrix = complex_array(value, _KINDS)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise Unreadable("wrong_size", case="matrix", got=str(matrix.shape))
    qubits = len(matrix).bit_length() - 1
    if len(matrix) < 2 or len(matrix) != 2**qubits:
        raise Unreadable("wrong_size", case="length", got=len(matrix))
    if qubits > MAXIMUM_QUBITS:
        raise Unreadable("wrong_size", case="too_many", got=qubits, limit=MAXIMUM_QUBITS)
    if np.max(np.abs(matrix.conj().T @ matrix - np.eye(len(matrix)))) > 1e-6:
        raise Unreadable("not_unitary")
    return matrix


def _alone(gate: Instruction) -> QuantumCircuit:
    circuit = QuantumCircuit(gate.num_qubits, gate.num_clbits)
    circuit.append(gate, range(gate.num_qubits), range(gate.num_clbits))
    return circuit


def _circuit_matrix(circuit: QuantumCircuit) -> Matrix:
    """Return the matrix of a plain circuit; of a transpiled one, as it was before its qubits were moved."""
    stripped, _ = without_terminal_measurements(flattened(circuit))
    try:
        matrix = np.asarray(Operator.from_circuit(require_coherent(stripped)).data)
    except QiskitError as error:
        raise Unreadable("wrong_type", case="opaque") from error
    order, inputs = virtual_order(circuit)
    if order is not None:
        block = matrix[: 2**inputs, : 2**inputs]
        if np.max(np.abs(block.conj().T @ block - np.eye(len(block)))) < 1e-9:
            return block
    return matrix
