"""Check of unitaries: gates, circuits, matrices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grader.checks.diagnosis.notation import Array, qubits_of
from grader.checks.equivalence.maps import (
    Layout,
    columns,
    indices,
    map_difference,
    read_map,
    width_of,
)
from grader.checks.pictures.maps import drawn_map
from grader.checks.reading.data import TargetError, Unreadable
from grader.checks.reading.programs import Program, TooLarge
from grader.checks.verdict import Difference, NotDecidedError, fail


def assert_same_unitary(
    actual: object,
    expected: object,
    *,
    strict_phase: bool = False,
    tolerance: float = 1e-6,
    circuit_only: bool = False,
    ancillas: Iterable[int] = (),
) -> None:
    """Check that an answer acts as the unitary that is asked for, on every input.

    Column x of the matrix is what becomes of the basis state |x>. All columns are compared, with their phases relative
    to each other, and the worst one decides: a gate that is right on nearly all inputs is wrong. How a circuit was
    built or transpiled does not matter; measurements at its end and barriers are ignored.

    A circuit of up to about 10 qubits is compared by its matrix. Larger ones are decided by Clifford tableaus, random
    states and, last, the equivalence checker QCEC.

    Args:
        actual: your answer: a `QuantumCircuit`, a gate, an `Operator` or an array of shape (2**qubits, 2**qubits).
        expected: the unitary asked for, in one of these forms.
        strict_phase: if True, a global phase counts too. No measurement can see it, so it usually does not; it
            becomes visible when the gate is controlled.
        tolerance: largest distance (Euclidean norm) between a column and the expected one, once the global phase that
            fits best is taken out. A rotation whose angle is wrong by d radians is off by about d/2: 1e-6 refuses
            `rx(3.14)` for X, 1e-3 accepts it.
        circuit_only: if True, only a circuit is an answer, because the task asks how to build it.
        ancillas: indices of qubits of your circuit that begin in |0> and must be back in |0> on every input. The
            unitary asked for acts on the other qubits, in their order. Ancillas that your circuit does not have are
            not missed.

    Raises:
        CheckFailed: the unitaries differ; its code says how: `does_nothing`, `inverse`, `conjugate`,
            `control_target_swapped`, `qubit_order_reversed`, `qubits_permuted`, `relative_phase`, `gates_reversed`,
            `transposed`, `off_by_gate`, `wrong_unitary`, `dirty_ancilla`, `global_phase`, `not_unitary`,
            `wrong_size`, `wrong_type`.
        NotDecidedError: the circuits are too large to be compared.
        TargetError: `expected` is no unitary, or `ancillas` are no indices.

    Example:
        >>> circuit = QuantumCircuit(1)
        >>> _ = circuit.h(0), circuit.z(0), circuit.h(0)
        >>> assert_same_unitary(circuit, np.array([[0, 1], [1, 0]]))
    """
    check = "assert_same_unitary"
    spare = indices(check, "ancillas", ancillas)
    try:
        target = _target(check, expected)
        wanted = target.own if isinstance(target, Program) else qubits_of(target)
        try:
            width = width_of(actual, circuit_only=circuit_only)
            present = tuple(qubit for qubit in spare if qubit < width)
            inputs = tuple(qubit for qubit in range(width) if qubit not in present)
            if len(inputs) != wanted:
                sizes = {"got": width, "expected": wanted + len(present)}
                fail(check, Difference("wrong_size", sizes))
            answer = read_map(actual, fresh=present)
            _require_square(answer)
            layout = Layout(width, inputs, present)
            difference = map_difference(
                answer, target, layout, strict_phase=strict_phase, tolerance=tolerance
            )
        except Unreadable as problem:
            fail(check, problem.difference)
    except TooLarge as problem:
        raise NotDecidedError(check, problem.reason) from problem
    if difference is not None:
        fail(check, drawn_map(difference, answer, layout))


def read_unitary(value: Any) -> Array:
    """Return the matrix of a unitary, shape (2**qubits, 2**qubits).

    Raises:
        Unreadable: no circuit, gate, operator or array, not unitary, or too large for a matrix.
    """
    width = width_of(value)
    try:
        read = read_map(value)
    except TooLarge as problem:
        raise Unreadable("wrong_size", case="too_many", got=width, limit=10) from problem
    matrix = columns(read, range(width))
    if matrix is None:
        raise Unreadable("wrong_size", case="too_many", got=width, limit=10)
    if matrix.shape[0] != matrix.shape[1]:
        raise Unreadable("wrong_size", case="matrix", got=str(matrix.shape))
    return matrix


def _target(check: str, expected: object) -> Program | Array:
    try:
        target = read_map(expected)
        _require_square(target)
    except Unreadable as problem:
        raise TargetError(check, str(problem)) from problem
    return target


def _require_square(read: Program | Array) -> None:
    if not isinstance(read, Program) and read.shape[0] != read.shape[1]:
        raise Unreadable("wrong_size", case="matrix", got=str(read.shape))
