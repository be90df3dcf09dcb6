"""Checks of states and of expectation values in them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from qiskit import QiskitError, QuantumCircuit
from qiskit.quantum_info import SparsePauliOp, Statevector

from grader.checks.circuits import (
    flattened,
    is_circuit,
    plain_circuit,
    require_coherent,
    virtual_order,
    without_terminal_measurements,
)
from grader.checks.diagnosis import state_difference
from grader.checks.kets import KetError, Vector, parse_ket
from grader.checks.reading import (
    MAXIMUM_QUBITS,
    TargetError,
    Unreadable,
    complex_array,
    unreadable_type,
)
from grader.checks.values import number_difference
from grader.checks.verdict import Difference, fail

_KINDS = "QuantumCircuit, Statevector, array"


def assert_same_state(
    actual: object,
    expected: object,
    *,
    strict_phase: bool = False,
    tolerance: float = 1e-6,
    circuit_only: bool = False,
) -> None:
    """Check that an answer is the state that is asked for.

    A circuit stands for the state that it makes from |0...0>; measurements at its end and barriers do not matter, nor
    does how it was built or transpiled. An array holds the amplitudes in the order |00>, |01>, |10>, |11>: qubit 0 is
    the rightmost letter of a ket.

    Args:
        actual: your answer: a `QuantumCircuit`, a `Statevector` or an array of amplitudes of length 2**qubits.
        expected: the state asked for: one of these, or a ket as text such as "(|00> + i|11>)/√2".
        strict_phase: if True, a global phase counts too. No measurement can see it, so it usually does not.
        tolerance: largest infidelity 1 - |<expected|actual>|² that still counts as equal. 1e-6 allows an angle that
            is wrong by 0.002 radians. With `strict_phase` it bounds 1 - Re <expected|actual> as well.
        circuit_only: if True, only a circuit is an answer, because the task asks how to make the state.

    Raises:
        CheckFailed: the states differ; its code says how: `relative_phase`, `conjugate`, `qubit_order_reversed`,
            `wrong_amplitudes`, `wrong_state`, `global_phase`, `wrong_size`, `not_normalised`, `wrong_type`.
        TargetError: `expected` is no state.

    Example:
        >>> circuit = QuantumCircuit(2)
        >>> _ = circuit.h(0), circuit.cx(0, 1)
        >>> assert_same_state(circuit, "(|00> + |11>)/√2")
    """
    target = _target(expected, "assert_same_state")
    try:
        if circuit_only and not is_circuit(actual):
            raise unreadable_type(actual, "QuantumCircuit")
        state = read_state(actual)
    except Unreadable as problem:
        fail("assert_same_state", problem.difference)
    difference = state_difference(state, target, strict_phase=strict_phase, tolerance=tolerance)
    if difference is not None:
        fail("assert_same_state", difference)


def assert_expectation(
    actual: object,
    observable: str | SparsePauliOp,
    expected: float,
    *,
    tolerance: float = 1e-6,
) -> None:
    """Check the expectation value of an observable in the state that an answer is or makes.

    Args:
        actual: your answer: a `QuantumCircuit`, a `Statevector` or an array, read as `assert_same_state` does.
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
    try:
        operator = SparsePauliOp(observable)
    except Exception as error:
        raise TargetError(check, f"expected a Pauli string, got {observable!r}") from error
    try:
        state = read_state(actual)
    except Unreadable as problem:
        fail(check, problem.difference)
    qubits = int(math.log2(len(state)))
    if qubits != operator.num_qubits:
        fail(
            check,
            Difference("wrong_size", {"got": qubits, "expected": int(operator.num_qubits)}),
        )
    value = Statevector(state).expectation_value(operator)
    difference = number_difference(float(np.real(value)), float(expected), tolerance)
    if difference is not None:
        fail(
            check,
            Difference(
                difference.code,
                {
                    **difference.parameters,
                    "case": "expectation",
                    "observable": str(observable)[:60],
                },
            ),
        )


def read_state(value: Any) -> Vector:
    """Return the amplitudes of a state, shape (2**qubits,), norm 1.

    Args:
        value: a circuit, a `Statevector` or an array of amplitudes (a column of shape (2**qubits, 1) will do).

    Raises:
        Unreadable: anything else, or a circuit that makes no pure state.
    """
    if is_circuit(value):
        return circuit_state(plain_circuit(value))
    if type(value) is Statevector:
        value = np.asarray(value.data)
    array = complex_array(value, _KINDS)
    if array.ndim == 2 and 1 in array.shape:
        array = array.reshape(-1)
    if array.ndim != 1:
        raise Unreadable("wrong_size", case="shape", got=str(array.shape))
    qubits = len(array).bit_length() - 1
    if len(array) < 2 or len(array) != 2**qubits:
        raise Unreadable("wrong_size", case="length", got=len(array))
    if qubits > MAXIMUM_QUBITS:
        raise Unreadable("wrong_size", case="too_many", got=qubits, limit=MAXIMUM_QUBITS)
    norm = float(np.linalg.norm(array))
    if abs(norm - 1) > 1e-6:
        raise Unreadable("not_normalised", got=round(norm**2, 6))
    return array / norm


def circuit_state(circuit: QuantumCircuit) -> Vector:
    """Return the state that a plain circuit makes from |0...0>, its terminal measurements stripped.

    The qubits of a transpiled circuit come back in the order of the circuit before; ancillas that the transpiler
    added and left in |0> are dropped.

    Raises:
        Unreadable: a measurement before the end, a reset of a qubit in use, or control flow.
    """
    stripped, _ = without_terminal_measurements(flattened(circuit))
    coherent = require_coherent(stripped)
    try:
        state = np.asarray(Statevector(coherent).data)
    except QiskitError as error:
        raise Unreadable("wrong_type", case="opaque") from error
    if abs(np.linalg.norm(state) - 1) > 1e-6:
        raise Unreadable("not_unitary", case="gate")
    order, inputs = virtual_order(circuit)
    if order is not None:
        qubits = circuit.num_qubits
        axes = [qubits - 1 - order[qubits - 1 - axis] for axis in range(qubits)]
        state = state.reshape((2,) * qubits).transpose(axes).reshape(-1)
        kept = state[: 2**inputs]
        if np.linalg.norm(kept) > 1 - 1e-9:
            state = kept
    return state


def _target(expected: object, check: str) -> Vector:
    """Return the amplitudes of the state that a check asks for.

    Raises:
        TargetError: it is no state.
    """
    try:
        return parse_ket(expected) if isinstance(expected, str) else read_state(expected)
    except KetError as error:
        raise TargetError(check, str(error)) from error
    except Unreadable as problem:
        raise TargetError(check, str(problem)) from problem
