"""Looks into one gate: its matrix where that is small, else what it is defined as."""

from __future__ import annotations

from typing import Any

import numpy as np
from qiskit import QiskitError, QuantumCircuit
from qiskit.circuit import AnnotatedOperation, Instruction
from qiskit.circuit.exceptions import CircuitError
from qiskit.circuit.library import PauliEvolutionGate, UnitaryGate

from grader.checks.diagnosis.notation import Array
from grader.checks.reading.data import Unreadable, is_a

_WIDEST_MATRIX = 8
"""Qubits of a gate whose matrix is used as it is; a wider one is taken apart, unless it is nothing but a matrix."""
_WIDEST_MODIFIED = 10
"""Qubits of a modified gate (`annotated=True`), which has no definition."""


def matrix_of(instruction: Any) -> Array | None:
    """Return the matrix of a gate that has a small one, or is nothing else; None of any other.

    Raises:
        Unreadable: the matrix is not unitary, or the gate cannot be read.
    """
    operation = instruction.operation
    if is_product_formula(operation):
        return None
    if operation.num_qubits > _WIDEST_MATRIX and not is_a(
        operation, UnitaryGate, AnnotatedOperation
    ):
        return None
    matrix = instruction.matrix
    if matrix is None and is_a(operation, AnnotatedOperation):
        if operation.num_qubits > _WIDEST_MODIFIED:
            got = int(operation.num_qubits)
            raise Unreadable("wrong_size", case="too_many", got=got, limit=_WIDEST_MODIFIED)
        try:
            matrix = operation.to_matrix()
        except (QiskitError, CircuitError, AttributeError) as error:
            raise Unreadable("wrong_type", case="opaque") from error
    if matrix is None:
        return None
    matrix = np.asarray(matrix, dtype=np.complex128)
    if matrix.shape != (2**operation.num_qubits,) * 2:
        raise Unreadable("wrong_type", case="opaque")
    if not np.allclose(matrix.conj().T @ matrix, np.eye(len(matrix)), atol=1e-6):
        raise Unreadable("not_unitary", case="gate")
    return matrix


def is_product_formula(operation: Any) -> bool:
    """Return whether Qiskit gives an exact matrix for what runs as an approximation.

    A budget counts the gates of the product formula, so the product formula is what has to be right.
    """
    return is_a(operation, PauliEvolutionGate)


def definition_of(operation: Any) -> QuantumCircuit:
    """Return the circuit that an operation is defined as.

    Raises:
        Unreadable: it has none, or one with classical bits.
    """
    definition: Any = operation.definition if is_a(operation, Instruction) else None
    if definition is None and hasattr(operation, "to_circuit"):
        definition = operation.to_circuit()  # Clifford and its like
    if not is_a(definition, QuantumCircuit) or definition.clbits:
        raise Unreadable("wrong_type", case="opaque")
    return definition
