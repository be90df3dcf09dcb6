"""Check of isometries: what a circuit does to an input on some of its qubits, the others beginning in |0>."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from grader.checks.diagnosis.notation import Array, qubits_of
from grader.checks.equivalence.maps import (
    Layout,
    indices,
    map_difference,
    read_map,
    width_of,
)
from grader.checks.pictures.maps import drawn_map
from grader.checks.reading.data import TargetError, Unreadable
from grader.checks.reading.programs import Program, TooLarge
from grader.checks.verdict import Difference, NotDecidedError, fail


def assert_same_isometry(
    actual: object,
    expected: object,
    *,
    inputs: Iterable[int] | int,
    strict_phase: bool = False,
    tolerance: float = 1e-6,
    circuit_only: bool = False,
    ancillas: Iterable[int] = (),
) -> None:
    """Check that an answer turns every input on some of its qubits into the output that is asked for.

    The other qubits begin in |0>: an encoder, which spreads one qubit over three, is such a map. What the circuit would
    do if they began otherwise does not matter. All basis inputs are compared, with their phases relative to each other,
    and the worst one decides.

    Args:
        actual: your answer: a `QuantumCircuit`, a gate, an `Operator` or an array. An array of shape
            (2**qubits, 2**len(inputs)) holds what becomes of each basis input.
        expected: the map asked for, in one of these forms, on the qubits that are not `ancillas`.
        inputs: indices of the qubits that hold the input, or how many: 2 stands for qubits 0 and 1. Bit k of an input
            is that of the k-th of them, in rising order.
        strict_phase: if True, a global phase counts too. No measurement can see it, so it usually does not.
        tolerance: largest distance (Euclidean norm) between an output and the expected one, once the global phase that
            fits best is taken out.
        circuit_only: if True, only a circuit is an answer, because the task asks how to build it.
        ancillas: indices of qubits of your circuit that must end in |0>, whatever the input; the others are compared,
            in their order. Ancillas that your circuit does not have are not missed.

    Raises:
        CheckFailed: the maps differ; its code says how: `conjugate`, `qubits_permuted`, `gates_reversed`,
            `relative_phase`, `wrong_unitary`, `dirty_ancilla`, `global_phase`, `not_unitary`, `wrong_size`,
            `wrong_type`, and where the input fills all qubits those of `assert_same_unitary`.
        NotDecidedError: the circuits are too large to be compared.
        TargetError: `expected` is no such map, or the indices are none.

    Example:
        >>> encoder = QuantumCircuit(3)
        >>> _ = encoder.cx(0, 1), encoder.cx(0, 2)
        >>> code = np.zeros((8, 2))
        >>> code[0b000, 0] = code[0b111, 1] = 1
        >>> assert_same_isometry(encoder, code, inputs=[0])
    """
    check = "assert_same_isometry"
    holding = indices(check, "inputs", inputs)
    spare = indices(check, "ancillas", ancillas)
    try:
        target = _target(check, expected, holding, spare)
        wanted = target.own if isinstance(target, Program) else qubits_of(target)
        try:
            width = width_of(actual, circuit_only=circuit_only)
            present = tuple(qubit for qubit in spare if qubit < width)
            if width - len(present) != wanted or any(qubit >= width for qubit in holding):
                sizes = {"got": width, "expected": wanted + len(spare)}
                fail(check, Difference("wrong_size", sizes))
            answer = read_map(actual, fresh=set(range(width)) - set(holding))
            if not isinstance(answer, Program):
                _require_columns(answer, holding)
            layout = Layout(width, holding, present)
            difference = map_difference(
                answer, target, layout, strict_phase=strict_phase, tolerance=tolerance
            )
        except Unreadable as problem:
            fail(check, problem.difference)
    except TooLarge as problem:
        raise NotDecidedError(check, problem.reason) from problem
    if difference is not None:
        fail(check, drawn_map(difference, answer, layout))


def _target(
    check: str, expected: object, inputs: tuple[int, ...], ancillas: tuple[int, ...]
) -> Program | Array:
    """Return the map asked for, on the qubits that are no ancillas.

    Raises:
        TargetError: it is none, or does not fit the inputs.
    """
    overlap = set(inputs) & set(ancillas)
    try:
        width = width_of(expected)
        # numbered as the qubits of the answer that are compared
        free = [qubit for qubit in range(width + len(ancillas)) if qubit not in ancillas][:width]
        target = read_map(
            expected, fresh={place for place, qubit in enumerate(free) if qubit not in inputs}
        )
        if not isinstance(target, Program):
            _require_columns(target, inputs)
    except Unreadable as problem:
        raise TargetError(check, str(problem)) from problem
    square = isinstance(target, Program) or (target.shape[0] == target.shape[1] != 2 ** len(inputs))
    if square and (overlap or not set(inputs) <= set(free)):
        reason = (
            f"inputs {list(inputs)} are no qubits of what is expected; give an array of its columns"
        )
        raise TargetError(check, reason)
    return target


def _require_columns(matrix: Array, inputs: tuple[int, ...]) -> None:
    """Refuse a matrix whose columns are neither the inputs nor all basis states."""
    if matrix.shape[1] not in (2 ** len(inputs), matrix.shape[0]):
        raise Unreadable("wrong_size", case="matrix", got=str(np.shape(matrix)))
