"""Check of states."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from qiskit.quantum_info import Statevector

from grader.checks.diagnosis.ancillas import ancilla_difference, as_numbered, embedded
from grader.checks.diagnosis.notation import qubits_of
from grader.checks.diagnosis.states import state_difference
from grader.checks.equivalence.large import Differs, compare_programs
from grader.checks.equivalence.maps import columns, indices, listed, phase_difference, rows_of
from grader.checks.pictures.subjects import MOST_DRAWN_QUBITS, state_picture
from grader.checks.reading.circuits import is_circuit, qubits_without_added, rebuilt, require_bound
from grader.checks.reading.data import TargetError, Unreadable, complex_array, unreadable_type
from grader.checks.reading.kets import KetError, Vector, parse_ket
from grader.checks.reading.programs import Program, Step, TooLarge, read_program
from grader.checks.verdict import Difference, NotDecidedError, fail

_KINDS = "QuantumCircuit, Statevector, array"
MOST_STATE_QUBITS = 20
"""Qubits of the largest array of amplitudes: 16 MiB."""


def assert_same_state(
    actual: object,
    expected: object,
    *,
    strict_phase: bool = False,
    tolerance: float = 1e-6,
    circuit_only: bool = False,
    ancillas: Iterable[int] = (),
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
        ancillas: indices of qubits that must be back in |0>. The state asked for is that of the other qubits, in their
            order. Ancillas that your answer does not have are not missed.

    Raises:
        CheckFailed: the states differ; its code says how: `does_nothing`, `relative_phase`, `conjugate`,
            `qubit_order_reversed`, `qubits_permuted`, `wrong_amplitudes`, `off_by_gate`, `wrong_state`,
            `dirty_ancilla`, `global_phase`, `wrong_size`, `not_normalised`, `wrong_type`.
        NotDecidedError: the circuits are too large to be compared.
        TargetError: `expected` is no state, or `ancillas` are no indices.

    Example:
        >>> circuit = QuantumCircuit(2)
        >>> _ = circuit.h(0), circuit.cx(0, 1)
        >>> assert_same_state(circuit, "(|00> + |11>)/√2")
    """
    check = "assert_same_state"
    spare = indices(check, "ancillas", ancillas)
    try:
        target = _target(expected, check)
        wanted = target.own if isinstance(target, Program) else qubits_of(target)
        try:
            if circuit_only and not is_circuit(actual):
                raise unreadable_type(actual, "QuantumCircuit")
            answer, width = _read_any(actual)
            present = tuple(qubit for qubit in spare if qubit < width)
            if width - len(present) != wanted:
                sizes = {"got": width, "expected": wanted + len(present)}
                fail(check, Difference("wrong_size", sizes))
            difference = _difference(answer, target, width, present, strict_phase, tolerance)
        except Unreadable as problem:
            fail(check, problem.difference)
    except TooLarge as problem:
        raise NotDecidedError(check, problem.reason) from problem
    if difference is not None:
        fail(check, _drawn(difference, answer, width, present))


def read_state(value: Any) -> Vector:
    """Return the amplitudes of a state, shape (2**qubits,), norm 1.

    The qubits of a transpiled circuit come back in the order of the circuit before; ancillas that the transpiler
    added and left in |0> are dropped.

    Args:
        value: a circuit, a `Statevector` or an array of amplitudes (a column of shape (2**qubits, 1) will do).

    Raises:
        Unreadable: anything else, a circuit that makes no pure state, or one that is too large.
    """
    try:
        read, width = _read_any(value)
    except TooLarge as problem:
        raise Unreadable("wrong_size", case="too_long") from problem
    state = _amplitudes(read)
    if state is None:
        raise Unreadable("wrong_size", case="too_many", got=width, limit=MOST_STATE_QUBITS)
    return state


def _read_any(value: Any) -> tuple[Program | Vector, int]:
    """Return a circuit as a program or anything else as amplitudes, and the number of qubits."""
    if is_circuit(value):
        circuit = require_bound(rebuilt(value))
        return read_program(circuit, fresh=None), qubits_without_added(circuit)
    if type(value) is Statevector:
        value = np.asarray(value.data)
    array = complex_array(value, _KINDS)
    if array.ndim == 2 and 1 in array.shape:
        array = array.reshape(-1)
    if array.ndim != 1:
        raise Unreadable("wrong_size", case="shape", got=str(array.shape))
    qubits = qubits_of(array)
    if len(array) < 2 or len(array) != 2**qubits:
        raise Unreadable("wrong_size", case="length", got=len(array))
    if qubits > MOST_STATE_QUBITS:
        raise Unreadable("wrong_size", case="too_many", got=qubits, limit=MOST_STATE_QUBITS)
    norm = float(np.linalg.norm(array))
    if abs(norm - 1) > 1e-6:
        raise Unreadable("not_normalised", got=round(norm**2, 6))
    return array / norm, qubits


def _amplitudes(read: Program | Vector) -> Vector | None:
    """Return the amplitudes of what was read; None if a circuit is too large for them."""
    if not isinstance(read, Program):
        return read
    column = columns(read, ())
    return None if column is None else column[:, 0]


def _difference(
    answer: Program | Vector,
    target: Program | Vector,
    width: int,
    ancillas: tuple[int, ...],
    strict_phase: bool,
    tolerance: float,
) -> Difference | None:
    """Return how the answer's state differs from the one asked for, or None if it does not."""
    data = tuple(qubit for qubit in range(width) if qubit not in ancillas)
    state, wanted = _amplitudes(answer), _amplitudes(target)
    if state is None or wanted is None:
        return _large_difference(answer, target, data, strict_phase, tolerance)
    if ancillas and len(state) == 2**width:
        whole = embedded(wanted.reshape(-1, 1), data, width)[:, 0]
        if 1 - abs(np.vdot(whole, state)) ** 2 > tolerance:
            dirty = ancilla_difference(state.reshape(-1, 1), ancillas, math.sqrt(tolerance))
            if dirty is not None:
                return dirty
        state = _kept(state, data)
    found = state_difference(
        state,
        wanted,
        strict_phase=strict_phase,
        tolerance=tolerance,
        made=isinstance(answer, Program),
    )
    return None if found is None else as_numbered(found, data)


def _kept(state: Vector, data: tuple[int, ...]) -> Vector:
    """Return the state of some qubits where all others are in |0>."""
    kept = state[rows_of(data)]
    return np.asarray(kept / np.linalg.norm(kept))


def _drawn(
    difference: Difference, answer: Program | Vector, width: int, ancillas: tuple[int, ...]
) -> Difference:
    """Return a difference with a picture of the answer, if that is small enough to be seen at a glance."""
    if width - len(ancillas) > MOST_DRAWN_QUBITS:
        return difference
    state = _amplitudes(answer)
    if state is None:
        return difference
    if ancillas and difference.code != "dirty_ancilla" and len(state) == 2**width:
        state = _kept(state, tuple(qubit for qubit in range(width) if qubit not in ancillas))
    return replace(difference, picture=state_picture(state, difference.parameters))


def _large_difference(
    answer: Program | Vector,
    target: Program | Vector,
    data: tuple[int, ...],
    strict_phase: bool,
    tolerance: float,
) -> Difference | None:
    """Return how the states of two circuits differ that have too many amplitudes, or None if they do not."""
    made = [one if isinstance(one, Program) else _preparation(one) for one in (answer, target)]
    # two states at the distance d have the infidelity d²
    found = compare_programs(made[0], made[1], inputs=(), data=data, tolerance=math.sqrt(tolerance))
    if isinstance(found, Differs):
        return Difference("wrong_state", {"case": "large", "qubits": listed(found.qubits)})
    return phase_difference(found.phase, math.sqrt(2 * tolerance)) if strict_phase else None


def _preparation(state: Vector) -> Program:
    qubits = qubits_of(state)
    return Program(qubits, qubits, (Step(state.reshape(-1, 1), tuple(range(qubits))),), 0.0)


def _target(expected: object, check: str) -> Program | Vector:
    """Return the state that a check asks for.

    Raises:
        TargetError: it is no state.
    """
    try:
        return parse_ket(expected) if isinstance(expected, str) else _read_any(expected)[0]
    except KetError as error:
        raise TargetError(check, str(error)) from error
    except Unreadable as problem:
        raise TargetError(check, str(problem)) from problem
